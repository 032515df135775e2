use std::collections::BTreeSet;

use crate::model::wording::{Alike, Word, cover};
use crate::model::{Digest, Utterance};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::workspace::{Compared, Elsewhere};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a quotation that another article of the folder gives in other words, with both places
    /// and the words that differ. Both must be by the same speaker, from days near each other, and share
    /// eight words or more and three quarters of the shorter one. Where one of the articles is a record
    /// (`kind: record`), its words are the right ones, whoever speaks. Case, accents, vowel marks and
    /// punctuation do not count, nor does what is left out at the beginning, at the end, or where three
    /// points or brackets (`…`, `[sic]`) say so. What several people say, or one on several days, each time
    /// with other words in it, is a formula.
    ///
    /// Articles are compared with each other where `isnad check` looks at several, a record of
    /// `isnad stream` has `others`, or an editor has their folder open.
    ///
    /// ## Why
    ///
    /// What stands between quotation marks is what was said, and that was said once.
    ///
    /// ## Bad
    ///
    /// Another article has: “We will not close the crossing before the harvest is over.”
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad}
    /// ---
    ///
    /// “We will never close the crossing before the harvest is over,”{haddad} Laila Haddad said.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad}
    /// ---
    ///
    /// “We will not close the crossing … [until] the harvest is over,”{haddad} Laila Haddad said.
    /// ```
    pub(super) static ALTERED_QUOTE =
        "altered-quote", Warning, "a quotation that is given in other words elsewhere"
}

/// What is said so many days apart, in words that are nearly the same, was said twice.
const DAYS: i64 = 7;

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let Some(own) = context.snapshot.digest_if_compared(context.file) else {
        return;
    };
    if own.record.is_some() {
        return;
    }
    for Compared {
        utterance, others, ..
    } in context.compared()
    {
        let is_exact = |other: &&Elsewhere<'_>| other.alike.differences.is_empty();
        let mut records = others.iter().filter(|other| other.is_record());
        if records.clone().any(|record| is_exact(&record)) {
            continue;
        }
        let fewest = |other: &&Elsewhere<'_>| other.alike.differences.len();
        let nearest = records.by_ref().min_by_key(fewest).or_else(|| {
            let others = others.iter().filter(|other| !is_exact(other));
            let others: Vec<_> = others.filter(|other| !other.is_record()).collect();
            let is_same = |other: &&&Elsewhere<'_>| is_the_same(own, utterance, other);
            let same = others.iter().copied().filter(|other| is_same(&other));
            (!is_formula(&others, is_same)).then(|| same.min_by_key(fewest))?
        });
        out.extend(nearest.and_then(|other| report(context, utterance, other)));
    }
}

/// Whether the words are said again and again, with others put in: by several people, on several days, or
/// in many ways.
fn is_formula<'a>(
    others: &[&'a Elsewhere<'a>],
    is_same: impl Fn(&&&'a Elsewhere<'a>) -> bool,
) -> bool {
    let said = |other: &&'a Elsewhere<'a>| other.utterance.and_then(|it| it.phrase.as_ref());
    let ways: BTreeSet<_> = others.iter().filter_map(said).collect();
    ways.len() > WAYS || !others.iter().all(|other| is_same(&other))
}

/// What is said in more ways is no slip of the pen.
const WAYS: usize = 2;

/// Whether both are by the same speaker and from days near each other.
fn is_the_same(own: &Digest, utterance: &Utterance, other: &Elsewhere<'_>) -> bool {
    let days = own.day.zip(other.digest.day);
    let is_near =
        days.is_none_or(|(one, other)| one.duration_since(other).as_hours().abs() <= DAYS * 24);
    is_near
        && other
            .utterance
            .is_some_and(|said| shares_a_speaker(own, utterance, other.digest, said))
}

/// Whether somebody says both.
pub(super) fn shares_a_speaker(
    own: &Digest,
    utterance: &Utterance,
    digest: &Digest,
    other: &Utterance,
) -> bool {
    let there = || {
        other
            .chain
            .speakers()
            .iter()
            .map(|at| &digest.entities[*at as usize])
    };
    let mut here = utterance
        .chain
        .speakers()
        .iter()
        .map(|at| &own.entities[*at as usize]);
    here.any(|speaker| there().any(|other| speaker.is(other)))
}

fn report(
    context: &Context<'_>,
    utterance: &Utterance,
    other: &Elsewhere<'_>,
) -> Option<Diagnostic> {
    let snapshot = context.snapshot;
    let article = context.article();
    let quotation = article
        .quotations
        .iter()
        .find(|it| it.range == utterance.range)?;
    let here = article.uncut_words(quotation);
    let there = other.words(snapshot);
    let place = other.place_among(&there)?;
    let (text, name) = (snapshot.text(other.file), snapshot.file_name(other.file));
    let differing = differing(&other.alike, (&here, context.text()), (&there, text));
    let message = if other.is_record() {
        format!("these are not the words of the record {name}: {differing}")
    } else {
        format!("{name} gives these words otherwise: {differing}")
    };
    let range = match &other.alike.differences[..] {
        [(at, _)] => cover(here.get(at.clone())?).unwrap_or(quotation.range),
        _ => quotation.range,
    };
    let finding = ALTERED_QUOTE
        .report(range, message)
        .related(place, "it stands here");
    Some(finding.help("quote the words as they were said, or mark what is left out by `…` and what is put in by brackets"))
}

/// More differences say nothing more.
const SHOWN: usize = 3;

/// In what words the two differ.
fn differing(alike: &Alike, here: (&[Word], &str), there: (&[Word], &str)) -> String {
    let shown = |(words, text): (&[Word], &str), at: &std::ops::Range<usize>| {
        let range = words.get(at.clone()).and_then(cover)?;
        Some(format!(
            "“{}”",
            text[range].split_whitespace().collect::<Vec<_>>().join(" ")
        ))
    };
    let differences =
        alike
            .differences
            .iter()
            .filter_map(|(at, bt)| match (shown(here, at), shown(there, bt)) {
                (Some(here), Some(there)) => Some(format!("{there} there, {here} here")),
                (Some(here), None) => Some(format!("{here} only here")),
                (None, Some(there)) => Some(format!("{there} only there")),
                (None, None) => None,
            });
    differences.take(SHOWN).collect::<Vec<_>>().join("; ")
}
