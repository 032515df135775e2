//! The words of a language, ready to be looked up.

use std::collections::{HashMap, HashSet};
use std::ops::BitOr;
use std::sync::LazyLock;

use super::language::{self, Language};

/// What a word can be; one word can be several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Class(u64);

impl Class {
    pub(super) const NONE: Class = Class(0);
    /// A finite verb of saying: `said`.
    pub(super) const SAYS: Class = Class(1);
    /// A finite verb that may bring somebody's words: `called`, `accused`.
    pub(super) const HINTS: Class = Class(1 << 1);
    /// A participle of saying: `adding`.
    pub(super) const SAYING: Class = Class(1 << 2);
    /// `has`, `will`, `was`.
    pub(super) const AUXILIARY: Class = Class(1 << 3);
    pub(super) const ADVERB: Class = Class(1 << 4);
    pub(super) const PREPOSITION: Class = Class(1 << 5);
    /// `the`, `a`, `his`, `two`.
    pub(super) const DETERMINER: Class = Class(1 << 6);
    /// A pronoun that can be a subject: `he`.
    pub(super) const PRONOUN: Class = Class(1 << 7);
    /// `who`, `which`.
    pub(super) const RELATIVE: Class = Class(1 << 8);
    /// `and`, `but`.
    pub(super) const AND: Class = Class(1 << 9);
    /// `that`, `while`, `because`.
    pub(super) const SUBORDINATE: Class = Class(1 << 10);
    /// `Mr.`, `President`.
    pub(super) const TITLE: Class = Class(1 << 11);
    /// A noun for a person: `spokesman`.
    pub(super) const PERSON: Class = Class(1 << 12);
    /// Several, or somebody not named: `officials`, `sources`.
    pub(super) const GROUP: Class = Class(1 << 13);
    /// What says something: `report`, `statement`.
    pub(super) const DOCUMENT: Class = Class(1 << 14);
    /// `ministry`, `party`.
    pub(super) const INSTITUTION: Class = Class(1 << 15);
    /// `Tuesday`, `yesterday`.
    pub(super) const TIME: Class = Class(1 << 16);
    /// Words after which marks hold a title or a name: `film`, `titled`.
    pub(super) const WORK: Class = Class(1 << 17);
    /// `not`, `never`.
    pub(super) const NOT: Class = Class(1 << 18);
    /// With its point an abbreviation.
    pub(super) const ABBREVIATION: Class = Class(1 << 19);
    /// Written with a capital without being a name: `I`, `English`.
    pub(super) const NO_NAME: Class = Class(1 << 20);
    /// `that`, which brings what is said.
    pub(super) const THAT: Class = Class(1 << 21);
    /// `so-called`.
    pub(super) const SO_CALLED: Class = Class(1 << 22);
    /// Small words inside of names: `von`, `al`.
    pub(super) const PARTICLE: Class = Class(1 << 23);
    /// The verb is a passive's, whose subject hears: `told` in `was told`.
    pub(super) const TELLS: Class = Class(1 << 24);
    /// Nouns of saying: `words`, `remark`.
    pub(super) const WORDS: Class = Class(1 << 25);
    /// A participle that may bring somebody's words: `calling`.
    pub(super) const HINTING: Class = Class(1 << 27);
    /// A form that is a verb only behind `to`, a modal or several people: `state`.
    pub(super) const BASE: Class = Class(1 << 28);
    /// A form that may be a noun: `reports`.
    pub(super) const NOUNLIKE: Class = Class(1 << 29);
    /// The mood of what others say: `sei`.
    pub(super) const SUBJUNCTIVE: Class = Class(1 << 30);
    /// No subject begins with it: `den`, `dem`.
    pub(super) const OBLIQUE: Class = Class(1 << 31);
    /// First words of phrases that name a source: `according`.
    pub(super) const ACCORDING: Class = Class(1 << 26);
    /// What passes words on: `newspaper`, `agency`.
    pub(super) const MEDIUM: Class = Class(1 << 42);
    /// What is called something rather than titled: `newspaper`, `ship`.
    pub(super) const CALLED: Class = Class(1 << 47);
    /// `word`, `term`.
    pub(super) const TERM: Class = Class(1 << 48);
    /// A participle or an infinitive of saying: `gesagt`.
    pub(super) const SPOKEN: Class = Class(1 << 57);
    /// A finite verb that says nothing by itself: `gab`.
    pub(super) const FINITE: Class = Class(1 << 58);
    /// The part of a verb that stands at the end of its clause: `hinzu`.
    pub(super) const PREFIX: Class = Class(1 << 59);

    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// What of `other` it is.
    pub(super) const fn only(self, other: Class) -> Class {
        Class(self.0 & other.0)
    }

    pub(super) fn has(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Class {
    type Output = Class;

    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// The words of one language.
pub(super) struct Lexicon {
    pub(super) language: &'static Language,
    classes: HashMap<String, Class>,
    abbreviations: HashSet<String>,
}

impl Lexicon {
    fn new(language: &'static Language) -> Lexicon {
        let mut classes: HashMap<String, Class> = HashMap::new();
        let mut folded = String::new();
        for (class, words) in language.words {
            for word in words.split_whitespace() {
                fold(word, &mut folded);
                let known = classes.entry(folded.clone()).or_default();
                *known = *known | *class;
            }
        }
        for (base, conjugation) in language.verbs {
            for word in base.split_whitespace() {
                for (form, class) in conjugation(word) {
                    fold(&form, &mut folded);
                    let known = classes.entry(folded.clone()).or_default();
                    *known = *known | class;
                }
            }
        }
        let abbreviations = language.abbreviations.split_whitespace();
        Lexicon {
            language,
            classes,
            abbreviations: abbreviations.map(str::to_lowercase).collect(),
        }
    }

    /// What the word is. `buffer` is overwritten.
    pub(super) fn class(&self, word: &str, buffer: &mut String) -> Class {
        fold(word, buffer);
        if let Some(class) = self.classes.get(buffer.as_str()) {
            return *class;
        }
        if self.language.order == language::Order::VerbFirst {
            return self.without_clitics(buffer);
        }
        if self.language.order == language::Order::VerbSecond
            && word.starts_with(char::is_uppercase)
        {
            return self.head_of_compound(buffer);
        }
        Class::NONE
    }

    /// What the last part of a German compound is: `Regierungs-sprecher`.
    fn head_of_compound(&self, word: &str) -> Class {
        const NOUNS: Class = Class::TITLE
            .or(Class::PERSON)
            .or(Class::GROUP)
            .or(Class::DOCUMENT)
            .or(Class::INSTITUTION)
            .or(Class::MEDIUM)
            .or(Class::WORK)
            .or(Class::CALLED)
            .or(Class::TIME);
        if let Some((_, last)) = word.rsplit_once('-') {
            return self
                .classes
                .get(last)
                .map_or(Class::NONE, |class| class.only(NOUNS));
        }
        word.char_indices()
            .skip(3)
            .map(|(at, _)| &word[at..])
            .take_while(|last| last.len() > 3)
            .take(24)
            .filter_map(|last| self.classes.get(last).map(|class| class.only(NOUNS)))
            .find(|class| *class != Class::NONE)
            .unwrap_or_default()
    }

    /// An Arabic word without what is written onto it.
    fn without_clitics(&self, word: &str) -> Class {
        let get = |word: &str| self.classes.get(word).copied();
        let stem = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        let found = get(stem)
            .or_else(|| {
                SUFFIXES
                    .iter()
                    .find_map(|suffix| get(stem.strip_suffix(suffix)?))
                    .filter(|class| class.has(Class::SAYS))
            })
            .or_else(|| {
                get(stem.strip_prefix(['ب', 'ل', 'ك'])?)
                    .filter(|class| class.has(Class::WORDS | Class::WORK | Class::GROUP))
            });
        found.unwrap_or_default()
    }

    /// Whether a point after a German number belongs to it: `am 20. Juli`. `after` begins with it.
    pub(super) fn is_ordinal(&self, number: &str, after: &str, buffer: &mut String) -> bool {
        if self.language.order != language::Order::VerbSecond || number.len() > 2 {
            return false;
        }
        let Some(after) = after.strip_prefix(". ") else {
            return false;
        };
        let next = after
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default();
        !next.is_empty()
            && !self.class(next, buffer).has(
                Class::DETERMINER
                    | Class::PRONOUN
                    | Class::PREPOSITION
                    | Class::ADVERB
                    | Class::AND
                    | Class::SUBORDINATE,
            )
    }

    /// Whether a point after the word belongs to it.
    pub(super) fn is_abbreviation(&self, word: &str, buffer: &mut String) -> bool {
        let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        if is_initial || word.contains('.') {
            return true;
        }
        fold(word, buffer);
        self.abbreviations.contains(buffer.as_str())
    }
}

/// Objects written onto an Arabic verb.
const SUFFIXES: [&str; 5] = ["ه", "ها", "هم", "هما", "هن"];

/// The lexicon of the language that a BCP 47 tag names.
pub(super) fn of(lang: &str) -> Option<&'static Lexicon> {
    static LEXICONS: LazyLock<Vec<Lexicon>> = LazyLock::new(|| {
        language::LANGUAGES
            .iter()
            .map(|language| Lexicon::new(language))
            .collect()
    });
    let code = lang.split(['-', '_']).next()?;
    LEXICONS
        .iter()
        .find(|lexicon| lexicon.language.code.eq_ignore_ascii_case(code))
}

/// Small letters, one apostrophe, Arabic without vowel marks and hamza's seat.
pub(super) fn fold(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
        return;
    }
    for letter in word.chars() {
        match letter {
            '’' => folded.push('\''),
            'أ' | 'إ' | 'آ' | 'ٱ' => folded.push('ا'),
            'ى' => folded.push('ي'),
            '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{300}'..='\u{36f}' => {}
            _ => folded.extend(letter.to_lowercase()),
        }
    }
}
