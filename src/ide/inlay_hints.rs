//! Who speaks, shown behind the closing mark of quotations that no brace attributes.

use crate::annotate::single::Attributions;
use crate::attribution::Grade;
use crate::ide::Locale;
use crate::ide::accept::{names, offers};
use crate::ide::hover::quotation_card;
use crate::text::{FileId, TextEdit, TextRange, TextSize};
use crate::workspace::Snapshot;

/// Words shown in the text that are not part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlayHint {
    /// Where, in bytes of the file.
    pub offset: TextSize,
    /// The words; a question mark behind them says that they are likely, two that they are a guess.
    pub label: String,
    /// Why, in Markdown.
    pub tooltip: String,
    /// What writes it as markup, in the order of the text; none where that needs a person.
    pub edits: Vec<TextEdit>,
}

/// The hints that stand in `range`, in bytes of `file`.
pub fn inlay_hints(
    snapshot: &Snapshot,
    file: FileId,
    range: TextRange,
    locale: Locale,
) -> Vec<InlayHint> {
    let analysis = snapshot.analysis(file);
    let shown = offers(analysis).filter(|offer| range.contains_inclusive(offer.place));
    let attributions = Attributions::of(snapshot, file);
    let hint = shown.map(|offer| {
        let name = names(snapshot, file, offer.source).join(", ");
        let doubt = match offer.source.grade {
            Grade::Sure => "",
            Grade::Likely => "?",
            Grade::Guess => "??",
        };
        InlayHint {
            offset: offer.place,
            // Editors draw the codes of isolates that stand in the text itself.
            label: format!("{name}{doubt}"),
            tooltip: quotation_card(snapshot, file, offer.at, locale),
            edits: attributions.edits(offer.at).unwrap_or_default(),
        }
    });
    hint.collect()
}
