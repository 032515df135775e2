//! Who says what in an article, in the editor's terms.

use serde::Serialize;
use tower_lsp::gen_lsp_types as lsp;

use crate::ide::speakers::{self, Saying};
use crate::lsp::convert::{Locations, Places};
use crate::lsp::view::View;
use crate::model::EntityKind;

/// Somebody who speaks, or what nobody is known to say.
#[derive(Serialize)]
pub(super) struct Speaker {
    id: Option<String>,
    name: Option<String>,
    kind: Option<&'static str>,
    /// Where the speaker is declared, else where the text first names them.
    location: Option<lsp::Location>,
    quotations: Vec<Quotation>,
}

/// Something that is said.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Quotation {
    range: lsp::Range,
    text: String,
    kind: &'static str,
    certainty: &'static str,
    /// The words that name the speaker.
    named_at: Option<lsp::Range>,
}

pub(super) fn speakers(view: &View) -> Vec<Speaker> {
    let locations = Locations::new(view);
    let places = Places::new(view, view.file);
    let quotation = |said: Saying| Quotation {
        range: places.range(said.range),
        text: said.words,
        kind: said.kind.name(),
        certainty: said.certainty.name(),
        named_at: said.named_at.map(|words| places.range(words)),
    };
    let found = speakers::speakers(&view.snapshot, view.file).into_iter();
    let speakers = found.map(|speaker| Speaker {
        id: speaker.id,
        name: speaker.name,
        kind: speaker.kind.map(EntityKind::name),
        location: speaker.place.and_then(|place| locations.location(place)),
        quotations: speaker.said.into_iter().map(quotation).collect(),
    });
    speakers.collect()
}
