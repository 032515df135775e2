//! Who said something, to whom, through whom it came, and where else it stands.

use super::elsewhere::same_words;
use super::{Called, Cards};
use crate::ide::markdown::{Card, beginning, isolated};
use crate::ide::statistics::words;
use crate::model::{Item, Said, SpeechKind, Who};
use crate::text::FileRange;

/// So many other articles are named.
const MOST_ARTICLES: usize = 3;

/// How many characters are shown of a headline.
const HEADLINE: usize = 60;

impl Cards<'_> {
    /// The card of the quotation at `at` of the list.
    pub(in crate::ide) fn quotation(&self, at: usize) -> String {
        self.said(at).text
    }

    /// The same, and in which other articles its words stand.
    pub(super) fn quotation_in_all(&self, at: usize) -> String {
        let mut card = self.said(at);
        let analysis = self.analysis();
        if !analysis.is_no_speech(at) {
            card.line(self.also_in(analysis.wording(at)));
        }
        card.text
    }

    fn said(&self, at: usize) -> Card {
        let (analysis, phrases) = (self.analysis(), &self.phrases.quotation);
        let kind = self.kind(at);
        let who = match (analysis.said[at], analysis.who(at)) {
            (Said::By(_) | Said::Inside(_), Some(who)) => who,
            (Said::Unknown, _) => return self.card((phrases.unknown)(&kind)),
            (Said::NotSpeech, _) => return self.card(phrases.no_speech.to_owned()),
            (Said::Unsaid, _) => return self.inferred(at),
            (Said::Dangling, _) => return self.card((phrases.dangling)(&kind)),
            _ => return self.card((phrases.nobody)(&kind)),
        };
        let names = who.speakers.iter().map(|id| self.meant(&id.id).bold());
        let mut card = self.card(match self.list(names) {
            Some(names) => format!("{names} · {}", self.kind_and_length(at)),
            None => (phrases.unnamed)(&kind),
        });
        for key in analysis.speakers(at) {
            let entity = analysis.entities.get(key);
            card.line(self.office(entity));
            let is_anonymous = entity.anonymous == Some(true);
            card.line(is_anonymous.then(|| self.phrases.entity.unnamed_source.to_owned()));
        }
        let to = who.addressees.iter().map(|id| self.meant(&id.id).shown());
        card.line(self.list(to).map(|to| (phrases.to)(&to)));
        let via = analysis.via(who);
        let via = via.iter().map(|link| self.meant(link.name()));
        card.line(self.chain(&speakers(self, who), via));
        card.line(match analysis.said[at] {
            Said::By(speech) if speech == at => None,
            Said::Inside(_) => Some(phrases.inside.to_owned()),
            _ => Some(phrases.goes_on.to_owned()),
        });
        card
    }

    /// How the words are given, in bold.
    pub(super) fn kind(&self, at: usize) -> String {
        format!("**{}**", self.plain_kind(at))
    }

    /// How the words are given, and how many they are.
    pub(super) fn kind_and_length(&self, at: usize) -> String {
        let kind = self.plain_kind(at);
        let (analysis, quotation) = (self.analysis(), &self.analysis().article.quotations[at]);
        let mut letters = self.snapshot.text(self.file)[quotation.words()].chars();
        match words(analysis, Item::Quotation(at)) {
            0 => kind.to_owned(),
            _ if letters.any(runs_words_together) => kind.to_owned(),
            count => format!("{kind} · {}", (self.phrases.quotation.words)(count)),
        }
    }

    fn plain_kind(&self, at: usize) -> &'static str {
        let phrases = &self.phrases.quotation;
        match self.analysis().kind(at) {
            SpeechKind::Direct => phrases.direct,
            SpeechKind::Partial | SpeechKind::None => phrases.partial,
            SpeechKind::Indirect => phrases.indirect,
        }
    }

    /// The chain of attribution, from the speakers outward.
    pub(super) fn chain<'n>(
        &self,
        speakers: &str,
        via: impl Iterator<Item = Called<'n>>,
    ) -> Option<String> {
        let links = via.map(|link| link.shown());
        let all: Vec<String> = std::iter::once(speakers.to_owned()).chain(links).collect();
        let phrases = self.phrases;
        (all.len() > 1).then(|| (phrases.quotation.chain)(&all.join(phrases.card.arrow)))
    }

    /// The other articles in which the words stand, by their headlines.
    fn also_in(&self, wording: u64) -> Option<String> {
        let places = same_words(self.snapshot, self.file, wording);
        let shown = places.iter().take(MOST_ARTICLES);
        let mut shown: Vec<String> = shown.map(|place| self.headline(*place)).collect();
        if places.len() > MOST_ARTICLES {
            shown.push("…".to_owned());
        }
        let articles = shown.join(self.phrases.card.semicolon);
        (!places.is_empty()).then(|| (self.phrases.quotation.also_in)(places.len(), &articles))
    }

    /// The headline of the article around a place, or the name of its file; it leads to the place.
    fn headline(&self, place: FileRange) -> String {
        let digest = self.snapshot.digest_if_made(place.file);
        let headline = digest.and_then(|digest| digest.headline.as_ref());
        let headline = headline.map(|(_, words)| beginning(words, HEADLINE));
        let name = || self.snapshot.file_name(place.file).into_owned();
        let words = headline.filter(|words| !words.is_empty());
        self.link(isolated(&words.unwrap_or_else(name)), place)
    }
}

/// Whether a letter is of a script without spaces between words, so that nobody counts these: Thai, Lao,
/// Burmese, Khmer, Chinese, Japanese.
fn runs_words_together(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
        || matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// The speakers of a brace as the first link of a chain; a dash where they are not named.
fn speakers(cards: &Cards<'_>, who: &Who) -> String {
    let names = who.speakers.iter().map(|id| cards.meant(&id.id).shown());
    cards.list(names).unwrap_or_else(|| "—".to_owned())
}
