//! What could be written into an article: a mark for each quotation and each statement of which the
//! text says who speaks, and the entities that the marks need.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use unicode_script::{Script, UnicodeScript};

use crate::annotate::declaration::NewEntity;
use crate::annotate::draft::Insertion;
use crate::annotate::people;
use crate::annotate::spans::Spans;
use crate::attribution::{Grade, Nature, Pattern};
use crate::model::{Analysis, Entity, EntityKey, EntityKind, Form, InferredSource, Said, id_of};
use crate::names::id::check_id;
use crate::text::{TextRange, TextSize};

/// What could be written.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// In the order of the text.
    pub(super) marks: Vec<Mark>,
    /// What marks refer to and nothing declares.
    pub(super) entities: Vec<NewEntity>,
}

/// Something to write that says who speaks, or that nobody does.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// The quotation with its marks, or the words of the statement, in bytes of the article.
    pub(super) range: TextRange,
    pub(super) is_statement: bool,
    pub(super) says: Says,
    pub(super) insertions: Vec<Insertion>,
    /// Those of the plan's entities that it refers to.
    pub(super) needs: Vec<usize>,
}

/// What a mark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Says {
    /// Who speaks.
    By(Vec<String>),
    /// `{-}`
    NotSpeech,
}

/// Plans what the text says of its quotations and statements at least as surely as `least`. Where
/// `can_declare` is not set, only entities that are declared already can be referred to. What is
/// refused is asked for with its range, and whether it is a statement.
pub(super) fn plan(
    text: &str,
    analysis: &Analysis,
    least: Grade,
    can_declare: bool,
    is_refused: &dyn Fn(TextRange, bool) -> bool,
) -> Plan {
    let mut planner = Planner {
        text,
        analysis,
        least,
        can_declare,
        plan: Plan::default(),
        recognised: HashMap::new(),
        anonymous: HashMap::new(),
        taken: analysis
            .entities
            .recognised()
            .map(|(_, entity)| entity.id.clone())
            .collect(),
        last: None,
        statements_until: TextSize::new(0),
        spans: Spans::of(text, analysis),
        is_refused,
    };
    for item in items(analysis) {
        match item {
            Item::Quotation(at) => planner.quotation(at),
            Item::Statement(at) => planner.statement(at),
        }
    }
    planner.plan
}

#[derive(Debug, Clone, Copy)]
enum Item {
    Quotation(usize),
    Statement(usize),
}

/// Quotations and statements in the order of the text; one that holds another is first.
fn items(analysis: &Analysis) -> Vec<Item> {
    let quotations = analysis.article.quotations.iter().enumerate();
    let quotations = quotations.map(|(at, quotation)| (quotation.range, Item::Quotation(at)));
    let statements = analysis.inferred.statements.iter().enumerate();
    let statements = statements.map(|(at, statement)| (statement.content, Item::Statement(at)));
    let mut items: Vec<(TextRange, Item)> = statements.chain(quotations).collect();
    items.sort_by_key(|(range, _)| (range.start(), Reverse(range.end())));
    items.into_iter().map(|(_, item)| item).collect()
}

struct Planner<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    least: Grade,
    can_declare: bool,
    plan: Plan,
    /// The plan's entities that were recognised in the text.
    recognised: HashMap<EntityKey, usize>,
    /// Those that stay unnamed, by the words that mean them.
    anonymous: HashMap<String, usize>,
    /// Ids that nothing declares and that mean something already.
    taken: HashSet<String>,
    /// Who speaks in the last speech that stands in no other.
    last: Option<Vec<String>>,
    /// Where the statements that are marked end.
    statements_until: TextSize,
    spans: Spans,
    is_refused: &'a dyn Fn(TextRange, bool) -> bool,
}

/// What a brace says, ids only.
#[derive(Debug, Default)]
struct Brace {
    speakers: Vec<String>,
    addressees: Vec<String>,
    via: Vec<String>,
    needs: Vec<usize>,
}

impl Planner<'_> {
    fn quotation(&mut self, at: usize) {
        let quotation = &self.analysis.article.quotations[at];
        let is_inside = quotation.range.end() <= self.statements_until;
        let is_outermost = quotation.parent.is_none() && !is_inside;
        if self.analysis.said[at] != Said::Unsaid || quotation.who.is_some() {
            if is_outermost && self.analysis.said[at] != Said::NotSpeech {
                self.last = self.analysis.who(at).map(|who| {
                    let speakers = who.speakers.iter();
                    speakers.map(|id| id.id.clone()).collect()
                });
            }
            return;
        }
        let Form::Marks { close, .. } = quotation.form else {
            return;
        };
        let Some(inferred) = &self.analysis.inferred.quotations[at] else {
            return;
        };
        let is_followed = self.text[usize::from(close.end())..].starts_with('{');
        if is_followed || (self.is_refused)(quotation.range, false) {
            return;
        }
        let (says, brace, needs) = match (inferred.nature, &inferred.source) {
            (Nature::Name | Nature::Title | Nature::Term | Nature::Scare, _) => {
                (Says::NotSpeech, "{-}".to_owned(), Vec::new())
            }
            (Nature::Speech, Some(source)) => {
                let Some(brace) = self.brace(source) else {
                    return;
                };
                // The brackets around it say the same.
                if is_inside && self.last.as_ref() == Some(&brace.speakers) {
                    return;
                }
                let goes_on = source.pattern == Pattern::GoesOn
                    && is_outermost
                    && self.last.as_ref() == Some(&brace.speakers);
                let written = if goes_on {
                    "{+}".to_owned()
                } else {
                    brace.written()
                };
                if is_outermost {
                    self.last = Some(brace.speakers.clone());
                }
                (Says::By(brace.speakers), written, brace.needs)
            }
            _ => return,
        };
        self.plan.marks.push(Mark {
            range: quotation.range,
            is_statement: false,
            says,
            insertions: vec![Insertion {
                at: close.end(),
                text: brace,
            }],
            needs,
        });
    }

    fn statement(&mut self, at: usize) {
        let statement = &self.analysis.inferred.statements[at];
        let Some(words) = self.spans.around(self.text, statement.content) else {
            return;
        };
        // Of statements in each other the outer one alone is marked.
        if words.start() < self.statements_until || (self.is_refused)(words, true) {
            return;
        }
        let Some(brace) = self.brace(&statement.source) else {
            return;
        };
        self.statements_until = words.end();
        self.last = Some(brace.speakers.clone());
        let insertion = |at: TextSize, text: String| Insertion { at, text };
        self.plan.marks.push(Mark {
            range: words,
            is_statement: true,
            insertions: vec![
                insertion(words.start(), "[".to_owned()),
                insertion(words.end(), format!("]{}", brace.written())),
            ],
            says: Says::By(brace.speakers),
            needs: brace.needs,
        });
    }

    /// What is to be written of a source, where it is known well enough whom it means.
    fn brace(&mut self, source: &InferredSource) -> Option<Brace> {
        if grade(source) < self.least {
            return None;
        }
        let mut brace = Brace::default();
        let meant = &source.meant.entities;
        if meant.is_empty() {
            let (id, need) = self.unnamed(source)?;
            brace.speakers.push(id);
            brace.needs.extend(need);
        }
        for key in meant {
            let (id, need) = self.entity(*key)?;
            brace.needs.extend(need);
            if !brace.speakers.contains(&id) {
                brace.speakers.push(id);
            }
        }
        let mut known = brace.speakers.clone();
        for words in &source.addressees {
            brace
                .addressees
                .extend(self.further(*words, &mut known, &mut brace.needs));
        }
        for words in &source.via {
            brace
                .via
                .extend(self.further(*words, &mut known, &mut brace.needs));
        }
        Some(brace)
    }

    /// Somebody besides the speaker, if it is known whom the words mean, once.
    fn further(
        &mut self,
        words: TextRange,
        known: &mut Vec<String>,
        needs: &mut Vec<usize>,
    ) -> Option<String> {
        let key = people::named(self.analysis, words)?;
        let (id, need) = self.entity(key)?;
        if known.contains(&id) {
            return None;
        }
        needs.extend(need);
        known.push(id.clone());
        Some(id)
    }

    /// The id of an entity, and its place in the plan if nothing declares it yet.
    fn entity(&mut self, key: EntityKey) -> Option<(String, Option<usize>)> {
        let entity = self.analysis.entities.get(key);
        if self.analysis.entities.is_declared(key) {
            return Some((entity.id.clone(), None));
        }
        let is_doubtful = self.least == Grade::Sure && is_more_than_a_name(entity);
        if !self.can_declare || is_doubtful || check_id(&entity.id).is_err() {
            return None;
        }
        let plan = &mut self.plan;
        let at = *self.recognised.entry(key).or_insert_with(|| {
            plan.entities.push(NewEntity {
                id: entity.id.clone(),
                kind: entity.kind,
                name: entity.name(None).to_owned(),
                aka: entity.aka.iter().map(|name| name.text.clone()).collect(),
                role: entity.role.as_deref().and_then(bare),
                anonymous: false,
            });
            plan.entities.len() - 1
        });
        Some((entity.id.clone(), Some(at)))
    }

    /// A source that stays unnamed, as an entity with the words that mean it for a name.
    fn unnamed(&mut self, source: &InferredSource) -> Option<(String, Option<usize>)> {
        if !source.is_anonymous || !self.can_declare {
            return None;
        }
        let name = people::words(self.analysis, source.speaker);
        if is_definite(name) {
            return None;
        }
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(at) = self.anonymous.get(&name) {
            return Some((self.plan.entities[*at].id.clone(), Some(*at)));
        }
        let id = self.free_id(&name)?;
        let at = self.plan.entities.len();
        self.plan.entities.push(NewEntity {
            id: id.clone(),
            kind: None,
            name: name.clone(),
            aka: Vec::new(),
            role: None,
            anonymous: true,
        });
        self.anonymous.insert(name, at);
        Some((id, Some(at)))
    }

    /// An id made of the first words of a description.
    fn free_id(&mut self, description: &str) -> Option<String> {
        let words: Vec<&str> = description.split(' ').take(LONGEST_ID).collect();
        let id = id_of(&words.join(" "));
        let numbered = (2..).map(|number: u32| format!("{id}-{number}"));
        let mut ids = std::iter::once(id.clone()).chain(numbered.take(MOST_NAMESAKES));
        let is_free =
            |id: &String| self.analysis.entities.find(id).is_none() && !self.taken.contains(id);
        let id = ids.find(is_free).filter(|id| check_id(id).is_ok())?;
        self.taken.insert(id.clone());
        Some(id)
    }
}

/// How many words of a description make an id.
const LONGEST_ID: usize = 4;

/// How many descriptions that begin alike are told apart.
const MOST_NAMESAKES: usize = 64;

/// How surely it is known who speaks: where the words do not name the speaker, whom they go back to
/// is likely at most.
fn grade(source: &InferredSource) -> Grade {
    if source.meant.is_named() || source.is_anonymous {
        source.grade
    } else {
        source.grade.min(Grade::Likely)
    }
}

impl Brace {
    /// In canonical form.
    fn written(&self) -> String {
        let mut written = format!("{{{}", list(&self.speakers));
        if !self.addressees.is_empty() {
            written.push_str(" > ");
            written.push_str(&list(&self.addressees));
        }
        for link in &self.via {
            written.push_str(" < ");
            written.push_str(link);
        }
        written + "}"
    }
}

/// Whether a person’s name in a script without capitals is so long that some of it may be no name.
fn is_more_than_a_name(entity: &Entity) -> bool {
    let name = entity.name(None);
    entity.kind == Some(EntityKind::Person)
        && name.split_whitespace().count() > LONGEST_NAME
        && !name.contains(char::is_uppercase)
}

/// How many words the name of a person has at most where nothing in the script tells names apart.
const LONGEST_NAME: usize = 3;

/// Whether words go back to a source that was named before them: `the source`.
fn is_definite(description: &str) -> bool {
    let first = description.split_whitespace().next().unwrap_or_default();
    let first = first.to_lowercase();
    first.starts_with("ال")
        || first.starts_with("l’")
        || first.starts_with("l'")
        || DEFINITE.contains(&first.as_str())
}

/// Definite articles and what stands in their place.
const DEFINITE: [&str; 28] = [
    "the",
    "this",
    "that",
    "these",
    "those",
    "both",
    "der",
    "die",
    "das",
    "dem",
    "den",
    "dieser",
    "diese",
    "dieses",
    "diesem",
    "diesen",
    "beide",
    "le",
    "la",
    "les",
    "ce",
    "cet",
    "cette",
    "ces",
    "هذا",
    "هذه",
    "هؤلاء",
    "ذلك",
];

/// A role without the comma that parts it from a name.
fn bare(role: &str) -> Option<String> {
    let bare = role.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | ';'));
    (!bare.is_empty()).then(|| bare.to_owned())
}

/// Ids with the commas of their scripts.
fn list(ids: &[String]) -> String {
    let mut list = String::new();
    for (at, id) in ids.iter().enumerate() {
        if let Some(before) = at.checked_sub(1).and_then(|at| ids.get(at)) {
            let is_arabic = before.chars().any(|c| c.script() == Script::Arabic);
            list.push_str(if is_arabic { "، " } else { ", " });
        }
        list.push_str(id);
    }
    list
}
