//! Who else belongs to a source: to whom something is said, through whom it came, and whether the
//! speaker stays unnamed.

use std::ops::Range;

use super::case::Case;
use super::clause::Clause;
use super::cue::Strength;
use super::element::Element;
use super::parsed::Parsed;
use super::phrase::{Names, Phrase};
use super::speaker::Found;
use crate::attribution::lexicon::Class;
use crate::attribution::reading::{Source, Words};
use crate::attribution::token::{Kind, Token};

/// The source that was found.
pub(super) fn source(parsed: &Parsed<'_>, found: &Found) -> Source {
    let sentence = parsed.sentence;
    let here = |phrase: &Range<usize>| Words::here(sentence.range(phrase));
    let mut speaker = whole(parsed, found);
    let (mut addressees, mut via) = match found.clause {
        Some(clause) => hearers(parsed, &parsed.clauses.clauses[clause], found),
        None => (Vec::new(), Vec::new()),
    };
    if let Some(clause) = found.clause.map(|clause| &parsed.clauses.clauses[clause]) {
        if let Some(origin) = relied_on(parsed, clause) {
            via.insert(0, std::mem::replace(&mut speaker, origin));
        }
        if let Some(quoter) = &clause.quoter {
            via.push(quoter.range.clone());
        }
        // `sagte Meier laut „Abendblatt“`
        via.extend(
            parsed
                .sources
                .iter()
                .filter(|named| named.cue != found.cue.unwrap_or(usize::MAX))
                .filter(|named| {
                    !named.is_aside && is_medium(&sentence.tokens[named.speaker.clone()])
                })
                .filter(|named| named.speaker != speaker)
                .map(|named| named.speaker.clone()),
        );
    }
    addressees.retain(|words| *words != speaker && !via.contains(words));
    let is_anonymous = is_anonymous(parsed, &speaker);
    Source {
        cue: found.cue.map(|cue| Words::here(sentence.tokens[cue].range)),
        addressees: addressees.iter().map(here).collect(),
        via: via.iter().map(here).collect(),
        is_anonymous,
        ..Source::new(sentence.range(&speaker), found.pattern, found.grade)
    }
}

/// The speaker with the name that a comma parts from the title, and with those who speak too:
/// `die Chefin der Bahn, Ada Meier`, `Meier und Abel`.
fn whole(parsed: &Parsed<'_>, found: &Found) -> Range<usize> {
    let words = found.speaker.clone();
    let tokens = parsed.sentence.tokens;
    let Some(at) = parsed
        .elements
        .iter()
        .position(|element| element.range.end == words.end)
    else {
        return words;
    };
    let next = |at: usize| parsed.elements.get(at);
    let Some(further) = next(at + 2).and_then(Element::phrase) else {
        return words;
    };
    let between = &tokens[parsed.elements[at + 1].range.start];
    let starts_with_name = |range: &Range<usize>| {
        tokens[range.clone()]
            .iter()
            .filter(|token| token.is_capital())
            .count()
            > 1
            && tokens[range.start].is_capital()
            && !tokens[range.start].is(Class::TITLE.or(Class::DETERMINER))
    };
    let is_titled = tokens[words.start].is(Class::DETERMINER.or(Class::TITLE))
        && tokens[words.clone()]
            .iter()
            .any(|token| token.is(Class::TITLE.or(Class::PERSON)));
    let ends = next(at + 3).is_none_or(|after| {
        let token = &tokens[after.range.start];
        !matches!(token.kind, Kind::Word(_)) || !token.is(Class::AND.or(Class::DETERMINER))
    });
    if between.kind == Kind::Comma && is_titled && starts_with_name(&further.range) && ends {
        return words.start..further.range.end;
    }
    let is_plural = found
        .clause
        .and_then(|clause| parsed.clauses.clauses[clause].finite)
        .is_some_and(|finite| {
            parsed
                .sentence
                .word(parsed.elements[finite].range.start)
                .ends_with('n')
        });
    if between.is(Class::AND) && is_plural && further.can_be_subject() && further.can_speak() {
        return words.start..further.range.end;
    }
    words
}

/// To whom something is said, and the media among them, which pass it on.
fn hearers(
    parsed: &Parsed<'_>,
    clause: &Clause,
    found: &Found,
) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut addressees, mut via) = (Vec::new(), Vec::new());
    let says = clause.cue.is_some_and(|cue| cue.strength == Strength::Says);
    let Some(piece) = clause
        .finite
        .and_then(|finite| clause.pieces.iter().find(|piece| piece.contains(&finite)))
    else {
        return (addressees, via);
    };
    if !says {
        return (addressees, via);
    }
    let sentence = parsed.sentence;
    let mut is_interview = false;
    for element in &parsed.elements[piece.clone()] {
        let preposition = sentence.word(element.range.start);
        let hearer = if let Some(phrase) = element.governed() {
            let is_told = match preposition {
                "gegenüber" => true,
                "zu" | "vor" | "an" => phrase.names != Names::Thing && is_somebody(parsed, phrase),
                "mit" | "von" => is_interview,
                _ => false,
            };
            is_interview = phrase.range.clone().any(|at| {
                matches!(
                    sentence.word(at),
                    "Interview" | "Gespräch" | "Telefoninterview"
                )
            });
            is_told.then_some(phrase)
        } else {
            let hearer = element.phrase().filter(|phrase| {
                phrase.range.start != found.speaker.start && is_dative(parsed, phrase)
            });
            is_interview = false;
            hearer
        };
        if let Some(hearer) = hearer {
            let tokens = &sentence.tokens[hearer.range.clone()];
            if is_medium(tokens) {
                via.push(hearer.range.clone());
            } else {
                addressees.push(hearer.range.clone());
            }
        }
    }
    (addressees, via)
}

fn is_somebody(parsed: &Parsed<'_>, phrase: &Phrase) -> bool {
    let tokens = &parsed.sentence.tokens[phrase.range.clone()];
    tokens
        .iter()
        .any(|token| token.is(Class::TITLE.or(Class::PERSON).or(Class::GROUP)))
}

/// Whether a phrase is one to whom something is said: `der Zeitung`, `den Abgeordneten`.
fn is_dative(parsed: &Parsed<'_>, phrase: &Phrase) -> bool {
    let sentence = parsed.sentence;
    let first = sentence.word(phrase.range.start);
    let has_quote = sentence.tokens[phrase.range.clone()]
        .iter()
        .any(|token| token.quote().is_some());
    let speaks = phrase.can_speak() || has_quote;
    match first {
        "ihm" | "ihnen" | "mir" | "uns" => true,
        "dem" | "der" | "einem" | "einer" | "seiner" | "ihrer" | "seinem" | "ihrem" => {
            speaks && phrase.case == Case::Oblique || has_quote
        }
        "den" | "seinen" | "ihren" => speaks && sentence.word(phrase.range.end - 1).ends_with('n'),
        _ => {
            let is_bare = phrase.range.len() == 1;
            let token = &sentence.tokens[phrase.range.start];
            is_bare && token.is(Class::GROUP.or(Class::MEDIUM)) && token.is_capital()
        }
    }
}

fn is_medium(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .any(|token| token.quote().is_some() || token.is(Class::MEDIUM) && token.is_capital())
}

/// Whom the speaker relies on: `unter Berufung auf die Polizei`.
fn relied_on(parsed: &Parsed<'_>, clause: &Clause) -> Option<Range<usize>> {
    let mut elements = clause
        .pieces
        .iter()
        .flat_map(|piece| &parsed.elements[piece.clone()]);
    elements.find(|element| {
        element.governed().is_some_and(|phrase| {
            parsed.sentence.word(element.range.start) == "unter"
                && parsed.sentence.word(phrase.range.end - 1) == "Berufung"
        })
    })?;
    let next = elements.next()?;
    let phrase = next
        .governed()
        .filter(|phrase| parsed.sentence.word(next.range.start) == "auf" && phrase.can_speak())?;
    Some(phrase.range.clone())
}

/// Whether the words name nobody: `Kreise des Ministeriums`, `ein Beamter, der ungenannt bleiben will`.
fn is_anonymous(parsed: &Parsed<'_>, speaker: &Range<usize>) -> bool {
    const ENDINGS: [&str; 11] = [
        "quelle",
        "quellen",
        "kreise",
        "kreisen",
        "insider",
        "insidern",
        "informant",
        "informanten",
        "gewährsmann",
        "gewährsleute",
        "eingeweihte",
    ];
    let sentence = parsed.sentence;
    let is_source = |at: usize| {
        let word = sentence.word(at).to_lowercase();
        ENDINGS.iter().any(|ending| word.ends_with(ending))
    };
    let words = |range: Range<usize>| range.map(|at| sentence.word(at));
    let behind = speaker.end..sentence.tokens.len().min(speaker.end + 12);
    speaker.clone().any(is_source)
        || words(speaker.clone()).any(|word| {
            matches!(
                word,
                "ungenannter" | "ungenannte" | "anonymer" | "anonyme" | "namentlich"
            )
        })
        || sentence
            .tokens
            .get(speaker.end)
            .is_some_and(|token| token.kind == Kind::Comma)
            && words(behind)
                .any(|word| matches!(word, "namentlich" | "anonym" | "ungenannt" | "Anonymität"))
}
