//! What may be written onto the front of a name: proclitics of Arabic and Hebrew, elided articles
//! and prepositions of Romance languages, prefixes with a hyphen.
//!
//! Everything here looks at folded text (see [`fold`](crate::names::fold)).

use super::word_list;

/// The Arabic article. A preposition `ل` before it takes its alef away: `ل` + `الناتو` is `للناتو`.
pub(super) const ARABIC_ARTICLE: &str = "ال";

/// The Hebrew article. The prepositions of [`HEBREW_MERGING`] swallow it: `ב` + `הכנסת` is `בכנסת`.
pub(super) const HEBREW_ARTICLE: &str = "ה";

const HEBREW_MERGING: [char; 3] = ['ב', 'ל', 'כ'];

/// What bears on the proclitics that a name may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Host {
    /// Number of letters. The shorter a name, the likelier is a proclitic before it the first
    /// letter of another word: `ريم` in `كريم`, `רון` in `שרון`.
    pub(super) letters: usize,
    /// Persons never gain an article: `العمر` is not `عمر`.
    pub(super) gains_article: bool,
}

/// Whether the letters `run` before an Arabic name, back to the start of the word, are proclitics:
/// a conjunction, a preposition, the article, each at most once and in this order.
pub(super) fn is_arabic(run: &str, host: Host) -> bool {
    let (conjunctions, prepositions): (&[char], &[char]) = match host.letters {
        0..=2 => return false,
        3 => (&['و'], &['ل', 'ب']),
        _ => (&['و', 'ف'], &['ل', 'ب', 'ك']),
    };
    let rest = run.strip_prefix(conjunctions).unwrap_or(run);
    let after_lam = rest.strip_prefix('ل');
    let rest = rest.strip_prefix(prepositions).unwrap_or(rest);
    let is_article = rest == ARABIC_ARTICLE || after_lam == Some("ل");
    rest.is_empty() || (host.gains_article && is_article)
}

/// Whether a language writes Arabic letters but no Arabic proclitics.
pub(super) fn lacks_arabic_proclitics(language: &str) -> bool {
    matches!(
        language,
        "fa" | "ur" | "ps" | "ckb" | "ku" | "ug" | "sd" | "pa"
    )
}

/// Whether `run` is the preposition that takes the alef of an Arabic article away, with at
/// most a conjunction before it.
pub(super) fn takes_arabic_article(run: &str) -> bool {
    matches!(run, "ل" | "ول" | "فل")
}

/// Whether the letters `run` before a Hebrew name, back to the start of the word, are proclitics.
pub(super) fn is_hebrew(run: &str, host: Host) -> bool {
    let prepositions: &[char] = match (host.letters, host.gains_article) {
        (0..=2, _) => return false,
        (3, false) => &['ל'],
        (3, true) => &['ל', 'ב', 'מ'],
        _ => &['ל', 'ב', 'מ', 'כ'],
    };
    let conjunctions = ["כש", "מש", "לכש", "ש"];
    let rest = run.strip_prefix('ו').unwrap_or(run);
    let conjunction = conjunctions
        .iter()
        .find_map(|conjunction| rest.strip_prefix(conjunction));
    let rest = conjunction.filter(|_| host.letters > 3).unwrap_or(rest);
    let rest = rest.strip_prefix(prepositions).unwrap_or(rest);
    rest.is_empty() || (host.gains_article && host.letters > 3 && rest == HEBREW_ARTICLE)
}

/// Whether `run` is a preposition that swallows a Hebrew article, with at most conjunctions
/// before it.
pub(super) fn takes_hebrew_article(run: &str) -> bool {
    let rest = run.strip_suffix(HEBREW_MERGING);
    rest.is_some_and(|rest| matches!(rest, "" | "ו" | "ש" | "וש"))
}

/// Words that look like a proclitic and a name but are words of their own, most of them names.
const UNSPLITTABLE: &str = "\
    باسم باسل بدور بسام بشار بلال بلقيس بعمر بهاء بهجت فاتن فادي فارس فراس فرات فعلي \
    فهيم فيصل كامل كرامي كريم كمال لبيب لمياء ليلي وجدان وحيد وديع وسام وسيم وصال وفاء \
    وليد وهيب ברון לאור לביא לירון לפיד ולדימיר";

/// Whether what looks like proclitics and the first word of a name is a word of its own, perhaps
/// behind a conjunction.
pub(super) fn is_unsplittable(proclitics: &str, word: &str) -> bool {
    let behind_conjunction = proclitics.strip_prefix(['و', 'ف', 'ו']);
    let mut starts = [Some(proclitics), behind_conjunction].into_iter().flatten();
    starts.any(|start| {
        !start.is_empty() && word_list::contains(UNSPLITTABLE, &format!("{start}{word}"))
    })
}

/// Whether `word` stands before an apostrophe for a word that lost its vowel to the name.
pub(super) fn is_elided(language: &str, word: &str) -> bool {
    let elided = match language {
        "fr" | "oc" => "l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu",
        "it" => "l d un all dall dell nell sull coll quell quest anch dev cos com c s v n m t",
        "ca" => "l d s n m t",
        _ => return false,
    };
    word_list::contains(elided, word)
}

/// Whether `word` is a prefix that a hyphen joins to names, also where it is capitalised.
pub(super) fn is_hyphenated_prefix(word: &str) -> bool {
    const PREFIXES: &str = "\
        al anti contra el ex inter mid nicht non post pre pro trans ultra анти про";
    word_list::contains(PREFIXES, word)
}
