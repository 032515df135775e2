//! What stands around a quotation mark, by which it opens, closes or does neither.

use crate::names::fold::is_invisible;
use crate::text::TextRange;

/// What stands around a mark.
#[derive(Debug)]
pub(super) struct Around<'a> {
    /// All of the passage before it, and after it.
    text_before: &'a str,
    text_after: &'a str,
    pub(super) before: Option<char>,
    after: Option<char>,
    /// The same beyond the marks that stand directly beside it: `"‘No,’ he said"`.
    beyond_before: Option<char>,
    beyond_after: Option<char>,
    /// Whether the letters before it are Arabic proclitics alone: `و"العدوان"`, `لـ"سبوتنيك"`.
    pub(super) follows_proclitics: bool,
}

impl<'a> Around<'a> {
    pub(super) fn of(wire: &'a str, range: TextRange) -> Around<'a> {
        let before = &wire[..usize::from(range.start())];
        let after = &wire[usize::from(range.end())..];
        let mut backward = before.chars().rev().filter(|c| is_seen(*c));
        let mut forward = after.chars().filter(|c| is_seen(*c));
        let run: Vec<char> = backward
            .clone()
            .take(LONGEST_PROCLITICS + 1)
            .take_while(|c| c.is_alphanumeric())
            .collect();
        Around {
            text_before: before,
            text_after: after,
            before: backward.clone().next(),
            after: forward.clone().next(),
            beyond_before: beyond_marks(&mut backward),
            beyond_after: beyond_marks(&mut forward),
            follows_proclitics: (1..=LONGEST_PROCLITICS).contains(&run.len())
                && run.iter().all(|letter| "وفبلكاـ".contains(*letter)),
        }
    }

    pub(super) fn is_between_letters(&self) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_unspaced = |c: Option<char>| c.is_some_and(is_unspaced);
        is_letter(self.before)
            && is_letter(self.after)
            && !is_unspaced(self.before)
            && !is_unspaced(self.after)
    }

    /// Whether nothing but space follows in its passage.
    pub(super) fn ends_passage(&self) -> bool {
        self.text_after.trim_start().is_empty()
    }

    /// Whether it follows feet and a number, and so stands for inches: `6’2”`.
    pub(super) fn follows_feet(&self) -> bool {
        let before = self.text_before;
        let feet = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let inches = before.len() - feet.len();
        let foot = feet.strip_suffix(['’', '\'', '′']).unwrap_or_default();
        (1..=2).contains(&inches) && foot.ends_with(|c: char| c.is_ascii_digit())
    }

    pub(super) fn follows_digit(&self) -> bool {
        self.before.is_some_and(char::is_numeric)
    }

    pub(super) fn touches_arabic(&self) -> bool {
        self.before.is_some_and(is_arabic) || self.after.is_some_and(is_arabic)
    }

    /// Whether it stands as opening marks do: nothing or space before it, a word after it. Three
    /// points count as a word where the passage begins with the mark.
    pub(super) fn opens(&self) -> bool {
        if self.before.is_none() && !self.ends_passage() {
            return true;
        }
        let is_free_before = self
            .beyond_before
            .is_none_or(|c| c.is_whitespace() || "([{<—–-/…¡¿=".contains(c));
        (is_free_before || self.follows_proclitics) && !self.is_free_after()
    }

    /// Whether it stands as closing marks do: a word before it, nothing or space after it.
    pub(super) fn closes(&self) -> bool {
        let is_bound_before = self
            .beyond_before
            .is_some_and(|c| !c.is_whitespace() && !"([{<".contains(c));
        let opens_a_bracket = self.after.is_some_and(|c| "([{<".contains(c));
        is_bound_before && (self.is_free_after() || (opens_a_bracket && !self.follows_proclitics))
    }

    /// Whether it is an apostrophe for what the word after it has lost.
    pub(super) fn shortens_a_word(&self) -> bool {
        is_shortened(self.text_after) && self.opens()
    }

    /// Whether it stands between letters of a script in which that is an abbreviation's mark
    /// nowhere: `about"joint operations"`.
    pub(super) fn may_have_lost_a_space(&self) -> bool {
        let is_word = self.before.is_some_and(char::is_alphabetic);
        self.is_between_letters() && is_word && !self.is_in_hebrew_word()
    }

    /// Whether it is the mark of an abbreviation: `צה”ל`.
    pub(super) fn is_in_hebrew_word(&self) -> bool {
        let is_hebrew = |c: char| matches!(c, '\u{5d0}'..='\u{5f2}');
        self.before.is_some_and(is_hebrew) && self.after.is_some_and(is_hebrew)
    }

    fn is_free_after(&self) -> bool {
        self.beyond_after
            .is_none_or(|c| c.is_whitespace() || ".,;:!?)]}>—–-/…،؛؟。、，：；！？）".contains(c))
    }
}

/// How many letters Arabic writes onto the beginning of a word at most: `وبالـ`.
const LONGEST_PROCLITICS: usize = 5;

/// The first character that is no mark. No text has more than a few marks side by side; what
/// has more costs no more time.
fn beyond_marks(characters: &mut impl Iterator<Item = char>) -> Option<char> {
    characters
        .take(4)
        .find(|c| !"\"'“”„‟«»‹›‘’‚「」『』".contains(*c))
}

/// Whether `after` begins with the years of a decade (`90s`) or with what English leaves of a
/// word: `’em`, `’til`.
fn is_shortened(after: &str) -> bool {
    let word = after.split(|c: char| !c.is_alphanumeric()).next();
    let word = word.unwrap_or_default();
    let years = word.strip_suffix('s').unwrap_or_default();
    let is_decade = years.len() == 2 && years.bytes().all(|byte| byte.is_ascii_digit());
    is_decade
        || ["em", "til", "bout", "tis", "twas", "n"]
            .iter()
            .any(|left| word.eq_ignore_ascii_case(left))
}

pub(super) fn is_arabic(character: char) -> bool {
    matches!(character, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}')
}

/// Scripts that write words without a space between them: Chinese, Japanese, Thai, Lao, Khmer,
/// Burmese. A mark between two of their letters stands between two words.
pub(super) fn is_unspaced(character: char) -> bool {
    matches!(
        character,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            | '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Whether it has a place of its own: not a vowel mark or accent on the letter before it, and
/// nothing that cannot be seen.
fn is_seen(character: char) -> bool {
    let is_on_a_letter = unicode_ident::is_xid_continue(character) && !character.is_alphanumeric();
    !is_invisible(character) && (!is_on_a_letter || character == '_')
}
