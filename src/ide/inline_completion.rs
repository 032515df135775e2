//! The brace of the speaker whom the text names, as words that wait behind a closing mark to be taken;
//! the rest of an id, once only one begins like that.

use crate::attribution::Grade;
use crate::ide::Locale;
use crate::ide::accept::offers;
use crate::ide::completion::{CompletionKind, completions};
use crate::text::{FileId, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// What could be written at `offset`, in bytes of `file`: a brace directly behind a closing mark, or
/// the rest of one whose `{` stands there, or of an id in it that can be no other. Only speakers who are declared are offered, since nothing
/// else can be written with it.
pub fn inline_completion(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Option<String> {
    if snapshot.kind(file) != FileKind::Article {
        return None;
    }
    speaker(snapshot, file, offset).or_else(|| rest_of_id(snapshot, file, offset))
}

/// What is missing of an id that is being typed, where only one begins like that.
fn rest_of_id(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Option<String> {
    let found = completions(snapshot, file, offset, None, Locale::default());
    let text = snapshot.text(file);
    let is_id = |kind| matches!(kind, CompletionKind::Speaker | CompletionKind::Entity);
    let begun = found.items.iter().filter(|item| is_id(item.kind));
    let mut begun = begun.filter_map(|item| {
        let typed = &text[item.typed];
        let rest = item.text.strip_prefix(typed)?;
        let is_open = item.range == item.typed && item.further.is_empty();
        (is_open && !typed.is_empty() && !rest.is_empty())
            .then(|| format!("{rest}{}", item.closing))
    });
    let only = begun.next()?;
    begun.next().is_none().then_some(only)
}

fn speaker(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Option<String> {
    let analysis = snapshot.analysis(file);
    let text = snapshot.text(file);
    let (before, after) = text.split_at(offset.into());
    let opened = before.ends_with('{');
    let place = if opened {
        offset - TextSize::new(1)
    } else {
        offset
    };
    let offer = offers(analysis).find(|offer| offer.place == place)?;
    let entities = &offer.source.meant.entities;
    let is_declared = entities
        .iter()
        .all(|key| analysis.entities.is_declared(*key));
    if entities.is_empty() || !is_declared || offer.source.grade == Grade::Guess {
        return None;
    }
    let ids: Vec<&str> = entities
        .iter()
        .map(|key| analysis.entities.get(*key).id.as_str())
        .collect();
    let ids = ids.join(", ");
    Some(match (opened, after.starts_with('}')) {
        (false, _) => format!("{{{ids}}}"),
        (true, false) => format!("{ids}}}"),
        (true, true) => ids,
    })
}
