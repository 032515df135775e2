//! Who speaks, as it is said between the words themselves: « Il faudra du temps, estime Jean Dupont,
//! mais nous y arriverons. »

use super::clause::{Clauses, Form};
use super::find::Found;
use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::reading::{Grade, Pattern, Source};
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, words_of};
use crate::text::TextRange;

/// The source that the words of the quotation at `quote` name.
pub(super) fn source(text: &str, quote: TextRange, lexicon: &Lexicon) -> Option<Source> {
    if !lexicon.has_incises() {
        return None;
    }
    let tokens = words_of(text, quote, lexicon);
    let clauses = Clauses::new(Sentence {
        text,
        tokens: &tokens,
    });
    let found = (1..tokens.len()).find_map(|at| clauses.incise(at))?;
    Some(clauses.source(&found))
}

impl Clauses<'_> {
    /// `, estime Jean Dupont,`: the verb at `cue`, its subject behind it, and nothing else between
    /// commas.
    fn incise(&self, cue: usize) -> Option<Found> {
        let tokens = self.sentence.tokens;
        let is_verb = self.form(cue) == Some(Form::Finite) && tokens[cue].is(Class::SAYS);
        let opens = |at: usize| at > 0 && tokens[at - 1].kind == Kind::Comma;
        if !is_verb {
            return None;
        }
        let is_light =
            |at: &usize| self.sentence.is_adverb(*at) || tokens[*at].is(Class::AUXILIARY);
        let start = (0..cue)
            .rev()
            .take(3)
            .take_while(is_light)
            .last()
            .unwrap_or(cue);
        if !opens(start) {
            return None;
        }
        let speaker = self.subject_behind(cue, tokens.len())?;
        let closes = tokens[speaker.end..]
            .iter()
            .take(8)
            .find(|token| !token.is_word())
            .is_some_and(|token| matches!(token.kind, Kind::Comma | Kind::Stop));
        closes.then(|| Found::new(speaker, cue, Pattern::AfterInverted, Grade::Likely))
    }
}
