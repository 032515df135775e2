//! What the words between marks are.

use crate::attribution::lexicon::Class;
use crate::attribution::prose::Passage;
use crate::attribution::reading::Nature;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::Kind;
use crate::text::TextRange;

/// What stands around a quotation.
pub(super) struct Context<'a> {
    pub(super) sentence: Sentence<'a>,
    /// The quotation's token.
    pub(super) at: usize,
    /// How many words it has.
    pub(super) words: usize,
    /// Whether the sentence says that somebody speaks.
    pub(super) has_cue: bool,
    /// Whether somebody speaks, but neither `أن` nor a colon or a quotation followed.
    pub(super) is_unopened: bool,
    /// Whether it is the first after the cue.
    pub(super) is_first: bool,
    /// What the quotation before it in the sentence is.
    pub(super) before: Option<Nature>,
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
    let noun = match tokens[noun].is(Class::WORK) {
        true => &tokens[noun],
        false => previous,
    };
    if noun.is(Class::WORK) {
        return Some(match noun.is(Class::TITLED) {
            true => Nature::Title,
            false => Nature::Name,
        });
    }
    if previous.is(Class::TERM) && words <= 3 {
        return Some(Nature::Term);
    }
    let word = sentence.word(at - 1).trim_end_matches('\u{640}');
    if words <= 4 && ["ل", "في", "مع", "معه", "معها", "مثل", "ال"].contains(&word) {
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

/// How many words stand there.
pub(super) fn words_in(passage: &Passage<'_>, range: TextRange) -> usize {
    passage.text[range].split_whitespace().count()
}
