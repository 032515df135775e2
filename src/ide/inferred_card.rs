//! What the words of the text say of a quotation that no markup attributes, and why.

use crate::attribution::{Grade, Nature, Pattern};
use crate::ide::Locale;
use crate::ide::accept::{names, surely};
use crate::ide::hover::office;
use crate::ide::markdown::{Card, isolated, list};
use crate::model::{InferredQuotation, InferredSource, MeantBy};
use crate::text::{FileId, TextRange};
use crate::workspace::Snapshot;

/// The card of the quotation at `at`, whose kind is `kind`.
pub(super) fn inferred_card(
    snapshot: &Snapshot,
    file: FileId,
    at: usize,
    kind: &str,
    locale: Locale,
) -> String {
    let analysis = snapshot.analysis(file);
    let nature = analysis
        .inference(at)
        .map_or(Nature::Speech, |InferredQuotation { nature, .. }| *nature);
    if let Some(what) = no_speech(nature) {
        return format!("Probably not speech: {what}");
    }
    let Some(source) = analysis.source(at) else {
        return nobody(kind);
    };
    let names = names(snapshot, file, source);
    let names: Vec<String> = names.iter().map(|name| isolated(name)).collect();
    let who = names.join(", ");
    let mut card = Card::new(match source.grade {
        Grade::Guess => format!("**{kind}**, perhaps of **{who}**"),
        _ => format!("**{who}** · {kind}"),
    });
    for key in &source.meant.entities {
        card.line(office(analysis, analysis.entities.get(*key)));
    }
    let words = |range: &TextRange| analysis.article.words(*range);
    card.line(list("To: ", source.addressees.iter().map(words)));
    card.line(list("Through: ", source.via.iter().map(words)));
    let words = |range: TextRange| isolated(analysis.article.words(range));
    card.line(Some(evidence(source, &words, locale)));
    card.text
}

/// The card of a quotation of which nothing is known.
pub(super) fn nobody(kind: &str) -> String {
    format!("**{kind}**: nothing says who said this")
}

fn no_speech(nature: Nature) -> Option<&'static str> {
    match nature {
        Nature::Speech => None,
        Nature::Name => Some("what something is called"),
        Nature::Title => Some("the title of a work"),
        Nature::Term => Some("a word that is spoken of"),
        Nature::Scare => Some("words kept at a distance"),
        Nature::Other => Some("a title, a name, or words kept at a distance"),
    }
}

/// From which words it was inferred, and how surely.
fn evidence(
    source: &InferredSource,
    words: &dyn Fn(TextRange) -> String,
    locale: Locale,
) -> String {
    let how = match source.pattern {
        Pattern::GoesOn => "goes on from the quotation before",
        Pattern::Dropped => "goes on from the sentence before",
        Pattern::Introduced => "the sentence before brings it",
        Pattern::Last => "nobody is named here; this is who spoke last",
        _ => "the sentence names the speaker",
    };
    let by = match source.meant.by {
        MeantBy::Pronoun if !source.meant.entities.is_empty() => ", by a pronoun",
        _ => "",
    };
    let cue = source
        .cue
        .map(|cue| format!(" · {}", words(cue)))
        .unwrap_or_default();
    let grade = surely(locale, source.grade);
    format!(
        "Inferred, {grade}: {how}{by}: {}{cue}",
        words(source.speaker)
    )
}
