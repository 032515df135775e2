//! What the words of a quotation come to, found out once for as long as its paragraph stays as it is.

use std::sync::{Arc, Mutex, PoisonError};

use foldhash::HashMap;

use crate::model::article::Article;
use crate::model::quotation::Quotation;
use crate::model::wording::phrase::parts;
use crate::model::wording::{Phrase, count, uncut};
use crate::text::{TextRange, stable_hash};

/// What the words of a quotation come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// How many words there are, as [`count`] counts them.
    pub count: usize,
    /// The same for the same words.
    pub row: u64,
    /// Those that its speaker said.
    pub phrase: Phrase,
    /// The same for the same letters, wherever words end; 0 for few, which many say.
    pub letters: u64,
    /// How they begin, without annotation and on one line.
    pub beginning: Box<str>,
}

/// With fewer letters than this, the same words are no sign of the same utterance.
const SHORTEST: usize = 24;

/// How many characters are kept of what is said: as much as is shown of it or looked for in it.
const BEGINNING: usize = 60;

/// Those of the quotations that stand in one passage, by their places in its block: with the marks and
/// without.
#[derive(Default)]
struct Wordings(Mutex<HashMap<[TextRange; 2], Arc<Wording>>>);

impl Article {
    /// What the words of a quotation come to.
    pub fn wording(&self, quotation: &Quotation) -> Arc<Wording> {
        let [piece] = quotation.pieces[..] else {
            return Arc::new(self.wording_anew(quotation));
        };
        let passage = &self.passages[quotation.passage];
        let start = passage.range.start();
        let place = [piece - start, quotation.words() - start];
        let known = passage.wire.kept().get(0, Wordings::default);
        // Whoever panicked here left nothing half done.
        let lock = || known.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = lock().get(&place).cloned();
        found.unwrap_or_else(|| {
            let wording = Arc::new(self.wording_anew(quotation));
            lock().insert(place, Arc::clone(&wording));
            wording
        })
    }

    fn wording_anew(&self, quotation: &Quotation) -> Wording {
        let parts = parts(self, quotation);
        let phrase = Phrase::of_parts(&parts);
        let mut pieces = self.wire_of(quotation);
        let words = if pieces.all(|(wire, piece)| uncut(wire, piece) == [piece]) {
            parts.into_iter().flat_map(|(_, words)| words).collect()
        } else {
            self.words_of(quotation)
        };
        let row: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        Wording {
            count: count(&words),
            row: stable_hash(&row.join(" ")),
            phrase,
            letters: letters(row.concat()),
            beginning: self.beginning(quotation),
        }
    }

    /// The words of each piece, without the marks.
    fn inside<'a>(&'a self, quotation: &'a Quotation) -> impl Iterator<Item = &'a str> {
        let inside = quotation.words();
        let pieces = quotation.pieces.iter();
        let pieces = pieces.filter_map(move |piece| piece.intersect(inside));
        pieces.map(|piece| self.words(piece))
    }

    fn beginning(&self, quotation: &Quotation) -> Box<str> {
        let words = self.inside(quotation).flat_map(str::split_whitespace);
        let mut letters = words.flat_map(|word| word.chars().chain([' ']));
        let beginning: String = letters.by_ref().take(BEGINNING).collect();
        let is_all = letters.next().is_none();
        let end = if is_all { "" } else { "…" };
        format!("{}{end}", beginning.trim_end()).into()
    }
}

/// What [`Wording::letters`] is for these words, folded and without anything between them.
fn letters(mut words: String) -> u64 {
    words.retain(char::is_alphanumeric);
    if words.chars().count() < SHORTEST {
        return 0;
    }
    stable_hash(&words)
}
