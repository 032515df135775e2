//! The shape of a rule.

use std::cell::OnceCell;

use crate::model::front_matter::Problem;
use crate::model::{Analysis, Article, Declaration, Declarations, Declared, EntityTable, Slips};
use crate::rules::{Applicability, Diagnostic, Fix, Related, Severity};
use crate::syntax::Tree;
use crate::text::{FileEdit, FileId, FileRange, TextEdit, TextRange};
use crate::workspace::{Compared, FileKind, Snapshot};

/// One thing that can be wrong, and how to find it.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in kebab-case; it reads as "allow …".
    pub name: &'static str,
    /// How much a finding matters by default.
    pub severity: Severity,
    /// What it reports, in one line.
    pub summary: &'static str,
    /// Its page of the manual, in Markdown.
    pub documentation: &'static str,
    /// Looks at one file and adds what it finds.
    pub(super) check: fn(&Context<'_>, &mut Vec<Diagnostic>),
}

impl Rule {
    /// Its page of the manual with its name above, in Markdown.
    pub fn page(&self) -> String {
        let lines = self.documentation.lines();
        let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
        let text = lines.collect::<Vec<_>>().join("\n");
        format!("# {} ({})\n\n{text}\n", self.name, self.severity.name())
    }

    /// A finding of this rule at its default severity.
    pub(super) fn report(&self, range: TextRange, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            rule: self.name,
            severity: self.severity,
            range,
            message: message.into(),
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }
}

impl Diagnostic {
    /// The finding with advice.
    pub(super) fn help(self, help: impl Into<String>) -> Diagnostic {
        Diagnostic {
            help: Some(help.into()),
            ..self
        }
    }

    /// The finding with another place that explains it.
    pub(super) fn related(mut self, place: FileRange, message: impl Into<String>) -> Diagnostic {
        self.related.push(Related {
            place,
            message: message.into(),
        });
        self
    }

    /// The finding with a way to mend it that changes the words of the article, and so is never
    /// safe; none at all in an article that names its wire text, which nobody but its writer
    /// changes.
    pub(super) fn rewording(
        self,
        context: &Context<'_>,
        title: impl Into<String>,
        edits: Vec<TextEdit>,
    ) -> Diagnostic {
        self.changing_words(context, Applicability::Unsafe, title.into(), edits)
    }

    /// The same, where the change says what only a person can know.
    pub(super) fn rewording_by_choice(
        self,
        context: &Context<'_>,
        title: impl Into<String>,
        edits: Vec<TextEdit>,
    ) -> Diagnostic {
        self.changing_words(context, Applicability::Choice, title.into(), edits)
    }

    fn changing_words(
        mut self,
        context: &Context<'_>,
        applicability: Applicability,
        title: String,
        edits: Vec<TextEdit>,
    ) -> Diagnostic {
        if context.article().front.wire.is_none() {
            let file = context.file;
            self.fixes.push(Fix {
                title,
                applicability,
                edits: edits
                    .into_iter()
                    .map(|edit| FileEdit { file, edit })
                    .collect(),
            });
        }
        self
    }
}

/// What a rule looks at: one file among all others.
#[derive(Debug)]
pub struct Context<'a> {
    /// All files.
    pub snapshot: &'a Snapshot,
    /// The file.
    pub file: FileId,
    /// What is said in it and elsewhere; several rules ask, and comparing takes its time.
    compared: OnceCell<Vec<Compared<'a>>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, file: FileId) -> Context<'a> {
        Context {
            snapshot,
            file,
            compared: OnceCell::new(),
        }
    }

    /// What is said in the article, with where else it stands; see [`Snapshot::compared`].
    pub(super) fn compared(&self) -> &[Compared<'a>] {
        self.compared
            .get_or_init(|| self.snapshot.compared(self.file))
    }

    pub(super) fn text(&self) -> &'a str {
        self.snapshot.text(self.file)
    }

    pub(super) fn tree(&self) -> &'a Tree {
        self.snapshot.tree(self.file)
    }

    /// The article by itself.
    pub(super) fn article(&self) -> &'a Article {
        &self.analysis().article
    }

    /// The article with the entities that it knows.
    pub(super) fn analysis(&self) -> &'a Analysis {
        self.snapshot.analysis(self.file)
    }

    /// The entities that the article knows.
    pub(super) fn entities(&self) -> &'a EntityTable {
        &self.analysis().entities
    }

    /// What the file declares itself, in front matter or as a registry.
    pub(super) fn declarations(&self) -> &'a Declarations {
        match self.snapshot.kind(self.file) {
            FileKind::Registry => &self.snapshot.registry(self.file).declarations,
            _ => &self.snapshot.article(self.file).front.entities,
        }
    }

    /// A declaration in whichever file it stands.
    pub(super) fn declaration(&self, declared: &Declared) -> Option<&'a Declaration> {
        let file = declared.id.file;
        let declarations = match self.snapshot.kind(file) {
            FileKind::Registry => &self.snapshot.registry(file).declarations,
            _ => &self.snapshot.article(file).front.entities,
        };
        declarations.all.get(declared.at)
    }

    /// What in the file's YAML cannot be read.
    pub(super) fn problems(&self) -> &'a [Problem] {
        match self.snapshot.kind(self.file) {
            FileKind::Registry => &self.snapshot.registry(self.file).problems,
            _ => &self.snapshot.article(self.file).front.problems,
        }
    }

    /// What in the file's YAML is probably a slip of the pen.
    pub(super) fn slips(&self) -> &'a Slips {
        match self.snapshot.kind(self.file) {
            FileKind::Registry => &self.snapshot.registry(self.file).slips,
            _ => &self.snapshot.article(self.file).front.slips,
        }
    }

    /// Words of the text as a message quotes them: on one line, without annotations.
    pub(super) fn words(&self, range: TextRange) -> String {
        let passages = &self.article().passages;
        let at = passages.partition_point(|passage| passage.range.end() <= range.start());
        let Some(passage) = passages.get(at) else {
            return String::new();
        };
        let (start, end) = (range.start(), range.end());
        let start = passage.wire.to_wire(start);
        let words = TextRange::new(start, passage.wire.to_wire(end).max(start));
        let words = passage.wire.text()[words].split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }

    /// A place in the file.
    pub(super) fn here(&self, range: TextRange) -> FileRange {
        FileRange {
            file: self.file,
            range,
        }
    }
}

/// Declares a rule; its doc comment becomes its page of the manual, so that the two are one.
macro_rules! declare_rule {
    (
        $(#[doc = $line:literal])*
        $visibility:vis static $static:ident = $name:literal, $severity:ident, $summary:literal
    ) => {
        $(#[doc = $line])*
        $visibility static $static: crate::rules::Rule = crate::rules::Rule {
            name: $name,
            severity: crate::rules::Severity::$severity,
            summary: $summary,
            documentation: concat!($($line, "\n"),*),
            check,
        };
    };
}

pub(super) use declare_rule;
