//! `textDocument/inlayHint`, `inlayHint/resolve`.

use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;

use crate::ide::inlay_hints::{self, Details, Explained, HintKind, Hints, InlayHint};
use crate::lsp::convert::{Places, location, text_range};
use crate::lsp::features::edits::text_edits;
use crate::lsp::features::later;
use crate::lsp::features::shown::markup;
use crate::lsp::settings::HintSettings;
use crate::lsp::view::View;
use crate::text::{TextRange, TextSize};

pub(in crate::lsp) fn inlay_hints(view: &View, range: lsp::Range) -> Vec<lsp::InlayHint> {
    let HintSettings {
        speakers,
        ids,
        dates,
    } = view.settings.inlay_hints;
    let wanted = Hints {
        speakers,
        ids,
        dates,
    };
    let range = text_range(view, range);
    let found = inlay_hints::inlay_hints(&view.snapshot, view.file, range, wanted);
    let places = Places::new(view, view.file);
    let can = view.client.hints;
    let is_all_later = can.resolves_tooltip && can.resolves_edits;
    let explained =
        (!is_all_later && !found.is_empty()).then(|| Explained::of(&view.snapshot, view.file));
    let hints = found.into_iter().map(|found| {
        let (kind, offset) = (found.kind, found.offset);
        let mut hint = hint(view, &places, found);
        // A card of an entity looks at the whole article: all of them at once would take too long.
        let details = explained
            .as_ref()
            .filter(|_| kind != HintKind::Name)
            .and_then(|explained| explained.details(kind, offset, view.locale()));
        if let Some(Details { tooltip, edits }) = details {
            if !can.resolves_tooltip {
                hint.tooltip = Some(shown(view, tooltip));
            }
            if !can.resolves_edits && !edits.is_empty() {
                hint.text_edits = Some(text_edits(&places, edits));
            }
        }
        hint
    });
    hints.collect()
}

fn hint(view: &View, places: &Places<'_>, found: InlayHint) -> lsp::InlayHint {
    let part = |part: inlay_hints::Part| lsp::InlayHintLabelPart {
        value: part.text,
        location: part.target.and_then(|target| location(view, target)),
        ..lsp::InlayHintLabelPart::default()
    };
    let label: Vec<lsp::InlayHintLabelPart> = found.label.into_iter().map(part).collect();
    let (kind, name) = match found.kind {
        HintKind::Speaker => (Some(lsp::InlayHintKind::Type), "speaker"),
        HintKind::Name => (Some(lsp::InlayHintKind::Parameter), "name"),
        HintKind::Date => (None, "date"),
    };
    let offset = u32::from(found.offset);
    let uri = view.uri(view.file);
    lsp::InlayHint {
        position: places.range(TextRange::empty(found.offset)).start,
        label: label.into(),
        kind,
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: Some(false),
        data: uri.map(|uri| json!({"uri": uri, "hint": name, "offset": offset})),
    }
}

/// The document that a hint stands in.
pub(in crate::lsp) fn document(hint: &lsp::InlayHint) -> Option<lsp::TextDocumentIdentifier> {
    later::document(hint.data.as_ref())
}

/// The same hint with what more there is to it.
pub(in crate::lsp) fn resolve(view: &View, mut hint: lsp::InlayHint) -> lsp::InlayHint {
    let details = asked(&hint).and_then(|(kind, offset)| {
        Explained::of(&view.snapshot, view.file).details(kind, offset, view.locale())
    });
    if let Some(Details { tooltip, edits }) = details {
        hint.tooltip = Some(shown(view, tooltip));
        let places = Places::new(view, view.file);
        hint.text_edits = (!edits.is_empty()).then(|| text_edits(&places, edits));
    }
    hint
}

fn asked(hint: &lsp::InlayHint) -> Option<(HintKind, TextSize)> {
    let data = hint.data.as_ref()?;
    let kind = match data.get("hint")?.as_str()? {
        "speaker" => HintKind::Speaker,
        "name" => HintKind::Name,
        _ => HintKind::Date,
    };
    let offset = u32::try_from(data.get("offset")?.as_u64()?).ok()?;
    Some((kind, TextSize::new(offset)))
}

/// As Markdown only where that is shown: elsewhere a plain text is the better form.
fn shown(view: &View, markdown: String) -> lsp::Tooltip {
    let content = markup(view, markdown);
    if content.kind == lsp::MarkupKind::Markdown {
        content.into()
    } else {
        content.value.into()
    }
}
