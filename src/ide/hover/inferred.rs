//! What the words of the text say of a quotation that no markup attributes, and why.

use super::{Called, Cards};
use crate::attribution::{Grade, Nature, Pattern};
use crate::ide::accept::surely;
use crate::ide::markdown::{Card, isolated};
use crate::ide::phrases::How;
use crate::model::{InferredQuotation, InferredSource, MeantBy};

impl Cards<'_> {
    /// The card of the quotation at `at` of the list.
    pub(super) fn inferred(&self, at: usize) -> Card {
        let (analysis, phrases) = (self.analysis(), &self.phrases.quotation);
        let nature = analysis
            .inference(at)
            .map_or(Nature::Speech, |InferredQuotation { nature, .. }| *nature);
        if let Some(what) = self.no_speech(nature) {
            return self.card((phrases.probably_no_speech)(what));
        }
        let Some(source) = analysis.source(at) else {
            return self.card((phrases.nobody)(&self.kind(at)));
        };
        let named = self.speakers_of(source);
        let who = named.iter().map(Called::bold);
        let who = self.list(who).unwrap_or_default();
        let mut card = self.card(match source.grade {
            Grade::Guess => (phrases.perhaps)(&self.kind(at), &who),
            _ => format!("{who} · {}", self.kind_and_length(at)),
        });
        for key in &source.meant.entities {
            card.line(self.office(analysis.entities.get(*key)));
        }
        let is_anonymous = source.is_anonymous;
        card.line(is_anonymous.then(|| self.phrases.entity.unnamed_source.to_owned()));
        let words = |range| analysis.article.words(range);
        let to = source.addressees.iter().map(|to| isolated(words(*to)));
        card.line(self.list(to).map(|to| (phrases.to)(&to)));
        let first = self.list(named.iter().map(Called::shown));
        let via = source.via.iter().map(|via| Called::from(words(*via)));
        card.line(self.chain(&first.unwrap_or_default(), via));
        card.line(Some(self.evidence(source)));
        card
    }

    /// What the speakers of a source are called: their names, or the words of the text.
    fn speakers_of(&self, source: &InferredSource) -> Vec<Called<'_>> {
        let meant = &source.meant.entities;
        if meant.is_empty() {
            let words = self.analysis().article.words(source.speaker);
            return vec![Called::from(words)];
        }
        meant.iter().map(|key| self.name(*key)).collect()
    }

    fn no_speech(&self, nature: Nature) -> Option<&'static str> {
        let phrases = &self.phrases.quotation;
        match nature {
            Nature::Speech => None,
            Nature::Name => Some(phrases.name),
            Nature::Title => Some(phrases.title),
            Nature::Term => Some(phrases.term),
            Nature::Scare => Some(phrases.scare),
            Nature::Other => Some(phrases.other),
        }
    }

    /// From which words it was inferred, and how surely.
    fn evidence(&self, source: &InferredSource) -> String {
        let phrases = &self.phrases.quotation;
        let how = (phrases.how)(match source.pattern {
            Pattern::GoesOn => How::Quotation,
            Pattern::Dropped => How::Sentence,
            Pattern::Introduced => How::Introduced,
            Pattern::Last => How::Last,
            _ => How::Named,
        });
        let by_pronoun = source.meant.by == MeantBy::Pronoun && !source.meant.entities.is_empty();
        let how = if by_pronoun {
            (phrases.by_pronoun)(how)
        } else {
            how.to_owned()
        };
        let words = [Some(source.speaker), source.cue].into_iter().flatten();
        let words = words.map(|words| isolated(self.analysis().article.words(words)));
        let words = self.list(words).unwrap_or_default();
        let grade = surely(self.reader.locale, source.grade);
        (phrases.inferred)(grade, &words, &how)
    }
}
