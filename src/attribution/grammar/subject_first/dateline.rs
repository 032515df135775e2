//! The dateline that opens a report: `GENEVA (Reuters) -`.

use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Case, Kind};

/// No dateline is longer, in words and signs.
const LONGEST: usize = 14;

/// Where the text behind the dateline of a passage begins.
pub(super) fn end(passage: Sentence<'_>) -> usize {
    let tokens = passage.tokens;
    let Some(dash) = (1..tokens.len().min(LONGEST)).find(|at| passage.is_dash(*at)) else {
        return 0;
    };
    let is_place = tokens[0].is_capital()
        && tokens[..dash].iter().all(|token| {
            !matches!(token.kind, Kind::Word(Case::Small) | Kind::Quote(_))
                || token.is(Class::PARTICLE)
        });
    let is_all_capitals = matches!(tokens[0].kind, Kind::Word(Case::Capitals));
    let has_agency = tokens[..dash]
        .iter()
        .any(|token| token.kind == Kind::Close || token.is(Class::MEDIUM));
    if !is_place || !(is_all_capitals || has_agency) {
        return 0;
    }
    // Hyphens for a dash.
    (dash..tokens.len())
        .find(|at| !passage.is_dash(*at))
        .unwrap_or(tokens.len())
}
