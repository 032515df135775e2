//! The keys of front matter and of registries. What stands here is what the reader takes, what it
//! proposes in place of a slip, and what the schema and the editor tell people of a key.

/// A key and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it says, in one or two sentences.
    pub meaning: &'static str,
}

/// The keys at the top of the front matter.
pub const KEYS: [Key; 8] = [
    Key {
        name: "lang",
        meaning: "The article's language, a BCP 47 tag such as `ar`, `en` or `de-AT`. Quotation \
                  marks, names and dates are read by its habits.",
    },
    Key {
        name: "date",
        meaning: "When the article was published: a date such as `2025-03-04`, or a full \
                  timestamp.",
    },
    Key {
        name: "kind",
        meaning: "`record` for a transcript or a statement: quotations of other articles are held to \
                  its words.",
    },
    Key {
        name: "dateline",
        meaning: "Where and when the article was written.",
    },
    Key {
        name: "source",
        meaning: "Who passed the article on, the outermost last: ids of entities or plain names. \
                  They end the chain of every quotation.",
    },
    Key {
        name: "wire",
        meaning: "The text that this article annotates: a path from the article's folder. \
                  Annotating must not change a word of it.",
    },
    Key {
        name: "registry",
        meaning: "Further registries of entities, besides those found by themselves: paths from \
                  the article's folder.",
    },
    Key {
        name: "entities",
        meaning: "Whom and what articles speak of: ids, each with what is known of it. An id is \
                  one word in any script; it may hold digits, `-` and `_`.",
    },
];

/// The keys of `dateline`.
pub const DATELINE_KEYS: [Key; 2] = [
    Key {
        name: "place",
        meaning: "Where: the id of an entity, or a plain name.",
    },
    Key {
        name: "date",
        meaning: "When, if that is another day than `date`.",
    },
];

/// The keys of an entity, in front matter and in registries.
pub const ENTITY_KEYS: [Key; 8] = [
    Key {
        name: "type",
        meaning: "What it is.",
    },
    Key {
        name: "name",
        meaning: "Its full name, or one for each language: `{ar: …, en: …}`. Where a text has it, \
                  it is a mention without brackets.",
    },
    Key {
        name: "aka",
        meaning: "Other names that texts may use, such as the surname alone; a list, or one for \
                  each language.",
    },
    Key {
        name: "role",
        meaning: "Its office or occupation.",
    },
    Key {
        name: "of",
        meaning: "Whom it belongs to: the id of an entity, or a plain name.",
    },
    Key {
        name: "anonymous",
        meaning: "Whether it is a source that is not named.",
    },
    Key {
        name: "wikidata",
        meaning: "Its item in Wikidata.",
    },
    Key {
        name: "url",
        meaning: "A page about it.",
    },
];

impl Key {
    /// What the key `name` of `keys` says; empty where it is none of them.
    pub fn meaning(keys: &[Key], name: &str) -> &'static str {
        let key = keys.iter().find(|key| key.name == name);
        key.map_or("", |key| key.meaning)
    }
}
