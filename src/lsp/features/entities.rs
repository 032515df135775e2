//! The entities that an article knows, in the editor's terms.

use serde::Serialize;
use tower_lsp::gen_lsp_types as lsp;

use crate::ide::entities::{self, Wanted};
use crate::lsp::convert::{Locations, Places};
use crate::lsp::view::View;
use crate::model::EntityKind;

/// An entity.
#[derive(Serialize)]
pub(super) struct Entity {
    id: Option<String>,
    declared: bool,
    name: String,
    names: Vec<String>,
    kind: Option<&'static str>,
    role: Option<String>,
    /// Where it is declared, else where the text first names it.
    location: Option<lsp::Location>,
    mentions: Vec<lsp::Range>,
    quotations: usize,
}

pub(super) fn entities(view: &View, wanted: &Wanted) -> Vec<Entity> {
    let locations = Locations::new(view);
    let places = Places::new(view, view.file);
    let found = entities::entities(&view.snapshot, view.file, wanted).into_iter();
    let shown = found.map(|listed| Entity {
        id: listed.id,
        declared: listed.is_declared,
        name: listed.name,
        names: listed.names,
        kind: listed.kind.map(EntityKind::name),
        role: listed.role,
        location: listed.place.and_then(|place| locations.location(place)),
        mentions: listed
            .mentions
            .into_iter()
            .map(|words| places.range(words))
            .collect(),
        quotations: listed.quotations,
    });
    shown.collect()
}
