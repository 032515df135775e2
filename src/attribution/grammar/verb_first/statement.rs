//! What is said without marks: where it begins and ends.

use std::ops::Range;

use super::cue::{Role, is_connector, is_word};
use super::frame::{Frame, State};
use crate::attribution::lexicon::Class;
use crate::attribution::reading::Source;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, Token};

/// Something said that is not at its end yet.
#[derive(Debug, Clone)]
pub(super) struct Open {
    /// Its first token.
    pub(super) start: usize,
    /// Who says it.
    pub(super) source: Source,
}

/// Nouns that belong to what `أن` brings.
const NECESSITY: [&str; 7] = [
    "ضرورة",
    "اهمية",
    "وجوب",
    "خطورة",
    "امكانية",
    "احتمال",
    "حقيقة",
];

/// Where what is said begins that the `أن` at `that` brings: `عن أمله بأن` belongs to it.
pub(super) fn start(sentence: Sentence<'_>, that: usize) -> usize {
    let Some(mut feeling) = that.checked_sub(1) else {
        return that;
    };
    if is_word(sentence, feeling, &["في", "من"]) && feeling > 0 {
        feeling -= 1;
    }
    // `على ضرورة أن`
    if is_word(sentence, that - 1, &NECESSITY) {
        return that - 1;
    }
    let is_voiced = sentence.tokens[feeling].is(Class::FEELING)
        && feeling > 0
        && is_word(sentence, feeling - 1, &["عن"]);
    if is_voiced { feeling - 1 } else { that }
}

/// Whether what is said ends before the token at `at`.
pub(super) fn ends(sentence: Sentence<'_>, at: usize) -> bool {
    match sentence.tokens[at].kind {
        Kind::Semicolon => !refers_back(sentence, at + 1),
        Kind::Comma => leaves(sentence, at + 1),
        Kind::Open => is_credit(sentence, at),
        Kind::Word(_) => is_aside(sentence, at),
        _ => false,
    }
}

/// Whether what is said begins after the comma at `comma`: `وبحسب البيان، أغلق الطريق`.
pub(super) fn begins_after(sentence: Sentence<'_>, comma: usize, state: &State) -> bool {
    let tokens = sentence.tokens;
    let is_leading = |frame: &Frame| {
        let starts = frame.cue <= 1 && comma <= frame.cue + 12;
        starts && frame.role == Role::According && frame.states
    };
    let that = tokens.get(comma + 1);
    tokens[comma].kind == Kind::Comma
        && state.frame().is_some_and(is_leading)
        && that.is_some_and(|token| token.is_word() && !token.is(Class::THAT | Class::PREPOSITION))
}

/// Whether the sentence says before the cue of `frame` what its speaker said, and no more after him:
/// `أغلق الطريق، بحسب بيان الوزارة`.
pub(super) fn stands_before(sentence: Sentence<'_>, frame: &Frame) -> bool {
    let tokens = sentence.tokens;
    let is_last = tokens.len() < frame.cue + 16;
    let is_plain = |token: &Token| {
        let is_sign = matches!(token.kind, Kind::Colon | Kind::Dash | Kind::Semicolon);
        !is_sign && !token.is(Class::SAYING | Class::SAYS) || token.is(Class::NOUNLIKE)
    };
    frame.role == Role::According
        && frame.cue > 3
        && is_last
        && tokens[..frame.cue].iter().all(is_plain)
        && !tokens[frame.cue + 1..]
            .iter()
            .any(|token| token.is(Class::THAT))
}

/// `(رويترز)`, which ends the line under a photograph.
fn is_credit(sentence: Sentence<'_>, open: usize) -> bool {
    let tokens = sentence.tokens;
    let is_agency = is_word(sentence, open + 1, &["الفرنسية"])
        || tokens
            .get(open + 1)
            .is_some_and(|token| token.is(Class::MEDIUM));
    let end = tokens.len().min(open + 5);
    is_agency
        && tokens[open + 1..end]
            .iter()
            .any(|token| token.kind == Kind::Close)
}

/// `وذلك خلال`
fn is_aside(sentence: Sentence<'_>, at: usize) -> bool {
    sentence.tokens[at].is(Class::PREPOSITION)
        && is_word(sentence, at, &["وذلك"])
        && (is_word(sentence, at + 1, &ON)
            || is_word(sentence, at + 1, &["ردا", "اثر", "غداه", "غداة"]))
}

/// Words before an occasion to speak.
const ON: [&str; 9] = [
    "خلال",
    "في",
    "اثناء",
    "عقب",
    "بعد",
    "وخلال",
    "علي",
    "قبيل",
    "قبل",
];

/// Whether the clause at `at` goes on from the one before: `ويشمل ذلك`, `وأن`, `لأن`.
fn refers_back(sentence: Sentence<'_>, at: usize) -> bool {
    const BACK: [&str; 12] = [
        "ذلك", "هذا", "هذه", "تلك", "وذلك", "وهذا", "وهو", "وهي", "لانه", "لان", "اذ", "حيث",
    ];
    let is_back = |at: usize| {
        let token = sentence.tokens.get(at);
        token.is_some_and(|token| token.is(Class::THAT)) || is_word(sentence, at, &BACK)
    };
    // `وبعد ذلك` begins anew.
    let is_time = sentence
        .tokens
        .get(at)
        .is_some_and(|token| token.is(Class::PREPOSITION | Class::TIME));
    is_back(at) || !is_time && is_back(at + 1)
}

/// Whether the words at `at`, after a comma, belong to the clause that says who speaks:
/// `خلال لقائه`, `في تصريح`, `بحسب`, `فيما`.
fn leaves(sentence: Sentence<'_>, at: usize) -> bool {
    const AWAY: [&str; 8] = [
        "فيما",
        "بينما",
        "وفيما",
        "وبينما",
        "وذلك",
        "جاء",
        "وكان",
        "وكانت",
    ];
    let Some(token) = sentence.tokens.get(at) else {
        return false;
    };
    if token.is(Class::ACCORDING | Class::RELAYS) || is_word(sentence, at, &AWAY) {
        return true;
    }
    let is_occasion = |at: usize| {
        let token = sentence.tokens.get(at);
        token.is_some_and(|token| {
            token.is(Class::EVENT) && (token.is(Class::WITH_PRONOUN) || !token.is(Class::DEFINITE))
        })
    };
    let is_measure =
        is_word(sentence, at, &["علي"]) && is_word(sentence, at + 1, &["حد", "حسب", "لسان", "ما"]);
    is_measure
        || is_word(sentence, at, &ON) && is_occasion(at + 1)
        || is_word(sentence, at, &["علي"])
            && is_word(sentence, at + 1, &["هامش"])
            && is_occasion(at + 2)
}

/// The tokens of what is said, of which `range` may hold signs at its end; `None` where nothing but
/// quotations is left, which speak for themselves.
pub(super) fn content(sentence: Sentence<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let is_sign = |at: usize| {
        let token = &tokens[at];
        let is_sign = matches!(
            token.kind,
            Kind::Comma | Kind::Semicolon | Kind::Stop | Kind::Dash | Kind::Colon | Kind::Open
        );
        is_sign || token.is(Class::AND)
    };
    // `كما`, `وكان` and the like belong to the clause that follows.
    let is_left = |at: usize| {
        let token = &tokens[at];
        let leads = Class::PREPOSITION | Class::SUBORDINATE | Class::AUXILIARY | Class::RELATIVE;
        is_sign(at) || range.end < tokens.len() && token.is(leads)
    };
    let end = range.clone().rev().find(|at| !is_left(*at))? + 1;
    let start = range.start;
    let is_bringing = |at: usize| {
        let token = &tokens[at];
        token.is(Class::THAT) && !is_connector(sentence, at)
            || token.quote().is_some()
            || is_sign(at)
    };
    let says_something = (start..end).any(|at| !is_bringing(at));
    let words = (start + 1..end).filter(|at| !is_sign(*at)).count();
    (says_something && words >= 2).then_some(start..end)
}
