//! What holds for every text.

use jiff::civil::Date;
use proptest::prelude::*;

use super::super::{DateValue, Separator, find, meant, read_marked, resolve, weekday_mismatch};

const LANGUAGES: [Option<&str>; 6] = [
    None,
    Some("ar"),
    Some("de"),
    Some("en"),
    Some("fr"),
    Some("xx"),
];

/// Pieces of dates in any order, and what may come between them.
fn pieces() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "March",
        "4",
        "2025",
        "Tuesday",
        "last",
        "today",
        "(",
        ")",
        ",",
        ".",
        "-",
        "–",
        "/",
        " ",
        " ",
        "\n",
        "4.",
        "März",
        "am",
        "Dienstag",
        "heutigen",
        "mardi",
        "1er",
        "aujourd’hui",
        "mars",
        "dernier",
        "اليوم",
        "الجمعة",
        "و",
        "كانون",
        "الثاني",
        "21",
        "٢١",
        "يوم",
        "الماضي",
        "ء",
        "م",
        "\u{200f}",
        "\u{64e}",
        "ـ",
        "وال",
        "للجمعة",
        "99999999999",
        "of",
        "the",
        "'s",
        "😀",
        "e\u{301}",
    ]);
    prop::collection::vec(words, 0..24).prop_map(|words| words.concat())
}

fn check(text: &str) {
    for lang in LANGUAGES {
        if let Some(found) = read_marked(text, lang) {
            let range = std::ops::Range::<usize>::from(found.range);
            assert!(
                text.get(range).is_some_and(|words| !words.is_empty()),
                "{text:?}"
            );
        }
        let mut end = 0;
        for found in find(text, lang) {
            let range = found.range;
            let parts = [
                found.date.map(|claim| claim.range),
                found.day.map(|claim| claim.range),
                found.weekday.map(|claim| claim.range),
            ];
            assert!(parts.iter().flatten().count() > 0, "{text:?}");
            for part in parts.into_iter().flatten() {
                assert!(range.contains_range(part) && !part.is_empty(), "{text:?}");
                assert!(
                    text.get(part.start().into()..part.end().into()).is_some(),
                    "{text:?}"
                );
            }
            assert!(end <= usize::from(range.start()), "{text:?}");
            let _ = read_marked(&text[range], lang);
            end = range.end().into();
            assert!(text.get(range.start().into()..end).is_some(), "{text:?}");
            for anchor in [
                None,
                Some(Date::MIN),
                Some(Date::constant(2025, 3, 6)),
                Some(Date::MAX),
            ] {
                let _ = resolve(&found, anchor);
                let _ = weekday_mismatch(&found, anchor);
            }
        }
    }
}

proptest! {
    #[test]
    fn finds_lie_in_order_within_the_text(text in pieces()) {
        check(&text);
    }

    #[test]
    fn any_text_can_be_searched(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_text_can_be_read_as_a_value(text in "[-./0-9٠-٩TZ: ]{0,24}|.*") {
        for lang in LANGUAGES {
            if let Some(meant) = meant(&text, lang) {
                let again = DateValue::parse(&meant.value.canonical(Separator::Hyphen));
                prop_assert_eq!(again, Ok(meant.value));
            }
        }
        for parsed in [DateValue::parse(&text), DateValue::parse_with_time(&text)] {
            match parsed {
                Ok(value) => {
                    prop_assert!(value.first_day() <= value.last_day());
                    let again = DateValue::parse(&value.canonical(Separator::Slash));
                    prop_assert_eq!(again, Ok(value));
                }
                Err(problem) => {
                    let (start, end) = (problem.range.start().into(), problem.range.end().into());
                    prop_assert!(text.get(start..end).is_some());
                    let told = problem.to_string();
                    prop_assert!(!told.ends_with('.') && !told.contains('\n'));
                }
            }
        }
    }
}

/// Long enough that nobody would wait for the end if the time grew with the square of the length.
#[test]
fn hostile_texts_are_read_to_their_end() {
    let hostile = [
        "1",
        "1 ",
        "1-",
        "1.",
        "March ",
        "March, ",
        "March 4-",
        "Tuesday, ",
        "last ",
        "today, ",
        "(",
        "كانون الثاني ",
        "الجمعة و",
        "كانون ",
        "اليوم ",
        "و",
        "4 und ",
        "Dienstag (",
        "mars ",
        "\u{64e}",
        "aujourd'",
        "Saturday Night ",
    ];
    for piece in hostile {
        for lang in LANGUAGES {
            let text = piece.repeat(100_000);
            for found in find(&text, lang) {
                assert!(usize::from(found.range.end()) <= text.len(), "{piece:?}");
            }
        }
    }
}
