//! What can be said of one quotation, for those who know who speaks. What is said of the others stays
//! what it is: where one of them goes on from this one and is not meant, it gets a brace of its own.

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::annotate::brace::{Change, changed, ids};
use crate::annotate::declaration::{NewEntity, Place, place};
use crate::annotate::pairing::keeps_pairs;
use crate::annotate::plan;
use crate::annotate::single::{article, declaring};
use crate::model::{Analysis, EntityKey, Form, IdRef, Said, Who};
use crate::names::id::check_id;
use crate::syntax::ast::BraceKind;
use crate::text::{FileId, TextEdit, TextSize};
use crate::workspace::Snapshot;

/// What is to be said of a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// What the text says, however surely.
    Told,
    /// Who says it.
    By(EntityKey),
    /// To whom it is said, besides others.
    To(EntityKey),
    /// Who passed it on, last of all.
    Via(EntityKey),
    /// That its speaker is not known.
    Unknown,
    /// That it is no speech.
    NotSpeech,
    /// That it goes on from the one before.
    GoesOn,
    /// That it begins anew what it goes on from.
    Anew,
}

/// A quotation of which something is to be said.
#[derive(Debug)]
pub struct Attributing<'a> {
    snapshot: &'a Snapshot,
    file: FileId,
    analysis: &'a Analysis,
    at: usize,
    /// The quotation that this one would go on from.
    before: Option<usize>,
    /// The next `{+}` that goes on from this one, or would if this one were attributed.
    after: Option<usize>,
    /// Whether it holds quotations that are unknown speech as it is, or would be, and others go on from
    /// what is said inside of some.
    is_gone_on_from_inside: bool,
    place: OnceCell<Option<Place>>,
    /// Whether a brace fits behind it, if it has none.
    takes_brace: OnceCell<bool>,
}

impl<'a> Attributing<'a> {
    /// Looks at the quotation at `at`, a place in the list of the article `file`. Takes time linear in
    /// the number of quotations, and what is asked of it afterwards next to none.
    pub fn of(snapshot: &'a Snapshot, file: FileId, at: usize) -> Option<Attributing<'a>> {
        let analysis = article(snapshot, file)?;
        let count = analysis.article.quotations.len();
        let depth = |at: usize| analysis.article.around(at).count();
        let own_depth = (at < count).then(|| depth(at))?;
        let is_beside = |other: &usize| depth(*other) == own_depth;
        let goes_on = |at: &usize| kind(analysis, *at) == Some(BraceKind::Continues);
        let is_said = |at: &usize| matches!(analysis.said[*at], Said::By(_) | Said::Unknown);
        let later = at + 1..count;
        let holds_others =
            later.start < count && analysis.article.around(at + 1).any(|it| it == at);
        Some(Attributing {
            snapshot,
            file,
            analysis,
            at,
            before: (0..at).rev().filter(is_beside).find(is_said),
            after: later
                .clone()
                .filter(is_beside)
                .find(|at| goes_on(at) || is_said(at))
                .filter(goes_on),
            is_gone_on_from_inside: holds_others
                && later
                    .clone()
                    .any(|at| goes_on(&at) && depth(at) > own_depth),
            place: OnceCell::new(),
            takes_brace: OnceCell::new(),
        })
    }

    /// Its place in the list.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The quotation that it would go on from.
    pub fn before(&self) -> Option<usize> {
        self.before
    }

    /// What kind of brace it has itself.
    pub fn kind(&self) -> Option<BraceKind> {
        kind(self.analysis, self.at)
    }

    /// The edits that say it, with declarations of those in it whom nothing declares; in the order of the
    /// text. `None` where it is said already or cannot be.
    pub fn edits(&self, says: Says) -> Option<Vec<TextEdit>> {
        let (text, entities) = (self.snapshot.text(self.file), &self.analysis.entities);
        let id = |key: EntityKey| entities.get(key).id.as_str();
        let new = |key: EntityKey| {
            let is_new = !entities.is_declared(key);
            is_new.then(|| NewEntity::of(entities.get(key)))
        };
        let mut declared = Vec::new();
        let mut named = |key: EntityKey| {
            declared.extend(new(key));
            id(key)
        };
        if self.is_gone_on_from_inside && self.is_unknown() != self.becomes_unknown(says) {
            return None;
        }
        let written = match says {
            Says::Told => {
                let told = plan::one(text, self.analysis, self.at)?;
                declared = told.entities;
                told.marks.into_iter().next()?.edits().next()
            }
            Says::By(key) => self.changed(Change::Speaker(named(key))),
            Says::To(key) => self.changed(Change::Addressee(named(key))),
            Says::Via(key) => self.changed(Change::Link(named(key))),
            Says::Unknown if self.kind() != Some(BraceKind::Unknown) => {
                self.changed(Change::All("?"))
            }
            Says::NotSpeech if self.kind() != Some(BraceKind::NotSpeech) => {
                self.changed(Change::All("-"))
            }
            Says::GoesOn if self.kind() != Some(BraceKind::Continues) => {
                self.before?;
                self.changed(Change::All("+"))
            }
            Says::Anew if self.kind() == Some(BraceKind::Continues) => {
                self.changed(Change::All(self.said(self.at)?))
            }
            _ => None,
        };
        let mut edits = vec![written.filter(|_| self.takes_brace())?];
        if let Some(after) = self.after.filter(|_| self.leaves_behind(says))
            && self.analysis.said[after] != Said::Dangling
        {
            let said = Change::All(self.said(after)?);
            edits.push(self.changed_at(after, said)?);
            edits.sort_by_key(|edit| edit.range.start());
        }
        let place = self.place.get_or_init(|| {
            let (tree, front) = (
                self.snapshot.tree(self.file),
                self.snapshot.front(self.file),
            );
            place(text, tree, front)
        });
        let lang = self.analysis.article.lang();
        declaring(text, place.as_ref(), lang, edits, &declared)
    }

    /// Whether the next `{+}` would mean something else, though it was not meant to: what goes on from
    /// this quotation goes along with it where it is the one that says who speaks, and stays where it
    /// was only passed through.
    fn leaves_behind(&self, says: Says) -> bool {
        let is_said = matches!(self.analysis.said[self.at], Said::By(_) | Said::Unknown);
        let own = self.kind().filter(|_| is_said);
        match says {
            Says::Told | Says::By(_) | Says::Unknown => {
                !matches!(own, Some(BraceKind::Who | BraceKind::Unknown))
            }
            Says::NotSpeech => is_said && own != Some(BraceKind::Continues),
            Says::GoesOn => is_said && own.is_none(),
            Says::To(_) | Says::Via(_) | Says::Anew => false,
        }
    }

    /// Whether it has a brace, or one fits behind it.
    fn takes_brace(&self) -> bool {
        let quotation = &self.analysis.article.quotations[self.at];
        let Form::Marks { close, .. } = quotation.form else {
            return true;
        };
        let article = &self.analysis.article;
        let fits = || keeps_pairs(self.snapshot.text(self.file), article, self.at, close.end());
        quotation.who.is_some() || *self.takes_brace.get_or_init(fits)
    }

    /// What the brace says that the quotation at `at` goes on from.
    fn said(&self, at: usize) -> Option<&'a str> {
        match self.analysis.said[at] {
            Said::Unknown => Some("?"),
            Said::By(_) => {
                let who = self.analysis.who(at).filter(|who| self.is_right(who))?;
                ids(self.snapshot.text(self.file), who)
            }
            _ => None,
        }
    }

    /// Whether a brace can be written a second time without a mistake: its ids are those of entities, each
    /// once among speakers and chain.
    fn is_right(&self, who: &Who) -> bool {
        let entities = &self.analysis.entities;
        let is_known = |id: &IdRef| check_id(&id.id).is_ok() && entities.find(&id.id).is_some();
        let mut seen = HashSet::new();
        let mut chain = who.speakers.iter().chain(&who.via);
        who.ids().all(is_known) && chain.all(|id| seen.insert(&id.id))
    }

    fn is_unknown(&self) -> bool {
        self.analysis.said[self.at] == Said::Unknown
    }

    fn becomes_unknown(&self, says: Says) -> bool {
        match says {
            Says::Unknown => true,
            Says::GoesOn => {
                let before = self.before.map(|before| self.analysis.said[before]);
                before == Some(Said::Unknown)
            }
            Says::Anew => self.is_unknown(),
            _ => false,
        }
    }

    fn changed(&self, change: Change<'_>) -> Option<TextEdit> {
        self.changed_at(self.at, change)
    }

    fn changed_at(&self, at: usize, change: Change<'_>) -> Option<TextEdit> {
        let quotation = &self.analysis.article.quotations[at];
        let end: TextSize = match quotation.form {
            Form::Marks { close, .. } => close.end(),
            Form::Span => quotation.range.end(),
        };
        let who: Option<&Who> = quotation.who.as_ref();
        changed(self.snapshot.text(self.file), end, who, change)
    }
}

fn kind(analysis: &Analysis, at: usize) -> Option<BraceKind> {
    let who = analysis.article.quotations[at].who.as_ref();
    who.map(|who| who.kind)
}
