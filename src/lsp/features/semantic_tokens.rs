//! `textDocument/semanticTokens/full`, `full/delta`, `range`.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::semantic_tokens::{self, Modifier, TokenKind};
use crate::lsp::convert::{Places, text_range};
use crate::lsp::view::View;
use crate::text::{TextRange, len_of};

/// What the numbers in tokens mean.
pub(in crate::lsp) fn legend() -> lsp::SemanticTokensLegend {
    let names = |(name, _): &(&str, _)| (*name).to_owned();
    lsp::SemanticTokensLegend {
        token_types: TokenKind::ALL.iter().map(names).collect(),
        token_modifiers: Modifier::ALL
            .iter()
            .map(|(name, _)| (*name).to_owned())
            .collect(),
    }
}

pub(in crate::lsp) fn full(view: &View, sent: &Sent) -> lsp::SemanticTokens {
    let tokens = Arc::new(tokens(view, None));
    let result_id = sent.keep(view.path(), &tokens);
    lsp::SemanticTokens {
        result_id: Some(result_id),
        data: Arc::unwrap_or_clone(tokens),
    }
}

/// What has changed since the answer with the id `previous`; all, where that is not known any more.
pub(in crate::lsp) fn delta(
    view: &View,
    sent: &Sent,
    previous: &str,
) -> lsp::SemanticTokensDeltaResponse {
    let Some(old) = sent.get(view.path(), previous) else {
        return full(view, sent).into();
    };
    let new = Arc::new(tokens(view, None));
    let result_id = sent.keep(view.path(), &new);
    let edits = edit(&old, &new).into_iter().collect();
    lsp::SemanticTokensDelta {
        result_id: Some(result_id),
        edits,
    }
    .into()
}

pub(in crate::lsp) fn range(view: &View, range: lsp::Range) -> lsp::SemanticTokens {
    lsp::SemanticTokens {
        result_id: None,
        data: tokens(view, Some(text_range(view, range))),
    }
}

/// The tokens that were sent last for each document, as far as they are kept.
#[derive(Debug, Clone, Default)]
pub(in crate::lsp) struct Sent {
    last: Arc<Mutex<Last>>,
}

#[derive(Debug, Default)]
struct Last {
    answers: u64,
    /// The latest last.
    kept: VecDeque<Kept>,
}

#[derive(Debug)]
struct Kept {
    path: PathBuf,
    id: String,
    tokens: Arc<Vec<lsp::SemanticToken>>,
}

/// Of how many documents the tokens are kept.
const MOST: usize = 16;

impl Sent {
    /// Keeps what is sent of a document in place of what was sent of it before; its id.
    fn keep(&self, path: &Path, tokens: &Arc<Vec<lsp::SemanticToken>>) -> String {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.answers += 1;
        let id = last.answers.to_string();
        last.kept.retain(|kept| kept.path != path);
        if last.kept.len() == MOST {
            last.kept.pop_front();
        }
        last.kept.push_back(Kept {
            path: path.to_owned(),
            id: id.clone(),
            tokens: Arc::clone(tokens),
        });
        id
    }

    fn get(&self, path: &Path, id: &str) -> Option<Arc<Vec<lsp::SemanticToken>>> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let mut kept = last.kept.iter();
        let kept = kept.find(|kept| kept.path == path && kept.id == id)?;
        Some(Arc::clone(&kept.tokens))
    }
}

/// The tokens that lie in `wanted`, or all; none runs over the end of a line.
fn tokens(view: &View, wanted: Option<TextRange>) -> Vec<lsp::SemanticToken> {
    let text = view.text();
    let places = Places::new(view, view.file);
    let mut tokens = Vec::new();
    let mut last = lsp::Position::default();
    for token in semantic_tokens::semantic_tokens(&view.snapshot, view.file) {
        for piece in lines(text, token.range) {
            let is_wanted =
                |wanted: TextRange| wanted.start() < piece.end() && piece.start() < wanted.end();
            if !wanted.is_none_or(is_wanted) {
                continue;
            }
            let place = places.range(piece);
            let (start, end) = (place.start, place.end);
            let is_same_line = start.line == last.line;
            tokens.push(lsp::SemanticToken {
                delta_line: start.line - last.line,
                delta_start: start.character - if is_same_line { last.character } else { 0 },
                length: end.character - start.character,
                token_type: token.kind as u32,
                token_modifiers_bitset: token.modifiers.bits,
            });
            last = start;
        }
    }
    tokens
}

/// The parts of `range` that stand on each of its lines, without line ends.
fn lines(text: &str, range: TextRange) -> impl Iterator<Item = TextRange> {
    let mut at = range.start();
    let lines = text[range].split_inclusive(['\n', '\r']);
    let lines = lines.map(move |line| {
        let start = at;
        at += len_of(line);
        TextRange::at(start, len_of(line.trim_end_matches(['\n', '\r'])))
    });
    lines.filter(|line| !line.is_empty())
}

/// The one edit that makes `new` of `old`; `None` where they are the same. Its numbers count
/// integers, of which each token has five.
fn edit(old: &[lsp::SemanticToken], new: &[lsp::SemanticToken]) -> Option<lsp::SemanticTokensEdit> {
    let same = |(old, new): &(&lsp::SemanticToken, &lsp::SemanticToken)| old == new;
    let start = old.iter().zip(new).take_while(same).count();
    if start == old.len() && start == new.len() {
        return None;
    }
    let (old, new) = (&old[start..], &new[start..]);
    let end = old.iter().rev().zip(new.iter().rev());
    let end = end.take_while(same).count();
    let inserted = new[..new.len() - end].iter().flat_map(|token| {
        [
            token.delta_line,
            token.delta_start,
            token.length,
            token.token_type,
            token.token_modifiers_bitset,
        ]
    });
    Some(lsp::SemanticTokensEdit {
        start: start as u32 * 5,
        delete_count: (old.len() - end) as u32 * 5,
        data: Some(inserted.collect()),
    })
}
