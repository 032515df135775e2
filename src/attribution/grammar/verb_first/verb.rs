//! Which verbs are cues, and how they stand in their sentence.

use std::ops::Range;

use super::cue::{Cue, Role, brings, brings_soon, is_connector, is_word};
use super::frame::State;
use super::phrase;
use crate::attribution::lexicon::Class;
use crate::attribution::reading::Pattern;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, Token};

const VERB: Class = Class::SAYS.or(Class::HINTS);

/// What can stand before a verb without being its noun.
const LEADS: Class = Class::PREPOSITION
    .or(Class::SUBORDINATE)
    .or(Class::TIME)
    .or(Class::ADVERB)
    .or(Class::AUXILIARY)
    .or(Class::RELATIVE)
    .or(Class::NOT)
    .or(Class::THAT);

/// A verb and what stands around it.
struct Verb<'a> {
    sentence: Sentence<'a>,
    at: usize,
    token: &'a Token,
    /// The token before it, and the one before `قد` and the like.
    directly: Option<&'a Token>,
    before: usize,
    /// The subject that follows it.
    after: Option<Range<usize>>,
    /// Whether it is written like another word that would be as likely here.
    is_nounlike: bool,
}

/// The cue that the verb at `at` is.
pub(super) fn cue(sentence: Sentence<'_>, at: usize, state: &State) -> Option<Cue> {
    let token = &sentence.tokens[at];
    if !token.is(VERB) {
        return None;
    }
    let mut verb = Verb::new(sentence, at, token);
    let follows_preposition = at > 0 && is_word(sentence, at - 1, &PREPOSITIONS);
    if follows_preposition || verb.follows_its_noun() {
        return None;
    }
    // `عبر الهاتف` is no voicing of feelings, `عقب اللقاء` no comment.
    if let Some(complement) = complement(sentence, at) {
        let from = verb.after.as_ref().map_or(at + 1, |subject| subject.end);
        if !(from..from + 3).any(|at| is_word(sentence, at, &[complement])) {
            return None;
        }
        verb.is_nounlike = false;
    }
    let passes_it_on = is_word(sentence, at + 1, &["ذلك", "هذا"]);
    if token.is(Class::RELAYS) && !passes_it_on {
        return verb.relayed();
    }
    if let Some(document) = verb.written() {
        return Some(verb.main().by(document, Pattern::Before));
    }
    if let Some(before) = verb.before.checked_sub(1) {
        let previous = &sentence.tokens[before];
        let is_what = token.is(Class::WITH_PRONOUN) && is_word(sentence, before, &WHAT);
        if is_what {
            return Some(verb.what());
        }
        if previous.is(Class::RELATIVE) {
            return verb.relative(before);
        }
        if previous.is(Class::THAT) && !token.is(Class::JOINED) {
            return verb.after_that(before, state);
        }
    }
    verb.main_or_nested(state)
}

/// After these no verb stands.
const PREPOSITIONS: [&str; 36] = [
    "في",
    "من",
    "الي",
    "عن",
    "مع",
    "منذ",
    "خلال",
    "بعد",
    "قبل",
    "حول",
    "ضد",
    "بشان",
    "رغم",
    "بين",
    "دون",
    "عقب",
    "بسبب",
    "نتيجة",
    "عبر",
    "ضمن",
    "وسط",
    "تجاه",
    "لدي",
    "بعيد",
    "قبيل",
    "اثر",
    "غداة",
    "جراء",
    "اثناء",
    "نحو",
    "تحت",
    "فوق",
    "امام",
    "وراء",
    "ازاء",
    "عند",
];

const WHAT: [&str; 5] = ["ما", "بما", "فيما", "مما", "عما"];

/// The preposition that a word takes which is else no verb.
fn complement(sentence: Sentence<'_>, at: usize) -> Option<&'static str> {
    if is_word(sentence, at, &["عبر", "وعبر"]) {
        Some("عن")
    } else if is_word(sentence, at, &["عقب", "وعقب"]) {
        Some("علي")
    } else {
        None
    }
}

impl<'a> Verb<'a> {
    fn new(sentence: Sentence<'a>, at: usize, token: &'a Token) -> Verb<'a> {
        let tokens = sentence.tokens;
        let is_auxiliary =
            |token: &Token| token.is(Class::ADVERB | Class::AUXILIARY) && !token.is(Class::TIME);
        let before = tokens[..at]
            .iter()
            .rposition(|token| !is_auxiliary(token))
            .map_or(0, |before| before + 1);
        Verb {
            sentence,
            at,
            token,
            directly: at.checked_sub(1).map(|before| &tokens[before]),
            before,
            after: phrase::subject_after(sentence, at),
            is_nounlike: token.is(Class::NOUNLIKE),
        }
    }

    fn main(&self) -> Cue {
        Cue::new(self.at, Role::Main).of(self.token.class)
    }

    /// The main verb with the subject that follows it, or with none.
    fn main_of_its_subject(&self) -> Cue {
        match &self.after {
            Some(subject) => self.main().by(subject.clone(), Pattern::Before),
            None => self.main(),
        }
    }

    /// Whether a word before it could be the noun of which it says something.
    fn follows_word(&self) -> bool {
        self.directly
            .is_some_and(|token| token.is_word() && !token.is(LEADS))
    }

    /// Whether words are brought right after its subject.
    fn is_clear(&self) -> bool {
        let subject = self.after.as_ref();
        subject.is_some_and(|subject| brings(self.sentence, subject.end))
    }

    /// `في تصريحات نقلتها الصحيفة`: it says of the noun before it who spread it.
    fn follows_its_noun(&self) -> bool {
        let is_bare = self.token.is(Class::WITH_PRONOUN) && !self.token.is(Class::JOINED);
        is_bare && self.follows_word()
    }

    /// `نقلت وكالة Y عن X قوله`, `نسبت صحيفة Y إلى X قوله`: X, through Y.
    fn relayed(&self) -> Option<Cue> {
        const ASCRIBED: [&str; 10] = [
            "نسب",
            "نسبت",
            "نسبوا",
            "ينسب",
            "تنسب",
            "ونسب",
            "ونسبت",
            "ونسبوا",
            "وينسب",
            "وتنسب",
        ];
        let (of, of_it) = if is_word(self.sentence, self.at, &ASCRIBED) {
            (["الي", "ل"], ["اليه", "اليها"])
        } else {
            (["عن", "عن"], ["عنه", "عنها"])
        };
        let from = self.after.as_ref().map_or(self.at + 1, |via| via.end);
        let is = |at: usize, words: &[&str]| is_word(self.sentence, at, words);
        let found = (from..from + 10).find(|at| is(*at, &of) || is(*at, &of_it))?;
        let cue = Cue {
            via: self.after.clone(),
            ..Cue::new(self.at, Role::Main)
        };
        if is(found, &of_it) {
            let is_her = is(found, &of_it[1..]);
            return Some(cue.of(if is_her { Class::FEMININE } else { Class::NONE }));
        }
        Some(cue.by(phrase::at(self.sentence, found + 1)?, Pattern::Before))
    }

    /// `جاء في التقرير أن`: the report; `نشر الوزير تغريدة جاء فيها`: the minister.
    fn written(&self) -> Option<Range<usize>> {
        const CAME: [&str; 8] = [
            "جاء",
            "جاءت",
            "ورد",
            "وردت",
            "وجاء",
            "وجاءت",
            "وورد",
            "ووردت",
        ];
        let is_in =
            is_word(self.sentence, self.at, &CAME) && is_word(self.sentence, self.at + 1, &["في"]);
        let document = is_in
            .then(|| phrase::at(self.sentence, self.at + 2))
            .flatten()?;
        brings(self.sentence, document.end).then_some(document)
    }

    /// `ما وصفه الوزير بأنه`, `ما وصفه بأنه`
    fn what(&self) -> Cue {
        let tokens = self.sentence.tokens;
        let cue = Cue::new(self.at, Role::Relative).of(self.token.class);
        let is_subject = |words: &Range<usize>| {
            let is_so = tokens.get(words.end).is_some_and(|next| {
                next.quote().is_some() || self.sentence.text[next.range].starts_with('ب')
            });
            is_so || tokens[words.start].is(phrase::SPEAKER.or(Class::PLACE))
        };
        match self.after.clone().filter(is_subject) {
            Some(subject) => cue.by(subject, Pattern::Clause),
            None => cue,
        }
    }

    /// `الوزير الذي أكد أن`
    fn relative(&self, relative: usize) -> Option<Cue> {
        // `المؤتمر الذي قال فيه`, `الكلمة التي وجهها`: the noun before it is not who speaks.
        const IN_IT: [&str; 4] = ["فيه", "فيها", "خلاله", "خلالها"];
        let at = self.at + 1;
        let is_other = self.token.is(Class::WITH_PRONOUN)
            || self.is_nounlike
            || (at..at + 5).any(|at| is_word(self.sentence, at, &IN_IT));
        if is_other || !brings_soon(self.sentence, at) {
            return None;
        }
        let subject = match self.after.clone() {
            Some(subject) if self.token.is(Class::SAYS) && self.is_clear() => subject,
            _ => phrase::antecedent(self.sentence, relative)?,
        };
        let cue = Cue::new(self.at, Role::Relative).of(self.token.class);
        Some(cue.by(subject, Pattern::Clause))
    }

    /// After `أن` it is what somebody says that somebody does, but not so after `إلا أنه أكد`,
    /// `بعد أن أعلن الوزير`.
    fn after_that(&self, that: usize, state: &State) -> Option<Cue> {
        if !is_connector(self.sentence, that) {
            return None;
        }
        if self.is_clear() {
            let role = if state.is_empty() {
                Role::Main
            } else {
                Role::Nested
            };
            let cue = Cue::new(self.at, role).of(self.token.class);
            return Some(cue.by(self.after.clone()?, Pattern::Clause));
        }
        brings(self.sentence, self.at + 1).then(|| self.main())
    }

    fn main_or_nested(mut self, state: &State) -> Option<Cue> {
        let (sentence, token) = (self.sentence, self.token);
        let is_perfect = self
            .directly
            .is_some_and(|token| token.is(Class::AUXILIARY));
        if let Some(topic) = phrase::topic(sentence, self.at) {
            let is_answer = sentence.word(self.at).starts_with('ف');
            let is_adjacent = topic.end == self.at;
            if is_perfect || is_answer || is_adjacent {
                return Some(self.main().by(topic, Pattern::Before));
            }
            if !self.is_clear() {
                return Some(self.main().by(topic, Pattern::BeforeLoose));
            }
        }
        // `وكان قد وجه انتقادات`: what follows is what he did.
        let subject = self.after.as_ref();
        let names = |subject: &Range<usize>| sentence.tokens[subject.start].is(phrase::SPEAKER);
        if is_perfect && !subject.is_some_and(names) {
            self.after = None;
        }
        let is_present = token.is(Class::PRESENT);
        if self.is_nounlike && is_present && !self.is_clear() && !brings(sentence, self.at + 1) {
            return None;
        }
        if token.is(Class::JOINED) {
            return (!self.goes_on_inside(state)).then(|| self.main_of_its_subject());
        }
        if self.is_nounlike && self.follows_word() {
            return None;
        }
        // `كلمة تلخص رؤيته`: it says of the noun before it what it is like.
        let first = phrase::first(sentence, self.at);
        if is_present && self.follows_word() && first.is_none() && !self.is_clear() {
            return None;
        }
        if state.is_empty() && !state.in_content && !state.is_related {
            return Some(match first.filter(|_| self.after.is_none()) {
                Some(first) => self.main().by(first, Pattern::BeforeLoose),
                None => self.main_of_its_subject(),
            });
        }
        self.further(state)
    }

    /// Whether it goes on with what is said: `قال إن البلاد تحترم القانون وتطالب به`.
    fn goes_on_inside(&self, state: &State) -> bool {
        let token = self.token;
        let next = self.sentence.tokens.get(self.at + 1);
        let opens = next.is_some_and(|token| matches!(token.kind, Kind::Colon | Kind::Quote(_)));
        if !state.in_content || opens {
            return false;
        }
        let main = state.main.as_ref();
        let is_present =
            token.is(Class::PRESENT) && main.is_some_and(|main| !main.form.has(Class::PRESENT));
        let follows_word = self.before > 0 && self.sentence.tokens[self.before - 1].is_word();
        is_present || !token.is(Class::SAYS) && follows_word
    }

    /// A second verb of the sentence.
    fn further(&self, state: &State) -> Option<Cue> {
        const JOINTS: [&str; 6] = ["فيما", "بينما", "حيث", "وفيما", "وبينما", "حين"];
        let sentence = self.sentence;
        let previous = self.before.checked_sub(1).map(|at| &sentence.tokens[at]);
        let is_after = |kinds: fn(Kind) -> bool| previous.is_some_and(|token| kinds(token.kind));
        let after_sign = is_after(|kind| {
            matches!(
                kind,
                Kind::Comma | Kind::Dash | Kind::Close | Kind::Semicolon
            )
        });
        let after_quote = is_after(|kind| matches!(kind, Kind::Quote(_)));
        let is_joint = self.at > 0 && is_word(sentence, self.at - 1, &JOINTS)
            || self.at > 1
                && is_word(sentence, self.at - 1, &["كما"])
                && sentence.tokens[self.at - 2].kind == Kind::Comma;
        let nested = Cue::new(self.at, Role::Nested).of(self.token.class);
        let is_past = !self.token.is(Class::PRESENT);
        if let Some(subject) = self.after.clone() {
            if after_quote || is_joint || after_sign && self.is_clear() {
                return Some(self.main().by(subject, Pattern::Before));
            }
            if self.is_clear() && is_past {
                return Some(nested.by(subject, Pattern::Clause));
            }
        }
        // `أن الوزير طرح`
        let subject = phrase::inside(sentence, self.at)?;
        let is_clear = state.in_content && is_past && brings_soon(sentence, self.at + 1);
        is_clear.then(|| nested.by(subject, Pattern::Clause))
    }
}
