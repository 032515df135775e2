//! Nothing that somebody wrote is lost: a program that is killed at any moment leaves each file as it was or as it
//! was to be, whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::cli::{command, err, folder, isnad, out};

/// As many articles as are to be changed when the program is killed.
const ARTICLES: usize = 1000;

/// Something to fix, something to annotate, in two directions of writing, with CR LF and a byte order mark.
fn article(number: usize) -> String {
    let text = format!(
        "---\nlang: en\nentities:\n  haddad: {{type: person, name: Laila Haddad}}\n  ליאת: {{name: ליאת כהן}}\n---\n\n\
         [Haddad](#haddad) 😀 spoke of (=2025-3-4) {number}. “We will not close it,” Laila Haddad said [on Tuesday](=2025-3-4).\n"
    );
    match number % 3 {
        0 => text,
        1 => text.replace('\n', "\r\n"),
        _ => format!("\u{feff}{text}"),
    }
}

/// The texts of all articles of a folder; each file that is none fails the test.
fn texts(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("the folder");
    let entries = entries.map(|entry| entry.expect("a file"));
    let named = entries.map(|entry| {
        let name = entry.file_name().into_string().expect("UTF-8");
        (name, fs::read(entry.path()).expect("a text"))
    });
    named.collect()
}

/// Kills `arguments` so many times, each time at another moment, over articles that it has not changed yet.
/// `ISNAD_TEST_KILLS` asks for more.
fn check(arguments: &[&str]) {
    let kills: u32 = std::env::var("ISNAD_TEST_KILLS").map_or(4, |kills| {
        kills.parse().expect("ISNAD_TEST_KILLS is a number")
    });
    let names: Vec<String> = (0..ARTICLES).map(|at| format!("{at}.news.md")).collect();
    let scratch = folder(&[]);
    let restore = || {
        for (at, name) in names.iter().enumerate() {
            fs::write(scratch.path().join(name), article(at)).expect("an article");
        }
    };
    restore();
    let old = texts(scratch.path());
    let started = Instant::now();
    let whole = isnad(scratch.path(), arguments);
    let took = started.elapsed();
    let new = texts(scratch.path());
    assert_eq!(new.len(), ARTICLES, "{}{}", out(&whole), err(&whole));
    let changed = old.iter().filter(|(name, text)| new[*name] != **text);
    assert_eq!(changed.count(), ARTICLES, "{}", err(&whole));
    let mut in_between = 0;
    for kill in 0..kills {
        restore();
        let mut running = command(scratch.path(), arguments)
            .spawn()
            .expect("isnad runs");
        std::thread::sleep(took * (kill + 1) / (kills + 1) + Duration::from_millis(1));
        // It may have ended by itself.
        let _ = running.kill();
        running.wait().expect("it ends");
        let mut left = texts(scratch.path());
        // What was not whole yet is known by its name, and is no article.
        left.retain(|name, _| {
            let is_scratch = name.starts_with(".isnad-");
            if is_scratch {
                fs::remove_file(scratch.path().join(name)).expect("a scratch file");
            }
            !is_scratch
        });
        assert!(left.keys().eq(old.keys()), "kill {kill}: other files");
        let mut done = 0;
        for (name, text) in &left {
            assert!(
                *text == old[name] || *text == new[name],
                "kill {kill}: {name} is torn: {}",
                String::from_utf8_lossy(text)
            );
            done += usize::from(*text == new[name]);
        }
        in_between += u32::from(done > 0 && done < ARTICLES);
    }
    println!(
        "{arguments:?}: {kills} killed, {in_between} of them between the first file and the last"
    );
}

#[test]
fn a_killed_fix_tears_no_file() {
    check(&["fix"]);
}

#[test]
fn a_killed_annotate_tears_no_file() {
    check(&["annotate"]);
}

#[cfg(unix)]
#[test]
fn a_file_with_several_names_is_left_as_it_is() {
    let folder = folder(&[("a.news.md", article(0).as_bytes())]);
    let path = |name: &str| folder.path().join(name);
    fs::hard_link(path("a.news.md"), path("kept.md")).expect("a second name");
    let output = isnad(folder.path(), &["fix", "a.news.md"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        err(&output),
        "isnad: a.news.md: this file has 2 names (hard links), and only this one would lead to the new text: \
         make it a file of its own first; it is left as it is\n"
    );
    for name in ["a.news.md", "kept.md"] {
        let text = fs::read_to_string(path(name)).expect("the article");
        assert_eq!(text, article(0));
    }
}
