//! Reading an office in the words of a role, and in those before a name.

use foldhash::HashSet;

use super::words::Table;
use super::{MOST_LETTERS, Office};
use crate::names::fold::fold_text;
use crate::text::{TextRange, TextSize};

/// How many words an office has at most.
const MOST_WORDS: usize = 7;

/// How many words before an office are looked at for one that makes it another.
const HEDGED: usize = 3;

/// Words that are no longer are abbreviations where a full stop follows them: `Sen.`
const SHORTENED: usize = 3;

/// What adjectives of countries end in, where they have capitals.
const OF_COUNTRIES: [&str; 7] = ["an", "ese", "ish", "ch", "i", "ian", "er"];

impl Table {
    pub(super) fn of_role(&self, tokens: &[Token]) -> Option<Office> {
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

    pub(super) fn beside(
        &self,
        tokens: &[Token],
        text: &str,
        after: &str,
    ) -> Option<(Office, TextRange)> {
        let gap = |from: usize, to: usize| text.get(from..to).unwrap_or_default().trim();
        let end = |at: usize| usize::from(tokens[at].range.end());
        let mut last = tokens.len().checked_sub(1)?;
        let comma = match gap(end(last), text.len()) {
            "" => false,
            "." if tokens[last].word.chars().count() <= SHORTENED => false,
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
            let is_short = tokens[at - 1].word.chars().count() <= SHORTENED;
            let gap = gap(end(at - 1), tokens[*at].range.start().into());
            matches!(gap, "" | "-" | "'" | "’") || (gap == "." && is_short)
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
        if office == Office::President && self.is_of_something(tokens, first, text) {
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

    /// Whether the president at the token `first` is one of a company or a club: of `City Council`,
    /// `FC-Präsident`. Those of countries have a capital, where a language has any for it, and no
    /// name before them but an adjective of the country.
    fn is_of_something(&self, tokens: &[Token], first: usize, text: &str) -> bool {
        let has_capital = |token: &Token| text[token.range].starts_with(char::is_uppercase);
        if self.habits.office_has_capital && !has_capital(&tokens[first]) {
            return true;
        }
        let Some(before) = first.checked_sub(1).map(|at| &tokens[at]) else {
            return false;
        };
        let gap = &text[before.range.end().into()..tokens[first].range.start().into()];
        let is_country = |token: &Token| {
            let word = token.word.as_str();
            matches!(word, "us" | "s") || OF_COUNTRIES.iter().any(|ending| word.ends_with(ending))
        };
        matches!(gap, " " | "-") && has_capital(before) && !is_country(before)
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
                let without = |()| [&words[..1], &words[2..]].concat().join(" ");
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
pub(super) struct Token {
    word: String,
    range: TextRange,
}

/// Words, without signs: hyphens and apostrophes part them.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let is_of_word = |c: char| unicode_ident::is_xid_continue(c);
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_of_word).map(|found| at + found) {
        let len = text[start..]
            .find(|c| !is_of_word(c))
            .unwrap_or(text.len() - start);
        at = start + len;
        tokens.push(Token {
            word: fold_text(&text[start..at]),
            range: TextRange::new(TextSize::new(start as u32), TextSize::new(at as u32)),
        });
    }
    tokens
}
