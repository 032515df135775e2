//! The words that say that somebody speaks, and who it is.

use std::ops::Range;

use super::{State, phrase};
use crate::attribution::lexicon::Class;
use crate::attribution::reading::Pattern;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, Token};

/// Words that say that somebody speaks.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// The token.
    pub(super) at: usize,
    pub(super) role: Role,
    /// Its gender and number.
    pub(super) form: Class,
    /// Who speaks, as tokens, and how that was found; `None` where it goes without saying.
    pub(super) subject: Option<(Range<usize>, Pattern)>,
    /// Through whom it came.
    pub(super) via: Option<Range<usize>>,
}

/// How a cue stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The verb of the main clause.
    Main,
    /// `مضيفا`, which says it of whom the main clause speaks of.
    Participle,
    /// A verb after `الذي` or `ما`.
    Relative,
    /// A verb inside of what somebody says.
    Nested,
    /// A noun of saying: `تأكيد الوزير`.
    Noun,
    /// `بحسب الوزير`
    According,
}

impl Role {
    /// Whether it holds for a part of the sentence only.
    pub(super) fn is_inner(self) -> bool {
        matches!(self, Role::Relative | Role::Nested | Role::Noun)
    }
}

const FORM: Class = Class::FEMININE.or(Class::PLURAL);
const VERB: Class = Class::SAYS.or(Class::HINTS);
/// What can stand before a verb without being its noun.
const LEADS: Class = Class::PREPOSITION
    .or(Class::SUBORDINATE)
    .or(Class::TIME)
    .or(Class::ADVERB)
    .or(Class::AUXILIARY)
    .or(Class::RELATIVE)
    .or(Class::THAT);
const PARTICIPLE: Class = Class::SAYING.or(Class::HINTING);

/// Whether who did the one can have done the other. A verb before its subject has no plural.
pub(super) fn agree(one: Class, other: Class) -> bool {
    one.has(Class::FEMININE) == other.has(Class::FEMININE)
}

/// The cue at `at`, if there is one.
pub(super) fn at(sentence: Sentence<'_>, at: usize, state: &State) -> Option<Cue> {
    let token = &sentence.tokens[at];
    if token.kind == Kind::Colon {
        return label(sentence, at, state);
    }
    if token.is(Class::ACCORDING) {
        return according(sentence, at, false);
    }
    if token.is(Class::RELAYS) && !token.is(Class::SAYS) {
        // `نقلا عن`
        return None;
    }
    if token.is(VERB) {
        if let Some(cue) = verb(sentence, at, state) {
            return Some(cue);
        }
    }
    if token.is(PARTICIPLE) {
        if let Some(cue) = participle(sentence, at, state) {
            return Some(cue);
        }
    }
    let is_related = at > 0 && sentence.tokens[at - 1].is(Class::RELATIVE);
    if token.is(Class::WORDS) && !is_related {
        return noun(sentence, at, state);
    }
    None
}

/// Whether the `أن` at `at` belongs to what stands before it: `غير أن`, `بعد أن`.
pub(super) fn is_connector(sentence: Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let token = &sentence.tokens[before];
    // `أشار إلى أن` brings words.
    token.is(Class::SUBORDINATE) && !is_word(sentence, before, &["إلى", "الى", "الي"])
}

fn is_word(sentence: Sentence<'_>, at: usize, words: &[&str]) -> bool {
    words.contains(&sentence.word(at))
}

/// `رايس: "…"`
fn label(sentence: Sentence<'_>, colon: usize, state: &State) -> Option<Cue> {
    if !state.is_empty() || !(1..=6).contains(&colon) {
        return None;
    }
    let subject = phrase::at(sentence, 0)?;
    let is_place = sentence.tokens[0].is(Class::PLACE);
    (subject.end == colon && !is_place).then_some(Cue {
        at: colon,
        role: Role::Main,
        form: Class::NONE,
        subject: Some((subject, Pattern::Label)),
        via: None,
    })
}

fn verb(sentence: Sentence<'_>, at: usize, state: &State) -> Option<Cue> {
    let tokens = sentence.tokens;
    let token = &tokens[at];
    let cue = |role, subject| {
        Some(Cue {
            at,
            role,
            form: Class::NONE | form(token.class),
            subject,
            via: None,
        })
    };
    // What stands before it, apart from `قد` and the like.
    let mut before = at;
    while before > 0
        && tokens[before - 1].is(Class::ADVERB | Class::AUXILIARY)
        && !tokens[before - 1].is(Class::TIME)
    {
        before -= 1;
    }
    let previous = before.checked_sub(1).map(|before| &tokens[before]);
    let directly = at.checked_sub(1).map(|before| &tokens[before]);
    let mut is_nounlike = token.is(Class::NOUNLIKE);
    let after = phrase::subject_after(sentence, at);
    let explicit = after.clone().map(|subject| (subject, Pattern::Before));
    // `في تصريحات نقلتها الصحيفة`: it says of the noun before it who spread it.
    let is_adjective = token.is(Class::WITH_PRONOUN) && !token.is(Class::JOINED);
    if is_adjective && directly.is_some_and(|token| token.is_word() && !token.is(LEADS)) {
        return None;
    }
    // `عبر الهاتف` is no voicing of feelings, `عقب اللقاء` no comment.
    if let Some(complement) = complement(sentence.word(at)) {
        let from = after.as_ref().map_or(at + 1, |subject| subject.end);
        if !(from..tokens.len().min(from + 3)).any(|at| complement.contains(&sentence.word(at))) {
            return None;
        }
        is_nounlike = false;
    }
    if token.is(Class::RELAYS) && !(at + 1 < tokens.len() && is_word(sentence, at + 1, &["ذلك", "هذا"])) {
        return relayed(sentence, at, after);
    }
    if let Some(subject) = written(sentence, at) {
        return cue(Role::Main, Some((subject, Pattern::Before)));
    }
    if let Some(previous) = previous {
        let is_what = is_word(sentence, before - 1, &["ما", "بما", "فيما", "مما", "عما"])
            && token.is(Class::WITH_PRONOUN);
        if previous.is(Class::RELATIVE) || is_what {
            return relative(sentence, at, before - 1, is_what, after)
                .and_then(|subject| cue(Role::Relative, subject));
        }
        if previous.is(Class::THAT) && !token.is(Class::JOINED) {
            // `إلا أنه أكد`, `بعد أن أعلن الوزير`; else it is what somebody says that somebody else says.
            let is_new = before >= 2 && is_connector(sentence, before - 1);
            let role = if state.is_empty() { Role::Main } else { Role::Nested };
            let brings = |at| is_new && brings(sentence, at);
            return match explicit {
                Some((words, _)) if brings(words.end) => {
                    cue(role, Some((words, Pattern::Clause)))
                }
                _ if brings(at + 1) => cue(Role::Main, None),
                _ => None,
            };
        }
    }
    let follows_word = directly.is_some_and(|token| token.is_word() && !token.is(LEADS));
    let is_perfect = directly.is_some_and(|token| token.is(Class::AUXILIARY));
    let is_answer = sentence.word(at).starts_with('ف');
    if let Some(subject) = phrase::topic(sentence, at) {
        let is_other = explicit.as_ref().is_some_and(|(words, _)| brings(sentence, words.end));
        if is_perfect || is_answer || !is_other || subject.end == at {
            return cue(Role::Main, Some((subject, Pattern::BeforeLoose)));
        }
    }
    // `وكان قد وجه انتقادات`: what follows is what he did.
    let explicit = explicit.filter(|(words, _)| {
        !is_perfect || tokens[words.start].is(phrase::SPEAKER)
    });
    if is_nounlike && token.is(Class::PRESENT) && !explicit.as_ref().is_some_and(|(words, _)| brings(sentence, words.end)) && !brings(sentence, at + 1) {
        return None;
    }
    if token.is(Class::JOINED) {
        let is_present = token.is(Class::PRESENT)
            && state.main.as_ref().is_some_and(|main| !main.form.has(Class::PRESENT));
        let is_hint = !token.is(Class::SAYS) && previous.is_some_and(|token| token.is_word());
        if state.in_content && (is_present || is_hint) && !opens_directly(sentence, at) {
            return None;
        }
        return cue(Role::Main, explicit);
    }
    if is_nounlike && follows_word {
        return None;
    }
    // `كلمة تلخص رؤيته`: it says of the noun before it what it is like.
    let first = phrase::first(sentence, at);
    let is_clear = explicit.as_ref().is_some_and(|(words, _)| brings(sentence, words.end));
    if token.is(Class::PRESENT) && follows_word && first.is_none() && !is_clear {
        return None;
    }
    if state.is_empty() && !state.in_content && !state.is_related {
        return cue(Role::Main, explicit.or_else(|| Some((first?, Pattern::BeforeLoose))));
    }
    let after_comma = previous.is_some_and(|token| {
        matches!(token.kind, Kind::Comma | Kind::Dash | Kind::Close | Kind::Semicolon)
    });
    let follows_quote = previous.is_some_and(|token| token.quote().is_some());
    if let Some((words, _)) = &explicit {
        let is_joint = at > 0
            && is_word(sentence, at - 1, &["فيما", "بينما", "كما", "حيث", "وفيما", "وبينما", "حين"]);
        if after_comma && brings(sentence, words.end) || follows_quote || is_joint {
            return cue(Role::Main, explicit);
        }
        if brings(sentence, words.end) && !token.is(Class::PRESENT) {
            return cue(Role::Nested, explicit.map(|(words, _)| (words, Pattern::Clause)));
        }
    }
    if let Some(subject) = phrase::inside(sentence, at) {
        if state.in_content && !token.is(Class::PRESENT) && brings_soon(sentence, at + 1) {
            return cue(Role::Nested, Some((subject, Pattern::Clause)));
        }
    }
    None
}

/// The subject of the verb at `at`, which follows the relative word at `relative`; `None` where it
/// brings nobody's words.
fn relative(
    sentence: Sentence<'_>,
    at: usize,
    relative: usize,
    is_what: bool,
    after: Option<Range<usize>>,
) -> Option<Option<(Range<usize>, Pattern)>> {
    let tokens = sentence.tokens;
    let token = &tokens[at];
    let has_pronoun = token.is(Class::WITH_PRONOUN);
    if is_what {
        // `ما وصفه الوزير بأنه`, `ما وصفه بأنه`
        let names = phrase::SPEAKER.or(Class::PLACE);
        let subject = after.filter(|words| {
            let next = tokens.get(words.end);
            let is_so = next.is_some_and(|next| {
                next.quote().is_some() || sentence.text[next.range].starts_with('ب')
            });
            is_so || tokens[words.start].is(names)
        });
        let subject = subject.map(|words| (words, Pattern::Clause));
        return has_pronoun.then_some(subject);
    }
    // `المؤتمر الذي قال فيه`, `الكلمة التي وجهها`: the noun before it is not who speaks.
    let end = tokens.len().min(at + 6);
    let is_other = has_pronoun
        || token.is(Class::NOUNLIKE)
        || (at + 1..end).any(|at| is_word(sentence, at, &["فيه", "فيها", "خلاله", "خلالها"]));
    if is_other || !brings_soon(sentence, at + 1) {
        return None;
    }
    let words = after
        .filter(|words| token.is(Class::SAYS) && brings(sentence, words.end))
        .or_else(|| phrase::antecedent(sentence, relative))?;
    Some(Some((words, Pattern::Clause)))
}

fn form(class: Class) -> Class {
    let mut form = Class::NONE;
    for part in [Class::FEMININE, Class::PLURAL, Class::PRESENT] {
        if class.has(part) {
            form = form | part;
        }
    }
    let _ = FORM;
    form
}

/// Whether at `at` stands what brings words: `إن`, a colon, a quotation.
pub(super) fn brings(sentence: Sentence<'_>, at: usize) -> bool {
    let tokens = sentence.tokens;
    tokens[at.min(tokens.len())..]
        .iter()
        .take(4)
        .any(|token| token.is(Class::THAT) || matches!(token.kind, Kind::Colon | Kind::Quote(_)))
}

/// The same at some more distance, before the clause ends.
fn brings_soon(sentence: Sentence<'_>, at: usize) -> bool {
    let tokens = sentence.tokens;
    tokens[at.min(tokens.len())..]
        .iter()
        .take(7)
        .take_while(|token| token.kind != Kind::Comma)
        .any(|token| token.is(Class::THAT) || matches!(token.kind, Kind::Colon | Kind::Quote(_)))
}

/// The preposition that a word takes that is else no verb.
fn complement(verb: &str) -> Option<&'static [&'static str]> {
    match verb {
        "عبر" | "وعبر" => Some(&["عن"]),
        "عقب" | "وعقب" => Some(&["على", "علي"]),
        _ => None,
    }
}

/// `جاء في التقرير أن`: the report.
fn written(sentence: Sentence<'_>, at: usize) -> Option<Range<usize>> {
    const CAME: [&str; 4] = ["جاء", "جاءت", "ورد", "وردت"];
    let word = sentence.word(at);
    let bare = word.strip_prefix('و').unwrap_or(word);
    let is_in = sentence.tokens.len() > at + 2 && sentence.word(at + 1) == "في";
    if !is_in || !(CAME.contains(&word) || CAME.contains(&bare)) {
        return None;
    }
    phrase::at(sentence, at + 2).filter(|words| brings(sentence, words.end))
}

/// Whether directly after the verb at `at` stands a quotation or a colon.
fn opens_directly(sentence: Sentence<'_>, at: usize) -> bool {
    let next = sentence.tokens.get(at + 1);
    next.is_some_and(|token| matches!(token.kind, Kind::Colon | Kind::Quote(_)))
}

/// `نقلت وكالة Y عن X قوله`, `نسبت صحيفة Y إلى X قوله`: X, through Y.
fn relayed(sentence: Sentence<'_>, at: usize, via: Option<Range<usize>>) -> Option<Cue> {
    let tokens = sentence.tokens;
    let is_ascribed = sentence.word(at).contains("نسب");
    let of: &[&str] = if is_ascribed { &["إلى", "الى", "لـ"] } else { &["عن"] };
    let of_it: &[&str] = if is_ascribed { &["إليه", "إليها", "اليه", "اليها"] } else { &["عنه", "عنها"] };
    let from = via.as_ref().map_or(at + 1, |via| via.end);
    let of = (from..tokens.len().min(from + 10)).find(|at| {
        is_word(sentence, *at, of) || is_word(sentence, *at, of_it)
    })?;
    let cue = Cue {
        at,
        role: Role::Main,
        form: Class::NONE,
        subject: None,
        via,
    };
    if is_word(sentence, of, of_it) {
        let is_her = sentence.word(of).ends_with('ا');
        let form = if is_her { Class::FEMININE } else { Class::NONE };
        return Some(Cue { form, ..cue });
    }
    let subject = phrase::at(sentence, of + 1)?;
    Some(Cue {
        subject: Some((subject, Pattern::Before)),
        ..cue
    })
}

fn participle(sentence: Sentence<'_>, at: usize, state: &State) -> Option<Cue> {
    let token = &sentence.tokens[at];
    let is_noun = token.is(Class::TITLE | Class::PERSON | Class::GROUP);
    if is_noun || token.is(Class::DEFINITE) {
        return None;
    }
    let word = sentence.word(at);
    let is_accusative = word.ends_with('ا') || word.ends_with("اً") || word.ends_with("ًا");
    let previous = at.checked_sub(1).map(|before| &sentence.tokens[before]);
    let is_free = previous.is_none_or(|token| !token.is_word() || token.is(Class::TIME)) || token.is(Class::JOINED);
    if !is_accusative && !is_free && !brings(sentence, at + 1) {
        return None;
    }
    let subject = match state.is_empty() {
        true => phrase::first(sentence, at).map(|subject| (subject, Pattern::Clause)),
        false => None,
    };
    Some(Cue {
        at,
        role: Role::Participle,
        form: form(token.class),
        subject,
        via: None,
    })
}

/// `تأكيد الوزير أن`, `قوله إن`
fn noun(sentence: Sentence<'_>, at: usize, state: &State) -> Option<Cue> {
    let token = &sentence.tokens[at];
    if token.is(Class::DEFINITE) {
        // `بالقول إن`
        let is_saying = sentence.word(at).ends_with("القول");
        let goes_on = is_saying && !state.is_empty() && brings(sentence, at + 1);
        return goes_on.then_some(Cue {
            at,
            role: Role::Participle,
            form: Class::NONE,
            subject: None,
            via: None,
        });
    }
    if token.is(Class::WITH_PRONOUN) {
        if !brings(sentence, at + 1) {
            return None;
        }
        return Some(Cue {
            at,
            role: if state.is_empty() { Role::Participle } else { Role::Noun },
            form: Class::NONE,
            subject: None,
            via: None,
        });
    }
    let subject = phrase::at(sentence, at + 1)?;
    let says = |token: &Token| token.is(Class::THAT) || token.kind == Kind::Colon;
    let end = sentence.tokens.len().min(subject.end + 4);
    let speaks = sentence.tokens[subject.start].is(phrase::SPEAKER) && state.is_empty();
    if !speaks && !sentence.tokens[subject.end..end].iter().any(says) {
        return None;
    }
    Some(Cue {
        at,
        role: Role::Noun,
        form: Class::NONE,
        subject: Some((subject, Pattern::According)),
        via: None,
    })
}

/// `بحسب الوزير`, `وفقا للوزير`, `على حد قول الوزير`
fn according(sentence: Sentence<'_>, at: usize, _is_after: bool) -> Option<Cue> {
    let tokens = sentence.tokens;
    let mut start = at + 1;
    while tokens.get(start).is_some_and(|token| token.is(Class::WORDS) && !token.is(Class::DEFINITE)) {
        start += 1;
    }
    let subject = phrase::at(sentence, start)?;
    let head = &tokens[subject.start];
    let speaks = Class::TITLE | Class::PERSON | Class::GROUP | Class::INSTITUTION | Class::DOCUMENT | Class::MEDIUM | Class::PLACE;
    let names_law = !head.is(speaks) && head.is(Class::DEFINITE);
    (!names_law).then_some(Cue {
        at,
        role: Role::According,
        form: Class::NONE,
        subject: Some((subject, Pattern::According)),
        via: None,
    })
}

/// The cue after the quotation at `at`: `"…"، بحسب الوزير`, `"…" كما قال الوزير`, `"…" قال الوزير`.
pub(super) fn after(sentence: Sentence<'_>, at: usize, has_cue: bool) -> Option<Cue> {
    let tokens = sentence.tokens;
    let mut next = at + 1;
    while tokens.get(next).is_some_and(|token| matches!(token.kind, Kind::Comma | Kind::Dash)) {
        next += 1;
    }
    let token = tokens.get(next)?;
    if token.is(Class::ACCORDING) {
        return according(sentence, next, true);
    }
    let word = sentence.word(next);
    let is_on = word == "على" && tokens.get(next + 1).is_some_and(|token| token.is(Class::WORDS) || sentence.text[token.range].eq("حد"));
    if is_on {
        let mut words = next + 1;
        while tokens.get(words + 1).is_some_and(|token| token.is(Class::WORDS)) {
            words += 1;
        }
        let subject = (!tokens[words].is(Class::WITH_PRONOUN)).then(|| phrase::at(sentence, words + 1)).flatten();
        return Some(Cue { at: words, role: Role::According, form: Class::NONE, subject: subject.map(|subject| (subject, Pattern::According)), via: None });
    }
    let is_as = ["كما", "حسبما", "مثلما", "وفقما", "بحسبما"].contains(&word);
    let verb = if is_as { next + 1 } else { next };
    let token = tokens.get(verb)?;
    if !token.is(Class::SAYS) || token.is(Class::JOINED) && !is_as || has_cue && !is_as {
        return None;
    }
    let subject = phrase::subject_after(sentence, verb);
    if subject.is_none() && !is_as {
        return None;
    }
    Some(Cue { at: verb, role: Role::Relative, form: form(token.class), subject: subject.map(|subject| (subject, Pattern::AfterInverted)), via: None })
}
