//! What is said without quotation marks: `Meier sagte, dass …`, `…, so Meier`, and sentences in the
//! mood of what others say.

use std::ops::Range;

use super::chain;
use super::clause::Clause;
use super::cue::Strength;
use super::parsed::Parsed;
use super::speaker::Found;
use crate::attribution::lexicon::Class;
use crate::attribution::reading::{Grade, Pattern, Source, Statement};
use crate::attribution::token::Kind;

/// What a sentence says of what somebody says. `before` is who spoke before in the passage.
pub(super) fn statements(parsed: &Parsed<'_>, before: Option<&Source>) -> Vec<Statement> {
    let mut found = Vec::new();
    for at in 0..parsed.clauses.clauses.len() {
        found.extend(said_by(parsed, at));
    }
    if found.is_empty() {
        found.extend(parsed.sources.first().and_then(|_| by_source(parsed)));
    }
    if found.is_empty() {
        found.extend(before.and_then(|before| told(parsed, before)));
    }
    found
}

/// What the clause at `at` says that somebody says.
fn said_by(parsed: &Parsed<'_>, at: usize) -> Option<Statement> {
    let clause = &parsed.clauses.clauses[at];
    let cue = clause.cue.filter(|cue| cue.strength == Strength::Says)?;
    let subject = clause
        .subject
        .as_ref()
        .filter(|subject| subject.can_speak())?;
    let is_general = parsed
        .sentence
        .word(subject.range.start)
        .eq_ignore_ascii_case("man");
    if is_general || parsed.is_told_clause(clause) || subject.range.contains(&cue.at) {
        return None;
    }
    let end = clause.pieces.last()?.end;
    let (content, pattern) = if is_as(parsed, clause) {
        let content = match start(clause) {
            0 => parsed.elements.get(end + 1)?.range.start..sentence_end(parsed),
            start => 0..parsed.elements[start].range.start,
        };
        (content, Pattern::After)
    } else if clause.is_dependent {
        return None;
    } else if let Some(content) = follows(parsed, at) {
        (content, Pattern::Before)
    } else {
        (precedes(parsed, at)?, Pattern::AfterInverted)
    };
    let found = Found {
        speaker: subject.range.clone(),
        cue: Some(cue.at),
        clause: Some(at),
        pattern,
        grade: Grade::Sure,
        is_said: true,
    };
    statement(parsed, content, chain::source(parsed, &found))
}

/// `Wie Meier sagte, …`
fn is_as(parsed: &Parsed<'_>, clause: &Clause) -> bool {
    let first = clause.pieces.first().map_or(0, |piece| piece.start);
    let opener = parsed.elements[first].range.start;
    clause.is_dependent && matches!(parsed.sentence.word(opener), "Wie" | "wie")
}

/// The clause behind that at `at` that is said, with all that depends on it: `dass …`, `er sei …`.
fn follows(parsed: &Parsed<'_>, at: usize) -> Option<Range<usize>> {
    let clause = &parsed.clauses.clauses[at];
    let cue = clause.finite?;
    let (number, next) = parsed
        .clauses
        .clauses
        .iter()
        .enumerate()
        .filter(|(_, next)| start(next) > cue)
        .min_by_key(|(_, next)| start(next))?;
    // `wies die Aussage von Meier zurück, sie sei krank`
    if parsed.claimed(Some(number)).is_some() {
        return None;
    }
    let first = parsed.elements[start(next)].range.start;
    let is_that = next.is_dependent && parsed.sentence.tokens[first].is(Class::THAT);
    if !is_that && !parsed.is_told_clause(next) {
        return None;
    }
    let is_parted = parsed.sentence.tokens[..first]
        .last()
        .is_some_and(|token| matches!(token.kind, Kind::Comma | Kind::Colon));
    let end = parsed
        .clauses
        .clauses
        .iter()
        .filter(|other| !other.is_dependent && start(other) > start(next))
        .find(|other| !parsed.is_told_clause(other) && other.finite.is_some())
        .map_or(sentence_end(parsed), |other| {
            parsed.elements[start(other)].range.start
        });
    is_parted.then_some(first..end)
}

fn start(clause: &Clause) -> usize {
    clause.pieces.first().map_or(0, |piece| piece.start)
}

/// What stands before a clause that begins with its verb: `Er sei krank, sagte Meier`.
fn precedes(parsed: &Parsed<'_>, at: usize) -> Option<Range<usize>> {
    let clause = &parsed.clauses.clauses[at];
    let finite = parsed.elements[clause.finite.filter(|_| clause.is_inverted)?]
        .range
        .start;
    let is_told = parsed.clauses.clauses.iter().any(|other| {
        !other.is_dependent && start(other) < start(clause) && parsed.is_told_clause(other)
    });
    let tokens = parsed.sentence.tokens;
    let from = tokens[..finite]
        .iter()
        .rposition(|token| matches!(token.kind, Kind::Colon | Kind::Semicolon))
        .map_or(0, |colon| colon + 1);
    let is_clean = tokens[from..finite]
        .iter()
        .all(|token| token.kind != Kind::Stop);
    (is_told && is_clean).then_some(from..finite)
}

/// The sentence that a source belongs to.
fn by_source(parsed: &Parsed<'_>) -> Option<Statement> {
    let named = parsed.sources.first()?;
    let has_verb = parsed.clauses.clauses.iter().any(|clause| {
        !clause.is_dependent
            && clause.finite.is_some()
            && clause.cue.is_none_or(|cue| cue.strength < Strength::Says)
    });
    let is_saying = !matches!(
        parsed.sentence.word(named.cue),
        "Für" | "für" | "Demnach" | "demnach" | "wonach" | "Demzufolge" | "demzufolge"
    );
    let main = parsed
        .clauses
        .clauses
        .iter()
        .find(|clause| !clause.is_dependent && clause.finite.is_some())?;
    let in_main = parsed.clauses.owners[named.at]
        .is_none_or(|owner| !parsed.clauses.clauses[owner].is_dependent);
    let only = parsed.sources.len() == 1 && has_verb && is_saying && in_main;
    let from = named.cue.min(named.speaker.start);
    let to = named.speaker.end.max(named.cue + 1);
    let end = sentence_end(parsed);
    let content = if from == 0 {
        let verb = parsed.elements[main.finite?].range.start;
        if verb < to { 0..end } else { verb..end }
    } else if to >= end {
        0..from
    } else {
        0..end
    };
    let found = Found {
        speaker: named.speaker.clone(),
        cue: Some(named.cue),
        clause: None,
        pattern: Pattern::According,
        grade: Grade::Sure,
        is_said: true,
    };
    statement(parsed, content.clone(), chain::source(parsed, &found)).filter(|_| only)
}

/// A sentence in the mood of what others say goes on with what was said before it.
fn told(parsed: &Parsed<'_>, before: &Source) -> Option<Statement> {
    let main = parsed
        .clauses
        .clauses
        .iter()
        .find(|clause| !clause.is_dependent && clause.finite.is_some())?;
    let verb = parsed
        .sentence
        .word(parsed.elements[main.finite?].range.start);
    // `wäre` and `hätte` may be the writer's own.
    let is_certain = matches!(
        verb,
        "sei"
            | "seien"
            | "habe"
            | "werde"
            | "könne"
            | "müsse"
            | "solle"
            | "wolle"
            | "dürfe"
            | "gebe"
            | "gehe"
            | "stehe"
            | "komme"
    );
    let source = before.again(Pattern::GoesOn, Grade::Likely);
    statement(parsed, 0..sentence_end(parsed), source).filter(|_| is_certain)
}

/// Where the sentence ends, without its point.
fn sentence_end(parsed: &Parsed<'_>) -> usize {
    let tokens = parsed.sentence.tokens;
    tokens
        .iter()
        .rposition(|token| token.kind != Kind::Stop)
        .map_or(0, |last| last + 1)
}

/// A statement of the tokens of `content`, unless they are none but a quotation.
fn statement(parsed: &Parsed<'_>, content: Range<usize>, source: Source) -> Option<Statement> {
    let tokens = parsed.sentence.tokens;
    let is_sign = |at: usize| {
        matches!(
            tokens[at].kind,
            Kind::Comma | Kind::Colon | Kind::Dash | Kind::Stop | Kind::Semicolon | Kind::Other
        )
    };
    let (mut from, mut to) = (content.start, content.end.min(tokens.len()));
    while from < to && is_sign(from) {
        from += 1;
    }
    while from < to && (is_sign(to - 1) || tokens[to - 1].is(Class::AND)) {
        to -= 1;
    }
    let has_words = tokens
        .get(from..to)?
        .iter()
        .filter(|token| token.is_word())
        .count()
        > 1;
    has_words.then(|| Statement {
        content: parsed.sentence.range(&(from..to)),
        source,
    })
}
