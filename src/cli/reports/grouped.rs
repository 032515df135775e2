//! `--format grouped`: for people who look through many articles. The findings of each file stand under
//! its name, a line each.

use std::fmt::Write;

use crate::cli::color::Palette;
use crate::cli::neutralise::neutralise;
use crate::cli::reports::FileReport;
use crate::cli::reports::human::summary;

/// The report, with a line at its end that counts; columns in code points, counted from 1.
pub(super) fn render(files: &[FileReport], read: usize, palette: &Palette) -> String {
    let mut report = String::new();
    for file in files.iter().filter(|file| !file.diagnostics.is_empty()) {
        let source = file.source(file.file);
        let places = file.diagnostics.iter().map(|finding| {
            let place = source.position(finding.range.start());
            format!("{}:{}", place.line, place.column)
        });
        let places: Vec<String> = places.collect();
        let width = places.iter().map(String::len).max().unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(report, "{}", neutralise(&source.path));
        for (finding, place) in file.diagnostics.iter().zip(places) {
            let (severity, rule) = (palette.severity(finding.severity), palette.rule);
            let _ = writeln!(
                report,
                "  {place:<width$}  {severity}{:<7}{severity:#}  {}  {rule}{}{rule:#}",
                finding.severity.name(),
                neutralise(&finding.message),
                finding.rule
            );
        }
        report.push('\n');
    }
    report + &summary(files, read)
}
