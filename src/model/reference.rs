//! Ids as they are written in the text: in the tails of mentions and in braces.

use crate::names::id::normalise_id;
use crate::syntax::ast::{Brace, BraceKind};
use crate::text::TextRange;

/// An id where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdRef {
    /// The id in Unicode's NFC, by which ids are compared.
    pub id: String,
    /// Where it stands, in bytes of the article.
    pub range: TextRange,
}

impl IdRef {
    pub(super) fn read(text: &str, range: TextRange) -> IdRef {
        IdRef {
            id: normalise_id(&text[range]).into_owned(),
            range,
        }
    }
}

/// What a brace says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// From `{` to `}`, in bytes of the article.
    pub range: TextRange,
    /// What kind of brace it is.
    pub kind: BraceKind,
    /// Who says it.
    pub speakers: Vec<IdRef>,
    /// To whom.
    pub addressees: Vec<IdRef>,
    /// Who passed it on, outward.
    pub via: Vec<IdRef>,
}

impl Who {
    pub(super) fn read(text: &str, brace: &Brace) -> Who {
        let ids = |ranges: &[TextRange]| {
            ranges
                .iter()
                .map(|&range| IdRef::read(text, range))
                .collect()
        };
        Who {
            range: brace.range,
            kind: brace.kind,
            speakers: ids(&brace.speakers),
            addressees: ids(&brace.addressees),
            via: ids(&brace.via),
        }
    }

    /// All ids of the brace, in the order of the text.
    pub fn ids(&self) -> impl Iterator<Item = &IdRef> {
        self.speakers
            .iter()
            .chain(&self.addressees)
            .chain(&self.via)
    }

    /// Whether it says who speaks, or that this goes on or that nobody knows.
    pub fn is_attribution(&self) -> bool {
        match self.kind {
            BraceKind::Who => !self.speakers.is_empty() || !self.via.is_empty(),
            BraceKind::Continues | BraceKind::Unknown => true,
            BraceKind::NotSpeech | BraceKind::Cue => false,
        }
    }

    pub(super) fn is_cue(&self) -> bool {
        self.kind == BraceKind::Cue
    }
}
