//! Who says something, by markup or by the words of the text, as the formats give it.

use crate::attribution::{Nature, Pattern};
use crate::model::{Analysis, EntityKey, InferredSource, Item, Said, Who};
use crate::quotes::{Speaker, Words};
use crate::text::TextRange;

/// Who says something, and what is known of it.
#[derive(Debug, Default)]
pub(super) struct Voice {
    pub(super) grade: &'static str,
    pub(super) speakers: Vec<Speaker>,
    /// All names of the speakers.
    pub(super) names: Vec<String>,
    pub(super) cue: Option<Words>,
    pub(super) addressees: Vec<String>,
    pub(super) via: Vec<String>,
    pub(super) evidence: Option<&'static str>,
}

/// Reads what an analysis knows of each item.
pub(super) struct Reader<'a> {
    pub(super) analysis: &'a Analysis,
    /// For each quotation the innermost inferred statement that holds it.
    statements: Vec<Option<usize>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(analysis: &'a Analysis) -> Reader<'a> {
        let mut reader = Reader {
            analysis,
            statements: vec![None; analysis.article.quotations.len()],
        };
        let mut around: Vec<usize> = Vec::new();
        for item in analysis.items() {
            let range = analysis.range(item);
            let holds = |at: usize| analysis.inferred.statements[at].content;
            while around
                .last()
                .is_some_and(|at| holds(*at).end() <= range.start())
            {
                around.pop();
            }
            match item {
                Item::Statement(at) => around.push(at),
                Item::Quotation(at) => {
                    let innermost = around.last().copied();
                    reader.statements[at] = innermost.filter(|it| holds(*it).contains_range(range));
                }
            }
        }
        reader
    }

    /// What the words are.
    pub(super) fn nature(&self, item: Item) -> Nature {
        let Item::Quotation(at) = item else {
            return Nature::Speech;
        };
        let inferred = self.analysis.inference(at).map(|inferred| inferred.nature);
        match (self.analysis.said[at], inferred) {
            (Said::NotSpeech, None | Some(Nature::Speech)) => Nature::Other,
            (Said::NotSpeech | Said::Unsaid, Some(nature)) => nature,
            _ => Nature::Speech,
        }
    }

    /// The inferred statement around a quotation.
    pub(super) fn statement_around(&self, at: usize) -> Option<usize> {
        self.statements[at]
    }

    /// What holds the item and says of it who speaks.
    pub(super) fn around(&self, item: Item) -> Option<Item> {
        let Item::Quotation(at) = item else {
            return None;
        };
        let parent = self.analysis.article.quotations[at].parent;
        let parent = parent.map(Item::Quotation);
        parent.or_else(|| self.statements[at].map(Item::Statement))
    }

    /// Whom the text names as the speaker, where no markup does.
    pub(super) fn inferred(&self, item: Item) -> Option<&'a InferredSource> {
        match item {
            Item::Statement(at) => Some(&self.analysis.inferred.statements[at].source),
            Item::Quotation(at) if self.analysis.said[at] == Said::Unsaid => {
                if self.nature(item) != Nature::Speech {
                    return None;
                }
                self.analysis.source(at).or_else(|| {
                    let statement = self.statements[at]?;
                    Some(&self.analysis.inferred.statements[statement].source)
                })
            }
            Item::Quotation(_) => None,
        }
    }

    /// Who says it.
    pub(super) fn voice(&self, item: Item) -> Voice {
        let Item::Quotation(at) = item else {
            return self.heard(self.inferred(item));
        };
        match self.analysis.said[at] {
            Said::Unsaid => self.heard(self.inferred(item)),
            Said::Dangling => Voice {
                grade: "none",
                ..Voice::default()
            },
            _ => self.marked(at, self.analysis.who(at)),
        }
    }

    /// What markup says of the quotation at `at`; the words that it goes by are those of the text,
    /// where they mean the same speaker.
    fn marked(&self, at: usize, who: Option<&Who>) -> Voice {
        let mut voice = Voice {
            grade: "explicit",
            ..Voice::default()
        };
        let Some(who) = who else { return voice };
        let source = self.analysis.source(at);
        let speakers = who.speakers.iter().map(|id| id.id.as_str());
        for (id, key) in speakers.map(|id| (id, self.analysis.entities.find(id))) {
            let means = |source: &&InferredSource| {
                key.is_some_and(|key| source.meant.entities.contains(&key))
            };
            let told = source.filter(means);
            let mention = told.map(|source| source.speaker).or_else(|| {
                let naming = self.analysis.naming(at, key?)?;
                Some(naming.words)
            });
            voice.cue = voice.cue.or_else(|| Some(self.quoted(told?.cue?)));
            voice.speakers.push(Speaker {
                id: Some(id.to_owned()),
                name: key.map_or(id, |key| self.name(key)).to_owned(),
                mention: mention.map(|words| self.quoted(words)),
            });
            voice.names.push(id.to_owned());
            voice
                .names
                .extend(key.into_iter().flat_map(|key| self.names(key)));
        }
        voice.addressees = who.addressees.iter().map(|id| id.id.clone()).collect();
        let links = self.analysis.via(who).into_iter();
        voice.via = links.map(|link| link.name().to_owned()).collect();
        voice
    }

    /// What the words of the text say.
    fn heard(&self, source: Option<&InferredSource>) -> Voice {
        let Some(source) = source else {
            return Voice {
                grade: "none",
                ..Voice::default()
            };
        };
        let words = self.analysis.article.words(source.speaker).to_owned();
        let speaker = |id: Option<String>, name: String| Speaker {
            id,
            name,
            mention: Some(self.quoted(source.speaker)),
        };
        let meant = &source.meant.entities;
        let mut speakers: Vec<Speaker> = meant
            .iter()
            .map(|key| speaker(self.id(*key), self.name(*key).to_owned()))
            .collect();
        if speakers.is_empty() {
            speakers.push(speaker(None, words.clone()));
        }
        let ids = speakers.iter().filter_map(|speaker| speaker.id.clone());
        let of_entities = meant.iter().flat_map(|key| self.names(*key));
        let names = ids.chain(of_entities).chain([words]).collect();
        let people = |all: &[TextRange]| -> Vec<String> {
            all.iter().map(|words| self.person(*words)).collect()
        };
        let mut via = people(&source.via);
        for passed_on in &self.analysis.article.front.source {
            let key = self.analysis.entity_of(passed_on);
            let is_there = via.iter().any(|link| {
                *link == passed_on.value
                    || key.is_some_and(|key| self.id(key).as_ref() == Some(link))
            });
            if !is_there && key.is_none_or(|key| !meant.contains(&key)) {
                via.push(passed_on.value.clone());
            }
        }
        Voice {
            grade: source.grade.name(),
            speakers,
            names,
            cue: source.cue.map(|cue| self.quoted(cue)),
            addressees: people(&source.addressees),
            via,
            evidence: Some(evidence(source.pattern)),
        }
    }

    /// Whom words mean: the id, else the name, else the words.
    fn person(&self, words: TextRange) -> String {
        match self.analysis.named(words).pop() {
            Some(key) => self.id(key).unwrap_or_else(|| self.name(key).to_owned()),
            None => self.analysis.article.words(words).to_owned(),
        }
    }

    fn id(&self, key: EntityKey) -> Option<String> {
        let entities = &self.analysis.entities;
        entities
            .is_declared(key)
            .then(|| entities.get(key).id.clone())
    }

    fn name(&self, key: EntityKey) -> &'a str {
        let lang = self.analysis.article.lang();
        self.analysis.entities.get(key).name(lang)
    }

    fn names(&self, key: EntityKey) -> impl Iterator<Item = String> {
        let names = self.analysis.entities.get(key).all_names();
        names.map(|name| name.text.clone())
    }

    fn quoted(&self, range: TextRange) -> Words {
        Words {
            start: range.start().into(),
            end: range.end().into(),
            text: self.analysis.article.words(range).to_owned(),
        }
    }
}

/// The names by which the patterns are known outside.
fn evidence(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::AfterInverted => "after-inverted",
        Pattern::After => "after",
        Pattern::AfterLoose => "after-loose",
        Pattern::Before => "before",
        Pattern::BeforeLoose => "before-loose",
        Pattern::Clause => "clause",
        Pattern::According => "according",
        Pattern::Label => "label",
        Pattern::GoesOn => "goes-on",
        Pattern::Dropped => "dropped",
        Pattern::Introduced => "introduced",
        Pattern::Last => "last",
    }
}
