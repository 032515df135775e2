//! What transliteration does to a name: the letters that are written for one another when a name
//! passes from one script into another.
//!
//! Two words are alike if one becomes the other by such exchanges alone, and by few for their
//! length. An exchange that would tell two native names from each other is held back:
//!
//! - the last letter, which tells Maria from Mario and كريم from كريمة, changes only where the
//!   tables say so;
//! - short words change no vowel (Jens, Jans) and keep their first letter (جمال, كمال);
//! - a vowel letter comes or goes inside an Arabic word only where the word is too long for a native
//!   root, or holds four consonants of which none is a letter that foreign names lack: ترامب and
//!   ترمب, but not محمد and محمود.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use super::script::{Script, script};

/// What is exchanged in the names of one script. `k/ck` are two ways to write one sound; `u=ou` are
/// such that cost nothing.
struct Habits {
    /// Sounds that are exchanged anywhere, at the word's start only in longer words.
    sounds: Exchanges,
    /// Sounds that are exchanged inside a word.
    vowels: Exchanges,
    /// Endings that are exchanged.
    endings: Exchanges,
    /// Letters that come and go inside a word.
    loose: &'static str,
    /// How long the shorter word must be for a vowel to change, and for one to come or go.
    vowel_from: usize,
    loose_from: usize,
    /// How many exchanges such a letter counts for.
    loose_cost: u32,
}

/// Pairs of letters that are written for one another, parted by spaces.
struct Exchanges {
    written: &'static str,
    /// Both ways; made when they are first needed.
    read: OnceLock<Vec<Exchange>>,
    /// The letters that some exchange has on one side alone; the same.
    taken_away: OnceLock<BTreeSet<char>>,
}

struct Exchange {
    one: Vec<char>,
    other: Vec<char>,
    cost: u32,
}

impl Exchanges {
    const fn new(written: &'static str) -> Self {
        Self {
            written,
            read: OnceLock::new(),
            taken_away: OnceLock::new(),
        }
    }

    /// Whether an exchange takes a letter away that it does not bring again.
    fn take_away(&self, letter: char) -> bool {
        let taken_away = self.taken_away.get_or_init(|| {
            let all = self.all().iter();
            let of_one = all.flat_map(|Exchange { one, other, .. }| {
                one.iter().filter(|letter| !other.contains(letter))
            });
            of_one.copied().collect()
        });
        taken_away.contains(&letter)
    }

    fn all(&self) -> &[Exchange] {
        self.read.get_or_init(|| {
            let pairs = self.written.split(' ').filter_map(|pair| {
                let (x, y) = pair.split_once(['/', '='])?;
                Some((x, y, u32::from(pair.contains('/'))))
            });
            let both_ways = pairs.flat_map(|(x, y, cost)| [(x, y, cost), (y, x, cost)]);
            let read = both_ways.map(|(one, other, cost)| Exchange {
                one: one.chars().collect(),
                other: other.chars().collect(),
                cost,
            });
            read.collect()
        })
    }
}

static LATIN: Habits = Habits {
    sounds: Exchanges::new(
        "c/k c/q k/q g/q g/k ck/k ch/k kh/h kh/k kh/ch gh/g dh/d th/t bh/b rh/r dd/dh ph/f \
        ph/v pf/f v/w s/z ce/se ci/si ts/tz ts/z ts/c x/ks sh/sch sh/ch ch/tch ch/tsch ch/c j/dj \
        j/dsch j/zh j/dzh j/g y/j y/i i/j w/ou gu/g ue/ü oe/ö oe/ø ae/ä ae/æ aa/å dj/đ o/u \
        ou=u oo=u ye/e",
    ),
    vowels: Exchanges::new("a/e e/i e/y ee/i ea/i ei/ai ai/i ay/ai iy/i yo/e io/e u/e ull/all"),
    endings: Exchanges::new("y/iy y/yi y/ij i/ij i/iy y/yj y/ey a/ah eh/e v/ff d/t i/ee ev/ow"),
    loose: "aeiouy",
    vowel_from: 5,
    loose_from: 6,
    loose_cost: 2,
};

static CYRILLIC: Habits = Habits {
    sounds: Exchanges::new("е/э и/й и/ы и/і і/ї г/х г/ґ в/ф с/з ц/тс дж/ж е/є сь/с"),
    vowels: Exchanges::new("о/а е/и ю/у ь/и ья/ия йо/ио ьо/йо е/ье я/а иа/ия"),
    endings: Exchanges::new("ий/и ый/ий"),
    loose: "ьъй",
    vowel_from: 5,
    loose_from: 5,
    loose_cost: 1,
};

static ARABIC: Habits = Habits {
    sounds: Exchanges::new(
        "ط/ت غ/ج غ/ق غ/ك ج/ق ج/ك ق/ك گ/غ گ/ج گ/ك گ/ق خ/ك خ/ه س/ص ز/ذ ز/ظ ز/ض ز/س ث/س ث/ت \
        د/ض د/ذ ض/ظ ح/ه ب/پ ف/ڤ و/ڤ و/ف چ/ج چ/تش چ/ش تش/ش تش/ج ژ/ج ژ/ز دج/ج تس/تز كس/اكس",
    ),
    vowels: Exchanges::new("ا/ي ا/و ا/ه و/ي يو/و"),
    endings: Exchanges::new("ا/ه"),
    loose: "اوي",
    vowel_from: 6,
    loose_from: 5,
    loose_cost: 1,
};

static HEBREW: Habits = Habits {
    sounds: Exchanges::new("ט/ת כ/ק ח/כ ס/ש ב/ו ב/וו ז/צ א/ע '/"),
    vowels: Exchanges::new("א/ו י/א"),
    endings: Exchanges::new("א/ה"),
    loose: "אוי",
    vowel_from: 6,
    loose_from: 5,
    loose_cost: 1,
};

static DEVANAGARI: Habits = Habits {
    sounds: Exchanges::new("इ/ई उ/ऊ ए/ऐ ओ/औ श/ष श/स ट/त ड/द ण/न व/ब ं/न् ं/म् ं/ँ"),
    vowels: Exchanges::new("ि/ी ु/ू े/ै ो/ौ ॉ/ा ॉ/ो य/ए"),
    endings: Exchanges::new("ि/ी ु/ू"),
    loose: "",
    vowel_from: 4,
    loose_from: 5,
    loose_cost: 1,
};

/// The one pair of common Arabic names that are long enough to be taken for each other.
const TOLD_APART: [&str; 2] = ["سلمان", "سليمان"];

/// Arabic letters that transliterated names hardly have.
const NATIVE: &str = "عحضظصذء";

/// Which letters a folded word has that no exchange takes away or brings: two words that are alike
/// have the same. Each is one bit, which may stand for several.
pub(super) fn stable_letters(word: &str) -> u64 {
    let Some(habits) = habits_of(word) else {
        return 0;
    };
    let is_stable = |letter: &char| {
        let exchanged = [&habits.sounds, &habits.vowels, &habits.endings];
        !habits.loose.contains(*letter)
            && !exchanged
                .iter()
                .any(|exchanges| exchanges.take_away(*letter))
    };
    let letters = word.chars().map(base).filter(is_stable);
    letters.fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64))
}

fn habits_of(word: &str) -> Option<&'static Habits> {
    let first = word.chars().next()?;
    match (script(first), first) {
        (Script::Arabic, _) => Some(&ARABIC),
        (Script::Hebrew, _) => Some(&HEBREW),
        (Script::Alphabet, '\u{400}'..='\u{52f}') => Some(&CYRILLIC),
        (Script::Alphabet, '\u{900}'..='\u{97f}') => Some(&DEVANAGARI),
        (Script::Alphabet, 'a'..='z' | '\u{c0}'..='\u{24f}') => Some(&LATIN),
        _ => None,
    }
}

/// Whether two different folded words are one name in two transliterations.
pub(super) fn is_like(one: &str, other: &str) -> bool {
    let (Some(first), Some(other_first)) = (one.chars().next(), other.chars().next()) else {
        return false;
    };
    let Some(habits) = habits_of(one) else {
        return false;
    };
    let told_apart = TOLD_APART.contains(&one) && TOLD_APART.contains(&other);
    if script(first) != script(other_first) || told_apart {
        return false;
    }
    // The article says nothing about the rest of the word, and must not make it a long one.
    let (one, other) = match (one.strip_prefix("ال"), other.strip_prefix("ال")) {
        (Some(one), Some(other)) => (one, other),
        (None, None) => (one, other),
        _ => return false,
    };
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    let most = match shorter {
        0..=2 => return false,
        3 => 0,
        4..=5 => 1,
        6..=7 => 2,
        _ => 3,
    };
    let comparison = Comparison {
        habits,
        shorter,
        foreign: script(first) == Script::Arabic && is_foreign(&one) && is_foreign(&other),
    };
    comparison.is_within(most, &one, &other)
}

/// Whether an Arabic word of four letters is surely no native one.
fn is_foreign(word: &[char]) -> bool {
    let consonants = word
        .iter()
        .filter(|letter| !ARABIC.loose.contains(**letter) && **letter != 'ه');
    consonants.count() >= 4 && !word.iter().any(|letter| NATIVE.contains(*letter))
}

struct Comparison<'a> {
    habits: &'a Habits,
    /// Letters of the shorter word.
    shorter: usize,
    foreign: bool,
}

/// More than any number of exchanges.
const NEVER: u32 = u32::MAX;

impl Comparison<'_> {
    /// Whether at most so many exchanges lead from one word to the other. Of two unrelated words
    /// little more than the beginnings are looked at.
    fn is_within(&self, most: u32, one: &[char], other: &[char]) -> bool {
        let width = other.len() + 1;
        let mut least = vec![NEVER; (one.len() + 1) * width];
        least[0] = 0;
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                let cost = least[i * width + j];
                if cost > most {
                    continue;
                }
                let start = i == 0 || j == 0;
                self.steps(&one[i..], &other[j..], start, |by_one, by_other, step| {
                    let reached = &mut least[(i + by_one) * width + j + by_other];
                    *reached = (*reached).min(cost + step);
                });
            }
        }
        least[one.len() * width + other.len()] <= most
    }

    /// Calls `step` with the letters that each single exchange takes from the two rests, and its
    /// cost.
    fn steps(
        &self,
        one: &[char],
        other: &[char],
        start: bool,
        mut step: impl FnMut(usize, usize, u32),
    ) {
        if let ([a, ..], [b, ..]) = (one, other)
            && (a == b || base(*a) == base(*b))
        {
            step(1, 1, 0);
        }
        let mut exchange = |pairs: &Exchanges, allowed: &dyn Fn(usize, usize) -> bool| {
            for exchange in pairs.all() {
                let (by_one, by_other) = (exchange.one.len(), exchange.other.len());
                if one.starts_with(&exchange.one)
                    && other.starts_with(&exchange.other)
                    && allowed(by_one, by_other)
                {
                    step(by_one, by_other, exchange.cost);
                }
            }
        };
        let ends = |a: usize, b: usize| a == one.len() && b == other.len();
        exchange(&self.habits.sounds, &|_, _| !start || self.shorter > 4);
        exchange(&self.habits.vowels, &|a, b| {
            !start && !ends(a, b) && self.shorter >= self.habits.vowel_from
        });
        exchange(&self.habits.endings, &|a, b| ends(a, b));
        for (by_one, by_other) in [(1, 0), (0, 1)] {
            let (longer, rest) = if by_one > 0 {
                (one, other)
            } else {
                (other, one)
            };
            let Some(letter) = longer.first() else {
                continue;
            };
            if self.is_doubled(longer, rest, start) {
                step(by_one, by_other, 1);
            } else if self.is_loose(*letter, longer, rest, start) {
                step(by_one, by_other, self.habits.loose_cost);
            }
        }
        if let ([a, b, ..], [c, d, ..]) = (one, other)
            && (a, b) == (d, c)
            && !start
            && self.shorter >= 6
        {
            step(2, 2, 1);
        }
    }

    /// Whether `longer` begins with a letter twice and `rest` with the same once. A consonant is not
    /// doubled at the start of a word.
    fn is_doubled(&self, longer: &[char], rest: &[char], start: bool) -> bool {
        let doubled = matches!((longer, rest), ([a, b, ..], [c, ..]) if a == b && a == c);
        doubled && self.shorter > 3 && (!start || self.habits.loose.contains(longer[0]))
    }

    fn is_loose(&self, letter: char, longer: &[char], rest: &[char], start: bool) -> bool {
        let before_consonant = longer
            .get(1)
            .is_some_and(|next| !self.habits.loose.contains(*next));
        let inside = !start && before_consonant && !rest.is_empty();
        let long_enough = self.shorter >= self.habits.loose_from
            || (self.foreign && self.shorter + 1 >= self.habits.loose_from);
        inside && long_enough && self.habits.loose.contains(letter)
    }
}

/// A Latin letter without its diacritics. Other letters keep what tells them apart, as й from и.
pub(super) fn base(letter: char) -> char {
    match letter {
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            std::iter::once(letter).nfd().next().unwrap_or(letter)
        }
        _ => letter,
    }
}
