//! The keys of front matter and registries, and what each says: to whoever asks for the schema, and
//! to whoever writes one in an editor.

/// A key and what it says, in one or two sentences of Markdown.
pub type Key = (&'static str, &'static str);

/// The keys at the top of the front matter.
pub const ARTICLE_KEYS: [Key; 7] = [
    (
        "lang",
        "The article's language, a BCP 47 tag such as `ar`, `en` or `de-AT`. Quotation marks, names and dates are read by its habits.",
    ),
    (
        "date",
        "When the article was published: a date such as `2025-03-04`, or a full timestamp.",
    ),
    ("dateline", "Where and when the article was written."),
    (
        "source",
        "Who passed the article on, the outermost last: ids of entities or plain names. They end the chain of every quotation.",
    ),
    (
        "wire",
        "The text that this article annotates: a path from the article's folder. Annotating must not change a word of it.",
    ),
    (
        "registry",
        "Further registries of entities, besides those found by themselves: paths from the article's folder.",
    ),
    (
        "entities",
        "Whom and what articles speak of: ids, each with what is known of it. An id is one word in any script; it may hold digits, `-` and `_`.",
    ),
];

/// The keys of `dateline`.
pub const DATELINE_KEYS: [Key; 2] = [
    ("place", "Where: the id of an entity, or a plain name."),
    ("date", "When, if that is another day than `date`."),
];

/// The keys of an entity.
pub const ENTITY_KEYS: [Key; 8] = [
    ("type", "What it is."),
    (
        "name",
        "Its full name, or one for each language: `{ar: …, en: …}`. Where a text has it, it is a mention without brackets.",
    ),
    (
        "aka",
        "Other names that texts may use, such as the surname alone; a list, or one for each language.",
    ),
    ("role", "Its office or occupation."),
    (
        "of",
        "Whom it belongs to: the id of an entity, or a plain name.",
    ),
    ("anonymous", "Whether it is a source that is not named."),
    ("wikidata", "Its item in Wikidata."),
    ("url", "A page about it."),
];

/// What the key of that name says; nothing where it is none of them.
pub fn meaning(keys: &[Key], name: &str) -> &'static str {
    let key = keys.iter().find(|(key, _)| *key == name);
    key.map_or("", |(_, meaning)| meaning)
}
