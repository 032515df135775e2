//! Brackets around words that name somebody, for those who decide themselves.

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::annotate::declaration::NewEntity;
use crate::annotate::draft::Insertion;
use crate::annotate::free_id::{free_id, meant_ids};
use crate::annotate::single::{in_registry, with_declarations};
use crate::annotate::spans::Spans;
use crate::model::{Analysis, EntityKey, EntityKind};
use crate::names::id::check_id;
use crate::syntax::{Flavor, parse, strip};
use crate::text::{FileEdit, FileId, TextEdit, TextRange, TextSize, edited};
use crate::workspace::{FileKind, Snapshot};

/// Puts words of one article in brackets. What is written changes no word and makes no mistake in the
/// markup; where it would, nothing comes of it.
#[derive(Debug)]
pub struct Marker<'a> {
    snapshot: &'a Snapshot,
    file: FileId,
    analysis: &'a Analysis,
    spans: Spans,
    /// Ids that a new entity cannot have.
    meant: OnceCell<HashSet<String>>,
}

impl<'a> Marker<'a> {
    /// Reads the article `file`; `None` if it is none.
    pub fn of(snapshot: &'a Snapshot, file: FileId) -> Option<Marker<'a>> {
        let is_article = snapshot.kind(file) == FileKind::Article;
        let analysis = is_article.then(|| snapshot.analysis(file))?;
        Some(Marker {
            snapshot,
            file,
            spans: Spans::of(snapshot.text(file), analysis),
            analysis,
            meant: OnceCell::new(),
        })
    }

    /// The words in `range`, in bytes of the article, without annotation and white space at their ends.
    /// `None` where there are none, where they stand in several paragraphs, and where they are marked
    /// already.
    pub fn words(&self, range: TextRange) -> Option<TextRange> {
        let passages = &self.analysis.article.passages;
        let at = passages.partition_point(|passage| passage.range.end() <= range.start());
        let passage = passages.get(at)?;
        let behind = TextRange::new(passage.range.end().min(range.end()), range.end());
        if !self.text()[behind].trim().is_empty() {
            return None;
        }
        let wire = &passage.wire;
        let (start, end) = (wire.to_wire(range.start()), wire.to_wire(range.end()));
        let written = &wire.text()[TextRange::new(start, end)];
        // A byte order mark stands before all else.
        let is_blank = |c: char| c.is_whitespace() || c == '\u{feff}';
        let first = written.trim_start_matches(is_blank);
        let start = start + TextSize::of(written) - TextSize::of(first);
        let words = TextRange::at(start, TextSize::of(first.trim_end_matches(is_blank)));
        let words = (!words.is_empty()).then(|| wire.to_source(words))?;
        let mut marked = self.analysis.mentions.iter();
        let is_marked =
            marked.any(|mention| mention.link.is_some() && self.same(mention.words, words));
        (!is_marked).then_some(words)
    }

    /// Marks the `words` as naming an entity, which is declared too if nothing does that.
    pub fn mark(&self, words: TextRange, key: EntityKey) -> Option<Vec<TextEdit>> {
        let entity = self.analysis.entities.get(key);
        let brackets = self.brackets(words, &entity.id)?;
        self.written(brackets.to_vec(), self.undeclared(key).as_slice())
    }

    /// Marks every bare name of an entity around which brackets fit; how many that are.
    pub fn mark_all(&self, key: EntityKey) -> Option<(usize, Vec<TextEdit>)> {
        let id = &self.analysis.entities.get(key).id;
        let mentions = self.analysis.mentions.iter();
        let bare = mentions.filter(|mention| mention.entity == Some(key) && mention.link.is_none());
        let brackets = bare.filter_map(|mention| self.brackets(mention.words, id));
        let insertions: Vec<Insertion> = brackets.flatten().collect();
        let count = insertions.len() / 2;
        let edits =
            (count > 0).then(|| self.written(insertions, self.undeclared(key).as_slice()))??;
        Some((count, edits))
    }

    /// Declares the `words` as the name of a new entity, in the article or in the registry `registry`,
    /// and marks them as naming it.
    pub fn introduce(
        &self,
        words: TextRange,
        kind: EntityKind,
        registry: Option<FileId>,
    ) -> Option<Vec<FileEdit>> {
        let name = self.analysis.article.words(words);
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let meant = self.meant.get_or_init(|| meant_ids(self.analysis));
        let entity = NewEntity {
            id: free_id(self.analysis, meant, &name)?,
            kind: Some(kind),
            name,
            aka: Vec::new(),
            role: None,
            anonymous: false,
        };
        let brackets = self.brackets(words, &entity.id)?.to_vec();
        let here = |edit| FileEdit {
            file: self.file,
            edit,
        };
        let Some(registry) = registry else {
            let edits = self.written(brackets, &[entity])?;
            return Some(edits.into_iter().map(here).collect());
        };
        let declared = FileEdit {
            file: registry,
            edit: in_registry(self.snapshot, registry, &entity)?,
        };
        let edits = self.written(brackets, &[])?.into_iter().map(here);
        Some(edits.chain([declared]).collect())
    }

    /// What declares an entity that nothing declares.
    fn undeclared(&self, key: EntityKey) -> Option<NewEntity> {
        let entities = &self.analysis.entities;
        (!entities.is_declared(key)).then(|| NewEntity::of(entities.get(key)))
    }

    fn brackets(&self, words: TextRange, id: &str) -> Option<[Insertion; 2]> {
        let words = self.spans.around(self.text(), words)?;
        // A backslash would take the meaning of the bracket away.
        let is_escaped = self.text()[..usize::from(words.start())].ends_with('\\');
        (!is_escaped && check_id(id).is_ok()).then(|| {
            let open = Insertion {
                at: words.start(),
                text: "[".to_owned(),
            };
            let close = Insertion {
                at: words.end(),
                text: format!("](#{id})"),
            };
            [open, close]
        })
    }

    /// The edits, if nothing but annotation comes of them, and none that is wrong.
    fn written(&self, insertions: Vec<Insertion>, new: &[NewEntity]) -> Option<Vec<TextEdit>> {
        let edits = with_declarations(self.snapshot, self.file, insertions, new)?;
        let (tree, text) = (self.snapshot.tree(self.file), self.text());
        let written = edited(text, &edits);
        let outcome = parse(&written, Flavor::Article);
        let is_kept = outcome.errors().count() <= tree.errors().count()
            && strip(&outcome, &written) == strip(tree, text);
        is_kept.then_some(edits)
    }

    fn text(&self) -> &'a str {
        self.snapshot.text(self.file)
    }

    /// Whether two places hold the same words, white space and annotation apart.
    fn same(&self, one: TextRange, other: TextRange) -> bool {
        let meets = one.intersect(other).is_some_and(|both| !both.is_empty());
        meets && self.analysis.article.words(one).trim() == self.analysis.article.words(other)
    }
}
