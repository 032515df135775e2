//! Who is spoken to, through whom it came, and whether the speaker stays unnamed.

use std::ops::Range;

use super::cue::{Cue, is_connector, is_word};
use super::phrase;
use crate::attribution::lexicon::Class;
use crate::attribution::reading::{Source, Words};
use crate::attribution::sentence::Sentence;
use crate::attribution::token::Kind;
use crate::text::{TextRange, TextSize};

/// Farther than this from the cue nobody is named whom it concerns.
const FAR: usize = 30;

/// Completes `source`, which `cue` names.
pub(super) fn complete(sentence: Sentence<'_>, cue: &Cue, source: &mut Source) {
    if let Some(via) = &cue.via {
        source.via.push(Words::here(sentence.range(via)));
    }
    let after = match &cue.subject {
        Some((subject, _)) if subject.start > cue.at => subject.end,
        _ => cue.at + 1,
    };
    if let Some((subject, _)) = &cue.subject {
        source.is_anonymous = is_anonymous(sentence, subject);
        // `مصادر لوكالة "الخليج" أشارت`, `قال لـ"الخليج" مصدر`
        for at in (subject.end..cue.at).chain(cue.at + 1..subject.start) {
            concern(sentence, at, source);
        }
        if sentence.tokens[cue.at].is(Class::TELLS) {
            let heard = phrase::at(sentence, subject.end);
            source
                .addressees
                .extend(heard.map(|heard| Words::here(sentence.range(&heard))));
        }
    }
    for at in after..sentence.tokens.len().min(after + FAR) {
        if ends(sentence, at) {
            break;
        }
        concern(sentence, at, source);
        source.is_anonymous |= hides_name(sentence, at);
    }
}

/// Whether what somebody says begins at `at`, or another clause.
fn ends(sentence: Sentence<'_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let is_verb = token.is(Class::SAYS | Class::HINTS) && !token.is(Class::NOUNLIKE | Class::WORDS);
    match token.kind {
        Kind::Colon | Kind::Stop | Kind::Semicolon => true,
        Kind::Quote(_) => at == 0 || !names_medium(sentence, at),
        _ => token.is(Class::THAT) && !is_connector(sentence, at) || is_verb,
    }
}

/// Whether the quotation at `at` is the name of a medium: `لوكالة "الخليج"`, `لـ"الخليج"`.
fn names_medium(sentence: Sentence<'_>, at: usize) -> bool {
    at > 0
        && (sentence.tokens[at - 1].is(Class::MEDIUM)
            || is_word(sentence, at - 1, &["ل", "مع", "معه", "معها"]))
}

/// Adds whom the words from `at` on name as spoken to, or as passing it on.
fn concern(sentence: Sentence<'_>, at: usize, source: &mut Source) {
    let tokens = sentence.tokens;
    let token = &tokens[at];
    let next = tokens.get(at + 1);
    let here = |range: TextRange| Words::here(range);
    // `لـ"الخليج"`, `في اتصال مع "الخليج"`
    if is_word(sentence, at, &["ل", "مع", "معه", "معها"]) {
        if let Some(quote) = next.filter(|next| next.quote().is_some()) {
            source.via.extend(inside(sentence, quote.range).map(here));
        } else if next.is_some_and(|next| next.is(Class::MEDIUM)) {
            source.via.extend(medium(sentence, at + 1).map(here));
        } else if is_word(sentence, at, &["مع"]) && opens_meeting(sentence, at) {
            let heard = phrase::at(sentence, at + 1);
            source
                .addressees
                .extend(heard.map(|heard| here(sentence.range(&heard))));
        }
        return;
    }
    if token.is(Class::TO) && token.is(Class::MEDIUM) {
        source.via.extend(medium(sentence, at).map(here));
    } else if token.is(Class::TO) && token.is(phrase::SOMEBODY) {
        if let Some(heard) = phrase::source_at(sentence, at) {
            source.addressees.push(here(without_to(sentence, &heard)));
        }
    } else if is_word(sentence, at, &["نقلا"]) && is_word(sentence, at + 1, &["عن"]) {
        // `قالت الوكالة نقلا عن الوزير`: the minister, through the agency.
        if let Some(speaker) = phrase::at(sentence, at + 2) {
            let via = std::mem::replace(&mut source.speaker, here(sentence.range(&speaker)));
            source.via.push(via);
            source.is_anonymous = is_anonymous(sentence, &speaker);
        }
    } else if is_word(sentence, at, &["مخاطبا", "مخاطبة"]) {
        let heard = phrase::at(sentence, at + 1);
        source
            .addressees
            .extend(heard.map(|heard| here(sentence.range(&heard))));
    }
}

/// The name of the medium whose noun or name stands at `at`: what is in marks, if something is.
fn medium(sentence: Sentence<'_>, at: usize) -> Option<TextRange> {
    let next = sentence.tokens.get(at + 1);
    if let Some(quote) = next.filter(|next| next.quote().is_some()) {
        return inside(sentence, quote.range);
    }
    let words = phrase::source_at(sentence, at)?;
    Some(without_to(sentence, &words))
}

/// `في مستهل اللقاء مع`
fn opens_meeting(sentence: Sentence<'_>, with: usize) -> bool {
    const OPENING: [&str; 5] = ["مستهل", "بدايه", "بداية", "مطلع", "افتتاح"];
    let tokens = sentence.tokens;
    let is_meeting = |at: usize| {
        let token = &tokens[at];
        token.is(Class::EVENT) && !token.is(Class::WITH_PRONOUN)
    };
    let meeting = (with.saturating_sub(3)..with)
        .rev()
        .find(|at| is_meeting(*at));
    meeting.is_some_and(|at| at > 0 && is_word(sentence, at - 1, &OPENING))
}

/// `هويته` in `طلب عدم الكشف عن هويته`.
fn hides_name(sentence: Sentence<'_>, at: usize) -> bool {
    const NAME: [&str; 7] = [
        "هويته",
        "هويتها",
        "هويتهم",
        "اسمه",
        "اسمها",
        "اسمائهم",
        "اسماءهم",
    ];
    const SHOWING: [&str; 7] = ["الكشف", "كشف", "ذكر", "نشر", "الافصاح", "الاعلان", "عدم"];
    is_word(sentence, at, &NAME)
        && (at.saturating_sub(3)..at).any(|at| is_word(sentence, at, &SHOWING))
}

/// Whether the words name nobody: `مصادر`, `مسؤول أمني`.
fn is_anonymous(sentence: Sentence<'_>, subject: &Range<usize>) -> bool {
    let head = &sentence.tokens[subject.start];
    if !head.is(Class::GROUP) {
        return false;
    }
    if !head.is(Class::TITLE) {
        return true;
    }
    let is_described = subject.len() <= 3
        && (subject.start + 1..subject.end).all(|at| !sentence.word(at).starts_with("ال"));
    !head.is(Class::DEFINITE) && is_described
}

/// The range of `words` without the `ل` that is written onto the first one, unless the article is.
pub(super) fn without_to(sentence: Sentence<'_>, words: &Range<usize>) -> TextRange {
    let range = sentence.range(words);
    let text = &sentence.text[range];
    let is_bare = sentence.tokens[words.start].is(Class::TO) && !text.starts_with("لل");
    let name = if is_bare {
        text.strip_prefix('ل')
    } else {
        None
    };
    name.map_or(range, |name| {
        TextRange::new(range.end() - crate::text::len_of(name), range.end())
    })
}

/// The words between the marks of a quotation.
fn inside(sentence: Sentence<'_>, quote: TextRange) -> Option<TextRange> {
    let text = &sentence.text[quote];
    let is_mark = |letter: char| !letter.is_alphanumeric();
    let start = text.len() - text.trim_start_matches(is_mark).len();
    let words = text.trim_matches(is_mark);
    let start = quote.start() + TextSize::new(start as u32);
    (!words.is_empty()).then(|| TextRange::at(start, crate::text::len_of(words)))
}
