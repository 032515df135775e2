//! Offices as news texts name them beside a person, and which two of them nobody holds at once.
//!
//! Only what is certain is read: an office whose every word is known, with nothing around it that
//! says that it is past, to come, held for somebody else, or another person's. The words of each
//! language stand in a table of their own.

mod ar;
mod de;
mod en;
mod fr;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::names::fold::fold;
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
            return one != other && !OFTEN_ONE.iter().any(|portfolios| are_one(&portfolios));
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

/// The words of one language, each list parted by spaces, alternatives by `|`. They are folded
/// before they are compared.
struct Words {
    /// Portfolios, and the words for each.
    portfolios: &'static [(&'static str, &'static str)],
    /// What stands around a portfolio, for which it writes `%`.
    ministers: &'static [&'static str],
    /// Other offices.
    others: &'static [(Office, &'static str)],
    /// Words that make an office another one, a past one, a future one or a dead one, on either
    /// side of it.
    hedges: &'static str,
    /// Words before an office that make it somebody else's.
    others_of: &'static str,
    /// Words that join: an office beside one is not the whole of it.
    joining: &'static str,
    /// Articles, and what stands in their place.
    articles: &'static str,
    /// Words that begin what follows an office and leaves it what it is: `of` in `minister of
    /// transport of Lebanon`.
    complements: &'static str,
    /// Words that stand for a person without being a name, besides those of the offices: titles,
    /// ranks, relations.
    titles: &'static str,
    habits: Habits,
}

/// How a language builds the phrase.
#[derive(Clone, Copy)]
struct Habits {
    /// Whether an adjective may stand after the office, or, as in French, inside it.
    adjective: Option<fn(&str) -> bool>,
    /// What may be written onto its first word.
    proclitics: &'static [char],
    /// Whether an office with an article can have the name beside it without a comma.
    article_without_comma: bool,
    /// Whether a verb comes before its subject and object, so that an office may be the one and the
    /// name behind it the other.
    verb_first: bool,
}

/// What is made of [`Words`].
struct Table {
    phrases: HashMap<String, Office>,
    hedges: HashSet<String>,
    others_of: HashSet<String>,
    joining: HashSet<String>,
    articles: HashSet<String>,
    complements: HashSet<String>,
    titles: HashSet<String>,
    habits: Habits,
}

impl Table {
    fn new(words: &Words) -> Table {
        let mut phrases = HashMap::new();
        for (portfolio, names) in words.portfolios {
            for name in names.split('|') {
                for around in words.ministers {
                    let phrase = fold(&around.replace('%', name)).text().to_owned();
                    phrases.insert(phrase, Office::Minister(portfolio));
                }
            }
        }
        for (office, names) in words.others {
            phrases.extend(
                names
                    .split('|')
                    .map(|name| (fold(name).text().to_owned(), *office)),
            );
        }
        let set = |list: &str| {
            let words = list.split_whitespace();
            words.map(|word| fold(word).text().to_owned()).collect()
        };
        let mut titles: HashSet<String> = set(words.titles);
        titles.extend(
            phrases
                .keys()
                .flat_map(|phrase| phrase.split(' '))
                .filter(|word| word.chars().count() > LONGEST_LINK)
                .map(str::to_owned),
        );
        titles.extend(set(words.hedges));
        Table {
            phrases,
            hedges: set(words.hedges),
            others_of: set(words.others_of),
            joining: set(words.joining),
            articles: set(words.articles),
            complements: set(words.complements),
            titles,
            habits: words.habits,
        }
    }
}

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
    table(lang).is_some_and(|table| table.titles.contains(fold(word).text()))
}

/// Words of an office that are no longer link the others: `of the`.
const LONGEST_LINK: usize = 3;

/// Longer texts are no roles.
const LONGEST_ROLE: usize = 200;

/// How many letters before a name are looked at.
const MOST_LETTERS: usize = 120;

/// How many words an office has at most.
const MOST_WORDS: usize = 7;

/// How many words before an office are looked at for one that makes it another.
const HEDGED: usize = 3;

impl Table {
    fn of_role(&self, tokens: &[Token]) -> Option<Office> {
        let all = 0..tokens.len();
        let mut found = None;
        for end in all.clone() {
            if let Some(phrase) = self.phrase_at(&tokens[..=end]) {
                if found.is_some_and(|(_, first, _): (Office, usize, usize)| first != phrase.1) {
                    return None;
                }
                // A longer phrase that begins at the same word is the one that is meant.
                found = Some((phrase.0, phrase.1, end));
            }
        }
        let (office, first, last) = found?;
        let is_doubtful =
            |token: &Token| self.is_hedge(token) || self.joining.contains(&token.word);
        let before = &tokens[..first];
        let foreign = before
            .iter()
            .filter(|token| !self.articles.contains(&token.word));
        let is_its_own = before.len() <= 3
            && foreign.count() <= 1
            && !before
                .iter()
                .any(|token| self.others_of.contains(&token.word));
        let after = &tokens[last + 1..];
        let is_whole = after.first().is_none_or(|token| {
            let is_adjective = self.habits.adjective.is_some_and(|is| is(&token.word));
            let goes_on = self.complements.contains(&token.word) || is_adjective;
            goes_on && office != Office::President
        });
        let is_sure = !before.iter().chain(after).any(is_doubtful);
        (is_its_own && is_whole && is_sure).then_some(office)
    }

    fn beside(&self, tokens: &[Token], text: &str, after: &str) -> Option<(Office, TextRange)> {
        let gap = |from: usize, to: usize| text.get(from..to).unwrap_or_default().trim();
        let end = |at: usize| usize::from(tokens[at].range.end());
        let mut last = tokens.len().checked_sub(1)?;
        let comma = match gap(end(last), text.len()) {
            "" => false,
            "." if tokens[last].word.len() <= 4 => false,
            "," | "،" => true,
            _ => return None,
        };
        if let Some(is_adjective) = self.habits.adjective {
            let skipped = (0..2)
                .take_while(|back| last >= *back && is_adjective(&tokens[last - back].word))
                .count();
            // The portfolio may look like an adjective itself.
            let office_at = (0..=skipped.min(last))
                .find(|back| self.phrase_at(&tokens[..=last - back]).is_some())?;
            last -= office_at;
        }
        let (office, first) = self.phrase_at(&tokens[..=last])?;
        let is_one_phrase = (first..tokens.len() - 1).all(|at| {
            gap(end(at), tokens[at + 1].range.start().into()).is_empty()
                || text[end(at)..].starts_with(['\'', '’', '-'])
        });
        // What stands beyond a comma is said of something else.
        let joined = |at: &usize| {
            matches!(
                gap(end(at - 1), tokens[*at].range.start().into()),
                "" | "-" | "." | "'" | "’"
            )
        };
        let reach = (1..=first).rev().take(HEDGED).take_while(joined).count();
        let before = &tokens[first - reach..first];
        if !is_one_phrase
            || before
                .iter()
                .chain(&tokens[last + 1..])
                .any(|token| self.is_hedge(token))
        {
            return None;
        }
        let previous = first.checked_sub(1).map(|at| &tokens[at]);
        let article = previous.is_some_and(|token| self.articles.contains(&token.word));
        let previous = if article {
            first.checked_sub(2).map(|at| &tokens[at])
        } else {
            previous
        };
        let may_be_others = comma || self.habits.verb_first;
        let others = previous.is_some_and(|token| {
            (may_be_others && self.is_in(&self.others_of, token))
                || self.joining.contains(&token.word)
        });
        let first_of_phrase = if article { first - 1 } else { first };
        let behind_comma = first_of_phrase.checked_sub(1).is_some_and(|at| {
            !gap(end(at), tokens[first_of_phrase].range.start().into()).is_empty()
        });
        let is_apposition = if comma {
            self.closes(after) && !behind_comma
        } else {
            !article || self.habits.article_without_comma
        };
        let range = TextRange::new(tokens[first].range.start(), tokens[last].range.end());
        (!others && is_apposition).then_some((office, range))
    }

    /// Whether a comma or the end closes what began with a comma, and no list goes on.
    fn closes(&self, after: &str) -> bool {
        let rest = after.trim_start();
        let Some(behind) = rest.strip_prefix([',', '،']) else {
            return rest.is_empty() || rest.starts_with(['.', '!', '?', '؟']);
        };
        let near: String = behind.chars().take(MOST_LETTERS).collect();
        let next = tokens(&near).into_iter().next();
        next.is_some_and(|token| {
            !self.joining.contains(&token.word)
                && !self.articles.contains(&token.word)
                && !self.joins_as_proclitic(&token.word)
        })
    }

    /// The office that ends with the last of `tokens`, the longest, and at which token it begins.
    fn phrase_at(&self, tokens: &[Token]) -> Option<(Office, usize)> {
        let most = tokens.len().min(MOST_WORDS);
        (1..=most).rev().find_map(|count| {
            let first = tokens.len() - count;
            let words: Vec<&str> = tokens[first..]
                .iter()
                .map(|token| token.word.as_str())
                .collect();
            let office = self.phrase(&words)?;
            Some((office, first))
        })
    }

    fn phrase(&self, words: &[&str]) -> Option<Office> {
        let joined = words.join(" ");
        let find = |phrase: &str| self.phrases.get(phrase).copied();
        find(&joined)
            .or_else(|| {
                let mut rest = joined.as_str();
                // A conjunction and a preposition at most.
                (0..2).find_map(|_| {
                    rest = rest.strip_prefix(self.habits.proclitics)?;
                    find(rest)
                })
            })
            .or_else(|| {
                // `ministre français de l’intérieur`
                let is_adjective = self.habits.adjective?;
                let inside = words.len() > 2 && is_adjective(words[1]);
                let without = |_| [&words[..1], &words[2..]].concat().join(" ");
                inside
                    .then_some(())
                    .map(without)
                    .and_then(|phrase| find(&phrase))
            })
    }

    fn is_hedge(&self, token: &Token) -> bool {
        self.is_in(&self.hedges, token)
    }

    /// Whether a list holds the word, or the rest of it behind a proclitic.
    fn is_in(&self, list: &HashSet<String>, token: &Token) -> bool {
        let bare = token.word.strip_prefix(self.habits.proclitics);
        list.contains(&token.word) || bare.is_some_and(|bare| list.contains(bare))
    }

    fn joins_as_proclitic(&self, word: &str) -> bool {
        self.habits.proclitics.contains(&'و') && word.starts_with('و')
    }
}

/// A folded word and where it stands.
#[derive(Debug)]
struct Token {
    word: String,
    range: TextRange,
}

/// Words, without signs: hyphens and apostrophes part them.
fn tokens(text: &str) -> Vec<Token> {
    let is_of_word = |c: char| unicode_ident::is_xid_continue(c);
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_of_word).map(|found| at + found) {
        let len = text[start..]
            .find(|c| !is_of_word(c))
            .unwrap_or(text.len() - start);
        at = start + len;
        tokens.push(Token {
            word: fold(&text[start..at]).text().to_owned(),
            range: TextRange::new(TextSize::new(start as u32), TextSize::new(at as u32)),
        });
    }
    tokens
}
