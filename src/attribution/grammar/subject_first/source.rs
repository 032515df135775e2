//! All that a sentence says of a source: the whole phrase that names the speaker, to whom the words
//! were said, through whom they came, and whether the speaker stays unnamed.

use std::ops::Range;

use super::clause::Clauses;
use super::find::Found;
use crate::attribution::lexicon::Class;
use crate::attribution::reading::{Pattern, Source, Words};
use crate::attribution::token::Kind;

impl Clauses<'_> {
    /// The source that was found, in the words of the passage.
    pub(super) fn source(&self, found: &Found) -> Source {
        let sentence = self.sentence;
        let mut speaker = self.whole(&found.speaker, found.cue);
        let mut source = Source {
            cue: found.cue.map(|cue| Words::here(self.cue_words(cue))),
            ..Source::new(sentence.range(&speaker), found.pattern, found.grade)
        };
        if let Some(via) = &found.via {
            source.via.push(Words::here(sentence.range(via)));
        } else if let Some(cue) = found.cue {
            let behind = if speaker.start > cue {
                speaker.end
            } else {
                cue + 1
            };
            // `Reuters reported, citing a minister`
            if self.is_medium(&speaker)
                && let Some(cited) = self.cited(behind)
            {
                source.via.push(Words::here(sentence.range(&speaker)));
                speaker = self.whole(&cited, None);
                source.speaker = Words::here(sentence.range(&speaker));
            }
            self.hearer(cue, behind, &mut source);
            if found.pattern != Pattern::According
                && source.via.is_empty()
                && source.addressees.is_empty()
                && let Some(medium) = self.relayed(behind)
            {
                source.via.push(Words::here(sentence.range(&medium)));
            }
        }
        source.is_anonymous = self.is_unnamed(&speaker);
        source
    }

    /// A description with what belongs to it: `a spokesman for the ministry`.
    pub(super) fn whole(&self, speaker: &Range<usize>, cue: Option<usize>) -> Range<usize> {
        let tokens = self.sentence.tokens;
        let high = cue
            .filter(|cue| *cue >= speaker.end)
            .unwrap_or(tokens.len());
        let mut whole = speaker.clone();
        let is_description = self.describes(speaker);
        for _ in 0..2 {
            // `sources close to the mayor`
            let skips = tokens
                .get(whole.end + 1)
                .is_some_and(|next| next.is(Class::TO));
            let joins = is_description
                && whole.end + 1 < high
                && tokens[whole.end].is(Class::PREPOSITION)
                && (!tokens[whole.end].is(Class::TO) || tokens[whole.end].is(Class::PARTICLE))
                && !tokens[whole.end].is(Class::SUBORDINATE | Class::BY | Class::WITH)
                && !tokens[whole.end + 1].is(Class::TIME);
            let next = whole.end + 1 + usize::from(skips);
            let Some(next) = self.phrase_from(next).filter(|_| joins) else {
                break;
            };
            if next.end > high || tokens[next.end - 1].is(Class::TIME) {
                break;
            }
            whole.end = next.end;
        }
        // `her adviser, John Smith,`
        let named = self.phrase_from(whole.end + 1).filter(|next| {
            is_description
                && tokens[whole.end].kind == Kind::Comma
                && next.end <= high
                && self.sentence.is_name(next.start)
                && self.sentence.is_name(next.end - 1)
                && tokens
                    .get(next.end)
                    .is_none_or(|next| matches!(next.kind, Kind::Comma | Kind::Stop | Kind::Colon))
        });
        named.map_or(whole.clone(), |named| whole.start..named.end)
    }

    /// Whether the phrase says what somebody is, and not who: `the mayor of Harborough`.
    fn describes(&self, phrase: &Range<usize>) -> bool {
        let tokens = self.sentence.tokens;
        if tokens[phrase.end - 1].is(Class::PERSON | Class::GROUP)
            && !tokens[phrase.end - 1].is_capital()
        {
            return true;
        }
        let name = phrase.clone().find(|at| self.sentence.is_name(*at));
        let end = match name {
            Some(name) if name > phrase.start && tokens[name - 1].is(Class::PARTICLE) => name,
            Some(name) if name > phrase.start && tokens[name - 1].is(Class::DETERMINER) => name,
            Some(_) => return false,
            None => phrase.end,
        };
        (phrase.start..end).any(|at| tokens[at].is(Class::PERSON | Class::GROUP))
    }

    /// The words of the cue: the verb, or `according to`.
    fn cue_words(&self, cue: usize) -> crate::text::TextRange {
        let tokens = self.sentence.tokens;
        let joins = tokens[cue].is(Class::ACCORDING)
            && tokens.get(cue + 1).is_some_and(|next| next.is(Class::TO));
        self.sentence.range(&(cue..cue + 1 + usize::from(joins)))
    }

    /// `told reporters`, `said to a friend`; a medium that is told something passes it on.
    fn hearer(&self, cue: usize, behind: usize, source: &mut Source) {
        let tokens = self.sentence.tokens;
        let Some(next) = tokens.get(behind) else {
            return;
        };
        let hearer = if tokens[cue].is(Class::TELLS) {
            self.phrase_from(behind)
        } else if next.is(Class::TO)
            && !next.is(Class::PARTICLE)
            && tokens[cue].is(Class::SAYS | Class::SAYING)
        {
            self.phrase_from(behind + 1)
                .filter(|_| self.form(behind + 1).is_none())
        } else {
            None
        };
        let Some(hearer) = hearer.filter(|hearer| self.form(hearer.end - 1).is_none()) else {
            return;
        };
        // `told the paper it would`: what is said begins with its own subject.
        let begins = tokens[hearer.start].is(Class::PRONOUN)
            && !tokens[hearer.start].is(Class::DETERMINER)
            && self.is_subject(&hearer);
        if begins {
            return;
        }
        let words = Words::here(self.sentence.range(&self.whole(&hearer, None)));
        if self.is_medium(&hearer) {
            source.via.push(words);
        } else {
            source.addressees.push(words);
        }
    }

    /// Whether the phrase is the subject of the verb behind it.
    fn is_subject(&self, phrase: &Range<usize>) -> bool {
        (phrase.end..self.sentence.tokens.len())
            .take(3)
            .any(|at| self.form(at).is_some() && self.subject(at).as_ref() == Some(phrase))
    }

    /// `…, citing a minister`
    fn cited(&self, behind: usize) -> Option<Range<usize>> {
        let tokens = self.sentence.tokens;
        let citing = (behind..tokens.len())
            .take(6)
            .take_while(|at| tokens[*at].quote().is_none() && tokens[*at].kind != Kind::Stop)
            .find(|at| tokens[*at].is(Class::CITING))?;
        self.phrase_from(citing + 1)
    }

    /// `Smith said, according to the paper`, `Smith said in an interview with the paper`
    fn relayed(&self, behind: usize) -> Option<Range<usize>> {
        let tokens = self.sentence.tokens;
        let according = (behind..tokens.len())
            .take(6)
            .take_while(|at| tokens[*at].quote().is_none())
            .find(|at| tokens[*at].is(Class::ACCORDING));
        if let Some(according) = according {
            let to = usize::from(tokens.get(according + 1)?.is(Class::TO));
            return self.phrase_from(according + 1 + to);
        }
        let with = (behind..tokens.len())
            .take(8)
            .take_while(|at| {
                let is_verb = self.form(*at).is_some() && !tokens[*at].is(Class::SAYING);
                tokens[*at].is_word() && !is_verb
            })
            .find(|at| tokens[*at].is(Class::WITH | Class::BY | Class::TO))?;
        let medium = self.phrase_from(with + 1)?;
        self.is_medium(&medium).then_some(medium)
    }

    /// Whether the phrase names a medium, rather than somebody who works for one.
    fn is_medium(&self, phrase: &Range<usize>) -> bool {
        let tokens = self.sentence.tokens;
        let head = (phrase.start + 1..phrase.end)
            .find(|at| tokens[*at].is(Class::PARTICLE) && !self.sentence.is_name(*at))
            .unwrap_or(phrase.end);
        tokens[head - 1].is(Class::MEDIUM)
    }

    /// Whether the phrase describes somebody whom it does not name: `sources`, `an official`.
    fn is_unnamed(&self, speaker: &Range<usize>) -> bool {
        let tokens = self.sentence.tokens;
        let phrase = &tokens[speaker.clone()];
        let head = (speaker.clone())
            .find(|at| tokens[*at].is(Class::UNNAMED) && !self.sentence.is_name(*at));
        let Some(head) = head else {
            return false;
        };
        // `spokesman John Smith`
        let has_name = head + 1 < speaker.end && self.sentence.is_name(head + 1);
        let has_name = has_name
            || self.sentence.is_name(speaker.end - 1) && {
                (head..speaker.end).any(|at| tokens[at].kind == Kind::Comma)
            };
        // `an official, John Smith,`
        let is_named_next = tokens
            .get(speaker.end)
            .is_some_and(|next| next.kind == Kind::Comma)
            && self
                .phrase_from(speaker.end + 1)
                .is_some_and(|next| self.sentence.is_name(next.end - 1));
        let is_source = tokens[head].is(Class::SOURCE);
        let is_definite = phrase[0].is(Class::DEFINITE) || phrase[0].is(Class::GENITIVE);
        !has_name && !is_named_next && (is_source || !is_definite)
    }
}
