//! Each rule by the examples of its own documentation, and by what editors would show: its
//! [`cases`] stand in `tests/it/rules/*.txt`.

use std::fmt::Write;
use std::ops::Range;

use isnad::rules::{self, Applicability, Fix, Rule};
use isnad::text::{FileEdit, FileRange};

use crate::cases;
use crate::fixture::Fixture;

/// The findings in the first file of a fixture: each drawn as its line with `^` under the words,
/// then all that is said of it, and the line as each fix leaves it.
fn findings(written: &str) -> String {
    let fixture = Fixture::new(written);
    let file = fixture.file();
    fixture.digest();
    let mut drawn = String::new();
    for diagnostic in rules::check(&fixture.snapshot, file) {
        let range = diagnostic.range;
        let (severity, rule) = (diagnostic.severity.name(), diagnostic.rule);
        let place = fixture.draw(FileRange { file, range });
        let _ = writeln!(drawn, "{place} {severity}[{rule}] {}", diagnostic.message);
        for related in &diagnostic.related {
            let place = fixture.draw(related.place);
            let _ = writeln!(drawn, "  note: {}\n{}", related.message, indent(&place));
        }
        if let Some(help) = &diagnostic.help {
            let _ = writeln!(drawn, "  help: {help}");
        }
        for fix in &diagnostic.fixes {
            let safety = match fix.applicability {
                Applicability::Safe => "fix",
                Applicability::Choice => "choice",
                Applicability::Unsafe => "unsafe fix",
            };
            let after = apply(fixture.snapshot.text(file), fix);
            let line = after[..usize::from(range.start()).min(after.len())]
                .matches('\n')
                .count();
            let line = after.lines().nth(line).unwrap_or_default();
            let _ = writeln!(drawn, "  {safety}: {}\n    {line}", fix.title);
        }
    }
    if drawn.is_empty() {
        drawn.push_str("nothing\n");
    }
    drawn
}

fn indent(drawn: &str) -> String {
    let lines = drawn.lines().map(|line| format!("    {line}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// `text` as the fix leaves it.
pub(crate) fn apply(text: &str, fix: &Fix) -> String {
    let mut text = text.to_owned();
    for FileEdit { edit, .. } in fix.edits.iter().rev() {
        text.replace_range(Range::<usize>::from(edit.range), &edit.text);
    }
    text
}

macro_rules! rules {
    ($($rule:ident)*) => {
        $(#[test]
        fn $rule() {
            let cases = include_str!(concat!("rules/", stringify!($rule), ".txt"));
            insta::assert_snapshot!(cases::draw(cases, findings));
        })*

        #[test]
        fn every_rule_has_its_cases() {
            let cases = [$(stringify!($rule)),*].map(|name| name.replace('_', "-"));
            let named: Vec<_> = of_texts().map(|rule| rule.name).collect();
            assert_eq!(cases.to_vec(), named);
        }
    };
}

rules! {
    unclosed_span
    malformed_annotation
    invalid_id
    invalid_date
    invalid_front_matter
    unknown_key
    merge_conflict
    missing_file
    bidi_control
    invisible_character
    undefined_entity
    duplicate_entity
    conflicting_entity
    circular_affiliation
    unused_entity
    ambiguous_name
    confusable_id
    name_variant
    mismatched_surface
    role_mismatch
    unattributed_quote
    unclosed_quote
    mismatched_quote_marks
    contradicted_speaker
    speaker_cannot_speak
    speaker_never_named
    dangling_continuation
    circular_chain
    parenthesis_in_quote
    anonymous_source
    headline_quote_not_in_body
    repeated_quote
    altered_quote
    disputed_speaker
    weekday_mismatch
    contradicted_date
    future_date
    date_without_anchor
    altered_wire_text
    unknown_rule
    unused_suppression
    unexplained_suppression
    stale_baseline
}

/// The rules that look at a text; where there is none, there is no example of it either.
fn of_texts() -> impl Iterator<Item = &'static Rule> {
    rules::manual().filter(|rule| rule.name != "unreadable-file")
}

#[test]
fn documentation_is_true() {
    for rule in of_texts() {
        for (section, fires) in [("## Bad", true), ("## Good", false)] {
            let example = example(rule.documentation, section)
                .unwrap_or_else(|| panic!("{} has no example under {section}", rule.name));
            let mut files = with_surroundings(&example);
            if rule.name == "stale-baseline" {
                files += BASELINE;
            }
            let fixture = Fixture::new(&files);
            fixture.digest();
            let found = rules::check(&fixture.snapshot, fixture.file());
            assert_eq!(
                found.iter().any(|diagnostic| diagnostic.rule == rule.name),
                fires,
                "{} under {section}: {found:?}",
                rule.name
            );
            assert!(
                fires || found.is_empty(),
                "the good example of {} is not clean: {found:?}",
                rule.name
            );
        }
        for part in ["## What it does", "## Why"] {
            assert!(
                rule.documentation.contains(part),
                "{} lacks {part}",
                rule.name
            );
        }
    }
}

/// What the examples of `stale-baseline` speak of.
const BASELINE: &str = "//- isnad.toml\n//- isnad-baseline.json\n\
    {\"version\": 1, \"findings\": {\"folder/article.news.md\": {\"undefined-entity\": {\"omar\": 1}}}}\n";

/// The files that the examples name stand beside them.
fn with_surroundings(example: &str) -> String {
    let wire = "The bridge will open on Tuesday.\n";
    let people = "haddad: {name: Laila Haddad}\nbasin: {type: place, name: Basin Town}\n";
    let other = "---\nentities:\n  haddad: {type: person, name: Laila Haddad}\n  \
        lind: {type: person, name: Peter Lind}\n---\n\
        “We will not close the crossing before the harvest is over.”{haddad}\n\n\
        “Nobody has asked the fishermen what they think of this.”{lind}\n";
    format!(
        "//- folder/article.news.md\n{example}//- folder/story.txt\n{wire}//- people.yaml\n{people}\
         //- folder/other.news.md\n{other}"
    )
}

/// The fenced text of a section; a doc comment indents its lines by one space.
fn example(documentation: &str, section: &str) -> Option<String> {
    let after = documentation.split_once(section)?.1;
    let inside = after.split_once("```text\n")?.1;
    let text = inside.split_once("```")?.0;
    let lines = text
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    Some(lines.collect::<Vec<_>>().join("\n").trim_end().to_owned() + "\n")
}

#[test]
fn names_are_listed_once_and_messages_stand_alone() {
    let mut names: Vec<_> = of_texts().map(|rule| rule.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), of_texts().count());
    for rule in of_texts() {
        assert!(rules::find(rule.name).is_some());
        assert!(!rule.summary.ends_with('.'), "{}", rule.name);
    }
}
