//! What to select around a place, and what to select around that: from the word to the whole text.
//!
//! `prose` knows what stands around a place of a text; `chain` holds it, each inside of the next.

mod chain;
mod prose;

use unicode_segmentation::UnicodeSegmentation;

use crate::ide::selection_ranges::chain::Chain;
use crate::ide::selection_ranges::prose::Prose;
use crate::ide::yaml::{Yaml, whole};
use crate::syntax::yaml::{Node, Value};
use crate::text::{FileId, TextRange, TextSize, len_of};
use crate::workspace::{FileKind, Snapshot};

/// Of each of `offsets`, in bytes of `file`, what stands around it, from the inside out: each range
/// holds the place and all that the one before it holds, and more. The last is the whole text.
pub fn selection_ranges(
    snapshot: &Snapshot,
    file: FileId,
    offsets: &[TextSize],
) -> Vec<Vec<TextRange>> {
    let text = snapshot.text(file);
    let all = TextRange::up_to(len_of(text));
    let yaml = Yaml::of(snapshot, file);
    let mut prose = match snapshot.kind(file) {
        FileKind::Article | FileKind::Wire => Some(Prose::new(snapshot, file)),
        FileKind::Registry | FileKind::Config | FileKind::Baseline => None,
    };
    let chains = offsets.iter().map(|&offset| {
        let mut chain = Chain::new(text, all, offset);
        let yaml = yaml
            .as_ref()
            .filter(|yaml| yaml.range.contains_inclusive(offset));
        if let Some(yaml) = yaml {
            in_yaml(&mut chain, yaml);
        }
        match &mut prose {
            Some(prose) => prose.put(&mut chain, yaml.is_some()),
            None if yaml.is_none() => {
                chain.put_word(all);
                chain.put_line();
            }
            None => {}
        }
        chain.ranges()
    });
    chains.collect()
}

/// The value, with its marks, with its key, and so on outward.
fn in_yaml(chain: &mut Chain<'_>, yaml: &Yaml) {
    let start = yaml.range.start();
    let Some(offset) = chain.offset().checked_sub(start) else {
        return;
    };
    let mut found = vec![yaml.range];
    let mut words = yaml.range;
    let mut next = Some(&yaml.root);
    while let Some(node) = next.take() {
        found.push(node.range + start);
        let around = |range: TextRange| range.contains_inclusive(offset);
        match &node.value {
            Value::Scalar(scalar) => {
                words = scalar.content + start;
                found.push(words);
            }
            Value::Sequence(items) => next = last_from(items, |item| item.range, offset),
            Value::Mapping(entries) => {
                if let Some(entry) = last_from(entries, whole, offset) {
                    found.push(whole(entry) + start);
                    let parts = [&entry.key, &entry.value];
                    next = parts.into_iter().find(|part: &&Node| around(part.range));
                }
            }
        }
    }
    chain.put_word(words);
    for range in found.into_iter().rev() {
        chain.put(range);
    }
}

/// The last of `parts` that begins at `offset` or before, if it holds that.
fn last_from<T>(parts: &[T], range: fn(&T) -> TextRange, offset: TextSize) -> Option<&T> {
    let next = parts.partition_point(|part| range(part).start() <= offset);
    let part = &parts[next.checked_sub(1)?];
    range(part).contains_inclusive(offset).then_some(part)
}

/// The word at `offset`, which stands in `part` of `text`, as Unicode cuts words; where two meet, the
/// next.
fn word(text: &str, part: TextRange, offset: TextSize) -> Option<TextRange> {
    if !part.contains_inclusive(offset) {
        return None;
    }
    // White space parts words in any case, so that a long text is not cut as a whole.
    let (before, after) = text[part].split_at((offset - part.start()).into());
    let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
    let after = after.find(char::is_whitespace).unwrap_or(after.len());
    let chunk = &text[part][start..before.len() + after];
    let start = part.start() + TextSize::new(start as u32);
    let words = chunk.split_word_bound_indices();
    let words = words.filter(|(_, word)| word.contains(char::is_alphanumeric));
    let words =
        words.map(|(at, word)| TextRange::at(start + TextSize::new(at as u32), TextSize::of(word)));
    let mut around = words.filter(|word| word.contains_inclusive(offset));
    around.next_back()
}
