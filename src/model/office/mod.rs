//! Offices as news texts name them beside a person, and which two of them nobody holds at once.
//!
//! Only what is certain is read: an office whose every word is known, with nothing around it that
//! says that it is past, to come, held for somebody else, or another person's. The words of each
//! language stand in a table of their own.

mod read;
mod words;

mod ar;
mod de;
mod en;
mod fr;

use std::sync::LazyLock;

use self::read::tokens;
use self::words::Table;
use crate::names::fold::fold_text;
use crate::text::{TextRange, TextSize};

/// A public office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Office {
    /// A minister of that portfolio.
    Minister(&'static str),
    /// The head of a state.
    President,
    /// The head of a government.
    PrimeMinister,
    /// A member of the upper house of a parliament.
    Senator,
    /// A member of the lower house of the United States' congress, or of a state's.
    Representative,
    /// The head of a province or of a state of a federation.
    Governor,
    /// The head of a town.
    Mayor,
}

impl Office {
    /// Whether hardly anybody holds both offices.
    pub fn excludes(self, other: Office) -> bool {
        if let (Office::Minister(one), Office::Minister(other)) = (self, other) {
            let holds =
                |portfolios: &str, portfolio| portfolios.split(' ').any(|of| of == portfolio);
            let are_one = |portfolios: &&str| holds(portfolios, one) && holds(portfolios, other);
            return one != other && !OFTEN_ONE.iter().any(are_one);
        }
        self.group() == other.group() && self != other
    }

    fn group(self) -> u8 {
        match self {
            Office::Minister(_) => 0,
            Office::President | Office::PrimeMinister => 1,
            Office::Senator | Office::Representative | Office::Governor | Office::Mayor => 2,
        }
    }
}

/// Portfolios that governments join in one ministry, each time in another way.
const OFTEN_ONE: [&str; 5] = [
    "economy finance trade energy environment tourism development labour agriculture research",
    "education culture sport research religion information family social labour health",
    "transport housing environment energy tourism",
    "interior housing sport religion",
    "foreign development trade",
];

/// The office that a declared role, or a description of a person, is, in any of the languages:
/// `Lebanese transport minister`, `وزيرة النقل`. `None` where it may be another one, or is none.
pub fn of_role(role: &str) -> Option<Office> {
    if role.len() > LONGEST_ROLE {
        return None;
    }
    let tokens = tokens(role);
    let tables = [&*ENGLISH, &*GERMAN, &*FRENCH, &*ARABIC];
    tables.into_iter().find_map(|table| table.of_role(&tokens))
}

/// The office whose words stand directly before the byte `before` of `text`, where a name begins
/// that ends at `end`; and where they stand. `lang` is a BCP 47 tag.
pub fn beside(text: &str, name: TextRange, lang: &str) -> Option<(Office, TextRange)> {
    let table = table(lang)?;
    let start = usize::from(name.start());
    // No office is longer, with what stands before it.
    let from = text[..start].char_indices().rev().take(MOST_LETTERS).last();
    let from = from.map_or(start, |(at, _)| at);
    let tokens = tokens(&text[from..start]);
    let (office, range) = table.beside(&tokens, &text[from..start], &text[name.end().into()..])?;
    Some((office, range + TextSize::new(from as u32)))
}

/// Whether `word` stands for a person without being a name, in the language `lang`: a title, a rank,
/// a relation.
pub fn is_title(word: &str, lang: &str) -> bool {
    table(lang).is_some_and(|table| table.titles.contains(&fold_text(word)))
}

/// Longer texts are no roles.
const LONGEST_ROLE: usize = 200;

/// How many letters before a name are looked at.
const MOST_LETTERS: usize = 120;

static ENGLISH: LazyLock<Table> = LazyLock::new(|| Table::new(&en::WORDS));
static GERMAN: LazyLock<Table> = LazyLock::new(|| Table::new(&de::WORDS));
static FRENCH: LazyLock<Table> = LazyLock::new(|| Table::new(&fr::WORDS));
static ARABIC: LazyLock<Table> = LazyLock::new(|| Table::new(&ar::WORDS));

fn table(lang: &str) -> Option<&'static Table> {
    match lang.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
        "en" => Some(&ENGLISH),
        "de" => Some(&GERMAN),
        "fr" => Some(&FRENCH),
        "ar" => Some(&ARABIC),
        _ => None,
    }
}
