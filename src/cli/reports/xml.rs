//! XML, for the formats that are: elements one below the other, attributes escaped.

use std::fmt::Write;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

/// What is written, as the library takes it.
pub(super) type Elements = Writer<Vec<u8>>;

/// A document, of which `root` writes the elements.
pub(super) fn document(root: impl FnOnce(&mut Elements) -> std::io::Result<()>) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let declared = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    // Writing to a buffer cannot fail.
    let _ = declared.and_then(|()| root(&mut writer));
    String::from_utf8_lossy(&writer.into_inner()).into_owned() + "\n"
}

/// `text` with the characters visible that XML has no way to write.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        let is_writable =
            !character.is_control() || matches!(character, '\t' | '\n' | '\r' | '\u{85}');
        if is_writable && !matches!(character, '\u{fffe}' | '\u{ffff}') {
            shown.push(character);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
        }
    }
    shown
}
