//! What is fixed has nothing left to fix and no more errors; what is fixed safely or formatted says the same
//! words. Formatting changes no meaning.

use isnad::dates::DateValue;
use isnad::fixes::{self, Fixed, Reach};
use isnad::format::format;
use isnad::model::IdRef;
use isnad::rules::{Diagnostic, Severity};
use isnad::syntax::ast::{self, Annotation};
use isnad::syntax::{Flavor, WireMap, parse};
use isnad::text::edited;

use super::desk::{ARTICLE, bring, errors, file, findings, fresh, is_of_windows, open, stripped};

pub(crate) fn hold(text: &str) {
    hold_for_fixes(text);
    hold_for_form(text);
    hold_for_line_ends(text);
}

/// An article with all that can be fixed in it fixed.
pub(crate) fn fix(text: &str, reach: Reach) -> Fixed {
    let snapshot = open(ARTICLE, text);
    fixes::fix(&snapshot, file(&snapshot, ARTICLE), reach, &bring)
}

/// A text as `isnad fmt` leaves it.
pub(crate) fn formatted(text: &str) -> String {
    edited(text, &format(text, &parse(text, Flavor::Article)))
}

pub(crate) fn hold_for_fixes(text: &str) {
    let snapshot = open(ARTICLE, text);
    let front = &snapshot.article(file(&snapshot, ARTICLE)).front;
    let found = findings(&snapshot, ARTICLE);
    for reach in [Reach::Safe, Reach::Unsafe] {
        let fixed = fix(text, reach);
        assert_eq!(edited(text, &fixed.edits), fixed.text);
        assert_eq!(fresh(&fixed.text), fixed.left);
        let again = fix(&fixed.text, reach);
        assert_eq!(again.text, fixed.text, "{text:?}");
        assert_eq!(again.applied, [], "{text:?}");
        assert_eq!(again.left_out, fixed.left_out, "{text:?}");
        assert!(errors(&fixed.left) <= errors(&found), "{text:?}");
        if front.wire.is_some() || reach == Reach::Safe {
            assert_eq!(stripped(&fixed.text), stripped(text), "{text:?}");
        }
        assert_eq!(
            fixed.text.starts_with('\u{feff}'),
            text.starts_with('\u{feff}')
        );
    }
}

pub(crate) fn hold_for_form(text: &str) {
    let once = formatted(text);
    assert_eq!(formatted(&once), once, "{text:?}");
    assert_eq!(stripped(&once), stripped(text), "{text:?}");
    assert_eq!(meaning(&once), meaning(text), "{text:?}");
    assert_eq!(once.starts_with('\u{feff}'), text.starts_with('\u{feff}'));
    let (before, after) = (fresh(text), fresh(&once));
    assert_eq!(told(&before), told(&after), "{text:?}");
}

/// Lines end as they did.
pub(crate) fn hold_for_line_ends(text: &str) {
    let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    let fixed = [Reach::Safe, Reach::Unsafe].map(|reach| fix(&text, reach).text);
    for after in fixed.into_iter().chain([formatted(&text)]) {
        assert!(is_of_windows(&after), "{text:?} → {after:?}");
    }
}

/// What an article says, without where in the text: where in its wire text.
fn meaning(text: &str) -> Vec<String> {
    let snapshot = open(ARTICLE, text);
    let file = file(&snapshot, ARTICLE);
    let (tree, article) = (snapshot.tree(file), snapshot.article(file));
    let map = WireMap::new(tree);
    let mut said = vec![format!("{:?}", article.front)];
    for quotation in &article.quotations {
        let pieces = quotation.pieces.iter();
        let place: Vec<_> = pieces
            .map(|piece| (map.to_wire(piece.start()), map.to_wire(piece.end())))
            .collect();
        let who = quotation.who.as_ref().map(|who| {
            let ids =
                |ids: &[IdRef]| -> Vec<String> { ids.iter().map(|id| id.id.clone()).collect() };
            (
                who.kind,
                ids(&who.speakers),
                ids(&who.addressees),
                ids(&who.via),
            )
        });
        said.push(format!("{place:?} {:?} {who:?}", quotation.parent));
    }
    for (start, block) in tree.blocks() {
        for annotation in ast::annotations(block, start) {
            said.push(match annotation {
                Annotation::Mention { words, id, .. } => {
                    format!(
                        "{:?} is {:?}",
                        map.to_wire(words.start()),
                        id.map(|id| &text[id])
                    )
                }
                Annotation::Date { words, value, .. } => {
                    let value =
                        value.map(|value| DateValue::parse(&text[value]).map_err(|_| &text[value]));
                    format!("{:?} is {value:?}", map.to_wire(words.start()))
                }
                other => format!("{:?}", std::mem::discriminant(&other)),
            });
        }
    }
    for suppression in &article.suppressions {
        let reason: Vec<&str> = suppression.reason.split_whitespace().collect();
        said.push(format!(
            "{} {} {reason:?}",
            suppression.rule, suppression.is_alone
        ));
    }
    said
}

/// Findings without where in the text they stand.
fn told(found: &[Diagnostic]) -> Vec<(&'static str, Severity, &str)> {
    let told = found.iter().map(|finding| {
        let message = match finding.rule {
            // It gives the word in which the character stands, from one space to the next.
            "invisible-character" => "",
            _ => &finding.message,
        };
        (finding.rule, finding.severity, message)
    });
    told.collect()
}
