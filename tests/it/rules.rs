//! Each rule by the examples of its own documentation, and by what editors would underline.

use std::fmt::Write;

use isnad::rules::{self, ALL};
use isnad::text::FileRange;

use crate::fixture::Fixture;

/// The findings in the first file of a fixture, each drawn as its line with `^` under the words.
fn findings(written: &str) -> String {
    let fixture = Fixture::new(written);
    let mut drawn = String::new();
    for diagnostic in rules::check(&fixture.snapshot, fixture.file()) {
        let place = FileRange {
            file: fixture.file(),
            range: diagnostic.range,
        };
        let (severity, rule) = (diagnostic.severity.name(), diagnostic.rule);
        let _ = writeln!(
            drawn,
            "{} {severity}[{rule}] {}",
            fixture.draw(place),
            diagnostic.message
        );
        for related in &diagnostic.related {
            let _ = writeln!(
                drawn,
                "{} note: {}",
                fixture.draw(related.place),
                related.message
            );
        }
    }
    drawn
}

#[test]
fn documentation_is_true() {
    for rule in ALL {
        for (section, fires) in [("## Bad", true), ("## Good", false)] {
            let example = example(rule.documentation, section)
                .unwrap_or_else(|| panic!("{} has no example under {section}", rule.name));
            let fixture = Fixture::new(&with_surroundings(&example));
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

/// The files that the examples name stand beside them.
fn with_surroundings(example: &str) -> String {
    let wire = "The bridge will open on Tuesday.\n";
    format!(
        "//- folder/article.news.md\n{example}//- folder/story.txt\n{wire}//- people.yaml\nhaddad: {{name: Laila Haddad}}\n"
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
    let mut names: Vec<_> = ALL.iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), ALL.len());
    for rule in ALL {
        assert!(rules::find(rule.name).is_some());
        assert!(!rule.summary.ends_with('.'), "{}", rule.name);
    }
}

#[test]
fn what_is_underlined() {
    insta::assert_snapshot!(findings(
        "---\nentities: {a: , b: , c: , x: , agency: }\nlang: [en\n---\n\n\
         # [فيروز](#فيروز\n\n\
         [Laila](#haddad said 😀 [“no”]{a b} and “yes”{a >} then\n\
         [that [sic he went]{x} or a](#b) [](#c) [d]{} [e](#f@g) [\u{65}\u{301}](#h\u{640}i)\n\n\
         “x”{a .c b} “x”{a < b > c} “x”{a k=} “x”{a k=\"v} “x”{a ; b} “x”{a,, b} “x”{ < agency}\n\
         <!-- never closed\n"
    ));
}
