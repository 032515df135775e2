//! What words between quotation marks are: speech, a name, a title, a term, or words at a distance.

use super::find::Found;
use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::prose::Passage;
use crate::attribution::reading::{Nature, Pattern};
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, is_letter};

/// More words than that are speech, or nobody would quote them.
const LONG: usize = 9;

/// What the quotation `quote` of a passage is, the token `at` of its sentence.
pub(super) fn nature(
    passage: &Passage<'_>,
    quote: usize,
    sentence: Sentence<'_>,
    at: usize,
    found: Option<&Found>,
    lexicon: &Lexicon,
) -> Nature {
    let range = passage.quotes[quote].range;
    // The value of an attribute in a tag.
    if passage.text[..usize::from(range.start())].ends_with('=') {
        return Nature::Other;
    }
    let shape = Shape::of(&passage.text[range], lexicon);
    if shape.words == 0 {
        return Nature::Other;
    }
    let before = |back: usize| at.checked_sub(back).map(|at| &sentence.tokens[at]);
    let after = sentence.tokens.get(at + 1);
    let previous = match before(1) {
        Some(token) if token.kind == Kind::Comma => before(2),
        token => token,
    };
    let follows = |class: Class| previous.is_some_and(|token| token.is(class));
    if before(1).is_some_and(|token| token.is(Class::SO_CALLED)) {
        return Nature::Scare;
    }
    if shape.words > LONG {
        return Nature::Speech;
    }
    if shape.is_title {
        if follows(Class::CALLED) {
            return Nature::Name;
        }
        if follows(Class::WORK) {
            return Nature::Title;
        }
    }
    if before(1).is_some_and(|token| token.is(Class::TERM)) && found.is_none_or(is_weak) {
        return Nature::Term;
    }
    if shape.is_title && shape.words > 1 {
        let belongs = before(1).is_some_and(|token| token.is(Class::GENITIVE))
            || after.is_some_and(|token| token.is(Class::WORK | Class::PERSON));
        if belongs {
            return Nature::Title;
        }
        if found.is_none_or(is_weak) {
            return Nature::Other;
        }
    }
    Nature::Speech
}

/// Whether nothing beside the quotation says that somebody speaks.
fn is_weak(found: &Found) -> bool {
    match found.pattern {
        Pattern::After
        | Pattern::AfterInverted
        | Pattern::Before
        | Pattern::According
        | Pattern::Label => false,
        Pattern::Clause => found.cue.is_none(),
        _ => true,
    }
}

/// How quoted words are written.
struct Shape {
    /// How many there are, counted no further than a few above [`LONG`].
    words: usize,
    /// Whether all have capitals but small words inside.
    is_title: bool,
}

impl Shape {
    fn of(quoted: &str, lexicon: &Lexicon) -> Shape {
        let mut shape = Shape {
            words: 0,
            is_title: true,
        };
        let mut buffer = String::new();
        // Nobody shouts or asks a title.
        let last = quoted.trim_end_matches(|c: char| !c.is_alphanumeric() && !"!?".contains(c));
        shape.is_title = !last.ends_with(['!', '?']);
        let words = quoted
            .split(|c: char| !(is_letter(c) || c == '\'' || c == '’'))
            .filter(|word| word.chars().any(char::is_alphabetic));
        for word in words.take(LONG + 1) {
            shape.words += 1;
            let has_capital = word.chars().next().is_some_and(char::is_uppercase);
            shape.is_title &= has_capital || lexicon.class(word, &mut buffer).has(Class::IN_TITLE);
        }
        shape
    }
}
