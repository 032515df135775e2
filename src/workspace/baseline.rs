//! `isnad-baseline.json`: findings that were there when the folder began to be checked, and that nobody
//! is to be told of until somebody mends them.
//!
//! A finding is known by its rule, the path of its file, the words it is about, and how many before it
//! share all three, so that lines may come and go around it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Component, Path};

use serde::{Deserialize, Serialize};

use crate::names::characters::turns_direction;
use crate::syntax::json::reason;
use crate::text::{TextRange, TextSize};
use crate::workspace::ConfigProblem;

/// The name of the file; it stands at the root of its articles.
pub const BASELINE: &str = "isnad-baseline.json";

/// The only version there is of how it is written.
const VERSION: u32 = 1;

/// How many findings there are of the words in question, by rule and words.
pub type Known = BTreeMap<String, BTreeMap<String, usize>>;

/// The findings that a file `isnad-baseline.json` lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Baseline {
    /// Those of each file, by its path from the folder of the baseline, with `/`.
    pub findings: BTreeMap<String, Known>,
    /// Why it cannot be read; then nothing is known.
    pub problem: Option<ConfigProblem>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    version: u32,
    findings: BTreeMap<String, Known>,
}

impl Baseline {
    /// Reads a baseline. Never fails: what is wrong stands beside what can be read.
    pub fn read(text: &str) -> Baseline {
        let problem = |range, message| Baseline {
            findings: BTreeMap::new(),
            problem: Some(ConfigProblem { range, message }),
        };
        let json = text.strip_prefix('\u{feff}').unwrap_or(text);
        match serde_json::from_str::<Document>(json) {
            Ok(document) if document.version == VERSION => Baseline {
                findings: document.findings,
                problem: None,
            },
            Ok(Document { version, .. }) => problem(
                TextRange::default(),
                format!(
                    "this baseline is of version {version}, and this Isnad knows version {VERSION}"
                ),
            ),
            Err(error) => problem(
                place(text, json, &error),
                format!(
                    "this is no baseline: {}; `isnad check --write-baseline` writes it anew",
                    reason(&error)
                ),
            ),
        }
    }

    /// What is known of the file at `path`, which starts from the folder of the baseline.
    pub fn of(&self, path: &Path) -> Option<&Known> {
        self.findings.get(&key(path))
    }

    /// The text of the file: one line for each entry, in one order, so that git can merge it.
    pub fn text(&self) -> String {
        let document = Document {
            version: VERSION,
            findings: self.findings.clone(),
        };
        // These types hold nothing that JSON cannot.
        without_controls(&serde_json::to_string_pretty(&document).unwrap_or_default()) + "\n"
    }
}

/// JSON in which characters that turn the direction of writing are escaped, so that a change of the
/// baseline shows what it says.
fn without_controls(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for letter in json.chars() {
        if turns_direction(letter) {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "\\u{:04x}", u32::from(letter));
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

/// The name of a file in a baseline: its path from there, with `/` on every system.
pub fn key(path: &Path) -> String {
    let names = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    names.collect::<Vec<_>>().join("/")
}

/// Where reading `json`, the end of `text`, ended.
fn place(text: &str, json: &str, error: &serde_json::Error) -> TextRange {
    let before = error.line().saturating_sub(1);
    let line: usize = json.split_inclusive('\n').take(before).map(str::len).sum();
    let mut at = (line + error.column().saturating_sub(1)).min(json.len());
    while !json.is_char_boundary(at) {
        at -= 1;
    }
    TextRange::empty(TextSize::new((text.len() - json.len() + at) as u32))
}
