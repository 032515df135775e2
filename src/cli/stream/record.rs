//! What a line in says.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::model::language::check_tag;
use crate::syntax::json;

/// The name of an article that has none.
pub(super) const PATH: &str = "stdin.news.md";

/// An article, and what its answer is known by.
pub(super) struct Record {
    pub(super) id: Id,
    pub(super) article: Given,
    /// The articles that it is compared with.
    pub(super) others: Vec<Given>,
}

/// An article as it is given.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Given {
    /// The name that it is taken to have.
    pub(super) path: String,
    pub(super) text: String,
    /// Its language, if it does not say it itself; a tag.
    pub(super) lang: Option<String>,
}

/// A line that is no record.
pub(super) struct Refused {
    /// As far as it could be read.
    pub(super) id: Id,
    pub(super) message: String,
}

/// What a record is known by outside, as it is written there; `None` is `null`.
pub(super) type Id = Option<Box<RawValue>>;

/// Reads a line; `None` where nothing stands on it. Who compares nothing passes over what it is `compared` with.
pub(super) fn read(line: &[u8], compared: bool) -> Option<Result<Record, Refused>> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    let line = line.trim_ascii();
    if line.is_empty() {
        return None;
    }
    let refused = |message| Refused { id: None, message };
    let read = keys(line).map_err(refused);
    Some(read.and_then(|keys| record(&keys, compared)))
}

/// The keys that a record may have, as they are written.
#[derive(Deserialize)]
struct Keys<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Option<&'a RawValue>,
    #[serde(borrow)]
    path: Option<&'a RawValue>,
    #[serde(borrow)]
    lang: Option<&'a RawValue>,
    #[serde(borrow)]
    others: Option<&'a RawValue>,
}

fn keys(line: &[u8]) -> Result<Keys<'_>, String> {
    let line = str::from_utf8(line).map_err(|error| {
        let byte = error.valid_up_to();
        format!("this line is not UTF-8: byte {byte} fits no character")
    })?;
    // A list would be taken for the values of the keys.
    if !line.starts_with('{') {
        return Err("this line is no JSON object; write one such as {\"text\": \"…\"}".to_owned());
    }
    serde_json::from_str(line)
        .map_err(|error| format!("this line is no record: {}", reason(&error)))
}

fn record(keys: &Keys<'_>, compared: bool) -> Result<Record, Refused> {
    let read = || {
        let article = given(keys, None)?;
        let others = keys.others.filter(|_| compared);
        Ok((article, others.map_or_else(|| Ok(Vec::new()), all)?))
    };
    let id = keys.id.and_then(one_line);
    match read() {
        Ok((article, others)) => Ok(Record {
            id,
            article,
            others,
        }),
        Err(message) => Err(Refused { id, message }),
    }
}

/// The articles that `others` lists.
fn all(others: &RawValue) -> Result<Vec<Given>, String> {
    if !others.get().starts_with('[') {
        return Err("`others` is no list".to_owned());
    }
    let listed: Vec<&RawValue> = serde_json::from_str(others.get())
        .map_err(|error| format!("`others` is no list: {}", reason(&error)))?;
    let listed = listed.into_iter().enumerate();
    let read = listed.map(|(at, other)| {
        let name = format!("others[{at}]");
        if !other.get().starts_with('{') {
            return Err(format!("`{name}` is no object"));
        }
        let keys = serde_json::from_str(other.get())
            .map_err(|error| format!("`{name}` is no article: {}", reason(&error)))?;
        given(&keys, Some(&name))
    });
    read.collect()
}

/// The article that keys give: those of the record, or of the part of it that has this name.
fn given(keys: &Keys<'_>, part: Option<&str>) -> Result<Given, String> {
    let name = |key: &str| part.map_or_else(|| key.to_owned(), |part| format!("{part}.{key}"));
    let text = string(&name("text"), keys.text)?.ok_or_else(|| {
        let whole = part.map_or_else(|| "the record".to_owned(), |part| format!("`{part}`"));
        format!("{whole} has no `text`, which is the article")
    })?;
    if let Some(byte) = memchr::memchr(0, text.as_bytes()) {
        let key = name("text");
        return Err(format!("`{key}` holds a NUL at byte {byte}: it is no text"));
    }
    let path = string(&name("path"), keys.path)?.filter(|path| !path.is_empty());
    let lang = string(&name("lang"), keys.lang)?.filter(|lang| !lang.is_empty());
    if let Some(Err(error)) = lang.as_deref().map(check_tag) {
        return Err(format!("`{}`: {error}", name("lang")));
    }
    Ok(Given {
        path: path.unwrap_or_else(|| PATH.to_owned()),
        text,
        lang,
    })
}

/// The same value, which no reader of lines takes for two: between its parts a carriage return may stand.
fn one_line(value: &RawValue) -> Id {
    RawValue::from_string(value.get().replace('\r', " ")).ok()
}

/// The string that stands under `key`, if any.
fn string(key: &str, value: Option<&RawValue>) -> Result<Option<String>, String> {
    let Some(value) = value.map(RawValue::get) else {
        return Ok(None);
    };
    if !value.starts_with('"') {
        return Err(format!("`{key}` is no string"));
    }
    serde_json::from_str(value).map_err(|error| format!("`{key}` is no string: {}", reason(&error)))
}

/// What is wrong, and after how many bytes that is seen.
fn reason(error: &serde_json::Error) -> String {
    format!("{}, at byte {}", json::reason(error), error.column())
}
