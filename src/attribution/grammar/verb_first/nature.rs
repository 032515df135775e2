//! What the words between marks are.

use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::prose::Passage;
use crate::attribution::reading::Nature;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, is_letter};
use crate::text::TextRange;

/// What stands around a quotation.
pub(super) struct Context<'a> {
    pub(super) sentence: Sentence<'a>,
    pub(super) lexicon: &'a Lexicon,
    /// The quotation's token.
    pub(super) at: usize,
    /// How many words it has.
    pub(super) words: usize,
    /// Whether the sentence says that somebody speaks.
    pub(super) has_cue: bool,
    /// Whether somebody speaks, but neither `أن` nor a colon or a quotation followed.
    pub(super) is_unopened: bool,
    /// Whether `ما سماه` stands before it.
    pub(super) is_called: bool,
    /// Whether somebody called something so before, as a name.
    pub(super) is_known: bool,
    /// Whether it is the first after the cue.
    pub(super) is_first: bool,
    /// What the quotation before it in the sentence is.
    pub(super) before: Option<Nature>,
}

impl<'a> Context<'a> {
    /// The words between the marks.
    fn inside(&self) -> impl Iterator<Item = &'a str> {
        let text = &self.sentence.text[self.sentence.tokens[self.at].range];
        let is_part = |letter: char| letter.is_alphanumeric() || is_letter(letter);
        text.split(move |letter| !is_part(letter)).filter(|word| !word.is_empty())
    }

    fn first_word(&self) -> &'a str {
        self.inside().next().unwrap_or_default()
    }

    /// Whether one of the words is surely a verb: `سيعود`, `لن يعود`.
    fn has_verb(&self) -> bool {
        self.inside().take(4).any(|word| {
            ["لن", "لم", "سوف", "إن", "ان", "أن", "قد", "لا", "ليس", "ليست"].contains(&word)
                || word.starts_with("سي") || word.starts_with("ست")
        })
    }
}

/// What the words between the marks are.
pub(super) fn nature(context: &Context<'_>) -> Nature {
    let Context { sentence, at, words, .. } = *context;
    let tokens = sentence.tokens;
    if words == 0 {
        return Nature::Other;
    }
    let previous = at.checked_sub(1).map(|before| &tokens[before]);
    let next = tokens.get(at + 1);
    if next.is_some_and(|next| next.is(Class::SO_CALLED) && next.is(Class::DEFINITE)) {
        return Nature::Scare;
    }
    if context.is_known && words <= 4 {
        return Nature::Name;
    }
    if !context.has_cue && words <= 7 && context.first_word().starts_with(char::is_numeric) {
        return Nature::Other;
    }
    if let Some(nature) = named(context) {
        return nature;
    }
    let is_listed = previous.is_some_and(|token| {
        token.kind == Kind::Comma || sentence.text[token.range].eq("و")
    }) && at > 1
        && tokens[at - 2].quote().is_some();
    if is_listed {
        if let Some(before) = context.before.filter(|before| *before != Nature::Speech) {
            return before;
        }
    }
    let is_speech = match words {
        1..=2 => {
            context.has_cue && (context.is_first || context.before == Some(Nature::Speech))
        }
        3..=4 => context.has_cue,
        _ => true,
    };
    if is_speech { Nature::Speech } else { Nature::Other }
}

/// What the words before and after a short quotation say that it is, if not speech.
fn named(context: &Context<'_>) -> Option<Nature> {
    let Context { sentence, at, words, .. } = *context;
    let tokens = sentence.tokens;
    if words > 7 {
        return None;
    }
    let previous = &tokens[at.checked_sub(1)?];
    // `المسلسل التلفزيوني "…"`
    let mut noun = at - 1;
    while noun > 0 && at - noun < 4 && is_adjective(sentence, noun) {
        noun -= 1;
    }
    let kind = match tokens[noun].is(Class::WORK) {
        true => &tokens[noun],
        false => previous,
    };
    if kind.is(Class::WORK) {
        return Some(match kind.is(Class::TITLED) {
            true => Nature::Title,
            false => Nature::Name,
        });
    }
    if previous.is(Class::TERM) && words <= 3 {
        return Some(Nature::Term);
    }
    let word = sentence.word(at - 1).trim_end_matches('\u{640}');
    let is_place = words <= 2 && !context.is_called && ["في", "مع", "معه", "معها", "إلى", "الى"].contains(&word);
    if is_place || words <= 4 && ["ل", "مثل", "ال"].contains(&word) {
        return Some(Nature::Name);
    }
    // `دراسة حول "…"`
    let is_about = ["حول", "عن"].contains(&word) && at > 1 && words > 2;
    if is_about && tokens[at - 2].is(Class::DOCUMENT | Class::TITLED | Class::EVENT) {
        return Some(Nature::Title);
    }
    // `وقالت "الخليج" إن`
    if words <= 4 && previous.is(Class::SAYS) && tokens.get(at + 1).is_some_and(|next| next.is(Class::THAT)) {
        return Some(Nature::Name);
    }
    // `"جامعة الخليج"`
    let first = context.lexicon.class(context.first_word(), &mut String::new());
    let is_institution = first.has(Class::WORK) && first.has(Class::INSTITUTION) && !first.has(Class::DEFINITE);
    if words <= 5 && is_institution && context.inside().nth(1) != Some("من") && !context.has_verb() {
        return Some(Nature::Name);
    }
    // `تصريحات نقلتها "الخليج"`
    let is_spread = previous.is(Class::SAYS) && previous.is(Class::WITH_PRONOUN);
    if words <= 4 && is_spread && !previous.is(Class::JOINED) && !context.is_called {
        return Some(Nature::Name);
    }
    // `بيروت: "الخليج"`
    if words <= 3 && previous.kind == Kind::Colon && at > 1 && tokens[at - 2].is(Class::PLACE) {
        return Some(Nature::Name);
    }
    // `المغني الشهير "فلان"`
    let is_person = tokens[noun].is(Class::TITLE | Class::PERSON) && tokens[noun].is(Class::DEFINITE);
    if words <= 3 && is_person && !context.first_word().starts_with("ال") && !context.has_verb() {
        return Some(Nature::Name);
    }
    // `قال فلان، مدير "…": "…"`
    if words <= 5 && context.is_unopened {
        let end = tokens.len().min(at + 16);
        let opens = tokens[at + 1..end].iter().find(|token| token.is(Class::THAT) || matches!(token.kind, Kind::Colon | Kind::Stop | Kind::Quote(_)));
        if opens.is_some_and(|token| token.is(Class::THAT) || token.kind == Kind::Colon) {
            return Some(Nature::Name);
        }
    }
    None
}

/// Whether the word at `at` has the article and may belong to the noun before it.
fn is_adjective(sentence: Sentence<'_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    token.is_word() && sentence.word(at).starts_with("ال") && !token.is(Class::WORK)
}

/// The words between the marks, without the article.
pub(super) fn bare_words<'a>(passage: &Passage<'a>, range: TextRange) -> &'a str {
    let words = passage.text[range].trim_matches(|letter: char| !letter.is_alphanumeric());
    words.strip_prefix("ال").unwrap_or(words)
}

/// How many words stand there.
pub(super) fn words_in(passage: &Passage<'_>, range: TextRange) -> usize {
    passage.text[range].split_whitespace().count()
}
