//! Tags of languages, as BCP 47 has them, and the language that a text is written in.

use std::fmt;

use icu_locale_core::Locale;
use whatlang::{Lang, Script, detect};

use crate::names::similar::closest;

/// Something that is written where the tag of a language belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadTag {
    written: String,
    /// The tag that was probably meant.
    meant: Option<String>,
}

impl fmt::Display for BadTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no tag of a language; ", self.written)?;
        match &self.meant {
            Some(meant) => write!(f, "did you mean `{meant}`?"),
            None => f.write_str("write one such as `ar`, `en` or `de-AT`"),
        }
    }
}

/// What people write in place of a tag: names of languages, and codes of three letters for which
/// BCP 47 has one of two.
const NAMES: [(&str, &[&str]); 20] = [
    ("ar", &["arabic", "العربية", "عربي", "ara"]),
    ("cs", &["czech", "čeština", "ces", "cze"]),
    ("da", &["danish", "dansk", "dan"]),
    ("de", &["german", "deutsch", "deu", "ger"]),
    ("en", &["english", "eng"]),
    ("es", &["spanish", "español", "spa"]),
    ("fa", &["persian", "farsi", "فارسی", "fas", "per"]),
    ("fr", &["french", "français", "fra", "fre"]),
    ("he", &["hebrew", "עברית", "heb"]),
    ("it", &["italian", "italiano", "ita"]),
    ("ja", &["japanese", "日本語", "jpn"]),
    ("ko", &["korean", "한국어", "kor"]),
    ("nl", &["dutch", "nederlands", "nld", "dut"]),
    ("pl", &["polish", "polski", "pol"]),
    ("pt", &["portuguese", "português", "por"]),
    ("ru", &["russian", "русский", "rus"]),
    ("sv", &["swedish", "svenska", "swe"]),
    ("tr", &["turkish", "türkçe", "tur"]),
    ("ur", &["urdu", "اردو", "urd"]),
    ("zh", &["chinese", "中文", "zho", "chi"]),
];

/// Whether `written` is a well-formed tag of a language, such as `ar` or `de-AT`.
pub fn check_tag(written: &str) -> Result<(), BadTag> {
    let bad = |meant: Option<String>| {
        let written = written.to_owned();
        Err(BadTag { written, meant })
    };
    let names = || NAMES.iter().flat_map(|(_, names)| names.iter().copied());
    let tag_of = |name: &str| {
        let tag = NAMES.iter().find(|(_, names)| names.contains(&name));
        tag.map(|(tag, _)| (*tag).to_owned())
    };
    if let Some(tag) = tag_of(&written.to_lowercase()) {
        return bad(Some(tag));
    }
    let dashes = written.replace('_', "-");
    let is_well_formed = Locale::try_from_str(&dashes).is_ok();
    if is_well_formed && dashes == written {
        return Ok(());
    }
    if is_well_formed {
        return bad(Some(dashes));
    }
    bad(closest(written, names()).and_then(tag_of))
}

/// The language in which `passages` are written, a BCP 47 tag; `None` where they are too few words
/// to say, or could be of two languages. It depends on their first few thousand characters.
pub(super) fn recognise<'a>(passages: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let mut words = String::new();
    let mut rest = ENOUGH;
    for passage in passages {
        let before = words.len();
        words.extend(passage.chars().take(rest));
        rest -= words[before..].chars().count();
        words.push('\n');
        if rest == 0 {
            break;
        }
    }
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let found = detect(&words)?;
    if letters < fewest(found.script()) {
        return None;
    }
    if !found.is_reliable() {
        let is_arabic = found.script() == Script::Arabic && is_arabic_by_its_letters(&words);
        return is_arabic.then_some("ar");
    }
    let of_news = RECOGNISED.iter().find(|(lang, _)| *lang == found.lang());
    of_news.map(|(_, tag)| *tag)
}

/// Whether words that could be of several languages of the Arabic script are Arabic: Persian and Urdu
/// hardly ever write the letters that are Arabic alone, and cannot do without those that Arabic lacks.
fn is_arabic_by_its_letters(words: &str) -> bool {
    let is_foreign = |letter: char| {
        letter.is_alphabetic()
            && matches!(letter, '\u{671}'..='\u{6d3}' | '\u{6d5}' | '\u{6ee}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
    };
    let of_arabic_alone = words.matches(['ة', 'إ', 'ى']).count();
    of_arabic_alone >= 2 && !words.contains(is_foreign)
}

/// With this many characters another thousand decides nothing.
const ENOUGH: usize = 2000;

/// How many letters it takes. With fewer, names alone can look like a language; the fewer languages
/// share a script, and the more one of its letters says, the fewer do.
fn fewest(script: Script) -> usize {
    match script {
        Script::Latin => 100,
        Script::Mandarin | Script::Hiragana | Script::Katakana | Script::Hangul => 12,
        _ => 40,
    }
}

/// The languages that are recognised. Those in which hardly any news is written are left out: what
/// looks like them is rather a list of names.
const RECOGNISED: [(Lang, &str); 44] = [
    (Lang::Amh, "am"),
    (Lang::Ara, "ar"),
    (Lang::Ben, "bn"),
    (Lang::Bul, "bg"),
    (Lang::Cat, "ca"),
    (Lang::Ces, "cs"),
    (Lang::Cmn, "zh"),
    (Lang::Dan, "da"),
    (Lang::Deu, "de"),
    (Lang::Ell, "el"),
    (Lang::Eng, "en"),
    (Lang::Est, "et"),
    (Lang::Fin, "fi"),
    (Lang::Fra, "fr"),
    (Lang::Heb, "he"),
    (Lang::Hin, "hi"),
    (Lang::Hrv, "hr"),
    (Lang::Hun, "hu"),
    (Lang::Hye, "hy"),
    (Lang::Ind, "id"),
    (Lang::Ita, "it"),
    (Lang::Jpn, "ja"),
    (Lang::Kat, "ka"),
    (Lang::Kor, "ko"),
    (Lang::Lav, "lv"),
    (Lang::Lit, "lt"),
    (Lang::Nld, "nl"),
    (Lang::Nob, "nb"),
    (Lang::Pes, "fa"),
    (Lang::Pol, "pl"),
    (Lang::Por, "pt"),
    (Lang::Ron, "ro"),
    (Lang::Rus, "ru"),
    (Lang::Slk, "sk"),
    (Lang::Slv, "sl"),
    (Lang::Spa, "es"),
    (Lang::Srp, "sr"),
    (Lang::Swe, "sv"),
    (Lang::Tam, "ta"),
    (Lang::Tha, "th"),
    (Lang::Tur, "tr"),
    (Lang::Ukr, "uk"),
    (Lang::Urd, "ur"),
    (Lang::Vie, "vi"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_what_is_written_instead() {
        for tag in [
            "ar",
            "AR",
            "en-GB",
            "zh-Hant-TW",
            "de-AT",
            "arb",
            "und",
            "ku-Arab",
        ] {
            assert_eq!(check_tag(tag), Ok(()), "{tag}");
        }
        for (written, meant) in [
            ("arabic", Some("ar")),
            ("Arabic", Some("ar")),
            ("arabik", Some("ar")),
            ("العربيه", Some("ar")),
            ("ger", Some("de")),
            ("Français", Some("fr")),
            ("en_US", Some("en-US")),
            ("de_AT.UTF-8", None),
            ("", None),
            ("a", None),
            ("klingonese", None),
            ("日本語", Some("ja")),
        ] {
            let found = check_tag(written).expect_err(written);
            assert_eq!(found.meant.as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn languages_are_recognised_where_there_is_enough_to_go_by() {
        for (lang, passages) in [
            (
                Some("en"),
                &[
                    "Ferries run again",
                    "The transport minister said on Tuesday that the ferries between the two banks \
                     would run again from Thursday morning.",
                ][..],
            ),
            (
                Some("de"),
                &[
                    "Die Verkehrsministerin sagte am Dienstag, dass die Fähren zwischen den beiden Ufern \
                   ab Donnerstag wieder fahren werden.",
                ],
            ),
            (
                Some("fr"),
                &[
                    "La ministre des transports a déclaré mardi que les bacs entre les deux rives \
                   circuleraient de nouveau dès jeudi matin, après une panne qui avait duré trois \
                   semaines.",
                ],
            ),
            (
                Some("ar"),
                &[
                    "قالت وزيرة النقل إن الحكومة لم تتخذ أي قرار في هذا الشأن، وإن الرحلات بين الضفتين على حالها، أي أن رحلات العبّارة ستُستأنف صباح الخميس المقبل.",
                ],
            ),
            (
                Some("ar"),
                &[
                    "وزيرة النقل تعلن استئناف الرحلات",
                    "قالت وزيرة النقل ليلى حداد: \"لن نغلق المعبر\".",
                ],
            ),
            (
                Some("fa"),
                &["وزیر راه گفت که قایق‌ها از صبح پنجشنبه دوباره میان دو کرانه رفت و آمد می‌کنند."],
            ),
            (
                Some("he"),
                &["שרת התחבורה אמרה ביום שלישי כי המעבורות ישובו לפעול ביום חמישי."],
            ),
            (
                Some("zh"),
                &["交通部长星期二表示，两岸之间的渡轮将于星期四上午恢复航行。"],
            ),
            (
                Some("ja"),
                &["運輸大臣は火曜日、両岸を結ぶ渡し船が木曜日の朝に再開すると述べた。"],
            ),
            (
                Some("ru"),
                &[
                    "Министр транспорта заявила во вторник, что паромы между двумя берегами снова начнут ходить в четверг утром, что бы ни говорили об этом владельцы лодок.",
                ],
            ),
            // Too few words, and words that are none of a language.
            (None, &["The minister said so."]),
            (None, &["قالت حداد"]),
            (None, &[""]),
            (None, &["1974 2025 ✓ 🎉 \u{202e}\u{feff}"]),
        ] {
            assert_eq!(recognise(passages.iter().copied()), lang, "{passages:?}");
        }
    }

    #[test]
    fn a_long_text_is_not_read_to_its_end() {
        let long = "The minister said on Tuesday that the ferries would run. ".repeat(200);
        let french = "La ministre a déclaré que les bacs circuleraient. ".repeat(2000);
        assert_eq!(
            recognise([long.as_str(), &french].into_iter()),
            recognise(std::iter::once(long.as_str())),
        );
    }
}
