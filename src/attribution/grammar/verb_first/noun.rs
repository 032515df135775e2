//! Cues that are no verbs: participles, nouns of saying, `according to`, a name with a colon; and
//! those after a quotation.

use std::ops::Range;

use super::cue::{Cue, Role, brings, is_word};
use super::frame::State;
use super::phrase;
use crate::attribution::lexicon::Class;
use crate::attribution::reading::Pattern;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, Token};

/// `رايس: "…"`
pub(super) fn label(sentence: Sentence<'_>, colon: usize, state: &State) -> Option<Cue> {
    if !state.is_empty() || !(1..=6).contains(&colon) {
        return None;
    }
    let subject = phrase::at(sentence, 0)?;
    let is_place = sentence.tokens[0].is(Class::PLACE);
    let is_whole = subject.end == colon && !is_place;
    is_whole.then(|| Cue::new(colon, Role::Main).by(subject, Pattern::Label))
}

/// `مضيفا أن`
pub(super) fn participle(sentence: Sentence<'_>, at: usize, state: &State) -> Option<Cue> {
    let token = &sentence.tokens[at];
    let is_noun = token.is(Class::TITLE | Class::PERSON | Class::GROUP | Class::DEFINITE);
    if !token.is(Class::SAYING | Class::HINTING) || is_noun {
        return None;
    }
    // `طالبا عدم الكشف عن اسمه`
    if is_word(sentence, at + 1, &["عدم"]) {
        return None;
    }
    // `مؤكدة` can also be an adjective.
    let is_accusative = sentence.word(at).trim_end_matches('\u{64b}').ends_with('ا');
    let is_after_word = at > 0 && {
        let previous = &sentence.tokens[at - 1];
        previous.is_word() && !previous.is(Class::TIME)
    };
    let is_free = !is_after_word || token.is(Class::JOINED);
    if !is_accusative && !is_free && !brings(sentence, at + 1) {
        return None;
    }
    let cue = Cue::new(at, Role::Participle).of(token.class);
    let first = phrase::first(sentence, at).filter(|_| state.is_empty());
    Some(match first {
        Some(first) => cue.by(first, Pattern::Clause),
        None => cue,
    })
}

/// `تأكيد الوزير أن`, `قوله إن`
pub(super) fn of_saying(sentence: Sentence<'_>, at: usize, state: &State) -> Option<Cue> {
    let tokens = sentence.tokens;
    let token = &tokens[at];
    let is_related = at > 0 && tokens[at - 1].is(Class::RELATIVE);
    if !token.is(Class::WORDS) || token.is(Class::FEELING) || is_related {
        return None;
    }
    if token.is(Class::DEFINITE) {
        let is_saying = is_word(sentence, at, &["بالقول", "القول"]);
        let goes_on = is_saying && !state.is_empty() && brings(sentence, at + 1);
        return goes_on.then(|| Cue::new(at, Role::Participle));
    }
    if token.is(Class::WITH_PRONOUN) {
        // `نقلت الوكالة عن الوزير قوله`
        let main = state.main.as_ref();
        if main.is_some_and(|main| tokens[main.cue].is(Class::RELAYS)) {
            return None;
        }
        let role = if state.is_empty() {
            Role::Participle
        } else {
            Role::Noun
        };
        return brings(sentence, at + 1).then(|| Cue::new(at, role));
    }
    let subject = phrase::at(sentence, at + 1)?;
    let is_that = |token: &Token| token.is(Class::THAT) || token.kind == Kind::Colon;
    let end = tokens.len().min(subject.end + 4);
    let brings = tokens[subject.end..end].iter().any(is_that);
    let speaks = tokens[subject.start].is(phrase::SPEAKER) && state.is_empty();
    (brings || speaks).then(|| Cue::new(at, Role::Noun).by(subject, Pattern::According))
}

/// `بحسب الوزير`, `وفقا للوزير`, `حسب قول الوزير`, `وفق ما أعلن الوزير`, `حسبما قال الوزير`
pub(super) fn according(sentence: Sentence<'_>, at: usize) -> Option<Cue> {
    let tokens = sentence.tokens;
    let cue = Cue::new(at, Role::According);
    if let Some(subject) = who_said_so(sentence, at + 1) {
        return Some(cue.by(subject, Pattern::According));
    }
    let mut start = at + 1;
    let is_saying = |token: &Token| token.is(Class::WORDS) && !token.is(Class::DEFINITE);
    while tokens.get(start).is_some_and(is_saying) {
        start += 1;
    }
    let subject = phrase::source_at(sentence, start)?;
    // `وفقا للقانون`
    let head = &tokens[subject.start];
    let speaks = phrase::SPEAKER.or(Class::MEDIUM).or(Class::PLACE);
    let is_definite = head.is(Class::DEFINITE) || is_defined(sentence, subject.start);
    let is_law = !head.is(speaks) && is_definite;
    (!is_law).then(|| cue.by(subject, Pattern::According))
}

/// `على ما أفاد الوزير`
pub(super) fn on_what(sentence: Sentence<'_>, at: usize) -> Option<Cue> {
    let is_on = sentence.tokens[at].is(Class::PREPOSITION)
        && is_word(sentence, at, &["علي"])
        && is_word(sentence, at + 1, &["ما"]);
    let subject = is_on.then(|| who_said_so(sentence, at + 1)).flatten()?;
    Some(Cue::new(at + 2, Role::According).by(subject, Pattern::According))
}

/// The subject of the verb at `at`, or behind `ما` there.
fn who_said_so(sentence: Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let is_what = is_word(sentence, at, &["ما"]);
    let verb = if is_what { at + 1 } else { at };
    let token = sentence.tokens.get(verb)?;
    let says = token.is(Class::SAYS) && !token.is(Class::RELAYS | Class::JOINED);
    says.then(|| phrase::subject_after(sentence, verb))
        .flatten()
}

fn is_defined(sentence: Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    word.starts_with("لل") && word.chars().count() > 4
}

/// The cue after the quotation at `at`: `"…"، بحسب الوزير`, `"…" كما قال الوزير`, `"…"، قال الوزير`.
pub(super) fn after_quote(sentence: Sentence<'_>, at: usize, has_cue: bool) -> Option<Cue> {
    const AS: [&str; 6] = ["كما", "حسبما", "مثلما", "وفقما", "بحسبما", "كما"];
    let tokens = sentence.tokens;
    let is_sign =
        |token: &Token| matches!(token.kind, Kind::Comma | Kind::Dash) || token.is(Class::ADVERB);
    let next = (at + 1..tokens.len()).find(|at| !is_sign(&tokens[*at]))?;
    if next > at + 3 {
        return None;
    }
    if tokens[next].is(Class::ACCORDING) && !is_word(sentence, next, &AS) {
        return according(sentence, next);
    }
    if is_word(sentence, next, &["علي"]) {
        return in_words(sentence, next + 1, has_cue).or_else(|| on_what(sentence, next));
    }
    let is_as = is_word(sentence, next, &AS);
    let verb = if is_as { next + 1 } else { next };
    let token = tokens.get(verb)?;
    let is_verb = token.is(Class::SAYS) && (is_as || !token.is(Class::JOINED) && !has_cue);
    if !is_verb {
        return None;
    }
    let cue = Cue::new(verb, Role::Relative).of(token.class);
    match phrase::subject_after(sentence, verb) {
        Some(subject) => Some(cue.by(subject, Pattern::AfterInverted)),
        None if is_as && !has_cue => {
            let first = phrase::first(sentence, at);
            Some(first.map_or(cue.clone(), |first| cue.by(first, Pattern::Clause)))
        }
        None => is_as.then_some(cue),
    }
}

/// `على حد قول الوزير`, `على حد قوله`, `على لسان الوزير`, with its first noun at `at`.
fn in_words(sentence: Sentence<'_>, at: usize, has_cue: bool) -> Option<Cue> {
    let tokens = sentence.tokens;
    let is_measure = is_word(sentence, at, &["حد"]);
    let noun = if is_measure { at + 1 } else { at };
    let token = tokens.get(noun).filter(|token| token.is(Class::WORDS))?;
    let cue = Cue::new(noun, Role::According);
    if token.is(Class::WITH_PRONOUN) {
        return (!has_cue).then_some(cue);
    }
    Some(cue.by(phrase::at(sentence, noun + 1)?, Pattern::According))
}
