//! The canonical form of annotations: text in, text out.

use isnad::format::format;
use isnad::syntax::{Flavor, parse};

use crate::cases;
use crate::laws::fixing::formatted;

#[test]
fn annotations_have_one_form() {
    let cases = include_str!("format/cases.txt");
    insta::assert_snapshot!(cases::draw(cases, |text| {
        let once = formatted(text);
        assert_eq!(
            formatted(&once),
            once,
            "formatting twice is formatting once"
        );
        once + "\n"
    }));
}

#[test]
fn wire_text_has_no_annotations() {
    let text = "“a”{ b } [c](# d )\n";
    assert_eq!(format(text, &parse(text, Flavor::Wire)), []);
}

/// No clock is read: work in the square of the length would go on for hours.
#[test]
fn hostile_text_is_formatted_to_its_end() {
    for piece in [
        "[1](=2025/1/1)",
        "“”{ a ,b}",
        "\"{ a ,b}",
        "[ل](=2025-01-01)",
        "[[[a]{b}",
        "[](# a )",
        "<!--a-->\n",
    ] {
        let text = piece.repeat(400_000 / piece.len());
        let once = formatted(&text);
        assert_eq!(formatted(&once), once);
    }
}
