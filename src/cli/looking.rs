//! Articles looked at in batches, and a second time where others have a say in the verdict on them.
//!
//! What comparing may find is known only when all articles have been read. So each is judged by itself first,
//! while it is at hand; afterwards those are looked at again, among all others, of which some words stand in
//! another article too. For all the rest comparing would find nothing.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::cli::articles::{self, Closed, Opened};
use crate::cli::cache::Cache;
use crate::cli::check::{check, clean};
use crate::cli::desk::{Desk, Room, batches};
use crate::cli::input::Source;
use crate::cli::progress::Progress;
use crate::cli::reports::FileReport;
use crate::text::FileId;
use crate::workspace::{FileKind, Workspace};

/// How closely articles are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// They are only opened.
    Open,
    /// What is wrong in them is found.
    Check,
}

/// What came of looking at articles.
pub(super) struct Seen {
    /// All that were opened, in their order, without their texts.
    pub(super) opened: Vec<Opened>,
    /// Of these the ones that were meant.
    pub(super) meant: Vec<Opened>,
    /// The registries that these rest on and that are not among them.
    pub(super) registries: Vec<Opened>,
    /// What the rules find in those that were meant, then in the registries.
    pub(super) reports: Vec<FileReport>,
}

/// Looks at those articles of `sources` that are meant, each with all the others in mind; in a workspace like
/// `empty`, which knows no file yet.
pub(super) fn look(
    sources: Vec<Source>,
    empty: &Workspace,
    look: Look,
    cache: Option<&Cache>,
    is_meant: impl Fn(&Opened) -> bool + Sync,
) -> Seen {
    let is_comparing = look == Look::Check && sources.len() > 1;
    let mut desk = Desk::new(empty);
    let mut first: Vec<First> = Vec::new();
    let progress = Progress::new("checking", sources.len());
    for batch in batches(sources) {
        let opened = desk.open(batch).into_par_iter();
        let looked = opened.map(|article| {
            let is_meant = is_meant(&article);
            let report = match look {
                Look::Open => None,
                Look::Check => first_look(&article, is_meant, is_comparing, cache),
            };
            progress.step();
            First {
                article: article.close(),
                is_meant,
                report,
            }
        });
        first.extend(looked.collect::<Vec<_>>());
        // Whoever is interrupted goes on here the next time.
        cache.inspect(|cache| cache.write());
    }
    drop(progress);
    if is_comparing {
        desk.compare();
        look_again(&mut desk, &mut first);
    }
    finish(&mut desk, first, look)
}

/// What the rules find in an article by itself, if it is meant; that it is compared with others is prepared.
fn first_look(
    article: &Opened,
    is_meant: bool,
    is_comparing: bool,
    cache: Option<&Cache>,
) -> Option<FileReport> {
    let (snapshot, file) = (&article.snapshot, article.file);
    let key = cache.and_then(|cache| Some((cache, cache.key(article)?)));
    if let Some((cache, key)) = key
        && let Some(digest) = cache.find(article, key)
    {
        snapshot.remember(file, digest);
        return is_meant.then(|| clean(article));
    }
    let brief = article.briefly();
    let report = is_meant.then(|| check(&brief));
    if is_comparing && snapshot.kind(file) == FileKind::Article {
        snapshot.remember_of(&brief.snapshot, file);
    }
    let is_clean = |report: &FileReport| report.diagnostics.is_empty();
    if let Some((cache, key)) = key
        && report.as_ref().is_some_and(is_clean)
    {
        cache.note(&brief, key);
    }
    report
}

/// What the first look at an article came to.
struct First {
    article: Closed,
    is_meant: bool,
    /// What the rules find in it by itself, if it was looked at.
    report: Option<FileReport>,
}

/// Looks again at those articles in whose verdicts others have a say.
fn look_again(desk: &mut Desk, first: &mut [First]) {
    let snapshot = desk.snapshot();
    let compared = first.par_iter().enumerate().filter_map(|(at, looked)| {
        looked
            .report
            .as_ref()
            .filter(|_| !looked.article.is_alone())?;
        let others = snapshot.compared_with(looked.article.file);
        (!others.is_empty()).then_some((at, others))
    });
    let compared: Vec<(usize, BTreeSet<FileId>)> = compared.collect();
    drop(snapshot);
    let progress = Progress::new("comparing", compared.len());
    let mut rest = compared.into_iter().peekable();
    while rest.peek().is_some() {
        let (mut places, mut others) = (Vec::new(), BTreeSet::new());
        let snapshot = desk.snapshot();
        let mut room = Room::new();
        while let Some((at, with)) = rest.next_if(|(at, with)| {
            let new = with.iter().chain([&first[*at].article.file]);
            let new = new.filter(|file| !others.contains(*file));
            room.take(new.map(|file| snapshot.path(*file)))
        }) {
            others.extend(with);
            others.insert(first[at].article.file);
            places.push(at);
        }
        drop(snapshot);
        let files: Vec<FileId> = places.iter().map(|at| first[*at].article.file).collect();
        desk.turn_to(&files, &others);
        let snapshot = desk.snapshot();
        let reports = places.par_iter().map(|at| {
            let article = first[*at].article.clone();
            let report = check(&article.open(&snapshot));
            progress.step();
            report
        });
        let reports: Vec<FileReport> = reports.collect();
        for (at, report) in places.into_iter().zip(reports) {
            first[at].report = Some(report);
        }
    }
}

/// Looks at the registries besides, which are known only now.
fn finish(desk: &mut Desk, first: Vec<First>, look: Look) -> Seen {
    let snapshot = desk.snapshot();
    let (mut opened, mut meant, mut reports) = (Vec::new(), Vec::new(), Vec::new());
    for First {
        article,
        is_meant,
        report,
    } in first
    {
        let article = article.open(&snapshot);
        if is_meant {
            meant.push(article.clone());
        }
        opened.push(article);
        reports.extend(report);
    }
    let mut registries = articles::registries(&meant);
    let away = registries.iter().filter(|it| it.snapshot.is_away(it.file));
    let away: BTreeSet<FileId> = away.map(|registry| registry.file).collect();
    if look == Look::Check && !away.is_empty() {
        // They are articles or wire texts, too.
        desk.turn_to(&[], &away);
        let snapshot = desk.snapshot();
        for registry in registries.iter_mut().filter(|it| !it.is_alone()) {
            *registry = registry.at(&snapshot);
        }
    }
    if look == Look::Check {
        reports.par_extend(registries.par_iter().map(check));
    }
    Seen {
        opened,
        meant,
        registries,
        reports,
    }
}
