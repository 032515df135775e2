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
        lang: lang.and_then(|lang| lang.split(['-', '_']).next()),
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
    lang: Option<&'a str>,
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
        let mark = match &self.wire[range] {
            "''" => '"',
            written => written.chars().next().unwrap_or('"'),
        };
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
            '‘' if around.is_between_letters() => Role::None,
            '‘' if self.innermost() == Some('‚') => Role::Closes,
            '‚' if around.opens() => Role::Opens,
            '‚' => Role::None,
            '“' if self.innermost() == Some('„') || (self.is_open("“") && around.closes()) => {
                Role::Closes
            }
            '”' if !self.is_open("“„‟”\"")
                && around.opens()
                && self.may_open_with_its_closing_mark() =>
            {
                Role::Opens
            }
            '«' if self.is_open("»") => Role::Closes,
            '‹' if self.is_open("›") => Role::Closes,
            '»' if !self.is_open("«")
                && around.opens()
                && self.may_open_with_its_closing_mark() =>
            {
                Role::Opens
            }
            '›' if !self.is_open("‹")
                && around.opens()
                && self.may_open_with_its_closing_mark() =>
            {
                Role::Opens
            }
            '”' | '»' | '›' | '」' | '』' => Role::Closes,
            _ => Role::Opens,
        }
    }

    /// `"` and `''` open or close by what stands around them.
    fn straight(&self, around: &Around) -> Role {
        let is_open = self.is_open("\"");
        if around.is_between_letters() {
            return match around.before {
                Some(before) if is_arabic(before) && around.follows_proclitics => Role::Opens,
                Some(before) if is_arabic(before) && is_open => Role::Closes,
                Some(before) if is_arabic(before) => Role::Opens,
                _ => Role::None,
            };
        }
        let after_digit = around.before.is_some_and(char::is_numeric);
        if after_digit && self.open.iter().all(|open| is_single(open.mark)) {
            return Role::None;
        }
        if is_open {
            return if around.opens() {
                Role::Opens
            } else {
                Role::Closes
            };
        }
        if around.closes() {
            Role::Closes
        } else {
            Role::Opens
        }
    }

    /// `'` is a quotation mark in headlines and inside double ones; elsewhere an apostrophe.
    fn straight_single(&self, around: &Around) -> Role {
        let is_inside = self.is_heading || self.open.iter().any(|open| !is_single(open.mark));
        if !is_inside || around.is_between_letters() {
            Role::None
        } else if self.is_open("'") && !around.opens() {
            Role::Closes
        } else if around.opens() {
            Role::Opens
        } else {
            Role::None
        }
    }

    fn apostrophe(&self, around: &Around) -> Role {
        if around.is_between_letters() {
            Role::None
        } else if self.is_open("‘‚’") && !around.opens() {
            Role::Closes
        } else if self
            .lang
            .is_some_and(|lang| OPENS_WITH_CLOSING.contains(&lang))
            && around.opens()
        {
            Role::Opens
        } else {
            Role::None
        }
    }

    /// Swedish ”…”, Danish »…«: unless the language is known to do otherwise.
    fn may_open_with_its_closing_mark(&self) -> bool {
        self.lang
            .is_none_or(|lang| OPENS_WITH_CLOSING.contains(&lang))
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
        let fits = |open: &Open| closes(open.mark, mark);
        // A brace says that speech ends here, and a straight mark ends whatever is open.
        let may_be_any = has_brace || mark == '"';
        let any = |open: &Open| may_be_any && is_single(open.mark) == is_single(mark);
        let found = self
            .open
            .iter()
            .rposition(fits)
            .or_else(|| self.open.iter().rposition(any));
        let Some(found) = found else {
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
}

/// How many marks are kept open at once.
const DEEPEST: usize = 32;

/// Languages that open a quotation with the mark that closes it elsewhere.
const OPENS_WITH_CLOSING: [&str; 11] = [
    "sv", "fi", "da", "de", "nb", "nn", "no", "cs", "sk", "sl", "hr",
];

/// Whether `mark` closes what `open` opened.
fn closes(open: char, mark: char) -> bool {
    match open {
        '“' | '‟' => matches!(mark, '”' | '“'),
        '„' => matches!(mark, '”' | '“' | '‟'),
        '”' => mark == '”',
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
pub(super) fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '‘' | '’' | '‚')
}

fn is_arabic(character: char) -> bool {
    matches!(character, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}')
}

/// What stands around a mark; characters that cannot be seen are passed over.
#[derive(Debug)]
struct Around {
    before: Option<char>,
    after: Option<char>,
    /// Whether the letters before it are Arabic proclitics alone: `و"العدوان"`, `لـ"سبوتنيك"`.
    follows_proclitics: bool,
}

impl Around {
    fn of(wire: &str, range: TextRange) -> Around {
        let is_seen = |c: &char| !matches!(*c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}');
        let before = &wire[..usize::from(range.start())];
        let after = &wire[usize::from(range.end())..];
        let mut letters = before.chars().rev().filter(is_seen).take(6);
        let run: Vec<char> = letters
            .by_ref()
            .take_while(|c| c.is_alphanumeric())
            .collect();
        Around {
            before: before.chars().rev().find(is_seen),
            after: after.chars().find(is_seen),
            follows_proclitics: (1..=4).contains(&run.len())
                && run.iter().all(|letter| "وفبلكاـ".contains(*letter)),
        }
    }

    fn is_between_letters(&self) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        is_letter(self.before) && is_letter(self.after)
    }

    /// Whether it stands as opening marks do: nothing or space before it, a word after it.
    fn opens(&self) -> bool {
        let free = self
            .before
            .is_none_or(|c| c.is_whitespace() || "([{<—–-/…“„«‘‚‹\"'".contains(c));
        free && !self.is_free_after()
    }

    /// Whether it stands as closing marks do: a word before it, nothing or space after it.
    fn closes(&self) -> bool {
        let bound = self
            .before
            .is_some_and(|c| !c.is_whitespace() && !"([{<".contains(c));
        bound && self.is_free_after() && !self.follows_proclitics
    }

    fn is_free_after(&self) -> bool {
        self.after
            .is_none_or(|c| c.is_whitespace() || ".,;:!?)]}>—–-/…”»’›\"'،؛؟。、".contains(c))
    }
}
