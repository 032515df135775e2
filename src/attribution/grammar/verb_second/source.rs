//! Sources that no verb names: `laut Meier`, `nach Angaben der Polizei`, `…, so Meier`.

use std::ops::Range;

use super::case::Case;
use super::element::{Element, ElementKind};
use super::phrase::{Names, Phrase};
use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;

/// A source, and the words that bring it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) speaker: Range<usize>,
    pub(super) cue: usize,
    /// The element it begins with.
    pub(super) at: usize,
    /// Whether `so` brings it, which stands beside what is said.
    pub(super) is_aside: bool,
}

/// All of a sentence, in their order.
pub(super) fn sources(sentence: Sentence<'_>, elements: &[Element]) -> Vec<Named> {
    (0..elements.len())
        .filter_map(|at| source(sentence, elements, at))
        .collect()
}

fn source(sentence: Sentence<'_>, elements: &[Element], at: usize) -> Option<Named> {
    let element = &elements[at];
    let first = element.range.start;
    let word = sentence.word(first);
    if let Some(phrase) = element.governed() {
        let speaker = match word {
            "laut" | "Laut" | "gemäß" | "Gemäß"
                if phrase.names != Names::Thing || word.eq_ignore_ascii_case("laut") =>
            {
                behind_noun(sentence, elements, at, phrase).unwrap_or(phrase.range.clone())
            }
            "nach" | "Nach" | "aus" | "Aus" | "mit" | "Mit"
                if is_noun_of_saying(sentence, phrase, word) =>
            {
                behind_noun(sentence, elements, at, phrase)?
            }
            "nach" | "Nach"
                if elements[at + 1..]
                    .first()
                    .is_none_or(|next| next.phrase().is_none())
                    && is_report(sentence.word(phrase.range.end - 1)) =>
            {
                phrase.range.clone()
            }
            "für" | "Für" if phrase.can_speak() && is_opinion(sentence, elements, at) => {
                phrase.range.clone()
            }
            _ => return postposed(sentence, elements, at, &phrase.range),
        };
        return Some(Named {
            speaker,
            cue: first,
            at,
            is_aside: false,
        });
    }
    if let Some(phrase) = element.phrase() {
        return postposed(sentence, elements, at, &phrase.range);
    }
    if matches!(
        word,
        "demnach" | "Demnach" | "wonach" | "demzufolge" | "Demzufolge"
    ) {
        return Some(Named {
            speaker: element.range.clone(),
            cue: first,
            at,
            is_aside: false,
        });
    }
    let next = elements.get(at + 1)?;
    if matches!(word, "so" | "So") && element.word().is_some() {
        if let Some(noun) = next
            .phrase()
            .filter(|phrase| is_noun_of_saying(sentence, phrase, "nach"))
        {
            let speaker = behind_noun(sentence, elements, at + 1, noun)?;
            return Some(Named {
                speaker,
                cue: first,
                at,
                is_aside: true,
            });
        }
        let phrase = next.phrase().filter(|phrase| {
            phrase.case != Case::Oblique
                && phrase.can_speak()
                && sentence.word(phrase.range.start) != "man"
        })?;
        let is_parted = at == 0
            || !matches!(
                elements[at - 1].kind,
                ElementKind::Word | ElementKind::Phrase(_)
            );
        let ends = elements.get(at + 2).is_none_or(|after| {
            after
                .word()
                .is_none_or(|word| !sentence.tokens[word].is(Class::AUXILIARY.or(Class::FINITE)))
        });
        return (is_parted && ends).then(|| Named {
            speaker: phrase.range.clone(),
            cue: first,
            at,
            is_aside: true,
        });
    }
    None
}

/// Whether `für Meier` tells whose opinion something is: `Für Meier ist das „…“`.
fn is_opinion(sentence: Sentence<'_>, elements: &[Element], at: usize) -> bool {
    let is_verb = |element: Option<&Element>| {
        element.and_then(Element::word).is_some_and(|word| {
            matches!(
                sentence.word(word),
                "ist"
                    | "sind"
                    | "war"
                    | "waren"
                    | "sei"
                    | "seien"
                    | "bleibt"
                    | "bedeutet"
                    | "gilt"
                    | "gehört"
                    | "zählt"
                    | "steht"
                    | "hält"
            )
        })
    };
    // `Für Meier (Partei) ist`
    let next = elements[at + 1..]
        .iter()
        .find(|next| !matches!(next.kind, ElementKind::Bracket));
    // `war für Meier in Berlin „…“`
    let predicate = elements[at + 1..]
        .iter()
        .find(|next| next.governed().is_none());
    let is_what = at == 1 && matches!(sentence.word(elements[0].range.start), "Was" | "was");
    at == 0 && is_verb(next)
        || is_what
        || at > 0 && is_verb(elements.get(at - 1)) && predicate.is_some_and(Element::is_quote)
}

/// `Meier zufolge`, `Angaben der Polizei zufolge`
fn postposed(
    sentence: Sentence<'_>,
    elements: &[Element],
    at: usize,
    words: &Range<usize>,
) -> Option<Named> {
    let mut next = at + 1;
    // `Angaben von Meier zufolge`
    while next < elements.len()
        && next < at + 3
        && elements[next].governed().is_some()
        && sentence.word(elements[next].range.start) != "nach"
    {
        next += 1;
    }
    let cue = elements.get(next)?.range.start;
    let is_cue = sentence.word(cue) == "zufolge"
        || elements[next].range.len() == 2
            && matches!(sentence.word(cue), "zu")
            && sentence.word(cue + 1) == "Folge";
    let is_opinion = sentence.word(cue) == "nach"
        && (elements[next].word().is_some()
            // `seiner Meinung nach | um ein „…“`
            || sentence
                .tokens
                .get(cue + 1)
                .is_some_and(|after| after.is(Class::PREPOSITION)))
        && words
            .clone()
            .any(|at| sentence.tokens[at].is(Class::WORDS) && sentence.tokens[at].is_capital());
    if !is_cue && !is_opinion {
        return None;
    }
    let whole = words.start..elements[next - 1].range.end;
    let noun = words
        .clone()
        .find(|at| sentence.tokens[*at].is(Class::WORDS));
    let speaker = match noun {
        Some(noun) if noun + 1 < whole.end => {
            let is_by = sentence.tokens[noun + 1].is(Class::PREPOSITION);
            noun + 1 + usize::from(is_by && noun + 2 < whole.end)..whole.end
        }
        // `seiner Ansicht nach`
        Some(_) if is_possessive(sentence.word(words.start)) => words.start..words.start + 1,
        _ => whole,
    };
    Some(Named {
        speaker,
        cue,
        at,
        is_aside: false,
    })
}

fn is_noun_of_saying(sentence: Sentence<'_>, phrase: &Phrase, preposition: &str) -> bool {
    phrase.range.clone().any(|at| {
        let is_noun = sentence.tokens[at].is(Class::WORDS) && sentence.tokens[at].is_capital();
        match preposition {
            "nach" | "Nach" => is_noun || is_view(sentence.word(at)),
            "mit" | "Mit" => is_noun && sentence.word(at) == "Worten",
            _ => sentence.word(at) == "Sicht",
        }
    })
}

/// Nouns that behind `nach` tell whose view something is, and elsewhere may not.
fn is_view(noun: &str) -> bool {
    matches!(
        noun,
        "Idee"
            | "Vorstellung"
            | "Vorstellungen"
            | "Darstellungen"
            | "Auslegung"
            | "Lesart"
            | "Prognose"
            | "Prognosen"
            | "Schätzung"
            | "Schätzungen"
            | "Ankündigung"
            | "Interpretation"
            | "Beschreibung"
            | "Berechnung"
            | "Berechnungen"
            | "Erkenntnissen"
            | "Dafürhalten"
            | "Beobachtung"
            | "Beobachtungen"
            | "Überzeugung"
            | "Wissen"
            | "Verständnis"
            | "Bekunden"
    )
}

/// Whether a noun says by its first part whose words it brings: `Polizeiangaben`.
fn is_report(noun: &str) -> bool {
    [
        "angaben",
        "informationen",
        "berichten",
        "meldungen",
        "aussagen",
    ]
    .iter()
    .any(|ending| noun.ends_with(ending))
}

/// A noun of saying in the phrase at `at`, and whose it is: `den Vorwurf | der Partei`.
pub(super) fn claim(
    sentence: Sentence<'_>,
    elements: &[Element],
    at: usize,
) -> Option<(usize, Range<usize>)> {
    let noun_in = |phrase: &Phrase| {
        phrase.range.clone().find(|at| {
            let token = &sentence.tokens[*at];
            token.is(Class::WORDS) && token.is_capital()
        })
    };
    let element = &elements[at];
    let phrase = element.phrase().or(element.governed())?;
    if let Some(noun) = noun_in(phrase) {
        return Some((noun, behind_noun(sentence, elements, at, phrase)?));
    }
    // `die Aussage | von Meier`
    let before = &elements[at.checked_sub(1)?];
    let noun = before.phrase().or(before.governed()).and_then(noun_in)?;
    let is_by = matches!(sentence.word(element.range.start), "von" | "vom");
    is_by.then(|| (noun, phrase.range.clone()))
}

/// Whose words they are: `Angaben | der Polizei`, `Angaben von | Meier`, `ihren | Angaben`.
fn behind_noun(
    sentence: Sentence<'_>,
    elements: &[Element],
    at: usize,
    phrase: &Phrase,
) -> Option<Range<usize>> {
    let noun = phrase.range.clone().find(|at| {
        sentence.tokens[*at].is(Class::WORDS) && sentence.tokens[*at].is_capital()
            || is_view(sentence.word(*at))
    })?;
    // `nach Meiers Angaben`
    let is_owned = noun > phrase.range.start
        && sentence.tokens[noun - 1].is_capital()
        && !sentence.tokens[noun - 1].is(Class::DETERMINER)
        && sentence.word(noun - 1).ends_with('s');
    if is_owned {
        return Some(phrase.range.start..noun);
    }
    if noun + 1 < phrase.range.end {
        let inside = noun + 1..phrase.range.end;
        let is_by = sentence.tokens[noun + 1].is(Class::PREPOSITION) && inside.len() > 1;
        return Some(inside.start + usize::from(is_by)..inside.end);
    }
    if is_possessive(sentence.word(phrase.range.start)) {
        return Some(phrase.range.start..phrase.range.start + 1);
    }
    let next = elements.get(at + 1)?;
    if let Some(by) = next.governed() {
        let preposition = sentence.word(next.range.start);
        if matches!(preposition, "von" | "vom" | "aus" | "der" | "des") {
            return Some(by.range.clone());
        }
    }
    if let Some(genitive) = next.phrase().filter(|phrase| phrase.case == Case::Oblique) {
        return Some(genitive.range.clone());
    }
    None
}

fn is_possessive(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "seiner" | "seinen" | "seinem" | "ihrer" | "ihren" | "ihrem" | "deren" | "dessen"
    )
}
