//! A close look at a place where the letters of a name stand: is it the name?

use super::demand::{has_case, is_all_capitals, starts_with_capital, words};
use super::ending;
use super::function_word;
use super::onset;
use super::spelling::Spelling;
use crate::names::fold::{Folded, fold};
use crate::names::script::{
    Script, first_word, has_apostrophe, is_border, is_word, last_word, script,
};
use crate::text::{TextRange, TextSize};

/// A text in which names are looked for.
pub(super) struct Paragraph<'a> {
    language: &'a str,
    source: &'a str,
    pub(super) folded: Folded,
    all_capitals: bool,
}

/// A place where a name stands.
#[derive(Debug)]
pub(super) struct Candidate {
    /// In bytes of the folded text.
    pub(super) range: TextRange,
    /// The entity that bears the name.
    pub(super) key: u32,
    /// Counts only if another name stands before the hyphen before it: `Putin` in `Merkel-Putin`,
    /// but not `Claude` in `Jean-Claude`.
    pub(super) needs_name_before: bool,
    /// The same behind it.
    pub(super) needs_name_after: bool,
}

impl<'a> Paragraph<'a> {
    pub(super) fn new(text: &'a str, language: &'a str) -> Self {
        Self {
            language,
            source: text,
            folded: fold(text),
            all_capitals: is_all_capitals(text),
        }
    }

    /// What stands in a range of the folded text, if it is the name.
    pub(super) fn candidate(&self, range: TextRange, spelling: &Spelling) -> Option<Candidate> {
        let (before, rest) = self.folded.text().split_at(range.start().into());
        let (name, after) = rest.split_at(range.len().into());
        let place = Place {
            paragraph: self,
            spelling,
            range,
            name,
            before,
            after,
            first: name.chars().next()?,
            last: name.chars().next_back()?,
        };
        let starts = place.starts();
        if starts == Border::No {
            return None;
        }
        let ends = place.ends();
        (ends != Border::No && place.is_spelled()).then(|| Candidate {
            range,
            key: spelling.key,
            needs_name_before: starts == Border::WithName,
            needs_name_after: ends == Border::WithName,
        })
    }

    /// The source before a place in the folded text.
    fn before(&self, at: TextSize) -> &'a str {
        let at = self.folded.source(TextRange::empty(at)).start();
        &self.source[..at.into()]
    }

    /// The source behind a place in the folded text.
    fn after(&self, at: usize) -> &'a str {
        let at = self
            .folded
            .source(TextRange::empty(TextSize::new(at as u32)))
            .start();
        &self.source[at.into()..]
    }

    /// The source of a range of the folded text that starts at `start`.
    fn source(&self, start: usize, text: &str) -> &str {
        let range = TextRange::at(TextSize::new(start as u32), TextSize::of(text));
        &self.source[self.folded.source(range)]
    }
}

/// Whether a name may begin or end at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Border {
    Yes,
    No,
    /// Only if another name stands beyond the hyphen.
    WithName,
}

impl From<bool> for Border {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

/// The letters of a name, in folded text.
struct Place<'a> {
    paragraph: &'a Paragraph<'a>,
    spelling: &'a Spelling,
    range: TextRange,
    name: &'a str,
    before: &'a str,
    after: &'a str,
    first: char,
    last: char,
}

impl Place<'_> {
    fn starts(&self) -> Border {
        let Some(previous) = self.before.chars().next_back() else {
            return Border::from(!self.spelling.lost_article);
        };
        if self.is_border(previous, self.first) {
            return if self.spelling.lost_article {
                Border::No
            } else {
                self.starts_after_sign(previous)
            };
        }
        let run = last_word(self.before);
        if !self.is_proclitic(run) {
            return Border::No;
        }
        let word = first_word(&self.paragraph.folded.text()[self.range.start().into()..]);
        Border::from(!onset::is_unsplittable(run, word))
    }

    fn starts_after_sign(&self, sign: char) -> Border {
        let further = self.before.strip_suffix(sign).unwrap_or(self.before);
        let word = last_word(further);
        match sign {
            _ if word.is_empty() => Border::Yes,
            '\'' if has_apostrophe(self.first) => {
                let is_elided = onset::is_elided(self.paragraph.language, word);
                Border::from(is_elided || self.is_proclitic(word))
            }
            '-' => {
                let source = self.paragraph.source(further.len() - word.len(), word);
                let is_free = onset::is_hyphenated_prefix(word) || self.is_proclitic(word);
                self.beside_hyphen(word, source, is_free)
            }
            _ => Border::Yes,
        }
    }

    /// Whether the letters before a name are proclitics of its script.
    fn is_proclitic(&self, run: &str) -> bool {
        let Some(letter) = run.chars().next() else {
            return false;
        };
        let (host, lost_article) = (self.spelling.host, self.spelling.lost_article);
        match (script(letter), self.paragraph.language) {
            (Script::Arabic, language) if onset::lacks_arabic_proclitics(language) => false,
            (Script::Arabic, _) if lost_article => onset::takes_arabic_article(run),
            (Script::Arabic, _) => onset::is_arabic(run, host),
            (Script::Hebrew, "yi") => false,
            (Script::Hebrew, _) if lost_article => onset::takes_hebrew_article(run),
            (Script::Hebrew, _) => onset::is_hebrew(run, host),
            _ => false,
        }
    }

    fn ends(&self) -> Border {
        let Some(next) = self.after.chars().next() else {
            return Border::Yes;
        };
        if !self.is_border(self.last, next) {
            return Border::from(self.is_ending(first_word(self.after)));
        }
        // `U.S.` goes on in `U.S.A.`
        if self.last == '.' && is_word(next) {
            return Border::No;
        }
        let word = first_word(&self.after[next.len_utf8()..]);
        match next {
            _ if word.is_empty() => Border::Yes,
            '\'' if has_apostrophe(self.last) => {
                Border::from(ending::follows_apostrophe(self.paragraph.language, word))
            }
            // The sign of a Hebrew acronym stands before its last letter: `צה"ל`.
            '"' => Border::from(script(self.last) != Script::Hebrew || word.chars().count() > 1),
            '-' => {
                let start = usize::from(self.range.end()) + next.len_utf8();
                let (language, person) = (self.paragraph.language, self.spelling.person);
                let is_free = ending::compounds_with_hyphen(language, word, person);
                self.beside_hyphen(word, self.paragraph.source(start, word), is_free)
            }
            _ => Border::Yes,
        }
    }

    /// Whether the letters that are written onto the name are an ending.
    fn is_ending(&self, rest: &str) -> bool {
        let source = self.paragraph.source(self.range.end().into(), rest);
        match (script(self.last), self.paragraph.language) {
            (Script::Alphabet, language) if ending::has_bare_genitive(language) => {
                source == rest
                    && ending::is_genitive(self.last, rest, self.spelling.person)
                    && !self.spelling.is_acronym()
                    && !self.is_surname_with(rest)
            }
            (Script::Hangul, "ko") => ending::is_korean_particle(rest),
            (Script::Arabic, "fa") => {
                ending::is_ezafe(self.last, rest)
                    || (self.half_space_follows() && ending::follows_half_space(rest))
            }
            (Script::Arabic, _) => ending::is_accusative(self.source(), source),
            _ => false,
        }
    }

    /// Whether the name of a person with the ending `rest` is rather another name.
    fn is_surname_with(&self, rest: &str) -> bool {
        if !self.spelling.person || !ending::is_surname_with_s(self.name) {
            return false;
        }
        let end = usize::from(self.range.end()) + rest.len();
        let (before, after) = (
            self.paragraph.before(self.range.start()),
            self.paragraph.after(end),
        );
        !ending::has_german_owner(before, after)
    }

    /// Whether a one-word name is an English word here.
    fn is_english_word(&self) -> bool {
        let is_one_word = self.spelling.person && !self.name.contains([' ', '-']);
        let is_possessive = self.after.starts_with('\'');
        if !is_one_word || is_possessive || self.paragraph.language != "en" {
            return false;
        }
        let next = self.after.strip_prefix(' ').map(|rest| {
            let word = first_word(rest);
            self.paragraph
                .source(self.range.end().into(), &self.after[..=word.len()])
                .trim_start()
        });
        function_word::is_english_here(self.name, self.before, next)
    }

    fn half_space_follows(&self) -> bool {
        let folded = &self.paragraph.folded;
        let end = folded.source(self.range).end();
        let next = folded.source(TextRange::empty(self.range.end())).start();
        let between = TextRange::new(end, next.max(end));
        self.paragraph.source[between].contains('\u{200c}')
    }

    /// Whether a hyphen between the name and another word leaves it a name of its own.
    fn beside_hyphen(&self, word: &str, source: &str, is_free: bool) -> Border {
        let other_script = word.chars().next().map(script) != Some(script(self.first));
        let is_free = is_free
            || other_script
            || !starts_with_capital(source)
            || (!self.spelling.person && (self.spelling.is_acronym() || !has_case(word)));
        if is_free {
            Border::Yes
        } else {
            Border::WithName
        }
    }

    /// Whether words part between two characters. In scripts without spaces a very short name is
    /// more often a part of another word, so no run of letters is parted for it.
    fn is_border(&self, before: char, after: char) -> bool {
        let (before_script, after_script) = (script(before), script(after));
        let least = match before_script {
            Script::Han => 2,
            Script::SouthEastAsian => 3,
            _ => 0,
        };
        let is_short = self.spelling.host.letters < least;
        is_border(before, after) && !(is_short && before_script == after_script)
    }

    fn is_spelled(&self) -> bool {
        if self.paragraph.all_capitals && function_word::is_english(self.name) {
            return false;
        }
        if self.is_english_word() {
            return false;
        }
        let words = words(self.paragraph.source, &self.paragraph.folded, self.range);
        let mut pairs = words.zip(&self.spelling.demands);
        pairs.all(|(word, demand)| demand.allows(word, self.paragraph.language))
    }

    fn source(&self) -> &str {
        &self.paragraph.source[self.paragraph.folded.source(self.range)]
    }
}
