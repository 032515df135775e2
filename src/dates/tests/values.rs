//! Dates of the markup.

use super::super::{DateValue, Separator, meant};

#[track_caller]
fn check(text: &str, expected: &str) {
    let parsed = DateValue::parse(text);
    assert_eq!(told(parsed), expected, "{text:?}");
}

fn told(parsed: Result<DateValue, super::super::DateProblem>) -> String {
    match parsed {
        Ok(value) => value.to_string(),
        Err(problem) => format!("{:?}: {problem}", problem.range),
    }
}

#[test]
fn what_is_a_date() {
    check("2025-03-04", "2025-03-04");
    check("2025/03/04", "2025-03-04");
    check("2025.03.04", "2025-03-04");
    check("٢٠٢٥/٠٣/٠٤", "2025-03-04");
    check("۲۰۲۵/۰۳/۰۴", "2025-03-04");
    check("२०२५-०३-०४", "2025-03-04");
    check("2025-03", "2025-03");
    check("٢٠٢٥/٠٣", "2025-03");
    check("2025", "2025");
    check("2024-02-29", "2024-02-29");
    check("1000-01-01", "1000-01-01");
    check("9999-12-31", "9999-12-31");
    check("2025-03-04..2025-03-06", "2025-03-04..2025-03-06");
    check("2025.03.04..2025.03.06", "2025-03-04..2025-03-06");
    check("2025-03..2025-04-02", "2025-03..2025-04-02");
    check("2025-03-04..2025-03", "2025-03-04..2025-03");
    check("2025-03-04..2025-03-04", "2025-03-04..2025-03-04");
}

#[test]
fn what_is_none_is_told() {
    check("", "0..0: the date is missing: write it as in 2025-03-04");
    check(
        "2025-02-29",
        "8..10: there is no 2025-02-29: the month has only 28 days",
    );
    check(
        "2025-04-31",
        "8..10: there is no 2025-04-31: the month has only 30 days",
    );
    check(
        "2025-04-00",
        "8..10: there is no day 0: 2025-04 has 01 to 30",
    );
    check(
        "2025-13-01",
        "5..7: there is no month 13: months are 01 to 12",
    );
    check(
        "2025-00-01",
        "5..7: there is no month 0: months are 01 to 12",
    );
    check(
        "2025-3-4",
        "5..6: month and day need two digits: write `03`",
    );
    check(
        "2025-03-4",
        "8..9: month and day need two digits: write `04`",
    );
    check(
        "04/03/2025",
        "0..2: the year comes first, then month and day, as in 2025-03-04",
    );
    check(
        "25-03-04",
        "0..2: the year `25` needs four digits, as in 2025-03-04",
    );
    check(
        "0999",
        "0..4: the year 0999 is out of range: years are 1000 to 9999",
    );
    check(
        "2025-03/04",
        "7..8: `-` and `/` in one date: use the same sign throughout",
    );
    check(
        "2025-03-04-05",
        "11..13: a date ends with the day, as in 2025-03-04",
    );
    check(
        "2025-003",
        "5..8: `003` has too many digits: month and day have two, as in 2025-03-04",
    );
    check("2025-", "5..5: the month is missing here, as in 2025-03-04");
    check(
        "2025-03-",
        "8..8: the day is missing here, as in 2025-03-04",
    );
    check(
        "2025-03-04..",
        "12..12: the year is missing here, as in 2025-03-04",
    );
    check("..2025", "0..0: the year is missing here, as in 2025-03-04");
    check(
        "2025-03-06..2025-03-04",
        "12..22: the range ends before it starts: put the earlier date first",
    );
    check(
        "4 March",
        "1..2: a space cannot stand in a date: write it as in 2025-03-04",
    );
    check(
        "März",
        "0..1: `M` cannot stand in a date: write it in digits, as in 2025-03-04",
    );
    check(
        "2025–03–04",
        "4..7: `–` cannot stand in a date: write it in digits, as in 2025-03-04",
    );
    check(
        "2025-03-04T10:00",
        "10..11: `T` cannot stand in a date: write it in digits, as in 2025-03-04",
    );
    check(
        "2025-02-30..2025-03",
        "8..10: there is no 2025-02-30: the month has only 28 days",
    );
    check(
        "2025..2025-02-30",
        "14..16: there is no 2025-02-30: the month has only 28 days",
    );
    check(
        "99999999999999",
        "0..14: the year `99999999999999` needs four digits, as in 2025-03-04",
    );
}

#[test]
fn a_time_may_follow_in_the_front_matter() {
    let check = |text: &str, expected: &str| {
        assert_eq!(told(DateValue::parse_with_time(text)), expected, "{text:?}");
    };
    for time in [
        "T10:00Z",
        "T10:00:00+01:00",
        " 10:00:00 +0100",
        "t10:00:00.123z",
        " 23:59:60",
        "T10:00-05",
    ] {
        check(&format!("2025-03-04{time}"), "2025-03-04");
    }
    check("2025-03-04", "2025-03-04");
    check("2025-03", "2025-03");
    check(
        "2025-02-30T10:00",
        "8..10: there is no 2025-02-30: the month has only 28 days",
    );
    for time in [
        "T", " noon", "T25:00", "T10:61", "T10:00X", "T10", "T10:00+1", "T10:00Z1",
    ] {
        let end = 10 + time.len();
        check(
            &format!("2025-03-04{time}"),
            &format!("10..{end}: what follows the day is no time, as in 2025-03-04T18:30:00+01:00"),
        );
    }
    check(
        "4 March 2025",
        "1..2: a space cannot stand in a date: write it as in 2025-03-04",
    );
}

#[test]
fn canonical_forms() {
    let value = DateValue::parse("٢٠٢٥.٠٣.٠٤..٢٠٢٥.٠٤").expect("a date");
    assert_eq!(value.canonical(Separator::Hyphen), "2025-03-04..2025-04");
    assert_eq!(value.canonical(Separator::Slash), "2025/03/04..2025/04");
    assert_eq!(value.canonical(Separator::Dot), "2025.03.04..2025.04");
}

#[test]
fn what_a_value_holds() {
    let value = |text| DateValue::parse(text).expect("a date");
    assert_eq!(value("2024-02").last_day().to_string(), "2024-02-29");
    assert_eq!(value("2024").last_day().to_string(), "2024-12-31");
    assert_eq!(value("2024").day(), None);
    assert_eq!(
        value("2024-02-03").day(),
        Some(value("2024-02-03").first_day())
    );
    assert!(value("2024").overlaps(value("2024-12-31..2025-01-05")));
    assert!(!value("2024-02").overlaps(value("2024-03")));
}

#[test]
fn what_is_meant() {
    let check = |text, lang, expected: &str| {
        let told = match meant(text, lang) {
            Some(meant) if meant.is_certain => meant.value.to_string(),
            Some(meant) => format!("{}?", meant.value),
            None => "unknown".to_owned(),
        };
        assert_eq!(told, expected, "{text}");
    };
    check("2025-3-4", None, "2025-03-04");
    check("٢٠٢٥/٣/٤", None, "2025-03-04");
    check("\u{200f}۲۰۲۵/۰۳/۰۴", None, "2025-03-04");
    check("20250304", None, "2025-03-04");
    check("2025 03 04", None, "2025-03-04");
    check("4.3.2025", Some("de"), "2025-03-04");
    check("04/03/2025", Some("en"), "unknown");
    check("13/04/2025", Some("en"), "2025-04-13");
    check("03/2025", Some("en"), "2025-03");
    check("2025-13-04", None, "2025-04-13?");
    check("2025-13-14", None, "unknown");
    check("2025-02-30", None, "unknown");
    check("2025-03-04T18:30Z", None, "2025-03-04");
    check("2025-03-04/2025-03-06", None, "2025-03-04..2025-03-06");
    check("2025-03-04..06", None, "2025-03-04..2025-03-06");
    check("2025-03-04..04-06", None, "2025-03-04..2025-04-06");
    check("2025-03-06..2025-03-04", None, "2025-03-04..2025-03-06?");
    check("2025-03-04..", None, "unknown");
    check("2025-", None, "unknown");
    check("March 4, 2025", Some("en"), "2025-03-04");
    check("March 4–6, 2025", Some("en"), "2025-03-04..2025-03-06");
    check("4 آذار 2025", Some("ar"), "2025-03-04");
    check("mars 2025", Some("fr"), "2025-03");
    check("March 4", Some("en"), "unknown");
    check("about March 4, 2025", Some("en"), "unknown");
    check("31. April 2025", Some("de"), "unknown");
    check("", None, "unknown");
    check("999999999999999999999", None, "unknown");
}
