//! Decimal digits of the scripts in which dates are written.

/// The value, 0 to 9, of a decimal digit: Latin, Arabic-Indic, Persian (extended Arabic-Indic) or
/// Devanagari.
pub(super) fn digit(character: char) -> Option<u32> {
    let zero = match character {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        _ => return None,
    };
    Some(u32::from(character) - u32::from(zero))
}
