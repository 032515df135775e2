//! Which quotation marks belong together, and in which languages.

/// Quotation marks as an article's language uses them.
#[derive(Debug, Clone, Copy)]
pub struct Style<'a> {
    /// The primary subtag of the language; `None` where it is not known, and every usual style of
    /// any language is right.
    lang: Option<&'a str>,
}

impl<'a> Style<'a> {
    /// The style of a language, a BCP 47 tag.
    pub fn of(lang: Option<&'a str>) -> Style<'a> {
        Style {
            lang: lang.and_then(|lang| lang.split(['-', '_']).next()),
        }
    }

    /// Whether some usual style opens a quotation with the mark `open` and closes it with
    /// `close`, both as they are written.
    pub fn has(self, open: &str, close: &str) -> bool {
        match (open, close) {
            ("”", "”") | ("»", "»") | ("›", "›") => self.is_any_of(SAME_MARK_TWICE),
            ("”", "“") => self.is_any_of(RIGHT_TO_LEFT),
            ("„", "”") | ("‚", "’") => !self.is_one_of(LOW_AND_HIGH_SIX),
            ("„", "“" | "‟") | ("‚", "‘") | ("‟", "”") => true,
            _ => CLOSED_BY.contains(&(open, close)) || (open == close && "\"''’".contains(open)),
        }
    }

    /// Whether `mark` opens quotations.
    pub fn opens(self, mark: &str) -> bool {
        match mark {
            "”" => self.is_any_of(SAME_MARK_TWICE) || self.is_any_of(RIGHT_TO_LEFT),
            "“" => !self.is_one_of(LOW_AND_HIGH_SIX),
            "’" => self.is_any_of(SAME_MARK_TWICE),
            "」" | "』" => false,
            _ => true,
        }
    }

    /// Whether `mark` closes quotations.
    pub fn closes(self, mark: &str) -> bool {
        match mark {
            "“" | "‘" => self.is_any_of(LOW_AND_HIGH_SIX) || self.is_any_of(RIGHT_TO_LEFT),
            "„" | "‚" | "「" | "『" => false,
            _ => true,
        }
    }

    /// The mark that closes what `open` opens.
    pub fn closing(self, open: &str) -> &'static str {
        match open {
            "„" if self.is_one_of(LOW_AND_HIGH_NINE) => "”",
            "„" => "“",
            "‚" if self.is_one_of(LOW_AND_HIGH_NINE) => "’",
            "‚" => "‘",
            "»" if self.is_one_of(SAME_MARK_TWICE) => "»",
            "›" if self.is_one_of(SAME_MARK_TWICE) => "›",
            "”" if self.is_one_of(RIGHT_TO_LEFT) => "“",
            "”" | "‟" => "”",
            "’" => "’",
            "''" => "''",
            "'" => "'",
            _ => {
                let pair = CLOSED_BY.iter().find(|(opens, _)| *opens == open);
                pair.map_or("\"", |(_, close)| close)
            }
        }
    }

    /// The mark that opens what `close` closes.
    pub fn opening(self, close: &str) -> &'static str {
        match close {
            "”" if self.is_one_of(SAME_MARK_TWICE) => "”",
            "”" if self.is_one_of(LOW_AND_HIGH_NINE) => "„",
            "“" if self.is_one_of(RIGHT_TO_LEFT) => "”",
            "“" => "„",
            "‘" => "‚",
            "»" if self.is_one_of(SAME_MARK_TWICE) => "»",
            "’" if self.is_one_of(SAME_MARK_TWICE) => "’",
            "''" => "''",
            "'" => "'",
            _ => {
                let pair = CLOSED_BY.iter().find(|(_, closes)| *closes == close);
                pair.map_or("\"", |(open, _)| open)
            }
        }
    }

    fn is_one_of(self, langs: &[&str]) -> bool {
        self.lang.is_some_and(|lang| langs.contains(&lang))
    }

    fn is_any_of(self, langs: &[&str]) -> bool {
        self.lang.is_none_or(|lang| langs.contains(&lang))
    }
}

/// Pairs that are right wherever they are written.
const CLOSED_BY: [(&str, &str); 8] = [
    ("“", "”"),
    ("‘", "’"),
    ("«", "»"),
    ("»", "«"),
    ("‹", "›"),
    ("›", "‹"),
    ("「", "」"),
    ("『", "』"),
];

/// ”…” and »…»
const SAME_MARK_TWICE: &[&str] = &["sv", "fi", "da", "nb", "nn", "no", "he"];

/// ”…“, because the marks do not turn with the text.
const RIGHT_TO_LEFT: &[&str] = &["ar", "fa", "he", "ur", "ps", "ckb"];

/// „…“ and never „…”
const LOW_AND_HIGH_SIX: &[&str] = &[
    "de", "cs", "sk", "sl", "bg", "lt", "is", "mk", "ru", "uk", "be",
];

/// „…”
const LOW_AND_HIGH_NINE: &[&str] = &["pl", "hu", "ro", "hr", "bs", "sr", "nl", "he"];
