//! What holds for every article, however it is made.

use std::ops::Range;

use isnad::ide::Locale;
use isnad::ide::actions::{Asked, Choice, actions, edits};
use isnad::rules::{Applicability, Diagnostic, Fix};
use isnad::text::{TextRange, TextSize, edited};
use isnad::workspace::Workspace;
use proptest::prelude::*;

use crate::laws::desk::{ARTICLE, bring, errors, file, fresh, open, set, stripped};
use crate::laws::editing;

/// Paragraphs in which who speaks is said, or depends on those before.
const NEWS: &[&str] = &[
    "Transport Minister Laila Haddad said the bridge was closed.",
    "“We will not close it this year,” Haddad said.",
    "“Not this year.” It rained. “Not ever,” she added.",
    "The mayor, Omar Aziz, added:",
    "“Nobody asked us about it, nobody at all.”",
    "On Tuesday, 4 March 2026, Leila Hadad met Omar Aziz; a day later, Haddad left.",
    "“It runs on\n\n“over two paragraphs,” Aziz told reporters.",
    "أعلنت وزيرة النقل، ليلى حداد، أن المعبر سيبقى مغلقا.",
    "وأضافت: \"لن نغلق المعبر هذا العام\".",
    "وقال عمر عزيز: \"لم يسألنا أحد عن ذلك\".",
    "# Haddad: “Never”",
];

/// Declares persons whom the paragraphs of `NEWS` spell otherwise, or name as others do.
const NAMED: &str = "lang: en\ndate: 2026-03-14\nentities:\n  h: {type: person, name: Leila Haddad, aka: [Haddad]}\n  \
    aziz: {type: person, name: Omar Asiz}";

const PIECES: &[&str] = &[
    "---\n",
    "lang: ar\n",
    "lnag: ar\n",
    "wier: story.txt\n",
    "entities:\n",
    "  a: {type: person, name: Laila Haddad, aka: [Haddad]}\n",
    "  ليلى: {name: ليلى حداد, anonymous: true}\n",
    "  aa: {type: person, name: Omar Haddad, aka: [Haddad], role: mayor, of: a}\n",
    "source: [a]\n",
    "source: [a، ليلى]\n",
    "source: a، ليلى\n",
    "  c: {nmae: Leila Had\u{200b}dad, aka: [b،c، d, e، *f]}\n",
    "<<<<<<< HEAD\n",
    "=======\n",
    ">>>>>>> desk\n",
    "# ",
    "“",
    "”",
    "\"",
    "''",
    "„",
    "«",
    "»",
    "「",
    "」",
    "[",
    "]",
    "](#a)",
    "](#aa)",
    "](#а)",
    "{لیلى}",
    "](=2025)",
    "](=2025-2-30)",
    "](=2025/3/4)",
    "](=٢٠٢٥/٣/٤)",
    "](=4 March 2025)",
    "date: 2025-3-6\n",
    "dateline: {date: 2025/03/07}\n",
    "Tuesday, March 5",
    "اليوم الجمعة",
    "yesterday",
    "]{a}",
    "{a}",
    "{b < a}",
    "{+}",
    "{?}",
    "{-}",
    " Omar Haddad said",
    " she said that ",
    "وقالت ليلى حداد: ",
    "وأضافت",
    "{a > ليلى}",
    "{",
    "}",
    " {a}",
    "<!-- isnad: allow unclosed-quote -->\n",
    "<!-- isnad: allow unclosed-quotes — x -->\n",
    "<!--",
    "-->",
    "\\",
    "Laila Haddad",
    "Leila Haddad",
    "Haddad",
    "Senator Omar Haddad",
    "وليلى حداد",
    "(x y)",
    "😀",
    "e\u{301}",
    "日本",
    "\u{202e}",
    "\u{200f}",
    "\u{2067}",
    "\u{2069}",
    "\u{200b}",
    "\u{200c}",
    "\u{ad}",
    "\u{feff}",
    "\r\n",
    "\n",
    "\n\n",
    " ",
];

fn pieces() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(PIECES);
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Articles that declare two of one name.
pub(crate) fn articles() -> impl Strategy<Value = String> {
    const FRONT: &str = "---\nlang: en\nentities:\n  a: {type: person, name: Laila Haddad, aka: [Haddad]}\n  \
        aa: {type: person, name: Omar Haddad, aka: [Haddad], role: mayor, of: a}\n---\n\n";
    prop_oneof![
        pieces(),
        pieces().prop_map(|pieces| FRONT.to_owned() + &pieces)
    ]
}

fn fixed(text: &str, fix: &Fix) -> String {
    let mut text = text.to_owned();
    for edit in fix.edits.iter().rev() {
        text.replace_range(Range::<usize>::from(edit.edit.range), &edit.edit.text);
    }
    text
}

proptest! {
    #[test]
    fn findings_stand_in_the_text_and_have_one_style(text in pieces()) {
        for finding in fresh(&text) {
            prop_assert!(!finding.message.ends_with('.'), "{finding:?}");
        }
    }

    #[test]
    fn a_safe_fix_changes_no_word_and_leaves_nothing_to_fix(text in articles()) {
        let found = fresh(&text);
        for finding in &found {
            for fix in finding.fixes.iter().filter(|fix| fix.applicability != Applicability::Unsafe) {
                let after = fixed(&text, fix);
                let is_of_words = finding.rule == "parenthesis-in-quote";
                prop_assert!(!is_of_words || !fix.applicability.is_safe());
                if !is_of_words {
                    prop_assert_eq!(stripped(&after), stripped(&text), "{} in {:?}", fix.title, text);
                }
                let of_rule = |found: &[Diagnostic]| {
                    found.iter().filter(|other| other.rule == finding.rule).count()
                };
                let (before, left) = (of_rule(&found), of_rule(&fresh(&after)));
                prop_assert!(left < before, "{} in {:?}", fix.title, text);
            }
        }
    }

    #[test]
    fn what_can_be_done_changes_no_word_and_makes_no_error(
        text in articles(),
        ends in any::<[prop::sample::Index; 2]>(),
    ) {
        let snapshot = open(ARTICLE, &text);
        let file = file(&snapshot, ARTICLE);
        let ends = ends.map(|end| {
            let end = end.index(text.len() + 1);
            TextSize::new((end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(end) as u32)
        });
        let bring = &bring;
        let found = actions(&Asked {
            snapshot: &snapshot,
            file,
            range: TextRange::new(ends[0].min(ends[1]), ends[0].max(ends[1])),
            locale: Locale::English,
            is_wanted: &|_| true,
            bring,
        });
        for action in found {
            let edits = edits(&snapshot, file, &action.choice, bring);
            prop_assert!(edits.is_some(), "{} in {:?}", action.title, text);
            let edits: Vec<_> = edits.into_iter().flatten().map(|edit| edit.edit).collect();
            let in_order =
                edits.windows(2).all(|pair| pair[0].range.end() <= pair[1].range.start());
            prop_assert!(in_order, "{} in {:?}: {:?}", action.title, text, edits);
            // What the fixes of rules may change is told above.
            if let Choice::Fix(_) = action.choice {
                continue;
            }
            let after = edited(&text, &edits);
            prop_assert_eq!(stripped(&after), stripped(&text), "{} in {:?}", action.title, text);
            let (before, left) = (errors(&fresh(&text)), errors(&fresh(&after)));
            prop_assert!(left <= before, "{} in {:?}", action.title, text);
        }
    }

    #[test]
    fn an_edited_article_is_a_fresh_one(texts in proptest::collection::vec(pieces(), 1..5)) {
        let mut workspace = Workspace::new();
        for text in &texts {
            set(&mut workspace, ARTICLE, text);
            editing::look_alike(&workspace.snapshot(), text);
        }
    }

    #[test]
    fn a_paragraph_that_changes_is_read_as_if_all_were(
        mut paragraphs in proptest::collection::vec(proptest::sample::select(NEWS), 1..8),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), proptest::option::of(proptest::sample::select(NEWS)), any::<bool>()), 1..6),
    ) {
        let mut workspace = Workspace::new();
        for (at, paragraph, is_new) in edits {
            let at = at.index(paragraphs.len());
            match paragraph {
                Some(paragraph) if is_new => paragraphs.insert(at, paragraph),
                Some(paragraph) => paragraphs[at] = paragraph,
                None if paragraphs.len() > 1 => drop(paragraphs.remove(at)),
                None => {}
            }
            for head in ["lang: en", "lang: ar", NAMED] {
                let text = format!("---\n{head}\n---\n\n{}", paragraphs.join("\n\n"));
                set(&mut workspace, ARTICLE, &text);
                editing::look_alike(&workspace.snapshot(), &text);
            }
        }
    }

    #[test]
    fn a_safe_fix_makes_no_new_error(text in articles()) {
        let found = fresh(&text);
        // A key that is renamed says something from then on, and may be wrong in its turn.
        let others = found.iter().filter(|finding| finding.rule != "unknown-key");
        for fix in others.flat_map(|finding| &finding.fixes).filter(|fix| fix.applicability != Applicability::Unsafe) {
            let after = fresh(&fixed(&text, fix));
            prop_assert!(errors(&after) <= errors(&found), "{} in {:?}", fix.title, text);
        }
    }
}
