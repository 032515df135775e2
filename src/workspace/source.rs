//! One file as it is now, and what is made of its text alone, each thing when it is first asked
//! for.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::line_index::LineIndex;
use crate::model::front_matter::{self, Problem};
use crate::model::{Article, Declarations, FrontMatter, Slips};
use crate::syntax::{Flavor, Tree, parse, parse_front_matter, reparse};
use crate::text::{TextRange, TextSize, len_of};
use crate::workspace::{BASELINE, Baseline, Config};

/// What stands under a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A text.
    Text(Arc<str>),
    /// Nothing.
    Missing,
    /// A folder.
    Folder,
    /// Something that is no text or cannot be read; why.
    Unreadable(String),
}

/// What a file is read as, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Annotated text; every file that is nothing else.
    Article,
    /// Raw text, `*.txt`.
    Wire,
    /// Declarations of entities, `*.yaml` and `*.yml`.
    Registry,
    /// `isnad.toml`.
    Config,
    /// `isnad-baseline.json`.
    Baseline,
}

impl FileKind {
    /// What the file at `path` is read as.
    pub fn of(path: &Path) -> FileKind {
        match path.file_name() {
            Some(name) if name == "isnad.toml" => return FileKind::Config,
            Some(name) if name == BASELINE => return FileKind::Baseline,
            _ => {}
        }
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("txt") => FileKind::Wire,
            Some("yaml" | "yml") => FileKind::Registry,
            _ => FileKind::Article,
        }
    }
}

/// A registry as its file declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registry {
    /// Its entities.
    pub declarations: Declarations,
    /// What in it cannot be read.
    pub problems: Vec<Problem>,
    /// What in it is probably a slip of the pen.
    pub slips: Slips,
}

#[derive(Debug)]
pub(super) struct Source {
    pub(super) kind: FileKind,
    pub(super) content: Content,
    /// The language of an article that does not say its own, whatever its configuration says.
    pub(super) lang: Option<Arc<str>>,
    lines: OnceLock<LineIndex>,
    tree: OnceLock<Tree>,
    front: OnceLock<Arc<FrontMatter>>,
    article: OnceLock<Arc<Article>>,
    registry: OnceLock<Arc<Registry>>,
    config: OnceLock<Arc<Config>>,
    baseline: OnceLock<Arc<Baseline>>,
}

impl Source {
    pub(super) fn new(kind: FileKind, content: Content, lang: Option<Arc<str>>) -> Source {
        Source {
            kind,
            content,
            lang,
            lines: OnceLock::new(),
            tree: OnceLock::new(),
            front: OnceLock::new(),
            article: OnceLock::new(),
            registry: OnceLock::new(),
            config: OnceLock::new(),
            baseline: OnceLock::new(),
        }
    }

    /// The file with another content. What the tree of the old text still holds is kept.
    pub(super) fn with(&self, content: Content) -> Source {
        let source = Source::new(self.kind, content, self.lang.clone());
        if let Some(tree) = self.tree.get() {
            let (replaced, inserted) = difference(self.text(), source.text());
            let tree = reparse(tree, source.text(), replaced, inserted);
            source.tree.get_or_init(|| tree);
        }
        source
    }

    /// The same file, of which nothing is made yet but what costs nothing.
    pub(super) fn again(&self) -> Source {
        let source = self.with(self.content.clone());
        if let Some(front) = self.front.get() {
            source.front.get_or_init(|| Arc::clone(front));
        }
        source
    }

    /// What stands in its place while its text is put away.
    pub(super) fn emptied(&self) -> Source {
        Source::new(self.kind, Content::Text(Arc::from("")), self.lang.clone())
    }

    pub(super) fn text(&self) -> &str {
        match &self.content {
            Content::Text(text) => text,
            _ => "",
        }
    }

    pub(super) fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(self.text()))
    }

    pub(super) fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| parse(self.text(), self.flavor()))
    }

    fn flavor(&self) -> Flavor {
        match self.kind {
            FileKind::Article => Flavor::Article,
            _ => Flavor::Wire,
        }
    }

    pub(super) fn front(&self) -> &Arc<FrontMatter> {
        self.front.get_or_init(|| Arc::new(self.read_front()))
    }

    /// The front matter, which is not kept if it has not been read yet.
    pub(super) fn front_for_now(&self) -> Arc<FrontMatter> {
        let kept = self.front.get();
        kept.map_or_else(|| Arc::new(self.read_front()), Arc::clone)
    }

    fn read_front(&self) -> FrontMatter {
        if let Some(tree) = self.tree.get() {
            return front_matter::read(self.text(), tree);
        }
        // Many files are never asked for more.
        let tree = parse_front_matter(self.text(), self.flavor());
        front_matter::read(self.text(), &tree)
    }

    /// The article, where no configuration says its language.
    pub(super) fn article(&self) -> &Arc<Article> {
        self.article
            .get_or_init(|| Arc::new(self.article_in(self.lang.as_deref())))
    }

    /// The article as it is read where `lang` is the language of those that do not say theirs.
    pub(super) fn article_in(&self, lang: Option<&str>) -> Article {
        Article::with_front(self.text(), self.tree(), Arc::clone(self.front()), lang)
    }

    pub(super) fn article_if_read(&self) -> Option<&Arc<Article>> {
        self.article.get()
    }

    /// The article, whose front matter is `front`, without keeping anything of it; `lang` is that of
    /// [`Source::article_in`] or the language of the whole workspace.
    pub(super) fn article_for_now(
        &self,
        front: Arc<FrontMatter>,
        lang: Option<&str>,
    ) -> Arc<Article> {
        let lang = lang.or(self.lang.as_deref());
        let for_now;
        let tree = if let Some(tree) = self.tree.get() {
            tree
        } else {
            for_now = parse(self.text(), self.flavor());
            &for_now
        };
        Arc::new(Article::with_front(self.text(), tree, front, lang))
    }

    pub(super) fn registry(&self) -> &Arc<Registry> {
        self.registry.get_or_init(|| {
            let (declarations, problems, slips) = front_matter::read_registry(self.text());
            Arc::new(Registry {
                declarations,
                problems,
                slips,
            })
        })
    }

    pub(super) fn config(&self) -> &Arc<Config> {
        self.config
            .get_or_init(|| Arc::new(Config::read(self.text())))
    }

    pub(super) fn baseline(&self) -> &Arc<Baseline> {
        self.baseline
            .get_or_init(|| Arc::new(Baseline::read(self.text())))
    }
}

/// The one stretch in which two texts differ: the bytes of `old` that went, and how many came.
fn difference(old: &str, new: &str) -> (TextRange, TextSize) {
    let mut start = shared_start(old.as_bytes(), new.as_bytes());
    while !old.is_char_boundary(start) {
        start -= 1;
    }
    let (rest, inserted) = (&old.as_bytes()[start..], &new.as_bytes()[start..]);
    let mut end = shared_end(rest, inserted);
    while !old.is_char_boundary(old.len() - end) {
        end -= 1;
    }
    let offset = |at: usize| TextSize::new(at as u32);
    let replaced = TextRange::new(offset(start), len_of(old) - offset(end));
    (replaced, offset(new.len() - end - start))
}

/// How many bytes both begin with. Long texts differ in little, so pieces are compared before bytes.
fn shared_start(one: &[u8], other: &[u8]) -> usize {
    let pieces = one.chunks(PIECE).zip(other.chunks(PIECE));
    let whole = pieces.take_while(|(one, other)| one == other).count() * PIECE;
    let whole = whole.min(one.len()).min(other.len());
    let bytes = one[whole..].iter().zip(&other[whole..]);
    whole + bytes.take_while(|(one, other)| one == other).count()
}

/// How many bytes both end with.
fn shared_end(one: &[u8], other: &[u8]) -> usize {
    let pieces = one.rchunks(PIECE).zip(other.rchunks(PIECE));
    let whole = pieces.take_while(|(one, other)| one == other).count() * PIECE;
    let whole = whole.min(one.len()).min(other.len());
    let bytes = one[..one.len() - whole].iter().rev();
    let bytes = bytes.zip(other[..other.len() - whole].iter().rev());
    whole + bytes.take_while(|(one, other)| one == other).count()
}

const PIECE: usize = 4096;
