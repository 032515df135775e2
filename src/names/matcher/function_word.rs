//! Function words that folding, or capitals, would take for names.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::word_list;
use crate::names::fold::{fold_text, spelled};
use crate::names::script::last_word;

/// Arabic words with an alef maqsura or a hamza that names lack, and the other way round. Folded,
/// `علي` is the preposition `على`, and `آن` is any `أن`.
const ARABIC: &str = "\
    على إلى حتى متى لدى سوى مني عني مدى أن إن آن أنا أنى أنت أو أي أية أم أما إما ألا \
    إلا إذا إذ أين إياه أيضا أخرى أمام منذ هذه هنا كما كلا لما ذلك بل لا ما من في هل يا";

/// English words that capitals turn into a name or an acronym: `TELL US WHO`.
const ENGLISH: &str = "am an and as at be he in is it mark may on or so that us who will april";

/// Whether a folded Arabic word is told from a function word by its spelling alone.
pub(super) fn resembles_arabic(folded: &str) -> bool {
    static FOLDED: LazyLock<BTreeSet<String>> =
        LazyLock::new(|| ARABIC.split(' ').map(fold_text).collect());
    FOLDED.contains(folded)
}

/// Whether an Arabic word is a function word, letter by letter.
pub(super) fn is_arabic(word: &str) -> bool {
    let word = spelled(word);
    word_list::contains(ARABIC, &word)
}

/// Whether a folded word in a text that is all capitals may well be a word and no name.
pub(super) fn is_english(folded: &str) -> bool {
    word_list::contains(ENGLISH, folded)
}

/// Whether the letters of a one-word name are another English word where they stand: a month that
/// is told by a number or a preposition, a verb before what it governs. `before` is the folded text
/// up to it, `next` the word behind the space after it as it is written, if there is one.
pub(super) fn is_english_here(name: &str, before: &str, next: Option<&str>) -> bool {
    const AUXILIARIES: &str = "will may";
    const VERBS: &str = "mark grant sue rob hope chase";
    const MONTHS: &str = "may april june august";
    const BEFORE_MONTHS: &str = "in since until till last next early late mid this";
    const GOVERNED: &str = "\
        i you he she it we they this that these those the a an my your his her its our their us \
        them there any all no not such what who";
    let is_auxiliary = word_list::contains(AUXILIARIES, name);
    let is_month = word_list::contains(MONTHS, name);
    if !is_auxiliary && !is_month && !word_list::contains(VERBS, name) {
        return false;
    }
    let is_number = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    let previous = last_word(before.trim_end_matches([' ', '-']));
    let is_dated = word_list::contains(BEFORE_MONTHS, previous)
        || is_number(previous)
        || next.is_some_and(is_number);
    // `Will Smith` is somebody else, `Will Trump go?` nobody.
    let goes_on = next.is_some_and(|next| next.starts_with(char::is_uppercase));
    let governs = next.is_some_and(|next| word_list::contains(GOVERNED, &next.to_lowercase()));
    (is_month && is_dated)
        || (is_auxiliary && goes_on)
        || (!previous_is_in_sentence(before) && governs)
}

/// Whether a word of the same sentence stands before a place.
fn previous_is_in_sentence(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '"', '\'', '(', '[', '-', '–', '—', '*', '_']);
    !before.is_empty() && !before.ends_with(['.', '!', '?', ':', '…', '\u{2029}'])
}
