//! Every text has a tree that prints it back, and what is escaped comes back when it is stripped.

use std::ops::Range;

use isnad::model::Article;
use isnad::syntax::{Flavor, escape, parse, strip};

use super::desk::stripped;

pub(crate) fn hold(text: &str) {
    for flavor in [Flavor::Article, Flavor::Wire] {
        let tree = parse(text, flavor);
        let printed: String = tree.tokens().map(|(_, range)| &text[range]).collect();
        assert_eq!(printed, text, "its tokens print it back");
        for error in tree.errors() {
            assert!(text.get(Range::<usize>::from(error.range)).is_some());
        }
        let wire = strip(&tree, text);
        assert!(wire.len() <= text.len(), "{wire:?} of {text:?}");
        let quotations = Article::read(text, &tree, None).quotations;
        for (at, quotation) in quotations.iter().enumerate() {
            for piece in &quotation.pieces {
                assert!(text.get(Range::<usize>::from(*piece)).is_some());
                assert!(quotation.range.contains_range(*piece));
            }
            let is_inside = quotation.parent.is_none_or(|parent| {
                parent < at && quotations[parent].range.contains_range(quotation.range)
            });
            assert!(is_inside, "{quotation:?} in {text:?}");
        }
    }
    assert_eq!(strip(&parse(text, Flavor::Wire), text), text);
    assert_eq!(stripped(&escape(text)), text, "what is escaped comes back");
}
