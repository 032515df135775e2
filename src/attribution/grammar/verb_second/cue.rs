//! What says in a clause that somebody speaks, and who its verb makes the speaker: in the passive it is
//! the agent, where a text says something it is the place.

use super::clause::Clause;
use super::element::Element;
use super::phrase::{Names, Phrase};
use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::sentence::Sentence;

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

/// Finds what of `clause` says that somebody speaks, and who does.
pub(super) fn assign(
    sentence: Sentence<'_>,
    elements: &[Element],
    clause: &mut Clause,
    lexicon: &Lexicon,
    buffer: &mut String,
) {
    if let Some(standing) = standing(sentence, elements, clause) {
        clause.subject = place(sentence, elements, clause);
        clause.cue = Some(standing);
        return;
    }
    let Some(cue) = cue(sentence, elements, clause, lexicon, buffer) else {
        return;
    };
    clause.cue = Some(cue);
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
            .flat_map(Clone::clone)
            .filter_map(|at| elements[at].word())
    };
    let says = |at, strength| Some(Cue { at, strength });
    let Some(finite) = clause.finite else {
        return noun(sentence, elements, clause);
    };
    let verb = elements[finite].range.start;
    let token = &tokens[verb];
    let strength = |at: usize| {
        if tokens[at].is(Class::HINTS) && !tokens[at].is(Class::SAYS) {
            Strength::Hints
        } else {
            Strength::Says
        }
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
            .rfind(is_spoken)
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
        .flat_map(Clone::clone)
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
                .flat_map(Clone::clone)
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
    let place = place(sentence, elements, clause)
        .filter(|phrase| phrase.can_speak() || clause.is_dependent);
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
    let start = clause.pieces.first()?.start;
    // `ein Zettel, auf dem geschrieben stand`
    let is_relative = clause.is_dependent
        && elements[start].governed().is_some_and(|phrase| {
            phrase.range.len() == 1 && sentence.tokens[phrase.range.start].is(Class::RELATIVE)
        });
    if is_relative {
        let mut before = elements[..start].iter().rev().take(4);
        return before
            .find_map(|element| element.phrase().or(element.governed()))
            .or_else(|| elements[start].governed())
            .cloned();
    }
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
