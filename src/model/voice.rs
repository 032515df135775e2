//! Who speaks, whether a brace says it or the words of the text: so annotated and raw articles are
//! the same to whoever asks.

use crate::attribution::{Grade, Nature};
use crate::model::analysis::Analysis;
use crate::model::entity::EntityKey;
use crate::model::inferred::InferredSource;
use crate::model::quotation::Quotation;
use crate::model::speech::Said;
use crate::syntax::ast::BraceKind;

impl Analysis {
    /// Who says the quotation at `at`, as far as they are known: by its brace, or where it has none,
    /// by the words of the text.
    pub fn speakers(&self, at: usize) -> Vec<EntityKey> {
        if let Some(source) = self.unwritten(at) {
            return source.meant.entities.clone();
        }
        let who = self.who(at).filter(|who| who.kind == BraceKind::Who);
        let ids = who.into_iter().flat_map(|who| &who.speakers);
        ids.filter_map(|id| self.entities.find(&id.id)).collect()
    }

    /// Whom the text names as the speaker of the quotation at `at`, where no markup says who speaks.
    pub fn unwritten(&self, at: usize) -> Option<&InferredSource> {
        let is_unsaid = self.said[at] == Said::Unsaid;
        self.source(at).filter(|_| is_unsaid)
    }

    /// Whether the quotation at `at` is no speech: by its brace, or by the words of the text.
    pub fn is_no_speech(&self, at: usize) -> bool {
        match self.said[at] {
            Said::NotSpeech => true,
            Said::Unsaid => self
                .inference(at)
                .is_some_and(|inferred| inferred.nature != Nature::Speech),
            _ => false,
        }
    }

    /// Whether the quotation at `at` counts as something that its speakers say: what stands inside
    /// other speech is counted with that, and a guess is nobody's word.
    pub fn is_said(&self, at: usize) -> bool {
        let quotation = &self.article.quotations[at];
        let is_own = matches!(self.said[at], Said::By(_)) || quotation.parent.is_none();
        let is_guess = self
            .unwritten(at)
            .is_some_and(|source| source.grade == Grade::Guess);
        is_own && !is_guess
    }

    /// The quotations that `key` says, by their places in the list.
    pub fn said_by(&self, key: EntityKey) -> impl Iterator<Item = (usize, &Quotation)> {
        let quotations = self.article.quotations.iter().enumerate();
        quotations.filter(move |(at, _)| self.is_said(*at) && self.speakers(*at).contains(&key))
    }

    /// Through whom the quotation at `at` arrived, outward, as far as they are known: by its brace and
    /// the front matter, or by the words of the text.
    pub fn passed_on_by(&self, at: usize) -> Vec<EntityKey> {
        if let Some(source) = self.unwritten(at) {
            let words = source.via.iter();
            return words.flat_map(|words| self.named(*words)).collect();
        }
        let who = self.who(at).filter(|who| who.kind == BraceKind::Who);
        let links = who.into_iter().flat_map(|who| self.via(who));
        links
            .filter_map(|link| self.entities.meant_by(link.name()))
            .collect()
    }
}
