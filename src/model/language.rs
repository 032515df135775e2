//! Tags of languages, as BCP 47 has them.

use std::fmt;

use icu_locale_core::Locale;

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
}
