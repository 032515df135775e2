//! Names and dates for people, as CLDR has them.

use jiff::civil::{Weekday, date};

use super::super::{find, long_date, month_name, weekday_name};

#[test]
fn a_day_in_words() {
    let day = date(2022, 1, 21);
    assert_eq!(long_date(day, "en"), "Friday, January 21, 2022");
    assert_eq!(long_date(day, "de"), "Freitag, 21. Januar 2022");
    assert_eq!(long_date(day, "de-AT"), "Freitag, 21. Jänner 2022");
    assert_eq!(long_date(day, "fr"), "vendredi 21 janvier 2022");
    assert_eq!(long_date(day, "ar"), "الجمعة، 21 يناير 2022");
    assert_eq!(long_date(day, "ar-LB"), "الجمعة، ٢١ كانون الثاني ٢٠٢٢");
}

#[test]
fn english_where_the_language_is_unknown() {
    assert_eq!(weekday_name(Weekday::Friday, "sv"), "Friday");
    assert_eq!(weekday_name(Weekday::Friday, ""), "Friday");
    assert_eq!(month_name(3, "not a tag"), "March");
    assert_eq!(month_name(3, "fr"), "mars");
    assert_eq!(weekday_name(Weekday::Sunday, "ar"), "الأحد");
}

#[test]
fn a_day_in_words_is_found_again() {
    for lang in ["ar", "ar-LB", "ar-DZ", "ar-MA", "de", "de-AT", "en", "fr"] {
        for month in 1..=12 {
            let day = date(2025, month, 9);
            let text = long_date(day, lang);
            let found = find(&text, Some(lang));
            assert_eq!(found.len(), 1, "{text}");
            let claim = found[0].date.expect("a date");
            assert_eq!(
                (claim.year, claim.month, claim.day),
                (Some(2025), month, Some(9))
            );
            assert_eq!(
                found[0].weekday.map(|claim| claim.weekday),
                Some(day.weekday())
            );
        }
    }
}
