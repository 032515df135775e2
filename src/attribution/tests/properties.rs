//! What holds for every text.

use proptest::prelude::*;

use super::super::language::LANGUAGES;
use super::super::{Passage, Prose, Quote, read};
use super::range;

/// Pieces of news in any order, and what may come between them.
fn pieces() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Smith",
        "the",
        "minister",
        "said",
        "says",
        "told",
        "saying",
        "to say",
        "was called",
        "that",
        "who",
        "what",
        "and",
        "according to",
        "claim",
        "his",
        "’s",
        "by",
        "with",
        "not",
        "\"Yes\"",
        "“No,”",
        "«Oui»",
        "„Ja“",
        "=\"x\"",
        ",",
        ".",
        ":",
        ";",
        "–",
        "--",
        "(",
        ")",
        " ",
        "\n",
        "2025",
        "U.S.",
        "dit-il",
        "l’",
        "qu’",
        "a déclaré",
        "selon",
        "sagte",
        "er",
        "sei",
        "dass",
        "laut",
        "so",
        "nach Angaben der",
        "seiner Meinung nach",
        "den Vorwurf der Stadt,",
        "von mehreren",
        "Das sagte",
        "auf dem stand:",
        "wurde",
        "zitiert",
        "zurück",
        "قال",
        "وأضاف",
        "أن",
        "إن",
        "é",
        "e\u{301}",
        "😀",
        "\u{200f}",
        "",
    ]);
    let anything = prop_oneof![9 => words.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(anything, 0..40).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn every_place_lies_in_its_passage(
        texts in prop::collection::vec((pieces(), any::<bool>()), 1..4),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let passages: Vec<Passage<'_>> = texts
            .iter()
            .map(|(text, is_heading)| Passage {
                text,
                is_heading: *is_heading,
                quotes: quotes(text, &cuts),
            })
            .collect();
        for language in LANGUAGES {
            let reading = read(&Prose { lang: language.code, passages: &passages }, None);
            for (at, (read, passage)) in reading.passages().zip(&passages).enumerate() {
                prop_assert_eq!(read.quotations.len(), passage.quotes.len());
                let sources = read.quotations.iter().filter_map(|found| found.source.as_ref());
                for said in &read.statements {
                    prop_assert!(passage.text.get(usize::from(said.content.start())..usize::from(said.content.end())).is_some());
                }
                for source in sources.chain(read.statements.iter().map(|said| &said.source)) {
                    for words in source.clone().words_mut() {
                        prop_assert!(words.back <= at);
                        let text = passages[at - words.back].text;
                        let (start, end) = (words.range.start().into(), words.range.end().into());
                        prop_assert!(text.get(start..end).is_some_and(|words: &str| !words.is_empty()));
                    }
                }
            }
        }
    }
}

/// Quotations between any two places of the text.
fn quotes(text: &str, cuts: &[prop::sample::Index]) -> Vec<Quote> {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    if places.is_empty() {
        return Vec::new();
    }
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| *cut.get(&places)).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts.chunks_exact(2)
        .map(|cut| Quote {
            range: range(cut[0], cut[1]),
            goes_on: false,
        })
        .collect()
}

/// A long paragraph takes no longer, by the word, than a short one.
#[test]
fn a_long_passage_is_read_in_one_go() {
    let hostile = [
        "Smith said that the the of of and who said “so” (he said, ",
        "Meier sagte, dass die der von und wer sagte „so“ (er sagte, ",
        "Er sei der „so“, der dass in dem die Angaben der ",
        "Das sagte wie „so“ und der Sprecher der Stadt, so Abel: ",
    ];
    for sentence in hostile {
        read_in_every_language(&sentence.repeat(20_000));
    }
}

fn read_in_every_language(text: &str) {
    let quotes: Vec<Quote> = ["“so”", "„so“"]
        .iter()
        .flat_map(|so| text.match_indices(so))
        .map(|(at, so)| Quote {
            range: range(at, at + so.len()),
            goes_on: false,
        })
        .collect();
    for language in LANGUAGES {
        let passages = [Passage {
            text,
            is_heading: false,
            quotes: Clone::clone(&quotes),
        }];
        let prose = Prose {
            lang: language.code,
            passages: &passages,
        };
        assert_eq!(read(&prose, None).passages().count(), 1);
    }
}
