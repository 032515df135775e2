//! `docs/rules.md` is the manual of the rules: their own documentation, and how often each fires on
//! ordinary news. `INSTA_UPDATE=always cargo test manual::` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use isnad::rules::{self, Rule};

#[test]
fn the_manual_is_what_the_rules_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let rates = fs::read_to_string(folder.join("rates.tsv")).expect("the rates");
    let manual = manual(&rates);
    let path = folder.join("rules.md");
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&path, &manual).expect("a place for the manual");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == manual,
        "docs/rules.md is not what the rules say: `INSTA_UPDATE=always cargo test manual::` writes it"
    );
}

#[test]
fn every_rule_has_been_tried_on_news() {
    let rates = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rates.tsv");
    let rates = fs::read_to_string(rates).expect("the rates");
    let tried: Vec<&str> = rows(&rates).map(|(rule, _)| rule).skip(2).collect();
    let named: Vec<&str> = rules::manual().map(|rule| rule.name).collect();
    assert_eq!(tried, named, "`cargo bench --bench rates` tries them");
}

fn manual(rates: &str) -> String {
    let mut manual = String::from(INTRODUCTION);
    let rates: BTreeMap<&str, Vec<&str>> = rows(rates).collect();
    table(&mut manual, &rates);
    for subject in rules::MANUAL {
        let _ = write!(manual, "\n## {}\n", subject.title);
        for rule in subject.rules {
            page(&mut manual, rule);
        }
    }
    manual
}

const INTRODUCTION: &str = "\
# The rules

`isnad explain RULE` shows a page of this manual, offline. Every rule can be set to `off`, `hint`,
`info`, `warning` or `error` in `isnad.toml`, for all articles or for some, as
[configuration.md](configuration.md) tells, and be silenced in an article by a comment with its
reason: `<!-- isnad: allow RULE — reason -->`.

The table tells how often a rule finds something on ordinary news, in findings per 1,000 articles:
once in the texts as they come from the wire, once annotated from hand-made lists of their
quotations and speakers. The news is political news in English, Wikinews in German, and newswire in
Arabic; nothing in it was written for Isnad. `cargo bench --bench rates` measures it. A rule that
needs what no text there has, such as a registry, shows nothing. What the numbers are made of:

- `mismatched-quote-marks`: nearly all in English; one publisher mixes curly and straight marks.
- `unattributed-quote`: in annotated articles, pairs of marks that the lists leave out; in raw ones,
  quotations whose sentence names nobody, and words between marks that are perhaps no speech.
- `unclosed-quote`, `parenthesis-in-quote`: read by eye; about nine in ten are as the rule says.
- `invisible-character`, `bidi-control`: what broken conversions left in the texts.

";

fn table(manual: &mut String, rates: &BTreeMap<&str, Vec<&str>>) {
    let (columns, articles) = (&rates["rule"], &rates["articles"]);
    let _ = write!(manual, "| rule | severity |");
    for (column, articles) in columns.iter().zip(articles) {
        let _ = write!(manual, " {column} ({articles}) |");
    }
    let _ = writeln!(manual, "\n|---|---|{}", "---:|".repeat(columns.len()));
    for rule in rules::manual() {
        let (name, severity) = (rule.name, rule.severity.name());
        let _ = write!(manual, "| [`{name}`](#{name}) | {severity} |");
        for rate in &rates[name] {
            let _ = write!(manual, " {} |", if *rate == "0" { "" } else { rate });
        }
        let _ = writeln!(manual);
    }
}

/// The page of a rule, its headings below its name.
fn page(manual: &mut String, rule: &Rule) {
    let (name, severity, summary) = (rule.name, rule.severity.name(), rule.summary);
    let _ = write!(manual, "\n### {name}\n\n*{severity}* · {summary}\n\n");
    for line in rule.documentation.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        let heading = line.strip_prefix("## ");
        let _ = match heading {
            Some(heading) => writeln!(manual, "#### {heading}"),
            None => writeln!(manual, "{line}"),
        };
    }
}

/// The rows of the rates: a name and what stands in its columns.
fn rows(rates: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    rates.lines().map(|line| {
        let mut cells = line.split('\t');
        (cells.next().unwrap_or_default(), cells.collect())
    })
}
