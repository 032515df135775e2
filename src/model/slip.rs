//! Slips of the pen in front matter and registries of which YAML knows nothing: a key that is
//! nearly one of Isnad's, names in a list that no comma of YAML parts.

use crate::model::front_matter::{Key, Spanned};
use crate::names::similar::closest;
use crate::syntax::yaml::{Entry, Node, Scalar, Value};
use crate::text::{TextEdit, TextRange, TextSize};

/// The slips of one file, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slips {
    /// Keys that are nearly one of Isnad's.
    pub keys: Vec<NearMiss>,
    /// Values that hold several names and are read as one.
    pub joined: Vec<Joined>,
}

/// A key that means nothing here and is nearly one that does, which its mapping does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The key as it is written.
    pub written: Spanned<String>,
    /// The key that was probably meant.
    pub meant: &'static str,
}

/// Names with a comma between them that is no comma to YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// The value, in bytes of the file.
    pub range: TextRange,
    /// The first such comma.
    pub comma: char,
    /// Whether the key takes one name, not a list.
    pub takes_one: bool,
    /// Whether it stands between the brackets of a list, so that a list was meant.
    pub in_brackets: bool,
    /// What makes a list of them; none where that is not certain.
    pub edits: Vec<TextEdit>,
}

/// Words that other formats use, and the key that they are here.
const ELSEWHERE: [(&str, &str); 3] = [("language", "lang"), ("alias", "aka"), ("aliases", "aka")];

impl Slips {
    /// Adds the near misses among the keys of a mapping that knows the keys `known`. `start` is
    /// where its YAML begins in the file.
    pub(super) fn read_keys(&mut self, entries: &[Entry], known: &'static [Key], start: TextSize) {
        let is_known = |entry: &&Entry| {
            let written = entry.key.as_str();
            known.iter().any(|key| Some(key.name) == written)
        };
        if entries.iter().all(|entry| is_known(&entry)) {
            return;
        }
        let is_free = |key: &&str| !entries.iter().any(|entry| entry.key.as_str() == Some(key));
        let free: Vec<&'static str> = known.iter().map(|key| key.name).filter(is_free).collect();
        for entry in entries.iter().filter(|entry| !is_known(entry)) {
            let Value::Scalar(key) = &entry.key.value else {
                continue;
            };
            let elsewhere = ELSEWHERE.iter().find(|(word, _)| *word == key.text);
            let elsewhere = elsewhere.map(|(_, key)| *key);
            let meant = closest(&key.text, free.iter().copied());
            let meant = elsewhere.filter(|key| free.contains(key)).or(meant);
            // The list lends its names for ever, `closest` only for as long as it is asked.
            let meant = meant.and_then(|meant| free.iter().find(|key| **key == meant));
            if let Some(meant) = meant {
                self.keys.push(NearMiss {
                    written: Spanned {
                        value: key.text.clone(),
                        range: key.content + start,
                    },
                    meant,
                });
            }
        }
    }

    /// Adds the values of `node`, one name or a list of them, that hold several names. `yaml` is
    /// the text that it was read from and `start` where that begins in the file.
    pub(super) fn read_names(&mut self, yaml: &str, node: &Node, takes_one: bool, start: TextSize) {
        let in_brackets = yaml[node.range].starts_with('[');
        for item in std::slice::from_ref(node).iter().chain(node.items()) {
            let Some(scalar) = item.as_scalar() else {
                continue;
            };
            // Who puts a name in quotation marks means all of it.
            let comma = scalar
                .text
                .chars()
                .find(|c| is_comma(*c))
                .filter(|_| scalar.plain);
            let Some(comma) = comma else { continue };
            let form = match node.value {
                _ if takes_one => None,
                Value::Sequence(_) if in_brackets => Some(Form::Inside),
                Value::Sequence(_) => Form::of_lines(yaml, scalar),
                _ => Some(Form::Alone),
            };
            let edits = form
                .map(|form| form.parted(yaml, scalar))
                .unwrap_or_default();
            self.joined.push(Joined {
                range: item.range + start,
                comma,
                takes_one,
                in_brackets,
                edits: edits
                    .into_iter()
                    .map(|edit| TextEdit {
                        range: edit.range + start,
                        ..edit
                    })
                    .collect(),
            });
        }
    }
}

/// How a value stands in the list that it should be.
enum Form<'a> {
    /// `key: value`
    Alone,
    /// `[value]`
    Inside,
    /// A line `- value`; what stands before the value.
    Line(&'a str),
}

impl<'a> Form<'a> {
    fn of_lines(yaml: &'a str, scalar: &Scalar) -> Option<Form<'a>> {
        let before = &yaml[..usize::from(scalar.content.start())];
        let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        (before[line..].trim() == "-").then_some(Form::Line(&before[line..]))
    }

    /// The edits that part the names; none where a part would mean something else by itself.
    fn parted(&self, yaml: &str, scalar: &Scalar) -> Vec<TextEdit> {
        let written = &yaml[scalar.content];
        let is_name = |part: &str| {
            part.trim().starts_with(char::is_alphanumeric) && !part.trim().ends_with(':')
        };
        let means_something = [',', '[', ']', '{', '}', '\n', '\r'];
        if written.contains(means_something) || !written.split(is_comma).all(is_name) {
            return Vec::new();
        }
        let (open, between, close) = match self {
            Form::Alone => ("[", ", ".to_owned(), "]"),
            Form::Inside => ("", ", ".to_owned(), ""),
            Form::Line(before) => ("", format!("\n{before}"), ""),
        };
        let insert = |at: TextSize, text: &str| TextEdit {
            range: TextRange::empty(at),
            text: text.to_owned(),
        };
        let commas = written.match_indices(is_comma).map(|(at, comma)| {
            let after = &written[at + comma.len()..];
            let blanks = after.len() - after.trim_start().len();
            TextEdit {
                range: TextRange::at(
                    scalar.content.start() + TextSize::new(at as u32),
                    TextSize::new((comma.len() + blanks) as u32),
                ),
                text: between.clone(),
            }
        });
        let mut edits = vec![insert(scalar.content.start(), open)];
        edits.extend(commas);
        edits.push(insert(scalar.content.end(), close));
        edits.retain(|edit| !edit.range.is_empty() || !edit.text.is_empty());
        edits
    }
}

/// Whether a character parts the words of a list in Arabic or Chinese, and nothing in YAML.
fn is_comma(character: char) -> bool {
    matches!(character, '،' | '、' | '，')
}
