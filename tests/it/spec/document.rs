//! A Markdown document with examples: fenced blocks whose information begins with `isnad`, each the
//! text, a line `────`, and what the text means.

use isnad::text::FileId;

use crate::cases;
use crate::fixture::Fixture;

/// A document and its examples.
pub(super) struct Document {
    lines: Vec<String>,
    pub(super) examples: Vec<Example>,
    /// The text of the block `yaml cast`.
    pub(super) cast: Option<String>,
}

/// One example.
pub(super) struct Example {
    /// The heading above it.
    pub(super) section: String,
    /// The line of its fence, counted from 1.
    pub(super) line: usize,
    /// What else is drawn: the words after `isnad` on the fence.
    shows: Vec<String>,
    /// The text, with the names of characters that cannot be seen.
    pub(super) input: String,
    /// What it means, as the document has it.
    pub(super) outcome: String,
    /// The lines of the outcome, counted from 0, half-open.
    place: (usize, usize),
}

/// What parts the text of an example from what it means.
const RULE: &str = "────";

impl Document {
    pub(super) fn read(text: &str) -> Document {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let mut document = Document {
            lines: Vec::new(),
            examples: Vec::new(),
            cast: None,
        };
        let mut section = String::new();
        let mut at = 0;
        while at < lines.len() {
            let line = &lines[at];
            let info = line.trim_start_matches('`');
            let fence = &line[..line.len() - info.len()];
            if line.starts_with('#') {
                line.trim_start_matches(['#', ' ']).clone_into(&mut section);
            }
            at += 1;
            if fence.len() < 3 {
                continue;
            }
            let closes = |line: &String| line == fence;
            let end = lines[at..]
                .iter()
                .position(closes)
                .expect("a fence that closes")
                + at;
            let inside = &lines[at..end];
            let mut words = info.split_whitespace().map(str::to_owned);
            match words.next().as_deref() {
                Some("isnad") => {
                    let rule = inside.iter().position(|line| line.starts_with(RULE));
                    let rule = rule.unwrap_or(inside.len());
                    document.examples.push(Example {
                        section: section.clone(),
                        line: at,
                        shows: words.collect(),
                        input: joined(&inside[..rule]),
                        outcome: joined(&inside[rule..]),
                        place: (at + rule, end),
                    });
                }
                Some("yaml") if words.next().as_deref() == Some("cast") => {
                    document.cast = Some(joined(inside));
                }
                _ => {}
            }
            at = end + 1;
        }
        document.lines = lines;
        document
    }

    /// What stands outside of fenced blocks.
    pub(super) fn prose(&self) -> String {
        let mut prose = String::new();
        let mut is_fenced = false;
        for line in &self.lines {
            let is_fence = line.starts_with("```");
            is_fenced ^= is_fence;
            if !is_fence && !is_fenced {
                prose += line;
                prose.push('\n');
            }
        }
        prose
    }

    /// The document with other outcomes.
    pub(super) fn with(&self, outcomes: &[String]) -> String {
        let mut text = String::new();
        let mut at = 0;
        for (example, outcome) in self.examples.iter().zip(outcomes) {
            let (start, end) = example.place;
            text += &joined(&self.lines[at..start]);
            text += outcome;
            at = end;
        }
        text + &joined(&self.lines[at..])
    }
}

impl Example {
    /// Its files, in the notation of fixtures: its own, or the article beside the cast.
    pub(super) fn files(&self, cast: &str) -> String {
        let input = unseen(&self.input);
        if self.holds_files() {
            return input;
        }
        format!("//- entities.yaml\n{cast}//- article.news.md\n{input}")
    }

    /// The file that is looked at.
    pub(super) fn file(&self, fixture: &Fixture) -> FileId {
        let files = &fixture.files;
        files[if self.holds_files() {
            0
        } else {
            files.len() - 1
        }]
    }

    /// Whether it asks for the part of the drawing called `part`.
    pub(super) fn shows(&self, part: &str) -> bool {
        self.shows.iter().any(|shown| shown == part)
    }

    /// Whether it holds files of its own, beside which no cast stands.
    pub(super) fn holds_files(&self) -> bool {
        self.input.starts_with("//- ")
    }
}

fn joined(lines: &[String]) -> String {
    let mut text = lines.join("\n");
    if !lines.is_empty() {
        text.push('\n');
    }
    text
}

/// Characters that cannot be seen, beside those of all [`cases`].
const UNSEEN: [(&str, &str); 9] = [
    ("⟨TAB⟩", "\t"),
    ("⟨ZWJ⟩", "\u{200d}"),
    ("⟨ZWSP⟩", "\u{200b}"),
    ("⟨SHY⟩", "\u{ad}"),
    ("⟨ALM⟩", "\u{61c}"),
    ("⟨LRI⟩", "\u{2066}"),
    ("⟨RLO⟩", "\u{202e}"),
    ("⟨LS⟩", "\u{2028}"),
    ("⟨IDEOGRAPHIC SPACE⟩", "\u{3000}"),
];

/// A space at the end of a line, where nobody would see it.
const SPACE: &str = "⟨SPACE⟩";

/// A text that does not end with a line end.
const NO_LINE_END: &str = "⟨END⟩\n";

fn unseen(written: &str) -> String {
    let replace = |text: String, (name, character): &(&str, &str)| text.replace(name, character);
    let text = UNSEEN.iter().fold(cases::unseen(written), replace);
    text.replace(SPACE, " ").replace(NO_LINE_END, "")
}

/// The text with names for the characters that cannot be seen.
pub(super) fn seen(text: &str) -> String {
    let replace = |text: String, (name, character): &(&str, &str)| text.replace(character, name);
    UNSEEN.iter().fold(cases::seen(text), replace)
}
