//! News in, what is read of it out.
//!
//! The case files beside this one hold cases after lines `=== title`; blank lines part the passages
//! of a case. Its first passage is a heading where it begins with `# `. Quotations stand between the
//! marks of the language.

mod ar;
mod properties;

use std::fmt::Write;

use super::{Passage, PassageReading, Prose, Quote, Source, Words, read};
use crate::text::{TextRange, TextSize};

/// Draws what is read of each case below its passages.
fn check(lang: &str, cases: &str) {
    let mut drawn = String::new();
    for case in cases.split("=== ").skip(1) {
        let (title, text) = case.split_once('\n').expect("a title and a text");
        let passages: Vec<Passage<'_>> = text.trim().split("\n\n").map(passage).collect();
        let reading = read(&Prose {
            lang,
            passages: &passages,
        });
        let _ = writeln!(drawn, "=== {title}");
        for (at, (passage, read)) in passages.iter().zip(&reading.passages).enumerate() {
            let _ = writeln!(drawn, "{}\n{}", passage.text, draw(&passages[..=at], read));
        }
    }
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(lang, drawn);
    });
}

/// What is read of the last of `passages`.
fn draw(passages: &[Passage<'_>], read: &PassageReading) -> String {
    let here = &passages[passages.len() - 1];
    let mut drawn = String::new();
    for (quote, read) in here.quotes.iter().zip(&read.quotations) {
        let _ = write!(drawn, "    {:?} {}", read.nature, &here.text[quote.range]);
        if let Some(source) = &read.source {
            let _ = write!(drawn, "{}", of_source(passages, source));
        }
        drawn.push('\n');
    }
    for statement in &read.statements {
        let source = of_source(passages, &statement.source);
        let _ = writeln!(
            drawn,
            "    States ⟦{}⟧{source}",
            &here.text[statement.content]
        );
    }
    drawn
}

fn of_source(passages: &[Passage<'_>], source: &Source) -> String {
    let words = |words: &Words| {
        let passage = passages.len() - 1 - words.back;
        passages[passage].text[words.range].to_owned()
    };
    let list = |list: &[Words]| list.iter().map(words).collect::<Vec<_>>().join(" + ");
    let Source { pattern, grade, .. } = source;
    let mut drawn = format!(
        "\n      by [{}] {grade:?} {pattern:?}",
        words(&source.speaker)
    );
    if let Some(cue) = &source.cue {
        let _ = write!(drawn, ", cue [{}]", words(cue));
    }
    if !source.addressees.is_empty() {
        let _ = write!(drawn, ", to [{}]", list(&source.addressees));
    }
    if !source.via.is_empty() {
        let _ = write!(drawn, ", via [{}]", list(&source.via));
    }
    if source.is_anonymous {
        drawn.push_str(", anonymous");
    }
    drawn
}

/// The passage that is written so.
fn passage(written: &str) -> Passage<'_> {
    let heading = written.strip_prefix("# ");
    let text = heading.unwrap_or(written);
    Passage {
        text,
        is_heading: heading.is_some(),
        quotes: quotes(text),
    }
}

/// The outermost quotations of a text, by their marks.
fn quotes(text: &str) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut open: Option<(usize, &[char])> = None;
    for (at, mark) in text.char_indices() {
        match open {
            Some((start, ends)) if ends.contains(&mark) => {
                quotes.push(quote(start, at + mark.len_utf8()));
                open = None;
            }
            Some(_) => {}
            None => open = closing(mark).map(|ends| (at, ends)),
        }
    }
    quotes
}

fn quote(start: usize, end: usize) -> Quote {
    let place = |at: usize| TextSize::try_from(at).expect("a short text");
    Quote {
        range: TextRange::new(place(start), place(end)),
        goes_on: false,
    }
}

/// The marks that end what `mark` begins.
fn closing(mark: char) -> Option<&'static [char]> {
    match mark {
        '"' => Some(&['"']),
        '“' => Some(&['”']),
        '„' => Some(&['“', '”']),
        '«' => Some(&['»']),
        _ => None,
    }
}
