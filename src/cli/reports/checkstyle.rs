//! `--format checkstyle`: XML as Checkstyle writes it, which many tools read. Lines and columns count from
//! 1, columns in code points.

use crate::cli::reports::FileReport;
use crate::cli::reports::xml::{Elements, document, shown};
use crate::rules::Severity;

/// A document with the files in which something was found.
pub(super) fn render(files: &[FileReport]) -> String {
    document(|writer| {
        let root = writer
            .create_element("checkstyle")
            .with_attribute(("version", "4.3"));
        root.write_inner_content(|writer| {
            let found = files.iter().filter(|file| !file.diagnostics.is_empty());
            found.into_iter().try_for_each(|file| of_file(writer, file))
        })?;
        Ok(())
    })
}

fn of_file(writer: &mut Elements, file: &FileReport) -> std::io::Result<()> {
    let source = file.source(file.file);
    let element = writer.create_element("file");
    let element = element.with_attribute(("name", &*shown(&source.path)));
    element.write_inner_content(|writer| {
        for finding in &file.diagnostics {
            let place = source.position(finding.range.start());
            let severity = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info | Severity::Hint => "info",
            };
            let error = writer.create_element("error").with_attributes([
                ("line", &*place.line.to_string()),
                ("column", &place.column.to_string()),
                ("severity", severity),
                ("message", &shown(&finding.message)),
                ("source", &format!("isnad.{}", finding.rule)),
            ]);
            error.write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
