//! The same utterance in other articles.

use crate::model::wording::{Alike, Phrase, Word, cover};
use crate::model::{Digest, Utterance};
use crate::text::{FileId, FileRange};
use crate::workspace::{FileKind, Snapshot};

/// What somebody says in an article, and where in others words like these stand.
#[derive(Debug)]
pub struct Compared<'a> {
    /// The utterance.
    pub utterance: &'a Utterance,
    /// Its words.
    pub phrase: &'a Phrase,
    /// Where else they stand: the likeliest articles first.
    pub others: Vec<Elsewhere<'a>>,
}

/// The same words, or nearly, in another article.
#[derive(Debug)]
pub struct Elsewhere<'a> {
    /// The other article.
    pub file: FileId,
    /// What it says, in short.
    pub digest: &'a Digest,
    /// The utterance that holds them; `None` where they are those of a record.
    pub utterance: Option<&'a Utterance>,
    /// How they come together.
    pub alike: Alike,
}

impl Elsewhere<'_> {
    /// Whether they are those of a record, which has the last word.
    pub fn is_record(&self) -> bool {
        self.utterance.is_none()
    }

    /// The words with which these were compared, in the order of the text.
    pub fn words(&self, snapshot: &Snapshot) -> Vec<Word> {
        let article = snapshot.article(self.file);
        let Some(said) = self.utterance else {
            return article.words_of_paragraphs();
        };
        let mut quotations = article.quotations.iter();
        let quotation = quotations.find(|quotation| quotation.range == said.range);
        quotation.map_or_else(Vec::new, |quotation| article.uncut_words(quotation))
    }

    /// Where it is: the quotation, or the words of the record.
    pub fn place(&self, snapshot: &Snapshot) -> Option<FileRange> {
        let words = if self.is_record() {
            self.words(snapshot)
        } else {
            Vec::new()
        };
        self.place_among(&words)
    }

    /// The same for whoever has read its words already: those of a record may be many.
    pub fn place_among(&self, words: &[Word]) -> Option<FileRange> {
        let range = match self.utterance {
            Some(said) => said.range,
            None => cover(words.get(self.alike.there.clone())?)?,
        };
        Some(FileRange {
            file: self.file,
            range,
        })
    }
}

impl Snapshot {
    /// Whether it is an article that is compared with others: somebody looks at several together, or has
    /// their folder open.
    pub fn is_compared(&self, file: FileId) -> bool {
        self.kind(file) == FileKind::Article && self.is_comparing(file)
    }

    /// The digest of an article that is compared with others.
    pub fn digest_if_compared(&self, article: FileId) -> Option<&Digest> {
        self.is_compared(article).then(|| self.digest(article))
    }

    /// All that is said in an article and can be known again, in the order of the text, each with where else
    /// it stands; nothing, if the article is compared with none.
    pub fn compared(&self, article: FileId) -> Vec<Compared<'_>> {
        let own = self.digest_if_compared(article).into_iter();
        let said = own.flat_map(|own| &own.utterances);
        let compared = said.filter_map(|utterance| {
            let phrase = utterance.phrase.as_ref()?;
            Some(Compared {
                utterance,
                phrase,
                others: self.like_this(phrase, article),
            })
        });
        compared.collect()
    }

    /// Where else the words of the quotation at `at` stand: what people say in other articles, and records.
    /// Of the article itself no digest is needed.
    pub fn elsewhere(&self, article: FileId, at: usize) -> Vec<Elsewhere<'_>> {
        let phrase = self.analysis(article).phrase(at);
        let phrase = phrase.filter(|_| self.is_compared(article));
        phrase.map_or_else(Vec::new, |phrase| self.like_this(&phrase, article))
    }

    /// Where in other articles of the same root words like these stand. Only articles that have been digested
    /// are known.
    fn like_this(&self, phrase: &Phrase, here: FileId) -> Vec<Elsewhere<'_>> {
        // Letter by letter: looking at the folders of each path would take most of the time.
        let root = |file: FileId| self.surroundings(file).root.as_os_str();
        let mut files = self.like(phrase, here);
        files.retain(|file| root(*file) == root(here));
        let sought = phrase.sought();
        let mut all = Vec::new();
        for file in files {
            let digest = self.digest(file);
            let mut compare = |utterance, other| {
                // Most are not.
                if let Some(alike) = sought.alike(other) {
                    all.push(Elsewhere {
                        file,
                        digest,
                        utterance,
                        alike,
                    });
                }
            };
            // What people say in a record is told by the record.
            if let Some(record) = &digest.record {
                compare(None, record);
                continue;
            }
            for said in &digest.utterances {
                if let Some(other) = &said.phrase {
                    compare(Some(said), other);
                }
            }
        }
        all
    }
}
