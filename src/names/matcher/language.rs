//! Languages, as far as names are written differently in them.

/// The language of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Language(String);

impl Language {
    /// The language that a BCP 47 tag says; where there is none, it is not known. Regions and
    /// scripts change nothing.
    pub fn of(tag: Option<&str>) -> Self {
        let primary = tag.and_then(|tag| tag.split(['-', '_']).next());
        let primary = primary.unwrap_or_default().to_ascii_lowercase();
        // Dari is Persian.
        Self(if primary == "prs" {
            "fa".to_owned()
        } else {
            primary
        })
    }

    /// Its primary subtag in small letters; empty where it is not known.
    pub fn primary(&self) -> &str {
        &self.0
    }

    /// The forms that it writes names in.
    pub fn forms(&self) -> Forms {
        match self.primary() {
            "fa" => Forms::Persian,
            "ru" => Forms::Russian,
            "uk" => Forms::Ukrainian,
            "bg" => Forms::Bulgarian,
            "pl" => Forms::Polish,
            _ => Forms::Plain,
        }
    }
}

/// In which forms, besides the declared one, a name is written. Most languages have the same: what
/// they write onto a name, before it and behind it, is no matter of the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forms {
    /// None.
    Plain,
    /// Words joined without a space.
    Persian,
    /// Cases.
    Russian,
    /// Cases.
    Ukrainian,
    /// The article, which is written onto the first word.
    Bulgarian,
    /// Cases.
    Polish,
}

impl Forms {
    /// How many there are.
    pub const COUNT: usize = 6;
}
