//! Who is spoken to, through whom it came, and whether the speaker stays unnamed.

use super::cue::Cue;
use crate::attribution::reading::{Source, Words};
use crate::attribution::sentence::Sentence;

/// Completes the source that the cue names.
pub(super) fn complete(sentence: Sentence<'_>, cue: &Cue, source: &mut Source) {
    if let Some(via) = &cue.via {
        source.via.push(Words::here(sentence.range(via)));
    }
}
