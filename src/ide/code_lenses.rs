//! What stands above a line and is not part of the text: on a declaration, how often its entity is
//! named and speaks; on the headline, who speaks how much of the article.

use crate::ide::Locale;
use crate::ide::phrases::isolated;
use crate::ide::statistics::statistics;
use crate::ide::usages::usages;
use crate::model::{Declaration, Digest, Role};
use crate::text::{FileId, FileRange, TextRange};
use crate::workspace::{FileKind, Snapshot};

/// A line above the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeLens {
    /// What it is about: the id of a declaration, or a headline, in bytes of the file.
    pub range: TextRange,
    /// What it says of it.
    pub kind: LensKind,
}

/// What a lens says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LensKind {
    /// How often an entity is named and speaks.
    Usage,
    /// Who speaks how much of the article.
    Shares,
}

/// The lenses of `file`, without what they say: that costs more, and editors ask for it of those that
/// they show.
pub fn code_lenses(snapshot: &Snapshot, file: FileId) -> Vec<CodeLens> {
    let usage = |declaration: &Declaration| CodeLens {
        range: declaration.id.range,
        kind: LensKind::Usage,
    };
    let mut lenses = Vec::new();
    match snapshot.kind(file) {
        FileKind::Registry => {
            let declared = &snapshot.registry(file).declarations.all;
            lenses.extend(declared.iter().map(usage));
        }
        FileKind::Article => {
            let article = snapshot.article(file);
            lenses.extend(article.front.entities.all.iter().map(usage));
            let headline = article.passages.iter().find(|passage| passage.is_heading);
            let is_speech = !article.quotations.is_empty();
            lenses.extend(headline.filter(|_| is_speech).map(|headline| CodeLens {
                range: TextRange::empty(headline.range.start()),
                kind: LensKind::Shares,
            }));
        }
        FileKind::Wire | FileKind::Config | FileKind::Baseline => {}
    }
    lenses
}

/// What a lens of `file` says, in the language `locale`; `None` if there is nothing to say any more.
pub fn title(snapshot: &Snapshot, file: FileId, lens: CodeLens, locale: Locale) -> Option<String> {
    match lens.kind {
        LensKind::Usage => Some(usage(snapshot, file, lens.range, locale)),
        LensKind::Shares => shares(snapshot, file, locale),
    }
}

fn usage(snapshot: &Snapshot, file: FileId, id: TextRange, locale: Locale) -> String {
    let declared = [FileRange { file, range: id }];
    let (mut mentions, mut quotations, mut articles) = (0, 0, 0);
    for knowing in usages(snapshot, file, &declared) {
        let (named, said) = counted(knowing.digest, knowing.at);
        mentions += named;
        quotations += said;
        articles += usize::from(named + said > 0);
    }
    let phrases = &locale.phrases().lens;
    let title = [
        (phrases.mentions)(mentions),
        (phrases.quotations)(quotations),
    ]
    .join(" · ");
    if articles > 1 {
        format!("{title} · {}", (phrases.articles)(articles))
    } else {
        title
    }
}

/// How often an entity is named in words, and how often it speaks.
fn counted(digest: &Digest, at: u32) -> (usize, usize) {
    let places = digest.entities[at as usize].places.iter();
    let named = places.filter(|place| place.role == Role::Words).count();
    (named, digest.said_by(at).count())
}

/// How many speakers are named.
const MOST_NAMED: usize = 4;

fn shares(snapshot: &Snapshot, file: FileId, locale: Locale) -> Option<String> {
    let counted = statistics(snapshot, file);
    let percent = |words: usize| (words * 100 + counted.words / 2) / counted.words.max(1);
    let phrases = &locale.phrases().lens;
    let shown = |name: &str, words: usize| (phrases.share)(name, percent(words));
    let speakers = counted.speakers.iter().take(MOST_NAMED);
    let mut parts: Vec<String> = speakers
        .map(|speaker| shown(&isolated(&speaker.name), speaker.words))
        .collect();
    let others = counted.speakers.len().saturating_sub(MOST_NAMED);
    if others > 0 {
        parts.push((phrases.others)(others));
    }
    if counted.unattributed_words > 0 {
        parts.push(shown(phrases.nobody, counted.unattributed_words));
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}
