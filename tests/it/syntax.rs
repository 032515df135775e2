//! The tree, drawn.

use std::fmt::Write;
use std::sync::Arc;

use isnad::syntax::{Flavor, Item, parse, reparse};
use isnad::text::{TextRange, len_of};

/// The tree of `text`: a line for each block and each item, what a node holds indented.
fn draw(text: &str, flavor: Flavor) -> String {
    let tree = parse(text, flavor);
    let mut drawn = String::new();
    for (start, block) in tree.blocks() {
        let _ = writeln!(drawn, "{:?}", block.kind());
        let mut open: Vec<u32> = Vec::new();
        for (index, Item { kind, range, end }) in block.items().iter().enumerate() {
            open.retain(|&end| end as usize > index);
            let indent = "  ".repeat(open.len() + 1);
            if kind.is_node() {
                let _ = writeln!(drawn, "{indent}{kind:?}");
                open.push(*end);
            } else {
                let _ = writeln!(drawn, "{indent}{kind:?} {:?}", &text[*range + start]);
            }
        }
    }
    for error in tree.errors() {
        let _ = writeln!(drawn, "error {:?} {:?}", error.problem, &text[error.range]);
    }
    drawn
}

#[test]
fn an_article() {
    insta::assert_snapshot!(draw(
        "---\nlang: ar\n---\n\n# عنوان\n\n<!-- isnad: allow name-variant -->\n\nقالت [الوزيرة [ليلى](#ليلى)](#ليلى): \
         \"لن نغلقه\"{ليلى، عمر > صحيفة < سهل < وكالة .class note=\"a b\"}.\n",
        Flavor::Article
    ));
}

#[test]
fn signs_that_stand_alone() {
    insta::assert_snapshot!(draw(
        "“a”{+} “b”{?} “c”{ - } [d]{:} \\“e”{x} [f](= 2025/03/04 )",
        Flavor::Article
    ));
}

#[test]
fn a_byte_order_mark_means_something_only_at_the_start() {
    for flavor in [Flavor::Article, Flavor::Wire] {
        let drawn = draw("\u{feff}\n\na\n\n\u{feff}\nb\n", flavor);
        let kinds = drawn.lines().filter(|line| !line.starts_with(' '));
        let kinds: Vec<_> = kinds.collect();
        let headline = if flavor == Flavor::Wire {
            "Heading"
        } else {
            "Paragraph"
        };
        assert_eq!(kinds, ["Blank", headline, "Blank", "Paragraph"]);
    }
}

#[test]
fn wire_copy() {
    insta::assert_snapshot!(draw(
        "A bridge reopens\n\nThe bridge\nreopened. \"At last,\"\nsaid Haddad.\nCars crossed it.\n",
        Flavor::Wire
    ));
}

#[test]
fn an_edit_reads_again_only_the_block_it_touches() {
    let before = "# a\n\nb [c](#d)\n\ne\n\nf “g”{h}\n";
    let at = before.find("e\n").expect("the third paragraph");
    let after = before.replacen("e\n", "e!\n", 1);
    let replaced = TextRange::empty(((at + 1) as u32).into());
    let old = parse(before, Flavor::Article);
    let new = reparse(&old, &after, replaced, len_of("!"));
    let kept = |(_, block): &(_, &Arc<_>)| old.blocks().any(|(_, old)| Arc::ptr_eq(old, block));
    let read_again: Vec<_> = new
        .blocks()
        .filter(|block| !kept(block))
        .map(|(start, block)| &after[TextRange::at(start, block.len())])
        .collect();
    assert_eq!(read_again, ["e!\n"]);
}
