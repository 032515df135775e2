//! Places in a text, found the slow way.

/// The byte of a place in `text`; `encoding` is a place in the list of units.
pub(super) fn offset(text: &str, (line, column): (u32, u32), encoding: usize) -> usize {
    let mut start = 0;
    for _ in 0..line {
        let Some(end) = text[start..].find(['\n', '\r']) else {
            return text.len();
        };
        let is_pair = text[start + end..].starts_with("\r\n");
        start += end + if is_pair { 2 } else { 1 };
    }
    let mut left = column as usize;
    for (at, character) in text[start..].char_indices() {
        let width = [character.len_utf8(), character.len_utf16(), 1][encoding];
        if left < width || matches!(character, '\n' | '\r') {
            return start + at;
        }
        left -= width;
    }
    text.len()
}
