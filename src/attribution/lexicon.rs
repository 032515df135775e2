//! The words of a language, ready to be looked up.

use std::ops::BitOr;
use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::grammar::verb_first::clitics;
use super::grammar::verb_second::{compound, ordinal};
use super::language::{self, Language};

/// What a word can be; one word can be several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Class(u128);

/// Gives each class a bit of its own.
macro_rules! classes {
    ($($(#[$meaning:meta])* $name:ident)*) => {
        #[expect(
            non_camel_case_types,
            clippy::upper_case_acronyms,
            reason = "they are named as the constants are"
        )]
        enum Bit {
            $($name),*
        }

        impl Class {
            $($(#[$meaning])*
            pub(super) const $name: Class = Class(1 << Bit::$name as u32);)*
        }
    };
}

classes! {
    /// A finite verb of saying: `said`.
    SAYS
    /// A finite verb that may bring somebody's words: `called`, `accused`.
    HINTS
    /// A participle of saying: `adding`.
    SAYING
    /// `has`, `will`, `was`.
    AUXILIARY
    ADVERB
    PREPOSITION
    /// `the`, `a`, `his`, `two`.
    DETERMINER
    /// A pronoun that can be a subject: `he`.
    PRONOUN
    /// `who`, `which`.
    RELATIVE
    /// `and`, `but`.
    AND
    /// `that`, `while`, `because`.
    SUBORDINATE
    /// `Mr.`, `President`.
    TITLE
    /// A noun for a person: `spokesman`.
    PERSON
    /// Several, or somebody not named: `officials`, `sources`.
    GROUP
    /// What says something: `report`, `statement`.
    DOCUMENT
    /// `ministry`, `party`.
    INSTITUTION
    /// `Tuesday`, `yesterday`.
    TIME
    /// Words after which marks hold a title or a name: `film`, `titled`.
    WORK
    /// `not`, `never`.
    NOT
    /// With its point an abbreviation.
    ABBREVIATION
    /// Written with a capital without being a name: `I`, `English`.
    NO_NAME
    /// `that`, which brings what is said.
    THAT
    /// `so-called`.
    SO_CALLED
    /// Small words inside of names: `von`, `al`.
    PARTICLE
    /// The verb is a passive's, whose subject hears: `told` in `was told`.
    TELLS
    /// Nouns of saying: `words`, `remark`.
    WORDS
    /// A participle that may bring somebody's words: `calling`.
    HINTING
    /// A form that is a verb only behind `to`, a modal or several people: `state`.
    BASE
    /// A form that may be a noun: `reports`.
    NOUNLIKE
    /// The mood of what others say: `sei`.
    SUBJUNCTIVE
    /// No subject begins with it: `den`, `dem`.
    OBLIQUE
    /// A pronoun for one person who was named before: `she`.
    PERSONAL
    /// First words of phrases that name a source: `according`.
    ACCORDING
    /// `a`, `the`.
    ARTICLE
    /// What stands before a verb's base: `to`.
    TO
    /// Forms of `to be`, which make a passive.
    BE
    /// What names the agent of a passive: `by`.
    BY
    /// A verb that says something only behind the words: `“…,” she went on`.
    BEHIND
    /// A form of the past, of whatever verb: `smiled`.
    PAST
    /// A participle of the present, of whatever verb: `smiling`.
    PARTICIPLE
    /// A genitive before its noun: `Smith’s`.
    GENITIVE
    /// `with`, which brings somebody who does something at the side: `with Smith saying`.
    WITH
    /// Other finite verbs, and words that are no subject.
    VERB
    /// Media that pass on what others say: `Reuters`.
    MEDIUM
    /// Small words inside of titles of works: `of`.
    IN_TITLE
    /// What the words that name an unnamed source say: `anonymity`.
    UNNAMED
    /// Nouns of saying whose genitive speaks: `claim` in `Smith’s claim that`.
    CLAIM
    /// `what`, which brings a word that somebody uses: `what she calls`.
    WHAT
    /// What is called something rather than titled: `newspaper`, `ship`.
    CALLED
    /// `word`, `term`.
    TERM
    /// `citing`, which names whose words somebody passes on.
    CITING
    /// `source`, which never names anybody.
    SOURCE
    /// `the`, `this`: somebody known.
    DEFINITE
    /// Verbs of thinking, which say nothing aloud: `believes`.
    THINKS
    /// `that` itself.
    THAT_ITSELF
    /// Pronouns for what does not speak: `it`, `there`.
    THING
    /// What makes a verb reflexive, and no passive: `s’` in `s’est exclamé`.
    REFLEXIVE
    /// First words of phrases in whose view something is so: `pour`.
    IN_VIEW
    /// A participle or an infinitive of saying: `gesagt`.
    SPOKEN
    /// A finite verb that says nothing by itself: `gab`.
    FINITE
    /// The part of a verb that stands at the end of its clause: `hinzu`.
    PREFIX
    /// What stands before a subject that stands before its verb: `as for`, `was` in Arabic.
    TOPIC
    /// A verb of passing on what somebody else says: `نقلت`.
    RELAYS
    /// A verb or participle in the feminine.
    FEMININE
    /// A verb or participle of several.
    PLURAL
    /// A verb in the present.
    PRESENT
    /// `and` is written onto the word.
    JOINED
    /// A pronoun is written onto the word: `وصفه`, `قوله`.
    WITH_PRONOUN
    /// On what occasion somebody speaks: `interview`.
    EVENT
    /// What somebody gives voice to: `hope`.
    FEELING
    /// A country or a capital, which speaks and is spoken of.
    PLACE
    /// Of the words after which marks hold a name, those of works, which have titles.
    TITLED
    /// A participle of the past that is finite only with an auxiliary verb: `affirmé`.
    PERFECT
    /// What stands before whom somebody speaks to, and before places: `à`.
    LOCATIVE
    /// The third person of whatever verb, or a noun for several: `insists`.
    THIRD
}

impl Class {
    pub(super) const NONE: Class = Class(0);

    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// What of `other` it is.
    pub(super) const fn only(self, other: Class) -> Class {
        Class(self.0 & other.0)
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
            return clitics::class(buffer, |word| self.classes.get(word).copied());
        }
        if self.language.order == language::Order::VerbSecond
            && word.starts_with(char::is_uppercase)
        {
            return compound::class(buffer, |word| self.classes.get(word).copied());
        }
        let is_small = word.starts_with(char::is_lowercase);
        let by_ending = self.endings.iter().find(|(ending, class)| {
            (is_small || class.has(Class::GENITIVE))
                && buffer.len() > ending.len() + 1
                && buffer.ends_with(ending)
        });
        by_ending.map_or(Class::NONE, |(_, class)| *class)
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

    /// Whether a point after a German number belongs to it: `am 20. Juli`. `after` begins with it.
    pub(super) fn is_ordinal(&self, number: &str, after: &str, buffer: &mut String) -> bool {
        self.language.order == language::Order::VerbSecond
            && ordinal::has_point(number, after, |next| self.class(next, buffer))
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

/// The lexicon of the language that a BCP 47 tag names.
pub(super) fn of(lang: &str) -> Option<&'static Lexicon> {
    const COUNT: usize = language::LANGUAGES.len();
    static LEXICONS: [OnceLock<Lexicon>; COUNT] = [const { OnceLock::new() }; COUNT];
    let code = lang.split(['-', '_']).next()?;
    let mut languages = language::LANGUAGES.iter().zip(&LEXICONS);
    let (language, lexicon) =
        languages.find(|(language, _)| language.code.eq_ignore_ascii_case(code))?;
    Some(lexicon.get_or_init(|| Lexicon::new(language)))
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
