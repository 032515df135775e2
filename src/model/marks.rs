//! Which quotation marks belong together, in the words of one passage.
//!
//! Pairs are ranges over the words without annotation, so that brackets cannot come between
//! them. A mark left open is an ordinary case (a quotation that runs on, a slip of the desk) and
//! never spoils what follows: the marks inside a pair that closes are dropped, all others go on.

use crate::model::passage::Passage;
use crate::syntax::{Block, SyntaxKind};
use crate::text::{TextRange, TextSize};

/// The marks of one passage, paired. Ranges are bytes of the passage's wire text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Marks {
    /// Pairs, in the order of their closing marks.
    pub(super) pairs: Vec<Pair>,
    /// Double marks that open and are not closed in this passage, from the outside in.
    pub(super) left_open: Vec<TextRange>,
    /// Double marks that close what nothing opened.
    pub(super) stray: Vec<TextRange>,
}

/// An opening mark and the one that closes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) open: TextRange,
    pub(super) close: TextRange,
}

/// Pairs the marks of `passage`, which is `block`. `lang` is the article's language, a BCP 47
/// tag; without one the shape of the marks and what stands around them decide.
pub(super) fn pair(passage: &Passage, block: &Block, lang: Option<&str>) -> Marks {
    let mut pairing = Pairing {
        wire: passage.wire.text(),
        is_heading: passage.is_heading,
        lang: lang
            .and_then(|lang| lang.split(['-', '_']).next())
            .unwrap_or_default()
            .to_ascii_lowercase(),
        open: Vec::new(),
        marks: Marks::default(),
    };
    let mut at = TextSize::new(0);
    for (index, item) in block
        .items()
        .iter()
        .enumerate()
        .filter(|(_, item)| item.kind.is_wire())
    {
        let range = TextRange::at(at, item.range.len());
        at = range.end();
        if item.kind == SyntaxKind::Mark {
            let after = block.items().get(index + 1);
            pairing.mark(
                range,
                after.is_some_and(|item| item.kind == SyntaxKind::Brace),
            );
        }
    }
    pairing.finish()
}

/// What a mark does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// An apostrophe, inches, the mark of an abbreviation.
    None,
}

struct Pairing<'a> {
    wire: &'a str,
    is_heading: bool,
    /// The primary subtag of the language, in small letters; empty where it is not known.
    lang: String,
    open: Vec<Open>,
    marks: Marks,
}

#[derive(Debug, Clone, Copy)]
struct Open {
    range: TextRange,
    /// The mark as written; `"` for `''`.
    mark: char,
}

impl Pairing<'_> {
    fn mark(&mut self, range: TextRange, has_brace: bool) {
        let mark = mark_of(&self.wire[range]);
        let around = Around::of(self.wire, range);
        let role = if has_brace {
            Role::Closes
        } else {
            self.role(mark, &around)
        };
        match role {
            Role::Opens => self.open(Open { range, mark }),
            Role::Closes => self.close(range, mark, has_brace),
            Role::None => {}
        }
    }

    fn role(&self, mark: char, around: &Around) -> Role {
        match mark {
            '"' => self.straight(around),
            '\'' => self.straight_single(around),
            '’' => self.apostrophe(around),
            '‘' if self.innermost() == Some('‚') => Role::Closes,
            '‘' if around.is_between_letters() => Role::None,
            '‚' if !around.opens() => Role::None,
            '“' if self.innermost() == Some('„') => Role::Closes,
            '“' if self.is_open("“”\"") && around.closes() => Role::Closes,
            // «…», and »…« the other way round.
            '«' if self.is_open("»") => Role::Closes,
            '‹' if self.is_open("›") => Role::Closes,
            // Many languages have ”…” and »…», so that only the place tells.
            '”' if !self.is_open("“„‟”\"") && around.opens() => Role::Opens,
            '»' if !self.is_open("«") && around.opens() => Role::Opens,
            '›' if !self.is_open("‹") && around.opens() => Role::Opens,
            '”' | '»' | '›' | '」' | '』' => Role::Closes,
            _ if around.ends_passage => Role::Closes,
            _ => Role::Opens,
        }
    }

    /// `"` and `''` open or close by what stands around them.
    fn straight(&self, around: &Around) -> Role {
        let is_open = self.is_open("\"");
        if around.is_between_letters() {
            let is_arabic = around.before.is_some_and(is_arabic);
            return match is_arabic {
                true if is_open && !around.follows_proclitics => Role::Closes,
                true => Role::Opens,
                false => Role::None,
            };
        }
        let after_digit = around.before.is_some_and(char::is_numeric);
        if after_digit && self.open.iter().all(|open| is_single(open.mark)) {
            return Role::None;
        }
        let closes = if is_open {
            !around.opens()
        } else {
            around.closes() || around.ends_passage
        };
        if closes { Role::Closes } else { Role::Opens }
    }

    /// `'` is a quotation mark in headlines, inside double ones, and in Arabic, which has no
    /// apostrophe; elsewhere it is one.
    fn straight_single(&self, around: &Around) -> Role {
        let is_inside = self.is_heading || self.open.iter().any(|open| !is_single(open.mark));
        if around.is_between_letters() || (!is_inside && !around.touches_arabic()) {
            Role::None
        } else if around.opens() {
            Role::Opens
        } else if self.is_open_single("'") {
            Role::Closes
        } else {
            Role::None
        }
    }

    fn apostrophe(&self, around: &Around) -> Role {
        let opens_quotations = OPENS_WITH_APOSTROPHE.contains(&self.lang.as_str());
        if around.is_between_letters() {
            Role::None
        } else if around.opens() {
            if opens_quotations {
                Role::Opens
            } else {
                Role::None
            }
        } else if self.is_open_single("‘‚’") {
            Role::Closes
        } else {
            Role::None
        }
    }

    /// No text nests deeper; what does costs the outermost mark its partner, not the reader time.
    fn open(&mut self, open: Open) {
        if self.open.len() == DEEPEST {
            let outermost = self.open.remove(0);
            self.leave_open(outermost);
        }
        self.open.push(open);
    }

    fn close(&mut self, range: TextRange, mark: char, has_brace: bool) {
        // A single mark is too often an apostrophe to end a double one with its own end, unless
        // a brace says that speech ends here. A straight mark ends whatever is open.
        let first = if is_single(mark) && !has_brace {
            self.open.len() - self.open_singles().count()
        } else {
            0
        };
        let may_be_any = has_brace || mark == '"';
        let fits = |open: &Open| closes(open.mark, mark);
        let any = |open: &Open| may_be_any && is_single(open.mark) == is_single(mark);
        let open = &self.open[first..];
        let found = open
            .iter()
            .rposition(fits)
            .or_else(|| open.iter().rposition(any));
        let Some(found) = found.map(|found| first + found) else {
            if !is_single(mark) || has_brace {
                self.marks.stray.push(range);
            }
            return;
        };
        for inner in self.open.split_off(found + 1) {
            self.leave_open(inner);
        }
        if let Some(open) = self.open.pop() {
            self.marks.pairs.push(Pair {
                open: open.range,
                close: range,
            });
        }
    }

    fn finish(mut self) -> Marks {
        for open in std::mem::take(&mut self.open) {
            self.leave_open(open);
        }
        self.marks.left_open.sort_by_key(|range| range.start());
        self.marks
    }

    /// Single marks are too often apostrophes to be missed.
    fn leave_open(&mut self, open: Open) {
        if !is_single(open.mark) {
            self.marks.left_open.push(open.range);
        }
    }

    fn innermost(&self) -> Option<char> {
        self.open.last().map(|open| open.mark)
    }

    fn is_open(&self, marks: &str) -> bool {
        self.open.iter().any(|open| marks.contains(open.mark))
    }

    /// The single marks that are open inside the innermost double one.
    fn open_singles(&self) -> impl Iterator<Item = &Open> {
        let from_inside = self.open.iter().rev();
        from_inside.take_while(|open| is_single(open.mark))
    }

    fn is_open_single(&self, marks: &str) -> bool {
        self.open_singles().any(|open| marks.contains(open.mark))
    }
}

/// How many marks are kept open at once.
const DEEPEST: usize = 32;

/// Languages with ’…’ inside ”…”; elsewhere ’ before a word is an apostrophe, as in ’90s.
const OPENS_WITH_APOSTROPHE: [&str; 6] = ["sv", "fi", "da", "nb", "nn", "no"];

/// The mark that is written so; `''` is one of the double kind.
fn mark_of(written: &str) -> char {
    match written {
        "''" => '"',
        _ => written.chars().next().unwrap_or('"'),
    }
}

/// Whether the mark written as `mark` closes what the one written as `open` opened.
pub(super) fn closes_written(open: &str, mark: &str) -> bool {
    closes(mark_of(open), mark_of(mark))
}

/// Whether `mark` closes what `open` opened. Desks mix straight and curly marks.
fn closes(open: char, mark: char) -> bool {
    match open {
        '"' => matches!(mark, '"' | '”' | '“'),
        '“' | '‟' | '”' => matches!(mark, '”' | '“'),
        '„' => matches!(mark, '”' | '“' | '‟'),
        '«' => mark == '»',
        '»' => matches!(mark, '«' | '»'),
        '‹' => mark == '›',
        '›' => matches!(mark, '‹' | '›'),
        '‘' => mark == '’',
        '‚' => matches!(mark, '‘' | '’'),
        '「' => mark == '」',
        '『' => mark == '』',
        _ => open == mark,
    }
}

/// Whether `mark` is of the single kind, which apostrophes share.
fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '‘' | '’' | '‚')
}

fn is_arabic(character: char) -> bool {
    matches!(character, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}')
}

/// Scripts that write words without a space between them: Chinese, Japanese, Thai, Lao, Khmer,
/// Burmese. A mark between two of their letters stands between two words.
fn is_unspaced(character: char) -> bool {
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

/// What stands around a mark.
#[derive(Debug)]
struct Around {
    before: Option<char>,
    after: Option<char>,
    /// The same beyond the marks that stand directly beside it: `"‘No,’ he said"`.
    beyond_before: Option<char>,
    beyond_after: Option<char>,
    /// Whether the letters before it are Arabic proclitics alone: `و"العدوان"`, `لـ"سبوتنيك"`.
    follows_proclitics: bool,
    /// Whether nothing but space follows in its passage.
    ends_passage: bool,
}

impl Around {
    fn of(wire: &str, range: TextRange) -> Around {
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
        }
    }

    fn is_between_letters(&self) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_unspaced = |c: Option<char>| c.is_some_and(is_unspaced);
        is_letter(self.before)
            && is_letter(self.after)
            && !is_unspaced(self.before)
            && !is_unspaced(self.after)
    }

    fn touches_arabic(&self) -> bool {
        self.before.is_some_and(is_arabic) || self.after.is_some_and(is_arabic)
    }

    /// Whether it stands as opening marks do: nothing or space before it, a word after it.
    fn opens(&self) -> bool {
        let is_free_before = self
            .beyond_before
            .is_none_or(|c| c.is_whitespace() || "([{<—–-/…¡¿".contains(c));
        (is_free_before || self.follows_proclitics) && !self.is_free_after()
    }

    /// Whether it stands as closing marks do: a word before it, nothing or space after it.
    fn closes(&self) -> bool {
        let is_bound_before = self
            .beyond_before
            .is_some_and(|c| !c.is_whitespace() && !"([{<".contains(c));
        let opens_a_bracket = self.after.is_some_and(|c| "([{<".contains(c));
        is_bound_before && (self.is_free_after() || opens_a_bracket) && !self.follows_proclitics
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
