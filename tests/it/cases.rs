//! Cases that stand in a text file, each after a line `=== title`; its text is a fixture. `⟨CR⟩`
//! and the like stand for characters that cannot be seen, in the cases as in their drawings.

use std::fmt::Write;

/// Draws every case of a file below its text.
pub(crate) fn draw(cases: &str, draw: impl Fn(&str) -> String) -> String {
    let mut drawn = String::new();
    for case in cases.split("=== ").skip(1) {
        let (title, text) = case.split_once('\n').expect("a title and a text");
        let text = unseen(text.trim_end_matches('\n'));
        let drawing = seen(&draw(&text));
        let _ = write!(drawn, "=== {title}\n{}\n\n{drawing}\n", seen(&text));
    }
    drawn.trim_end().to_owned()
}

/// Characters that cannot be seen, or not told from others, and how the cases write them.
const UNSEEN: [(&str, &str); 28] = [
    ("⟨CRLF⟩\n", "\r\n"),
    ("⟨CR⟩", "\r"),
    ("⟨BOM⟩", "\u{feff}"),
    ("⟨NBSP⟩", "\u{a0}"),
    ("⟨NNBSP⟩", "\u{202f}"),
    ("⟨ZWNJ⟩", "\u{200c}"),
    ("⟨LRM⟩", "\u{200e}"),
    ("⟨RLM⟩", "\u{200f}"),
    ("⟨RLE⟩", "\u{202b}"),
    ("⟨PDF⟩", "\u{202c}"),
    ("⟨RLI⟩", "\u{2067}"),
    ("⟨PDI⟩", "\u{2069}"),
    ("⟨LRO⟩", "\u{202d}"),
    ("⟨RLO⟩", "\u{202e}"),
    ("⟨ZWSP⟩", "\u{200b}"),
    ("⟨ZWJ⟩", "\u{200d}"),
    ("⟨WJ⟩", "\u{2060}"),
    ("⟨SHY⟩", "\u{ad}"),
    ("⟨VS16⟩", "\u{fe0f}"),
    ("⟨VS17⟩", "\u{e0100}"),
    ("⟨0008⟩", "\u{8}"),
    ("⟨0080⟩", "\u{80}"),
    ("⟨0083⟩", "\u{83}"),
    ("⟨0099⟩", "\u{99}"),
    ("⟨0081⟩", "\u{81}"),
    ("⟨0092⟩", "\u{92}"),
    ("⟨ACUTE⟩", "\u{301}"),
    ("⟨FATHA⟩", "\u{64e}"),
];

pub(crate) fn unseen(written: &str) -> String {
    let replace = |text: String, (name, character): &(&str, &str)| text.replace(name, character);
    UNSEEN.iter().fold(written.to_owned(), replace)
}

pub(crate) fn seen(text: &str) -> String {
    let replace = |text: String, (name, character): &(&str, &str)| text.replace(character, name);
    UNSEEN.iter().fold(text.to_owned(), replace)
}
