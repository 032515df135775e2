//! The dateline with which wire copy begins: `GENEVA, March 4, 2025 (AFP) –`, `(رويترز)`. What is not
//! certain is left out.

use crate::dates::{self, Date};

/// What a dateline surely says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Dateline {
    /// Where it was written.
    pub(super) place: Option<String>,
    /// When.
    pub(super) date: Option<Date>,
    /// Who passes it on.
    pub(super) agency: Option<String>,
}

/// Reads the dateline with which `paragraph` begins, in the language `lang`; `None` where it begins
/// with none.
pub(super) fn read(paragraph: &str, lang: Option<&str>) -> Option<Dateline> {
    let beginning = paragraph.trim_start_matches(['\u{feff}', ' ']);
    let end = beginning
        .char_indices()
        .nth(LONGEST)
        .map_or(beginning.len(), |(at, _)| at);
    let beginning = beginning[..end]
        .split(['\n', '\r'])
        .next()
        .unwrap_or_default();
    in_parentheses(beginning, lang)
        .or_else(|| before_colon(beginning))
        .or_else(|| before_dash(beginning, lang))
}

/// In characters.
const LONGEST: usize = 120;

/// `(Courier - March 4, 2025) The ferries`: an agency, perhaps beside who prints it, and a date in
/// parentheses.
fn in_parentheses(beginning: &str, lang: Option<&str>) -> Option<Dateline> {
    let (inside, _) = beginning.strip_prefix('(')?.split_once(')')?;
    // A dash within a name has no spaces around it.
    let parts = inside.replace(" – ", " - ").replace(" — ", " - ");
    let mut agencies = parts
        .split(" - ")
        .flat_map(|part| part.split('/'))
        .filter_map(agency);
    let (agency, further) = (agencies.next()?, agencies.next());
    Some(Dateline {
        place: None,
        date: date(inside, lang).and_then(|(date, _)| date),
        // Of two nobody knows which passed it on to the other, if they did.
        agency: further.is_none().then_some(agency),
    })
}

/// `واشنطن - ا ف ب: تتداول`: a place, an agency, and a colon.
fn before_colon(beginning: &str) -> Option<Dateline> {
    let (head, _) = beginning.split_once(':')?;
    let (place, name) = head.split_once(" - ")?;
    Some(Dateline {
        agency: Some(agency(name)?),
        place: self::place(place),
        date: None,
    })
}

/// `GENEVA, March 4, 2025 (AFP) – The ferries`
fn before_dash(beginning: &str, lang: Option<&str>) -> Option<Dateline> {
    let dash = DASHES
        .iter()
        .filter_map(|dash| beginning.find(dash))
        .min()?;
    let head = beginning[..dash].trim_end();
    let (before, agency) = match head
        .strip_suffix(')')
        .and_then(|head| head.rsplit_once('('))
    {
        Some((before, name)) => (before.trim_end(), Some(agency(name)?)),
        None => (head, None),
    };
    let dated = date(before, lang);
    let written = dated.map_or(before, |(_, start)| &before[..start]);
    let written = written.trim_end_matches([' ', ',', '،', '-', '–', '—']);
    // A dash stands in sentences too, and behind words in capitals that are no place.
    let is_sure = agency.is_some() || dated.is_some();
    is_sure.then(|| Dateline {
        place: place(written),
        date: dated.and_then(|(date, _)| date),
        agency,
    })
}

const DASHES: [&str; 5] = [" – ", " — ", " - ", " -- ", " —"];

/// The date that the words name, if it is one day and has its year, and where the words for it begin.
fn date(words: &str, lang: Option<&str>) -> Option<(Option<Date>, usize)> {
    let words = without_era(words);
    let found = dates::find(&words, lang);
    let [found] = &found[..] else { return None };
    let date = found.date.filter(|date| date.until.is_none())?;
    let day = date.day?;
    let day = date
        .year
        .and_then(|year| Date::new(year, date.month, day).ok());
    Some((day, found.range.start().into()))
}

/// The words with spaces for the letter that says of a year whose it is: `2025ء`, `2025م`.
fn without_era(words: &str) -> String {
    let mut is_after_digit = false;
    let character = |character: char| {
        let is_era = is_after_digit && matches!(character, 'ء' | 'م');
        is_after_digit = character.is_numeric();
        if is_era {
            "  ".to_owned()
        } else {
            character.to_string()
        }
    };
    words.chars().map(character).collect()
}

/// One place, if the words are no more than that.
fn place(words: &str) -> Option<String> {
    let words = words.trim();
    let is_of_places =
        |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '’' | '\'' | '.' | ',');
    let is_one = words.starts_with(char::is_alphabetic)
        && words.chars().all(is_of_places)
        && words.split(' ').count() <= MOST_WORDS
        && words.matches(',').count() <= 1
        // Copy put together from several capitals.
        && words != "عواصم";
    is_one.then(|| words.to_owned())
}

const MOST_WORDS: usize = 5;

/// The agency that the words name, as they write it.
fn agency(words: &str) -> Option<String> {
    let name = words.trim_matches([' ', '"', '“', '”', '«', '»']);
    let letters: String = name
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let is_agency = AGENCIES.contains(&letters.as_str())
        || ["وكالة ", "Agence "]
            .iter()
            .any(|noun| name.starts_with(noun))
        || [" Agency", " agency"]
            .iter()
            .any(|noun| name.ends_with(noun));
    is_agency.then(|| name.to_owned())
}

/// Agencies of the world by the letters of their names.
const AGENCIES: [&str; 58] = [
    "aap",
    "afp",
    "ansa",
    "anadolu",
    "ap",
    "apa",
    "associatedpress",
    "ats",
    "belga",
    "cnn",
    "cp",
    "dapd",
    "dpa",
    "efe",
    "epa",
    "epd",
    "interfax",
    "irna",
    "jiji",
    "kna",
    "kuna",
    "kyodo",
    "mena",
    "pa",
    "petra",
    "qna",
    "reuters",
    "sana",
    "sda",
    "sid",
    "spa",
    "sputnik",
    "tass",
    "upi",
    "wafa",
    "xinhua",
    "agencefrancepresse",
    "bloomberg",
    "رويترز",
    "أفب",
    "افب",
    "دبأ",
    "دبا",
    "أشأ",
    "اشا",
    "أب",
    "يوبيآي",
    "سبوتنيك",
    "وفا",
    "سانا",
    "واس",
    "قنا",
    "بترا",
    "كونا",
    "تاس",
    "نوفوستي",
    "شينخوا",
    "الأناضول",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        let drawn = |beginning: &str, lang: &str| {
            let Dateline {
                place,
                date,
                agency,
            } = read(beginning, Some(lang)).unwrap_or_default();
            let part = |part: Option<String>| part.unwrap_or_else(|| "…".to_owned());
            let date = date.map(|date| date.to_string());
            format!("{} | {} | {}", part(place), part(date), part(agency))
        };
        for (lang, beginning, expected) in [
            ("en", "SENTA (AP) — Months after", "SENTA | … | AP"),
            ("en", "Senta (AFP) – The minister", "Senta | … | AFP"),
            (
                "en",
                "SENTA, March 4, 2025 (Reuters) - Ferries",
                "SENTA | 2025-03-04 | Reuters",
            ),
            (
                "en",
                "SENTA, March 4 (Reuters) - Ferries",
                "SENTA | … | Reuters",
            ),
            (
                "en",
                "SENTA, N.H. (AP) —Standing in front",
                "SENTA, N.H. | … | AP",
            ),
            ("en", "EXCLUSIVE - The ferries", "… | … | …"),
            ("en", "The ferries - all of them - stopped", "… | … | …"),
            ("en", "The party (AFD) – or what is left", "… | … | …"),
            ("en", "A petite powerhouse - with a devotion", "… | … | …"),
            ("de", "Senta (dpa) - Die Fähren", "Senta | … | dpa"),
            (
                "de",
                "Senta, 4. März 2025 – Die Fähren",
                "Senta | 2025-03-04 | …",
            ),
            (
                "fr",
                "SENTA, 4 mars 2025 (AFP) - Les bacs",
                "SENTA | 2025-03-04 | AFP",
            ),
            (
                "ar",
                "(وكالة السهل - 4 آذار 2025) أعلنت",
                "… | 2025-03-04 | وكالة السهل",
            ),
            (
                "ar",
                "(جريدة السهل / سبوتنيك - 4 آذار 2025ء) أعلنت",
                "… | 2025-03-04 | سبوتنيك",
            ),
            ("ar", "(رويترز/أ ف ب) أعلنت", "… | … | …"),
            ("ar", "(أ ف ب) أعلنت", "… | … | أ ف ب"),
            ("ar", "(الرئيس السابق) أعلنت", "… | … | …"),
            ("ar", "الوادي - د ب أ: أعلنت", "الوادي | … | د ب أ"),
            ("ar", "عواصم - ا ف ب: أعلنت", "… | … | ا ف ب"),
            ("de", "Mitte März 2025 – vor Beginn der Saison", "… | … | …"),
            ("ar", "الوادي، السهل - ا ف ب: أعلنت", "… | … | ا ف ب"),
            ("ar", "الوادي (رويترز) - أعلنت", "الوادي | … | رويترز"),
            ("ar", "وقالت حداد - وهي وزيرة - إن", "… | … | …"),
            ("en", "", "… | … | …"),
        ] {
            assert_eq!(drawn(beginning, lang), expected, "{beginning}");
        }
    }
}
