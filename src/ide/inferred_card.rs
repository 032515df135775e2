//! What the words of the text say of a quotation that no markup attributes, and why.

use crate::attribution::{Grade, Nature, Pattern};
use crate::ide::hover::office;
use crate::ide::markdown::{Card, isolated, list};
use crate::model::{InferredQuotation, InferredSource, MeantBy};
use crate::text::{FileId, TextRange};
use crate::workspace::Snapshot;

/// The card of the quotation at `at`, whose kind is `kind`.
pub(super) fn inferred_card(snapshot: &Snapshot, file: FileId, at: usize, kind: &str) -> String {
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
    let words = |range: TextRange| {
        isolated(
            snapshot
                .text(file)
                .get(std::ops::Range::<usize>::from(range))
                .unwrap_or_default(),
        )
    };
    let lang = analysis.article.lang();
    let entities = source
        .meant
        .entities
        .iter()
        .map(|key| analysis.entities.get(*key));
    let names: Vec<String> = entities
        .clone()
        .map(|entity| isolated(entity.name(lang)))
        .collect();
    let who = if names.is_empty() {
        words(source.speaker)
    } else {
        names.join(", ")
    };
    let mut card = Card::new(match source.grade {
        Grade::Guess => format!("**{kind}**, perhaps of **{who}**"),
        _ => format!("**{who}** · {kind}"),
    });
    for entity in entities {
        card.line(office(analysis, entity));
    }
    let all = |ranges: &[TextRange]| {
        ranges
            .iter()
            .map(|range| snapshot.text(file)[*range].to_owned())
            .collect::<Vec<_>>()
    };
    card.line(list(
        "To: ",
        all(&source.addressees).iter().map(String::as_str),
    ));
    card.line(list(
        "Through: ",
        all(&source.via).iter().map(String::as_str),
    ));
    card.line(Some(evidence(source, &words)));
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
fn evidence(source: &InferredSource, words: &dyn Fn(TextRange) -> String) -> String {
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
    let grade = match source.grade {
        Grade::Sure => "sure",
        Grade::Likely => "likely",
        Grade::Guess => "a guess",
    };
    format!(
        "Inferred, {grade}: {how}{by}: {}{cue}",
        words(source.speaker)
    )
}
