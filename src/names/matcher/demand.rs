//! How exactly the words of a text must be spelled as those of a name, where folding is too kind:
//! capitals, acronyms, and Arabic names that a letter tells from a function word.

use super::function_word;
use crate::names::fold::{Folded, fold_text, spelled};
use crate::names::script::{Script, script};
use crate::text::{TextRange, TextSize};

/// What a word of the text must have to be a certain word of a name, besides the same folded form.
#[derive(Debug, Clone)]
pub(super) struct Demand {
    capitals: Capitals,
    /// The letters without exchange of hamza and ya, if they matter.
    letters: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Capitals {
    /// The name has none and asks for none.
    Free,
    /// One at the start: `May` is not `may`.
    First,
    /// One somewhere: `iPhone` may be `IPHONE`, but not `iphone`.
    Some,
    /// All of them: `WHO` is not `Who`.
    All,
}

impl Demand {
    /// What the name's word asks for.
    pub(super) fn of(word: &str) -> Self {
        Self {
            capitals: Capitals::of(word),
            letters: resembles_function_word(word).then(|| with_one_ya(&spelled(word))),
        }
    }

    /// What an article at the start of a longer name asks for, `The` in `The Times`: small letters
    /// will do within a sentence. German articles are none of these, since `die Zeit` is the time
    /// and `Die Zeit` a newspaper.
    pub(super) fn of_first(word: &str) -> Self {
        const ARTICLES: [&str; 9] = ["the", "la", "le", "les", "el", "los", "las", "il", "lo"];
        let mut demand = Self::of(word);
        if ARTICLES.contains(&fold_text(word).as_str()) {
            demand.capitals = Capitals::Free;
        }
        demand
    }

    /// Whether the word of the text fulfils it. In Arabic a final `ی` may stand for either ya, so
    /// it fulfils nothing there.
    pub(super) fn allows(&self, word: &str, language: &str) -> bool {
        let is_spelled = |own: &String| {
            let letters = spelled(word);
            let same = *own == letters || (language != "ar" && *own == with_one_ya(&letters));
            same && !is_on_me(word)
        };
        self.capitals.allow(word) && self.letters.as_ref().is_none_or(is_spelled)
    }

    /// Whether the name's word is an acronym.
    pub(super) fn is_acronym(&self) -> bool {
        self.capitals == Capitals::All
    }
}

/// The words of a range of folded text, as they stand in the source. Hyphens part words.
pub(super) fn words<'a>(
    source: &'a str,
    folded: &'a Folded,
    range: TextRange,
) -> impl Iterator<Item = &'a str> {
    let text = &folded.text()[range];
    text.split([' ', '-']).map(move |word| {
        let at = word.as_ptr().addr() - text.as_ptr().addr();
        let start = range.start() + TextSize::new(at as u32);
        &source[folded.source(TextRange::at(start, TextSize::of(word)))]
    })
}

/// Whether a text has capitals and no small letters.
pub(super) fn is_all_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

impl Capitals {
    fn of(word: &str) -> Self {
        let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
        if capitals == 0 {
            Self::Free
        } else if capitals > 1 && is_all_capitals(word) {
            Self::All
        } else if starts_with_capital(word) {
            Self::First
        } else {
            Self::Some
        }
    }

    fn allow(self, word: &str) -> bool {
        match self {
            Self::Free => true,
            Self::First => starts_with_capital(word),
            Self::Some => word.chars().any(char::is_uppercase),
            Self::All => is_all_capitals(word),
        }
    }
}

/// Whether the first letter is a capital. Scripts without capitals have none to ask for.
pub(super) fn starts_with_capital(word: &str) -> bool {
    let first = word.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| !letter.is_lowercase())
}

/// Whether a folded word is of a script that has capitals.
pub(super) fn has_case(word: &str) -> bool {
    word.chars().any(char::is_lowercase)
}

/// Whether an Arabic word is told from a function word by its spelling alone.
fn resembles_function_word(word: &str) -> bool {
    // Most names of a newsroom are none, and tens of thousands are read at once.
    if word.chars().all(|letter| letter < '\u{600}') {
        return false;
    }
    let folded = fold_text(word);
    let is_arabic = folded.chars().next().map(script) == Some(Script::Arabic);
    is_arabic && function_word::resembles_arabic(&folded)
}

/// Whether a preposition with a pronoun is meant by a doubled ya, as in `عليّ`, "on me". The name is
/// told by the kasra before it: `عَلِيّ`.
fn is_on_me(word: &str) -> bool {
    const KASRA: char = '\u{650}';
    const SHADDA: char = '\u{651}';
    word.contains(SHADDA) && !word.contains(KASRA)
}

fn with_one_ya(letters: &str) -> String {
    letters.replace('ی', "ي").replace('ک', "ك")
}
