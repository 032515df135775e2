//! Where the words for a person or an institution begin and end.

use std::ops::Range;

use super::cue::{is_connector, is_word};
use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, Token};

/// More words than this name nobody.
const LONGEST: usize = 14;

/// What ends a phrase.
const BORDER: Class = Class::THAT
    .or(Class::PREPOSITION)
    .or(Class::RELATIVE)
    .or(Class::TIME)
    .or(Class::ADVERB)
    .or(Class::PRONOUN)
    .or(Class::AUXILIARY)
    .or(Class::NOT)
    .or(Class::RELAYS)
    .or(Class::DETERMINER)
    .or(Class::ACCORDING);

/// Whom somebody can speak to.
pub(super) const SOMEBODY: Class = Class::TITLE.or(Class::PERSON).or(Class::GROUP);

pub(super) const SPEAKER: Class = Class::TITLE
    .or(Class::PERSON)
    .or(Class::GROUP)
    .or(Class::INSTITUTION)
    .or(Class::DOCUMENT);

/// Prepositions with a pronoun, which can stand between a verb and its subject.
const TO_HIM: [&str; 10] = [
    "عليه",
    "عليها",
    "عليهم",
    "له",
    "لها",
    "لهم",
    "اليه",
    "اليها",
    "اليهم",
    "عنه",
];

/// The subject after the verb at `verb`, behind adverbs and words of time.
pub(super) fn subject_after(sentence: Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let mut start = verb + 1;
    loop {
        let token = tokens.get(start)?;
        let next = tokens.get(start + 1);
        if token.is(Class::ADVERB | Class::TIME) {
            start += 1;
        } else if is_word(sentence, start, &["من"])
            && next.is_some_and(|next| next.is(Class::ADVERB))
        {
            // `من جهته`
            start += 2;
        } else if is_word(sentence, start, &["ل"])
            && next.is_some_and(|next| next.quote().is_some())
        {
            // `قال لـ"الخليج" مصدر أمني`
            return at(sentence, start + 2).filter(|phrase| tokens[phrase.start].is(SPEAKER));
        } else if is_word(sentence, start, &TO_HIM) {
            // `رد عليه النائب`
            return at(sentence, start + 1).filter(|phrase| tokens[phrase.start].is(SPEAKER));
        } else {
            break;
        }
        if start > verb + 6 {
            return None;
        }
    }
    let phrase = at(sentence, start)?;
    let takes_object = tokens[verb].is(Class::HINTS) && !tokens[verb].is(Class::SAYS);
    if takes_object || tokens[verb].is(Class::TELLS) {
        return Some(without_object(sentence, phrase));
    }
    Some(phrase)
}

/// `السنيورة الولايات المتحدة`, after a verb that somebody does to somebody: `السنيورة`.
fn without_object(sentence: Sentence<'_>, phrase: Range<usize>) -> Range<usize> {
    let tokens = sentence.tokens;
    let is_name = |at: usize| {
        let token = &tokens[at];
        sentence.word(at).starts_with("ال") || token.is(Class::PLACE) || token.class == Class::NONE
    };
    let object = (phrase.start + 1..phrase.end).find(|at| {
        let token = &tokens[*at];
        let is_whole = token.is(Class::PLACE) || token.is(SPEAKER) && token.is(Class::DEFINITE);
        // `بايدن نظيره`
        let word = sentence.word(*at);
        let of_him = word.chars().count() > 4 && (word.ends_with('ه') || word.ends_with("ها"));
        if of_him && !token.is(Class::DEFINITE) && !tokens[*at - 1].is(SPEAKER) {
            return true;
        }
        let is_titled = token.is(Class::TITLE) && tokens[*at - 1].class == Class::NONE;
        // `المعارضة القرار`: no adjective, as it does not agree.
        let before = sentence.word(*at - 1);
        let is_unlike = tokens[*at - 1].is(Class::INSTITUTION)
            && tokens[*at - 1].is(Class::DEFINITE)
            && before.ends_with('ة')
            && word.starts_with("ال")
            && !word.ends_with(['ة', 'ى', 'ء']);
        let is_thing = token.is(Class::EVENT | Class::DOCUMENT | Class::TITLED)
            && !token.is(Class::DEFINITE | Class::TO | Class::BY | Class::SAYING);
        if is_unlike || is_thing && is_name(*at - 1) {
            return true;
        }
        let is_deed = token.is(Class::WORDS) && !token.is(SPEAKER.or(Class::DEFINITE))
            || token.is(Class::WORDS) && token.is(Class::DEFINITE)
            || sentence.word(*at).starts_with('إ') && !token.is(Class::PLACE);
        (is_whole || is_titled || is_deed) && !token.is(Class::JOINED) && is_name(*at - 1)
    });
    phrase.start..object.unwrap_or(phrase.end)
}

/// The phrase for a source that begins at `start`, where `ل` may be written onto it.
pub(super) fn source_at(sentence: Sentence<'_>, start: usize) -> Option<Range<usize>> {
    let end = run(sentence, start + 1, start);
    let token = sentence.tokens.get(start)?;
    if token.is_word() && token.is(Class::TO) {
        return Some(start..end);
    }
    at(sentence, start)
}

/// The phrase that begins at `start`.
pub(super) fn at(sentence: Sentence<'_>, start: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let mut end = run(sentence, start, start);
    if end == start {
        return None;
    }
    let is_titled = tokens[start..end]
        .iter()
        .any(|token| token.is(Class::TITLE));
    // `السفير في الأمم المتحدة جون بولتون`
    if tokens[start].is(Class::TITLE)
        || tokens[start..end]
            .iter()
            .any(|token| token.is(Class::TITLE | Class::GROUP | Class::PERSON))
    {
        let is_at = is_word(sentence, end, &["في", "لدي"]);
        if is_at
            && tokens
                .get(end + 1)
                .is_some_and(|token| token.is(Class::INSTITUTION))
        {
            end = run(sentence, end + 1, start).max(end);
        }
    }
    // `مدير وكالة "الخليج"` has its name, `المدير العام لوكالة "الخليج" سامي الراوي` too.
    let is_office = |at: usize| {
        let token = tokens.get(at);
        token.is_some_and(|token| token.is(Class::TO) && token.is(Class::MEDIUM))
    };
    if is_titled && is_office(end) {
        let has_mark = tokens
            .get(end + 1)
            .is_some_and(|next| next.quote().is_some());
        let name = if has_mark { end + 2 } else { end + 1 };
        let is_name = |token: &Token| token.is_word() && token.class == Class::NONE;
        if tokens.get(name).is_some_and(is_name) && has_mark {
            end = run(sentence, name, start).max(end);
        }
    }
    // `وزير الخارجية الروسي، سيرغي لافروف،`
    if is_titled
        && tokens
            .get(end)
            .is_some_and(|token| token.kind == Kind::Comma)
    {
        let name = run(sentence, end + 1, end + 1);
        let len = name - (end + 1);
        let is_name = (1..=5).contains(&len)
            && !tokens[end + 1].is(Class::HINTING | Class::JOINED | Class::AND)
            && !is_verbal(sentence, end + 1)
            && tokens
                .get(name)
                .is_none_or(|token| !token.is_word() || token.is(BORDER.or(Class::SAYS)));
        if is_name {
            end = name;
        }
    }
    Some(start..end)
}

/// Whether the unknown word at `at` looks like a verb or an accusative.
fn is_verbal(sentence: Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let bare: String = word
        .chars()
        .filter(|letter| !matches!(letter, '\u{64b}'..='\u{65f}'))
        .collect();
    let letters = bare.chars().count();
    letters > 3 && bare.starts_with('م') && bare.ends_with('ا')
}

/// Where the words end that can belong to one phrase and stand from `from` on.
fn run(sentence: Sentence<'_>, from: usize, start: usize) -> usize {
    let tokens = sentence.tokens;
    let mut end = from;
    while let Some(token) = tokens.get(end) {
        if end - start >= LONGEST {
            break;
        }
        let is_inside = match token.kind {
            Kind::Word(_) => is_inside(sentence, end, start),
            // `صحيفة "الخليج"`
            // `قالت "الخليج" إن`
            Kind::Quote(_) if end == start => {
                tokens.get(end + 1).is_some_and(|next| next.is(Class::THAT))
            }
            Kind::Quote(_) => {
                end > from
                    && tokens[end - 1].is(Class::WORK | Class::MEDIUM)
                    && (!tokens[end - 1].is(Class::DEFINITE)
                        || tokens.get(end + 1).is_some_and(|next| next.is(Class::THAT)))
            }
            Kind::Dash => {
                // `اليو - ماري`
                end > from
                    && tokens
                        .get(end + 1)
                        .is_some_and(|next| next.is_word() && !next.is(BORDER))
            }
            Kind::Number => end == from,
            _ => false,
        };
        if !is_inside {
            break;
        }
        end += 1;
    }
    end
}

fn is_inside(sentence: Sentence<'_>, at: usize, start: usize) -> bool {
    let token = &sentence.tokens[at];
    let word = sentence.word(at);
    if word == "باسم" {
        return at > start;
    }
    // Names that are spelled like prepositions.
    if word == "علي" {
        return at == start || sentence.tokens[at - 1].is(Class::TITLE);
    }
    if word == "أم" && at == start {
        return true;
    }
    let is_saying = token.is(Class::WORDS) && token.is(Class::DEFINITE | Class::WITH_PRONOUN);
    if at == start && is_saying && !token.is(SPEAKER) {
        return false;
    }
    if token.is(BORDER) {
        return false;
    }
    // `بالتعجل`, and at the start `المسيحيين`, which is no subject
    let is_unknown = token.class == Class::NONE;
    if is_unknown && word.starts_with("بال") && word.chars().count() > 5 {
        return false;
    }
    if at == start && (word.starts_with("بأ") || word.starts_with("بإ") || word.starts_with("بت"))
    {
        return false;
    }
    let is_several = token.is(Class::PERSON | Class::GROUP) && !token.is(Class::TITLE);
    let is_object = word.ends_with("يين") || is_several && word.ends_with("ين");
    if at == start && word.starts_with("ال") && is_object {
        return false;
    }
    let is_noun = token.is(SPEAKER);
    if token.is(Class::SAYING | Class::HINTING) && !is_noun && !token.is(Class::DEFINITE) {
        return false;
    }
    if token.is(Class::SAYS | Class::HINTS)
        && !is_noun
        && !token.is(Class::DEFINITE)
        && (at > start || !token.is(Class::NOUNLIKE))
    {
        return false;
    }
    if token.is(Class::WORDS) && token.is(Class::WITH_PRONOUN | Class::BY) {
        return false;
    }
    if at == start && (token.is(Class::TO | Class::BY)) {
        return false;
    }
    // `كريم السالمي للرئيس`, but `المستشار الأول للرئيس`
    let is_given = |at: usize| {
        sentence.tokens[at].class == Class::NONE && !sentence.word(at).starts_with("ال")
    };
    if token.is(Class::TO) && token.is(SOMEBODY) && (start..at).any(is_given) {
        return false;
    }
    // `للصحفيين`
    let is_to = token.is(Class::TO) && token.is(Class::PERSON | Class::MEDIUM | Class::GROUP);
    let is_to = is_to || (at == start && word.starts_with("لل") && word.chars().count() > 4);
    !is_to
}

/// The subject before the verb at `verb`: `وكان الوزير قد قال`, `أما الوزير فقال`, `لكن الوزير قال`.
pub(super) fn topic(sentence: Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let low = verb.saturating_sub(24);
    let opens = (low..verb).rev().find(|at| {
        let token = &tokens[*at];
        let is_fresh = *at == 0 || !tokens[*at - 1].is_word();
        let is_topic = token.is(Class::TOPIC) && (is_fresh || token.is(Class::JOINED | Class::AND));
        let is_connected = token.is(Class::THAT) && is_connector(sentence, *at);
        is_topic || is_connected && is_word(sentence, *at, &["ان"])
    })?;
    let phrase = at(sentence, opens + 1)?;
    if phrase.end > verb {
        return None;
    }
    let is_clear = (phrase.end..verb)
        .all(|at| !tokens[at].is(Class::THAT | Class::SAYS) && tokens[at].kind != Kind::Stop);
    is_clear.then_some(phrase)
}

/// The subject of the sentence, where it stands first, or after a first verb that is no verb of saying.
pub(super) fn first(sentence: Sentence<'_>, before: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let head = tokens.first()?;
    if !head.is_word() || head.is(BORDER) {
        return None;
    }
    let phrase = if head.is(SPEAKER.or(Class::DEFINITE)) || sentence.word(0).starts_with("ال") {
        at(sentence, 0)
    } else if before <= 3 {
        at(sentence, 0).filter(|phrase| phrase.end == before)
    } else {
        subject_after(sentence, 0)
            .map(|phrase| without_object(sentence, phrase))
            .filter(|phrase| {
                let head = &tokens[phrase.start];
                head.is(SPEAKER.or(Class::PLACE)) || head.class == Class::NONE && phrase.len() <= 3
            })
    }?;
    (phrase.end <= before).then_some(phrase)
}

/// Somebody who does something in a sentence that says nothing, with the gender of the verb.
pub(super) fn acting(sentence: Sentence<'_>) -> Option<(Range<usize>, Class)> {
    let verb = sentence
        .tokens
        .first()
        .filter(|verb| verb.class == Class::NONE)?;
    let word = &sentence.text[verb.range];
    if !verb.is_word() || word.starts_with("ال") {
        return None;
    }
    let subject = without_object(sentence, subject_after(sentence, 0)?);
    let bare = word.strip_prefix('و').unwrap_or(word);
    let form = if bare.ends_with('ت') || bare.starts_with('ت') {
        Class::FEMININE
    } else {
        Class::NONE
    };
    let head = &sentence.tokens[subject.start];
    head.is(SOMEBODY).then_some((subject, form))
}

/// The subject between `أن` and the verb at `verb`: `أن الوزير طرح`.
pub(super) fn inside(sentence: Sentence<'_>, verb: usize) -> Option<Range<usize>> {
    let low = verb.saturating_sub(7);
    let that = (low..verb)
        .rev()
        .find(|at| sentence.tokens[*at].is(Class::THAT))?;
    let phrase = at(sentence, that + 1)?;
    (phrase.end == verb).then_some(phrase)
}

/// What the relative word at `relative` goes back to: the nearest noun with all before it that it
/// belongs to.
pub(super) fn antecedent(sentence: Sentence<'_>, relative: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let follows_comma = relative > 0 && tokens[relative - 1].kind == Kind::Comma;
    let end = if follows_comma {
        relative - 1
    } else {
        relative
    };
    let low = end.saturating_sub(LONGEST);
    let belongs = |at: usize| {
        let token = &tokens[at];
        let is_other = token.is(Class::TO | Class::BY | Class::EVENT | Class::WORDS);
        token.is_word() && !is_other && is_inside(sentence, at, low)
    };
    let start = (low..end).rev().find(|at| !belongs(*at));
    let start = start.map_or(low, |border| border + 1);
    (start < end).then_some(start..end)
}
