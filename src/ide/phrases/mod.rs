//! What Isnad says to people beside its findings, in their language: one file per language, one table
//! of phrases in each. Where a language lacks something, the compiler says so.
//!
//! A phrase that holds words of an article takes them as they come, isolated where they stand among
//! words of the other direction.

mod ar;
mod cards;
mod de;
mod en;
mod fr;

pub(super) use cards::{
    CardPhrases, DatePhrases, EntityPhrases, How, KeyPhrases, QuotationPhrases,
};

use crate::names::characters::code;
use crate::names::id::{IdProblem, IdProblemKind};

/// The languages in which people are spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Locale {
    #[default]
    English,
    Arabic,
    French,
    German,
}

impl Locale {
    /// The language of a BCP 47 tag, such as `ar` or `de-AT`; English where it is none of them.
    pub fn of(tag: &str) -> Locale {
        let language = tag.split(['-', '_', '.']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "ar" => Locale::Arabic,
            "fr" => Locale::French,
            "de" => Locale::German,
            _ => Locale::English,
        }
    }

    /// Its BCP 47 tag.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Locale::English => "en",
            Locale::Arabic => "ar",
            Locale::French => "fr",
            Locale::German => "de",
        }
    }

    /// Whether `tag`, of BCP 47, is of this language.
    pub(super) fn is_of(self, tag: &str) -> bool {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        language.eq_ignore_ascii_case(self.tag())
    }

    /// What is said in it.
    pub(super) fn phrases(self) -> &'static Phrases {
        match self {
            Locale::English => &en::PHRASES,
            Locale::Arabic => &ar::PHRASES,
            Locale::French => &fr::PHRASES,
            Locale::German => &de::PHRASES,
        }
    }
}

/// All that is said in one language, feature by feature.
#[derive(Debug)]
pub(super) struct Phrases {
    pub(super) grade: GradePhrases,
    pub(super) lens: LensPhrases,
    pub(super) rename: RenamePhrases,
    pub(super) completion: CompletionPhrases,
    pub(super) card: CardPhrases,
    pub(super) entity: EntityPhrases,
    pub(super) quotation: QuotationPhrases,
    pub(super) date: DatePhrases,
    pub(super) key: KeyPhrases,
    pub(super) fold: FoldPhrases,
    pub(super) link: LinkPhrases,
    pub(super) action: ActionPhrases,
    pub(super) refusal: RefusalPhrases,
}

/// How surely something was inferred.
#[derive(Debug)]
pub(super) struct GradePhrases {
    pub(super) sure: &'static str,
    pub(super) likely: &'static str,
    pub(super) guess: &'static str,
}

/// What stands above a line.
#[derive(Debug)]
pub(super) struct LensPhrases {
    pub(super) mentions: fn(usize) -> String,
    pub(super) quotations: fn(usize) -> String,
    /// In how many articles.
    pub(super) articles: fn(usize) -> String,
    /// How many speakers more.
    pub(super) others: fn(usize) -> String,
    /// What part of the words somebody says, in percent.
    pub(super) share: fn(&str, usize) -> String,
    /// Who says what nobody is named for.
    pub(super) nobody: &'static str,
}

/// What is said of the renaming of ids.
#[derive(Debug)]
pub(super) struct RenamePhrases {
    /// The cursor stands on words of the text.
    pub(super) words: &'static str,
    /// The cursor stands on a name in YAML.
    pub(super) name: &'static str,
    /// The cursor stands elsewhere.
    pub(super) nothing: &'static str,
    /// Why something is no id.
    pub(super) no_id: fn(&IdProblem) -> String,
    /// `-` is no id in a brace.
    pub(super) no_speech: &'static str,
    /// An id is that of another entity: the id, its name, the file that declares it.
    pub(super) taken: fn(&str, &str, &str) -> String,
    /// An id that nothing declares is written in a file.
    pub(super) written: fn(&str, &str) -> String,
    /// A registry declares the id also for articles that nobody has read: the registry.
    pub(super) outside: fn(&str) -> String,
    /// What is changed, in a few words: the file in question, other articles, registries.
    pub(super) here: &'static str,
    pub(super) articles: &'static str,
    pub(super) registries: &'static str,
}

/// Why something that somebody asked to be written is not.
#[derive(Debug)]
pub(super) struct RefusalPhrases {
    /// The file is no article.
    pub(super) no_article: &'static str,
    /// No quotation is there.
    pub(super) no_quotation: &'static str,
    /// The text does not tell who says the quotation, or its brace does.
    pub(super) nobody_told: &'static str,
    /// What is selected cannot be marked.
    pub(super) no_words: &'static str,
    /// No entity has this id.
    pub(super) no_entity: fn(&str) -> String,
}

/// `words` isolated, where they stand among words of the other direction.
pub(super) fn isolated(words: &str) -> String {
    format!("\u{2068}{words}\u{2069}")
}

/// The character for which something is no id, or its number where nobody would see it.
fn character(problem: &IdProblem) -> String {
    let is_seen = problem.kind == IdProblemKind::Sign
        && !problem.character.is_whitespace()
        && !problem.character.is_control();
    if is_seen {
        isolated(&format!("`{}`", problem.character))
    } else {
        code(problem.character)
    }
}

/// What a completion is.
#[derive(Debug)]
pub(super) struct CompletionPhrases {
    /// Of a speaker whom the text names.
    pub(super) inferred: &'static str,
    pub(super) goes_on: &'static str,
    pub(super) nobody_knows: &'static str,
    pub(super) no_speech: &'static str,
    pub(super) today: &'static str,
    pub(super) published: &'static str,
    pub(super) dateline: &'static str,
    /// Of a day that the marked words denote.
    pub(super) these_words: &'static str,
}

/// What stands in place of what is folded away.
#[derive(Debug)]
pub(super) struct FoldPhrases {
    pub(super) entities: fn(usize) -> String,
}

/// Where a link leads.
#[derive(Debug)]
pub(super) struct LinkPhrases {
    pub(super) wire: &'static str,
    pub(super) registry: &'static str,
    pub(super) page: &'static str,
    /// A page about an entity, by its name.
    pub(super) about: fn(&str) -> String,
    /// What Wikidata has about an entity, by its name.
    pub(super) wikidata: fn(&str) -> String,
}

/// The titles of actions. Names are isolated in them.
#[derive(Debug)]
pub(super) struct ActionPhrases {
    pub(super) fix_all: &'static str,
    pub(super) annotate_all: &'static str,
    /// To whom.
    pub(super) attribute: fn(&str) -> String,
    pub(super) unknown: &'static str,
    pub(super) not_speech: &'static str,
    /// From whose words; from words whose speaker has no name.
    pub(super) go_on: fn(&str) -> String,
    pub(super) go_on_unnamed: &'static str,
    /// Whose words.
    pub(super) begin_anew: fn(&str) -> String,
    pub(super) begin_anew_unnamed: &'static str,
    pub(super) spoken_to: fn(&str) -> String,
    pub(super) passed_on: fn(&str) -> String,
    /// Which rule.
    pub(super) allow_here: fn(&str) -> String,
    pub(super) allow_in_file: fn(&str) -> String,
    /// Why, where somebody is still to write it.
    pub(super) reason: &'static str,
    /// Which spelling, and whose name it is.
    pub(super) accept_spelling: fn(&str, &str) -> String,
    /// How many spellings, and whose names they are.
    pub(super) accept_spellings: fn(usize, &str) -> String,
    /// Whom.
    pub(super) declare_here: fn(&str) -> String,
    /// Whom, and in which file.
    pub(super) declare_in: fn(&str, &str) -> String,
    /// Which words as whom.
    pub(super) mark: fn(&str, &str) -> String,
    /// As what new entities are declared: a person, an organization, a place.
    pub(super) new: [&'static str; 3],
    /// Which words as what.
    pub(super) introduce_here: fn(&str, &str) -> String,
    /// Which words as what, and in which file.
    pub(super) introduce_in: fn(&str, &str, &str) -> String,
    /// Whose bare names, and how many these are.
    pub(super) link_all: fn(&str, usize) -> String,
    /// Which words.
    pub(super) unlink: fn(&str) -> String,
    /// Whose names, and how many these are.
    pub(super) unlink_all: fn(&str, usize) -> String,
}
