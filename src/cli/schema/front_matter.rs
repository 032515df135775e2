//! The schemas of front matter and of registries. Keys that they do not name are the user's own.

use serde_json::{Value, json};

use super::{TAG, document};
use crate::model::EntityKind;

pub(super) fn schema() -> Value {
    let shape = json!({
        "description": "What an article says of itself, between two lines `---` at its beginning. Keys that are not listed are your own.",
        "type": ["object", "null"],
        "properties": {
            "lang": {
                "description": "The article's language, a BCP 47 tag such as `ar`, `en` or `de-AT`. Quotation marks, names and dates are read by its habits.",
                "type": ["string", "null"],
                "pattern": TAG,
                "examples": ["ar", "en", "de", "fr"],
            },
            "date": date("When the article was published: a date such as `2025-03-04`, or a full timestamp."),
            "dateline": {
                "description": "Where and when the article was written.",
                "type": ["object", "null"],
                "properties": {
                    "place": text("Where: the id of an entity, or a plain name."),
                    "date": date("When, if that is another day than `date`."),
                },
                "examples": [{"place": "Lower Basin", "date": "2025-03-03"}],
            },
            "source": texts("Who passed the article on, the outermost last: ids of entities or plain names. They end the chain of every quotation."),
            "wire": text("The text that this article annotates: a path from the article's folder. Annotating must not change a word of it."),
            "registry": texts("Further registries of entities, besides those found by themselves: paths from the article's folder."),
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
        "description": "Whom and what articles speak of: ids, each with what is known of it. An id is one word in any script; it may hold digits, `-` and `_`.",
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
                "description": "What it is.",
                "enum": kinds.into_iter().chain([Value::Null]).collect::<Vec<_>>(),
            },
            "name": names("Its full name, or one for each language: `{ar: …, en: …}`. Where a text has it, it is a mention without brackets."),
            "aka": names("Other names that texts may use, such as the surname alone; a list, or one for each language."),
            "role": text("Its office or occupation."),
            "of": text("Whom it belongs to: the id of an entity, or a plain name."),
            "anonymous": {
                "description": "Whether it is a source that is not named.",
                "type": ["boolean", "null"],
            },
            "wikidata": {
                "description": "Its item in Wikidata.",
                "type": ["string", "null"],
                "pattern": "^Q[0-9]+$",
                "examples": ["Q42"],
            },
            "url": {
                "description": "A page about it.",
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
