//! The schemas of front matter and of registries. Keys that they do not name are the user's own.

use serde_json::{Value, json};

use super::{TAG, document};
use crate::model::EntityKind;
use crate::model::front_matter::{ARTICLE_KEYS, DATELINE_KEYS, ENTITY_KEYS, meaning};

pub(super) fn schema() -> Value {
    let shape = json!({
        "description": "What an article says of itself, between two lines `---` at its beginning. Keys that are not listed are your own.",
        "type": ["object", "null"],
        "properties": {
            "lang": {
                "description": meaning(&ARTICLE_KEYS, "lang"),
                "type": ["string", "null"],
                "pattern": TAG,
                "examples": ["ar", "en", "de", "fr"],
            },
            "date": date(meaning(&ARTICLE_KEYS, "date")),
            "dateline": {
                "description": meaning(&ARTICLE_KEYS, "dateline"),
                "type": ["object", "null"],
                "properties": {
                    "place": text(meaning(&DATELINE_KEYS, "place")),
                    "date": date(meaning(&DATELINE_KEYS, "date")),
                },
                "examples": [{"place": "Lower Basin", "date": "2025-03-03"}],
            },
            "source": texts(meaning(&ARTICLE_KEYS, "source")),
            "wire": text(meaning(&ARTICLE_KEYS, "wire")),
            "registry": texts(meaning(&ARTICLE_KEYS, "registry")),
            "entities": entities(),
        },
    });
    document("Front matter of an annotated article", shape)
}

pub(super) fn registry() -> Value {
    document("Registry of entities for Isnad", entities())
}

/// Ids, each with what is known of it.
fn entities() -> Value {
    json!({
        "description": meaning(&ARTICLE_KEYS, "entities"),
        "type": ["object", "null"],
        "propertyNames": {"pattern": r"^[^\s!-,./:-@\[-^`{-~،؛]+$"},
        "additionalProperties": entity(),
    })
}

fn entity() -> Value {
    let kinds = EntityKind::ALL.map(|(name, _)| json!(name));
    json!({
        "description": "What is known of one entity. Keys that are not listed are your own.",
        "type": ["object", "null"],
        "properties": {
            "type": {
                "description": meaning(&ENTITY_KEYS, "type"),
                "enum": kinds.into_iter().chain([Value::Null]).collect::<Vec<_>>(),
            },
            "name": names(meaning(&ENTITY_KEYS, "name")),
            "aka": names(meaning(&ENTITY_KEYS, "aka")),
            "role": text(meaning(&ENTITY_KEYS, "role")),
            "of": text(meaning(&ENTITY_KEYS, "of")),
            "anonymous": {
                "description": meaning(&ENTITY_KEYS, "anonymous"),
                "type": ["boolean", "null"],
            },
            "wikidata": {
                "description": meaning(&ENTITY_KEYS, "wikidata"),
                "type": ["string", "null"],
                "pattern": "^Q[0-9]+$",
                "examples": ["Q42"],
            },
            "url": {
                "description": meaning(&ENTITY_KEYS, "url"),
                "type": ["string", "null"],
                "pattern": "^https?://",
            },
        },
        "examples": [{"type": "person", "name": "Laila Haddad", "aka": ["Haddad"]}],
    })
}

/// One value. A number is as good as a text: YAML tells `1984` and `"1984"` apart, Isnad does not.
fn text(description: &str) -> Value {
    json!({"description": description, "type": ["string", "number", "null"]})
}

/// One value or a list of them.
fn texts(description: &str) -> Value {
    json!({
        "description": description,
        "type": ["string", "number", "array", "null"],
        "items": {"type": ["string", "number", "null"]},
    })
}

/// One name, a list of them, or either for each language.
fn names(description: &str) -> Value {
    json!({
        "description": description,
        "type": ["string", "number", "array", "object", "null"],
        "items": {"type": ["string", "number", "null"]},
        "additionalProperties": {
            "type": ["string", "number", "array", "null"],
            "items": {"type": ["string", "number", "null"]},
        },
    })
}

fn date(description: &str) -> Value {
    json!({
        "description": description,
        "type": ["string", "number", "null"],
        "pattern": "^[0-9٠-٩۰-۹]{4}",
        "examples": ["2025-03-04"],
    })
}
