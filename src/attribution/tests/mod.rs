//! Passages in, readings out.
//!
//! The tables beside this file hold articles, parted by empty lines: a passage a line, and under it,
//! indented, what must be read of its quotations and of what is said without marks:
//!
//! ```text
//! “The bridge is open,” said Ada Marlow.
//!     speech “The bridge is open,” · Ada Marlow · said · AfterInverted Sure
//! ```
//!
//! A heading begins with `# `; a line that begins with `// ` says what the cases below it are about.
//! Quotations are found by their marks; one that a passage does not close goes on in the next.

mod properties;

use super::{Passage, Prose, Quote, Source, Words, read};
use crate::text::{TextRange, TextSize};

#[test]
fn english() {
    check("en", include_str!("en.txt"));
}

#[test]
fn french() {
    check("fr", include_str!("fr.txt"));
}

#[test]
fn german() {
    check("de", include_str!("de.txt"));
}

#[test]
fn nothing_is_said_of_an_unknown_language() {
    let passages = [passage("“Ita,” dixit Marcus.", &mut None)];
    let prose = Prose {
        lang: "la",
        passages: &passages,
    };
    assert_eq!(read(&prose, None).passages().count(), 0);
}

/// Holds `table` to what is read of its articles.
#[track_caller]
pub(super) fn check(lang: &str, table: &str) {
    let drawn: Vec<String> = table
        .split("\n\n")
        .map(|article| draw(lang, article))
        .collect();
    let drawn = drawn.join("\n\n");
    let wrong: Vec<String> = drawn
        .split("\n\n")
        .zip(table.trim_end().split("\n\n"))
        .filter(|(drawn, article)| drawn != article)
        .map(|(drawn, article)| format!("read:\n{drawn}\nshould be:\n{article}\n"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An article with what is read of it under each of its passages.
fn draw(lang: &str, article: &str) -> String {
    let lines: Vec<&str> = article
        .lines()
        .filter(|line| !line.starts_with("    "))
        .collect();
    let mut open = None;
    let passages: Vec<Passage<'_>> = lines
        .iter()
        .filter(|line| !line.starts_with("// "))
        .map(|line| passage(line, &mut open))
        .collect();
    let prose = Prose {
        lang,
        passages: &passages,
    };
    let reading = read(&prose, None);
    let mut readings = reading.passages();
    let mut out = Vec::new();
    let mut at = 0;
    for line in lines {
        out.push(line.to_owned());
        if line.starts_with("// ") {
            continue;
        }
        let words = |words: &Words| {
            let back = "↑".repeat(words.back);
            format!("{back}{}", &passages[at - words.back].text[words.range])
        };
        let read = readings.next().expect("a reading of each passage");
        for (quote, found) in passages[at].quotes.iter().zip(&read.quotations) {
            let nature = format!("{:?}", found.nature).to_lowercase();
            let text = &passages[at].text[quote.range];
            let source = found
                .source
                .as_ref()
                .map(|source| draw_source(source, words));
            let source = source.unwrap_or_default();
            out.push(format!("    {nature} {text}{source}"));
        }
        for said in &read.statements {
            let text = &passages[at].text[said.content];
            out.push(format!(
                "    says {text}{}",
                draw_source(&said.source, words)
            ));
        }
        at += 1;
    }
    out.join("\n")
}

fn draw_source(source: &Source, words: impl Fn(&Words) -> String) -> String {
    let mut parts = vec![words(&source.speaker)];
    parts.extend(source.cue.as_ref().map(&words));
    parts.push(format!("{:?} {:?}", source.pattern, source.grade));
    parts.extend(
        source
            .addressees
            .iter()
            .map(|to| format!("to {}", words(to))),
    );
    parts.extend(source.via.iter().map(|via| format!("via {}", words(via))));
    if source.is_anonymous {
        parts.push("unnamed".to_owned());
    }
    format!(" · {}", parts.join(" · "))
}

/// A passage with its quotations. `open` is the mark that would close the one that the passage before
/// left open.
fn passage<'a>(line: &'a str, open: &mut Option<char>) -> Passage<'a> {
    let text = line.strip_prefix("# ").unwrap_or(line);
    let mut quotes = Vec::new();
    let mut goes_on = open.take().is_some_and(|_| text.starts_with(MARKS));
    let mut start = None;
    for (at, mark) in text.char_indices() {
        match start {
            None => {
                let pair = PAIRS.iter().find(|(opening, _)| *opening == mark);
                start = pair.map(|(_, closing)| (at, *closing));
            }
            Some((from, closing)) if closing.contains(mark) => {
                let range = range(from, at + mark.len_utf8());
                quotes.push(Quote { range, goes_on });
                goes_on = false;
                start = None;
            }
            Some(_) => {}
        }
    }
    if let Some((from, closing)) = start {
        let range = range(from, text.len());
        quotes.push(Quote { range, goes_on });
        *open = closing.chars().next();
    }
    Passage {
        text,
        is_heading: line.starts_with("# "),
        quotes,
    }
}

/// Opening marks and those that close them.
const PAIRS: [(char, &str); 4] = [('“', "”"), ('"', "\""), ('„', "“”"), ('«', "»")];
const MARKS: [char; 4] = ['“', '"', '„', '«'];

fn range(start: usize, end: usize) -> TextRange {
    let at = |at: usize| TextSize::new(u32::try_from(at).expect("a short line"));
    TextRange::new(at(start), at(end))
}
