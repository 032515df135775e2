//! Texts in, finds and days out.
//!
//! The tables beside this file hold one text a line, its finds between ⟦ ⟧, and under it the
//! readings of each, the most likely first, seen from the day that `# anchor` names. `not.txt`
//! holds texts in which nothing may be found, after `# ` and their language.

mod names;
mod properties;
mod resolving;
mod values;

use jiff::civil::Date;

use super::{Found, Resolution, find, resolve, weekday_mismatch, weekday_name, weekday_of};
use crate::text::TextRange;

#[test]
fn arabic() {
    check("ar", include_str!("ar.txt"));
}

#[test]
fn english() {
    check("en", include_str!("en.txt"));
}

#[test]
fn german() {
    check("de", include_str!("de.txt"));
}

#[test]
fn french() {
    check("fr", include_str!("fr.txt"));
}

#[test]
fn what_is_no_date() {
    let mut lang = "";
    for line in include_str!("not.txt").lines() {
        match line.strip_prefix("# ") {
            Some(named) => lang = named,
            None => assert_eq!(drawn(line, &find(line, Some(lang))), line, "{lang}"),
        }
    }
}

#[test]
fn without_a_language_the_script_decides() {
    assert_eq!(find("قالت أمس الخميس", None).len(), 1);
    assert_eq!(find("She said on Tuesday, March 4", None).len(), 1);
    assert_eq!(find("den 4 mars, 2025-03-04", Some("sv")).len(), 1);
    assert_eq!(find("am 4. März", Some("de-CH")).len(), 1);
}

#[test]
fn each_part_has_its_place() {
    let text = "Am Dienstag, dem 4. März, und am heutigen Mittwoch";
    let found = find(text, Some("de"));
    let words = |range: TextRange| &text[range];
    assert_eq!(found.len(), 2);
    assert_eq!(words(found[0].range), "Dienstag, dem 4. März");
    assert_eq!(
        found[0].weekday.map(|claim| words(claim.range)),
        Some("Dienstag")
    );
    assert_eq!(
        found[0].date.map(|claim| words(claim.range)),
        Some("4. März")
    );
    assert_eq!(
        found[1].day.map(|claim| words(claim.range)),
        Some("heutigen")
    );
    assert_eq!(
        found[1].weekday.map(|claim| words(claim.range)),
        Some("Mittwoch")
    );
}

fn check(lang: &str, table: &str) {
    let mut anchor = None;
    let mut cases = 0;
    let mut lines = table.lines();
    while let Some(line) = lines.next() {
        if let Some(day) = line.strip_prefix("# anchor ") {
            anchor = Some(day.parse().expect("a day"));
            continue;
        }
        let text: String = line.chars().filter(|c| !matches!(c, '⟦' | '⟧')).collect();
        let found = find(&text, Some(lang));
        assert_eq!(drawn(&text, &found), line);
        let readings: Vec<_> = found.iter().map(|found| readings(found, anchor)).collect();
        let expected = lines.next().expect("the readings").trim();
        assert_eq!(readings.join("; "), expected, "{line}");
        cases += 1;
    }
    assert!(cases >= 60, "{cases} cases of {lang}");
}

fn drawn(text: &str, found: &[Found]) -> String {
    let mut drawn = String::new();
    let mut at = 0;
    for found in found {
        let (start, end) = (
            usize::from(found.range.start()),
            usize::from(found.range.end()),
        );
        drawn.extend([&text[at..start], "⟦", &text[start..end], "⟧"]);
        at = end;
    }
    drawn + &text[at..]
}

fn readings(found: &Found, anchor: Option<Date>) -> String {
    let readings = match resolve(found, anchor) {
        Resolution::Readings(readings) => {
            let readings: Vec<_> = readings.iter().map(ToString::to_string).collect();
            readings.join(" | ")
        }
        Resolution::NeedsAnchor => "needs anchor".to_owned(),
        Resolution::NoSuchDay => "no such day".to_owned(),
    };
    match weekday_mismatch(found, anchor) {
        Some(mismatch) => {
            let day = mismatch.days.first_day();
            let weekday = weekday_name(weekday_of(day), "en");
            format!("{readings} but {day} is a {weekday}")
        }
        None => readings,
    }
}
