//! Of a plan what keeps every promise: tried together, and halved where that breaks one.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::annotate::declaration::{self, NewEntity};
use crate::annotate::draft::{Draft, Insertion};
use crate::annotate::plan::{Mark, Plan, Says, plan};
use crate::annotate::{Bench, Count};
use crate::attribution::Grade;
use crate::model::{Form, IdRef, Said};
use crate::rules::{self, Severity};
use crate::syntax::{WireMap, strip};
use crate::text::{FileId, TextRange, TextSize, line_end};
use crate::workspace::Snapshot;

/// What came of one reading.
pub(super) struct Round {
    pub(super) draft: Draft,
    pub(super) count: Count,
    /// How many marks were refused.
    pub(super) refused: usize,
}

/// How many texts are tried for one reading: far more than honest articles make necessary.
const MOST_TRIALS: usize = 64;

/// Reads `draft` and writes into it what can be written, but for what is `refused`; what is refused
/// now is added to that. `None` where there is nothing to write.
pub(super) fn settle(
    bench: &mut Bench<'_>,
    draft: &Draft,
    least: Grade,
    refused: &mut HashSet<Key>,
) -> Option<Round> {
    let (snapshot, file) = bench.look(draft.text())?;
    let text = draft.text();
    let place = declaration::place(text, snapshot.tree(file), snapshot.front(file));
    let analysis = snapshot.analysis(file);
    let wire = WireMap::new(snapshot.tree(file));
    let is_refused = |range, is_span| refused.contains(&Key::new(&wire, range, is_span));
    let scope = bench.scope;
    let plan = plan(text, analysis, least, scope, place.is_some(), &is_refused);
    let all: Vec<usize> = (0..plan.marks.len()).collect();
    let mut open = vec![(!all.is_empty()).then_some(&all[..])?];
    let mut settling = Settling {
        before: Seen::of(&snapshot, file),
        lang: analysis.article.lang(),
        wire,
        bench,
        draft,
        plan: &plan,
        place,
        trials: 0,
        accepted: BTreeSet::new(),
        best: draft.clone(),
    };
    while let Some(marks) = open.pop() {
        if settling.try_with(marks) {
            continue;
        }
        if let [mark] = marks {
            refused.insert(settling.key(&plan.marks[*mark]));
            continue;
        }
        let (first, second) = marks.split_at(marks.len() / 2);
        open.extend([second, first]);
    }
    let accepted = settling.accepted;
    let is_statement = |at: &&usize| plan.marks[**at].is_statement;
    let statements = accepted.iter().filter(is_statement).count();
    Some(Round {
        draft: settling.best,
        refused: plan.marks.len() - accepted.len(),
        count: Count {
            quotations: accepted.len() - statements,
            statements,
            entities: needed(&plan, &accepted).len(),
        },
    })
}

struct Settling<'a, 'b> {
    bench: &'a mut Bench<'b>,
    draft: &'a Draft,
    lang: Option<&'a str>,
    wire: WireMap,
    plan: &'a Plan,
    place: Option<declaration::Place>,
    before: Seen,
    trials: usize,
    accepted: BTreeSet<usize>,
    best: Draft,
}

impl Settling<'_, '_> {
    /// Accepts these marks besides those that are accepted already, if they all do what they should.
    fn try_with(&mut self, marks: &[usize]) -> bool {
        self.trials += 1;
        if self.trials > MOST_TRIALS {
            return false;
        }
        let mut together = self.accepted.clone();
        together.extend(marks);
        let draft = self.draft.with(&self.insertions(&together));
        let Some((snapshot, file)) = self.bench.look(draft.text()) else {
            return false;
        };
        let after = Seen::of(&snapshot, file);
        let is_kept = after.wire == self.before.wire
            && after.errors <= self.before.errors
            && self.before.said.iter().all(|(key, said)| {
                matches!(said, Voice::Nobody) || after.said.get(key) == Some(said)
            })
            && together
                .iter()
                .all(|at| after.says(self.key(&self.plan.marks[*at]), &self.plan.marks[*at].says));
        if is_kept {
            self.accepted = together;
            self.best = draft;
        }
        is_kept
    }

    fn key(&self, mark: &Mark) -> Key {
        Key::new(&self.wire, mark.range, mark.is_statement)
    }

    /// What the marks and the entities that they need write, in the order of the text.
    fn insertions(&self, marks: &BTreeSet<usize>) -> Vec<Insertion> {
        let marked = marks.iter().map(|at| &self.plan.marks[*at]);
        let mut all: Vec<Insertion> = marked.flat_map(|mark| mark.insertions.clone()).collect();
        // Where several things stand at one place, a brace belongs to the mark before it, and what
        // ends there ends before something begins.
        let rank = |text: &str| match text.chars().next() {
            Some('{') => 0,
            Some(']') => 1,
            _ => 2,
        };
        all.sort_by_key(|insertion| (insertion.at, rank(&insertion.text)));
        let entities = needed(self.plan, marks);
        if let Some(place) = self.place.as_ref().filter(|_| !entities.is_empty()) {
            let entities: Vec<&NewEntity> =
                entities.iter().map(|at| &self.plan.entities[*at]).collect();
            let line_end = line_end(self.draft.text());
            all.insert(
                0,
                declaration::declare(place, &entities, self.lang, line_end),
            );
        }
        all
    }
}

/// The entities that the marks refer to.
fn needed(plan: &Plan, marks: &BTreeSet<usize>) -> BTreeSet<usize> {
    let needs = marks.iter().map(|at| &plan.marks[*at].needs);
    needs.flatten().copied().collect()
}

/// A quotation by its place in the wire text, which stays what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key {
    start: TextSize,
    end: TextSize,
    is_span: bool,
}

impl Key {
    fn new(wire: &WireMap, range: TextRange, is_span: bool) -> Key {
        Key {
            start: wire.to_wire(range.start()),
            end: wire.to_wire(range.end()),
            is_span,
        }
    }
}

/// What the markup says of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Voice {
    /// Ids: speakers, addressees, through whom.
    By([Vec<String>; 3]),
    Unknown,
    NotSpeech,
    Dangling,
    /// Nothing says who speaks.
    Nobody,
}

/// What is seen of one state of the article.
struct Seen {
    wire: String,
    errors: usize,
    said: HashMap<Key, Voice>,
}

impl Seen {
    fn of(snapshot: &Snapshot, file: FileId) -> Seen {
        let (tree, text) = (snapshot.tree(file), snapshot.text(file));
        let analysis = snapshot.analysis(file);
        let map = WireMap::new(tree);
        let quotations = analysis.article.quotations.iter().enumerate();
        let said = quotations.map(|(at, quotation)| {
            let key = Key::new(&map, quotation.range, quotation.form == Form::Span);
            let voice = match analysis.said[at] {
                Said::By(_) | Said::Inside(_) => {
                    let ids = |ids: &[IdRef]| ids.iter().map(|id| id.id.clone()).collect();
                    analysis.who(at).map_or(Voice::Nobody, |who| {
                        Voice::By([ids(&who.speakers), ids(&who.addressees), ids(&who.via)])
                    })
                }
                Said::Unknown => Voice::Unknown,
                Said::NotSpeech => Voice::NotSpeech,
                Said::Dangling => Voice::Dangling,
                Said::Unsaid => Voice::Nobody,
            };
            (key, voice)
        });
        let said = said.collect();
        let found = rules::check(snapshot, file);
        let errors = found
            .iter()
            .filter(|finding| finding.severity == Severity::Error);
        Seen {
            wire: strip(tree, text),
            errors: errors.count(),
            said,
        }
    }

    /// Whether the quotation is said to be what a mark was to say of it.
    fn says(&self, key: Key, says: &Says) -> bool {
        match (self.said.get(&key), says) {
            (Some(Voice::By([speakers, ..])), Says::By(ids)) => speakers == ids,
            (Some(Voice::NotSpeech), Says::NotSpeech) => true,
            _ => false,
        }
    }
}
