//! What it costs to check articles whose registry declares many persons.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use isnad::rules;
use isnad::workspace::Workspace;

use crate::measure::{Table, median};
use crate::newsroom::{WRITINGS, Writing, corpus, folder, set, workspace};

const PERSONS: [usize; 4] = [0, 100, 1_000, 10_000];

/// Two sizes of one registry that must hardly differ, by their columns.
const RATIO: (usize, usize) = (3, 1);

const BYTES: usize = 4096;

pub(crate) fn run() {
    let columns: Vec<String> = PERSONS
        .iter()
        .map(|count| format!("{count} names"))
        .collect();
    for writing in WRITINGS {
        let title = format!("{}: an article of 4 KB, registry of", writing.lang);
        let mut table = Table::new(&title, &columns, RATIO);
        let times = PERSONS.map(|persons| times(writing, persons));
        for (row, name) in ROWS.into_iter().enumerate() {
            table.row(name, times.iter().map(|times| times[row]).collect());
        }
        table.print();
    }
    for (name, writing) in [
        ("en-news-train.jsonl", &WRITINGS[0]),
        ("ar-news-dev.jsonl", &WRITINGS[1]),
    ] {
        match corpus(name) {
            Some(texts) => of_corpus(name, writing, &texts, &columns),
            None => println!("\n{name} is not there: skipped"),
        }
    }
}

const ROWS: [&str; 6] = [
    "first check, with reading the registry",
    "check after an edit of the text",
    "check after an edit of the front matter",
    "check with an unknown id",
    "100 articles, first check of all",
    "100 articles more, with that registry",
];

fn times(writing: &Writing, persons: usize) -> [Duration; ROWS.len()] {
    let registry = writing.registry(persons);
    let article = writing.article(BYTES, 0);
    let path = folder().join("article.news.md");
    let opened = || {
        let mut workspace = workspace(&registry);
        set(&mut workspace, &path, &article);
        workspace
    };
    let paths: Vec<PathBuf> = (0..200)
        .map(|number| folder().join(format!("{number}.news.md")))
        .collect();
    let with_all = || {
        let mut workspace = workspace(&registry);
        for (number, path) in paths.iter().enumerate() {
            set(&mut workspace, path, &writing.article(BYTES, number));
        }
        workspace
    };
    let first = median(3, opened, |workspace| check(workspace, &path));

    let mut open = opened();
    check(&open, &path);
    let mut edited = |from: &str, to: &str| {
        let edited = article.replacen(from, to, 1);
        let mut is_edited = false;
        median(
            41,
            || (),
            |()| {
                is_edited = !is_edited;
                set(&mut open, &path, if is_edited { &edited } else { &article });
                check(&open, &path);
            },
        )
    };
    let text = edited("{own}", "{own}…");
    let front = edited("name: ", "aka: [Somebody Else], name: ");
    let unknown = edited("{own}", "{onw5678}");

    let mut hundred = Vec::new();
    let mut further = Vec::new();
    for _ in 0..3 {
        let all = with_all();
        for (times, paths) in [(&mut hundred, &paths[..100]), (&mut further, &paths[100..])] {
            let start = Instant::now();
            for path in paths {
                check(&all, path);
            }
            times.push(start.elapsed());
        }
    }
    hundred.sort_unstable();
    further.sort_unstable();
    [first, text, front, unknown, hundred[1], further[1]]
}

fn of_corpus(name: &str, writing: &Writing, texts: &[String], columns: &[String]) {
    let title = format!("{name}: {} texts, registry of", texts.len());
    let mut table = Table::new(&title, columns, RATIO);
    let times = PERSONS.map(|persons| {
        let registry = writing.registry(persons);
        median(
            3,
            || {
                let mut workspace = workspace(&registry);
                let path = |number: usize| folder().join(format!("{number}.news.md"));
                for (number, text) in texts.iter().enumerate() {
                    let text = format!("---\nlang: {}\n---\n\n{text}", writing.lang);
                    set(&mut workspace, &path(number), &text);
                }
                let paths = (0..texts.len()).map(path).collect::<Vec<_>>();
                (workspace, paths)
            },
            |(workspace, paths)| {
                for path in paths {
                    check(workspace, path);
                }
            },
        )
    });
    table.row("first check of all", times.to_vec());
    table.print();
}

fn check(workspace: &Workspace, path: &std::path::Path) {
    let snapshot = workspace.snapshot();
    let file = snapshot.file(path).expect("the article");
    std::hint::black_box(rules::check(&snapshot, file));
}
