//! Latin letters typed for a name in another script: `lavrov`, `Lafrov` or `Lawrow` for لافروف and Лавров.
//!
//! People write the names of other scripts in many ways, and no table of correct transliterations knows
//! them all. So it is asked the other way round: could these Latin letters have been meant for that name?
//! Each letter of the name has the spellings that people use for it; scripts that leave out vowels let
//! vowels be written anywhere after the first letter, and their own vowel letters be passed over.

use unicode_normalization::UnicodeNormalization;

use crate::names::transliteration::base;

/// How well Latin letters spell a name: the less it costs, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelled {
    /// How much had to be overlooked.
    pub cost: u32,
    /// How many letters of the name are left.
    pub rest: u32,
}

/// A folded text with Latin letters as keyboards without diacritics write them: `peña` as `pena`.
pub fn without_diacritics(folded: &str) -> String {
    let mut plain = String::with_capacity(folded.len());
    for letter in folded.chars().map(base) {
        match letter {
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            'ð' => plain.push('d'),
            _ => plain.push(letter),
        }
    }
    plain
}

/// Whether Latin letters can be meant for the beginning of `name`, a folded name that begins with a
/// letter of another script. Spaces in it count for nothing: `abdelaziz` for عبد العزيز. Of very long
/// names the first letters are looked at.
pub fn spells(latin: &str, name: &str) -> Option<Spelled> {
    let first = name.chars().next()?;
    let habits = habits(first)?;
    let latin: Vec<char> = latin.chars().take(LONGEST).collect();
    if latin.is_empty() || !latin.iter().all(char::is_ascii_lowercase) {
        return None;
    }
    let name: Vec<char> = name.chars().take(2 * LONGEST).map(without_accent).collect();
    Spelling {
        habits,
        latin: &latin,
        name: &name,
    }
    .least()
}

/// More letters than any word that somebody looks for.
const LONGEST: usize = 32;

/// How the names of a script are spelled.
struct Habits {
    /// Each letter, or two together, and its spellings, the usual ones before `|`; `.` is none at all.
    letters: &'static [(&'static str, &'static str)],
    /// What it costs to pass over a vowel that the name does not write.
    vowel: u32,
    /// The most that may be overlooked.
    most: u32,
}

static ARABIC: Habits = Habits {
    letters: &[
        ("تش", "ch tch tsch|c"),
        ("كس", "x"),
        ("دج", "j dj"),
        ("تس", "ts tz z"),
        ("ا", "a aa|e i o u ."),
        ("ب", "b p|v"),
        ("پ", "p b"),
        ("ت", "t|th"),
        ("ث", "th s|t"),
        ("ج", "j g dj|zh ch dsch dzh"),
        ("چ", "ch|tch tsch c j"),
        ("ح", "h|kh ch"),
        ("خ", "kh|h k ch x"),
        ("د", "d|dh t"),
        ("ذ", "dh d|z th"),
        ("ر", "r|rh"),
        ("ز", "z|s"),
        ("ژ", "zh j|z"),
        ("س", "s|c z"),
        ("ش", "sh ch sch|s x"),
        ("ص", "s"),
        ("ض", "d dh|z"),
        ("ط", "t|th"),
        ("ظ", "z dh|d th"),
        ("ع", "a|e i o u ."),
        ("غ", "gh g|rh"),
        ("ف", "f v ph|w"),
        ("ڤ", "v|w f"),
        ("ق", "q k g|gh c"),
        ("ك", "k c ck q|ch g"),
        ("گ", "g|k"),
        ("ل", "l"),
        ("م", "m"),
        ("ن", "n|ng"),
        ("ه", "h"),
        ("و", "w o u ou oo v|oh ."),
        ("ي", "y i e ee|j a ij yj ."),
        ("ء", "a .|e i o u"),
        ("ں", "n"),
        ("ٹ", "t"),
        ("ڈ", "d"),
        ("ڑ", "r"),
        ("ے", "e|i y ."),
        ("ھ", "h"),
    ],
    vowel: 0,
    most: u32::MAX,
};

static HEBREW: Habits = Habits {
    letters: &[
        ("וו", "v w"),
        ("א", "a|e i o u ."),
        ("ב", "b v|w"),
        ("ג", "g j"),
        ("ד", "d"),
        ("ה", "h"),
        ("ו", "v o u|w ou oo ."),
        ("ז", "z|s j"),
        ("ח", "ch h|kh"),
        ("ט", "t|th"),
        ("י", "y i|e j a ."),
        ("כ", "k kh|ch c ck q"),
        ("ך", "k kh|ch c ck q"),
        ("ל", "l"),
        ("מ", "m"),
        ("ם", "m"),
        ("נ", "n|ng"),
        ("ן", "n|ng"),
        ("ס", "s|c"),
        ("ע", "a|e i o u ."),
        ("פ", "p f ph"),
        ("ף", "p f ph"),
        ("צ", "tz ts z|c ch"),
        ("ץ", "tz ts z|c ch"),
        ("ק", "k q c|ck"),
        ("ר", "r|rh"),
        ("ש", "sh s|sch ch"),
        ("ת", "t|th s"),
    ],
    vowel: 0,
    most: u32::MAX,
};

static CYRILLIC: Habits = Habits {
    letters: &[
        ("кс", "x ks"),
        ("дж", "j dj dzh|g dsch"),
        ("а", "a"),
        ("б", "b"),
        ("в", "v w|f ff"),
        ("г", "g h|gh v"),
        ("ґ", "g"),
        ("д", "d"),
        ("е", "e ye je|ie yo jo io o"),
        ("є", "ye ie je|e"),
        ("ж", "zh j|sch s sh g z"),
        ("з", "z s"),
        ("и", "i y|e"),
        ("і", "i|y"),
        ("ї", "yi i ji|ie e"),
        ("й", "y i j|."),
        ("ј", "j y"),
        ("к", "k|c ck q"),
        ("л", "l"),
        ("љ", "lj"),
        ("м", "m"),
        ("н", "n"),
        ("њ", "nj"),
        ("о", "o|a"),
        ("п", "p"),
        ("р", "r"),
        ("с", "s|c"),
        ("т", "t|th"),
        ("ћ", "c ch"),
        ("у", "u|ou oo"),
        ("ў", "w u"),
        ("ф", "f|ph"),
        ("х", "kh h ch|x"),
        ("ц", "ts c|z tz"),
        ("ч", "ch tch tsch|cz c"),
        ("џ", "dz dzh"),
        ("ш", "sh sch|ch sz s"),
        ("щ", "shch sch schtsch|chtch sht"),
        ("ъ", ".|a u"),
        ("ы", "y|i"),
        ("ь", ".|i y"),
        ("э", "e"),
        ("ю", "yu ju iu|u"),
        ("я", "ya ja ia|a"),
    ],
    vowel: 3,
    most: 5,
};

static GREEK: Habits = Habits {
    letters: &[
        ("μπ", "b mp mb"),
        ("ντ", "d nt nd"),
        ("γκ", "g gk ng"),
        ("ου", "ou u"),
        ("ευ", "ev ef eu"),
        ("αυ", "av af au"),
        ("α", "a"),
        ("β", "v b"),
        ("γ", "g y|gh"),
        ("δ", "d|dh"),
        ("ε", "e"),
        ("ζ", "z"),
        ("η", "i e|h"),
        ("θ", "th|t"),
        ("ι", "i|y"),
        ("κ", "k|c"),
        ("λ", "l"),
        ("μ", "m"),
        ("ν", "n"),
        ("ξ", "x ks"),
        ("ο", "o"),
        ("π", "p"),
        ("ρ", "r|rh"),
        ("σ", "s"),
        ("τ", "t"),
        ("υ", "y i u|v f"),
        ("φ", "f ph"),
        ("χ", "ch h|kh x"),
        ("ψ", "ps"),
        ("ω", "o"),
    ],
    vowel: 3,
    most: 5,
};

static DEVANAGARI: Habits = Habits {
    letters: &[
        ("क", "k|c q"),
        ("ख", "kh"),
        ("ग", "g"),
        ("घ", "gh"),
        ("ङ", "n"),
        ("च", "ch|c"),
        ("छ", "chh ch"),
        ("ज", "j|z"),
        ("झ", "jh|z"),
        ("ञ", "n"),
        ("ट", "t"),
        ("ठ", "th"),
        ("ड", "d|r"),
        ("ढ", "dh|rh"),
        ("ण", "n"),
        ("त", "t|th"),
        ("थ", "th"),
        ("द", "d|dh"),
        ("ध", "dh"),
        ("न", "n"),
        ("प", "p"),
        ("फ", "ph f"),
        ("ब", "b"),
        ("भ", "bh"),
        ("म", "m"),
        ("य", "y"),
        ("र", "r"),
        ("ल", "l"),
        ("व", "v w"),
        ("श", "sh|s"),
        ("ष", "sh|s"),
        ("स", "s"),
        ("ह", "h"),
        ("ं", "n m|."),
        ("ँ", "n|."),
        ("्", "."),
        ("अ", "a"),
        ("आ", "a aa"),
        ("इ", "i"),
        ("ई", "i ee"),
        ("उ", "u"),
        ("ऊ", "u oo"),
        ("ए", "e"),
        ("ऐ", "ai"),
        ("ओ", "o"),
        ("औ", "au"),
        ("ा", "a aa"),
        ("ि", "i"),
        ("ी", "i ee|y"),
        ("ु", "u|oo"),
        ("ू", "u oo"),
        ("े", "e"),
        ("ै", "ai|e"),
        ("ो", "o"),
        ("ौ", "au|o"),
        ("ृ", "ri|r"),
        ("ॉ", "o"),
    ],
    vowel: 0,
    most: 8,
};

fn habits(first: char) -> Option<&'static Habits> {
    match first {
        '\u{600}'..='\u{6ff}' => Some(&ARABIC),
        '\u{590}'..='\u{5ff}' => Some(&HEBREW),
        '\u{400}'..='\u{52f}' => Some(&CYRILLIC),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(&GREEK),
        '\u{900}'..='\u{97f}' => Some(&DEVANAGARI),
        _ => None,
    }
}

/// A Greek letter without its accent; the letters of other scripts are told apart by theirs.
fn without_accent(letter: char) -> char {
    match letter {
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => {
            std::iter::once(letter).nfd().next().unwrap_or(letter)
        }
        _ => letter,
    }
}

struct Spelling<'a> {
    habits: &'static Habits,
    latin: &'a [char],
    name: &'a [char],
}

impl Spelling<'_> {
    /// The least that must be overlooked for the letters to spell the beginning of the name.
    fn least(&self) -> Option<Spelled> {
        let width = self.name.len() + 1;
        let mut least = vec![u32::MAX; (self.latin.len() + 1) * width];
        least[0] = 0;
        for i in 0..=self.latin.len() {
            for j in 0..width {
                let cost = least[i * width + j];
                if cost > self.habits.most || cost == u32::MAX {
                    continue;
                }
                self.steps(i, j, |latin, name, step| {
                    let reached = &mut least[(i + latin) * width + j + name];
                    *reached = (*reached).min(cost + step);
                });
            }
        }
        let ends = least[self.latin.len() * width..].iter().enumerate();
        let ends = ends.filter(|(_, cost)| **cost <= self.habits.most && **cost != u32::MAX);
        let spelled = ends.map(|(j, cost)| Spelled {
            cost: *cost,
            rest: (self.name.len() - j) as u32,
        });
        spelled.min()
    }

    /// Calls `step` with how many letters of each side go together from here, and what that costs.
    fn steps(&self, i: usize, j: usize, mut step: impl FnMut(usize, usize, u32)) {
        let (latin, name) = (&self.latin[i..], &self.name[j..]);
        for (written, spellings) in self.habits.letters {
            let Some(letters) = begins(name, written) else {
                continue;
            };
            let (usual, loose) = spellings.split_once('|').unwrap_or((spellings, ""));
            for (spellings, cost) in [(usual, 0), (loose, 1)] {
                for spelling in spellings.split(' ').filter(|spelling| !spelling.is_empty()) {
                    if spelling == "." {
                        if i > 0 {
                            step(0, letters, cost);
                        }
                    } else if let Some(len) = begins(latin, spelling) {
                        step(len, letters, cost);
                    }
                }
            }
        }
        if i == 0 {
            return;
        }
        if self.is_passed_over(j) {
            step(0, 1, 0);
        }
        let (Some(&letter), before) = (latin.first(), self.latin[i - 1]) else {
            return;
        };
        let is_vowel = |letter: char| "aeiouy".contains(letter);
        if letter == before && !is_vowel(letter) {
            step(1, 0, 0);
        } else if is_vowel(letter) {
            step(1, 0, self.habits.vowel);
        } else if letter == 'h' && is_vowel(before) && latin.get(1).is_none_or(|c| !is_vowel(*c)) {
            // `Sarah`, `Fahd`: it only makes the vowel long.
            step(1, 0, 2);
        }
    }

    /// Whether a sign of the name need not be spelled: what stands between words, the `l` of the Arabic
    /// article, which the next letter may swallow, and the last letter of فاطمة.
    fn is_passed_over(&self, j: usize) -> bool {
        let sign = |j: Option<usize>| j.and_then(|j| self.name.get(j)).copied();
        let is_edge = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
        match self.name.get(j) {
            None => false,
            Some('ل') => sign(j.checked_sub(1)) == Some('ا') && is_edge(sign(j.checked_sub(2))),
            Some('ه' | 'ה') => is_edge(sign(Some(j + 1))),
            Some(other) => !other.is_alphanumeric(),
        }
    }
}

/// How many letters `text` begins with that are those of `start`.
fn begins(text: &[char], start: &str) -> Option<usize> {
    let mut len = 0;
    for letter in start.chars() {
        if text.get(len) != Some(&letter) {
            return None;
        }
        len += 1;
    }
    Some(len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::fold::fold_text;

    fn is_meant(latin: &str, name: &str) -> bool {
        spells(&without_diacritics(&fold_text(latin)), &fold_text(name)).is_some()
    }

    #[test]
    fn a_name_is_spelled_in_the_ways_of_people() {
        let cases = [
            ("لافروف", "lavrov lafrov Lawrow lavroff lav"),
            ("بلينكن", "blinken Blincken blin"),
            ("محمد", "muhammad mohammed Mohamed Mehmed muham"),
            ("سعيد", "said saeed Sayeed"),
            ("عائشة", "aisha aicha Ayesha"),
            ("ليلى", "layla leila Laila"),
            ("فاطمة", "fatima Fatimah fatma"),
            ("الشرق", "asharq alsharq al"),
            ("عبد العزيز", "abdelaziz abdulaziz"),
            ("حزب الله", "hezbollah Hizballah"),
            ("قذافي", "gaddafi qaddafi Kadhafi"),
            ("حسين", "hussein Husayn hossein"),
            ("زيلينسكي", "zelensky Selenskyj zelenskiy"),
            ("أردوغان", "Erdoğan erdogan"),
            ("أوكرانيا", "ukraine okrania"),
            ("شولتس", "Scholz"),
            ("تشارلز", "charles"),
            ("واشنطن", "washington"),
            ("احمدی‌نژاد", "ahmadinejad"),
            ("خامنه‌ای", "khamenei chamenei"),
            ("جواد", "javad jawad djavad"),
            ("נתניהו", "netanyahu netanjahu"),
            ("Лавров", "lavrov Lawrow"),
            ("Горбачёв", "gorbachev Gorbatschow"),
            ("Хрущёв", "khrushchev Chruschtschow"),
            ("Ельцин", "yeltsin jelzin"),
            ("Зеленський", "zelensky zelenskyy Selenskyj"),
            ("Київ", "kyiv Kiev"),
            ("Александр", "alexander aleksandr"),
            ("Μητσοτάκης", "mitsotakis"),
            ("मोदी", "modi"),
        ];
        for (name, spellings) in cases {
            for latin in spellings.split(' ') {
                assert!(is_meant(latin, name), "{latin} for {name}");
            }
        }
    }

    #[test]
    fn other_names_are_not_meant() {
        let cases = [
            ("لافروف", "lavin rov avrov blinken"),
            ("محمد", "ahmad muhsin h"),
            ("علي", "wali li olga"),
            ("Лавров", "larov lavrin"),
            ("Иванов", "popov vanov"),
        ];
        for (name, others) in cases {
            for latin in others.split(' ') {
                assert!(!is_meant(latin, name), "{latin} for {name}");
            }
        }
        assert!(!is_meant("", "علي") && !is_meant("علي", "علي") && !is_meant("ali", "Ali"));
    }
}
