//! Saying of a quotation who says it, that nobody does, or that it belongs to the one before.

use serde::{Deserialize, Serialize};

use super::near::near;
use super::{Action, ActionKind, Asked, Choice, entity};
use crate::annotate::attributing::{Attributing, Says};
use crate::attribution::Grade;
use crate::ide::accept::names;
use crate::model::{Analysis, EntityKey, EntityKind, Form, Said};
use crate::rules::Diagnostic;
use crate::syntax::ast::BraceKind;
use crate::text::{FileId, TextEdit, TextRange};
use crate::workspace::Snapshot;

/// What is to be said of a quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// The quotation, by its place in the article's list.
    at: usize,
    says: Saying,
}

impl Attribution {
    /// That the entity with the id `id` says the quotation at `at`.
    pub(super) fn by(at: usize, id: &str) -> Attribution {
        let says = Saying::By(id.to_owned());
        Attribution { at, says }
    }

    /// That those say it whom the text tells.
    pub(super) fn told(at: usize) -> Attribution {
        let says = Saying::Told;
        Attribution { at, says }
    }
}

/// [`Says`] with ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Saying {
    Told,
    By(String),
    To(String),
    Via(String),
    Unknown,
    NotSpeech,
    GoesOn,
    Anew,
}

/// How many speakers are offered.
const MOST_SPEAKERS: usize = 5;

/// What can be said of one quotation: of that which `findings`, those that are touched, say nobody
/// attributes, else of the innermost one around what is selected.
pub(super) fn list(asked: &Asked<'_>, findings: &[Diagnostic], found: &mut Vec<Action>) {
    let Some((at, finding)) = in_question(asked, findings) else {
        return;
    };
    let finding = finding.filter(|_| (asked.is_wanted)(ActionKind::QuickFix));
    if finding.is_none() && !(asked.is_wanted)(ActionKind::Attribute) {
        return;
    }
    let Some(attributing) = Attributing::of(asked.snapshot, asked.file, at) else {
        return;
    };
    let mut offering = Offering {
        asked,
        attributing,
        finding,
        found,
    };
    offering.speakers();
    offering.belonging();
    offering.signs();
    super::chain::list(&mut offering);
}

pub(super) fn edits(
    snapshot: &Snapshot,
    file: FileId,
    attribution: &Attribution,
) -> Option<Vec<TextEdit>> {
    let key = |id: &String| entity(snapshot.analysis(file), id);
    let says = match &attribution.says {
        Saying::Told => Says::Told,
        Saying::By(id) => Says::By(key(id)?),
        Saying::To(id) => Says::To(key(id)?),
        Saying::Via(id) => Says::Via(key(id)?),
        Saying::Unknown => Says::Unknown,
        Saying::NotSpeech => Says::NotSpeech,
        Saying::GoesOn => Says::GoesOn,
        Saying::Anew => Says::Anew,
    };
    Attributing::of(snapshot, file, attribution.at)?.edits(says)
}

/// The quotation of which something can be said, and the finding that it mends.
fn in_question<'a>(
    asked: &Asked<'_>,
    findings: &'a [Diagnostic],
) -> Option<(usize, Option<&'a Diagnostic>)> {
    let quotations = &asked.analysis().article.quotations;
    let mut unattributed = findings
        .iter()
        .filter(|finding| finding.rule == "unattributed-quote");
    if let Some(finding) = unattributed.next() {
        let at = quotations.iter().position(
            |quotation| matches!(quotation.form, Form::Marks { close, .. } if close == finding.range),
        )?;
        return Some((at, Some(finding)));
    }
    touched(asked.analysis(), asked.range).map(|at| (at, None))
}

/// The innermost quotation that `range` touches, be it at its brace.
pub(super) fn touched(analysis: &Analysis, range: TextRange) -> Option<usize> {
    let quotations = analysis.article.quotations.iter().enumerate();
    let touched = quotations.filter_map(|(at, quotation)| {
        let brace = quotation.who.as_ref().map(|who| who.range);
        let mut parts = quotation.pieces.iter().copied().chain(brace);
        let part = parts.find(|part| part.intersect(range).is_some())?;
        let holds_all = part.contains_range(range);
        Some((!holds_all, part.len(), at))
    });
    touched.min().map(|(.., at)| at)
}

/// Collects what can be said of one quotation.
pub(super) struct Offering<'a, 'b> {
    pub(super) asked: &'b Asked<'a>,
    pub(super) attributing: Attributing<'a>,
    finding: Option<&'b Diagnostic>,
    found: &'b mut Vec<Action>,
}

impl<'a> Offering<'a, '_> {
    pub(super) fn analysis(&self) -> &'a Analysis {
        self.asked.analysis()
    }

    /// Who says it: first whom the text tells, then those who are named nearest.
    fn speakers(&mut self) {
        let (analysis, at) = (self.analysis(), self.attributing.at());
        let mut known = analysis.speakers(at);
        if let Some(source) = analysis.unwritten(at)
            && !analysis.is_no_speech(at)
        {
            let names = names(self.asked.snapshot, self.asked.file, source).join(", ");
            let title = (self.asked.phrases().attribute)(&names);
            let is_told = self.offer(title, Says::Told);
            let is_sure = source.grade == Grade::Sure && source.meant.is_named();
            if is_told && is_sure && self.finding.is_none() {
                self.prefer();
            }
            if !is_told {
                known.clear();
            }
        }
        let mut offered = 0;
        for key in near(analysis, at) {
            if offered == MOST_SPEAKERS {
                break;
            }
            if can_speak(analysis, key) && !known.contains(&key) {
                let title = (self.asked.phrases().attribute)(self.asked.name(key));
                offered += usize::from(self.offer(title, Says::By(key)));
            }
        }
    }

    /// Whether it goes on from the one before.
    fn belonging(&mut self) {
        let phrases = self.asked.phrases();
        let Some(before) = self.attributing.before() else {
            return;
        };
        let speakers = self.analysis().speakers(before);
        let names: Vec<&str> = speakers.iter().map(|key| self.asked.name(*key)).collect();
        let names = names.join(", ");
        let titled = |named: fn(&str) -> String, unnamed: &str| match names.as_str() {
            "" => unnamed.to_owned(),
            names => named(names),
        };
        if self.attributing.kind() == Some(BraceKind::Continues) {
            self.offer(
                titled(phrases.begin_anew, phrases.begin_anew_unnamed),
                Says::Anew,
            );
        } else {
            self.offer(titled(phrases.go_on, phrases.go_on_unnamed), Says::GoesOn);
        }
    }

    /// That its speaker is not known, that it is no speech.
    fn signs(&mut self) {
        let phrases = self.asked.phrases();
        let said = self.analysis().said[self.attributing.at()];
        if said != Said::Unknown {
            self.offer(phrases.unknown.to_owned(), Says::Unknown);
        }
        if said != Said::NotSpeech {
            self.offer(phrases.not_speech.to_owned(), Says::NotSpeech);
        }
    }

    /// Lists it if anything comes of it; whether that is so.
    pub(super) fn offer(&mut self, title: String, says: Says) -> bool {
        let analysis = self.analysis();
        let id = |key: EntityKey| {
            let id = analysis.entities.get(key).id.clone();
            (entity(analysis, &id) == Some(key)).then_some(id)
        };
        let saying = match says {
            Says::Told => Some(Saying::Told),
            Says::By(key) => id(key).map(Saying::By),
            Says::To(key) => id(key).map(Saying::To),
            Says::Via(key) => id(key).map(Saying::Via),
            Says::Unknown => Some(Saying::Unknown),
            Says::NotSpeech => Some(Saying::NotSpeech),
            Says::GoesOn => Some(Saying::GoesOn),
            Says::Anew => Some(Saying::Anew),
        };
        let saying = saying.filter(|_| self.attributing.edits(says).is_some());
        let Some(says) = saying else {
            return false;
        };
        let at = self.attributing.at();
        let choice = Choice::Attribute(Attribution { at, says });
        let action = Action::new(title, ActionKind::Attribute, choice);
        self.found.push(match self.finding {
            Some(finding) => action.mending(finding),
            None => action,
        });
        true
    }

    /// Prefers what was listed last.
    fn prefer(&mut self) {
        if let Some(last) = self.found.last_mut() {
            last.is_preferred = true;
        }
    }
}

/// Whether somebody can say something, hear it or pass it on.
pub(super) fn can_speak(analysis: &Analysis, key: EntityKey) -> bool {
    let kind = analysis.entities.get(key).kind;
    matches!(
        kind,
        None | Some(EntityKind::Person | EntityKind::Organization)
    )
}
