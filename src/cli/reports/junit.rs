//! `--format junit`: XML that most CI servers read. A file is a suite, a finding a test that failed; a file
//! in which nothing was found is one that passed. Valid by both schemas that go by this name, that of
//! Jenkins and that of Windy Road, which asks for more.

use quick_xml::ElementWriter;
use quick_xml::events::BytesText;

use crate::cli::reports::FileReport;
use crate::cli::reports::xml::{Elements, document, shown};
use crate::rules::Diagnostic;

/// A document with all files.
pub(super) fn render(files: &[FileReport]) -> String {
    document(|writer| {
        let root = writer.create_element("testsuites");
        root.write_inner_content(|writer| {
            let mut all = files.iter().enumerate();
            all.try_for_each(|(id, file)| suite(writer, id, file))
        })?;
        Ok(())
    })
}

fn suite(writer: &mut Elements, id: usize, file: &FileReport) -> std::io::Result<()> {
    let path = shown(&file.source(file.file).path);
    let failures = file.diagnostics.len();
    let suite = writer.create_element("testsuite").with_attributes([
        ("id", &*id.to_string()),
        ("name", &path),
        ("package", "isnad"),
        ("tests", &failures.max(1).to_string()),
        ("failures", &failures.to_string()),
        ("errors", "0"),
        ("time", "0"),
        // Asked for; one moment for all runs keeps reports of the same articles the same.
        ("timestamp", "1970-01-01T00:00:00"),
        ("hostname", "localhost"),
    ]);
    suite.write_inner_content(|writer| {
        // One schema asks for the element, the other for something in it.
        writer
            .create_element("properties")
            .write_inner_content(|writer| {
                let version = [("name", "version"), ("value", env!("CARGO_PKG_VERSION"))];
                writer
                    .create_element("property")
                    .with_attributes(version)
                    .write_empty()?;
                Ok(())
            })?;
        if file.diagnostics.is_empty() {
            test(writer, "isnad", &path).write_empty()?;
        }
        for finding in &file.diagnostics {
            failure(writer, file, finding, &path)?;
        }
        writer.create_element("system-out").write_empty()?;
        writer.create_element("system-err").write_empty()?;
        Ok(())
    })?;
    Ok(())
}

fn failure(
    writer: &mut Elements,
    file: &FileReport,
    finding: &Diagnostic,
    path: &str,
) -> std::io::Result<()> {
    let place = file.source(file.file).position(finding.range.start());
    let name = format!("{} {}:{}", finding.rule, place.line, place.column);
    let message = shown(&finding.message);
    let help = finding.help.as_deref().map(shown).unwrap_or_default();
    let place = format!("{path}:{}:{}", place.line, place.column);
    test(writer, &name, path).write_inner_content(|writer| {
        let failure = writer
            .create_element("failure")
            .with_attributes([("message", &*message), ("type", finding.severity.name())]);
        let text = format!("{place}: {message}\n{help}");
        failure.write_text_content(BytesText::new(text.trim_end()))?;
        Ok(())
    })?;
    Ok(())
}

fn test<'a>(writer: &'a mut Elements, name: &str, class: &str) -> ElementWriter<'a, Vec<u8>> {
    let attributes = [("name", name), ("classname", class), ("time", "0")];
    writer
        .create_element("testcase")
        .with_attributes(attributes)
}
