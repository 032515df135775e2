//! What tables of texts cannot show: missing anchors, the ends of the calendar, other weeks.

use jiff::civil::{Date, date};

use super::super::{DateValue, Resolution, find, resolve, weekday_mismatch};

fn resolved(text: &str, anchor: Option<Date>) -> Resolution {
    let found = find(text, Some("en"));
    assert_eq!(found.len(), 1, "{text}");
    resolve(&found[0], anchor)
}

#[track_caller]
fn check(text: &str, anchor: Date, expected: &[Date]) {
    let readings = resolved(text, Some(anchor));
    let expected: Vec<_> = expected.iter().copied().map(DateValue::from).collect();
    assert_eq!(readings.readings(), expected, "{text}");
}

#[test]
fn without_an_anchor() {
    for text in ["today", "on Friday", "last March", "on March 4"] {
        assert_eq!(resolved(text, None), Resolution::NeedsAnchor, "{text}");
    }
    let whole = resolved("on March 4, 2025", None);
    assert_eq!(whole.likeliest(), Some(DateValue::from(date(2025, 3, 4))));
}

#[test]
fn the_week_of_the_anchor_decides_how_many_readings_last_has() {
    let (monday, friday) = (date(2025, 3, 3), date(2025, 3, 7));
    check(
        "last Wednesday",
        friday,
        &[date(2025, 3, 5), date(2025, 2, 26)],
    );
    check("last Wednesday", monday, &[date(2025, 2, 26)]);
    check(
        "next Wednesday",
        monday,
        &[date(2025, 3, 5), date(2025, 3, 12)],
    );
    check("next Wednesday", friday, &[date(2025, 3, 12)]);
    check("last Friday", friday, &[date(2025, 2, 28)]);
    check("on Friday", friday, &[friday]);
}

#[test]
fn the_nearest_year_is_meant() {
    check("on December 29", date(2025, 1, 3), &[date(2024, 12, 29)]);
    check("on January 3", date(2024, 12, 29), &[date(2025, 1, 3)]);
    check("on February 29", date(2027, 3, 1), &[date(2028, 2, 29)]);
    check("on February 29", date(1900, 3, 1), &[date(1904, 2, 29)]);
}

#[test]
fn a_reading_admits_what_it_overlaps() {
    let anchor = Some(date(2025, 3, 6));
    let admits =
        |text, value: &str| resolved(text, anchor).admits(DateValue::parse(value).expect("a date"));
    assert!(admits("last Wednesday", "2025-03-05"));
    assert!(admits("last Wednesday", "2025-02-26"));
    assert!(!admits("last Wednesday", "2025-03-04"));
    assert!(admits("last Wednesday", "2025-03"));
    assert!(admits("in March 2025", "2025-03-04"));
    assert!(admits("March 4-6", "2025-03-05"));
    assert!(!admits("March 4-6", "2025-03-07"));
}

#[test]
fn a_far_date_without_a_year_may_be_of_another() {
    let mismatch = |text, anchor| {
        let found = find(text, Some("en"));
        weekday_mismatch(&found[0], Some(anchor)).map(|mismatch| mismatch.days.first_day())
    };
    // A Tuesday in 2024, a Wednesday in 2025.
    let text = "on Tuesday, March 5";
    assert_eq!(mismatch(text, date(2025, 3, 6)), Some(date(2025, 3, 5)));
    assert_eq!(mismatch(text, date(2025, 8, 6)), None);
    assert_eq!(mismatch("on Friday, February 30", date(2025, 3, 6)), None);
}

#[test]
fn the_calendar_ends() {
    for anchor in [Date::MIN, Date::MAX] {
        for text in [
            "today",
            "tomorrow",
            "yesterday",
            "on Friday",
            "last Friday",
            "next March",
        ] {
            let _ = resolved(text, Some(anchor));
        }
    }
    assert_eq!(resolved("tomorrow", Some(Date::MAX)), Resolution::NoSuchDay);
}
