use std::fmt::Write;

use proptest::prelude::*;

use crate::syntax::yaml::{MAX_DEPTH, MAX_NODES, Node, Parsed, Value, parse};
use crate::text::{TextRange, len_of};

/// The tree as text, each node with the words that its range covers, then the errors with the
/// rest of the line that they stand at.
fn check(text: &str) -> String {
    let parsed = parse(text);
    let mut drawn = String::new();
    if let Some(root) = &parsed.root {
        draw(text, root, 0, &mut drawn);
    }
    for error in &parsed.errors {
        let rest = text[usize::from(error.offset)..].lines().next();
        let _ = writeln!(drawn, "! {} ← {}", rest.unwrap_or_default(), error.message);
    }
    drawn
}

fn draw(text: &str, node: &Node, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match &node.value {
        Value::Scalar(scalar) if scalar.plain && node.range.is_empty() => {
            let _ = writeln!(out, "{indent}∅");
        }
        Value::Scalar(scalar) if scalar.plain && text[node.range] == scalar.text => {
            let _ = writeln!(out, "{indent}{}", scalar.text);
        }
        Value::Scalar(scalar) => {
            let (range, content) = (&text[node.range], &text[scalar.content]);
            let _ = writeln!(out, "{indent}{:?} ← {range:?} {content:?}", scalar.text);
        }
        Value::Sequence(items) => {
            let _ = writeln!(out, "{indent}[] {:?}", &text[node.range]);
            for item in items {
                draw(text, item, depth + 1, out);
            }
        }
        Value::Mapping(entries) => {
            let _ = writeln!(out, "{indent}{{}} {:?}", &text[node.range]);
            for entry in entries {
                draw(text, &entry.key, depth + 1, out);
                draw(text, &entry.value, depth + 2, out);
            }
        }
    }
}

/// The errors alone, one a line.
fn errors(text: &str) -> String {
    let drawn = check(text);
    let lines = drawn.lines().filter_map(|line| line.strip_prefix("! "));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn keys_and_values_stand_where_they_are_written() {
    let text = "\u{feff}# كلمة 😀\r\nlang: ar # لغة\r\nentities:\r\n  ليلى:\r\n    \
                aka: [حداد, \"ل. \\u062D\" , 'd''e\u{301}']  # x\r\n    role:\r\n    of: {a: 中, b}\r\n";
    let drawn = "\
{} \"lang: ar # لغة\\r\\nentities:\\r\\n  ليلى:\\r\\n    aka: [حداد, \\\"ل. \\\\u062D\\\" , 'd''e\\u{301}']  # x\\r\\n    role:\\r\\n    of: {a: 中, b}\"
  lang
    ar
  entities
    {} \"ليلى:\\r\\n    aka: [حداد, \\\"ل. \\\\u062D\\\" , 'd''e\\u{301}']  # x\\r\\n    role:\\r\\n    of: {a: 中, b}\"
      ليلى
        {} \"aka: [حداد, \\\"ل. \\\\u062D\\\" , 'd''e\\u{301}']  # x\\r\\n    role:\\r\\n    of: {a: 中, b}\"
          aka
            [] \"[حداد, \\\"ل. \\\\u062D\\\" , 'd''e\\u{301}']\"
              حداد
              \"ل. ح\" ← \"\\\"ل. \\\\u062D\\\"\" \"ل. \\\\u062D\"
              \"d'e\\u{301}\" ← \"'d''e\\u{301}'\" \"d''e\\u{301}\"
          role
            ∅
          of
            {} \"{a: 中, b}\"
              a
                中
              b
                ∅
";
    assert_eq!(check(text), drawn);
    let root = parse(text).root.expect("a mapping");
    let laila = &root.entry("entities").expect("entities").value.entries()[0];
    let role = &laila.value.entry("role").expect("a role").value;
    assert!(role.as_scalar().expect("a scalar").is_null());
    assert!(text[..usize::from(role.range.start())].ends_with("role:"));
    assert_eq!(
        laila.value.entry("aka").expect("names").value.items().len(),
        3
    );
}

#[test]
fn only_plain_scalars_can_be_null() {
    let text = "absent:\ntilde: ~\nword: null\nquoted: \"\"\nquoted word: 'null'\nzero: 0\n";
    let root = parse(text).root.expect("a mapping");
    let scalars = root.entries().iter();
    let nulls: Vec<_> = scalars
        .filter(|entry| entry.value.as_scalar().expect("a scalar").is_null())
        .filter_map(|entry| entry.key.as_str())
        .collect();
    assert_eq!(nulls, ["absent", "tilde", "word"]);
}

#[test]
fn lists_and_blocks_stand_where_they_are_written() {
    let text = "a:\n- x\n-\n- - y\n  - z: 1\n    'w' : 2\nb: |\n  one\n\n  عين\n\nc: >- # why\n  t\nd: |\n";
    let drawn = r#"{} "a:\n- x\n-\n- - y\n  - z: 1\n    'w' : 2\nb: |\n  one\n\n  عين\n\nc: >- # why\n  t\nd: |"
  a
    [] "- x\n-\n- - y\n  - z: 1\n    'w' : 2"
      x
      ∅
      [] "- y\n  - z: 1\n    'w' : 2"
        y
        {} "z: 1\n    'w' : 2"
          z
            1
          "w" ← "'w'" "w"
            2
  b
    "one\n\nعين\n" ← "|\n  one\n\n  عين" "one\n\n  عين"
  c
    "t" ← ">- # why\n  t" "t"
  d
    "" ← "|" ""
"#;
    assert_eq!(check(text), drawn);
}

#[test]
fn anchors_and_tags_are_not_part_of_values() {
    let text = "a: &x !t\nb: !<x,y> &y [1]\nc: &z {k: v}\nd: &w\n- i\ne: &m\n  k: v\nf: *x\n";
    let drawn = r#"{} "a: &x !t\nb: !<x,y> &y [1]\nc: &z {k: v}\nd: &w\n- i\ne: &m\n  k: v\nf: *x"
  a
    ∅
  b
    [] "[1]"
      1
  c
    {} "{k: v}"
      k
        v
  d
    [] "- i"
      i
  e
    {} "k: v"
      k
        v
  f
    ∅
! *x ← `*` cannot begin a value: put the value in quotation marks
"#;
    assert_eq!(check(text), drawn);
}

#[test]
fn rare_forms_of_mappings_are_read() {
    let text = "? a\n? [b]\n: c\n: d\ne: [x: y, {z: w}: v, ? k : u, \"q\":r]\n";
    let drawn = r#"  a
    ∅
  [] "[b]"
    b
    c
  ∅
    d
  e
    [] "[x: y, {z: w}: v, ? k : u, \"q\":r]"
      {} "x: y"
        x
          y
      {} "{z: w}: v"
        {} "{z: w}"
          z
            w
          v
      {} "? k : u"
        k
          u
      {} "\"q\":r"
        "q" ← "\"q\"" "q"
          r
"#;
    let found = check(text);
    assert_eq!(found.split_once('\n').expect("lines").1, drawn);
}

#[test]
fn what_stands_before_an_error_is_kept() {
    let text = "lang: ar\nentities:\n  ليلى:\n    aka: [حداد,\n    role: وزيرة\n  سمير:\n";
    let drawn = r#"{} "lang: ar\nentities:\n  ليلى:\n    aka: [حداد"
  lang
    ar
  entities
    {} "ليلى:\n    aka: [حداد"
      ليلى
        {} "aka: [حداد"
          aka
            [] "[حداد"
              حداد
! [حداد, ← `[` is not closed: a `]` is missing
"#;
    assert_eq!(check(text), drawn);
}

#[test]
fn errors_of_structure_say_where_and_what_to_do() {
    for (text, expected) in [
        ("", ""),
        ("# nothing\n", ""),
        ("---\nlang: ar\n...\n", ""),
        ("قال", "قال ← lines such as `key: value` are wanted here"),
        ("- a\n", "- a ← lines such as `key: value` are wanted here"),
        (
            "a: 1\nb: 2\na: 3\n",
            "a: 3 ← the key `a` stands above already: leave one of the two out",
        ),
        (
            "e:\n  قال: 1\n  \"قال\": 2\n",
            "\"قال\": 2 ← the key `قال` stands above already: leave one of the two out",
        ),
        ("e: {k: 1}\nk: 1\n", ""),
        (
            "\"a\\nb\": 1\n\"a\\nb\": 2\n",
            "\"a\\nb\": 2 ← this key stands above already: leave one of the two out",
        ),
        (
            "ا: 1\nب\nت: 2\n",
            "ب ← a colon and a space are missing after the key: `key: value`",
        ),
        (
            "a: b: c\n",
            ": c ← a second colon with a space in this line: put the value in quotation marks",
        ),
        (
            "a: b\n  c: d\n",
            ": d ← a key cannot stand here: begin it below the key above, and see that a space follows its colon",
        ),
        (
            "أ: [ب ج\nd: e\n",
            "[ب ج ← `[` is not closed: a `]` is missing",
        ),
        ("a: [b", "[b ← `[` is not closed: a `]` is missing"),
        (
            "a: {x: 1\nd: e\n",
            "{x: 1 ← `{` is not closed: a `}` is missing",
        ),
        ("a: [[b] 😀]\n", "😀] ← a comma is missing here"),
        (
            "a: [ب: ج}, د]\n",
            "}, د] ← this bracket closes nothing: take it away, or put the value in quotation marks",
        ),
        (
            "a: b\n%é ليلى\n",
            "%é ليلى ← a line that begins with `%` is not read: leave it out",
        ),
        (
            "a: b]\nc: ]\n",
            "] ← this bracket closes nothing: take it away, or put the value in quotation marks",
        ),
    ] {
        assert_eq!(errors(text), expected, "{text:?}");
    }
}

#[test]
fn errors_of_values_say_where_and_what_to_do() {
    for (text, expected) in [
        (
            "a: \"b\nd: e\n",
            "\"b ← this value begins with a quotation mark and never ends with one",
        ),
        (
            "a: \"😀\" c\n",
            "c ← the value goes on after its closing quotation mark: put `'` around all of it, or `\"`",
        ),
        (
            "a: \"\\q\"\n",
            "\"\\q\" ← a backslash means something between these quotation marks: write it twice",
        ),
        (
            "a:\n\tb: c\n",
            "b: c ← a tab cannot stand here: indent and separate with spaces",
        ),
        (
            "a: @b\n",
            "@b ← `@` cannot begin a value: put the value in quotation marks",
        ),
        (
            "a: `b`\n",
            "`b` ← a backtick cannot begin a value: put the value in quotation marks",
        ),
        (
            "a: *b*\n",
            "*b* ← `*` cannot begin a value: put the value in quotation marks",
        ),
        (
            "a: & b\n",
            "& b ← `&` cannot begin a value: put the value in quotation marks",
        ),
        (
            "a: !x!y\n",
            "!x!y ← `!` cannot begin a value: put the value in quotation marks",
        ),
        (
            "  a: b\nc: d\n",
            "c: d ← a key and its value are wanted here, `key: value`, behind as many spaces as the first key",
        ),
        (
            "a:\n  b: c\n d: e\n",
            "d: e ← a key and its value are wanted here, `key: value`, behind as many spaces as the keys above",
        ),
        (
            "a: - b\n",
            "- b ← a list begins in the line after its key, or is written `[one, two]`",
        ),
        (
            "a: b #c\n d\n",
            "#c ← a remark cannot stand in the middle of a value: put it above the key",
        ),
        (
            "a: | b\n",
            "| b ← nothing stands in the line after `|` or `>`: the text begins in the next line, behind spaces",
        ),
        (
            "a: \u{feff}b\n",
            "\u{feff}b ← an invisible byte order mark (U+FEFF) stands here: delete it",
        ),
        (
            "a: \0b\n",
            "\0b ← an invisible character (U+0000) stands here: delete it",
        ),
        (
            "a: b\n---\nc: d\n",
            "--- ← nothing below this line is read: take the line out",
        ),
        (
            "a: b\n...\n%é é\n---\n",
            "... ← nothing below this line is read: take the line out",
        ),
        (
            "...\n%é\n---\na: b\n",
            "%é ← a line that begins with `%` is not read: leave it out",
        ),
        (
            "# é\n%YAML 1.2\n---\na: b\n",
            "%YAML 1.2 ← a line that begins with `%` is not read: leave it out",
        ),
    ] {
        assert_eq!(errors(text), expected, "{text:?}");
    }
}

#[test]
fn depth_and_number_of_values_are_bounded() {
    let deep = |depth: usize| format!("a: {}{}", "[".repeat(depth - 1), "]".repeat(depth - 1));
    assert_eq!(errors(&deep(MAX_DEPTH)), "");
    assert!(errors(&deep(MAX_DEPTH + 1)).contains("inside each other"));
    assert!(errors(&"- ".repeat(1000)).contains("are wanted here"));
    assert!(errors(&("a:\n".to_owned() + &"- ".repeat(1000))).contains("inside each other"));
    assert!(errors(&"[".repeat(1000)).contains("inside each other"));
    // The mapping, and a key and a value each.
    let many = |entries: usize| {
        let lines = (0..entries).map(|n| format!("k{n}: v\n"));
        lines.collect::<Vec<_>>().concat()
    };
    assert_eq!(errors(&many(MAX_NODES / 2 - 1)), "");
    let text = many(MAX_NODES);
    assert!(errors(&text).contains("what follows is not read"));
    let root = parse(&text).root.expect("a mapping");
    assert_eq!(root.entries().len(), MAX_NODES / 2);
}

/// Every range lies on characters, inside its parent and after its neighbour; what is written
/// plainly on one line is what it says.
fn check_ranges(text: &str, parsed: &Parsed) {
    for error in &parsed.errors {
        assert!(text.is_char_boundary(error.offset.into()), "{text:?}");
        assert!(error.offset <= len_of(text), "{text:?}");
        assert!(!error.message.ends_with('.') && !error.message.contains('\n'));
    }
    if let Some(root) = &parsed.root {
        assert!(matches!(root.value, Value::Mapping(_)), "{text:?}");
        check_node(text, root, TextRange::up_to(len_of(text)));
    }
}

fn check_node(text: &str, node: &Node, outer: TextRange) {
    assert!(outer.contains_range(node.range), "{text:?}: {node:?}");
    let words = text.get(node.range.start().into()..node.range.end().into());
    let words = words.unwrap_or_else(|| panic!("{text:?}: {node:?}"));
    assert_eq!(
        words.trim_start_matches([' ', '\t', '\r', '\n']),
        words,
        "{text:?}"
    );
    let mut inner = node.range;
    let mut check_child = |child: &Node| {
        check_node(text, child, inner);
        inner = TextRange::new(child.range.end(), inner.end());
    };
    match &node.value {
        Value::Sequence(items) => items.iter().for_each(check_child),
        Value::Mapping(entries) => {
            for entry in entries {
                check_child(&entry.key);
                check_child(&entry.value);
            }
        }
        Value::Scalar(scalar) => {
            assert!(node.range.contains_range(scalar.content), "{text:?}");
            if scalar.plain {
                assert_eq!(node.range, scalar.content);
                let is_one_line = !words.contains(['\r', '\n']);
                assert!(!is_one_line || words == scalar.text, "{text:?}: {node:?}");
            } else {
                assert!(
                    words.starts_with(['"', '\'', '|', '>']),
                    "{text:?}: {node:?}"
                );
            }
        }
    }
}

/// Keys, values and all that YAML can put around them.
const PIECES: &[&str] = &[
    "a", "b: ", "قال", "e\u{301}", "😀", "中: ", ": ", ":", "- ", "-", "[", "]", "{", "}", ", ",
    ",", "&a ", "*a", "&b\n", "!t ", "!!str ", "!<x,y> ", "!", "\n", "\n", "\n", "\r\n", "\r",
    "  ", " ", "|\n", "|+", ">-2", "\"", "'", "\\", "\"x\"", "'y'", "---\n", "...\n", "? ", "\t",
    "#", " # é\n", "%é", "\u{feff}", "\0", "k: v\n", "- i\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn ranges_are_sound_on_any_text(text in any::<String>()) {
        check_ranges(&text, &parse(&text));
    }

    #[test]
    fn ranges_are_sound_on_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..30)) {
        let text = pieces.concat();
        check_ranges(&text, &parse(&text));
    }

    #[test]
    fn ranges_are_sound_inside_a_mapping(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..20)) {
        let text = format!("é: 😀\nk: {}\nz: 中\n", pieces.concat());
        check_ranges(&text, &parse(&text));
    }

    #[test]
    fn keys_stand_where_they_are_written(
        keys in prop::collection::btree_map("[aéعليى中😀_][aéعليى中😀\u{301}\u{200f}_-]{0,8}", "[bزه中🙂]{0,6}", 1..9),
        line_break in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        before in prop::sample::select(vec!["", "\u{feff}", "# é😀\n", "\r\n"]),
    ) {
        let mut text = before.to_owned();
        let mut expected = Vec::new();
        for (key, value) in &keys {
            let at = text.len();
            let _ = write!(text, "{key}: {value} # {value}{line_break}");
            let end = at + key.len();
            let value_at = if value.is_empty() { end + 1 } else { end + 2 };
            expected.push((at..end, value_at..value_at + value.len()));
        }
        let parsed = parse(&text);
        prop_assert_eq!(&parsed.errors, &vec![]);
        let root = parsed.root.expect("a mapping");
        let found: Vec<_> = root.entries().iter().map(|entry| (entry.key.range.into(), entry.value.range.into())).collect();
        prop_assert_eq!(found, expected);
        for (key, value) in &keys {
            prop_assert_eq!(root.entry(key).and_then(|entry| entry.value.as_str()), Some(value.as_str()));
        }
    }
}
