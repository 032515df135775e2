//! `isnad init`: what it writes is what it promises.

use std::fs;
use std::path::Path;
use std::process::Command;

use isnad::workspace::{Config, KEYS, OVERRIDE_KEYS};

use crate::cli::{command, err, folder, isnad, out};

const FILES: [&str; 4] = [
    "isnad.toml",
    "entities.yaml",
    "sample.news.md",
    ".gitattributes",
];

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn findings(folder: &Path) -> Vec<String> {
    let report = out(&isnad(folder, &["check", "--format", "concise"]));
    let rule = |line: &str| line.split(['[', ']']).nth(1).unwrap_or_default().to_owned();
    report.lines().map(rule).collect()
}

#[test]
fn the_sample_holds_three_mistakes_and_says_how_each_is_mended() {
    for (language, mends) in [
        (
            "en",
            [
                ("{marshh}", "{marsh}"),
                ("lower.”", "lower.”{marsh}"),
                ("Caterina", "Katerina"),
            ],
        ),
        (
            "de",
            [
                ("{vogtt}", "{vogt}"),
                ("ist.“", "ist.“{vogt}"),
                ("Caterina", "Katerina"),
            ],
        ),
        (
            "fr",
            [
                ("{girardd}", "{girard}"),
                ("bas.\u{a0}»", "bas.\u{a0}»{girard}"),
                ("Caterina", "Katerina"),
            ],
        ),
        (
            "ar",
            [
                ("{ليندين}", "{ليندن}"),
                ("النهر\"", "النهر\"{ليندن}"),
                ("مارجو", "مارغو"),
            ],
        ),
    ] {
        let folder = folder(&[]);
        let output = isnad(folder.path(), &["init", "--lang", language]);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        assert!(
            out(&output).contains("finds three mistakes"),
            "{}",
            out(&output)
        );
        assert_eq!(
            findings(folder.path()),
            ["undefined-entity", "unattributed-quote", "name-variant"],
            "{language}"
        );
        let path = folder.path().join("sample.news.md");
        let mut sample = read(&path);
        for (wrong, right) in mends {
            assert_eq!(sample.matches(wrong).count(), 1, "{language}: {wrong}");
            // What is right stands in the comment above.
            let told = right.trim_start_matches(|c| c != '{' && wrong.contains(c));
            let (before, _) = sample.split_once(wrong).expect("the mistake");
            assert!(before.contains(told), "{language}: {told}");
            sample = sample.replace(wrong, right);
        }
        fs::write(&path, sample).expect("the sample");
        let clean: [&str; 0] = [];
        assert_eq!(findings(folder.path()), clean, "{language}");
        let config = read(&folder.path().join("isnad.toml"));
        assert!(
            config.contains(&format!("\nlang = \"{language}\"\n")),
            "{config}"
        );
    }
}

#[test]
fn every_key_stands_in_the_configuration_and_may_be_taken_out_of_its_comment() {
    let folder = folder(&[]);
    isnad(folder.path(), &["init"]);
    let written = read(&folder.path().join("isnad.toml"));
    assert_eq!(Config::read(&written).problems, []);
    let is_example = |line: &str| line.contains(" = ") || line.starts_with("[[");
    let uncommented: Vec<&str> = written
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(example) if is_example(example) => example,
            _ => line,
        })
        .collect();
    let config = Config::read(&uncommented.join("\n"));
    assert_eq!(config.problems, [], "{uncommented:#?}");
    assert_eq!((config.registry.len(), config.overrides.len()), (1, 1));
    for key in KEYS.iter().chain(&OVERRIDE_KEYS) {
        let is_it = |line: &&str| line.trim_start_matches(['[', ' ']).starts_with(key.name);
        assert!(uncommented.iter().any(is_it), "{}", key.name);
    }
}

#[test]
fn a_second_time_changes_nothing() {
    let folder = folder(&[]);
    let first = isnad(folder.path(), &["init", "نشرة", "--lang", "ar"]);
    let said = out(&first);
    for file in FILES {
        assert!(said.contains(&format!("wrote  نشرة/{file}: ")), "{said}");
    }
    assert!(said.contains("\n  isnad check نشرة\n"), "{said}");
    let texts = || FILES.map(|file| read(&folder.path().join("نشرة").join(file)));
    let before = texts();
    let second = isnad(folder.path(), &["init", "نشرة", "--lang", "ar"]);
    assert_eq!(second.status.code(), Some(0));
    assert_eq!(texts(), before);
    let said = out(&second);
    assert_eq!(said.matches("kept ").count(), FILES.len(), "{said}");
    assert!(said.contains("finds three mistakes"), "{said}");
    assert_eq!(
        fs::read_dir(folder.path().join("نشرة"))
            .expect("it")
            .count(),
        4
    );
}

#[test]
fn nothing_that_is_there_is_replaced() {
    let folder = folder(&[
        ("isnad.toml", b"# mine\n"),
        ("entities.yaml", b"a: {name: A}\n"),
        ("my news/.gitattributes", b"*.png binary\r\n* text=auto"),
        ("file", b""),
    ]);
    let said = out(&isnad(folder.path(), &["init"]));
    assert!(said.contains("kept   isnad.toml: "), "{said}");
    assert!(said.contains("kept   entities.yaml: "), "{said}");
    assert!(said.contains("wrote  sample.news.md: "), "{said}");
    // With another registry the sample is not what it was.
    assert!(!said.contains("three mistakes"), "{said}");
    assert_eq!(read(&folder.path().join("isnad.toml")), "# mine\n");
    assert_eq!(read(&folder.path().join("entities.yaml")), "a: {name: A}\n");

    for _ in 0..2 {
        let said = out(&isnad(folder.path(), &["init", "my news"]));
        assert!(said.contains("\n  isnad check 'my news'\n"), "{said}");
        assert_eq!(
            read(&folder.path().join("my news/.gitattributes")),
            "*.png binary\r\n* text=auto\r\n*.news.md text eol=lf diff=isnad\r\n"
        );
    }

    let refused = isnad(folder.path(), &["init", "file"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        err(&refused).starts_with("isnad: file/isnad.toml: "),
        "{}",
        err(&refused)
    );
}

#[test]
fn the_language_is_that_of_the_environment_if_there_is_a_sample_in_it() {
    for (environment, expected) in [
        (&[][..], "en"),
        (&[("LANG", "C.UTF-8")], "en"),
        (&[("LANG", "de_AT.UTF-8")], "de"),
        (&[("LANG", "ja_JP.UTF-8")], "en"),
        (&[("LANG", "de_AT.UTF-8"), ("LC_ALL", "ar")], "ar"),
        (
            &[("LANG", "de"), ("LC_ALL", ""), ("LC_MESSAGES", "fr_FR")],
            "fr",
        ),
    ] {
        let folder = folder(&[]);
        let mut command = command(folder.path(), &["init"]);
        for variable in ["LANG", "LC_ALL", "LC_MESSAGES"] {
            command.env_remove(variable);
        }
        command.envs(environment.iter().copied());
        command.output().expect("isnad runs");
        let sample = read(&folder.path().join("sample.news.md"));
        assert!(
            sample.contains(&format!("lang: {expected}\n")),
            "{environment:?}"
        );
    }
}

/// Runs git in `folder`, for nobody in particular; `None` where there is no git.
fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=desk", "-c", "user.email=desk@example.org"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", folder.join("no-such-file"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output();
    let Ok(output) = output else {
        eprintln!("skipped: git is not at hand");
        return None;
    };
    assert!(output.status.success(), "{arguments:?}: {}", err(&output));
    Some(out(&output))
}

#[test]
fn git_then_shows_the_words_alone() {
    let folder = folder(&[]);
    let path = folder.path();
    isnad(path, &["init", "--lang", "ar"]);
    if git(path, &["init", "--quiet"]).is_none() {
        return;
    }
    git(path, &["add", "."]);
    git(path, &["commit", "--quiet", "--message", "Begin"]);
    let sample = path.join("sample.news.md");
    let annotated = read(&sample).replace("{ليندين}", "{ليندن}");
    fs::write(&sample, &annotated).expect("the sample");
    let textconv = format!(
        "\"{}\" strip",
        env!("CARGO_BIN_EXE_isnad").replace('\\', "/")
    );
    let plain = git(path, &["diff"]).expect("git");
    assert!(
        plain.contains("+وقالت: \"لن نعبر بأحد في الظلام\"{ليندن}."),
        "{plain}"
    );
    git(path, &["config", "diff.isnad.textconv", &textconv]);
    // An annotation is no change of the words.
    let words = git(path, &["diff"]).expect("git");
    assert!(!words.contains("\n@@"), "{words}");
    fs::write(&sample, annotated.replace("بقارب ثان", "بقارب جديد")).expect("the sample");
    let words = git(path, &["diff", "--word-diff"]).expect("git");
    assert!(
        words.contains("ووعدت مارجو ليندن بقارب [-ثان.-]{+جديد.+}"),
        "{words}"
    );
    assert!(!words.contains("{ليندن}"), "{words}");
    // Everything is still there for who wants it.
    let whole = git(path, &["diff", "--no-textconv"]).expect("git");
    assert!(whole.contains("{ليندن}"), "{whole}");
}
