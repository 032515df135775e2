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

/// A page of a file system in memory, in bytes.
#[cfg(target_os = "linux")]
const PAGE: usize = 4096;

/// Runs `arguments` over articles of one page to twenty, on a disk that has room for these and five pages more.
#[cfg(target_os = "linux")]
fn check_on_full_disk(arguments: &str) {
    /// In a namespace of its own, so that the disk is gone with it.
    const SCRIPT: &str = r#"
        mkdir disk && mount -t tmpfs -o size="$ROOM" tmpfs disk || exit 77
        cp *.news.md disk && cd disk
        "$ISNAD" $ARGUMENTS
        code=$?
        cd .. && mkdir left && cp -a disk/. left && exit $code
    "#;
    let texts_of = |at: usize| article(at) + &"It rained 😀.\n".repeat(at * PAGE / 15);
    let old: Vec<(String, String)> = (0..20)
        .map(|at| (format!("{at}.news.md"), texts_of(at)))
        .collect();
    let files: Vec<(&str, &[u8])> = old
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let pages: usize = files
        .iter()
        .map(|(_, text)| text.len().div_ceil(PAGE))
        .sum();
    let (full, roomy) = (folder(&files), folder(&files));
    let ran = std::process::Command::new("unshare")
        .args(["--user", "--mount", "--map-root-user", "sh", "-c", SCRIPT])
        .current_dir(full.path())
        .env("ROOM", ((pages + 5) * PAGE).to_string())
        .env("ISNAD", env!("CARGO_BIN_EXE_isnad"))
        .env("ARGUMENTS", arguments)
        .output();
    let Ok(ran) = ran else {
        println!("skipped: there is no `unshare`");
        return;
    };
    let left = full.path().join("left");
    if !left.exists() {
        println!("skipped: no small disk can be had here: {}", err(&ran));
        return;
    }
    let whole = isnad(roomy.path(), &[arguments]);
    let new = texts(roomy.path());
    let left = texts(&left);
    assert_eq!(left.len(), old.len(), "{:?}", left.keys());
    let mut kept = 0;
    for (name, old) in &old {
        let (text, new) = (&left[name], &new[name]);
        assert!(text == old.as_bytes() || text == new, "{name} is torn");
        assert_ne!(old.as_bytes(), new, "{}", out(&whole));
        if text == old.as_bytes() {
            kept += 1;
            let told = format!(
                "{name}: this file cannot be written: No space left on device (os error 28); it is left as it is"
            );
            assert!(err(&ran).contains(&told), "{}", err(&ran));
        }
    }
    assert!(kept > 0 && kept < old.len(), "{kept} are left as they were");
    assert_eq!(ran.status.code(), Some(2), "{}", err(&ran));
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_nothing_is_lost_by_fixing() {
    check_on_full_disk("fix");
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_nothing_is_lost_by_annotating() {
    check_on_full_disk("annotate");
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
