//! `isnad annotate`: writes what was inferred as markup.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use rayon::prelude::*;

use crate::annotate::{Annotated, Count, annotate, annotate_wire};
use crate::attribution::Grade;
use crate::cli::articles::{self, Opened};
use crate::cli::changed::Changed;
use crate::cli::color::{Color, Palette, Stream};
use crate::cli::desk::{Desk, batches};
use crate::cli::input::{self, Listed, Source, Taken};
use crate::cli::language::Language;
use crate::cli::reports::number;
use crate::cli::threads::Threads;
use crate::cli::{Outcome, print, tell, tell_outcome};
use crate::files::{self, WriteError};
use crate::workspace::{Content, FileKind};

/// Write what the text says of its quotations as markup.
///
/// Isnad reads Arabic, English, French and German. Where the words around a quotation surely name its
/// speaker, a brace is written after the mark; around indirect speech, brackets; after the marks of a
/// name, a title or a word that is spoken of, `{-}`. Whom they mean and nothing declares is declared in
/// the front matter. `--likely` writes what is likely too: speakers named at some distance, by a
/// pronoun or by their office. No word changes, what is annotated already stays as it is, and to
/// annotate twice changes nothing more.
///
/// Of `x.txt`, wire text, an article is made beside it, `x.news.md`, which names it in its front
/// matter: `isnad strip x.news.md` gives it back, byte for byte.
///
/// The exit code is 0 when all is done, with `--diff` 1 if anything would change, 2 if something could
/// not be read or written.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Articles and wire texts, and folders in which `*.news.md` and `*.txt` files are taken; `-` is
    /// standard input
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// The name that standard input is taken to have
    #[arg(long, value_name = "NAME")]
    stdin_path: Option<PathBuf>,
    #[command(flatten)]
    language: Language,
    /// Write what is likely too
    #[arg(long)]
    likely: bool,
    /// Write nothing; show what would change
    #[arg(long)]
    diff: bool,
    /// Replace an article that stands beside its wire text already
    #[arg(long)]
    force: bool,
    /// Whether a diff has colours
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    color: Color,
    #[command(flatten)]
    threads: Threads,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Some(is_piped) = input::is_standard_input(&arguments.paths) else {
        return Outcome::Failed;
    };
    let stdin_path = arguments.stdin_path.as_deref();
    let Listed { sources, complete } =
        input::list(Taken::ArticlesAndWires, &arguments.paths, stdin_path);
    let Some(pool) = arguments.threads.start() else {
        return Outcome::Failed;
    };
    let palette = arguments.color.palette(Stream::Output);
    let mut desk = Desk::new(&arguments.language.workspace());
    let mut seen = Vec::new();
    let (mut done, mut total, mut printed) = (complete, Total::default(), String::new());
    for batch in batches(to_do(arguments, sources)) {
        let opened = pool.install(|| desk.open(batch));
        for article in &opened {
            if let Content::Unreadable(reason) = article.snapshot.content(article.file) {
                tell(&format!("{}: {reason}", article.name()));
                done = false;
            }
        }
        if is_piped && !done {
            // Whoever puts the outcome in place of the text must not lose it.
            return Outcome::Failed;
        }
        let files: Vec<File> = pool.install(|| {
            let files = opened.par_iter();
            files
                .filter_map(|file| File::annotate(&file.briefly(), arguments))
                .collect()
        });
        seen.extend(opened.into_iter().map(Opened::close));
        for file in files {
            if is_piped {
                printed.push_str(&file.annotated.text);
                total.add(&file);
                continue;
            }
            match file.is_to_be_written(arguments.force) {
                Ok(true) if arguments.diff => {
                    printed.push_str(&file.diff(&palette));
                    total.add(&file);
                }
                Ok(true) if file.write(arguments.force) => total.add(&file),
                Ok(false) => {}
                Ok(true) | Err(()) => done = false,
            }
        }
    }
    let snapshot = desk.snapshot();
    let seen: Vec<Opened> = seen.into_iter().map(|it| it.open(&snapshot)).collect();
    done &= articles::are_configured(&seen);
    if arguments.diff && !is_piped {
        tell_outcome(&total.told("would annotate"));
        let outcome = match (done, total.written) {
            (false, _) => Outcome::Failed,
            (true, 0) => Outcome::Clean,
            (true, _) => Outcome::Findings,
        };
        return print(printed.as_bytes(), outcome);
    }
    let line = total.told("annotated");
    if is_piped {
        tell_outcome(&line);
    } else {
        printed = line + "\n";
    }
    print(printed.as_bytes(), Outcome::clean_if(done))
}

/// What is to be done of what was found. A wire text in a folder whose article stands beside it is done
/// already; where its article is to be replaced, that is not annotated besides.
fn to_do(arguments: &Arguments, sources: Vec<Source>) -> Vec<Source> {
    let identity = |source: &Source| files::identity(source.path());
    let beside = |source: &Source| files::identity(&article_beside(source.path()));
    let named: HashSet<PathBuf> = arguments
        .paths
        .iter()
        .map(|path| files::identity(path))
        .collect();
    let is_wire =
        |source: &Source| !source.is_piped() && FileKind::of(source.path()) == FileKind::Wire;
    let articles: HashSet<PathBuf> = sources
        .iter()
        .filter(|source| !is_wire(source))
        .map(identity)
        .collect();
    let is_done = |source: &Source| {
        let is_named = named.contains(&identity(source));
        !is_named && articles.contains(&beside(source))
    };
    let (wires, others): (Vec<Source>, Vec<Source>) = sources.into_iter().partition(is_wire);
    let wires: Vec<Source> = wires
        .into_iter()
        .filter(|source| arguments.force || !is_done(source))
        .collect();
    let replaced: HashSet<PathBuf> = wires.iter().map(beside).collect();
    let mut all: Vec<Source> = others
        .into_iter()
        .filter(|source| source.is_piped() || !replaced.contains(&identity(source)))
        .chain(wires)
        .collect();
    all.sort_by_cached_key(Source::name);
    all
}

/// `x.news.md` for `x.txt`.
fn article_beside(wire: &Path) -> PathBuf {
    wire.with_extension("news.md")
}

/// A file and the article that it becomes.
struct File {
    /// Where the article is to stand.
    path: PathBuf,
    /// The same as reports write it.
    name: String,
    /// Whether it is made of wire text.
    is_new: bool,
    old: Arc<str>,
    annotated: Annotated,
}

impl File {
    /// `None` where there is no text.
    fn annotate(opened: &Opened, arguments: &Arguments) -> Option<File> {
        let least = if arguments.likely {
            Grade::Likely
        } else {
            Grade::Sure
        };
        let (snapshot, file) = (&opened.snapshot, opened.file);
        let Content::Text(old) = snapshot.content(file) else {
            return None;
        };
        let is_new = snapshot.kind(file) == FileKind::Wire;
        let path = if is_new {
            article_beside(opened.path())
        } else {
            opened.path().to_owned()
        };
        let annotated = if is_new {
            let wire = opened.path().file_name().unwrap_or_default();
            annotate_wire(
                snapshot,
                file,
                &article_beside(snapshot.path(file)),
                &wire.to_string_lossy(),
                least,
                &files::bring,
            )
        } else {
            annotate(snapshot, file, least, &files::bring)
        };
        Some(File {
            name: input::name(&path),
            path,
            is_new,
            old: Arc::clone(old),
            annotated,
        })
    }

    /// Whether there is something to write. What must not be replaced is an error, of which the user is
    /// told.
    fn is_to_be_written(&self, force: bool) -> Result<bool, ()> {
        if !self.is_new {
            return Ok(!self.annotated.edits.is_empty());
        }
        match files::content(&self.path) {
            Content::Missing => Ok(true),
            Content::Text(present) if *present == *self.annotated.text => Ok(false),
            _ if force => Ok(true),
            _ => {
                self.refuse(&WriteError::Exists);
                Err(())
            }
        }
    }

    /// Writes it, whole or not at all; whether that was done. If not, the user is told why.
    fn write(&self, force: bool) -> bool {
        if !self.is_new {
            return self.changed().write();
        }
        let written = files::write(&self.path, self.annotated.text.as_bytes(), force);
        if let Err(error) = &written {
            self.refuse(error);
        }
        written.is_ok()
    }

    fn refuse(&self, error: &WriteError) {
        let advice = match error {
            WriteError::Exists => "; `--force` replaces it",
            _ => "",
        };
        tell(&format!("{}: {error}{advice}", self.name));
    }

    fn diff(&self, palette: &Palette) -> String {
        self.changed().diff(palette)
    }

    fn changed(&self) -> Changed<'_> {
        Changed {
            path: &self.path,
            name: self.name.clone(),
            old: &self.old,
            edits: &self.annotated.edits,
        }
    }
}

/// What was annotated.
#[derive(Default)]
struct Total {
    count: Count,
    /// How many files there were, and how many of them something was annotated in.
    written: usize,
    changed: usize,
    /// Whether one was made of wire text.
    is_any_new: bool,
}

impl Total {
    fn add(&mut self, file: &File) {
        self.count.add(file.annotated.count);
        self.written += 1;
        self.changed += usize::from(!file.annotated.edits.is_empty());
        self.is_any_new |= file.is_new;
    }

    fn told(&self, did: &str) -> String {
        let changed = number(self.changed, "file");
        let counts = [
            (self.count.quotations, "quotation", "quotations"),
            (self.count.statements, "statement", "statements"),
            (self.count.entities, "entity", "entities"),
        ];
        let told: Vec<String> = counts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, several)| {
                format!("{count} {}", if count == 1 { one } else { several })
            })
            .collect();
        match &told[..] {
            [] if self.is_any_new => {
                format!("{did} nothing in {changed} made of wire text")
            }
            [] => "nothing to annotate".to_owned(),
            [one] => format!("{did} {one} in {changed}"),
            [rest @ .., last] => format!("{did} {} and {last} in {changed}", rest.join(", ")),
        }
    }
}
