//! `textDocument/foldingRange`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::folding::{self, Fold, FoldKind};
use crate::lsp::convert::Places;
use crate::lsp::features::shown::words;
use crate::lsp::view::View;
use crate::text::TextSize;

pub(in crate::lsp) fn folding_ranges(view: &View) -> Vec<lsp::FoldingRange> {
    let mut folds = folding::folds(&view.snapshot, view.file, view.locale());
    keep_outer(&mut folds, view.client.folding.most);
    let places = Places::new(view, view.file);
    let ranges = folds
        .into_iter()
        .filter_map(|fold| shown(view, &places, fold));
    ranges.collect()
}

fn shown(view: &View, places: &Places<'_>, fold: Fold) -> Option<lsp::FoldingRange> {
    let can = &view.client.folding;
    let range = places.range(fold.range);
    let (start_line, mut end_line) = (range.start.line, range.end.line);
    if can.lines_only && !ends_its_line(view.text(), fold.range.end()) {
        // The last line would go with all that stands on it.
        end_line -= 1;
    }
    let kind = match fold.kind {
        FoldKind::FrontMatter => Some(lsp::FoldingRangeKind::Imports),
        FoldKind::Comment => Some(lsp::FoldingRangeKind::Comment),
        FoldKind::Section => Some(lsp::FoldingRangeKind::Region),
        FoldKind::Entry | FoldKind::Paragraph | FoldKind::Quotation => None,
    };
    let is_known = |kind: &_| can.kinds.as_ref().is_none_or(|known| known.contains(kind));
    (start_line < end_line).then(|| lsp::FoldingRange {
        start_line,
        start_character: (!can.lines_only).then_some(range.start.character),
        end_line,
        end_character: (!can.lines_only).then_some(range.end.character),
        kind: kind.filter(is_known),
        collapsed_text: fold
            .instead
            .filter(|_| can.instead)
            .map(|instead| words(view, instead)),
    })
}

fn ends_its_line(text: &str, offset: TextSize) -> bool {
    let mut after = text[usize::from(offset)..].chars();
    let next = after.find(|after| !after.is_whitespace() || matches!(after, '\n' | '\r'));
    next.is_none_or(|next| matches!(next, '\n' | '\r'))
}

/// Keeps at most `most`, if that is a number: rather what holds others than what is held.
fn keep_outer(folds: &mut Vec<Fold>, most: Option<u32>) {
    let Some(most) = most
        .map(|most| most as usize)
        .filter(|most| folds.len() > *most)
    else {
        return;
    };
    let mut around: Vec<TextSize> = Vec::new();
    let mut depths: Vec<(usize, usize)> = Vec::with_capacity(folds.len());
    for (at, fold) in folds.iter().enumerate() {
        while around.pop_if(|end| *end <= fold.range.start()).is_some() {}
        depths.push((around.len(), at));
        around.push(fold.range.end());
    }
    depths.sort_unstable();
    let mut kept = vec![false; folds.len()];
    for (_, at) in depths.into_iter().take(most) {
        kept[at] = true;
    }
    let mut kept = kept.into_iter();
    folds.retain(|_| kept.next().unwrap_or(false));
}
