//! How fast each layer reads, beside `memchr` counting the quotation marks of the same text.

use std::hint::black_box;

use isnad::dates;
use isnad::model::Article;
use isnad::names::matcher::{Language, Layer, NameEntry, NameMatcher, find};
use isnad::rules;
use isnad::syntax::{Flavor, parse, strip};
use isnad::workspace::Workspace;

use crate::measure::median;
use crate::newsroom::{WRITINGS, Writing, folder, set};

const BYTES: usize = 4096;
const ARTICLES: usize = 100;
const NAMES: usize = 100;
const RUNS: usize = 9;

pub(crate) fn run() {
    for writing in WRITINGS {
        let article = writing.article(BYTES, 0);
        println!(
            "\n{:<44}{:>12}{:>16}",
            format!("{}: what reads articles of 4 KB", writing.lang),
            "MB/s",
            "times memchr"
        );
        let mut counting = None;
        for (name, read) in readers(writing, &article) {
            let time = median(
                RUNS,
                || (),
                |()| {
                    for _ in 0..ARTICLES {
                        read();
                    }
                },
            );
            let seconds = time.as_secs_f64();
            let counting = *counting.get_or_insert(seconds);
            let kilobytes = u32::try_from(article.len() * ARTICLES / 1000).expect("a few");
            let speed = f64::from(kilobytes) / 1e3 / seconds;
            println!("{name:<44}{speed:>12.1}{:>16.0}", seconds / counting);
        }
    }
}

type Reader<'a> = (&'static str, Box<dyn Fn() + 'a>);

/// What reads the article, from the bottom layer to the top; all but the last by itself.
fn readers<'a>(writing: &'a Writing, text: &'a str) -> Vec<Reader<'a>> {
    let lang = Some(writing.lang);
    let language = Language::of(lang);
    let names = (0..NAMES).map(|number| NameEntry {
        name: writing.person(number),
        key: number as u32,
        person: true,
    });
    let matcher = NameMatcher::new(names, language.forms());
    let tree = parse(text, Flavor::Article);
    let wire = strip(&tree, text);
    let words = wire.clone();
    let path = folder().join("article.news.md");
    vec![
        (
            "memchr, counting quotation marks",
            Box::new(move || {
                black_box(marks(text));
            }),
        ),
        (
            "syntax: parse",
            Box::new(move || {
                black_box(parse(text, Flavor::Article));
            }),
        ),
        (
            "names: find 100 declared names",
            Box::new(move || {
                let layers = [Layer {
                    matcher: &matcher,
                    key: &Some,
                }];
                for paragraph in words.split("\n\n") {
                    black_box(find(&layers, &language, paragraph));
                }
            }),
        ),
        (
            "dates: find dates",
            Box::new(move || {
                for paragraph in wire.split("\n\n") {
                    black_box(dates::find(paragraph, lang));
                }
            }),
        ),
        (
            "model: read the article",
            Box::new(move || {
                black_box(Article::read(text, &tree, lang));
            }),
        ),
        (
            "rules: check the article, all of the above",
            Box::new(move || {
                let mut workspace = Workspace::new();
                set(&mut workspace, &path, text);
                let snapshot = workspace.snapshot();
                let file = snapshot.file(&path).expect("the article");
                black_box(rules::check(&snapshot, file));
            }),
        ),
    ]
}

/// How many quotation marks there are, by the bytes with which they begin.
fn marks(text: &str) -> usize {
    let bytes = text.as_bytes();
    let begins = |at: &usize| match bytes[*at] {
        b'"' => true,
        0xC2 => matches!(bytes[*at + 1], 0xAB | 0xBB),
        _ => bytes[*at + 1] == 0x80 && (0x98..=0x9F).contains(&bytes[*at + 2]),
    };
    let places = memchr::memchr3_iter(b'"', 0xC2, 0xE2, bytes);
    places.filter(begins).count()
}
