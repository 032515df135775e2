//! What can be folded away: front matter and the entries in it, sections, quotations and paragraphs of
//! several lines, comments.

use std::cmp::Reverse;

use crate::ide::Locale;
use crate::ide::sections::sections;
use crate::ide::yaml::{Of, Yaml, whole};
use crate::model::{Declarations, Form};
use crate::syntax::yaml::{Node, Value};
use crate::syntax::{BlockKind, SyntaxKind};
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// Lines that can be folded away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// What goes, in bytes of the file: it begins on a line that stays and ends on a later one.
    pub range: TextRange,
    /// What it is.
    pub kind: FoldKind,
    /// What may stand in its place, on one line.
    pub instead: Option<String>,
}

/// What is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FoldKind {
    FrontMatter,
    /// A key of YAML with its value, such as an entity.
    Entry,
    Section,
    Comment,
    Paragraph,
    Quotation,
}

/// What can be folded away in `file`, in the order of the text. On each line one begins at most, and
/// two are inside of one another or apart. `locale` is the language of what may stand in place of them.
pub fn folds(snapshot: &Snapshot, file: FileId, locale: Locale) -> Vec<Fold> {
    let text = snapshot.text(file);
    let breaks = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes());
    let mut folder = Folder {
        snapshot,
        file,
        locale,
        breaks: breaks.map(|at| TextSize::new(at as u32)).collect(),
        folds: Vec::new(),
    };
    match snapshot.kind(file) {
        FileKind::Article => {
            folder.yaml(&snapshot.article(file).front.entities);
            folder.front_matter();
            folder.blocks();
            folder.sections();
            folder.quotations();
        }
        FileKind::Wire => {
            folder.blocks();
            folder.sections();
            folder.quotations();
        }
        FileKind::Registry => folder.yaml(&snapshot.registry(file).declarations),
        FileKind::Config | FileKind::Baseline => {}
    }
    folder.nested()
}

struct Folder<'a> {
    snapshot: &'a Snapshot,
    file: FileId,
    locale: Locale,
    /// Where lines end.
    breaks: Vec<TextSize>,
    folds: Vec<Fold>,
}

impl Folder<'_> {
    /// Folds `range`, of which the first line stays, if it has another.
    fn lines(&mut self, range: TextRange, kind: FoldKind, instead: Option<String>) {
        let words = self.snapshot.text(self.file)[range].trim_end();
        let range = TextRange::at(range.start(), TextSize::of(words));
        if let Some(first) = self
            .first_break(range.start())
            .filter(|at| *at < range.end())
        {
            let range = TextRange::new(first, range.end());
            self.folds.push(Fold {
                range,
                kind,
                instead,
            });
        }
    }

    /// Where the line of `offset` ends, if another follows.
    fn first_break(&self, offset: TextSize) -> Option<TextSize> {
        let next = self.breaks.partition_point(|at| *at < offset);
        self.breaks.get(next).copied()
    }

    fn front_matter(&mut self) {
        let mut tokens = self.snapshot.tree(self.file).tokens().take(4);
        let fences = tokens
            .by_ref()
            .filter(|(kind, _)| *kind == SyntaxKind::Fence);
        let Some(range) = fences.map(|(_, range)| range).reduce(TextRange::cover) else {
            return;
        };
        let front = &self.snapshot.article(self.file).front;
        let date = front.date.as_ref();
        let date = date.map(|date| self.snapshot.text(self.file)[date.range].to_owned());
        let entities = front.entities.all.len();
        let entities = (entities > 0).then(|| (self.locale.phrases().fold.entities)(entities));
        let told: Vec<String> = date.into_iter().chain(entities).collect();
        let told = (!told.is_empty()).then(|| told.join(" · "));
        self.lines(range, FoldKind::FrontMatter, told);
    }

    /// The entries of the YAML, those of entities with their names in place of what they say.
    fn yaml(&mut self, declared: &Declarations) {
        let Some(yaml) = Yaml::of(self.snapshot, self.file) else {
            return;
        };
        let start = yaml.range.start();
        let mut left: Vec<(Of, &Node)> = vec![(yaml.of_root(), &yaml.root)];
        while let Some((of, node)) = left.pop() {
            if let Value::Sequence(items) = &node.value {
                left.extend(items.iter().map(|item| (Of::Other, item)));
            }
            for entry in node.entries() {
                let is_entity = of == Of::Entities;
                let name = is_entity.then(|| yaml.name(declared, entry)).flatten();
                self.lines(
                    whole(entry) + start,
                    FoldKind::Entry,
                    name.map(str::to_owned),
                );
                left.push((of.below(entry), &entry.value));
            }
        }
    }

    /// Paragraphs, and comments that stand directly below one another.
    fn blocks(&mut self) {
        let tree = self.snapshot.tree(self.file);
        for (start, block) in tree.blocks() {
            if block.kind() == BlockKind::Paragraph {
                let range = TextRange::at(start, block.len());
                self.lines(range, FoldKind::Paragraph, None);
            }
        }
        let mut comments: Option<TextRange> = None;
        for (_, next) in tree
            .tokens()
            .filter(|(kind, _)| *kind == SyntaxKind::Comment)
        {
            comments = match comments {
                Some(before) if before.end() == next.start() => Some(before.cover(next)),
                before => {
                    if let Some(before) = before {
                        self.lines(before, FoldKind::Comment, None);
                    }
                    Some(next)
                }
            };
        }
        if let Some(last) = comments {
            self.lines(last, FoldKind::Comment, None);
        }
    }

    /// Sections, each with how much is said in it.
    fn sections(&mut self) {
        let analysis = self.snapshot.analysis(self.file);
        let quotations = analysis.article.quotations.iter().enumerate();
        let said = quotations
            .filter(|(at, quotation)| quotation.parent.is_none() && !analysis.is_no_speech(*at));
        let said: Vec<TextSize> = said.map(|(_, said)| said.range.start()).collect();
        for section in sections(self.snapshot, self.file) {
            let before = |offset: TextSize| said.partition_point(|start| *start < offset);
            let count = before(section.end()) - before(section.start());
            let told = (count > 0).then(|| (self.locale.phrases().lens.quotations)(count));
            self.lines(section, FoldKind::Section, told);
        }
    }

    /// Quotations that stand in no other, from the opening mark to the end of the brace.
    fn quotations(&mut self) {
        let article = &self.snapshot.analysis(self.file).article;
        for quotation in &article.quotations {
            let start = match quotation.form {
                Form::Marks { open, .. } => open.end(),
                Form::Span => quotation.range.start() + TextSize::of('['),
            };
            let brace = quotation.who.as_ref().map(|who| who.range);
            let all = brace.map_or(quotation.range, |brace| quotation.range.cover(brace));
            let goes_on = self.first_break(start).is_some_and(|at| at < all.end());
            if quotation.parent.is_none() && goes_on {
                self.folds.push(Fold {
                    range: TextRange::new(start, all.end()),
                    kind: FoldKind::Quotation,
                    instead: None,
                });
            }
        }
    }

    /// In the order of the text, of what begins on one line the longest, and nothing that lies across
    /// something else: a quotation that goes on in the next paragraph is more than the paragraph it
    /// begins in.
    fn nested(mut self) -> Vec<Fold> {
        let mut folds = std::mem::take(&mut self.folds);
        folds.sort_by_key(|fold| {
            (
                self.first_break(fold.range.start()),
                Reverse(fold.range.end()),
            )
        });
        folds.dedup_by_key(|fold| self.first_break(fold.range.start()));
        let mut kept: Vec<Option<Fold>> = Vec::with_capacity(folds.len());
        let mut around: Vec<usize> = Vec::new();
        'folds: for fold in folds {
            while let Some(outer) = around.last().and_then(|at| kept[*at].as_ref()) {
                if outer.range.end() >= fold.range.end() {
                    break;
                }
                let is_across = outer.range.end() > fold.range.start();
                let outer_goes = outer.kind == FoldKind::Paragraph;
                if is_across && !outer_goes {
                    continue 'folds;
                }
                if let Some(at) = around.pop().filter(|_| is_across) {
                    kept[at] = None;
                }
            }
            around.push(kept.len());
            kept.push(Some(fold));
        }
        kept.into_iter().flatten().collect()
    }
}
