//! What `isnad check` remembers: nothing of it is ever to be seen in what it prints.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::cli::{command, err, isnad, out};

/// Enough of them to be worth remembering.
const ARTICLES: usize = 80;

const SAID: &str =
    "“We will not close the crossing before the harvest is over,”{haddad} Laila Haddad said.";

/// Articles in which little is wrong, and beside them a place for what is remembered.
struct Newsroom {
    folder: tempfile::TempDir,
    cache: tempfile::TempDir,
}

impl Newsroom {
    fn new() -> Newsroom {
        let scratch = || tempfile::tempdir().expect("a scratch folder");
        let newsroom = Newsroom {
            folder: scratch(),
            cache: scratch(),
        };
        newsroom.write(
            "entities.yaml",
            "haddad: {type: person, name: Laila Haddad}\n",
        );
        newsroom.write("isnad.toml", "");
        newsroom.write("wire.txt", "Laila Haddad was on ferry 1.\n");
        for number in 0..ARTICLES {
            let words = match number {
                7 | 70 => SAID.to_owned(),
                9 => "She said: “We will not close it.".to_owned(),
                _ => format!("Laila Haddad was on ferry {number}."),
            };
            let wire = if number == 1 { "wire: wire.txt\n" } else { "" };
            newsroom.article(number, &format!("---\nlang: en\n{wire}---\n\n{words}\n"));
        }
        newsroom
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).expect("a file");
    }

    fn article(&self, number: usize, text: &str) {
        self.write(&format!("{number:03}.news.md"), text);
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = command(self.folder.path(), arguments);
        command.env("ISNAD_CACHE_DIR", self.cache.path().join("isnad"));
        command.output().expect("isnad runs")
    }

    /// What it finds is what it finds where nothing is remembered.
    #[track_caller]
    fn check(&self, arguments: &[&str]) -> String {
        let arguments = [&["check", "--format", "json"], arguments].concat();
        let forgetful = isnad(self.folder.path(), &arguments);
        let now = self.run(&arguments);
        assert_eq!(out(&now), out(&forgetful), "{arguments:?}");
        assert_eq!(err(&now), err(&forgetful), "{arguments:?}");
        assert_eq!(now.status.code(), forgetful.status.code());
        out(&now)
    }

    /// The file that holds it.
    fn file(&self) -> PathBuf {
        let folder = self.cache.path().join("isnad");
        let mut files = fs::read_dir(folder).expect("a folder");
        let file = files.next().expect("a file").expect("a file").path();
        assert!(files.next().is_none(), "one file is enough");
        file
    }

    fn remembered(&self) -> usize {
        let text = fs::read(self.file()).expect("what is remembered");
        text.split(|byte| *byte == b'\n').count() - 1
    }
}

#[test]
fn what_is_remembered_is_not_found_out_again_and_says_the_same() {
    let newsroom = Newsroom::new();
    let found = newsroom.check(&[]);
    assert!(found.contains("unclosed-quote"), "{found}");
    assert_eq!(newsroom.remembered(), ARTICLES - 1);
    let held = fs::read(newsroom.file()).expect("what is remembered");
    for arguments in [&[][..], &["--statistics"], &["--threads", "1"]] {
        newsroom.check(arguments);
        assert_eq!(fs::read(newsroom.file()).expect("the same"), held);
    }
    newsroom.article(3, "---\nlang: en\n---\n\nIt rained.\n");
    newsroom.check(&[]);
    assert_eq!(newsroom.remembered(), ARTICLES);
}

#[test]
fn nothing_is_remembered_where_nobody_wants_it() {
    let newsroom = Newsroom::new();
    newsroom.run(&["check", "--no-cache"]);
    newsroom.run(&["check", "001.news.md"]);
    newsroom.run(&["check", "--show-files"]);
    let folder = newsroom.cache.path().join("isnad");
    assert!(!folder.exists());
}

#[test]
fn whatever_a_verdict_rests_on_makes_another_one() {
    let newsroom = Newsroom::new();
    let before = newsroom.check(&[]);
    let mut seen = vec![before.clone()];
    let mut changed = |name: &str, text: &str, arguments: &[&str]| {
        newsroom.write(name, text);
        let found = newsroom.check(arguments);
        assert!(!seen.contains(&found), "{name} {arguments:?}");
        newsroom.check(arguments);
        seen.push(found);
    };
    // The article itself, another one that gives its words otherwise, and says them by somebody else.
    changed("003.news.md", "[Laila](#haddad said.\n", &[]);
    changed(
        "070.news.md",
        &SAID.replace("not close", "never close"),
        &[],
    );
    changed(
        "entities.yaml",
        "lind: {type: person, name: Peter Lind}\n",
        &[],
    );
    changed("isnad.toml", "[rules]\nunclosed-quote = \"error\"\n", &[]);
    changed("wire.txt", "Laila Haddad was on ferry 2.\n", &[]);
    changed(
        "isnad-baseline.json",
        "{\"version\": 1, \"findings\": {\"005.news.md\": {\"unclosed-quote\": {\"“\": 1}}}}",
        &[],
    );
    fs::remove_file(newsroom.folder.path().join("entities.yaml")).expect("a registry");
    newsroom.check(&[]);
    newsroom.check(&["--no-baseline"]);
    newsroom.check(&["--lang", "ar"]);
}

#[test]
fn words_of_articles_that_are_remembered_are_compared() {
    let newsroom = Newsroom::new();
    newsroom.check(&[]);
    newsroom.article(
        80,
        &format!(
            "---\nlang: en\n---\n\n{}\n",
            SAID.replace("not close", "never close")
        ),
    );
    let found = newsroom.check(&[]);
    assert_eq!(found.matches("\"altered-quote\"").count(), 3, "{found}");
    newsroom.check(&[]);
}

#[test]
fn a_broken_file_is_passed_over_and_mended() {
    let newsroom = Newsroom::new();
    newsroom.check(&[]);
    let file = newsroom.file();
    let whole = fs::read(&file).expect("what is remembered");
    let text = String::from_utf8_lossy(&whole).into_owned();
    let mut broken: Vec<Vec<u8>> = [0, 1, 32, 40, 65, 66, 100, whole.len() / 2, whole.len() - 1]
        .into_iter()
        .map(|end| whole[..end].to_vec())
        .collect();
    broken.push(text.replace("\"said\":[", "\"said\":[{},").into_bytes());
    broken.push(
        text.replace("\"said\":[{", "\"said\":[],\"was\":[{")
            .into_bytes(),
    );
    broken.push(text.replace('\n', "\r\n").into_bytes());
    broken.push(text.replace('\n', "").into_bytes());
    broken.push(
        text.replace("speakers\":[0]", "speakers\":[9]")
            .into_bytes(),
    );
    broken.push(vec![0xff; 5000]);
    broken.push("{\"some\": \"thing else\"}\n".repeat(99).into_bytes());
    for bytes in broken {
        fs::write(&file, &bytes).expect("the file");
        newsroom.check(&[]);
        let mended = fs::read(&file).expect("what is remembered");
        newsroom.check(&[]);
        let after = fs::read(&file).expect("what is remembered");
        assert!(after == mended, "nothing is missing in it any more");
    }
    // Lines of others under the names of ours.
    let mut lines: Vec<&str> = text.lines().collect();
    lines.rotate_left(1);
    let both = text.lines().zip(lines);
    let mixed = both.map(|(one, other)| format!("{}{}\n", &one[..65], &other[65..]));
    fs::write(&file, mixed.collect::<String>()).expect("the file");
    newsroom.check(&[]);
    fs::remove_file(&file).expect("the file");
    fs::create_dir(&file).expect("a folder in its place");
    newsroom.check(&[]);
}

#[test]
fn where_it_cannot_be_kept_nothing_is_lost() {
    let newsroom = Newsroom::new();
    fs::write(newsroom.cache.path().join("isnad"), "a file").expect("a file");
    newsroom.check(&[]);
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_what_is_remembered() {
    use std::os::unix::fs::PermissionsExt;

    let newsroom = Newsroom::new();
    newsroom.check(&[]);
    let mode = |path: &Path| {
        let metadata = fs::metadata(path).expect("it is there");
        metadata.permissions().mode() & 0o077
    };
    let file = newsroom.file();
    assert_eq!(mode(&file), 0);
    assert_eq!(mode(file.parent().expect("its folder")), 0);
}
