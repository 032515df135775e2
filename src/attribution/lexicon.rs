//! The words of a language, ready to be looked up.

use std::collections::{HashMap, HashSet};
use std::ops::BitOr;
use std::sync::LazyLock;

use super::grammar::verb_first::clitics;
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
    /// What stands before a subject that stands before its verb: `as for`, `was` in Arabic.
    pub(super) const TOPIC: Class = Class(1 << 47);
    /// A verb of passing on what somebody else says: `نقلت`.
    pub(super) const RELAYS: Class = Class(1 << 48);
    /// A verb or participle in the feminine.
    pub(super) const FEMININE: Class = Class(1 << 49);
    /// A verb or participle of several.
    pub(super) const PLURAL: Class = Class(1 << 50);
    /// A verb in the present.
    pub(super) const PRESENT: Class = Class(1 << 51);
    /// `and` is written onto the word.
    pub(super) const JOINED: Class = Class(1 << 52);
    /// A pronoun is written onto the word: `وصفه`, `قوله`.
    pub(super) const WITH_PRONOUN: Class = Class(1 << 53);
    /// `to` is written onto the word: `للصحفيين`.
    pub(super) const TO: Class = Class(1 << 54);
    /// `by`, `with` or `as` is written onto the word.
    pub(super) const BY: Class = Class(1 << 62);
    /// The article is written onto the word.
    pub(super) const DEFINITE: Class = Class(1 << 55);
    /// A medium that others speak to and through: `agency`, `Reuters`.
    pub(super) const MEDIUM: Class = Class(1 << 56);
    /// On what occasion somebody speaks: `interview`.
    pub(super) const EVENT: Class = Class(1 << 57);
    /// What somebody gives voice to: `hope`.
    pub(super) const FEELING: Class = Class(1 << 58);
    /// A country or a capital, which speaks and is spoken of.
    pub(super) const PLACE: Class = Class(1 << 59);
    /// Of the words after which marks hold a name, those of works, which have titles.
    pub(super) const TITLED: Class = Class(1 << 60);
    /// Words after which marks hold a word that is spoken of: `the term`.
    pub(super) const TERM: Class = Class(1 << 61);

    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// What of it is in `mask`.
    pub(super) fn only(self, mask: Class) -> Class {
        Class(self.0 & mask.0)
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
            return clitics::class(buffer, |word| self.classes.get(word).copied());
        }
        Class::NONE
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
    for letter in word.chars().filter_map(fold_letter) {
        if matches!(letter, '\u{600}'..='\u{6ff}') {
            folded.push(letter);
        } else {
            folded.extend(letter.to_lowercase());
        }
    }
}

/// Whether `word`, in a script without small letters, is spelled like the folded `other`.
pub(super) fn is_spelled(word: &str, other: &str) -> bool {
    word.len() >= other.len() && word.chars().filter_map(fold_letter).eq(other.chars())
}

/// The letter as it is looked up; `None` for marks that do not count.
fn fold_letter(letter: char) -> Option<char> {
    match letter {
        '’' => Some('\''),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' => Some('ي'),
        '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{300}'..='\u{36f}' => None,
        _ => Some(letter),
    }
}
