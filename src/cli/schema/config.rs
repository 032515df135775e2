//! The schema of `isnad.toml`. Its keys and what they mean are those of the reader.

use serde_json::{Map, Value, json};

use super::{TAG, document};
use crate::rules;
use crate::workspace::{KEYS, Key, Level, OVERRIDE_KEYS};

pub(super) fn schema() -> Value {
    let shape = json!({
        "description": "What a folder of articles asks of Isnad. Paths start from the folder of this file.",
        "type": "object",
        "properties": properties(&KEYS),
        "additionalProperties": false,
    });
    document("Configuration of Isnad", shape)
}

fn properties(keys: &[Key]) -> Map<String, Value> {
    let property = |key: &Key| {
        let mut shape = shape(key.name);
        shape["description"] = json!(key.meaning);
        (key.name.to_owned(), shape)
    };
    keys.iter().map(property).collect()
}

fn shape(key: &str) -> Value {
    match key {
        "required-version" => json!({
            "type": "string",
            "pattern": r"^\s*([<>=~^]*\s*[0-9]+(\.[0-9*xX]+){0,2}[^,\s]*|\*)(\s*,\s*[<>=~^]*\s*[0-9]+[^,\s]*)*\s*$",
            "examples": [concat!(">=", env!("CARGO_PKG_VERSION"))],
        }),
        "lang" => json!({"type": "string", "pattern": TAG, "examples": ["ar", "en", "de", "fr"]}),
        "registry" => json!({
            "type": ["string", "array"],
            "items": {"type": "string"},
            "examples": [["people/*.yaml"]],
        }),
        "allow-outside" => json!({
            "type": ["string", "array"],
            "items": {"type": "string"},
            "examples": [["../shared/people.yaml"]],
        }),
        "paths" => json!({
            "type": ["string", "array"],
            "items": {"type": "string", "pattern": r"^(?!/)(?!(.*/)?\.\.(/|$))"},
            "pattern": r"^(?!/)(?!(.*/)?\.\.(/|$))",
            "examples": [["archive/**"]],
        }),
        "rules" => levels(),
        "overrides" => json!({
            "type": "array",
            "items": {
                "type": "object",
                "properties": properties(&OVERRIDE_KEYS),
                "required": ["paths"],
                "additionalProperties": false,
            },
        }),
        _ => json!({}),
    }
}

/// Each rule, and the levels to which it can be set.
fn levels() -> Value {
    let levels = Level::ALL.map(|(name, _)| name);
    let rule = |rule: &rules::Rule| {
        let shape = json!({
            "enum": levels,
            "default": rule.severity.name(),
            "description": format!("How much it matters: {}.", rule.summary),
        });
        (rule.name.to_owned(), shape)
    };
    let rules: Map<String, Value> = rules::manual().map(rule).collect();
    json!({"type": "object", "properties": rules, "additionalProperties": false})
}
