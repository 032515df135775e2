//! The same utterance in other articles.

use crate::model::wording::{Alike, Phrase, Word, cover};
use crate::model::{Digest, Utterance};
use crate::text::{FileId, FileRange};
use crate::workspace::{FileKind, Snapshot};

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
        let range = match self.utterance {
            Some(said) => said.range,
            None => cover(self.words(snapshot).get(self.alike.there.clone())?)?,
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

    /// Where in other articles of the same root words like these stand: what people say there, and records.
    /// Only articles that have been digested are known.
    pub fn elsewhere(&self, here: FileId, phrase: &Phrase) -> Vec<Elsewhere<'_>> {
        let root = &self.surroundings(here).root;
        let mut files = self.like(phrase, here);
        files.retain(|file| self.surroundings(*file).root == *root);
        let all = files.into_iter().flat_map(|file| {
            let digest = self.digest(file);
            let record = digest.record.iter().map(|record| (None, record));
            let said = digest.utterances.iter();
            let said = said.filter_map(|it| Some((Some(it), it.phrase.as_ref()?)));
            // What people say in a record is told by the record.
            let said = said.filter(|_| digest.record.is_none());
            record.chain(said).filter_map(move |(utterance, other)| {
                Some(Elsewhere {
                    file,
                    digest,
                    utterance,
                    alike: phrase.alike(other)?,
                })
            })
        });
        all.collect()
    }
}
