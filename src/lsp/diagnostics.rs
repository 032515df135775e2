//! What is wrong with a file, as the editor shows it.

use std::fmt::Write;
use std::path::PathBuf;

use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};

use crate::lsp::apart::kept_apart;
use crate::lsp::convert::{Places, location};
use crate::lsp::features::text_document_content::address;
use crate::lsp::view::View;
use crate::rules::{self, ConfigError, Related, Severity};
use crate::text::{FileId, TextRange, stable_hash};
use crate::workspace::FileKind;

/// Everything that is wrong with the file in question, in the order of the places.
pub(super) fn diagnostics(view: &View) -> Vec<lsp::Diagnostic> {
    let places = Places::new(view, view.file);
    if let FileKind::Config | FileKind::Baseline = view.snapshot.kind(view.file) {
        // Either is the one that is around itself.
        let errors = rules::config_errors(&view.snapshot, view.file).into_iter();
        let of_this = errors.filter(|error| error.file == view.file);
        return of_this
            .map(|error| of_configuration(&places, error))
            .collect();
    }
    if !is_looked_at(view) {
        return Vec::new();
    }
    let findings = rules::check(&view.snapshot, view.file);
    findings
        .iter()
        .map(|finding| diagnostic(view, &places, finding))
        .collect()
}

/// One finding in the file in question.
pub(super) fn diagnostic(
    view: &View,
    places: &Places<'_>,
    finding: &rules::Diagnostic,
) -> lsp::Diagnostic {
    let client = &view.client;
    let mut message = finding.message.clone();
    let mut related = Vec::new();
    for other in &finding.related {
        match location(view, other.place) {
            Some(location) if client.related_information => {
                related.push(lsp::DiagnosticRelatedInformation {
                    location,
                    message: shown(view, other.message.clone()),
                });
            }
            _ => tell_of(view, other, &mut message),
        }
    }
    if let Some(help) = &finding.help {
        // Writing to a string cannot fail.
        let _ = write!(message, "\nhelp: {help}");
    }
    let is_unnecessary = ["unused-entity", "unused-suppression"].contains(&finding.rule);
    lsp::Diagnostic {
        range: places.range(finding.range),
        severity: Some(severity(finding.severity)),
        code: Some(finding.rule.to_owned().into()),
        code_description: client
            .shows_pages
            .then(|| address(finding.rule))
            .flatten()
            .map(|href| lsp::CodeDescription { href }),
        source: Some("isnad".to_owned()),
        message: shown(view, message).into(),
        related_information: (!related.is_empty()).then_some(related),
        tags: (client.unnecessary_tag && is_unnecessary)
            .then(|| vec![lsp::DiagnosticTag::Unnecessary]),
        data: client.diagnostic_data.then(|| data(finding.range)),
    }
}

/// A message as this editor shows it best.
fn shown(view: &View, message: String) -> String {
    if view.client.isolates {
        kept_apart(&message)
    } else {
        message
    }
}

/// What an editor gives back with a diagnostic, by which its fixes know it again: the bytes it is
/// about. Lines and columns alone could be counted differently by then.
pub(super) fn data(range: TextRange) -> lsp::LspAny {
    serde_json::json!({"start": u32::from(range.start()), "end": u32::from(range.end())})
}

/// The answer to an editor that asks: all diagnostics, or that they are still those that it has.
pub(super) fn report(view: &View, previous: Option<&str>) -> Result<lsp::DocumentDiagnosticReport> {
    if view.revision.is_outdated() {
        // The editor asks for every version; only the latest is of use to it.
        return Err(Error {
            code: ErrorCode::ServerError(i32::from(lsp::LspErrorCodes::ServerCancelled).into()),
            message: "the text has changed".into(),
            data: Some(serde_json::json!({"retriggerRequest": true})),
        });
    }
    let items = diagnostics(view);
    let result = serde_json::to_string(&items).map_err(|_| Error::internal_error())?;
    let result = format!("{:016x}", stable_hash(&result));
    if previous == Some(result.as_str()) {
        return Ok(lsp::RelatedUnchangedDocumentDiagnosticReport {
            unchanged_document_diagnostic_report: lsp::UnchangedDocumentDiagnosticReport {
                result_id: result,
            },
            ..lsp::RelatedUnchangedDocumentDiagnosticReport::default()
        }
        .into());
    }
    Ok(lsp::RelatedFullDocumentDiagnosticReport {
        full_document_diagnostic_report: lsp::FullDocumentDiagnosticReport {
            result_id: Some(result),
            items,
        },
        ..lsp::RelatedFullDocumentDiagnosticReport::default()
    }
    .into())
}

/// The configuration around the file in question and its baseline, and what in them cannot be carried
/// out, each on a line of its own.
pub(super) fn configuration(view: &View) -> Vec<(PathBuf, Vec<String>)> {
    let around = view.snapshot.surroundings(view.file);
    let errors = rules::config_errors(&view.snapshot, view.file);
    let of_file = |file: FileId| {
        let path = view.snapshot.path(file).to_owned();
        let places = Places::new(view, file);
        let told = errors
            .iter()
            .filter(|error| error.file == file)
            .map(|error| {
                let start = places.range(error.range).start;
                let (line, column) = (start.line + 1, start.character + 1);
                format!("{}:{line}:{column}: {}", path.display(), error.message)
            });
        let told = told.collect();
        (path, told)
    };
    around
        .config
        .into_iter()
        .chain(around.baseline)
        .map(of_file)
        .collect()
}

/// Whether the file is any of Isnad's business. Other programs have files of the same format as
/// registries: only what an article or a configuration names is one, or what has their name.
pub(super) fn is_looked_at(view: &View) -> bool {
    let snapshot = &view.snapshot;
    if snapshot.kind(view.file) != FileKind::Registry {
        return true;
    }
    let is_named_by = |file: FileId| snapshot.surroundings(file).registries.contains(&view.file);
    let has_the_name = view
        .path()
        .file_name()
        .is_some_and(|name| name == "entities.yaml");
    has_the_name || is_named_by(view.file) || {
        let mut open = view.open.keys().filter_map(|path| snapshot.file(path));
        open.any(is_named_by)
    }
}

fn of_configuration(places: &Places<'_>, error: ConfigError) -> lsp::Diagnostic {
    lsp::Diagnostic {
        range: places.range(error.range),
        severity: Some(lsp::DiagnosticSeverity::Error),
        source: Some("isnad".to_owned()),
        message: error.message.into(),
        ..lsp::Diagnostic::default()
    }
}

/// Another place, for an editor that can only show a text.
fn tell_of(view: &View, other: &Related, message: &mut String) {
    let start = Places::new(view, other.place.file)
        .range(other.place.range)
        .start;
    let name = view.snapshot.file_name(other.place.file);
    let (line, column) = (start.line + 1, start.character + 1);
    // Writing to a string cannot fail.
    let _ = write!(message, "\n{name}:{line}:{column}: {}", other.message);
}

fn severity(severity: Severity) -> lsp::DiagnosticSeverity {
    match severity {
        Severity::Error => lsp::DiagnosticSeverity::Error,
        Severity::Warning => lsp::DiagnosticSeverity::Warning,
        Severity::Info => lsp::DiagnosticSeverity::Information,
        Severity::Hint => lsp::DiagnosticSeverity::Hint,
    }
}
