//! Which words of a phrase are a name, whose it is, and which say what that person is.

mod with_capitals;
mod without_capitals;

use std::ops::Range;

use super::language::Order;
use super::lexicon::{self, Class, Lexicon};
use super::prose::Passage;
use super::reading::{Grade, PassageReading, Source};
use super::sentence::Sentence;
use super::token::words_of;
use crate::text::{TextRange, TextSize, len_of};

/// A name as a passage has it. Ranges are bytes of the passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Naming {
    /// The name, without title and article.
    pub name: TextRange,
    /// The words beside it that say what its bearer is: `the finance minister`.
    pub role: Option<TextRange>,
    /// Who bears it.
    pub sort: Sort,
}

/// What bears a name, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// One person.
    Person,
    /// An authority, a company, a medium.
    Organization,
    /// One word that may be either.
    Unknown,
}

/// The names in the phrases by which a passage names its speakers, whom they speak to and who passes
/// their words on, in the order of the text. A guess names nobody, and one word is a name only where
/// its bearer surely speaks.
pub(super) fn names(
    passage: &Passage<'_>,
    reading: &PassageReading,
    lexicon: &Lexicon,
) -> Vec<Naming> {
    let attributed = reading
        .quotations
        .iter()
        .filter_map(|quotation| quotation.source.as_ref());
    let stated = reading.statements.iter().map(|statement| &statement.source);
    let sources = attributed
        .chain(stated)
        .filter(|source| source.grade > Grade::Guess);
    let mut names: Vec<Naming> = sources
        .flat_map(|source| {
            let is_sure = source.grade == Grade::Sure;
            let named =
                phrases_of(source).filter_map(|phrase| naming_in(passage.text, phrase, lexicon));
            named.filter(move |naming| is_sure || naming.sort != Sort::Unknown)
        })
        .collect();
    names.sort_by_key(|naming| (naming.name.start(), naming.name.end()));
    names.dedup_by_key(|naming| naming.name);
    names
}

/// The whole name, with title, that ends where the one word `surname` of `text` does; `None` where no
/// more of a name stands before it. `lang` is a BCP 47 tag.
pub fn whole_name(text: &str, surname: TextRange, lang: &str) -> Option<Naming> {
    let lexicon = lexicon::of(lang)?;
    let start = usize::from(surname.start());
    let before = text[..start].char_indices().rev().take(MOST_LETTERS);
    // A sentence or a line before it says nothing of it.
    let from = before.take_while(|(_, letter)| {
        !matches!(letter, '\n' | '"' | '“' | '”' | '«' | '»' | '!' | '?')
    });
    let from = from.last().map_or(start, |(at, _)| at);
    let phrase = TextRange::new(TextSize::new(from as u32), surname.end());
    let tokens = words_of(text, phrase, lexicon);
    let first = match lexicon.language.order {
        Order::VerbFirst => without_capitals::start(&tokens),
        Order::SubjectFirst | Order::VerbSecond => with_capitals::start(&tokens),
    };
    let first = tokens.get(first?)?;
    let naming = naming_in(
        text,
        TextRange::new(first.range.start(), surname.end()),
        lexicon,
    )?;
    let is_more = naming.name.start() < surname.start() || naming.role.is_some();
    (naming.name.end() == surname.end() && is_more).then_some(naming)
}

/// How many letters before a name may belong to it.
const MOST_LETTERS: usize = 100;

/// Whether the words are a pronoun that can be a subject, in the language `lang`.
pub fn is_pronoun(words: &str, lang: &str) -> bool {
    has_class(words, lang, Class::PRONOUN)
}

/// Whether they are one for a single person who was named before: `she`.
pub fn is_personal_pronoun(words: &str, lang: &str) -> bool {
    has_class(words, lang, Class::PERSONAL)
}

fn has_class(word: &str, lang: &str, class: Class) -> bool {
    let lexicon = lexicon::of(lang);
    lexicon.is_some_and(|lexicon| lexicon.class(word, &mut String::new()).has(class))
}

/// The phrases of a source that stand in the passage itself. Whoever stays unnamed has no name.
fn phrases_of(source: &Source) -> impl Iterator<Item = TextRange> {
    let speaker = Some(source.speaker).filter(|_| !source.is_anonymous);
    let words = speaker.into_iter().chain(source.addressees.iter().copied());
    let words = words.chain(source.via.iter().copied());
    words
        .filter(|words| words.back == 0)
        .map(|words| words.range)
}

fn naming_in(text: &str, phrase: TextRange, lexicon: &Lexicon) -> Option<Naming> {
    let tokens = words_of(text, phrase, lexicon);
    let sentence = Sentence {
        text,
        tokens: &tokens,
    };
    let Parts { name, role, sort } = match lexicon.language.order {
        Order::VerbFirst => without_capitals::parts(sentence),
        Order::SubjectFirst => with_capitals::parts(sentence, false),
        Order::VerbSecond => with_capitals::parts(sentence, true),
    }?;
    Some(Naming {
        name: without_possessive(text, sentence.range(&name)),
        role: role.and_then(|role| {
            let last = role.clone().rev().find(|at| tokens[*at].is_word())?;
            Some(sentence.range(&(role.start..last + 1)))
        }),
        sort,
    })
}

/// What a phrase consists of, in places of its tokens.
struct Parts {
    name: Range<usize>,
    role: Option<Range<usize>>,
    sort: Sort,
}

/// `Trump’s` names Trump.
fn without_possessive(text: &str, name: TextRange) -> TextRange {
    let written = &text[name];
    let bare = ["'s", "’s"]
        .iter()
        .find_map(|ending| written.strip_suffix(ending));
    let bare = bare.unwrap_or(written);
    TextRange::at(name.start(), len_of(bare))
}
