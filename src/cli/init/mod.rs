//! `isnad init`: a folder that is ready for articles. Nothing that is there is ever replaced.

use std::env;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};

use crate::cli::input::name;
use crate::cli::neutralise::neutralise;
use crate::cli::{Outcome, print, tell};
use crate::files::{self, WriteError};
use crate::workspace::Content;

/// What git is told of articles: one kind of line end, and that `git diff` may show the words alone.
const ATTRIBUTES: &str = "*.news.md text eol=lf diff=isnad";

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder; it is made where there is none
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    folder: PathBuf,
    /// The language of the articles, and of the sample; by default that of the environment
    #[arg(long, value_enum, value_name = "TAG")]
    lang: Option<Language>,
}

/// The languages in which there is a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    Ar,
    De,
    En,
    Fr,
}

/// What came of a file.
enum Done {
    Wrote,
    /// A line has been added to it.
    Added,
    /// It was there; whether it holds what it would have been given.
    Kept {
        is_same: bool,
    },
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let language = arguments.lang.unwrap_or_else(Language::of_environment);
    let folder = &arguments.folder;
    let mut report = String::new();
    let mut is_whole = true;
    for (file, text, purpose) in [
        (
            "isnad.toml",
            configuration(language),
            "what this folder asks of Isnad",
        ),
        (
            "entities.yaml",
            language.registry().to_owned(),
            "whom its articles speak of",
        ),
        (
            "sample.news.md",
            language.sample().to_owned(),
            "an article to try things on",
        ),
        (
            ".gitattributes",
            format!("{ATTRIBUTES}\n"),
            "what git should know of articles",
        ),
    ] {
        let path = folder.join(file);
        let done = match file {
            ".gitattributes" => add_attributes(&path, &text),
            _ => write(&path, &text),
        };
        let name = name(&path);
        let shown = neutralise(&name);
        let line = match done {
            Ok(Done::Wrote) => format!("wrote  {shown}: {purpose}\n"),
            Ok(Done::Added) => format!("added  {shown}: the line `{ATTRIBUTES}`\n"),
            Ok(Done::Kept { is_same }) => {
                is_whole &= is_same || file == ".gitattributes";
                format!("kept   {shown}: it is there already\n")
            }
            Err(error) => {
                let outcome = print(report.as_bytes(), Outcome::Failed);
                tell(&format!("{}: {error}", path.display()));
                return outcome;
            }
        };
        report.push_str(&line);
    }
    report.push_str(&next(folder, is_whole));
    print(report.as_bytes(), Outcome::Clean)
}

/// What to do with the folder now.
fn next(folder: &Path, is_whole: bool) -> String {
    let check = match folder.to_str() {
        Some(".") => "isnad check".to_owned(),
        _ => format!("isnad check {}", quoted(&neutralise(&name(folder)))),
    };
    let found = if is_whole {
        "finds three mistakes in the sample, which says above each how it is mended"
    } else {
        "says what is wrong in the articles"
    };
    format!(
        "\nNext:\n  {check}\n      {found}\n  git config diff.isnad.textconv \"isnad strip\"\n      \
         once in each clone: `git diff` then shows the words of articles, without annotations\n"
    )
}

/// A word as a shell takes it for one.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Writes a file where there is nothing.
fn write(path: &Path, text: &str) -> Result<Done, String> {
    match files::content(path) {
        Content::Missing => match files::write(path, text.as_bytes(), false) {
            Ok(()) => Ok(Done::Wrote),
            Err(WriteError::Exists) => Ok(Done::Kept { is_same: false }),
            Err(error) => Err(error.to_string()),
        },
        content => Ok(Done::Kept {
            is_same: matches!(content, Content::Text(present) if *present == *text),
        }),
    }
}

/// Adds `line` to a file if it is not there yet.
fn add_attributes(path: &Path, line: &str) -> Result<Done, String> {
    let present = match files::content(path) {
        Content::Text(present) => present,
        Content::Unreadable(reason) => return Err(reason),
        Content::Folder => return Err("a folder is there, not a file".to_owned()),
        Content::Missing => return write(path, line),
    };
    let is_it = |other: &str| other.split_whitespace().eq(line.split_whitespace());
    if present.lines().any(is_it) {
        return Ok(Done::Kept { is_same: true });
    }
    let end = if present.contains("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let gap = if present.is_empty() || present.ends_with('\n') {
        ""
    } else {
        end
    };
    let text = format!("{present}{gap}{}{end}", line.trim_end());
    match files::rewrite(path, present.as_bytes(), text.as_bytes()) {
        Ok(()) => Ok(Done::Added),
        Err(error) => Err(error.to_string()),
    }
}

fn configuration(language: Language) -> String {
    let version = format!(
        "{}.{}",
        env!("CARGO_PKG_VERSION_MAJOR"),
        env!("CARGO_PKG_VERSION_MINOR")
    );
    include_str!("isnad.toml")
        .replace("{version}", &version)
        .replace("{lang}", language.tag())
}

impl Language {
    /// The language in which the environment asks for messages, if there is a sample in it; English
    /// otherwise.
    fn of_environment() -> Language {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|variable| env::var(variable).ok())
            .find(|value| !value.is_empty());
        let locale = set.unwrap_or_default();
        let tag = locale
            .split(['_', '-', '.', '@'])
            .next()
            .unwrap_or_default();
        let known = Language::value_variants().iter();
        known
            .copied()
            .find(|language| language.tag() == tag)
            .unwrap_or(Language::En)
    }

    fn tag(self) -> &'static str {
        match self {
            Language::Ar => "ar",
            Language::De => "de",
            Language::En => "en",
            Language::Fr => "fr",
        }
    }

    fn registry(self) -> &'static str {
        match self {
            Language::Ar => include_str!("ar.yaml"),
            Language::De => include_str!("de.yaml"),
            Language::En => include_str!("en.yaml"),
            Language::Fr => include_str!("fr.yaml"),
        }
    }

    fn sample(self) -> &'static str {
        match self {
            Language::Ar => include_str!("ar.news.md"),
            Language::De => include_str!("de.news.md"),
            Language::En => include_str!("en.news.md"),
            Language::Fr => include_str!("fr.news.md"),
        }
    }
}
