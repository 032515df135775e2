//! Which words resemble each other: what somebody who mistyped a word meant, and whether two words
//! are one name in two transliterations.
//!
//! Two questions with two measures. A typing error changes any letter into any other, so
//! [`closest`] counts edits. A transliteration exchanges only letters of like sound, while two
//! different names may be one edit apart (Iran and Iraq, Ali and Adi, سعيد and سعد); so
//! [`is_variant`] allows no edits but those that transliteration makes (see `transliteration`).

use super::fold::{fold_text, plain};
use super::transliteration;

/// The candidate that `word` was probably meant to be: an id or a keyword of any script. Case and
/// all else that [`fold_text`] takes away count for nothing, swapped neighbours for one edit. Of
/// equally close candidates the first; none where only unrelated ones exist.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold_text(word);
    let letters = Letters::of(folded.chars());
    let may_be_near = |candidate: &&str| {
        let plain = Letters::of_plain(candidate);
        plain.is_none_or(|of_candidate| letters.most_edits(&of_candidate).is_some())
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates.into_iter().filter(may_be_near) {
        let distance = distance(&folded, &fold_text(candidate));
        let is_closer = |distance| best.is_none_or(|(least, _)| distance < least);
        if let Some(distance) = distance.filter(|distance| is_closer(*distance))
            && candidate != word
        {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Whether `other` is probably `name_word` in another transliteration: Mohammed and Muhammad, سيرغي
/// and سيرجي. Both are single words of a personal name whose other words agree, which makes a
/// coincidence unlikely; what is equal after folding is no variant but the same.
pub fn is_variant(name_word: &str, other: &str) -> bool {
    is_folded_variant(&fold_text(name_word), &fold_text(other))
}

/// The same of words that are [folded](fold_text).
pub fn is_folded_variant(name_word: &str, other: &str) -> bool {
    name_word != other && transliteration::is_like(name_word, other)
}

/// A mark of a folded word that it shares with all its variants, so that thousands of names need not
/// be compared one by one.
pub fn mark_of_variants(word: &str) -> u64 {
    transliteration::stable_letters(word)
}

/// However long two words are, more edits make them unrelated.
const MOST_EDITS: usize = 3;

/// How many edits part two folded words, if that is so few that they are related.
fn distance(word: &str, candidate: &str) -> Option<usize> {
    let most = Letters::of(word.chars()).most_edits(&Letters::of(candidate.chars()))?;
    let distance = strsim::osa_distance(word, candidate);
    (distance <= most).then_some(distance)
}

/// What of a folded word tells at a glance that it is far from another. Of tens of thousands of
/// names, few are left to be compared letter by letter.
struct Letters {
    count: usize,
    first: Option<char>,
    /// Which there are, one bit for each; some share a bit.
    kinds: u64,
}

impl Letters {
    fn of(letters: impl Iterator<Item = char>) -> Letters {
        let mut all = Letters {
            count: 0,
            first: None,
            kinds: 0,
        };
        for letter in letters {
            all.count += 1;
            all.first.get_or_insert(letter);
            all.kinds |= 1 << (u32::from(letter) % 64);
        }
        all
    }

    /// The letters that `text` has once it is folded, where that is plain without folding it.
    fn of_plain(text: &str) -> Option<Letters> {
        let is_plain = |letter| letter == ' ' || plain(letter).is_some();
        if !text.chars().all(is_plain) || text.contains("  ") {
            return None;
        }
        let folded = text.chars().map(|letter| plain(letter).unwrap_or(letter));
        Some(Letters::of(folded))
    }

    /// How many edits may part two words of these letters, if they may be related. Short words are
    /// near everything, so they are allowed less; more than one edit must leave the first letter.
    fn most_edits(&self, other: &Letters) -> Option<usize> {
        let most = match self.count.min(other.count) {
            0 => return None,
            1..=2 => 0,
            3..=5 => 1,
            6..=9 => 2,
            _ => MOST_EDITS,
        };
        let most = if self.first == other.first {
            most
        } else {
            most.min(1)
        };
        // An edit adds one letter at most, and takes one away.
        let added = (other.kinds & !self.kinds).count_ones() as usize;
        let taken = (self.kinds & !other.kinds).count_ones() as usize;
        let fewest = added.max(taken).max(self.count.abs_diff(other.count));
        (fewest <= most).then_some(most)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::names::fold::fold;

    #[track_caller]
    fn check(word: &str, candidates: &[&str], expected: Option<&str>) {
        assert_eq!(
            closest(word, candidates.iter().copied()),
            expected,
            "{word}"
        );
    }

    #[test]
    fn the_closest_of_ids_and_keywords() {
        check("hadad", &["omar", "haddad", "hadid"], Some("haddad"));
        check("Haddad", &["hadad", "haddad"], Some("haddad"));
        check("registyr", &["registry", "register"], Some("registry"));
        check("entites", &["date", "entities"], Some("entities"));
        check(
            "organisation",
            &["person", "organization"],
            Some("organization"),
        );
        check("wikdata", &["wire", "wikidata"], Some("wikidata"));
        check(
            "مصدر-الوفدين",
            &["مصادر-الوفدين", "وزارة-النقل"],
            Some("مصادر-الوفدين"),
        );
        check("ليلي", &["ليلة", "ليلى"], Some("ليلى"));
        check("Зеленскй", &["зеленский"], Some("зеленский"));
        check("נתניוהו", &["נתניהו", "שר-החוץ"], Some("נתניהו"));
        check("मोदि", &["मोदी"], Some("मोदी"));
        check("習進平", &["習近平"], Some("習近平"));
    }

    #[test]
    fn ties_go_to_the_first() {
        check("mara", &["marta", "maria"], Some("marta"));
    }

    #[test]
    fn nothing_unrelated() {
        check("omar", &["haddad", "ministry"], None);
        check("of", &["ok", "if"], None);
        check("sender", &["gentle", "market"], None);
        check("berlin", &["merlot"], None);
        check("date", &["lang", "name"], None);
        check("", &["a", "ab"], None);
        check("a", &["a"], None);
        check("عمر", &["حداد", "علي"], None);
    }

    /// [`closest`], comparing all letters of all words.
    fn closest_of_all<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
        let distance = |candidate: &str| {
            let (word, candidate) = (fold(word), fold(candidate));
            let (word, candidate) = (word.text(), candidate.text());
            let (one, other) = (word.chars().count(), candidate.chars().count());
            let most = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3][one.min(other).min(10)];
            let distance = strsim::osa_distance(word, candidate);
            let same_start = word.chars().next() == candidate.chars().next();
            let is_near = one.min(other) > 0 && distance <= most;
            (is_near && (distance <= 1 || same_start)).then_some(distance)
        };
        let near = candidates.iter().filter(|candidate| **candidate != word);
        let near = near.filter_map(|candidate| Some((distance(candidate)?, *candidate)));
        near.min_by_key(|(distance, _)| *distance)
            .map(|(_, candidate)| candidate)
    }

    proptest! {
        #[test]
        fn the_closest_of_a_few_is_the_closest_of_all(
            words in prop::collection::vec("[abAé]{0,4}|[abc]{8,12}|[اأبىةـ]{2,7}|[习習近平]{2,4}|[ab \u{200f}\u{301}]{2,7}|\\PC{0,3}", 2..24),
        ) {
            let candidates: Vec<&str> = words.iter().map(String::as_str).collect();
            let found = closest(candidates[0], candidates.iter().copied());
            prop_assert_eq!(found, closest_of_all(candidates[0], &candidates));
        }

        #[test]
        fn variants_have_a_mark_in_common(
            word in "[a-pr-z]{3,9}|[a-z0-9]{3,9}|[éüöçñıšžćãa-e]{3,9}|[ابتجحخدرسشصطعغفقكلمنهويىةؤئ]{3,8}|[а-яіїє]{3,9}|[א-ת]{3,8}|[क-हािीुूेो]{3,8}",
            edits in prop::collection::vec((0..9_usize, prop::option::of(0..9_usize), ".?"), 1..4),
        ) {
            // Letters of the word itself, doubled, dropped or exchanged, come nearer to its variants than others.
            let mut letters: Vec<char> = word.chars().collect();
            for (at, from, other) in edits {
                let at = at % letters.len();
                let letter = from.map(|from| letters[from % letters.len()]).or(other.chars().next());
                match letter {
                    Some(letter) if at.is_multiple_of(2) => letters[at] = letter,
                    Some(letter) => letters.insert(at, letter),
                    None if letters.len() > 1 => _ = letters.remove(at),
                    None => {}
                }
            }
            let (one, other) = (fold_text(&word), fold_text(&String::from_iter(letters)));
            if is_folded_variant(&one, &other) {
                prop_assert_eq!(mark_of_variants(&one), mark_of_variants(&other), "{} {}", one, other);
            }
        }
    }

    #[track_caller]
    fn variants(pairs: &[(&str, &str)], expected: bool) {
        let mark = |word| mark_of_variants(&fold_text(word));
        let unlike = pairs.iter().filter(|(one, other)| mark(one) != mark(other));
        let unlike: Vec<_> = unlike
            .filter(|(one, other)| is_variant(one, other))
            .collect();
        assert!(unlike.is_empty(), "no mark in common: {unlike:?}");
        let wrong: Vec<_> = pairs
            .iter()
            .filter(|(one, other)| {
                is_variant(one, other) != expected || is_variant(other, one) != expected
            })
            .collect();
        assert!(wrong.is_empty(), "not {expected}: {wrong:?}");
    }

    #[test]
    fn one_name_in_two_transliterations() {
        variants(
            &[
                ("أنطوني", "أنتوني"),
                ("سيرغي", "سيرجي"),
                ("غورباتشوف", "جورباتشوف"),
                ("غورباتشوف", "كورباتشوف"),
                ("زيلينسكي", "زيلنسكي"),
                ("زيلينسكي", "زلينسكي"),
                ("بلينكن", "بلينكين"),
                ("ترامب", "ترمب"),
                ("ستيفان", "ستيفن"),
                ("فلاديمير", "فلادمير"),
                ("أنجيلا", "أنجيلة"),
                ("بوتين", "پوتین"),
                ("كرزاي", "كارزاي"),
                ("الأمريكي", "الأميركي"),
                ("سارتر", "صارتر"),
                ("مكرون", "ماكرون"),
                ("هيلاري", "هيلري"),
                ("تيريزا", "تريزا"),
                ("مارغريت", "مارجريت"),
                ("تشرشل", "تشيرشل"),
                ("ڤيكتور", "فيكتور"),
                ("بيسكوف", "بسكوف"),
                ("شولتس", "شولتز"),
                ("Mohammed", "Muhammad"),
                ("Mohamed", "Mohammed"),
                ("Zelensky", "Zelenskyy"),
                ("Zelensky", "Zelenskiy"),
                ("Zelensky", "Zelenski"),
                ("Zelensky", "Selenskyj"),
                ("Blinkin", "Blinken"),
                ("Gaddafi", "Qaddafi"),
                ("Gaddafi", "Kadafi"),
                ("Yousef", "Yusuf"),
                ("Khaled", "Khalid"),
                ("Ahmed", "Ahmad"),
                ("Osama", "Usama"),
                ("Sergei", "Sergey"),
                ("Dmitry", "Dmitri"),
                ("Dmitri", "Dimitri"),
                ("Gorbachev", "Gorbatschow"),
                ("Medvedev", "Medwedew"),
                ("Stephen", "Steven"),
                ("Philip", "Phillip"),
                ("Philip", "Filip"),
                ("Müller", "Mueller"),
                ("Peña", "Pena"),
                ("Erdoğan", "Erdogan"),
                ("Sara", "Sarah"),
                ("Eric", "Erik"),
                ("Catherine", "Katharine"),
                ("Aleksander", "Alexander"),
                ("Ibrahim", "Ibraheem"),
                ("Abdullah", "Abdallah"),
                ("Netanyahu", "Netanyahou"),
                ("Netanyahu", "Netanayhu"),
                ("Djokovic", "Djoković"),
                ("Tchaikovsky", "Chaikovsky"),
                ("Jussuf", "Yussuf"),
                ("Cameron", "Kameron"),
                ("Hussein", "Husain"),
                ("Байден", "Байдэн"),
                ("Тереза", "Терэза"),
                ("Нетаньяху", "Нетанияху"),
                ("Зеленский", "Зеленський"),
                ("נתניהו", "נתנייהו"),
                ("טראמפ", "תראמפ"),
                ("बाइडेन", "बाईडेन"),
                ("ज़ेलेंस्की", "जेलेन्स्की"),
            ],
            true,
        );
    }

    #[test]
    fn two_names() {
        variants(
            &[
                ("Iran", "Iraq"),
                ("Ali", "Adi"),
                ("Maria", "Mario"),
                ("Hassan", "Hussein"),
                ("محمد", "محمود"),
                ("محمد", "أحمد"),
                ("محمود", "أحمد"),
                ("محمد", "حمد"),
                ("سعيد", "سعد"),
                ("سعيد", "سعود"),
                ("حسن", "حسين"),
                ("حسن", "حسان"),
                ("سالم", "سليم"),
                ("سالم", "سلام"),
                ("سلمان", "سليمان"),
                ("جمال", "كمال"),
                ("جمال", "جميل"),
                ("قاسم", "جاسم"),
                ("رشيد", "راشد"),
                ("ماجد", "مجيد"),
                ("عامر", "عمر"),
                ("عمر", "عمرو"),
                ("الأسد", "السيد"),
                ("الأسد", "أسد"),
                ("وزيرة", "وزارة"),
                ("جماعة", "جامعة"),
                ("كريم", "كرم"),
                ("كريم", "كريمة"),
                ("ناصر", "نصر"),
                ("ناصر", "ناصرة"),
                ("خالد", "خلود"),
                ("أمير", "أميرة"),
                ("فارس", "فراس"),
                ("سمير", "سامر"),
                ("علي", "عالي"),
                ("ليلى", "ليلى"),
                ("مَريم", "مريم"),
                ("John", "Joan"),
                ("Jens", "Jons"),
                ("Jens", "Jans"),
                ("Daniel", "Daniela"),
                ("Robert", "Roberta"),
                ("Simon", "Simone"),
                ("Paul", "Paula"),
                ("Anna", "Anne"),
                ("Martin", "Marvin"),
                ("Marie", "Mario"),
                ("Merkel", "Merker"),
                ("Peter", "Petra"),
                ("Clinton", "Clayton"),
                ("Jackson", "Johnson"),
                ("Johnson", "Johnston"),
                ("Bush", "Busch-Meier"),
                ("Obama", "Osama"),
                ("Trump", "Tramp"),
                ("Carter", "Cartier"),
                ("Smith", "Smyth-Jones"),
                ("Valls", "Wells"),
                ("Rick", "Risk"),
                ("Cooper", "Super"),
                ("Laila", "Leo"),
                ("Putin", "Путин"),
                ("Иван", "Иванна"),
                ("Павел", "Павлова"),
                ("Мария", "Марина"),
                ("משה", "משי"),
                ("राम", "रमा"),
                ("習近平", "習進平"),
                ("", "Ali"),
            ],
            false,
        );
    }
}
