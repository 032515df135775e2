//! The specification of the markup is run: every example of `docs/markup.md` and of `docs/card.md`
//! says what it means, and means it. `INSTA_UPDATE=always` rewrites what they say.

mod document;
mod drawing;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::PathBuf;

use isnad::model::{Said, SpeechKind};
use isnad::rules;
use isnad::syntax::ast::{Annotation, BraceKind, annotations};
use isnad::syntax::{BlockKind, Flavor, Problem, SyntaxKind, escape, parse, strip};
use isnad::text::FileId;
use isnad::workspace::FileKind;

use crate::fixture::Fixture;
use document::{Document, Example};

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("docs")
        .join(name)
}

fn read(name: &str) -> Document {
    let path = path(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    Document::read(&text)
}

/// The entities that every example knows which holds no files of its own.
fn cast() -> String {
    read("markup.md")
        .cast
        .expect("a block `yaml cast` in docs/markup.md")
}

fn check(name: &str) {
    let (document, cast) = (read(name), cast());
    let mut outcomes = Vec::new();
    let mut wrong = Vec::new();
    for (number, example) in (1..).zip(&document.examples) {
        let fixture = Fixture::new(&example.files(&cast));
        check_invariants(&fixture, example);
        let outcome = drawing::draw(&fixture, example);
        if outcome != example.outcome {
            wrong.push(format!(
                "docs/{name}:{}: example {number} (“{}”)\n{}\n--- written\n{}--- is\n{outcome}",
                example.line, example.section, example.input, example.outcome
            ));
        }
        outcomes.push(outcome);
    }
    if wrong.is_empty() {
        return;
    }
    if env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(path(name), document.with(&outcomes)).expect("the document is written");
        return;
    }
    panic!(
        "{} examples mean something else than they say; `INSTA_UPDATE=always cargo test spec::` \
         rewrites what they say\n\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_specification_is_true() {
    check("markup.md");
}

#[test]
fn the_card_is_true() {
    check("card.md");
}

#[test]
fn links_lead_to_headings() {
    for name in ["markup.md", "card.md"] {
        let prose = read(name).prose();
        let headings = prose.lines().filter(|line| line.starts_with('#'));
        let anchors: BTreeSet<String> = headings.map(anchor).collect();
        let mut inside_code = false;
        for part in prose.split('`') {
            let links = part.split("](#").skip(1).filter(|_| !inside_code);
            for link in links.filter_map(|rest| rest.split(')').next()) {
                assert!(anchors.contains(link), "docs/{name}: no heading #{link}");
            }
            inside_code = !inside_code;
        }
    }
}

#[test]
fn rules_that_are_named_exist() {
    for name in ["markup.md", "card.md"] {
        let prose = read(name).prose();
        let code = prose.split('`').skip(1).step_by(2);
        let is_name = |code: &&str| {
            let mut parts = code.split('-');
            let is_word =
                |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase());
            code.contains('-') && parts.all(is_word)
        };
        let is_rule = |named: &&str| !["allow-file", "allow-outside"].contains(named);
        for named in code.filter(is_name).filter(is_rule) {
            assert!(rules::find(named).is_some(), "docs/{name}: no rule {named}");
        }
    }
}

/// What a Markdown viewer makes of a heading.
fn anchor(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.collect::<String>().replace(' ', "-")
}

/// What holds for every text, looked at in every file of the example.
fn check_invariants(fixture: &Fixture, example: &Example) {
    for &file in &fixture.files {
        let text = fixture.snapshot.text(file);
        let flavor = match fixture.snapshot.kind(file) {
            FileKind::Article => Flavor::Article,
            _ => Flavor::Wire,
        };
        let line = example.line;
        let tree = parse(text, flavor);
        let printed: String = tree.tokens().map(|(_, range)| &text[range]).collect();
        assert_eq!(printed, text, "line {line}: the tree loses text");

        let wire = strip(&tree, text);
        let mut left = text.chars();
        let is_part = wire.chars().all(|wanted| left.any(|c| c == wanted));
        assert!(is_part, "line {line}: stripping adds to the text");
        assert!(
            flavor == Flavor::Article || wire == text,
            "line {line}: nothing is markup in a wire text"
        );

        for text in [text, &wire] {
            let escaped = escape(text);
            let tree = parse(&escaped, Flavor::Article);
            assert_eq!(strip(&tree, &escaped), text, "line {line}: escaped text");
            let is_plain = |kind: SyntaxKind| kind.is_wire() || kind == SyntaxKind::Escape;
            assert!(
                tree.tokens().all(|(kind, _)| is_plain(kind)),
                "line {line}: escaped text holds an annotation"
            );
        }
    }
}

/// All variants of an enum by their names, checked for completeness by the compiler.
macro_rules! names {
    ($kind:ident: $($variant:ident)*) => {{
        fn _is_complete(kind: &$kind) {
            match kind {
                $($kind::$variant { .. } => {})*
            }
        }
        [$(stringify!($variant)),*]
    }};
}

#[test]
fn every_construct_of_the_grammar_has_an_example() {
    let document = read("markup.md");
    let cast = cast();
    let mut seen = BTreeSet::new();
    for example in &document.examples {
        let fixture = Fixture::new(&example.files(&cast));
        see(&fixture, example.file(&fixture), &mut seen);
    }
    let kinds = names!(SyntaxKind: Text Mark Escape LeftBracket RightBracket MentionOpen DateOpen
        TailClose Id DateValue BraceOpen BraceClose Comma To Via Continues UnknownSpeaker NotSpeech
        Cue Class Key Equals Value Space Stray Fence Yaml Gap Comment Hashes Mention Date Speech
        Brace);
    let blocks = names!(BlockKind: FrontMatter Comment Heading Paragraph Blank);
    let problems = names!(Problem: UnclosedFrontMatter UnclosedComment UnclosedTail
        TailWithoutBracket DoubtfulBracket NoWords EmptyTail MissingId MissingComma
        IdAfterAttributes MisplacedTo MisplacedVia MissingValue UnclosedValue Stray);
    let braces = names!(BraceKind: Who Continues Unknown NotSpeech Cue);
    let said = names!(Said: By Inside Unknown NotSpeech Dangling Unsaid);
    let speech = names!(SpeechKind: Direct Partial Indirect None);
    let expected: Vec<String> = [
        ("token", &kinds[..]),
        ("block", &blocks),
        ("problem", &problems),
        ("brace", &braces),
        ("said", &said),
        ("speech", &speech),
        ("brace with", &["speakers", "addressees", "a chain"]),
        ("key", &KEYS),
    ]
    .iter()
    .flat_map(|(what, names)| names.iter().map(move |name| format!("{what} {name}")))
    .chain(MARKS.chars().map(|mark| format!("mark {mark}")))
    .chain(ESCAPABLE.chars().map(|sign| format!("escaped {sign}")))
    .collect();
    let missing: Vec<&String> = expected
        .iter()
        .filter(|name| !seen.contains(*name))
        .collect();
    assert!(missing.is_empty(), "no example of {missing:?}");
    assert!(
        document.examples.len() >= 250,
        "only {} examples",
        document.examples.len()
    );
}

/// Keys and types of the front matter.
const KEYS: [&str; 23] = [
    "lang",
    "date",
    "kind",
    "dateline",
    "source",
    "wire",
    "registry",
    "entities",
    "type",
    "name",
    "aka",
    "role",
    "of",
    "anonymous",
    "wikidata",
    "url",
    "person",
    "organization",
    "place",
    "event",
    "work",
    "product",
    "other",
];
const MARKS: &str = "\"'“”„‟«»‹›‘’‚「」『』";
const ESCAPABLE: &str = "\\[]{#<-\"“”„‟«»‹›‘’‚「」『』'";

/// Names what the example shows.
fn see(fixture: &Fixture, file: FileId, seen: &mut BTreeSet<String>) {
    let text = fixture.snapshot.text(file);
    let tree = fixture.snapshot.tree(file);
    for (start, block) in tree.blocks() {
        seen.insert(format!("block {:?}", block.kind()));
        seen.extend(
            block
                .items()
                .iter()
                .map(|item| format!("token {:?}", item.kind)),
        );
        for annotation in annotations(block, start) {
            let (Annotation::Speech { brace, .. } | Annotation::Brace { brace, .. }) = annotation
            else {
                continue;
            };
            seen.insert(format!("brace {:?}", brace.kind));
            let parts = [
                ("speakers", &brace.speakers),
                ("addressees", &brace.addressees),
                ("a chain", &brace.via),
            ];
            let parts = parts.iter().filter(|(_, ids)| !ids.is_empty());
            seen.extend(parts.map(|(part, _)| format!("brace with {part}")));
        }
    }
    let first_word = |debug: String| {
        debug
            .split(['(', ' '])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    for error in tree.errors() {
        seen.insert(format!(
            "problem {}",
            first_word(format!("{:?}", error.problem))
        ));
    }
    for (kind, range) in tree.tokens() {
        match kind {
            SyntaxKind::Mark => seen.insert(format!("mark {}", &text[range])),
            SyntaxKind::Escape => {
                let after = text[usize::from(range.end())..].chars().next();
                seen.insert(format!("escaped {}", after.expect("an escaped character")))
            }
            SyntaxKind::Yaml => {
                let words = text[range].split(|c: char| c.is_whitespace() || ":{},".contains(c));
                seen.extend(words.map(|word| format!("key {word}")));
                continue;
            }
            _ => continue,
        };
    }
    let analysis = fixture.snapshot.analysis(file);
    for (at, said) in analysis.said.iter().enumerate() {
        seen.insert(format!("said {}", first_word(format!("{said:?}"))));
        seen.insert(format!("speech {:?}", analysis.kind(at)));
    }
}
