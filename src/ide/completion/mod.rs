//! What can be written at a place: one file for each kind of place. Where nothing is known to fit,
//! nothing is offered, so that nothing pops up while somebody writes prose.

mod config;
mod dates;
mod ids;
mod keys;
mod paths;
mod rules;
mod values;
mod yaml;

use crate::dates::Date;
use crate::ide::Locale;
use crate::ide::hover::Cards;
use crate::model::{Analysis, EntityKey};
use crate::syntax::SyntaxKind;
use crate::text::{FileId, TextEdit, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// What is offered at one place, the best first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completions {
    /// What can be written.
    pub items: Vec<Completion>,
    /// Whether there is more, or other things once more is typed.
    pub is_incomplete: bool,
}

/// Something that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What it is called.
    pub label: String,
    /// What is written.
    pub text: String,
    /// What closes it and is not there yet; the cursor goes on before it.
    pub closing: &'static str,
    /// What is typed of it, in bytes of the file: up to the cursor.
    pub typed: TextRange,
    /// The same with what stands directly behind the cursor and belongs to it.
    pub range: TextRange,
    /// What editors are to compare with what is typed, where that is not the label.
    pub filter: Option<String>,
    /// What stands beside the label.
    pub beside: Option<String>,
    /// What it means.
    pub detail: String,
    /// What it is.
    pub kind: CompletionKind,
    /// What more can be told of it.
    pub about: Option<About>,
    /// What has to be written elsewhere with it: the declaration of whom nothing declares yet.
    pub further: Vec<TextEdit>,
}

/// What a completion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CompletionKind {
    /// The speaker whom the text names.
    Speaker,
    /// Another entity.
    Entity,
    /// A sign of the markup.
    Sign,
    /// A date.
    Date,
    /// A key.
    Key,
    /// A value.
    Value,
    /// A rule.
    Rule,
    /// A file.
    Path,
}

/// What more can be told of a completion, later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The entity with that id.
    Entity(String),
    /// The rule of that name.
    Rule(String),
    /// What this says.
    Words(&'static str),
}

/// At most so many things are offered at once.
const MOST: usize = 200;

/// What can be written at `offset`, in bytes of `file`. `today` is the day on which it is written.
pub fn completions(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    today: Option<Date>,
    locale: Locale,
) -> Completions {
    let place = Place {
        snapshot,
        file,
        offset,
        text: snapshot.text(file),
        today,
        locale,
    };
    let mut found = match snapshot.kind(file) {
        FileKind::Wire | FileKind::Baseline => Completions::default(),
        FileKind::Config => config::completions(&place),
        FileKind::Registry => keys::completions(&place, TextSize::new(0)),
        FileKind::Article => match front_matter(snapshot, file, offset) {
            Some(yaml) => keys::completions(&place, yaml.start()),
            None => rules::suppressed(&place)
                .or_else(|| dates::marked(&place))
                .or_else(|| ids::completions(&place))
                .unwrap_or_default(),
        },
    };
    found.is_incomplete |= found.items.len() > MOST;
    found.items.truncate(MOST);
    found
}

/// What more can be told of a completion, in Markdown.
pub fn documentation(
    snapshot: &Snapshot,
    file: FileId,
    about: &About,
    locale: Locale,
) -> Option<String> {
    match about {
        About::Entity(id) => {
            if snapshot.kind(file) != FileKind::Article {
                return None;
            }
            let analysis = snapshot.analysis(file);
            let key = entity_of(analysis, id)?;
            Some(Cards::new(snapshot, file, locale.into()).entity(key))
        }
        About::Rule(name) => Some(crate::rules::find(name)?.documentation.trim().to_owned()),
        About::Words(words) => Some((*words).to_owned()),
    }
}

fn entity_of(analysis: &Analysis, id: &str) -> Option<EntityKey> {
    analysis.entities.find(id).or_else(|| {
        let mut recognised = analysis.entities.recognised();
        recognised
            .find(|(_, entity)| entity.id == id)
            .map(|(key, _)| key)
    })
}

/// The front matter around `offset`, between its fences.
fn front_matter(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Option<TextRange> {
    let tokens = snapshot.tree(file).tokens().take(4);
    let mut fences = tokens.filter(|(kind, _)| *kind == SyntaxKind::Fence);
    let (_, first) = fences.next()?;
    let last = fences.next().map(|(_, last)| last.start());
    let last = last.unwrap_or_else(|| first.end());
    let inside = TextRange::new(first.end(), last.max(first.end()));
    // Between two fences with nothing in between, too.
    (inside.contains_inclusive(offset)
        && (offset < inside.end()
            || inside.is_empty()
            || snapshot.text(file)[..usize::from(offset)].ends_with('\n')))
    .then_some(inside)
}

/// Where something is to be written.
struct Place<'a> {
    snapshot: &'a Snapshot,
    file: FileId,
    offset: TextSize,
    text: &'a str,
    today: Option<Date>,
    locale: Locale,
}

impl<'a> Place<'a> {
    fn before(&self) -> &'a str {
        &self.text[..usize::from(self.offset)]
    }

    fn after(&self) -> &'a str {
        &self.text[usize::from(self.offset)..]
    }

    /// The line up to the cursor, as far as it is looked at.
    fn line_before(&self) -> &'a str {
        let before = self.before();
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let line = &before[line..];
        let far = line.char_indices().rev().nth(LONGEST_LINE);
        far.map_or(line, |(start, _)| &line[start..])
    }

    /// The rest of the line, as far as it is looked at.
    fn line_after(&self) -> &'a str {
        let line = self.after().lines().next().unwrap_or_default();
        let far = line.char_indices().nth(LONGEST_LINE);
        far.map_or(line, |(end, _)| &line[..end])
    }

    /// The letters before the cursor that are like that; and with them those behind it.
    fn word(&self, is_of_it: impl Fn(char) -> bool) -> (TextRange, TextRange) {
        let width = |letters: &mut dyn Iterator<Item = char>| {
            let letters = letters.take_while(|letter| is_of_it(*letter));
            TextSize::new(letters.map(char::len_utf8).sum::<usize>() as u32)
        };
        let start = self.offset - width(&mut self.line_before().chars().rev());
        let end = self.offset + width(&mut self.line_after().chars());
        (
            TextRange::new(start, self.offset),
            TextRange::new(start, end),
        )
    }

    /// A completion that says no more than its own text.
    fn plain(
        (typed, range): (TextRange, TextRange),
        text: impl Into<String>,
        kind: CompletionKind,
    ) -> Completion {
        let text = text.into();
        Completion {
            label: text.clone(),
            text,
            closing: "",
            typed,
            range,
            filter: None,
            beside: None,
            detail: String::new(),
            kind,
            about: None,
            further: Vec::new(),
        }
    }
}

/// How many letters of a line are looked at, to each side.
const LONGEST_LINE: usize = 1_000;

impl From<Vec<Completion>> for Completions {
    fn from(items: Vec<Completion>) -> Completions {
        Completions {
            items,
            is_incomplete: false,
        }
    }
}
