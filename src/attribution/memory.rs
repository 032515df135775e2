//! What a reader keeps in mind from one sentence to the next.

use super::lexicon::Class;
use super::reading::Source;

/// Who spoke before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Memory {
    /// Who spoke last.
    pub(super) last: Option<Source>,
    /// Whom the sentence before said to speak, where it ends without their words.
    pub(super) introduced: Option<Source>,
    /// Who spoke last and before, with gender and number, where verbs tell them; the last one last.
    pub(super) subjects: Vec<Subject>,
    /// How many sentences ago the last of them was.
    pub(super) silence: usize,
}

/// Of whom a verb spoke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) source: Source,
    /// The verb's gender and number.
    pub(super) form: Class,
}

/// As many as are kept in mind.
const SUBJECTS: usize = 3;

impl Memory {
    /// Keeps `subject` as the last one.
    pub(super) fn keep(&mut self, subject: Subject) {
        let same = |known: &Subject| known.source.speaker == subject.source.speaker;
        self.subjects.retain(|known| !same(known));
        if self.subjects.len() == SUBJECTS {
            self.subjects.remove(0);
        }
        self.subjects.push(subject);
        self.silence = 0;
    }

    /// Goes on to the next passage: what is kept stands one further back from there.
    pub(super) fn turn(&mut self) {
        let subjects = self.subjects.iter_mut().map(|subject| &mut subject.source);
        let kept = self
            .last
            .iter_mut()
            .chain(&mut self.introduced)
            .chain(subjects);
        for words in kept.flat_map(Source::words_mut) {
            words.back += 1;
        }
    }
}
