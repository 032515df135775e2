//! The tree: mappings, sequences and scalars, each with its bytes.

use std::collections::HashSet;

use crate::text::TextRange;

/// A value, or the key of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The whole value as written, in bytes of the text: with quotes and brackets, without
    /// anchor, tag, and the blanks and comments around it.
    pub range: TextRange,
    /// What is written there.
    pub value: Value,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// One text.
    Scalar(Scalar),
    /// A list, `[a, b]` or lines that begin with `-`.
    Sequence(Vec<Node>),
    /// Keys with values, in the order of the text; a key that stands twice is here twice.
    Mapping(Vec<Entry>),
}

/// One text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// What it says, escapes resolved and lines joined. Empty where a value is absent.
    pub text: String,
    /// Whether it is written without quotes, and not as a block after `|` or `>`.
    pub plain: bool,
    /// What stands inside the quotes, or the lines after `|` or `>`; for a plain scalar the range
    /// of the node. In bytes of the text.
    pub content: TextRange,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key; not always a scalar.
    pub key: Node,
    /// The value; an absent one is an empty plain scalar right after the colon.
    pub value: Node,
}

impl Node {
    /// The text of a scalar.
    pub fn as_str(&self) -> Option<&str> {
        self.as_scalar().map(|scalar| scalar.text.as_str())
    }

    /// The scalar, if this is one.
    pub fn as_scalar(&self) -> Option<&Scalar> {
        match &self.value {
            Value::Scalar(scalar) => Some(scalar),
            Value::Sequence(_) | Value::Mapping(_) => None,
        }
    }

    /// The first entry of a mapping with this key.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        let mut entries = self.entries().iter();
        entries.find(|entry| entry.key.as_str() == Some(key))
    }

    /// The entries of a mapping; none of anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Mapping(entries) => entries,
            Value::Scalar(_) | Value::Sequence(_) => &[],
        }
    }

    /// The entries of a mapping; of several with one key the first.
    pub fn distinct_entries(&self) -> impl Iterator<Item = &Entry> {
        let mut seen = HashSet::new();
        let entries = self.entries().iter();
        entries.filter(move |entry| entry.key.as_str().is_none_or(|key| seen.insert(key)))
    }

    /// The items of a sequence; none of anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::Sequence(items) => items,
            Value::Scalar(_) | Value::Mapping(_) => &[],
        }
    }
}

impl Scalar {
    /// Whether this says that there is no value: absent, `~` or `null`, without quotes.
    pub fn is_null(&self) -> bool {
        self.plain && matches!(self.text.as_str(), "" | "~" | "null" | "Null" | "NULL")
    }
}
