//! Latin letters typed for a name in another script: `lavrov`, `Lafrov` or `Lawrow` for لافروف and Лавров.
//!
//! People write the names of other scripts in many ways, and no table of correct transliterations knows
//! them all. So it is asked the other way round: could these Latin letters have been meant for that name?
//! Each letter of the name has the spellings that people use for it; scripts that leave out vowels let
//! vowels be written anywhere after the first letter, and their own vowel letters be passed over.

mod letters;

use unicode_normalization::UnicodeNormalization;

use crate::names::latin::letters::{Habits, habits};
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
