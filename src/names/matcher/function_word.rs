//! Function words that folding, or capitals, would take for names.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::word_list;
use crate::names::fold::{fold, spelled};

/// Arabic words with an alef maqsura or a hamza that names lack, and the other way round. Folded,
/// `علي` is the preposition `على`, and `آن` is any `أن`.
const ARABIC: &str = "\
    على إلى حتى متى لدى سوى مني عني مدى أن إن آن أنا أنى أنت أو أي أية أم أما إما ألا \
    إلا إذا إذ أين إياه أيضا أخرى أمام منذ هذه هنا كما كلا لما ذلك بل لا ما من في هل يا";

/// English words that capitals turn into a name or an acronym: `TELL US WHO`.
const ENGLISH: &str = "am an and as at be he in is it mark may on or so that us who will april";

/// Whether a folded Arabic word is told from a function word by its spelling alone.
pub(super) fn resembles_arabic(folded: &str) -> bool {
    static FOLDED: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let folded = ARABIC.split(' ').map(|word| fold(word).text().to_owned());
        folded.collect()
    });
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
