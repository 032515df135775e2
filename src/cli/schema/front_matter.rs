//! The schemas of front matter and of registries, whose keys and what they mean are those of the
//! reader. Keys that they do not name are the user's own.

use serde_json::{Value, json};

use super::{TAG, document};
use crate::model::EntityKind;
use crate::model::front_matter::{DATELINE_KEYS, ENTITY_KEYS, KEYS, Key};

pub(super) fn schema() -> Value {
    let of = |key| Key::meaning(&KEYS, key);
    let shape = json!({
        "description": "What an article says of itself, between two lines `---` at its beginning. Keys that are not listed are your own.",
        "type": ["object", "null"],
        "properties": {
            "lang": {
                "description": of("lang"),
                "type": ["string", "null"],
                "pattern": TAG,
                "examples": ["ar", "en", "de", "fr"],
            },
            "date": date(of("date")),
            "kind": {
                "description": of("kind"),
                "examples": ["record"],
            },
            "dateline": {
                "description": of("dateline"),
                "type": ["object", "null"],
                "properties": {
                    "place": text(Key::meaning(&DATELINE_KEYS, "place")),
                    "date": date(Key::meaning(&DATELINE_KEYS, "date")),
                },
                "examples": [{"place": "Lower Basin", "date": "2025-03-03"}],
            },
            "source": texts(of("source")),
            "wire": text(of("wire")),
            "registry": texts(of("registry")),
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
        "description": Key::meaning(&KEYS, "entities"),
        "type": ["object", "null"],
        "propertyNames": {"pattern": r"^[^\s!-,./:-@\[-^`{-~،؛]+$"},
        "additionalProperties": entity(),
    })
}

fn entity() -> Value {
    let of = |key| Key::meaning(&ENTITY_KEYS, key);
    let kinds = EntityKind::ALL.map(|(name, _)| json!(name));
    json!({
        "description": "What is known of one entity. Keys that are not listed are your own.",
        "type": ["object", "null"],
        "properties": {
            "type": {
                "description": of("type"),
                "enum": kinds.into_iter().chain([Value::Null]).collect::<Vec<_>>(),
            },
            "name": names(of("name")),
            "aka": names(of("aka")),
            "role": text(of("role")),
            "of": text(of("of")),
            "anonymous": {
                "description": of("anonymous"),
                "type": ["boolean", "null"],
            },
            "wikidata": {
                "description": of("wikidata"),
                "type": ["string", "null"],
                "pattern": "^Q[0-9]+$",
                "examples": ["Q42"],
            },
            "url": {
                "description": of("url"),
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
