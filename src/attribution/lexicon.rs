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
    /// A pronoun for one person who was named before: `she`.
    pub(super) const PERSONAL: Class = Class(1 << 63);
    /// First words of phrases that name a source: `according`.
    pub(super) const ACCORDING: Class = Class(1 << 26);

    /// `a`, `the`.
    pub(super) const ARTICLE: Class = Class(1 << 32);
    /// What stands before a verb's base: `to`.
    pub(super) const TO: Class = Class(1 << 33);
    /// Forms of `to be`, which make a passive.
    pub(super) const BE: Class = Class(1 << 34);
    /// What names the agent of a passive: `by`.
    pub(super) const BY: Class = Class(1 << 35);
    /// A verb that says something only behind the words: `“…,” she went on`.
    pub(super) const BEHIND: Class = Class(1 << 36);
    /// A form of the past, of whatever verb: `smiled`.
    pub(super) const PAST: Class = Class(1 << 37);
    /// A participle of the present, of whatever verb: `smiling`.
    pub(super) const PARTICIPLE: Class = Class(1 << 38);
    /// A genitive before its noun: `Smith’s`.
    pub(super) const GENITIVE: Class = Class(1 << 39);
    /// `with`, which brings somebody who does something at the side: `with Smith saying`.
    pub(super) const WITH: Class = Class(1 << 40);
    /// Other finite verbs, and words that are no subject.
    pub(super) const VERB: Class = Class(1 << 41);
    /// Media that pass on what others say: `Reuters`.
    pub(super) const MEDIUM: Class = Class(1 << 42);
    /// Small words inside of titles of works: `of`.
    pub(super) const IN_TITLE: Class = Class(1 << 43);
    /// What the words that name an unnamed source say: `anonymity`.
    pub(super) const UNNAMED: Class = Class(1 << 44);

    /// Nouns of saying whose genitive speaks: `claim` in `Smith’s claim that`.
    pub(super) const CLAIM: Class = Class(1 << 45);
    /// `what`, which brings a word that somebody uses: `what she calls`.
    pub(super) const WHAT: Class = Class(1 << 46);

    /// What is called something rather than titled: `newspaper`, `ship`.
    pub(super) const CALLED: Class = Class(1 << 47);
    /// `word`, `term`.
    pub(super) const TERM: Class = Class(1 << 48);
    /// `citing`, which names whose words somebody passes on.
    pub(super) const CITING: Class = Class(1 << 49);
    /// `source`, which never names anybody.
    pub(super) const SOURCE: Class = Class(1 << 50);
    /// `the`, `this`: somebody known.
    pub(super) const DEFINITE: Class = Class(1 << 51);
    /// Verbs of thinking, which say nothing aloud: `believes`.
    pub(super) const THINKS: Class = Class(1 << 52);
    /// `that` itself.
    pub(super) const THAT_ITSELF: Class = Class(1 << 53);

    /// Pronouns for what does not speak: `it`, `there`.
    pub(super) const THING: Class = Class(1 << 54);

    /// What makes a verb reflexive, and no passive: `s’` in `s’est exclamé`.
    pub(super) const REFLEXIVE: Class = Class(1 << 55);
    /// A participle of the past that is finite only with an auxiliary verb: `affirmé`.
    pub(super) const PERFECT: Class = Class(1 << 57);
    /// What stands before whom somebody speaks to, and before places: `à`.
    pub(super) const LOCATIVE: Class = Class(1 << 58);
    /// The third person of whatever verb, or a noun for several: `insists`.
    pub(super) const THIRD: Class = Class(1 << 59);
    /// First words of phrases in whose view something is so: `pour`.
    pub(super) const IN_VIEW: Class = Class(1 << 56);

    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether it is nothing but what `other` is, if anything.
    pub(super) fn is_only(self, other: Class) -> bool {
        self.0 & !other.0 == 0
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
    /// What an ending says of a word that the table does not hold.
    endings: Vec<(&'static str, Class)>,
    abbreviations: HashSet<String>,
}

impl Lexicon {
    fn new(language: &'static Language) -> Lexicon {
        let mut classes: HashMap<String, Class> = HashMap::new();
        let mut folded = String::new();
        let mut endings = Vec::new();
        for (class, words) in language.words {
            for word in words.split_whitespace() {
                if let Some(ending) = word.strip_prefix('-') {
                    endings.push((ending, *class));
                    continue;
                }
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
            endings,
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
        let is_small = word.starts_with(char::is_lowercase);
        let by_ending = self.endings.iter().find(|(ending, class)| {
            (is_small || class.has(Class::GENITIVE))
                && buffer.len() > ending.len() + 1
                && buffer.ends_with(ending)
        });
        by_ending.map_or(Class::NONE, |(_, class)| *class)
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

    /// How long the first part of a word is that is written onto the next: `l’` in `l’homme`.
    pub(super) fn elision(&self, word: &str, buffer: &mut String) -> Option<usize> {
        let (at, mark) = word.char_indices().find(|(_, c)| matches!(c, '\'' | '’'))?;
        let len = at + mark.len_utf8();
        fold(word, buffer);
        if len == word.len() || self.classes.contains_key(buffer.as_str()) {
            return None;
        }
        fold(&word[..len], buffer);
        self.classes.contains_key(buffer.as_str()).then_some(len)
    }

    /// Where a pronoun begins that is hung onto its verb, and where the verb ends: `affirme-t-il`.
    pub(super) fn enclitic(&self, word: &str) -> Option<(usize, usize)> {
        let hyphen = word.rfind('-')?;
        self.endings
            .iter()
            .filter(|(_, class)| class.has(Class::PRONOUN))
            .filter_map(|(ending, _)| word.strip_suffix(ending)?.strip_suffix('-'))
            .map(str::len)
            .min()
            .filter(|verb| *verb > 0)
            .map(|verb| (verb, hyphen + 1))
    }

    /// Whether who speaks may be named between their words: `« Oui, dit-il, … »`.
    pub(super) fn has_incises(&self) -> bool {
        self.endings
            .iter()
            .any(|(_, class)| class.has(Class::PRONOUN))
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
