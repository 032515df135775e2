//! What a reader keeps in mind from one sentence to the next.

use super::reading::Source;

/// Who spoke before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Memory {
    /// Who spoke last.
    pub(super) last: Option<Source>,
    /// Whom the sentence before said to speak, where it ends without their words.
    pub(super) introduced: Option<Source>,
}

impl Memory {
    /// Goes on to the next passage: what is kept stands one further back from there.
    pub(super) fn turn(&mut self) {
        let kept = self.last.iter_mut().chain(&mut self.introduced);
        for words in kept.flat_map(Source::words_mut) {
            words.back += 1;
        }
    }
}
