//! What words are, for colouring: who is named, what is quoted and how surely it is known whose
//! words they are, dates, and the markup around them.
//!
//! Editors colour only what their themes know. So the kinds are those of the protocol, each chosen
//! for how themes draw it; what news alone has (how words are quoted, how surely) are modifiers, by
//! which themes and users can tell finer, and which nobody has to know. No two tokens overlap: of
//! things inside one another the inner one shows.
//!
//! | what | kind | modifiers |
//! |---|---|---|
//! | a person | `class` | `written` in brackets, `recognised` if nothing declares it |
//! | an organization | `interface` | the same |
//! | a place | `namespace` | the same |
//! | an event | `event` | the same |
//! | a work | `struct` | the same |
//! | a product | `enum` | the same |
//! | another entity, or one without a type | `type` | the same |
//! | an id that nothing declares | `variable` | |
//! | an id | as its entity | `declaration` where it is declared |
//! | words that say that somebody speaks | `keyword` | `written` where they are marked |
//! | words between marks that somebody says | `string` | `direct` or `partial`; one of `written`, `sure`, `likely`, `guess`, `unattributed` |
//! | what somebody says, in other words | `parameter` | `indirect`; the same |
//! | words between marks that are not speech | `label` | `notSpeech`; `written` where a brace says it |
//! | brackets, braces, tails and what is in them | `operator` | |
//! | a date | `number` | `written` where it is marked |
//! | a key of front matter or registry | `property` | |
//! | a value there | `string`; what its key takes words for, `enumMember` | |
//! | a comment | `comment` | |
//! | a rule that a comment allows | `decorator` | |

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::attribution::Grade;
use crate::ide::certainty::Certainty;
use crate::ide::yaml::{Of, Yaml};
use crate::model::{Analysis, EntityKey, EntityKind, Item, Said, SpeechKind};
use crate::syntax::ast::{self, Annotation, BraceKind};
use crate::syntax::yaml::{Node, Value};
use crate::syntax::{BlockKind, SyntaxKind};
use crate::text::{FileId, TextRange};
use crate::workspace::{FileKind, Snapshot};

/// Words of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SemanticToken {
    /// In bytes of the file; it may run over several lines.
    pub range: TextRange,
    /// What the words are.
    pub kind: TokenKind,
    /// What else is known of them.
    pub modifiers: Modifiers,
}

macro_rules! named {
    ($(#[$doc:meta])* $type:ident: $($variant:ident $name:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the names say it")]
        pub enum $type {
            $($variant),+
        }

        impl $type {
            /// All of them, by the names that editors know.
            pub const ALL: &[(&str, $type)] = &[$(($name, $type::$variant)),+];
        }
    };
}

named! {
    /// What words are, in the order of the legend.
    TokenKind:
    Person "class",
    Organization "interface",
    Place "namespace",
    Event "event",
    Work "struct",
    Product "enum",
    Other "type",
    Unknown "variable",
    Cue "keyword",
    Quotation "string",
    Indirect "parameter",
    NotSpeech "label",
    Markup "operator",
    Date "number",
    Key "property",
    Word "enumMember",
    Comment "comment",
    Rule "decorator",
}

named! {
    /// What else is known of words, in the order of the legend.
    Modifier:
    Declaration "declaration",
    Direct "direct",
    Partial "partial",
    Indirect "indirect",
    NotSpeech "notSpeech",
    Written "written",
    Sure "sure",
    Likely "likely",
    Guess "guess",
    Unattributed "unattributed",
    Recognised "recognised",
}

/// A set of modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Modifiers {
    /// A bit for each, in the order of the legend.
    pub bits: u32,
}

impl Modifiers {
    fn of(modifiers: &[Modifier]) -> Modifiers {
        let bits = modifiers.iter().map(|modifier| 1 << *modifier as u32);
        Modifiers {
            bits: bits.fold(0, |bits, bit: u32| bits | bit),
        }
    }

    /// Those in it, by the names that editors know.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let all = Modifier::ALL.iter().zip(0..);
        all.filter(move |(_, at)| self.bits & (1 << at) != 0)
            .map(|((name, _), _)| *name)
    }
}

/// The tokens of `file`, in the order of the text, none touching another's words.
pub fn semantic_tokens(snapshot: &Snapshot, file: FileId) -> Vec<SemanticToken> {
    let mut painter = Painter { spans: Vec::new() };
    match snapshot.kind(file) {
        FileKind::Article | FileKind::Wire => {
            let analysis = snapshot.analysis(file);
            painter.speech(analysis);
            painter.names(analysis);
            painter.front_matter(snapshot, file, Some(analysis));
            painter.markup(snapshot, file, analysis);
        }
        FileKind::Registry => painter.front_matter(snapshot, file, None),
        FileKind::Config | FileKind::Baseline => {}
    }
    flat(painter.spans)
}

/// What lies over what, where neither is inside of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Statement,
    Quotation,
    Words,
    Markup,
    InMarkup,
}

type Span = (Layer, SemanticToken);

struct Painter {
    spans: Vec<Span>,
}

impl Painter {
    fn put(&mut self, layer: Layer, range: TextRange, kind: TokenKind, modifiers: &[Modifier]) {
        let modifiers = Modifiers::of(modifiers);
        let token = SemanticToken {
            range,
            kind,
            modifiers,
        };
        self.spans.push((layer, token));
    }

    fn entity(
        &mut self,
        layer: Layer,
        range: TextRange,
        analysis: &Analysis,
        key: EntityKey,
        more: &[Modifier],
    ) {
        let mut modifiers = more.to_vec();
        if !analysis.entities.is_declared(key) {
            modifiers.push(Modifier::Recognised);
        }
        let kind = kind(analysis.entities.get(key).kind);
        self.put(layer, range, kind, &modifiers);
    }

    /// Quotations, what is said without marks, and the words that say that somebody speaks.
    fn speech(&mut self, analysis: &Analysis) {
        for (at, quotation) in analysis.article.quotations.iter().enumerate() {
            let (kind, modifiers) = spoken(analysis, at);
            for piece in &quotation.pieces {
                self.put(Layer::Quotation, *piece, kind, &modifiers);
            }
        }
        let quoted = analysis.inferred.quotations.iter().flatten();
        let quoted = quoted.filter_map(|inferred| inferred.source.as_ref());
        let statements = &analysis.inferred.statements;
        let told = statements.iter().map(|statement| &statement.source);
        for cue in quoted.chain(told).filter_map(|source| source.cue) {
            self.put(Layer::Words, cue, TokenKind::Cue, &[]);
        }
        for (at, statement) in statements.iter().enumerate() {
            let sureness = sureness(analysis, Item::Statement(at));
            let modifiers = [Modifier::Indirect, sureness];
            let range = statement.content;
            self.put(Layer::Statement, range, TokenKind::Indirect, &modifiers);
        }
    }

    /// Mentions and dates.
    fn names(&mut self, analysis: &Analysis) {
        for mention in &analysis.mentions {
            let written: &[Modifier] = match mention.link {
                Some(_) => &[Modifier::Written],
                None => &[],
            };
            match mention.entity {
                Some(key) => self.entity(Layer::Words, mention.words, analysis, key, written),
                None => self.put(Layer::Words, mention.words, TokenKind::Unknown, written),
            }
        }
        for date in analysis.dates() {
            let written: &[Modifier] = match date.mark {
                Some(_) => &[Modifier::Written],
                None => &[],
            };
            self.put(Layer::Words, date.words, TokenKind::Date, written);
        }
    }

    /// What is not words of the article; the ids among it.
    fn markup(&mut self, snapshot: &Snapshot, file: FileId, analysis: &Analysis) {
        let tree = snapshot.tree(file);
        for (start, block) in tree.blocks() {
            let is_front = block.kind() == BlockKind::FrontMatter;
            let tokens = block.items().iter().filter(|item| !item.kind.is_node());
            for item in tokens {
                if let Some(kind) = markup(item.kind)
                    && !(is_front && item.kind == SyntaxKind::Gap)
                {
                    self.put(Layer::Markup, item.range + start, kind, &[]);
                }
            }
            for annotation in ast::annotations(block, start) {
                if let Annotation::Speech { words, brace, .. } = annotation
                    && brace.kind == BraceKind::Cue
                {
                    self.put(Layer::Words, words, TokenKind::Cue, &[Modifier::Written]);
                }
            }
        }
        for id in analysis.article.references() {
            match analysis.entities.find(&id.id) {
                Some(key) => self.entity(Layer::InMarkup, id.range, analysis, key, &[]),
                None => self.put(Layer::InMarkup, id.range, TokenKind::Unknown, &[]),
            }
        }
        for suppression in &analysis.article.suppressions {
            if !suppression.rule.is_empty() {
                self.put(
                    Layer::InMarkup,
                    suppression.rule_range,
                    TokenKind::Rule,
                    &[],
                );
            }
        }
    }

    fn front_matter(&mut self, snapshot: &Snapshot, file: FileId, analysis: Option<&Analysis>) {
        let Some(yaml) = Yaml::of(snapshot, file) else {
            return;
        };
        let declarations = match snapshot.kind(file) {
            FileKind::Registry => &snapshot.registry(file).declarations,
            _ => &snapshot.front(file).entities,
        };
        self.mapping(&yaml, &yaml.root, yaml.of_root());
        for declaration in &declarations.all {
            let kind = kind(declaration.kind.map(|kind| kind.value));
            let modifiers = [Modifier::Declaration];
            self.put(Layer::InMarkup, declaration.id.range, kind, &modifiers);
        }
        let Some(analysis) = analysis else {
            return;
        };
        let front = &analysis.article.front;
        for value in front.named() {
            if let Some(key) = analysis.entity_of(value) {
                self.entity(Layer::InMarkup, value.range, analysis, key, &[]);
            }
        }
        for date in front.date.iter().chain(&front.dateline) {
            self.put(Layer::InMarkup, date.range, TokenKind::Date, &[]);
        }
    }

    fn mapping(&mut self, yaml: &Yaml, mapping: &Node, of: Of) {
        for entry in mapping.entries() {
            let key = entry.key.range + yaml.range.start();
            self.put(Layer::Words, key, TokenKind::Key, &[]);
            let takes_words = of == Of::Entity
                && entry
                    .key
                    .as_str()
                    .is_some_and(|key| matches!(key, "type" | "anonymous"));
            let kind = if takes_words {
                TokenKind::Word
            } else {
                TokenKind::Quotation
            };
            self.value(yaml, &entry.value, of.below(entry), kind);
        }
    }

    fn value(&mut self, yaml: &Yaml, node: &Node, of: Of, kind: TokenKind) {
        match &node.value {
            Value::Scalar(scalar) if scalar.is_null() => {}
            Value::Scalar(_) => {
                self.put(Layer::Words, node.range + yaml.range.start(), kind, &[]);
            }
            Value::Sequence(items) => {
                for item in items {
                    self.value(yaml, item, Of::Other, kind);
                }
            }
            Value::Mapping(_) => self.mapping(yaml, node, of),
        }
    }
}

fn kind(kind: Option<EntityKind>) -> TokenKind {
    match kind {
        Some(EntityKind::Person) => TokenKind::Person,
        Some(EntityKind::Organization) => TokenKind::Organization,
        Some(EntityKind::Place) => TokenKind::Place,
        Some(EntityKind::Event) => TokenKind::Event,
        Some(EntityKind::Work) => TokenKind::Work,
        Some(EntityKind::Product) => TokenKind::Product,
        Some(EntityKind::Other) | None => TokenKind::Other,
    }
}

/// How the words of the quotation at `at` are given, and how surely it is known who says them.
fn spoken(analysis: &Analysis, at: usize) -> (TokenKind, Vec<Modifier>) {
    if analysis.is_no_speech(at) {
        let is_written = analysis.said[at] == Said::NotSpeech;
        let written = is_written.then_some(Modifier::Written);
        let modifiers = std::iter::once(Modifier::NotSpeech).chain(written);
        return (TokenKind::NotSpeech, modifiers.collect());
    }
    let (kind, how) = match analysis.kind(at) {
        SpeechKind::Direct => (TokenKind::Quotation, Modifier::Direct),
        SpeechKind::Partial => (TokenKind::Quotation, Modifier::Partial),
        SpeechKind::Indirect => (TokenKind::Indirect, Modifier::Indirect),
        SpeechKind::None => (TokenKind::NotSpeech, Modifier::NotSpeech),
    };
    (kind, vec![how, sureness(analysis, Item::Quotation(at))])
}

fn sureness(analysis: &Analysis, item: Item) -> Modifier {
    match Certainty::of(analysis, item) {
        Certainty::Written => Modifier::Written,
        Certainty::Inferred(Grade::Sure) => Modifier::Sure,
        Certainty::Inferred(Grade::Likely) => Modifier::Likely,
        Certainty::Inferred(Grade::Guess) => Modifier::Guess,
        Certainty::Unattributed => Modifier::Unattributed,
    }
}

/// What a piece of the markup is coloured as; `None` for words of the article, and for what has
/// no shape.
fn markup(kind: SyntaxKind) -> Option<TokenKind> {
    Some(match kind {
        SyntaxKind::Text
        | SyntaxKind::Mark
        | SyntaxKind::Gap
        | SyntaxKind::Space
        | SyntaxKind::Stray
        | SyntaxKind::Yaml => return None,
        SyntaxKind::Comment => TokenKind::Comment,
        SyntaxKind::DateValue => TokenKind::Date,
        SyntaxKind::Key => TokenKind::Key,
        SyntaxKind::Value => TokenKind::Quotation,
        SyntaxKind::Class => TokenKind::Word,
        _ => TokenKind::Markup,
    })
}

/// The spans as tokens that do not overlap: wherever several lie, the one that shows is of the
/// highest layer, and in a layer the innermost.
fn flat(spans: Vec<Span>) -> Vec<SemanticToken> {
    let mut spans: Vec<Span> = spans
        .into_iter()
        .filter(|(_, token)| !token.range.is_empty())
        .collect();
    // In this order, of two that lie over one another in a layer the later one shows.
    spans.sort_by_key(|(layer, token)| (*layer, token.range.start(), Reverse(token.range.end())));
    let ends = spans.iter().zip(0..).flat_map(|((_, token), at)| {
        [
            (token.range.start(), true, at),
            (token.range.end(), false, at),
        ]
    });
    let mut ends: Vec<_> = ends.collect();
    ends.sort_unstable();
    let mut tokens: Vec<SemanticToken> = Vec::new();
    let mut here: BTreeSet<usize> = BTreeSet::new();
    let mut from = ends.first().map(|end| end.0).unwrap_or_default();
    for (place, begins, at) in ends {
        if let Some(shown) = here.last().filter(|_| from < place) {
            let token = SemanticToken {
                range: TextRange::new(from, place),
                ..spans[*shown].1
            };
            match tokens.last_mut() {
                Some(last) if is_same(last, &token, &spans[*shown].1) => {
                    last.range = last.range.cover(token.range);
                }
                _ => tokens.push(token),
            }
        }
        from = place;
        if begins {
            here.insert(at);
        } else {
            here.remove(&at);
        }
    }
    tokens
}

/// Whether `token` goes on with the words of the thing that `last` is a part of.
fn is_same(last: &SemanticToken, token: &SemanticToken, of: &SemanticToken) -> bool {
    last.range.end() == token.range.start()
        && of.range.contains_range(last.range)
        && (last.kind, last.modifiers) == (token.kind, token.modifiers)
}
