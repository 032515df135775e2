//! What stands around a place of an article or a wire text.

use crate::attribution::{self, Passage as Read};
use crate::ide::sections::sections;
use crate::ide::selection_ranges::chain::Chain;
use crate::model::{Analysis, Passage, Quotation, quoted_passages};
use crate::syntax::ast::{self, Annotation};
use crate::syntax::{Block, BlockKind, SyntaxKind};
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::Snapshot;

/// A text whose places are asked about.
pub(super) struct Prose<'a> {
    analysis: &'a Analysis,
    text: &'a str,
    /// The blocks, and where each starts.
    blocks: Vec<(TextSize, &'a Block)>,
    sections: Vec<TextRange>,
    /// The passages, with the quotations that no sentence ends inside of.
    read: Vec<Read<'a>>,
    /// The sentences of the passage that was asked about last, by its place in the list.
    sentences: Option<(usize, Vec<TextRange>)>,
}

impl<'a> Prose<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, file: FileId) -> Prose<'a> {
        let analysis = snapshot.analysis(file);
        let blocks = snapshot.tree(file).blocks();
        Prose {
            analysis,
            text: snapshot.text(file),
            blocks: blocks.map(|(start, block)| (start, &**block)).collect(),
            sections: sections(snapshot, file),
            read: quoted_passages(&analysis.article).0,
            sentences: None,
        }
    }

    /// Puts what stands around the place of `chain`. What lies across something that was put before it is
    /// left out: so the order of what follows says what counts more.
    pub(super) fn put(&mut self, chain: &mut Chain<'_>, is_in_yaml: bool) {
        let offset = chain.offset();
        let next = self.blocks.partition_point(|(start, _)| *start <= offset);
        let around = next.checked_sub(1).map(|at| self.blocks[at]);
        if let Some((start, block)) = around {
            match block.kind() {
                BlockKind::FrontMatter => front_matter(chain, block, start, is_in_yaml),
                BlockKind::Comment => self.comment(chain, block, start),
                BlockKind::Heading | BlockKind::Paragraph => self.words(chain, block, start),
                BlockKind::Blank => {}
            }
        }
        for section in self.sections.iter().rev() {
            chain.put(*section);
        }
    }

    /// A heading or a paragraph.
    fn words(&mut self, chain: &mut Chain<'_>, block: &Block, start: TextSize) {
        let offset = chain.offset();
        self.comment(chain, block, start);
        in_tails(chain, block, start);
        if let Some(run) = run(block, start, offset) {
            chain.put_word(run);
        }
        let annotations: Vec<Annotation> = ast::annotations(block, start).collect();
        for annotation in annotations.iter().rev() {
            for part in parts(annotation, offset) {
                chain.put(part);
            }
        }
        let here = TextRange::at(start, block.len());
        let (mentions, dates) = (&self.analysis.mentions, self.analysis.dates());
        let first = mentions.partition_point(|mention| mention.range().start() < start);
        let named = mentions[first..].iter().map(|mention| mention.words);
        let first = dates.partition_point(|date| date.words.start() < start);
        let dates = dates[first..].iter().map(|date| date.words);
        let is_here = |words: &TextRange| words.start() < here.end();
        for words in named.take_while(is_here).chain(dates.take_while(is_here)) {
            chain.put(words);
        }
        let whole = |quotation: &Quotation| {
            let brace = quotation.who.as_ref().map(|who| who.range);
            brace.map_or(quotation.range, |brace| quotation.range.cover(brace))
        };
        let said = &self.analysis.article.quotations;
        let last = said.partition_point(|quotation| quotation.range.start() <= offset);
        let said = said[..last].iter().rev();
        let said: Vec<&Quotation> = said
            .filter(|quotation| whole(quotation).contains_inclusive(offset))
            .collect();
        for quotation in &said {
            let here = quotation
                .pieces
                .iter()
                .find(|piece| piece.contains_inclusive(offset));
            let inside = here.and_then(|piece| piece.intersect(quotation.words()));
            let all = whole(quotation);
            for range in inside
                .into_iter()
                .chain([quotation.words(), quotation.range, all])
            {
                chain.put(range);
            }
        }
        let said = said.into_iter();
        let innermost = said.filter_map(|quotation| {
            let mut pieces = quotation.pieces.iter();
            let piece = pieces.find(|piece| piece.contains_inclusive(offset))?;
            let inside = piece.intersect(quotation.words());
            inside.filter(|inside| inside.contains_inclusive(offset))
        });
        if let Some(inside) = innermost.min_by_key(|inside| inside.len()) {
            self.sentence_inside(chain, inside, &annotations);
        }
        self.sentence(chain, &annotations);
        if let Some(hashes) = signs(block) {
            let whole = TextRange::at(start, block.len());
            chain.put(TextRange::new(start + hashes.end(), whole.end()));
        }
        chain.put(TextRange::at(start, block.len()));
    }

    /// The comment of `block` around the place: a word, the name of a rule, what is inside, all of it.
    fn comment(&self, chain: &mut Chain<'_>, block: &Block, start: TextSize) {
        let comments = block
            .items()
            .iter()
            .filter(|item| item.kind == SyntaxKind::Comment);
        let mut comments = comments.map(|item| item.range + start);
        let Some(comment) = comments.find(|comment| comment.contains(chain.offset())) else {
            return;
        };
        let written = self.text[comment].trim_end();
        let inside = written.strip_prefix("<!--").unwrap_or(written);
        let inside = inside.strip_suffix("-->").unwrap_or(inside);
        let inside = TextRange::at(comment.start() + TextSize::of("<!--"), TextSize::of(inside));
        chain.put_word(inside);
        for allowed in &self.analysis.article.suppressions {
            chain.put(allowed.rule_range);
        }
        chain.put(inside);
        chain.put(comment);
    }

    /// The sentence around the place; what is said in it is a part of it, however many sentences that is.
    fn sentence(&mut self, chain: &mut Chain<'_>, annotations: &[Annotation]) {
        let offset = chain.offset();
        let Some((at, passage)) = passage(self.analysis, offset) else {
            return;
        };
        let known = self.sentences.take().filter(|(known, _)| *known == at);
        let lang = self.analysis.article.lang();
        let sentences = known.unwrap_or_else(|| (at, attribution::sentences(&self.read[at], lang)));
        let place = passage.wire.to_wire(offset);
        for sentence in near(&sentences.1, place) {
            chain.put(widened(passage.wire.to_source(sentence), annotations));
        }
        self.sentences = Some(sentences);
    }

    /// The sentence around the place in the quoted words `inside`.
    fn sentence_inside(
        &self,
        chain: &mut Chain<'_>,
        inside: TextRange,
        annotations: &[Annotation],
    ) {
        let Some((_, passage)) = passage(self.analysis, chain.offset()) else {
            return;
        };
        let start = passage.wire.to_wire(inside.start());
        let quoted = Read {
            text: passage.wire.words(inside),
            is_heading: passage.is_heading,
            quotes: Vec::new(),
        };
        let sentences = attribution::sentences(&quoted, self.analysis.article.lang());
        let place = passage.wire.to_wire(chain.offset());
        for sentence in near(&sentences, place.checked_sub(start).unwrap_or_default()) {
            let source = passage.wire.to_source(sentence + start);
            chain.put(widened(source, annotations));
        }
    }
}

/// The sentence at a place of the words, and those beside it: with the annotations that they begin or end
/// in, the place may be in one of them.
fn near(sentences: &[TextRange], place: TextSize) -> impl Iterator<Item = TextRange> {
    let next = sentences.partition_point(|sentence| sentence.start() <= place);
    let beside = [next.checked_sub(1), next.checked_sub(2), Some(next)];
    let beside = beside.into_iter().flatten();
    beside.filter_map(|at| sentences.get(at).copied())
}

fn passage(analysis: &Analysis, offset: TextSize) -> Option<(usize, &Passage)> {
    let passages = &analysis.article.passages;
    let next = passages.partition_point(|passage| passage.range.start() <= offset);
    let at = next.checked_sub(1)?;
    Some((at, &passages[at]))
}

/// The lines between the fences, and with them.
fn front_matter(chain: &mut Chain<'_>, block: &Block, start: TextSize, is_in_yaml: bool) {
    let of = |kind| {
        let items = block.items().iter().filter(move |item| item.kind == kind);
        let ranges = items.map(|item| item.range + start);
        ranges.reduce(TextRange::cover)
    };
    if let Some(yaml) = of(SyntaxKind::Yaml) {
        if !is_in_yaml {
            chain.put_word(yaml);
        }
        chain.put(yaml);
    }
    if let Some(fences) = of(SyntaxKind::Fence) {
        chain.put(fences);
    }
}

/// In the tail of an annotation: an id, a date, a class, a value, a key with its value.
fn in_tails(chain: &mut Chain<'_>, block: &Block, start: TextSize) {
    let is_part = |kind| {
        use SyntaxKind as K;
        matches!(kind, K::Id | K::DateValue | K::Class | K::Key | K::Value)
    };
    let items = block.items();
    for part in items.iter().filter(|item| is_part(item.kind)) {
        if part.kind == SyntaxKind::Value {
            chain.put_word(part.range + start);
        }
        chain.put(part.range + start);
    }
    for three in items.windows(3) {
        if three[0].kind == SyntaxKind::Key && three[2].kind == SyntaxKind::Value {
            chain.put(three[0].range.cover(three[2].range) + start);
        }
    }
}

/// The words around `offset` up to the next annotation on either side.
fn run(block: &Block, start: TextSize, offset: TextSize) -> Option<TextRange> {
    let mut run: Option<TextRange> = None;
    for item in block.items().iter().filter(|item| item.kind.is_wire()) {
        let range = item.range + start;
        run = match run {
            Some(before) if before.end() == range.start() => Some(before.cover(range)),
            Some(before) if before.contains_inclusive(offset) => return Some(before),
            _ => Some(range),
        };
    }
    run.filter(|run| run.contains_inclusive(offset))
}

/// What belongs together in an annotation, from the inside out. What stands before a tail counts more
/// than the tail.
fn parts(annotation: &Annotation, offset: TextSize) -> Vec<TextRange> {
    let (words, range, tail) = match annotation {
        Annotation::Mention { range, words, .. } | Annotation::Date { range, words, .. } => {
            let tail = TextRange::new(words.end() + TextSize::of(']'), range.end());
            (Some(*words), *range, tail)
        }
        Annotation::Speech {
            range,
            words,
            brace,
        } => (Some(*words), *range, brace.range),
        Annotation::Brace { mark, brace } => (None, mark.cover(brace.range), brace.range),
    };
    let tail = (tail.start() < offset).then_some(tail);
    // The mark alone does not belong to its brace: the quotation does.
    let range = words.map(|_| range);
    words.into_iter().chain(tail).chain(range).collect()
}

/// `words` with all of the annotations that they begin or end in.
fn widened(words: TextRange, annotations: &[Annotation]) -> TextRange {
    annotations.iter().fold(words, |words, annotation| {
        let whole = match annotation {
            Annotation::Mention { range, .. }
            | Annotation::Date { range, .. }
            | Annotation::Speech { range, .. } => *range,
            Annotation::Brace { mark, brace } => mark.cover(brace.range),
        };
        let meets = words.intersect(whole).is_some_and(|both| !both.is_empty());
        if meets && !whole.contains_range(words) {
            words.cover(whole)
        } else {
            words
        }
    })
}

/// The signs of a heading.
fn signs(block: &Block) -> Option<TextRange> {
    let mut first = block.items().iter().take(2);
    let hashes = first.find(|item| item.kind == SyntaxKind::Hashes)?;
    Some(hashes.range)
}
