//! YAML, read as far as is needed to say whether it can be.

use saphyr_parser::{Event, Parser};

use crate::text::TextSize;

/// Why a text is not the YAML that front matter wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YamlError {
    /// Where it stops making sense, in bytes of the text.
    pub offset: TextSize,
    /// What is wrong: lower case, no final period, without the place.
    pub message: String,
}

/// Checks that `text` is YAML, and empty or a mapping of keys to values.
pub fn check(text: &str) -> Result<(), YamlError> {
    let mut is_first = true;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| YamlError {
            offset: byte_offset(text, error.marker().index()),
            message: format!("this is not YAML: {}", error.info()),
        })?;
        let starts_node = matches!(
            event,
            Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..)
        );
        if starts_node && is_first {
            is_first = false;
            if !matches!(event, Event::MappingStart(..)) {
                return Err(YamlError {
                    offset: byte_offset(text, span.start.index()),
                    message: "front matter is a list of keys with values, such as `lang: en`"
                        .into(),
                });
            }
        }
    }
    Ok(())
}

/// The parser counts characters.
fn byte_offset(text: &str, characters: usize) -> TextSize {
    let at = text
        .char_indices()
        .nth(characters)
        .map_or(text.len(), |(at, _)| at);
    TextSize::new(at as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The text that follows the place of the error, and the error.
    fn check_error(text: &str) -> Option<(&str, String)> {
        let error = check(text).err()?;
        Some((&text[usize::from(error.offset)..], error.message))
    }

    #[test]
    fn front_matter_is_a_mapping() {
        for text in [
            "",
            "# nothing\n",
            "lang: ar\nentities:\n  ليلى:\n    aka: [حداد]\n",
            "a: 2022-01-21\r\n",
        ] {
            assert_eq!(check_error(text), None, "{text:?}");
        }
        assert_eq!(check_error("😀 قال").map(|(rest, _)| rest), Some("😀 قال"));
        assert_eq!(check_error("[a]").map(|(rest, _)| rest), Some("[a]"));
    }

    #[test]
    fn errors_stand_where_yaml_ends() {
        let (rest, message) = check_error("دور: \"ليلى\" x\nb: c\n").expect("an error");
        assert!(rest.starts_with('x'), "{rest:?} {message}");
    }

    proptest! {
        #[test]
        fn never_panics(text in any::<String>(), pieces in prop::collection::vec(
            prop::sample::select(vec!["a", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "\n", "  ", "|", "\"", "---", "? ", "\t", "#", "قال"]), 0..20)) {
            for text in [text, pieces.concat()] {
                if let Err(error) = check(&text) {
                    prop_assert!(text.is_char_boundary(error.offset.into()));
                }
            }
        }
    }
}
