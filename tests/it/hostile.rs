//! Texts made to be slow: ten times the text may take about ten times the work, never a hundred.
//!
//! No clock is read. The texts are so long that work in the square of their length would go on
//! for hours: a test run that does not end is the failure.

use std::sync::Arc;

use isnad::ide::inlay_hints::{Hints, inlay_hints};
use isnad::model::Article;
use isnad::rules;
use isnad::syntax::{Flavor, escape, parse, strip, yaml};
use isnad::text::{FileId, TextRange, TextSize};
use isnad::workspace::{Content, Snapshot, Want, Workspace};

use crate::fixture::folder;

/// Pieces that, repeated, make a careless parser search the rest of the text again and again.
const PIECES: &[&str] = &[
    "[",
    "]",
    "](#",
    "[](#",
    "[a](#b)",
    "]{",
    "\"{",
    "\"",
    "''",
    "<!--\n",
    "<!-- \n\n",
    "\\",
    "---\n",
    "# ",
    "#\n",
    "[\n\n",
    ")\n",
    "a\n",
    "\"{a=\"",
    "\"{a=“",
    "[a]{",
    "“",
    "\u{feff}",
    " \n",
    "\r",
    "{",
    "[[a]{b}",
    "\"{a,",
    "(= ",
];

#[test]
fn hostile_text_is_read_to_its_end() {
    for piece in PIECES {
        let text = piece.repeat(400_000 / piece.len());
        let tree = parse(&text, Flavor::Article);
        let wire = strip(&tree, &text);
        assert!(wire.len() <= text.len());
        assert!(tree.errors().count() <= text.len());
        let escaped = escape(&text);
        assert_eq!(strip(&parse(&escaped, Flavor::Article), &escaped), text);
        let wire = parse(&text, Flavor::Wire);
        assert_eq!(strip(&wire, &text), text);
    }
}

/// The same for front matter: pieces that repeat after a key.
const YAML_PIECES: &[&str] = &[
    "[",
    "{",
    "[a, ",
    "{a: ",
    "- ",
    "? ",
    ": ",
    "a: &a [*a, *a]\n",
    " &a",
    " !t",
    "\"",
    "'' ",
    "a: b\n",
    "a\n",
    "\n",
    "# é\n",
    "? a\n",
    "? \n",
    "- |\n",
    "\u{feff}",
    "---\n",
    "...\n",
    "%é é\n",
    "\\",
    "😀 ",
    "\t",
];

#[test]
fn hostile_yaml_is_read_to_its_end() {
    let keys = (0..100_000).map(|key| format!("k{key}: v\n"));
    let keys = keys.collect::<Vec<_>>().concat();
    let repeated = YAML_PIECES.iter().flat_map(|piece| {
        let pieces = piece.repeat(400_000 / piece.len());
        ["", "k: ", "k:\n  ", "k: [", "k: |\n  ", "- "].map(|before| format!("{before}{pieces}"))
    });
    for text in repeated.chain([keys]) {
        let parsed = yaml::parse(&text);
        assert!(parsed.errors.len() <= yaml::MAX_NODES);
    }
}

/// Looks at an article with all rules; files beside it by their names.
fn check(files: &[(&str, &str)]) -> (Snapshot, FileId) {
    let mut workspace = Workspace::new();
    let path = |name: &str| folder().join(name);
    for (name, text) in files {
        workspace.set(&path(name), Content::Text(Arc::from(*text)));
    }
    let article = path(files[0].0);
    for want in workspace.wants(&article) {
        if let Want::File(path) = want {
            workspace.set(&path, Content::Missing);
        }
    }
    let snapshot = workspace.snapshot();
    let file = snapshot.file(&article).expect("the article");
    let found = rules::check(&snapshot, file);
    let text = snapshot.text(file);
    assert!(found.len() <= text.len() + 1);
    for finding in found {
        assert!(
            text.get(std::ops::Range::<usize>::from(finding.range))
                .is_some()
        );
    }
    (snapshot, file)
}

/// Pieces that, repeated, make careless rules compare everything with everything.
const PIECES_OF_ARTICLES: &[&str] = &[
    // Marks.
    "“a ",
    "“a\n\n",
    "“‘a’” ",
    "\"a\" ",
    "\" ",
    "'",
    "' ",
    "\"'",
    "''",
    "»«",
    "\u{200f}\"",
    "\"\u{300}",
    "“a” {haddad",
    "\" {",
    // Dates.
    "[[Tuesday](=2025-03-05), ",
    "[[March 4](=2012-03-04) ",
    "[March 5](=2012-03-04) ",
    "[Friday, [March 4](=2012-03-04) ",
    "Tuesday, March 4, ",
    "[x](=2025-2-3 ",
    "](=2025-03-04)",
    // Quotations.
    "“a”{haddad} ",
    "“a”{haddad}\n\n",
    "“a”{+} ",
    "“a”{anonymous} ",
    "[a “b]{haddad} c” ",
    "“a (b) ",
    "“(a ",
    "“a”{haddad < haddad < haddad} ",
    "[[a]{haddad} “b”]{haddad} ",
    "“a ‘b \"c «d„e ",
    "a”{haddad} ",
    // Mentions and names.
    "[a](#haddad) ",
    "[Haddad](#haddad) ",
    "Laila Haddad ",
    "Leila Haddad ",
    "Haddad ",
    "Leila ",
    "[a](#nobody) ",
    "[[[a](#haddad)](#haddad)](#haddad) ",
    "[",
    "[ [a](#haddad) ",
    // Characters that nobody sees, and what merges leave.
    "\u{202e}",
    "\u{2067}\u{202e}a",
    "\u{2069}\u{202c}",
    "\u{202b}a\n\n",
    "\u{200b}",
    "a\u{200b} ",
    "\u{200d}\u{fe0f}",
    "[a\u{200b}](#haddad\u{202e})\u{200b}",
    "<<<<<<< a\n",
    "=======\n>>>>>>>\n",
    // Suppressions.
    "<!-- isnad: allow unclosed-quote -->\n",
    "<!-- isnad: allow unclosed-quote, unused-suppression — a -->\n\n“a\n\n",
    "<!-- isnad: allow-file unclosed-quote — a -->\n“a\n",
    "<!-- isnad: allow a,b,c,d,e,f,g -->\n",
    "<!-- isnad: allow - - - - - -->\n",
];

const FRONT_MATTER: &str = "---\nlang: en\nsource: [Sahl News, haddad]\nwire: story.txt\nentities:\n  \
    haddad: {type: person, name: Laila Haddad, aka: [Haddad]}\n  omar: {type: person, name: Omar Haddad, aka: [Haddad]}\n  \
    anonymous: {name: a source, anonymous: true}\n---\n\n";

#[test]
fn hostile_articles_are_checked_to_their_end() {
    for piece in PIECES_OF_ARTICLES {
        let text = piece.repeat(300_000 / piece.len());
        let article = format!("{FRONT_MATTER}{text}");
        check(&[("article.news.md", &article), ("story.txt", &text)]);
    }
}

/// What braces and mentions of different ids do.
#[test]
fn hostile_ids_are_checked_to_their_end() {
    let numbered = |piece: &dyn Fn(usize) -> String| (0..20_000).map(piece).collect::<String>();
    let texts = [
        numbered(&|n| format!("[a](#h{n}) ")),
        numbered(&|n| format!("“a”{{h{n} < h{n}}} ")),
        format!("“a”{{{}}}", numbered(&|n| format!("h{n} < "))),
        format!("“a”{{{}}}", numbered(&|n| format!("h{n}, "))),
        numbered(&|n| format!("<!-- isnad: allow r{n} — a -->\n")),
        numbered(&|n| format!("Leila{n} Haddad{n} ")),
        numbered(&|n| format!("[a](#h{n}) [b](#һ{n}) ")),
        numbered(&|n| format!("[a](#{}) ", if n % 2 == 0 { "علي" } else { "علی" })),
    ];
    for text in texts {
        check(&[("article.news.md", &format!("{FRONT_MATTER}{text}"))]);
    }
}

/// News that names its speakers, or does not, and what is looked for far back.
#[test]
fn hostile_news_is_read_to_its_end() {
    let numbered = |piece: &dyn Fn(usize) -> String| (0..10_000).map(piece).collect::<String>();
    let minister = "“We will not close it,” Transport Minister Laila Haddad said.\n\n";
    let texts = [
        format!(
            "{minister}{}",
            numbered(&|_| "Laila Haddad left. “No, never again,” the captain said.\n\n".to_owned())
        ),
        format!(
            "{minister}{}",
            numbered(&|_| "Haddad left. “No, never again,” the minister said.\n\n".to_owned())
        ),
        numbered(&|_| "“No, never again,” he said. ".to_owned()),
        numbered(&|n| format!("“No, never again,” Laila H{n} said.\n\n")),
        numbered(&|n| {
            format!("“No, never again,” said Minister L{n} Haddad, H{n} told reporters. ")
        }),
        numbered(&|_| "Haddad said [that the bridge was closed]{a}.\n\n".to_owned()),
        numbered(&|_| "Haddad said that Lind said that the bridge was closed. ".to_owned()),
        numbered(&|_| {
            "وقالت وزيرة النقل ليلى حداد: \"لن نغلق المعبر\". وأضاف الوزير: \"أبدا لن نفعل\".\n\n"
                .to_owned()
        }),
    ];
    for text in texts {
        for lang in ["en", "ar", "de", "fr"] {
            let text = format!("---\nlang: {lang}\n---\n\n{text}");
            let (snapshot, file) = check(&[("article.news.md", &text)]);
            let all = TextRange::up_to(TextSize::of(text.as_str()));
            let hints = inlay_hints(&snapshot, file, all, Hints::default());
            assert!(hints.iter().all(|hint| all.contains_inclusive(hint.offset)));
        }
    }
}

/// Entities: many, alike, and in a registry.
#[test]
fn hostile_declarations_are_checked_to_their_end() {
    let declared = |entity: &dyn Fn(usize) -> String| (0..10_000).map(entity).collect::<String>();
    let registries = [
        declared(&|n| format!("e{n}: {{type: person, name: Laila Haddad}}\n")),
        declared(&|n| format!("e{n}: {{type: person, name: Laila Haddad{n}, aka: [Haddad]}}\n")),
        declared(&|n| {
            format!(
                "e{n}: {{type: person, name: Laila{n} Haddad, of: e{}}}\n",
                n + 1
            )
        }),
        declared(&|n| {
            let (bearer, of) = (n / 50, (n + 1) % 10_000);
            format!("e{n}: {{type: person, name: Laila{n}, aka: [Haddad, H{bearer}], of: e{of}}}\n")
        }),
        declared(&|n| format!("e{n}: {{type: persn, name: {{a: b}}, aka: [[a]]}}\n")),
        declared(&|_| "e: {name: Laila Haddad}\n".to_owned()),
        declared(&|n| format!("e{n}: {{nmae: Laila Haddad, nam: a، b}}\nе{n}: \n")),
        declared(&|n| format!("e{n}: {{name: Lai\u{200b}la\u{202e}}}\n")),
        declared(&|n| format!("<<<<<<< a\ne{n}: a\n=======\ne{n}: b\n>>>>>>> b\n")),
        declared(&|n| format!("e{n}: {{name: n{n}, anonymous: true}}\n")),
    ];
    let texts = [
        "Leila Haddad and Laila Haddad met Haddad. ".to_owned(),
        "H1 and H2 and Minister H3 and [H4](#e9999) and Interior Minister Laila7. ".to_owned(),
        "[Laila Haddad](#e1) said “no”{e2} to [Haddad](#e99999) again. ".to_owned(),
    ];
    for registry in registries {
        for text in &texts {
            let text = text.repeat(300_000 / text.len());
            check(&[
                ("article.news.md", &format!("---\nlang: en\n---\n{text}")),
                ("entities.yaml", &registry),
            ]);
        }
        let own: Vec<String> = registry.lines().map(|line| format!("  {line}\n")).collect();
        let own = own.concat();
        check(&[(
            "article.news.md",
            &format!("---\nlang: en\nentities:\n{own}---\nHaddad\n"),
        )]);
        check(&[("entities.yaml", &registry)]);
    }
    let keys = declared(&|n| format!("lnag{n}: \n"));
    check(&[("article.news.md", &format!("---\n{keys}---\nIt rained.\n"))]);
    for piece in ["*x, ", "k: v, "] {
        let line = piece.repeat(120_000);
        let yaml = format!("a: &x b\nc: {{k: [{line}]}}\nd: {{{line}}}\n");
        check(&[("article.news.md", &format!("---\n{yaml}---\nIt rained.\n"))]);
    }
    let names = "a، ".repeat(50_000);
    check(&[("entities.yaml", &format!("e: {{aka: [{names}b]}}\n"))]);
    let sources = declared(&|n| format!("s{n}, "));
    let text = "“a”{b < c} ".repeat(20);
    check(&[(
        "article.news.md",
        &format!("---\nsource: [{sources}]\n---\n{text}"),
    )]);
}

/// The model alone, for wire text.
#[test]
fn hostile_wire_text_is_read_to_its_end() {
    for piece in PIECES_OF_ARTICLES.iter().chain(PIECES) {
        let text = piece.repeat(300_000 / piece.len());
        let tree = parse(&text, Flavor::Wire);
        let article = Article::read(&text, &tree, None);
        assert!(article.quotations.len() <= text.len());
    }
}

/// What is wrong with a configuration, each thing with its place.
#[test]
fn hostile_configurations_are_read_to_their_end() {
    let rules: Vec<String> = (0..50_000).map(|n| format!("r{n} = \"off\"\n")).collect();
    let config = format!("[rules]\n{}", rules.concat());
    let files: [(&str, &[u8]); 2] = [
        ("a.news.md", b"It rained.\n"),
        ("isnad.toml", config.as_bytes()),
    ];
    let folder = crate::cli::folder(&files);
    let checked = crate::cli::isnad(folder.path(), &["check", "a.news.md"]);
    let told = String::from_utf8_lossy(&checked.stderr).into_owned();
    assert_eq!(told.lines().count(), 50_000);
    assert!(told.contains("isnad.toml:50001:1: there is no rule `r49999`"));
}

#[test]
fn hostile_quotations_are_listed_to_their_end() {
    let text = "\"a\" ".repeat(100_000);
    let folder = crate::cli::folder(&[("a.news.md", text.as_bytes())]);
    let listed = crate::cli::isnad(folder.path(), &["quotes", "--format", "ndjson"]);
    assert_eq!(crate::cli::out(&listed).lines().count(), 100_000);
}
