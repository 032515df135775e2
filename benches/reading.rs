//! How fast raw news is read: `cargo bench --bench reading -- FOLDER` reads every `*.jsonl` of the
//! folder, an article a line: `{"lang", "text"}`. One line for each language: how many megabytes a
//! second one core parses, how many it reads for quotations and speakers, and how many times the one
//! is the other; then how much of an article a keystroke makes it read again.

use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use isnad::attribution::{self, Prose, Reading};
use isnad::model::{Article, quoted_passages};
use isnad::syntax::{Flavor, parse};
use serde::Deserialize;

const RUNS: usize = 7;

#[derive(Deserialize)]
struct News {
    lang: String,
    text: String,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.find(|word| word != "--bench") else {
        eprintln!("skipped: name a folder of news (*.jsonl)");
        return;
    };
    let mut by_language: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "jsonl")
        {
            for line in fs::read_to_string(entry.path()).expect("a text").lines() {
                let news: News = serde_json::from_str(line).expect("an article");
                by_language.entry(news.lang).or_default().push(news.text);
            }
        }
    }
    println!(
        "{:<6}{:>8}{:>14}{:>14}{:>16}{:>22}",
        "", "MB", "parse MB/s", "read MB/s", "read : parse", "keystroke : article"
    );
    for (lang, texts) in by_language {
        row(&lang, &texts);
    }
}

fn row(lang: &str, texts: &[String]) {
    let articles: Vec<Article> = texts
        .iter()
        .map(|text| Article::read(text, &parse(text, Flavor::Wire), Some(lang)))
        .collect();
    let read = |article: &Article, before: Option<&Reading>| {
        let (passages, _) = quoted_passages(article);
        let prose = Prose {
            lang,
            passages: &passages,
        };
        attribution::read(&prose, before)
    };
    let parsing = median(|| {
        for text in texts {
            black_box(parse(text, Flavor::Wire));
        }
    });
    let reading = median(|| {
        for article in &articles {
            black_box(read(article, None));
        }
    });
    // A letter at the end of the first paragraph.
    let typed: Vec<(Article, Reading)> = texts
        .iter()
        .zip(&articles)
        .map(|(text, article)| {
            let at = text.find("\n\n").unwrap_or(text.len());
            let text = format!("{}x{}", &text[..at], &text[at..]);
            let typed = Article::read(&text, &parse(&text, Flavor::Wire), Some(lang));
            (typed, read(article, None))
        })
        .collect();
    let again = median(|| {
        for (article, before) in &typed {
            black_box(read(article, Some(before)));
        }
    });
    let bytes: usize = texts.iter().map(String::len).sum();
    let megabytes = f64::from(u32::try_from(bytes).expect("no more than 4 GB")) / 1e6;
    println!(
        "{lang:<6}{megabytes:>8.1}{:>14.0}{:>14.0}{:>16.1}{:>22.2}",
        megabytes / parsing.as_secs_f64(),
        megabytes / reading.as_secs_f64(),
        reading.as_secs_f64() / parsing.as_secs_f64(),
        again.as_secs_f64() / reading.as_secs_f64(),
    );
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}
