//! Clauses in their fields: what stands before the finite verb, what behind it, and who its subject is.

use std::ops::Range;

use super::case::Case;
use super::cue::{self, Cue};
use super::element::{Element, ElementKind};
use super::phrase::{Names, Phrase};
use super::subject::{Subjects, before_verb, choose};
use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::sentence::Sentence;
use crate::attribution::token::Kind;

/// A clause. Others may stand in it.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// The elements it is made of, in their order.
    pub(super) pieces: Vec<Range<usize>>,
    /// The element that is its finite verb.
    pub(super) finite: Option<usize>,
    /// Whether its verb stands last.
    pub(super) is_dependent: bool,
    /// Whether its verb stands first: `…, sagte Meier`.
    pub(super) is_inverted: bool,
    pub(super) subject: Option<Phrase>,
    pub(super) cue: Option<Cue>,
    /// Who quotes the subject: `die Zeitung zitiert den Minister`.
    pub(super) quoter: Option<Phrase>,
}

impl Clause {
    /// A main clause with that verb, of which no element is known yet.
    fn new(finite: Option<usize>, subject: Option<Phrase>) -> Clause {
        Clause {
            pieces: Vec::new(),
            finite,
            is_dependent: false,
            is_inverted: false,
            subject,
            cue: None,
            quoter: None,
        }
    }
}

/// The clauses of a sentence.
pub(super) struct Clauses {
    pub(super) clauses: Vec<Clause>,
    /// Of each element, which clause it belongs to.
    pub(super) owners: Vec<Option<usize>>,
}

/// A run of elements between signs or `und`.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) elements: Range<usize>,
    /// Whether `und` stands before it rather than a sign.
    is_joined: bool,
    /// What stands before it.
    pub(super) before: Option<Kind>,
}

pub(super) fn clauses(
    sentence: Sentence<'_>,
    elements: &[Element],
    lexicon: &Lexicon,
    buffer: &mut String,
) -> Clauses {
    let mut reader = Reader {
        sentence,
        elements,
        clauses: Vec::new(),
        owners: vec![None; elements.len()],
        pending: Vec::new(),
        main: None,
        last_dependent: None,
        loose: None,
        open: None,
    };
    for piece in pieces(sentence, elements) {
        reader.read(&piece);
    }
    reader.rest();
    for clause in &mut reader.clauses {
        cue::assign(sentence, elements, clause, lexicon, buffer);
    }
    Clauses {
        clauses: reader.clauses,
        owners: reader.owners,
    }
}

fn pieces(sentence: Sentence<'_>, elements: &[Element]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut is_joined = false;
    let mut before = None;
    for (at, element) in elements.iter().enumerate() {
        let is_and = element.word().is_some_and(|word| {
            // `Fraktions- und Parteivorsitzende` is one thing.
            let is_half = word > 0 && sentence.tokens[word - 1].kind == Kind::Other;
            sentence.tokens[word].is(Class::AND) && at > start && !is_half
        });
        if !is_and && !matches!(element.kind, ElementKind::Border) {
            continue;
        }
        if start < at {
            pieces.push(Piece {
                elements: start..at,
                is_joined,
                before,
            });
        }
        let sign = sentence.tokens[element.range.start].kind;
        // `, und`
        is_joined = is_and;
        before = Some(sign);
        start = at + 1;
    }
    if start < elements.len() {
        pieces.push(Piece {
            elements: start..elements.len(),
            is_joined,
            before,
        });
    }
    pieces
}

pub(super) struct Reader<'a> {
    pub(super) sentence: Sentence<'a>,
    pub(super) elements: &'a [Element],
    pub(super) clauses: Vec<Clause>,
    owners: Vec<Option<usize>>,
    /// What stands before a verb that is still to come.
    pub(super) pending: Vec<Range<usize>>,
    /// The main clause that may go on.
    pub(super) main: Option<usize>,
    /// The dependent clause that the last piece belongs to.
    last_dependent: Option<usize>,
    /// A phrase behind a comma that may be the subject of a verb still to come.
    loose: Option<Phrase>,
    /// The dependent clause whose verb is still to come.
    open: Option<usize>,
}

impl Reader<'_> {
    fn read(&mut self, piece: &Piece) {
        if matches!(
            piece.before,
            Some(Kind::Semicolon | Kind::Colon | Kind::Stop)
        ) {
            self.rest();
            self.main = None;
            self.last_dependent = None;
            self.open = None;
        }
        if let Some(dependent) = self.last_dependent.filter(|_| piece.is_joined) {
            self.extend(dependent, &piece.elements);
            return;
        }
        self.last_dependent = None;
        if self.resumes(piece) {
            return;
        }
        if self.is_dependent(piece) {
            let subject = self
                .subjects()
                .of_dependent(&piece.elements, piece.before == Some(Kind::Comma));
            let finite = self.last_verb(piece);
            self.clauses.push(Clause {
                is_dependent: true,
                ..Clause::new(finite, subject)
            });
            let clause = self.clauses.len() - 1;
            self.extend(clause, &piece.elements);
            self.last_dependent = Some(clause);
            if finite.is_none() {
                self.open = Some(clause);
            }
            return;
        }
        let Some(finite) = self.finite(piece) else {
            match self.main {
                Some(main) => {
                    self.extend(main, &piece.elements);
                    if piece.before == Some(Kind::Comma) {
                        let first = self.elements[piece.elements.start].phrase();
                        self.loose = self.loose.take().or_else(|| first.cloned());
                    }
                }
                None => self.pending.push(piece.elements.clone()),
            }
            return;
        };
        self.main_clause(piece, finite);
    }

    /// Goes on with a dependent clause that another one interrupted: `wie Meier, der krank ist, sagte`.
    fn resumes(&mut self, piece: &Piece) -> bool {
        if piece.before != Some(Kind::Comma) {
            return false;
        }
        let Some(verb) = self.verb_last(piece) else {
            return false;
        };
        let is_second = self.finite(piece).is_some_and(|finite| finite != verb);
        if is_second || self.is_dependent(piece) {
            return false;
        }
        if let Some(open) = self.open.take() {
            self.clauses[open].finite = Some(verb);
            self.extend(open, &piece.elements);
            return true;
        }
        let Some(first) = self.pending.first() else {
            return false;
        };
        let opener = &self.elements[first.start];
        if !self.token(opener.range.start).is(Class::SUBORDINATE) || opener.range.len() != 1 {
            return false;
        }
        let pending = std::mem::take(&mut self.pending);
        let subject = pending
            .iter()
            .flat_map(|range| &self.elements[range.clone()])
            .filter_map(Element::phrase)
            .find(|phrase| phrase.can_be_subject() && phrase.names != Names::Time)
            .cloned();
        self.clauses.push(Clause {
            is_dependent: true,
            ..Clause::new(Some(verb), subject)
        });
        let clause = self.clauses.len() - 1;
        for range in pending {
            self.extend(clause, &range);
        }
        self.extend(clause, &piece.elements);
        true
    }

    fn main_clause(&mut self, piece: &Piece, finite: usize) {
        let mut fields = std::mem::take(&mut self.pending);
        let is_first = self.elements[piece.elements.start..finite]
            .iter()
            .all(|element| {
                element
                    .word()
                    .is_some_and(|word| self.token(word).is(Class::ADVERB))
            });
        let is_inverted = !piece.is_joined
            && (finite == piece.elements.start
                || is_first
                    && self
                        .sentence
                        .word(self.elements[piece.elements.start].range.start)
                        == "so");
        fields.push(piece.elements.clone());
        let before: Vec<&Element> = fields
            .iter()
            .flat_map(|range| &self.elements[range.clone()])
            .filter(|element| element.range.start < self.elements[finite].range.start)
            .collect();
        // `Ein „…“, so urteilte Meier`: the subject stands behind.
        let is_so = is_inverted && finite != piece.elements.start;
        let front = before_verb(self.sentence, &before).filter(|_| !is_so);
        let behind = self.subjects().behind(finite, piece.elements.end);
        let previous = self
            .main
            .and_then(|main| self.clauses[main].subject.clone())
            .filter(|_| {
                is_first
                    && fields.len() == 1
                    && behind.as_ref().is_none_or(|(phrase, is_near)| {
                        !is_near
                            || !phrase.can_speak()
                            || phrase.case == Case::Open
                                && piece.is_joined
                                && phrase.names != Names::Pronoun
                    })
            });
        // `Er kam, die Chefin der Firma, Meier, sagte`
        let loose = self.loose.take().filter(|phrase| {
            previous.is_some() && !piece.is_joined && phrase.can_be_subject() && phrase.can_speak()
        });
        let previous = loose.or(previous);
        let subject = choose(front, behind)
            .filter(|_| previous.is_none())
            .or(previous);
        self.clauses.push(Clause {
            is_inverted,
            ..Clause::new(Some(finite), subject)
        });
        let clause = self.clauses.len() - 1;
        for range in fields {
            self.extend(clause, &range);
        }
        self.main = Some(clause);
    }

    /// What waits for a verb has none.
    fn rest(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if pending.is_empty() {
            return;
        }
        let before: Vec<&Element> = pending
            .iter()
            .flat_map(|range| &self.elements[range.clone()])
            .collect();
        let subject = before_verb(self.sentence, &before);
        self.clauses.push(Clause::new(None, subject));
        let clause = self.clauses.len() - 1;
        for range in pending {
            self.extend(clause, &range);
        }
    }

    fn subjects(&self) -> Subjects<'_> {
        Subjects {
            sentence: self.sentence,
            elements: self.elements,
        }
    }

    fn extend(&mut self, clause: usize, elements: &Range<usize>) {
        for owner in &mut self.owners[elements.clone()] {
            *owner = Some(clause);
        }
        self.clauses[clause].pieces.push(elements.clone());
    }

    pub(super) fn token(&self, at: usize) -> &crate::attribution::token::Token {
        &self.sentence.tokens[at]
    }
}
