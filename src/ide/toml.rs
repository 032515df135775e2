//! The names in `isnad.toml`, found line by line: a file that is being written is rarely whole.

use crate::text::{TextRange, TextSize};

/// A name in the configuration.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name<'a> {
    /// Where it stands, in bytes of the text.
    pub(super) range: TextRange,
    /// The names of the tables around it, and itself.
    pub(super) path: Vec<&'a str>,
}

/// The name at `offset` of `text`: of a key, or of a table where one begins. Names in quotation marks
/// are none of Isnad's.
pub(super) fn name_at(text: &str, offset: TextSize) -> Option<Name<'_>> {
    let at = usize::from(offset);
    let before = text.get(..at)?;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let (names, mut path) = match header(line) {
        Some(names) => (names, Vec::new()),
        None => (line.split_once('=')?.0, table(&text[..start])),
    };
    if !is_bare(names) {
        return None;
    }
    let mut from = start + (names.as_ptr() as usize - line.as_ptr() as usize);
    for written in names.split('.') {
        let name = written.trim_start_matches(is_blank);
        let first = from + (written.len() - name.len());
        let name = name.trim_end();
        path.push(name);
        if (first..=first + name.len()).contains(&at) {
            let range = TextRange::at(TextSize::new(first as u32), TextSize::of(name));
            return Some(Name { range, path });
        }
        from += written.len() + 1;
    }
    None
}

/// The table that the lines of `before` end in.
pub(super) fn table(before: &str) -> Vec<&str> {
    let names = before.lines().rev().find_map(header);
    let names = names.into_iter().flat_map(|names| names.split('.'));
    names.map(str::trim).collect()
}

/// The names in a line that begins a table: `[rules]`, `[[overrides]]`.
fn header(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(is_blank);
    let inside = line.strip_prefix('[')?;
    let inside = inside.strip_prefix('[').unwrap_or(inside);
    let names = &inside[..inside.find(']')?];
    is_bare(names).then_some(names)
}

/// Whether a name, or several with dots between, stand without quotation marks.
fn is_bare(names: &str) -> bool {
    let is_of_it = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.') || is_blank(c);
    names.chars().all(is_of_it)
}

/// White space, or the byte order mark before the first line.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
\u{feff}lang = \"ar\"
rules.name-variant = \"off\"
registry = [
  \"a=b.yaml\",
]

[rules] # all
unused-entity=\"hint\"

[[overrides]]
paths = [\"مقالات/**\"]
[ overrides . rules ]
  name-variant = \"error\" # x = y
";

    fn path_at(place: &str) -> Option<(&'static str, Vec<&'static str>)> {
        let at = TEXT.find(place).expect("the place");
        let name = name_at(TEXT, TextSize::new(at as u32))?;
        Some((&TEXT[name.range], name.path))
    }

    #[test]
    fn names_and_the_tables_around_them() {
        for (place, path) in [
            ("ng = \"ar\"", vec!["lang"]),
            ("ules.name", vec!["rules"]),
            ("iant = \"off\"", vec!["rules", "name-variant"]),
            ("egistry", vec!["registry"]),
            ("ules] #", vec!["rules"]),
            ("entity=", vec!["rules", "unused-entity"]),
            ("rides]]", vec!["overrides"]),
            ("aths", vec!["overrides", "paths"]),
            ("rides .", vec!["overrides"]),
            ("les ]", vec!["overrides", "rules"]),
            ("ant = \"error", vec!["overrides", "rules", "name-variant"]),
        ] {
            let found = path_at(place);
            let last = path.last().copied().unwrap_or_default();
            assert_eq!(found, Some((last, path)), "{place}");
        }
        for place in ["\"ar\"", "a=b", "off", "all", "مقالات", "x = y"] {
            assert_eq!(path_at(place), None, "{place}");
        }
    }

    #[test]
    fn every_place_can_be_asked() {
        for text in [TEXT, "", "[", "[[", "=\n", ".=.", "[a..b]", "é = 1"] {
            for at in 0..=text.len() + 1 {
                name_at(text, TextSize::new(at as u32));
            }
        }
    }
}
