//! `--format concise`: a line for each finding, as compilers write it.

use std::fmt::Write;

use crate::cli::neutralise::neutralise;
use crate::cli::reports::FileReport;

/// `path:line:column: severity[rule] message`; columns in code points, counted from 1.
pub(super) fn render(files: &[FileReport]) -> String {
    let mut report = String::new();
    for file in files {
        for diagnostic in &file.diagnostics {
            let source = file.source(file.file);
            let place = source.position(diagnostic.range.start());
            // Writing to a string cannot fail.
            let _ = writeln!(
                report,
                "{}:{}:{}: {}[{}] {}",
                neutralise(&source.path),
                place.line,
                place.column,
                diagnostic.severity.name(),
                diagnostic.rule,
                neutralise(&diagnostic.message)
            );
        }
    }
    report
}
