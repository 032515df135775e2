//! The entities that an article knows, in the editor's terms.

use serde::Serialize;
use tower_lsp::gen_lsp_types as lsp;

use crate::ide::cast::{self, Wanted};
use crate::lsp::convert::{Locations, Places};
use crate::lsp::view::View;
use crate::model::EntityKind;

/// An entity.
#[derive(Serialize)]
pub(super) struct Member {
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

pub(super) fn cast(view: &View, wanted: &Wanted) -> Vec<Member> {
    let locations = Locations::new(view);
    let places = Places::new(view, view.file);
    let found = cast::cast(&view.snapshot, view.file, wanted).into_iter();
    let members = found.map(|member| Member {
        id: member.id,
        declared: member.is_declared,
        name: member.name,
        names: member.names,
        kind: member.kind.map(EntityKind::name),
        role: member.role,
        location: member.place.and_then(|place| locations.location(place)),
        mentions: member
            .mentions
            .into_iter()
            .map(|words| places.range(words))
            .collect(),
        quotations: member.quotations,
    });
    members.collect()
}
