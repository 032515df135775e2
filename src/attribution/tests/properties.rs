//! What holds for any text.

use proptest::prelude::*;

use super::quotes;
use crate::attribution::{Passage, Prose, read};
use crate::text::{TextRange, len_of};

/// Pieces of which news is made, in all languages that are read, and what wire copy does to them.
const PIECES: &[&str] = &[
    "وقال",
    "قال",
    "وأضاف",
    "مضيفا",
    "أن",
    "إن",
    "إلى",
    "الوزير",
    "سمير الحداد",
    "وكان",
    "قد",
    "الذي",
    "ما",
    "وصفه",
    "بحسب",
    "على حد قوله",
    "نقلا عن",
    "نقلت",
    "عن",
    "لوكالة",
    "لـ",
    "كما",
    "فيلم",
    "المزعوم",
    "مصادر",
    "للصحفيين",
    "،",
    "؛",
    "؟",
    "ـ",
    "َ",
    "said",
    "told",
    "Anna",
    "Mr.",
    "according to",
    "that",
    "sagte",
    "erklärte",
    "laut",
    "der Sprecher",
    "dass",
    "„",
    "“",
    "”",
    "\"",
    "«",
    "»",
    "''",
    "'",
    "(",
    ")",
    ":",
    ".",
    "...",
    "…",
    "—",
    "-",
    ",",
    ";",
    "!",
    " ",
    "\n",
    "\r\n",
    "\u{200f}",
    "\u{feff}",
    "12.5",
    "é",
    "e\u{301}",
    "中",
    "🙂",
    "a",
    "و",
    "ف",
    "ل",
    "ب",
    "س",
    "ال",
    "لل",
    "\0",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let spaced =
        (piece, any::<bool>()).prop_map(|(piece, space)| if space { piece + " " } else { piece });
    prop::collection::vec(spaced, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// Every quotation is read, and every place that is named lies in its passage.
    #[test]
    fn every_text_is_read(
        texts in prop::collection::vec(text(), 0..4),
        lang in prop::sample::select(&["ar", "en", "de", "fr", "xx"][..]),
        is_heading in any::<bool>(),
    ) {
        let passages: Vec<Passage<'_>> = texts
            .iter()
            .map(|text| Passage { text, is_heading, quotes: quotes(text) })
            .collect();
        let reading = read(&Prose { lang, passages: &passages });
        let holds = |passage: usize, range: TextRange| {
            let text = passages[passage].text;
            range.end() <= len_of(text) && text.get(usize::from(range.start())..usize::from(range.end())).is_some()
        };
        for (at, (passage, read)) in passages.iter().zip(&reading.passages).enumerate() {
            prop_assert_eq!(passage.quotes.len(), read.quotations.len());
            let quoted = read.quotations.iter().filter_map(|quotation| quotation.source.as_ref());
            let stated = read.statements.iter().map(|statement| &statement.source);
            for source in quoted.chain(stated) {
                for words in source.clone().words_mut() {
                    prop_assert!(words.back <= at && holds(at - words.back, words.range));
                }
            }
            for statement in &read.statements {
                prop_assert!(holds(at, statement.content) && !statement.content.is_empty());
            }
        }
    }
}
