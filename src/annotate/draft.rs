//! A text into which something is written, and what was written where.

use crate::text::{TextEdit, TextSize, edited};

/// Something to write between two characters of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Insertion {
    pub(super) at: TextSize,
    pub(super) text: String,
}

impl From<Insertion> for TextEdit {
    fn from(insertion: Insertion) -> TextEdit {
        TextEdit::insertion(insertion.at, insertion.text)
    }
}

/// A text as it was, with all that has been written into it since. Nothing is ever taken away.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    original: String,
    /// In the order of the original, at most one at each place.
    insertions: Vec<Insertion>,
    text: String,
}

impl Draft {
    pub(super) fn new(original: &str) -> Draft {
        Draft {
            original: original.to_owned(),
            insertions: Vec::new(),
            text: original.to_owned(),
        }
    }

    /// The text as it is now.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What was written, in bytes of the original.
    pub(super) fn edits(&self) -> Vec<TextEdit> {
        self.insertions.iter().cloned().map(Into::into).collect()
    }

    /// The same with more written into it: `more` stands in the order of the text as it is now.
    pub(super) fn with(&self, more: &[Insertion]) -> Draft {
        let mut insertions: Vec<Insertion> = Vec::with_capacity(self.insertions.len() + more.len());
        let mut more = more.iter().peekable();
        // How much of what was written before has been passed.
        let mut written = TextSize::new(0);
        let mut add = |at: TextSize, text: &str| match insertions.last_mut() {
            Some(last) if last.at == at => last.text.push_str(text),
            _ => insertions.push(Insertion {
                at,
                text: text.to_owned(),
            }),
        };
        for before in &self.insertions {
            let start = before.at + written;
            while let Some(new) = more.next_if(|new| new.at < start) {
                add(new.at - written, &new.text);
            }
            let mut from = 0;
            while let Some(new) = more.next_if(|new| new.at <= start + TextSize::of(&before.text)) {
                let to = usize::from(new.at - start);
                add(before.at, &before.text[from..to]);
                add(before.at, &new.text);
                from = to;
            }
            add(before.at, &before.text[from..]);
            written += TextSize::of(&before.text);
        }
        for new in more {
            add(new.at - written, &new.text);
        }
        let mut draft = Draft {
            original: self.original.clone(),
            insertions,
            text: String::new(),
        };
        draft.text = edited(&draft.original, &draft.edits());
        draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(draft: &Draft, all: &[(u32, &str)]) -> Draft {
        let all: Vec<Insertion> = all
            .iter()
            .map(|(at, text)| Insertion {
                at: TextSize::new(*at),
                text: (*text).to_owned(),
            })
            .collect();
        draft.with(&all)
    }

    #[test]
    fn what_is_written_into_what_was_written() {
        let draft = written(
            &Draft::new("abcd"),
            &[(0, "<"), (2, "12"), (2, "3"), (4, ">")],
        );
        assert_eq!(draft.text(), "<ab123cd>");
        let draft = written(
            &draft,
            &[(0, "."), (1, "-"), (2, "!"), (4, "?"), (6, "+"), (9, "$")],
        );
        assert_eq!(draft.text(), ".<-a!b1?23+cd>$");
        let texts: Vec<_> = draft
            .edits()
            .into_iter()
            .map(|edit| (u32::from(edit.range.start()), edit.text))
            .collect();
        let expected = [(0, ".<-"), (1, "!"), (2, "1?23+"), (4, ">$")];
        assert_eq!(texts, expected.map(|(at, text)| (at, text.to_owned())));
    }
}
