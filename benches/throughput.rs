//! How fast each layer reads, beside `memchr` counting the quotation marks of the same text.
//!
//! `cargo bench --bench throughput` prints one table: for each of the example articles, repeated to
//! a few hundred articles of one language, megabytes a second (the median of several runs) and how
//! many times longer it takes than counting. The machine is noisy: compare the ratios of one run.
//! `-- WORD` runs the stages whose name begins with the word, beside counting.

use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use isnad::dates;
use isnad::model::Article;
use isnad::names::matcher::{NameEntry, NameMatcher};
use isnad::rules;
use isnad::syntax::{Flavor, parse, strip};
use isnad::workspace::{Content, Workspace};

const EXAMPLES: [(&str, &str); 4] = [
    ("ar", "ar-ferry"),
    ("en", "en-bridge"),
    ("de", "de-bahn"),
    ("fr", "fr-port"),
];
/// Paragraphs of an article are those of the example, so many times.
const PARAGRAPHS: usize = 4;
const ARTICLES: usize = 400;
const RUNS: usize = 9;

fn main() {
    let mut words = std::env::args().skip(1);
    let wanted = words.find(|word| word != "--bench").unwrap_or_default();
    let mut table = String::from("| reads | language | MB/s | × memchr |\n|---|---|---:|---:|\n");
    for (lang, name) in EXAMPLES {
        let article = article(name);
        let bytes = article.len() * ARTICLES;
        let mut counting = Duration::ZERO;
        let stages = stages(&article, lang).into_iter();
        let is_wanted = |stage: &Stage<'_>| stage.0 == "memchr" || stage.0.starts_with(&wanted);
        for (stage, run) in stages.filter(is_wanted) {
            let median = median(|| {
                for _ in 0..ARTICLES {
                    run();
                }
            });
            if stage == "memchr" {
                counting = median;
            }
            let speed = bytes as f64 / 1e6 / median.as_secs_f64();
            let ratio = median.as_secs_f64() / counting.as_secs_f64();
            writeln!(table, "| {stage} | {lang} | {speed:.1} | {ratio:.0} |").expect("a string");
        }
    }
    print!("{table}");
}

/// An example with its front matter once and its text several times.
fn article(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let text = fs::read_to_string(path.join(format!("{name}.news.md"))).expect("an example");
    let body = text.find("\n---\n").map_or(0, |at| at + 5);
    let body_text = format!("\n{}", text[body..].trim_start());
    text[..body].to_owned() + &body_text.repeat(PARAGRAPHS)
}

type Stage<'a> = (&'static str, Box<dyn Fn() + 'a>);

fn stages<'a>(text: &'a str, lang: &'a str) -> Vec<Stage<'a>> {
    let tree = parse(text, Flavor::Article);
    let wire = strip(&tree, text);
    let names: Vec<NameEntry> = (0..100)
        .map(|key| NameEntry {
            name: format!("{} {}", GIVEN[key % 10], FAMILY[key / 10]),
            key: key as u32,
            person: true,
        })
        .collect();
    let matcher = NameMatcher::new(&names, Some(lang));
    let tree_of = parse(text, Flavor::Article);
    let path = Path::new("article.news.md");
    let content = Content::Text(Arc::from(text));
    vec![
        (
            "memchr",
            Box::new(move || {
                black_box(marks(text));
            }),
        ),
        (
            "parse",
            Box::new(move || drop(black_box(parse(text, Flavor::Article)))),
        ),
        (
            "strip",
            Box::new(move || drop(black_box(strip(&tree, text)))),
        ),
        (
            "model",
            Box::new(move || drop(black_box(Article::read(text, &tree_of, Some(lang))))),
        ),
        ("names (100)", {
            let wire = wire.clone();
            Box::new(move || drop(black_box(matcher.find(&wire))))
        }),
        (
            "dates",
            Box::new(move || drop(black_box(dates::find(&wire, Some(lang))))),
        ),
        (
            "check, all of it",
            Box::new(move || {
                let mut workspace = Workspace::with_lang(lang);
                workspace.set(path, content.clone());
                let snapshot = workspace.snapshot();
                let file = snapshot.file(path).expect("the article");
                drop(black_box(rules::check(&snapshot, file)));
            }),
        ),
    ]
}

const GIVEN: [&str; 10] = [
    "ليلى", "سمير", "Laila", "Samir", "Jonas", "Greta", "Émile", "Odile", "Вера", "Олег",
];
const FAMILY: [&str; 10] = [
    "حداد",
    "العلي",
    "Haddad",
    "Okafor",
    "Lindner",
    "Weiss",
    "Morel",
    "Garnier",
    "Орлова",
    "Климов",
];

/// Counts quotation marks by the bytes that can begin one.
fn marks(text: &str) -> usize {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'"', 0xE2, 0xC2, bytes)
        .filter(|at| {
            let rest = &bytes[*at..];
            rest[0] == b'"'
                || rest.starts_with("«".as_bytes())
                || rest.starts_with("»".as_bytes())
                || rest.starts_with(&[0xE2, 0x80])
        })
        .count()
}

fn median(run: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}
