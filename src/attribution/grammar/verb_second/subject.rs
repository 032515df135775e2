//! Who the subject of a clause is: before or behind the verb, by case and by who can speak.

use std::ops::Range;

use super::case::Case;
use super::element::{Element, ElementKind};
use super::phrase::{Names, Phrase, called};
use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;

/// The elements of a sentence, in which a subject is looked for.
#[derive(Clone, Copy)]
pub(super) struct Subjects<'a> {
    pub(super) sentence: Sentence<'a>,
    pub(super) elements: &'a [Element],
}

impl Subjects<'_> {
    /// The first phrase behind the verb that can be a subject, and whether it follows at once.
    pub(super) fn behind(self, finite: usize, end: usize) -> Option<(Phrase, bool)> {
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
    fn belongs_to_noun(self, at: usize, phrase: &Phrase) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| &self.elements[before]) else {
            return false;
        };
        let Some(noun) = before.phrase().or(before.governed()) else {
            return false;
        };
        let last = &self.sentence.tokens[noun.range.end - 1];
        let article = self.sentence.word(phrase.range.start);
        let is_genitive = matches!(article, "der" | "des" | "einer" | "eines" | "dieser")
            && noun.names == Names::Thing;
        is_genitive
            || before.governed().is_some()
                && last.is(Class::MEDIUM.or(Class::CALLED).or(Class::WORK))
    }

    /// The subject of a dependent clause; `follows_comma` where it may be a relative one.
    pub(super) fn of_dependent(self, piece: &Range<usize>, follows_comma: bool) -> Option<Phrase> {
        let first = &self.elements[piece.start];
        let opener = self.sentence.word(first.range.start).to_lowercase();
        let is_relative =
            self.sentence.tokens[first.range.start].is(Class::RELATIVE) && follows_comma;
        let skipped =
            usize::from(is_relative && first.range.len() == 1 || first.governed().is_some());
        let phrases = self.elements[piece.start + skipped..piece.end]
            .iter()
            .filter_map(Element::phrase)
            .filter(|phrase| phrase.can_be_subject() && phrase.names != Names::Time);
        if is_relative
            && matches!(
                opener.as_str(),
                "der" | "die" | "das" | "welcher" | "welche" | "welches"
            )
        {
            let antecedent = self.antecedent(piece.start);
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
            let second = self.elements.get(piece.start + 1)?;
            (second.is_quote() && piece.len() < 5).then(|| called(second.range.clone()))
        };
        phrases.next().cloned().or_else(quote)
    }

    /// The phrase that a relative clause goes with.
    fn antecedent(self, start: usize) -> Option<Phrase> {
        let before = self.elements[..start].iter().rev().take(4);
        let found = before
            .into_iter()
            .find_map(|element| element.phrase().or(element.governed()))?;
        Some(found.clone())
    }
}

/// The phrase before the verb that can be a subject.
pub(super) fn before_verb(sentence: Sentence<'_>, before: &[&Element]) -> Option<Phrase> {
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
        .all(|element| !matches!(element.kind, ElementKind::Governed(_) | ElementKind::Quote));
    if first.can_be_subject() && (leads || first.can_speak()) {
        return Some(first.clone());
    }
    None
}

/// The subject of two phrases, before and behind the verb.
pub(super) fn choose(front: Option<Phrase>, behind: Option<(Phrase, bool)>) -> Option<Phrase> {
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

/// Whether `als` or `wie` stands before the phrase.
fn is_compared(sentence: Sentence<'_>, phrase: &Phrase) -> bool {
    phrase
        .range
        .start
        .checked_sub(1)
        .is_some_and(|before| matches!(sentence.word(before), "als" | "wie" | "Als" | "Wie"))
}
