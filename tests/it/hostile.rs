//! Texts made to be slow: ten times the text may take about ten times the work, never a hundred.
//!
//! No clock is read. The texts are so long that work in the square of their length would go on
//! for hours: a test run that does not end is the failure.

use isnad::syntax::{Flavor, escape, parse, strip, yaml};

/// Pieces that, repeated, make a careless parser search the rest of the text again and again.
const PIECES: &[&str] = &[
    "[",
    "]",
    "](#",
    "[](#",
    "[a](#b)",
    "]{",
    "\"{",
    "\"",
    "''",
    "<!--\n",
    "<!-- \n\n",
    "\\",
    "---\n",
    "# ",
    "#\n",
    "[\n\n",
    ")\n",
    "a\n",
    "\"{a=\"",
    "\"{a=“",
    "[a]{",
    "“",
    "\u{feff}",
    " \n",
    "\r",
    "{",
    "[[a]{b}",
    "\"{a,",
    "(= ",
];

#[test]
fn hostile_text_is_read_to_its_end() {
    for piece in PIECES {
        let text = piece.repeat(400_000 / piece.len());
        let tree = parse(&text, Flavor::Article);
        let wire = strip(&tree, &text);
        assert!(wire.len() <= text.len());
        assert!(tree.errors().count() <= text.len());
        let escaped = escape(&text);
        assert_eq!(strip(&parse(&escaped, Flavor::Article), &escaped), text);
        let wire = parse(&text, Flavor::Wire);
        assert_eq!(strip(&wire, &text), text);
    }
}

/// The same for front matter: pieces that repeat after a key.
const YAML_PIECES: &[&str] = &[
    "[",
    "{",
    "[a, ",
    "{a: ",
    "- ",
    "? ",
    ": ",
    "a: &a [*a, *a]\n",
    " &a",
    " !t",
    "\"",
    "'' ",
    "a: b\n",
    "a\n",
    "\n",
    "# é\n",
    "? a\n",
    "? \n",
    "- |\n",
    "\u{feff}",
    "---\n",
    "...\n",
    "%é é\n",
    "\\",
    "😀 ",
    "\t",
];

#[test]
fn hostile_yaml_is_read_to_its_end() {
    let keys = (0..100_000).map(|key| format!("k{key}: v\n"));
    let keys = keys.collect::<Vec<_>>().concat();
    let repeated = YAML_PIECES.iter().flat_map(|piece| {
        let pieces = piece.repeat(400_000 / piece.len());
        ["", "k: ", "k:\n  ", "k: [", "k: |\n  ", "- "].map(|before| format!("{before}{pieces}"))
    });
    for text in repeated.chain([keys]) {
        let parsed = yaml::parse(&text);
        assert!(parsed.errors.len() <= yaml::MAX_NODES);
    }
}
