//! Which quotation marks belong together, in the words of one passage.
//!
//! Pairs are ranges over the words without annotation, so that brackets cannot come between
//! them. A mark left open is an ordinary case (a quotation that runs on, a slip of the desk) and
//! never spoils what follows: the marks inside a pair that closes are dropped, all others go on.
//! What stands around a mark is the business of `around`.

use crate::model::around::{Around, is_arabic};
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
    /// Marks that close what nothing opened: double ones, and single ones with a brace.
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
        glued: None,
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

/// What stands at a place of a passage.
enum End {
    Pair,
    PairOver,
    LeftOpen(TextRange),
    Stray(TextRange),
}

impl Marks {
    /// Lets a mark that closes nothing close the one that was left open just before it, whatever
    /// the style of either: `«…”`.
    fn pair_across_styles(&mut self) {
        if self.left_open.is_empty() || self.stray.is_empty() {
            return;
        }
        let of_pairs = self.pairs.iter().flat_map(|pair| {
            let ends = [(pair.open, End::Pair), (pair.close, End::PairOver)];
            ends.map(|(range, end)| (range.start(), end))
        });
        let left_open = self.left_open.iter();
        let left_open = left_open.map(|range| (range.start(), End::LeftOpen(*range)));
        let stray = self.stray.iter();
        let stray = stray.map(|range| (range.start(), End::Stray(*range)));
        let mut ends: Vec<(TextSize, End)> = of_pairs.chain(left_open).chain(stray).collect();
        ends.sort_by_key(|(start, _)| *start);
        // Marks that may be closed; `None` where a pair begins, which no other crosses.
        let mut open: Vec<Option<TextRange>> = Vec::new();
        let mut found: Vec<Pair> = Vec::new();
        for (_, end) in ends {
            match end {
                End::Pair => open.push(None),
                End::LeftOpen(range) => open.push(Some(range)),
                End::PairOver => while open.pop().is_some_and(|mark| mark.is_some()) {},
                End::Stray(close) => {
                    if let Some(mark) = open.pop_if(|mark| mark.is_some()).flatten() {
                        found.push(Pair { open: mark, close });
                    }
                }
            }
        }
        // Both lists are in the order of the text, and so is what was found of each.
        let closes: Vec<TextSize> = found.iter().map(|pair| pair.close.start()).collect();
        let mut opens: Vec<TextSize> = found.iter().map(|pair| pair.open.start()).collect();
        opens.sort_unstable();
        self.left_open
            .retain(|range| opens.binary_search(&range.start()).is_err());
        self.stray
            .retain(|range| closes.binary_search(&range.start()).is_err());
        self.pairs.extend(found);
        self.pairs.sort_by_key(|pair| pair.close.start());
    }
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
    /// A straight mark between two letters that may have lost the space before it, while nothing
    /// stands between it and the mark at hand.
    glued: Option<TextRange>,
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
        let glued = self.glued.take_if(|_| !is_single(mark));
        match role {
            Role::Opens => self.open(Open { range, mark }),
            Role::Closes => self.close(range, mark, has_brace, glued),
            Role::None if mark == '"' && around.may_have_lost_a_space() => {
                self.glued = Some(range);
            }
            Role::None => {}
        }
    }

    fn role(&self, mark: char, around: &Around<'_>) -> Role {
        match mark {
            '"' => self.straight(around),
            '\'' => self.straight_single(around),
            '’' => self.apostrophe(around),
            '‘' if self.innermost() == Some('‚') => Role::Closes,
            '‘' if around.is_between_letters() || around.shortens_a_word() => Role::None,
            '‚' if !around.opens() => Role::None,
            '“' if self.innermost() == Some('„') => Role::Closes,
            '“' if self.is_open("“”\"") && around.closes() => Role::Closes,
            // «…», and »…« the other way round.
            '«' if self.is_open("»") => Role::Closes,
            '‹' if self.is_open("›") => Role::Closes,
            '”' | '“' if self.is_measure(around) || around.is_in_hebrew_word() => Role::None,
            // Many languages have ”…” and »…», so that only the place tells.
            '”' if !self.is_open("“„‟”\"") && around.opens() => Role::Opens,
            '»' if !self.is_open("«") && around.opens() => Role::Opens,
            '›' if !self.is_open("‹") && around.opens() => Role::Opens,
            '”' | '»' | '›' | '」' | '』' => Role::Closes,
            _ if around.ends_passage() => Role::Closes,
            _ => Role::Opens,
        }
    }

    /// `"` and `''` open or close by what stands around them.
    fn straight(&self, around: &Around<'_>) -> Role {
        let is_open = self.is_open("\"");
        if around.is_between_letters() {
            let is_arabic = around.before.is_some_and(is_arabic);
            return match is_arabic {
                true if is_open && !around.follows_proclitics => Role::Closes,
                true => Role::Opens,
                false => Role::None,
            };
        }
        if self.is_measure(around) {
            return Role::None;
        }
        if around.before == Some('=') && !is_open && !around.ends_passage() {
            return Role::Opens;
        }
        let closes = if is_open {
            !around.opens()
        } else {
            around.closes() || around.ends_passage()
        };
        if closes { Role::Closes } else { Role::Opens }
    }

    /// `'` is a quotation mark in headlines, inside double ones, and in Arabic, which has no
    /// apostrophe; elsewhere it is one.
    fn straight_single(&self, around: &Around<'_>) -> Role {
        let is_inside = self.is_heading || self.has_open_double();
        if around.is_between_letters()
            || around.shortens_a_word()
            || (!is_inside && !around.touches_arabic())
        {
            Role::None
        } else if around.opens() {
            Role::Opens
        } else if self.is_open_single("'") {
            Role::Closes
        } else {
            Role::None
        }
    }

    fn apostrophe(&self, around: &Around<'_>) -> Role {
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

    fn close(&mut self, range: TextRange, mark: char, has_brace: bool, glued: Option<TextRange>) {
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
            match glued.filter(|_| mark == '"') {
                Some(open) => self.marks.pairs.push(Pair { open, close: range }),
                None if !is_single(mark) || has_brace => self.marks.stray.push(range),
                None => {}
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
        self.marks.pair_across_styles();
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

    /// Whether a mark stands for inches: 12”, and 6’2” even inside a quotation.
    fn is_measure(&self, around: &Around<'_>) -> bool {
        around.follows_feet() || (around.follows_digit() && !self.has_open_double())
    }

    fn has_open_double(&self) -> bool {
        self.open.iter().any(|open| !is_single(open.mark))
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
