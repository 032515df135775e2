//! What stands around a quotation mark, by which it opens, closes or does neither.

use crate::text::TextRange;

/// What stands around a mark.
#[derive(Debug)]
pub(super) struct Around {
    pub(super) before: Option<char>,
    after: Option<char>,
    /// The same beyond the marks that stand directly beside it: `"‘No,’ he said"`.
    beyond_before: Option<char>,
    beyond_after: Option<char>,
    /// Whether the letters before it are Arabic proclitics alone: `و"العدوان"`, `لـ"سبوتنيك"`.
    pub(super) follows_proclitics: bool,
    /// Whether nothing but space follows in its passage.
    pub(super) ends_passage: bool,
    /// Whether it follows feet and a number, and so stands for inches: `6’2”`.
    pub(super) follows_feet: bool,
    /// Whether the word after it has lost its beginning: `’90s`, `’em`.
    is_before_shortened: bool,
}

impl Around {
    pub(super) fn of(wire: &str, range: TextRange) -> Around {
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
            before: backward.clone().next(),
            after: forward.clone().next(),
            beyond_before: beyond_marks(&mut backward),
            beyond_after: beyond_marks(&mut forward),
            follows_proclitics: (1..=LONGEST_PROCLITICS).contains(&run.len())
                && run.iter().all(|letter| "وفبلكاـ".contains(*letter)),
            ends_passage: after.trim_start().is_empty(),
            follows_feet: follows_feet(before),
            is_before_shortened: is_shortened(after),
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

    pub(super) fn follows_digit(&self) -> bool {
        self.before.is_some_and(char::is_numeric)
    }

    pub(super) fn touches_arabic(&self) -> bool {
        self.before.is_some_and(is_arabic) || self.after.is_some_and(is_arabic)
    }

    /// Whether it stands as opening marks do: nothing or space before it, a word after it. Three
    /// points count as a word where the passage begins with the mark.
    pub(super) fn opens(&self) -> bool {
        if self.before.is_none() && !self.ends_passage {
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
        is_bound_before && (self.is_free_after() || opens_a_bracket) && !self.follows_proclitics
    }

    /// Whether it is an apostrophe for what the word after it has lost.
    pub(super) fn shortens_a_word(&self) -> bool {
        self.is_before_shortened && self.opens()
    }

    /// Whether it stands between letters of a script in which that is an abbreviation's mark
    /// nowhere: `about"joint operations"`.
    pub(super) fn may_have_lost_a_space(&self) -> bool {
        let is_word = |c: char| c.is_alphabetic() && !matches!(c, '\u{590}'..='\u{5ff}');
        self.is_between_letters() && self.before.is_some_and(is_word)
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

/// Whether `before` ends with feet and a number below twelve.
fn follows_feet(before: &str) -> bool {
    let feet = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let inches = before.len() - feet.len();
    let foot = feet.strip_suffix(['’', '\'', '′']).unwrap_or_default();
    (1..=2).contains(&inches) && foot.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether `after` begins with the years of a decade (`90s`) or with what English leaves of a
/// word: `’em`, `’til`.
fn is_shortened(after: &str) -> bool {
    let word = after.split(|c: char| !c.is_alphanumeric()).next();
    let word = word.unwrap_or_default();
    let years = word.strip_suffix('s').unwrap_or_default();
    let is_decade = years.len() == 2 && years.bytes().all(|byte| byte.is_ascii_digit());
    let is_left = |left: &&str| word.eq_ignore_ascii_case(left);
    is_decade
        || ["em", "til", "bout", "tis", "twas", "n"]
            .iter()
            .any(|left| is_left(&left))
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
    let is_unseen = matches!(
        character,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    );
    !is_unseen && (!is_on_a_letter || character == '_')
}
