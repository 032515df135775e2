//! What cards say, kind by kind. Where a phrase takes words, they are safe Markdown already.

use crate::dates::DateProblem;
use crate::model::EntityKind;

/// What all cards have in common.
#[derive(Debug)]
pub(in crate::ide) struct CardPhrases {
    /// Between the things of a list.
    pub(in crate::ide) comma: &'static str,
    /// Between the parts of a list that hold commas themselves.
    pub(in crate::ide) semicolon: &'static str,
    /// From one link of a chain to the next, as the language is read.
    pub(in crate::ide) arrow: &'static str,
}

/// What is said of an entity.
#[derive(Debug)]
pub(in crate::ide) struct EntityPhrases {
    pub(in crate::ide) kind: fn(EntityKind) -> &'static str,
    pub(in crate::ide) unnamed_source: &'static str,
    /// Its other names.
    pub(in crate::ide) also: fn(&str) -> String,
    /// The words in which the article names it first.
    pub(in crate::ide) first_named: fn(&str) -> String,
    /// How often, in the article.
    pub(in crate::ide) here: fn(&str) -> String,
    /// In how many other articles it is named.
    pub(in crate::ide) named_elsewhere: fn(usize) -> String,
    /// In how many articles what a registry declares is named.
    pub(in crate::ide) named_in: fn(usize) -> String,
    /// In how many of these it speaks.
    pub(in crate::ide) speaks_in: fn(usize) -> String,
    /// Behind a count that will grow: not all articles have been read yet.
    pub(in crate::ide) so_far: fn(&str) -> String,
    /// The files that declare it.
    pub(in crate::ide) declared_in: fn(&str) -> String,
    /// It is recognised in the article, and nothing declares it.
    pub(in crate::ide) recognised: &'static str,
    /// An id that nothing declares.
    pub(in crate::ide) undeclared: fn(&str) -> String,
}

/// What is said of a quotation.
#[derive(Debug)]
pub(in crate::ide) struct QuotationPhrases {
    pub(in crate::ide) direct: &'static str,
    pub(in crate::ide) partial: &'static str,
    pub(in crate::ide) indirect: &'static str,
    /// How long it is.
    pub(in crate::ide) words: fn(usize) -> String,
    /// Its kind and who may have said it.
    pub(in crate::ide) perhaps: fn(&str, &str) -> String,
    /// Its kind, where only those are named through whom it came.
    pub(in crate::ide) unnamed: fn(&str) -> String,
    /// Its kind, where the writer does not know the speaker.
    pub(in crate::ide) unknown: fn(&str) -> String,
    /// Its kind, where nothing says who speaks.
    pub(in crate::ide) nobody: fn(&str) -> String,
    /// Its kind, where it is to go on from speech that is not there.
    pub(in crate::ide) dangling: fn(&str) -> String,
    /// The markup says that it is no speech.
    pub(in crate::ide) no_speech: &'static str,
    /// The words around it say so; what it is instead.
    pub(in crate::ide) probably_no_speech: fn(&str) -> String,
    /// What it is instead.
    pub(in crate::ide) name: &'static str,
    pub(in crate::ide) title: &'static str,
    pub(in crate::ide) term: &'static str,
    pub(in crate::ide) scare: &'static str,
    pub(in crate::ide) other: &'static str,
    pub(in crate::ide) to: fn(&str) -> String,
    /// From the speaker outward.
    pub(in crate::ide) chain: fn(&str) -> String,
    /// It stands inside speech that is attributed.
    pub(in crate::ide) inside: &'static str,
    /// The markup says that it goes on.
    pub(in crate::ide) goes_on: &'static str,
    /// How surely, from which words, and how.
    pub(in crate::ide) inferred: fn(&str, &str, &str) -> String,
    pub(in crate::ide) how: fn(How) -> &'static str,
    /// The same, where a pronoun stands for the speaker.
    pub(in crate::ide) by_pronoun: fn(&str) -> String,
    /// In how many other articles the same words stand, and in which.
    pub(in crate::ide) also_in: fn(usize, &str) -> String,
}

/// How the text leads to a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ide) enum How {
    /// The sentence names them.
    Named,
    /// The quotation before is theirs.
    Quotation,
    /// The sentence before is theirs.
    Sentence,
    /// The sentence before says that they are about to speak.
    Introduced,
    /// They spoke last.
    Last,
}

/// What is said of a date.
#[derive(Debug)]
pub(in crate::ide) struct DatePhrases {
    pub(in crate::ide) date: &'static str,
    pub(in crate::ide) no_date: &'static str,
    /// What is wrong with it.
    pub(in crate::ide) problem: fn(&DateProblem) -> String,
    /// Words that name a day which the calendar does not have.
    pub(in crate::ide) no_such_day: fn(&str) -> String,
    /// The words, and what they are marked as.
    pub(in crate::ide) marked: fn(&str, &str) -> String,
    /// What the marked words denote by themselves.
    pub(in crate::ide) by_words: fn(&str) -> String,
    /// What else the words may denote.
    pub(in crate::ide) or: fn(&str) -> String,
    /// The day from which the words count: that of the dateline, that of publication.
    pub(in crate::ide) from_dateline: fn(&str) -> String,
    pub(in crate::ide) from_publication: fn(&str) -> String,
    /// There is none.
    pub(in crate::ide) from_nothing: &'static str,
    /// Words count from this day.
    pub(in crate::ide) counts: &'static str,
}

/// What is said of keys, rules and files.
#[derive(Debug)]
pub(in crate::ide) struct KeyPhrases {
    /// How much a rule matters where nothing says otherwise.
    pub(in crate::ide) by_default: fn(&str) -> String,
    /// How much it matters in this file.
    pub(in crate::ide) here: fn(&str) -> String,
    /// The text that an article annotates.
    pub(in crate::ide) wire: &'static str,
    pub(in crate::ide) registry: &'static str,
}
