//! Clauses in their fields: what stands before the finite verb, what behind it, and who its subject is.

use std::ops::Range;

use super::element::{Element, ElementKind};
use super::phrase::{Case, Names, Phrase, called};
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

/// What says that somebody speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cue {
    /// Its token.
    pub(super) at: usize,
    pub(super) strength: Strength,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A noun: `brachte seine Kritik zum Ausdruck`.
    Noun,
    /// A verb that may bring somebody's words: `nannte`.
    Hints,
    /// A verb of saying.
    Says,
}

/// The clauses of a sentence.
pub(super) struct Clauses {
    pub(super) clauses: Vec<Clause>,
    /// Of each element, which clause it belongs to.
    pub(super) owners: Vec<Option<usize>>,
}

/// A run of elements between signs or `und`.
#[derive(Debug, Clone)]
struct Piece {
    elements: Range<usize>,
    /// Whether `und` stands before it rather than a sign.
    is_joined: bool,
    /// What stands before it.
    before: Option<Kind>,
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
    for at in 0..reader.clauses.len() {
        let cue = cue(sentence, elements, &reader.clauses[at], lexicon, buffer);
        let clause = &mut reader.clauses[at];
        clause.cue = cue;
        if let Some(standing) = standing(sentence, elements, clause) {
            clause.subject = place(sentence, elements, clause);
            clause.cue = Some(standing);
        } else if let Some(cue) = cue {
            let is_passive = is_passive(sentence, elements, clause, cue);
            if sentence.word(cue.at).starts_with("zitier") {
                if is_passive {
                    clause.quoter = agent(sentence, elements, clause)
                        .or_else(|| place(sentence, elements, clause))
                        .filter(Phrase::can_speak);
                } else if let Some(cited) = cited(sentence, elements, clause) {
                    clause.quoter = clause.subject.replace(cited);
                }
            } else if is_passive {
                clause.subject = agent(sentence, elements, clause)
                    .or_else(|| place(sentence, elements, clause))
                    .filter(|phrase| {
                        phrase.can_speak() && cue.strength > Strength::Noun && !clause.is_dependent
                    });
            } else if is_impersonal(sentence, elements, clause, cue) {
                clause.subject = place(sentence, elements, clause);
                clause.cue = Some(Cue {
                    strength: cue.strength.max(Strength::Hints),
                    ..cue
                });
            }
        }
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

struct Reader<'a> {
    sentence: Sentence<'a>,
    elements: &'a [Element],
    clauses: Vec<Clause>,
    owners: Vec<Option<usize>>,
    /// What stands before a verb that is still to come.
    pending: Vec<Range<usize>>,
    /// The main clause that may go on.
    main: Option<usize>,
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
            let subject = self.dependent_subject(piece);
            let finite = self.last_verb(piece);
            self.clauses.push(Clause {
                pieces: Vec::new(),
                finite,
                is_dependent: true,
                is_inverted: false,
                subject,
                cue: None,
                quoter: None,
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
            pieces: Vec::new(),
            finite: Some(verb),
            is_dependent: true,
            is_inverted: false,
            subject,
            cue: None,
            quoter: None,
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
        let front = before_verb(self.sentence, &before);
        let behind = self.behind(finite, piece.elements.end);
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
            pieces: Vec::new(),
            finite: Some(finite),
            is_dependent: false,
            is_inverted,
            subject,
            cue: None,
            quoter: None,
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
        self.clauses.push(Clause {
            pieces: Vec::new(),
            finite: None,
            is_dependent: false,
            is_inverted: false,
            subject,
            cue: None,
            quoter: None,
        });
        let clause = self.clauses.len() - 1;
        for range in pending {
            self.extend(clause, &range);
        }
    }

    fn extend(&mut self, clause: usize, elements: &Range<usize>) {
        for owner in &mut self.owners[elements.clone()] {
            *owner = Some(clause);
        }
        self.clauses[clause].pieces.push(elements.clone());
    }

    fn token(&self, at: usize) -> &crate::attribution::token::Token {
        &self.sentence.tokens[at]
    }

    /// Whether the verb of the piece stands last: behind `dass`, `weil`, `der`.
    fn is_dependent(&self, piece: &Piece) -> bool {
        let first = &self.elements[piece.elements.start];
        let opener = self.token(first.range.start);
        let next = self.sentence.tokens.get(first.range.start + 1);
        let ends_in_verb = self.last_verb(piece).is_some();
        if opener.is(Class::SUBORDINATE) {
            let word = self.sentence.word(first.range.start).to_lowercase();
            let is_doubtful = matches!(
                word.as_str(),
                "als" | "wie" | "während" | "da" | "seit" | "warum" | "woher" | "wann"
            );
            return !is_doubtful || ends_in_verb;
        }
        let is_relative = opener.is(Class::RELATIVE)
            || opener.is(Class::PREPOSITION) && next.is_some_and(|next| next.is(Class::RELATIVE));
        is_relative && piece.before == Some(Kind::Comma) && ends_in_verb && !self.is_second(piece)
    }

    /// Whether the verb stands second, behind a noun with its article: `die Brücke sei sicher`.
    fn is_second(&self, piece: &Piece) -> bool {
        let first = &self.elements[piece.elements.start];
        let second = piece.elements.start + 1;
        let verb = self
            .elements
            .get(second)
            .filter(|_| second < piece.elements.end);
        let Some(verb) = verb.and_then(Element::word).map(|word| self.token(word)) else {
            return false;
        };
        let is_last = second + 1 == piece.elements.end;
        first.phrase().is_some_and(|phrase| phrase.range.len() > 1)
            && (verb.is(Class::SUBJUNCTIVE) || verb.is(VERBS) && !is_last)
    }

    /// The verb at the end of a piece that something stands before.
    fn last_verb(&self, piece: &Piece) -> Option<usize> {
        self.verb_last(piece)
            .filter(|at| *at > piece.elements.start)
    }

    /// The verb at the end of a piece.
    fn verb_last(&self, piece: &Piece) -> Option<usize> {
        let at = piece
            .elements
            .clone()
            .rev()
            .find(|at| !self.elements[*at].is_quote())?;
        let word = self.elements[at].word()?;
        let token = self.token(word);
        let is_verb =
            token.is(VERBS) || token.is_word() && !token.is_capital() && token.class == Class::NONE;
        is_verb.then_some(at)
    }

    /// The finite verb of a main clause.
    fn finite(&self, piece: &Piece) -> Option<usize> {
        let mut has_front = !self.pending.is_empty();
        // `hat …, „…“ und den Rest betont`: the rest of a verb in two parts is no new one.
        let waits = self.main.is_some_and(|main| {
            let finite = self.clauses[main].finite;
            finite.is_some_and(|at| {
                self.token(self.elements[at].range.start)
                    .is(Class::AUXILIARY)
            })
        });
        for at in piece.elements.clone() {
            if let Some(word) = self.elements[at].word() {
                let token = self.token(word);
                let is_infinitive = word > 0 && self.sentence.word(word - 1) == "zu";
                let is_rest = waits
                    && at + 1 == piece.elements.end
                    && (token.is(Class::SPOKEN) || token.class == Class::NONE);
                if token.is_word() && !token.is_capital() && !is_infinitive && !is_rest {
                    if token.is(Class::AUXILIARY
                        .or(Class::SAYS)
                        .or(Class::HINTS)
                        .or(Class::FINITE)
                        .or(Class::SUBJUNCTIVE))
                    {
                        return Some(at);
                    }
                    if token.class == Class::NONE
                        && has_front
                        && !waits
                        && is_verb_like(self.sentence.word(word))
                    {
                        return Some(at);
                    }
                }
            }
            has_front = true;
        }
        None
    }

    /// The first phrase behind the verb that can be a subject, and whether it follows at once.
    fn behind(&self, finite: usize, end: usize) -> Option<(Phrase, bool)> {
        let mut is_near = true;
        // `„…“, schrieb „Die Zeit“`
        if self
            .elements
            .get(finite + 1)
            .is_some_and(|next| next.is_quote() && finite + 1 < end)
            && self.elements[..finite]
                .iter()
                .rev()
                .take(3)
                .any(Element::is_quote)
        {
            return Some((called(self.elements[finite + 1].range.clone()), true));
        }
        for at in finite + 1..end {
            let element = &self.elements[at];
            if let Some(phrase) = element.phrase() {
                let is_compared = is_compared(self.sentence, phrase);
                if self.belongs_to_noun(at, phrase) {
                    continue;
                }
                if phrase.can_be_subject() && phrase.names != Names::Time && !is_compared {
                    return Some((phrase.clone(), is_near));
                }
                let is_reflexive = matches!(
                    self.sentence.word(phrase.range.start),
                    "sich" | "ihm" | "ihnen" | "ihn" | "uns" | "mir"
                );
                is_near &= is_reflexive || phrase.names == Names::Time;
            }
        }
        None
    }

    /// Whether a phrase is a genitive, or the name of the thing before it: `auf Studien | der Klinik`.
    fn belongs_to_noun(&self, at: usize, phrase: &Phrase) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| &self.elements[before]) else {
            return false;
        };
        let Some(noun) = before.phrase().or(before.governed()) else {
            return false;
        };
        let last = self.token(noun.range.end - 1);
        let article = self.sentence.word(phrase.range.start);
        let is_genitive = matches!(article, "der" | "des" | "einer" | "eines" | "dieser")
            && noun.names == Names::Thing;
        is_genitive
            || before.governed().is_some()
                && last.is(Class::MEDIUM.or(Class::CALLED).or(Class::WORK))
    }

    fn dependent_subject(&self, piece: &Piece) -> Option<Phrase> {
        let first = &self.elements[piece.elements.start];
        let opener = self.sentence.word(first.range.start).to_lowercase();
        let is_relative =
            self.token(first.range.start).is(Class::RELATIVE) && piece.before == Some(Kind::Comma);
        let skipped =
            usize::from(is_relative && first.range.len() == 1 || first.governed().is_some());
        let phrases = self.elements[piece.elements.start + skipped..piece.elements.end]
            .iter()
            .filter_map(Element::phrase)
            .filter(|phrase| phrase.can_be_subject() && phrase.names != Names::Time);
        if is_relative
            && matches!(
                opener.as_str(),
                "der" | "die" | "das" | "welcher" | "welche" | "welches"
            )
        {
            let antecedent = self.antecedent(piece.elements.start);
            let is_thing = antecedent.as_ref().is_none_or(|phrase| !phrase.can_speak());
            let mut phrases = phrases;
            let own = phrases.find(|phrase| {
                phrase.case == Case::Nominative && opener != "der"
                    || phrase.names == Names::Pronoun
                    || is_thing && phrase.can_speak()
            });
            return own.cloned().or(antecedent);
        }
        let mut phrases = phrases;
        // `wie „Die Zeit“ schreibt`
        let quote = || {
            let second = self.elements.get(piece.elements.start + 1)?;
            (second.is_quote() && piece.elements.len() < 5).then(|| called(second.range.clone()))
        };
        phrases.next().cloned().or_else(quote)
    }

    /// The phrase that a relative clause goes with.
    fn antecedent(&self, start: usize) -> Option<Phrase> {
        let before = self.elements[..start].iter().rev().take(4);
        let found = before
            .into_iter()
            .find_map(|element| element.phrase().or(element.governed()))?;
        Some(found.clone())
    }
}

const VERBS: Class = Class::AUXILIARY
    .or(Class::SAYS)
    .or(Class::HINTS)
    .or(Class::FINITE)
    .or(Class::SUBJUNCTIVE)
    .or(Class::SPOKEN);

/// Whether an unknown word in small letters may be a finite verb.
fn is_verb_like(word: &str) -> bool {
    const NO_VERB: [&str; 16] = [
        "lich", "weise", "ig", "isch", "bar", "sam", "los", "tens", "mals", "wärts", "end",
        "maßen", "haft", "falls", "halb", "voll",
    ];
    word.chars().count() > 2 && !NO_VERB.iter().any(|ending| word.ends_with(ending))
}

/// Whether `als` or `wie` stands before the phrase.
fn is_compared(sentence: Sentence<'_>, phrase: &Phrase) -> bool {
    phrase
        .range
        .start
        .checked_sub(1)
        .is_some_and(|before| matches!(sentence.word(before), "als" | "wie" | "Als" | "Wie"))
}

/// The phrase before the verb that can be a subject.
fn before_verb(sentence: Sentence<'_>, before: &[&Element]) -> Option<Phrase> {
    let mut phrases = before
        .iter()
        .filter_map(|element| element.phrase())
        .filter(|phrase| phrase.names != Names::Time && !is_compared(sentence, phrase));
    let first = phrases.next()?;
    let is_joined = first.range.start > 0 && sentence.tokens[first.range.start - 1].is(Class::AND);
    let is_governed = is_joined
        && before.iter().any(|element| {
            element.range.end + 1 == first.range.start && element.governed().is_some()
        });
    if is_governed {
        return None;
    }
    // What stands before the verb is one thing: behind an object there is no subject, behind an
    // adverb or a phrase with a preposition neither, unless a comma parts it off.
    let leads = before
        .iter()
        .take_while(|element| element.range.start < first.range.start)
        .all(|element| match &element.kind {
            ElementKind::Word => true,
            ElementKind::Governed(_) | ElementKind::Quote => false,
            _ => true,
        });
    if first.can_be_subject() && (leads || first.can_speak()) {
        return Some(first.clone());
    }
    None
}

/// The subject of two phrases, before and behind the verb.
fn choose(front: Option<Phrase>, behind: Option<(Phrase, bool)>) -> Option<Phrase> {
    let (Some(front), Some((behind, is_near))) = (front.clone(), behind.clone()) else {
        return front.or(behind.map(|(phrase, _)| phrase));
    };
    if front.case == Case::Nominative || matches!(front.names, Names::Name | Names::Pronoun) {
        return Some(front);
    }
    if behind.case == Case::Nominative && is_near {
        return Some(behind);
    }
    if front.can_speak() || !behind.can_speak() {
        return Some(front);
    }
    Some(behind)
}

/// The word of the clause that says that somebody speaks.
fn cue(
    sentence: Sentence<'_>,
    elements: &[Element],
    clause: &Clause,
    lexicon: &Lexicon,
    buffer: &mut String,
) -> Option<Cue> {
    let tokens = sentence.tokens;
    let words = || {
        clause
            .pieces
            .iter()
            .flat_map(|range| range.clone())
            .filter_map(|at| elements[at].word())
    };
    let says = |at, strength| Some(Cue { at, strength });
    let Some(finite) = clause.finite else {
        return noun(sentence, elements, clause);
    };
    let verb = elements[finite].range.start;
    let token = &tokens[verb];
    let strength = |at: usize| match tokens[at].is(Class::HINTS) && !tokens[at].is(Class::SAYS) {
        true => Strength::Hints,
        false => Strength::Says,
    };
    if token.is(Class::AUXILIARY) || clause.is_dependent {
        let is_spoken = |at: &usize| {
            *at > 0
                && sentence.word(at - 1) != "zu"
                && (tokens[*at].is(Class::SPOKEN)
                    || clause.is_dependent && tokens[*at].is(Class::SAYS.or(Class::HINTS)))
        };
        if let Some(at) = words()
            .filter(|at| clause.is_dependent || *at > verb)
            .filter(is_spoken)
            .last()
        {
            return says(at, strength(at));
        }
        return noun(sentence, elements, clause);
    }
    for prefix in words().filter(|at| *at > verb && tokens[*at].is(Class::PREFIX)) {
        let joined = format!("{}{}", sentence.word(prefix), sentence.word(verb));
        if lexicon.class(&joined, buffer).has(Class::SAYS) {
            return says(verb, Strength::Says);
        }
    }
    if token.is(Class::SAYS.or(Class::HINTS)) {
        return says(verb, strength(verb));
    }
    noun(sentence, elements, clause)
}

/// A noun of saying: `mit den Worten`.
fn noun(sentence: Sentence<'_>, elements: &[Element], clause: &Clause) -> Option<Cue> {
    let tokens = sentence.tokens;
    let phrases = clause
        .pieces
        .iter()
        .flat_map(|range| range.clone())
        .filter_map(|at| elements[at].phrase().or(elements[at].governed()));
    let at = phrases
        .flat_map(|phrase| phrase.range.clone())
        .find(|at| tokens[*at].is(Class::WORDS) && tokens[*at].is_capital())?;
    Some(Cue {
        at,
        strength: Strength::Noun,
    })
}

/// `wurde von Meier bezeichnet`
fn is_passive(sentence: Sentence<'_>, elements: &[Element], clause: &Clause, cue: Cue) -> bool {
    let Some(finite) = clause.finite.map(|at| elements[at].range.start) else {
        return false;
    };
    let word = sentence.word(cue.at);
    let is_participle =
        !word.ends_with('n') || word.contains("ge") && !sentence.tokens[cue.at].is(Class::SAYS);
    let auxiliary = sentence.word(finite);
    let is_state = matches!(
        auxiliary,
        "ist" | "sind" | "war" | "waren" | "sei" | "seien" | "wäre"
    );
    cue.strength > Strength::Noun
        && cue.at != finite
        && (is_participle || is_state)
        && (is_state
            || matches!(
                auxiliary,
                "wird" | "werde" | "wurde" | "wurden" | "werden" | "würde" | "würden"
            )
            || clause
                .pieces
                .iter()
                .flat_map(|range| range.clone())
                .filter_map(|at| elements[at].word())
                .any(|at| sentence.word(at) == "worden"))
}

/// `heißt es`, `ist die Rede von`
fn is_impersonal(sentence: Sentence<'_>, elements: &[Element], clause: &Clause, cue: Cue) -> bool {
    let Some(finite) = clause.finite else {
        return false;
    };
    let verb = sentence.word(elements[finite].range.start);
    let follows = elements.get(finite + 1).is_some_and(|next| {
        next.phrase()
            .is_some_and(|phrase| sentence.word(phrase.range.start) == "es")
    });
    let subject = clause
        .subject
        .as_ref()
        .filter(|subject| subject.names == Names::Fact);
    (subject.is_some() || follows)
        && (matches!(verb, "heißt" | "hieß" | "heiße" | "war" | "ist")
            || sentence.word(cue.at) == "geheißen")
        || clause.subject.as_ref().is_some_and(|subject| {
            subject.range.end > 0 && sentence.word(subject.range.end - 1) == "Rede"
        })
}

/// Where words are to be found: `In dem Brief steht`, `Auf dem Plakat ist zu lesen`.
fn standing(sentence: Sentence<'_>, elements: &[Element], clause: &Clause) -> Option<Cue> {
    let finite = elements[clause.finite?].range.start;
    let verb = sentence.word(finite);
    let is_read = || {
        clause
            .pieces
            .iter()
            .flat_map(|range| &elements[range.clone()])
            .filter_map(Element::word)
            .any(|at| sentence.word(at) == "lesen")
    };
    let stands = matches!(verb, "steht" | "stand" | "stehe" | "findet" | "fand")
        || sentence.tokens[finite].is(Class::AUXILIARY) && is_read();
    let is_thing = clause
        .subject
        .as_ref()
        .is_none_or(|subject| !subject.can_speak());
    let place = place(sentence, elements, clause).filter(Phrase::can_speak);
    (stands && is_thing && place.is_some()).then_some(Cue {
        at: finite,
        strength: Strength::Hints,
    })
}

/// Who is quoted by another: `die Zeitung zitiert | den Minister`.
fn cited(sentence: Sentence<'_>, elements: &[Element], clause: &Clause) -> Option<Phrase> {
    let subject = clause.subject.as_ref();
    clause
        .pieces
        .iter()
        .flat_map(|range| &elements[range.clone()])
        .filter_map(Element::phrase)
        .find(|phrase| {
            subject.is_none_or(|subject| subject.range != phrase.range)
                && phrase.can_speak()
                && sentence.word(phrase.range.start) != "sich"
        })
        .cloned()
}

/// By whom something is said in the passive.
fn agent(sentence: Sentence<'_>, elements: &[Element], clause: &Clause) -> Option<Phrase> {
    governed_by(sentence, elements, clause, &["von", "vom", "durch"])
}

/// Where it is said: `In dem Bericht heißt es`.
fn place(sentence: Sentence<'_>, elements: &[Element], clause: &Clause) -> Option<Phrase> {
    governed_by(
        sentence,
        elements,
        clause,
        &["in", "im", "auf", "aus", "bei", "beim", "von", "vom"],
    )
}

fn governed_by(
    sentence: Sentence<'_>,
    elements: &[Element],
    clause: &Clause,
    prepositions: &[&str],
) -> Option<Phrase> {
    let mut found: Option<Phrase> = None;
    for element in clause
        .pieces
        .iter()
        .flat_map(|range| &elements[range.clone()])
    {
        let Some(phrase) = element
            .governed()
            .filter(|phrase| phrase.names != Names::Time)
        else {
            continue;
        };
        let preposition = sentence.word(element.range.start).to_lowercase();
        if prepositions.contains(&preposition.as_str()) {
            if phrase.can_speak() {
                return Some(phrase.clone());
            }
            found.get_or_insert_with(|| phrase.clone());
        }
    }
    found
}
