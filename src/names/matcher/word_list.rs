//! Lists of words, each written as one text, parted by spaces: they stay readable in every script.

/// Whether `word` is in the list.
pub(super) fn contains(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}
