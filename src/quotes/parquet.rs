//! Parquet: for engines that work on tables. A row is one quotation, of the same shape as in JSON.

use std::sync::Arc;

use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;

use crate::quotes::Record;

/// The columns, in the order in which they are written below.
const SCHEMA: &str = "
message quotations {
  required binary path (STRING);
  required int32 start (INTEGER(32, false));
  required int32 end (INTEGER(32, false));
  required int32 line (INTEGER(32, false));
  required int32 column (INTEGER(32, false));
  required binary text (STRING);
  required boolean speech;
  required binary kind (STRING);
  required group speakers (LIST) { repeated group list { required group element {
    optional binary id (STRING);
    required binary name (STRING);
    optional group mention {
      required int32 start (INTEGER(32, false));
      required int32 end (INTEGER(32, false));
      required binary text (STRING);
    }
  } } }
  optional group cue {
    required int32 start (INTEGER(32, false));
    required int32 end (INTEGER(32, false));
    required binary text (STRING);
  }
  required group addressees (LIST) { repeated group list { required binary element (STRING); } }
  required group via (LIST) { repeated group list { required binary element (STRING); } }
  required int32 utterance (INTEGER(32, false));
  required int32 wire_start (INTEGER(32, false));
  required int32 wire_end (INTEGER(32, false));
  required binary grade (STRING);
  optional binary evidence (STRING);
}";

/// How many rows are written together; whoever reads need not hold more at once.
const ROWS: usize = 100_000;

/// A whole file, the same for the same quotations.
pub fn render(records: &[Record]) -> Result<Vec<u8>, ParquetError> {
    let schema = Arc::new(parse_message_type(SCHEMA)?);
    let by = concat!("isnad ", env!("CARGO_PKG_VERSION")).to_owned();
    let properties = WriterProperties::builder().set_created_by(by).build();
    let mut file = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))?;
    for rows in records.chunks(ROWS) {
        let mut group = Group {
            group: file.next_row_group()?,
            rows,
        };
        group.columns()?;
        group.group.close()?;
    }
    file.into_inner()
}

/// Rows that are written together, column by column.
struct Group<'a, 'file> {
    group: SerializedRowGroupWriter<'file, Vec<u8>>,
    rows: &'a [Record],
}

impl<'a> Group<'a, '_> {
    fn columns(&mut self) -> Result<(), ParquetError> {
        self.texts(|row| one(&*row.path))?;
        self.numbers(|row| one(row.start))?;
        self.numbers(|row| one(row.end))?;
        self.numbers(|row| one(row.line))?;
        self.numbers(|row| one(row.column))?;
        self.texts(|row| one(&*row.text))?;
        self.column::<BoolType, _>(|row| one(row.speech), |flag| flag)?;
        self.texts(|row| one(row.kind))?;
        self.texts(|row| each_maybe(&row.speakers, |speaker| speaker.id.as_deref()))?;
        self.texts(|row| each(&row.speakers, |speaker| &*speaker.name))?;
        self.numbers(|row| each_maybe(&row.speakers, |it| Some(it.mention.as_ref()?.start)))?;
        self.numbers(|row| each_maybe(&row.speakers, |it| Some(it.mention.as_ref()?.end)))?;
        self.texts(|row| each_maybe(&row.speakers, |it| Some(&*it.mention.as_ref()?.text)))?;
        self.numbers(|row| maybe(row.cue.as_ref().map(|cue| cue.start)))?;
        self.numbers(|row| maybe(row.cue.as_ref().map(|cue| cue.end)))?;
        self.texts(|row| maybe(row.cue.as_ref().map(|cue| &*cue.text)))?;
        self.texts(|row| each(&row.addressees, String::as_str))?;
        self.texts(|row| each(&row.via, String::as_str))?;
        self.numbers(|row| one(row.utterance as u32))?;
        self.numbers(|row| one(row.wire_start))?;
        self.numbers(|row| one(row.wire_end))?;
        self.texts(|row| one(row.grade))?;
        self.texts(|row| maybe(row.evidence))
    }

    fn texts(
        &mut self,
        cells: impl Fn(&'a Record) -> Vec<Cell<&'a str>>,
    ) -> Result<(), ParquetError> {
        self.column::<ByteArrayType, _>(cells, ByteArray::from)
    }

    fn numbers(
        &mut self,
        cells: impl Fn(&'a Record) -> Vec<Cell<u32>>,
    ) -> Result<(), ParquetError> {
        self.column::<Int32Type, _>(cells, u32::cast_signed)
    }

    /// Writes the next column: what each row has in it, in the form in which Parquet keeps it.
    fn column<T: DataType, Value>(
        &mut self,
        cells: impl Fn(&'a Record) -> Vec<Cell<Value>>,
        kept: impl Fn(Value) -> T::T,
    ) -> Result<(), ParquetError> {
        let (mut values, mut definitions, mut repetitions) = (Vec::new(), Vec::new(), Vec::new());
        for cell in self.rows.iter().flat_map(cells) {
            values.extend(cell.value.map(&kept));
            definitions.push(cell.definition);
            repetitions.push(cell.repetition);
        }
        let Some(mut column) = self.group.next_column()? else {
            return Err(ParquetError::General("a column too many".to_owned()));
        };
        let (definitions, repetitions) = (Some(&*definitions), Some(&*repetitions));
        column
            .typed::<T>()
            .write_batch(&values, definitions, repetitions)?;
        column.close()
    }
}

/// What a row has in a column: a value, or none at some depth. The two levels are those of Parquet.
struct Cell<T> {
    value: Option<T>,
    /// Of what need not be there, how much is.
    definition: i16,
    /// Whether it goes on with the list of the row.
    repetition: i16,
}

/// What each row has.
fn one<T>(value: T) -> Vec<Cell<T>> {
    vec![Cell {
        value: Some(value),
        definition: 0,
        repetition: 0,
    }]
}

/// What a row may have.
fn maybe<T>(value: Option<T>) -> Vec<Cell<T>> {
    vec![Cell {
        definition: i16::from(value.is_some()),
        value,
        repetition: 0,
    }]
}

/// What each item of a list has.
fn each<'a, I, T>(items: &'a [I], value: impl Fn(&'a I) -> T) -> Vec<Cell<T>> {
    list(items, |item| (Some(value(item)), 1))
}

/// What each item of a list may have.
fn each_maybe<'a, I, T>(items: &'a [I], value: impl Fn(&'a I) -> Option<T>) -> Vec<Cell<T>> {
    list(items, |item| {
        let value = value(item);
        let definition = 1 + i16::from(value.is_some());
        (value, definition)
    })
}

fn list<'a, I, T>(items: &'a [I], cell: impl Fn(&'a I) -> (Option<T>, i16)) -> Vec<Cell<T>> {
    if items.is_empty() {
        return maybe(None);
    }
    let cells = items.iter().enumerate().map(|(at, item)| {
        let (value, definition) = cell(item);
        Cell {
            value,
            definition,
            repetition: i16::from(at > 0),
        }
    });
    cells.collect()
}
