//! `workspace/diagnostic`: what is wrong with every file of the folders, as `isnad check` finds it
//! there.

use std::collections::{BTreeMap, BTreeSet};

use tower_lsp::gen_lsp_types as lsp;

use crate::lsp::diagnostics::diagnostics;
use crate::lsp::view::{Overview, Revision, View};
use crate::text::FileId;
use crate::workspace::FileKind;

/// How many files are looked at before what was found is sent.
const CHUNK: usize = 64;

/// The files by their addresses, with what the editor knows of each already: the number that it was
/// given with its diagnostics.
pub(in crate::lsp) type Known = BTreeMap<lsp::Uri, String>;

/// Looks at all files and gives what is new, some files at a time, to `tell`, until that is tired of it.
/// Files that are gone have nothing wrong with them any more.
pub(in crate::lsp) fn report(
    all: &Overview,
    known: &Known,
    mut tell: impl FnMut(Vec<lsp::WorkspaceDocumentDiagnosticReport>) -> bool,
) {
    let mut gone: BTreeSet<&lsp::Uri> = known.keys().collect();
    let mut new: Vec<(FileId, lsp::Uri, String)> = Vec::new();
    let files = files(all);
    // What is found in one article may rest on any other.
    for file in &files {
        all.snapshot.digest_if_compared(*file);
    }
    for file in files {
        let Some(uri) = all.uri(file) else { continue };
        let result = format!("{:x}", all.snapshot.stamp(file));
        gone.remove(&uri);
        if known.get(&uri) != Some(&result) {
            new.push((file, uri, result));
        }
    }
    let cleared = gone.into_iter();
    let cleared: Vec<_> = cleared
        .map(|uri| full(uri.clone(), None, None, Vec::new()))
        .collect();
    if !cleared.is_empty() && !tell(cleared) {
        return;
    }
    for chunk in new.chunks(CHUNK) {
        let articles = chunk.iter().map(|(file, ..)| *file);
        let articles = articles.filter(|file| all.snapshot.kind(*file) == FileKind::Article);
        let snapshot = all.snapshot.looking_briefly(&articles.collect::<Vec<_>>());
        let brief = Overview {
            snapshot,
            ..all.clone()
        };
        let found = chunk.iter().map(|(file, uri, result)| {
            let view = View {
                all: brief.clone(),
                file: *file,
                revision: Revision::default(),
            };
            let version = all.version(*file);
            full(
                uri.clone(),
                version,
                Some(result.clone()),
                diagnostics(&view),
            )
        });
        if !tell(found.collect()) {
            return;
        }
    }
}

/// Articles, and the registries and configurations on which the verdict on them rests.
fn files(all: &Overview) -> BTreeSet<FileId> {
    let snapshot = &all.snapshot;
    let articles = snapshot.files();
    let articles = articles.filter(|file| snapshot.kind(*file) == FileKind::Article);
    let mut files = BTreeSet::new();
    for article in articles {
        let around = snapshot.surroundings(article);
        files.extend(around.registries.iter().copied());
        files.extend(around.config);
        files.insert(article);
    }
    files
}

fn full(
    uri: lsp::Uri,
    version: Option<i32>,
    result_id: Option<String>,
    items: Vec<lsp::Diagnostic>,
) -> lsp::WorkspaceDocumentDiagnosticReport {
    lsp::WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: lsp::FullDocumentDiagnosticReport { result_id, items },
    }
    .into()
}
