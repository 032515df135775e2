//! Decimal digits of the scripts in which dates are written.

/// The zeros of Latin, Arabic-Indic, Persian (extended Arabic-Indic) and Devanagari digits.
const ZEROS: [char; 4] = ['0', '\u{660}', '\u{6f0}', '\u{966}'];

/// The value, 0 to 9, of a decimal digit.
pub(super) fn digit(character: char) -> Option<u32> {
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(character).checked_sub(u32::from(*zero))?;
        (value < 10).then_some(value)
    })
}
