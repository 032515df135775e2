//! Patterns of paths, as the configuration writes them.

use std::path::{Component, Path};

use globset::{GlobBuilder, GlobMatcher};
use unicode_normalization::UnicodeNormalization;

/// A pattern of paths that start from one folder. `*` stays within a folder, `**` goes through all
/// below; the plain path of a folder stands for everything in it.
#[derive(Debug, Clone)]
pub struct Glob {
    /// As written, without a leading `./`, in Unicode's NFC.
    text: String,
    /// `None` for a plain path.
    matcher: Option<GlobMatcher>,
}

impl PartialEq for Glob {
    fn eq(&self, other: &Glob) -> bool {
        self.text == other.text
    }
}

impl Eq for Glob {}

impl Glob {
    /// Reads a pattern; an error is one line in lower case.
    pub fn new(pattern: &str) -> Result<Glob, String> {
        // Systems differ in whether they keep the letters of a name composed.
        let text: String = pattern
            .strip_prefix("./")
            .unwrap_or(pattern)
            .nfc()
            .collect();
        let matcher = if Glob::is_plain(&text) {
            None
        } else {
            let glob = GlobBuilder::new(&text).literal_separator(true).build();
            Some(
                glob.map_err(|error| error.kind().to_string())?
                    .compile_matcher(),
            )
        };
        Ok(Glob { text, matcher })
    }

    /// Whether `path`, which starts from the same folder, is meant.
    pub fn is_match(&self, path: &Path) -> bool {
        let composed: String;
        let path = match path.to_str() {
            Some(text) if !text.is_ascii() => {
                composed = text.nfc().collect();
                Path::new(&composed)
            }
            _ => path,
        };
        match &self.matcher {
            Some(matcher) => matcher.is_match(path),
            None => path.starts_with(&self.text),
        }
    }

    /// Whether `pattern` is a path and no more.
    pub fn is_plain(pattern: &str) -> bool {
        !pattern.contains(['*', '?', '[', '{'])
    }

    /// Whether it can mean anything in its folder: it neither begins at the root of a file system
    /// nor leads out of the folder.
    pub(super) fn stays_inside(&self) -> bool {
        let mut parts = Path::new(&self.text).components();
        parts.all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_patterns_mean() {
        for (pattern, path, expected) in [
            ("archive/**", "archive/2025/a.news.md", true),
            ("archive/**", "a.news.md", false),
            ("archive", "archive/2025/a.news.md", true),
            ("archive/", "archive/a.news.md", true),
            ("archive", "archives/a.news.md", false),
            ("./archive", "archive/a.news.md", true),
            ("*.news.md", "a.news.md", true),
            ("*.news.md", "archive/a.news.md", false),
            ("**/*.news.md", "a.news.md", true),
            ("**/*.{txt,md}", "b/a.news.md", true),
            ("a.news.md", "a.news.md", true),
            ("أرشيف/*", "ا\u{654}رشيف/مقال.news.md", true),
            ("ا\u{654}رشيف", "أرشيف/مقال.news.md", true),
            ("2025-[0-9][0-9]/**", "2025-03/日本.news.md", true),
        ] {
            let glob = Glob::new(pattern).expect("a pattern");
            assert_eq!(glob.is_match(Path::new(path)), expected, "{pattern} {path}");
            assert!(glob.stays_inside(), "{pattern}");
        }
        for pattern in ["../other/**", "/archive/**", "a/../../b"] {
            assert!(
                !Glob::new(pattern).expect("a pattern").stays_inside(),
                "{pattern}"
            );
        }
        for pattern in ["a[", "{a", "a{b,{c}"] {
            assert!(Glob::new(pattern).is_err(), "{pattern}");
        }
    }
}
