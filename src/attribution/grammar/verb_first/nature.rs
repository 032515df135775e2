//! What the words between marks are.

use super::cue::{Role, is_word};
use super::frame::Frame;
use crate::attribution::lexicon::{Class, Lexicon, is_spelled};
use crate::attribution::reading::Nature;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, Token, is_letter};
use crate::text::TextRange;

/// What stands around a quotation.
pub(super) struct Context<'a> {
    pub(super) sentence: Sentence<'a>,
    pub(super) lexicon: &'a Lexicon,
    /// The quotation's token.
    pub(super) at: usize,
    /// Whether the sentence says that somebody speaks.
    pub(super) has_cue: bool,
    /// Who speaks.
    pub(super) frame: Option<&'a Frame>,
    /// Whether something was called so before.
    pub(super) is_known: bool,
    /// What the quotation before it in the sentence is.
    pub(super) before: Option<Nature>,
}

/// What the words between the marks are.
pub(super) fn nature(context: &Context<'_>) -> Nature {
    let words = count(context.text());
    if words == 0 {
        return Nature::Other;
    }
    if let Some(nature) = context.kept_at_a_distance() {
        return nature;
    }
    if context.is_known && words <= 4 {
        return Nature::Name;
    }
    let is_figure = context.first_word().starts_with(char::is_numeric);
    if !context.has_cue && is_figure && words <= 7 {
        return Nature::Other;
    }
    let named = (words <= 7).then(|| context.named(words)).flatten();
    if let Some(nature) = named.or_else(|| context.listed()) {
        return nature;
    }
    let is_speech = match words {
        1..=2 => context.has_cue && (context.is_first() || context.before == Some(Nature::Speech)),
        3..=4 => context.has_cue,
        _ => true,
    };
    if is_speech {
        Nature::Speech
    } else {
        Nature::Other
    }
}

impl<'a> Context<'a> {
    fn text(&self) -> &'a str {
        &self.sentence.text[self.sentence.tokens[self.at].range]
    }

    /// The words between the marks.
    fn inside(&self) -> impl Iterator<Item = &'a str> {
        words(self.text())
    }

    fn first_word(&self) -> &'a str {
        self.inside().next().unwrap_or_default()
    }

    fn previous(&self) -> Option<&'a Token> {
        let before = self.at.checked_sub(1)?;
        Some(&self.sentence.tokens[before])
    }

    fn next(&self) -> Option<&'a Token> {
        self.sentence.tokens.get(self.at + 1)
    }

    /// Whether it is the first after the cue.
    fn is_first(&self) -> bool {
        self.frame.is_none_or(|frame| frame.quotes == 0)
    }

    /// Whether `ما سماه` stands before it.
    fn is_called(&self) -> bool {
        self.frame.is_some_and(|frame| frame.role == Role::Relative)
    }

    /// Whether one of the words is surely a verb's: `سيعود`, `لن يعود`.
    fn has_verb(&self) -> bool {
        const BEFORE_VERBS: [&str; 8] = ["لن", "لم", "سوف", "ان", "قد", "لا", "ليس", "ليست"];
        self.inside().take(4).any(|word| {
            let is_future = word.starts_with("سي") || word.starts_with("ست");
            is_future || BEFORE_VERBS.iter().any(|other| is_spelled(word, other))
        })
    }

    /// `"…" المزعوم`, `ما يسمى "…"`, and `المسمى "…"`, which only names.
    fn kept_at_a_distance(&self) -> Option<Nature> {
        let is_so_called = |token: &Token| token.is(Class::SO_CALLED);
        if self
            .next()
            .is_some_and(|next| is_so_called(next) && next.is(Class::DEFINITE))
        {
            return Some(Nature::Scare);
        }
        // `ما يعرف بـ"…"`
        let tokens = self.sentence.tokens;
        let has_by = self.at > 0 && is_word(self.sentence, self.at - 1, &["ب"]);
        let called = self.at.checked_sub(if has_by { 2 } else { 1 })?;
        if !is_so_called(&tokens[called]) || tokens[called].is(Class::WITH_PRONOUN) {
            return None;
        }
        let is_what =
            called > 0 && is_word(self.sentence, called - 1, &["ما", "بما", "مما", "عما"]);
        Some(if is_what { Nature::Scare } else { Nature::Name })
    }

    /// What it is as one of a list: `لوحات "…"، "…" و"…"`.
    fn listed(&self) -> Option<Nature> {
        let previous = self.previous()?;
        let joins = previous.kind == Kind::Comma || previous.is(Class::AND);
        let before = self.at.checked_sub(2)?;
        let is_listed = joins && self.sentence.tokens[before].quote().is_some();
        self.before
            .filter(|before| is_listed && *before != Nature::Speech)
    }

    /// What the words around a short quotation say that it is, if not speech.
    fn named(&self, words: usize) -> Option<Nature> {
        // `وقالت الصحيفة "…"`: there a whole subject stands before it.
        let previous = self.previous()?;
        let subject = self.frame.and_then(Frame::subject);
        if subject.is_some_and(|subject| subject.end() == previous.range.end()) {
            return None;
        }
        self.after_its_noun(words)
            .or_else(|| self.after_its_preposition(words))
            .or_else(|| self.is_a_name(words).then_some(Nature::Name))
    }

    /// `فيلم "…"`, `المسلسل التلفزيوني "…"`, `كلمة "…"`, `المغني الشهير "…"`
    fn after_its_noun(&self, words: usize) -> Option<Nature> {
        let (sentence, tokens) = (self.sentence, self.sentence.tokens);
        let previous = self.previous()?;
        let low = self.at.saturating_sub(4);
        let noun = (low..self.at).rev().find(|at| !is_adjective(sentence, *at));
        // `أن الشركة "…"` says something of it.
        let is_said_of =
            |at: usize| tokens[at].is(Class::DEFINITE) && at > 0 && tokens[at - 1].is(Class::THAT);
        if noun.is_some_and(is_said_of) {
            return None;
        }
        let noun = noun.map_or(previous, |at| &tokens[at]);
        let noun = if noun.is(Class::WORK) { noun } else { previous };
        if noun.is(Class::TITLED) {
            return Some(Nature::Title);
        }
        if noun.is(Class::WORK) && !self.has_verb() {
            return Some(Nature::Name);
        }
        if previous.is(Class::TERM) && words <= 3 {
            return Some(Nature::Term);
        }
        let is_person = |at: &usize| {
            let token = &tokens[*at];
            let is_several = sentence.word(*at).ends_with("ين");
            token.is(Class::TITLE | Class::PERSON) && token.is(Class::DEFINITE) && !is_several
        };
        let follows_person = (low..self.at)
            .rev()
            .take_while(|at| sentence.word(*at).starts_with("ال"))
            .any(|at| is_person(&at));
        let is_name = !self.first_word().starts_with("ال") && !self.has_verb();
        (words <= 3 && follows_person && is_name && !self.is_called()).then_some(Nature::Name)
    }

    /// `لـ"…"`, `في "…"`, `دراسة حول "…"`
    fn after_its_preposition(&self, words: usize) -> Option<Nature> {
        let before = self.at.checked_sub(1)?;
        let is = |words: &[&str]| is_word(self.sentence, before, words);
        // `دعت إلى "…"`
        let is_demanded = is(&["الي"]) && self.follows_cue(before);
        let names_place = is(&["في", "مع", "معه", "معها", "الي"]) && !is_demanded;
        if words <= 2 && names_place && !self.is_called() || words <= 4 && is(&["ل", "مثل", "ال"])
        {
            return Some(Nature::Name);
        }
        let noun = before
            .checked_sub(1)
            .map(|noun| &self.sentence.tokens[noun])?;
        let is_treated = noun.is(Class::DOCUMENT | Class::TITLED | Class::EVENT);
        (words > 2 && is(&["حول", "عن"]) && is_treated).then_some(Nature::Title)
    }

    /// Whether the token at `at` stands right after the cue and its subject.
    fn follows_cue(&self, at: usize) -> bool {
        let Some(frame) = self.frame else {
            return false;
        };
        let end = at
            .checked_sub(1)
            .map(|before| self.sentence.tokens[before].range.end());
        let subject = frame.subject().map(TextRange::end);
        end.is_some() && subject == end || frame.cue + 1 == at
    }

    /// Whether it is the name of somebody who speaks, or belongs to the words that name somebody.
    fn is_a_name(&self, words: usize) -> bool {
        let tokens = self.sentence.tokens;
        let Some(previous) = self.previous() else {
            return false;
        };
        // `وقالت "الخليج" إن`
        let is_subject =
            previous.is(Class::SAYS) && self.next().is_some_and(|next| next.is(Class::THAT));
        // `تصريحات نقلتها "الخليج"`
        let is_bearer = previous.is(Class::SAYS)
            && previous.is(Class::WITH_PRONOUN)
            && !previous.is(Class::JOINED)
            && !self.is_called();
        // `بيروت: "الخليج"`
        let follows_place =
            previous.kind == Kind::Colon && self.at > 1 && tokens[self.at - 2].is(Class::PLACE);
        // `"جامعة الخليج"`
        let first = self.lexicon.class(self.first_word(), &mut String::new());
        let is_institution = first.has(Class::WORK)
            && first.has(Class::INSTITUTION)
            && !first.has(Class::DEFINITE)
            && self.inside().nth(1) != Some("من")
            && !self.has_verb();
        words <= 4 && (is_subject || is_bearer)
            || words <= 3 && follows_place
            || words <= 5 && (is_institution || self.stands_before_what_is_said())
    }

    /// `قال فلان، مدير "…": "…"`
    fn stands_before_what_is_said(&self) -> bool {
        let tokens = self.sentence.tokens;
        let end = tokens.len().min(self.at + 16);
        let is_border = |token: &&Token| {
            token.is(Class::THAT) || matches!(token.kind, Kind::Colon | Kind::Stop | Kind::Quote(_))
        };
        let border = tokens[self.at + 1..end].iter().find(is_border);
        self.frame.is_some_and(Frame::is_unopened)
            && border.is_some_and(|token| token.is(Class::THAT) || token.kind == Kind::Colon)
    }
}

/// Whether the word at `at` has the article and may belong to the noun before it.
fn is_adjective(sentence: Sentence<'_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    token.is_word() && sentence.word(at).starts_with("ال") && !token.is(Class::WORK)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |letter: char| letter.is_alphanumeric() || is_letter(letter);
    text.split(move |letter| !is_part(letter))
        .filter(|word| !word.is_empty())
}

/// How many words stand in `text`; what is written without a space is one.
fn count(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// The words between the marks, without the article.
pub(super) fn bare_words(text: &str, quote: TextRange) -> &str {
    let words = text[quote].trim_matches(|letter: char| !letter.is_alphanumeric());
    words.strip_prefix("ال").unwrap_or(words)
}
