//! `isnad quotes`, where it writes tables.

use std::fs::File;

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use serde_json::{Map, Value};

use crate::cli::{err, folder, isnad, out};

const ARTICLE: &str = "---
lang: ar
source: [السهل]
entities:
  ليلى: {type: person, name: ليلى حداد, aka: [حداد]}
  عمر: {type: person, name: عمر صالح}
---

قالت ليلى حداد: \"لن نغلقه\"{ليلى, عمر > السهل < وكالة}.\r

\"نعم\"{?} و«لا»{-} و“日本 😀 e\u{301}” \u{2067}x\u{2069}.
";
const WIRE: &str = "“No,” said Ngozi Okafor. She said that it would open. “Never,” he added.\n";

/// A row as JSON has it.
fn object(row: &Row) -> Value {
    let cells = row.get_column_iter();
    let cells = cells.map(|(name, field)| (name.clone(), value(field)));
    Value::Object(cells.collect::<Map<_, _>>())
}

fn value(field: &Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Bool(flag) => Value::from(*flag),
        Field::UInt(number) => Value::from(*number),
        Field::Str(text) => Value::from(text.clone()),
        Field::Group(row) => object(row),
        Field::ListInternal(list) => list.elements().iter().map(value).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_table_has_what_json_has() {
    let folder = folder(&[
        ("a.news.md", ARTICLE.as_bytes()),
        ("b.txt", WIRE.as_bytes()),
        ("empty.news.md", b""),
    ]);
    let run = |arguments: &[&str]| {
        let files = ["a.news.md", "b.txt", "empty.news.md"];
        let output = isnad(folder.path(), &[&["quotes"], arguments, &files].concat());
        assert_eq!((err(&output).as_str(), output.status.code()), ("", Some(0)));
        output
    };
    let written = run(&["--format", "parquet", "--out", "new/quotations.parquet"]);
    assert_eq!(out(&written), "");
    let path = folder.path().join("new/quotations.parquet");
    let table = SerializedFileReader::new(File::open(&path).expect("a file")).expect("a table");
    let rows = table.get_row_iter(None).expect("rows");
    let rows: Vec<Value> = rows.map(|row| object(&row.expect("a row"))).collect();
    let lines = out(&run(&["--format", "ndjson"]));
    let lines = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    let expected: Vec<Value> = lines.collect();
    assert!(expected.len() > 5, "{expected:?}");
    assert_eq!(rows, expected);
    // It is the same wherever it goes, and whatever was there.
    std::fs::write(&path, "something else").expect("a file");
    run(&["--format", "parquet", "--out", "new/quotations.parquet"]);
    let printed = run(&["--format", "parquet"]).stdout;
    assert_eq!(std::fs::read(&path).expect("a file"), printed);
}

#[test]
fn a_table_without_rows_has_its_columns() {
    let folder = folder(&[("a.news.md", b"")]);
    let printed = isnad(folder.path(), &["quotes", "--format", "parquet"]).stdout;
    std::fs::write(folder.path().join("x"), printed).expect("a file");
    let file = File::open(folder.path().join("x")).expect("a file");
    let table = SerializedFileReader::new(file).expect("a table");
    let metadata = table.metadata().file_metadata();
    assert_eq!(
        (metadata.num_rows(), metadata.schema_descr().num_columns()),
        (0, 23)
    );
}

#[test]
fn every_format_is_written_into_a_file_and_what_cannot_be_is_told() {
    let folder = folder(&[("a.news.md", ARTICLE.as_bytes())]);
    for format in ["table", "json", "ndjson", "csv"] {
        let printed = isnad(folder.path(), &["quotes", "--format", format]);
        let output = isnad(folder.path(), &["quotes", "--format", format, "--out", "x"]);
        assert_eq!((out(&output).as_str(), output.status.code()), ("", Some(0)));
        let written = std::fs::read(folder.path().join("x")).expect("a file");
        assert_eq!(written, printed.stdout, "{format}");
    }
    let output = isnad(folder.path(), &["quotes", "--out", "a.news.md/x"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).starts_with("isnad: a.news.md/x: this file cannot be written: "));
}
