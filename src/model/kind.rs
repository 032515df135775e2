//! Whether words are quoted whole, in part, or told in other words.

use crate::model::analysis::Analysis;
use crate::model::quotation::{Form, Quotation};
use crate::model::speech::Said;
use crate::names::fold::is_invisible;

/// How somebody's words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpeechKind {
    /// A whole utterance between quotation marks.
    Direct,
    /// A few words between quotation marks inside a sentence that is not the speaker's.
    Partial,
    /// Told in other words, without marks.
    Indirect,
    /// Not speech.
    None,
}

impl SpeechKind {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            SpeechKind::Direct => "direct",
            SpeechKind::Partial => "partial",
            SpeechKind::Indirect => "indirect",
            SpeechKind::None => "other",
        }
    }
}

impl Analysis {
    /// How the words of the quotation at `at` are given. Between marks stands a whole utterance if
    /// the marks begin a sentence or follow a colon, if a sentence or clause ends inside them, or
    /// if they run over paragraphs; what stands inside indirect speech is always a part of it.
    pub fn kind(&self, at: usize) -> SpeechKind {
        let quotation = &self.article.quotations[at];
        if self.said[at] == Said::NotSpeech {
            return SpeechKind::None;
        }
        if quotation.form == Form::Span {
            return SpeechKind::Indirect;
        }
        let outer = quotation
            .parent
            .map(|parent| self.article.quotations[parent].form);
        let is_whole = outer != Some(Form::Span)
            && (quotation.pieces.len() > 1 || self.stands_alone(quotation));
        if is_whole {
            SpeechKind::Direct
        } else {
            SpeechKind::Partial
        }
    }

    fn stands_alone(&self, quotation: &Quotation) -> bool {
        let Some(passage) = self.article.passages.get(quotation.passage) else {
            return false;
        };
        let wire = &passage.wire;
        let at = |offset| usize::from(wire.to_wire(offset)).min(wire.text().len());
        let (start, words) = (at(quotation.range.start()), quotation.words());
        let before = wire.text()[..start].trim_end_matches(is_unseen);
        let begins =
            before.is_empty() || before.ends_with([':', '：']) || before.ends_with(ENDS_SENTENCE);
        let (first, last) = (at(words.start()), at(words.end()));
        let inside = wire.text().get(first..last).unwrap_or_default();
        let inside = inside.trim_end_matches(is_unseen);
        begins || inside.ends_with([',', '،', '，']) || inside.ends_with(ENDS_SENTENCE)
    }
}

/// What ends a sentence, in any script.
const ENDS_SENTENCE: [char; 10] = ['.', '!', '?', '…', '؟', '۔', '。', '！', '？', '।'];

/// White space, and what has no shape: the controls of the writing direction stand beside marks.
fn is_unseen(character: char) -> bool {
    character.is_whitespace() || is_invisible(character)
}
