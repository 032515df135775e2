//! Whether the words between two marks are speech, and what else they may be.

use std::ops::Range;

use super::parsed::Parsed;
use super::speaker::Found;
use crate::attribution::lexicon::Class;
use crate::attribution::prose::Passage;
use crate::attribution::reading::{Nature, Pattern};
use crate::attribution::token::{Kind, Token};

/// A quotation, and where it stands.
pub(super) struct Place<'a> {
    pub(super) parsed: &'a Parsed<'a>,
    /// Its number in the passage.
    pub(super) quote: usize,
    /// The element it stands in, and its token.
    pub(super) element: usize,
    pub(super) token: usize,
    /// What the quotation before is, where nothing but `und` stands between.
    pub(super) neighbour: Option<Nature>,
    /// Whether the next sentence says who says so.
    pub(super) is_said_after: bool,
}

/// What the quotation is.
pub(super) fn nature(passage: &Passage<'_>, place: &Place<'_>, found: Option<&Found>) -> Nature {
    let inside = Inside::of(&passage.text[passage.quotes[place.quote].range]);
    if let Some(nature) = place.neighbour.filter(|_| inside.words < 5) {
        return nature;
    }
    let before = Before::of(place);
    if is_in_speaker(place, found) {
        return Nature::Name;
    }
    if is_speech(&inside, before, place, found) {
        return Nature::Speech;
    }
    before.nature(&inside)
}

/// What the words between the marks look like.
struct Inside {
    words: usize,
    /// Whether the first is written small.
    starts_small: bool,
    /// Whether another is.
    has_small: bool,
    /// Whether they end like a sentence.
    is_closed: bool,
}

impl Inside {
    fn of(text: &str) -> Inside {
        let mut words = text.split_whitespace();
        let first = words
            .next()
            .and_then(|word| word.chars().find(|c| c.is_alphabetic()));
        let is_small = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
        let end = text.trim_end_matches(|c: char| !c.is_alphanumeric() && !".!?…,".contains(c));
        Inside {
            words: text.split_whitespace().count(),
            // `iPod` is a name.
            starts_small: first.is_some_and(char::is_lowercase)
                && !text
                    .split_whitespace()
                    .next()
                    .is_some_and(|word| word.contains(char::is_uppercase)),
            has_small: words.any(is_small),
            is_closed: end.ends_with(['.', '!', '?', '…', ',']),
        }
    }
}

/// What stands before the quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing of its sentence.
    Start,
    Colon,
    /// `der Film`
    Work,
    /// `die Zeitung`, `das Schiff`
    Named,
    /// `der Begriff`
    Term,
    /// `der sogenannte`
    SoCalled,
    /// `ein`, `als`
    Indefinite,
    /// `der`, `seine`
    Definite,
    /// `den Worten`, `die Parole`
    Words,
    /// Another word with a capital.
    Noun,
    Other,
}

impl Before {
    fn of(place: &Place<'_>) -> Before {
        let sentence = place.parsed.sentence;
        let Some(at) = place.token.checked_sub(1) else {
            return Before::Start;
        };
        let token: &Token = &sentence.tokens[at];
        let word = sentence.word(at).to_lowercase();
        match token.kind {
            Kind::Colon => Before::Colon,
            Kind::Stop => Before::Start,
            _ if token.is(Class::SO_CALLED) => Before::SoCalled,
            _ if token.is(Class::TERM) => Before::Term,
            _ if token.is(Class::WORDS) && token.is_capital() => Before::Words,
            _ if token.is(Class::WORK) => Before::Work,
            _ if token.is(Class::CALLED.or(Class::MEDIUM)) => Before::Named,
            _ if matches!(
                word.as_str(),
                "ein"
                    | "eine"
                    | "einen"
                    | "einem"
                    | "einer"
                    | "eines"
                    | "kein"
                    | "keine"
                    | "keinen"
                    | "als"
            ) =>
            {
                Before::Indefinite
            }
            _ if token.is(Class::DETERMINER) => Before::Definite,
            // `wie zum Beispiel „…“`
            _ if word == "beispiel" => Before::Other,
            _ if token.is_capital() => Before::Noun,
            _ => Before::Other,
        }
    }

    /// What no speech is called behind it.
    fn nature(self, inside: &Inside) -> Nature {
        match self {
            Before::Work => Nature::Title,
            Before::Named | Before::Noun | Before::Words => Nature::Name,
            Before::Term => Nature::Term,
            Before::SoCalled => Nature::Scare,
            _ if inside.starts_small => Nature::Scare,
            Before::Definite if inside.words < 5 => Nature::Name,
            _ => Nature::Other,
        }
    }

    fn calls(self) -> bool {
        matches!(
            self,
            Before::Work | Before::Named | Before::Term | Before::SoCalled
        )
    }
}

/// Whether the quotation is part of what names a speaker: `die Zeitung „Der Morgen“`.
fn is_in_speaker(place: &Place<'_>, found: Option<&Found>) -> bool {
    let is_inside = |speaker: &Range<usize>| speaker.contains(&place.token);
    found.is_some_and(|found| is_inside(&found.speaker))
        || place
            .parsed
            .sources
            .iter()
            .any(|named| is_inside(&named.speaker))
}

/// Whether the verb takes words as its object: `warnte vor „…“`, `rief zu „…“ auf`.
fn calls_for(place: &Place<'_>, found: &Found) -> bool {
    const STEMS: [&str; 18] = [
        "skandier",
        "brüll",
        "warn",
        "ruf",
        "rief",
        "forder",
        "mahn",
        "riet",
        "rät",
        "appell",
        "sprach",
        "spricht",
        "würdig",
        "plädier",
        "warf",
        "wirft",
        "kritisier",
        "versprach",
    ];
    let cue = found.cue.map_or("", |cue| place.parsed.sentence.word(cue));
    STEMS.iter().any(|stem| cue.starts_with(stem))
}

fn is_speech(inside: &Inside, before: Before, place: &Place<'_>, found: Option<&Found>) -> bool {
    let is_title = matches!(before, Before::Work | Before::Named);
    let is_name = before.calls() && !(is_title && inside.starts_small)
        || before == Before::Definite && !inside.starts_small && found.is_none();
    let is_called = is_name && (inside.words < 10 || !inside.is_closed && before != Before::Words);
    if inside.words == 0 || before.calls() && is_called || is_name && inside.words > 9 && is_called
    {
        return false;
    }
    // `man nennt das einen „…“`, `die „…“-Zeitung`
    let is_general = found.is_some_and(|found| {
        found.speaker.len() == 1
            && place
                .parsed
                .sentence
                .word(found.speaker.start)
                .eq_ignore_ascii_case("man")
    });
    let is_compound = place
        .parsed
        .sentence
        .tokens
        .get(place.token + 1)
        .is_some_and(|next| next.kind == Kind::Other)
        && inside.words < 3;
    if inside.words < 5 && is_general || is_compound {
        return false;
    }
    let pattern = found.map(|found| found.pattern);
    let is_content = matches!(pattern, Some(Pattern::BeforeLoose | Pattern::According))
        || place.parsed.is_reported(place.element);
    let is_beside = matches!(pattern, Some(Pattern::AfterInverted | Pattern::According))
        && matches!(before, Before::Start | Before::Colon)
        && found.is_some_and(|found| {
            let cue = found.cue.unwrap_or(0);
            cue > place.token && cue <= place.token + 3
        });
    let is_object = matches!(before, Before::Other | Before::Definite)
        && pattern == Some(Pattern::Before)
        && found.is_some_and(|found| calls_for(place, found));
    let follows = before == Before::Colon && found.is_some();
    match inside.words {
        1..=2 if inside.starts_small => {
            is_content
                || found.is_some()
                || place.is_said_after
                || before == Before::Definite
                || before == Before::Indefinite
                || inside.words == 2
        }
        _ if inside.starts_small => true,
        _ if before == Before::Words => inside.words > 1,
        1..=4 => {
            is_content
                || is_beside
                || is_object
                || follows && inside.is_closed
                || before == Before::Indefinite && found.is_some()
                || inside.words > 2
                    && before == Before::Start
                    && (place.is_said_after || inside.has_small && pattern == Some(Pattern::After))
                || inside.has_small && inside.is_closed && before != Before::Noun
        }
        5..=9 => {
            is_content
                || matches!(before, Before::Colon | Before::Start)
                || found.is_some() && before != Before::Noun
        }
        _ => true,
    }
}
