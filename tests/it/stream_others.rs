//! `isnad stream` over articles that are compared: keys out, groups in.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::zip;

use serde_json::{Value, json};

use crate::cli::{err, folder, isnad, out};
use crate::stream::{answers, lines, stream};

const CHECK: &[&str] = &["--what", "check"];
const RULES: [&str; 2] = ["altered-quote", "disputed-speaker"];

/// An article in which Laila Haddad says something.
fn said(words: &str) -> String {
    let who = "entities:\n  haddad: {type: person, name: Laila Haddad}\n";
    format!("---\nlang: en\n{who}---\n\n“{words}”{{haddad}} Laila Haddad said.\n")
}

const HARVEST: &str = "We will not close the crossing before the harvest is over";
const ALTERED: &str = "We will never close the crossing before the harvest is over";

/// Articles of which some say nearly the same: their paths and texts.
fn corpus() -> Vec<(&'static str, String)> {
    let arabic = |words| {
        let who = "entities:\n  وزير: {type: person, name: سامي النجار}\n";
        format!("---\nlang: ar\n{who}---\n\nقال النجار: {words}{{وزير}}.\n")
    };
    let hebrew = |id, name, words| {
        let who = format!("entities:\n  {id}: {{type: person, name: {name}}}\n");
        format!("\u{feff}---\nlang: he\n{who}---\n\n{words}{{{id}}}, אמרה השרה.\n")
            .replace('\n', "\r\n")
    };
    let german = |id, name, words| {
        format!(
            "---\nlang: de\nentities:\n  {id}: {{type: person, name: {name}}}\n---\n\n„{words}“{{{id}}}\n"
        )
    };
    vec![
        ("a.news.md", said(HARVEST)),
        ("b/مقال.news.md", arabic("«لن نُغلِق المعبر قبل نهاية الموسم الزراعي مهما طلبت الدول المجاورة»")),
        ("b/خبر.news.md", arabic("\"لن نغلق المعبر قبل نهاية الموسم مهما طلبت الدول 😀\"")),
        ("c.news.md", said(ALTERED).replace('\n', "\r\n")),
        ("d.txt", said(ALTERED)),
        (
            "e.news.md",
            hebrew(
                "לוי",
                "מיכל לוי",
                "\"לא נסגור את המעבר לפני סוף הקציר בשום תנאי שבעולם\"",
            ),
        ),
        (
            "f.news.md",
            hebrew(
                "כהן",
                "דנה כהן",
                "“לא נסגור את המעבר לפני סוף הקציר בשום תנאי שבעולם”",
            ),
        ),
        ("g.news.md", german("jung", "Jo\u{308}rg Jung", "Wir schließen die Bru\u{308}cke für niemanden vor dem späten Frühjahr")),
        ("h.news.md", german("alt", "Änne Alt", "WIR schließen die Brücke für niemanden vor dem spa\u{308}ten Fru\u{308}hjahr")),
        ("i.news.md", said("Nobody in this valley has seen so much snow as this week")),
        (
            "j.news.md",
            "---\nlang: en\nkind: record\n---\n\nGood morning. Nobody in this valley has seen so much snow as last week.\n".to_owned(),
        ),
        ("k.news.md", "Nothing of it.\n".to_owned()),
        ("l.news.md", String::new()),
    ]
}

fn answer(arguments: &[&str], record: &Value) -> Value {
    serde_json::from_str(&answers(arguments, &record.to_string())).expect("JSON")
}

fn keys(text: &str, path: &str) -> BTreeSet<u64> {
    let answer = answer(&["--what", "keys"], &json!({"path": path, "text": text}));
    let listed = answer["keys"].as_array().expect("keys").iter();
    let listed: Vec<u64> = listed.map(|key| key.as_u64().expect("a number")).collect();
    assert!(listed.is_sorted_by(|one, next| one < next), "{listed:?}");
    listed.into_iter().collect()
}

/// What the rules that compare articles find in an article.
fn found(article: &Value, others: &[Value]) -> Vec<Value> {
    let mut record = article.clone();
    record["others"] = json!(others);
    let answer = answer(CHECK, &record);
    let findings = answer["diagnostics"].as_array().expect("findings").iter();
    let is_one = |it: &&Value| RULES.iter().any(|rule| it["rule"] == *rule);
    findings.filter(is_one).cloned().collect()
}

fn record(path: &str, text: &str) -> Value {
    json!({"path": path, "text": text})
}

/// The part of a text that a place is about.
fn at<'a>(text: &'a str, place: &Value) -> &'a str {
    let offset = |key: &str| place[key].as_u64().expect("an offset") as usize;
    &text[offset("start")..offset("end")]
}

#[test]
fn nearly_the_same_words_share_keys_and_others_do_not() {
    let corpus = corpus();
    let keys: Vec<_> = corpus.iter().map(|(path, text)| keys(text, path)).collect();
    let shared = |one: usize, other: usize| keys[one].intersection(&keys[other]).count();
    // Case, accents, vowel marks, punctuation and how letters are composed make no other words.
    assert_eq!(keys[5], keys[6]);
    assert_eq!(keys[7], keys[8]);
    let pairs = [(0, 3), (1, 2), (5, 6), (7, 8), (9, 10)];
    for one in 0..corpus.len() {
        for other in one + 1..corpus.len() {
            let is_pair = pairs.contains(&(one, other));
            let count = shared(one, other);
            assert!(
                if is_pair { count >= 2 } else { count == 0 },
                "{one} {other}: {count}"
            );
        }
    }
    // Wire text is compared with nothing, and few words many say.
    assert!(keys[4].is_empty() && keys[11].is_empty() && keys[12].is_empty());
    assert_eq!(keys[0].len(), HARVEST.split(' ').count() - 1);
    // A record is looked up by all its words.
    assert_eq!(keys[10].len(), corpus[10].1.split_whitespace().count() - 7);
}

#[test]
fn keys_stand_in_the_place_of_findings() {
    let input = lines([
        json!({"id": "ا", "text": said(HARVEST)}),
        json!({"id": 2}),
        json!({"id": 3, "text": "“No,” said Ann Lee."}),
        json!({"id": 4, "text": "", "others": 7}),
    ]);
    let output = stream(&["--what", "keys"], input.as_bytes());
    assert!(
        err(&output).starts_with("isnad: 1 of 4 records"),
        "{}",
        err(&output)
    );
    insta::assert_snapshot!(out(&output));
}

#[test]
fn altered_and_disputed_quotations_are_found_by_others() {
    let corpus = corpus();
    for (one, other, rule) in [
        (0, 3, "altered-quote"),
        (1, 2, "altered-quote"),
        (5, 6, "disputed-speaker"),
        (7, 8, "disputed-speaker"),
    ] {
        for (one, other) in [(one, other), (other, one)] {
            let ((path, text), (other_path, other_text)) = (&corpus[one], &corpus[other]);
            let found = found(&record(path, text), &[record(other_path, other_text)]);
            let [finding] = &found[..] else {
                panic!("{path}: {found:?}")
            };
            assert_eq!(
                (&finding["path"], &finding["rule"]),
                (&json!(path), &json!(rule))
            );
            let related = &finding["related"][0];
            assert_eq!(related["path"], *other_path);
            let quotation = at(other_text, related);
            assert!(quotation.starts_with(['“', '"', '«', '„']), "{quotation}");
            let name = other_path.rsplit('/').next().expect("a name");
            let message = finding["message"].as_str().expect("a message");
            assert!(message.starts_with(name), "{message}");
        }
    }
}

#[test]
fn a_record_among_the_others_has_the_last_word() {
    let corpus = corpus();
    let (quoting, statement) = (&corpus[9], &corpus[10]);
    let same = record(
        "z.news.md",
        &said("Nobody in this valley has seen so much snow as this week"),
    );
    let others = [same, record(statement.0, &statement.1)];
    let found = found(&record(quoting.0, &quoting.1), &others);
    let [finding] = &found[..] else {
        panic!("{found:?}")
    };
    let message = "these are not the words of the record j.news.md: “last” there, “this” here";
    assert_eq!(finding["message"], message);
    assert_eq!(at(&quoting.1, finding), "this");
    let words = at(&statement.1, &finding["related"][0]);
    assert_eq!(
        words,
        "Nobody in this valley has seen so much snow as last week"
    );
    // In the record itself nothing is altered, whoever alters it.
    assert_eq!(
        self::found(
            &record(statement.0, &statement.1),
            &[record(quoting.0, &quoting.1)]
        ),
        [] as [Value; 0]
    );
}

#[test]
fn others_may_have_any_path_and_none_is_lost() {
    let text = said(HARVEST);
    let names = [
        "a.news.md",
        "./a.news.md",
        "/x/a.news.md",
        "isnad.toml",
        "isnad-baseline.json",
        "entities.yaml",
        "alone.news.md",
        "0/a.news.md",
        "..",
        "/",
        "",
        "日本 👩\u{200d}👧.md",
        "a\u{0}b",
    ];
    for name in names {
        let other = record(name, &said(ALTERED));
        let found = found(&record("a.news.md", &text), &[other]);
        let [finding] = &found[..] else {
            panic!("{name}: {found:?}")
        };
        let expected = match name {
            "" => "stdin.news.md",
            name => name.strip_prefix("./").unwrap_or(name),
        };
        assert_eq!(
            (&finding["path"], &finding["related"][0]["path"]),
            (&json!("a.news.md"), &json!(expected))
        );
    }
    // Four that have one name: of what is nearest one is told, and a formula shows by all of them.
    let other = |words: &str| record("a.news.md", &said(words));
    let ways = ["hardly", "never", "soon", "seldom"].map(|word| HARVEST.replace("not", word));
    let ways: Vec<_> = ways.iter().map(|words| other(words)).collect();
    let article = record("a.news.md", &text);
    assert_eq!(found(&article, &ways[..2]).len(), 1);
    assert_eq!(found(&article, &ways), [] as [Value; 0]);
    let without: Vec<_> = ways
        .iter()
        .map(|way| json!({"text": way["text"], "path": null, "lang": null}))
        .collect();
    assert_eq!(found(&article, &without[..1]).len(), 1);
    assert_eq!(found(&article, &without), [] as [Value; 0]);
    // It may be gathered with the others itself.
    assert_eq!(
        found(&article, &[article.clone(), article.clone()]),
        [] as [Value; 0]
    );
}

#[test]
fn nothing_stands_around_the_others_either() {
    let text = "“We will not close the crossing before the harvest is over,” said Ann Lee.\n";
    let registry = record("entities.yaml", "lee: {type: person, name: Ann Lee}\n");
    let wire = record("0/a.txt", "Another text.\n");
    let article = "---\nwire: 0/a.txt\nregistry: [entities.yaml, 1/entities.yaml]\n---\n\n“No,”{lee} said Ann Lee.\n";
    let with = json!({"text": article, "others": [registry, wire, record("b.news.md", text)]});
    let without = json!({"text": article});
    assert_eq!(answer(CHECK, &with), answer(CHECK, &without));
}

#[test]
fn each_of_the_others_is_in_a_language_of_its_own() {
    // Who reads it in another language does not know what `said` says, and so is not sure who speaks.
    let text = |name: &str| format!("“{HARVEST},” said {name}.\n");
    let article = json!({"text": text("Ann Lee"), "lang": "en"});
    let other = |lang: Value| json!({"text": text("Peter Lind"), "lang": lang});
    let german = json!({"text": "Nichts davon.", "lang": "de"});
    for (arguments, lang, count) in [
        (&["--lang", "fr"][..], json!("en"), 1),
        (&["--lang", "fr"], json!(null), 0),
        (&["--lang", "en"], json!("fr"), 0),
        (&["--lang", "en"], json!(""), 1),
        (&[], json!("de"), 0),
        (&["--lang", "en"], json!(null), 1),
    ] {
        let mut record = article.clone();
        record["others"] = json!([german, other(lang), german]);
        let answer = answer(&[CHECK, arguments].concat(), &record);
        let findings = answer["diagnostics"].as_array().expect("findings").iter();
        let disputed = findings
            .filter(|it| it["rule"] == "disputed-speaker")
            .count();
        assert_eq!(disputed, count, "{arguments:?} {record}");
    }
}

#[test]
fn broken_others_are_a_bad_record_and_only_for_who_compares() {
    let broken = [
        "7",
        r#""a.news.md""#,
        r#"{"text": "x"}"#,
        r#"["x"]"#,
        "[null]",
        r#"[{"text": "x"}, ["text"]]"#,
        "[{}]",
        r#"[{"text": "x"}, {"path": "b.news.md", "text": null}]"#,
        r#"[{"text": 7}]"#,
        r#"[{"text": "\ud83d"}]"#,
        r#"[{"text": "ا\u0000"}]"#,
        r#"[{"text": "x", "text": "y"}]"#,
        r#"[{"text": "x", "path": ["b"]}]"#,
        r#"[{"text": "x", "lang": "arabic"}]"#,
        r#"[{"text": "x", "lang": {}}]"#,
        r#"[{"text": "x"},]"#,
    ];
    let record = |others: &&str| format!("{{\"id\": 1, \"text\": \"x\", \"others\": {others}}}");
    let output = stream(CHECK, lines(broken.iter().map(record)).as_bytes());
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(out(&output));
    let (last, valid) = broken.split_last().expect("some");
    let passed_over = answers(&[], &lines(valid.iter().map(record)));
    assert_eq!(
        passed_over,
        "{\"id\":1,\"quotations\":[]}\n".repeat(broken.len() - 1)
    );
    assert!(last.ends_with(",]"));
}

#[test]
fn without_others_nothing_is_compared() {
    for (path, text) in corpus() {
        let plain = answers(CHECK, &record(path, &text).to_string());
        for others in [json!(null), json!([])] {
            let with = json!({"path": path, "text": text, "others": others});
            assert_eq!(answers(CHECK, &with.to_string()), plain);
        }
    }
}

#[test]
fn neither_the_order_of_the_others_nor_what_else_is_answered_makes_a_difference() {
    let corpus = corpus();
    let listed: Vec<_> = corpus
        .iter()
        .map(|(path, text)| record(path, text))
        .collect();
    let with = |(nth, article): (usize, &Value)| {
        let mut others = listed.clone();
        others.rotate_left(nth * 5 % listed.len());
        if nth % 2 == 0 {
            others.reverse();
        }
        let mut article = article.clone();
        article["others"] = json!(others);
        article
    };
    let turned = listed.iter().enumerate().map(with);
    let all = lines(turned.chain(listed.iter().map(|article| with((0, article)))));
    let one = answers(&[CHECK, &["--threads", "1"]].concat(), &all);
    let (first, second) = one.split_at(one.len() / 2);
    assert!(first.contains("altered-quote") && first.contains("disputed-speaker"));
    assert_eq!(first, second);
    let many = answers(&[CHECK, &["--threads", "7"]].concat(), &all.repeat(20));
    assert!(many == one.repeat(20));
}

#[test]
fn keys_groups_and_checks_find_what_one_check_finds() {
    let mut corpus = corpus();
    // Of several that are equally near the first is told of.
    corpus.push(("y.news.md", said(&HARVEST.replace("not", "hardly"))));
    corpus.push(("z/a.news.md", said(HARVEST)));
    // Articles of several folders are compared where these belong together.
    let mut files: Vec<(&str, &[u8])> = vec![(".git/HEAD", b"")];
    files.extend(corpus.iter().map(|(path, text)| (*path, text.as_bytes())));
    let folder = folder(&files);
    let select = RULES.join(",");
    let arguments = [
        "check",
        "--format",
        "json-lines",
        "--fail-on",
        "never",
        "--select",
        &select,
    ];
    let expected = out(&isnad(folder.path(), &arguments));
    let rules: BTreeSet<_> = RULES
        .iter()
        .filter(|rule| expected.contains(**rule))
        .collect();
    assert_eq!(rules.len(), RULES.len(), "{expected}");

    let records = corpus
        .iter()
        .zip(0..)
        .map(|((path, text), id)| json!({"id": id, "path": path, "text": text}));
    let records: Vec<Value> = records.collect();
    let mut by_key: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for line in answers(&["--what", "keys"], &lines(&records)).lines() {
        let answer: Value = serde_json::from_str(line).expect("JSON");
        let id = answer["id"].as_u64().expect("an id") as usize;
        for key in answer["keys"].as_array().expect("keys") {
            by_key
                .entry(key.as_u64().expect("a number"))
                .or_default()
                .push(id);
        }
    }
    let group = |(id, record): (usize, &Value)| {
        let mut shared = vec![0; records.len()];
        let with = by_key.values().filter(|ids| ids.contains(&id)).flatten();
        with.for_each(|other| shared[*other] += 1);
        let others = zip(&records, shared).filter(|(other, keys)| *keys >= 2 && other["id"] != id);
        let mut record = record.clone();
        record["others"] = others.map(|(other, _)| other.clone()).collect();
        record
    };
    let groups: Vec<Value> = records.iter().enumerate().map(group).collect();
    assert!(
        groups
            .iter()
            .all(|it| it["others"].as_array().is_some_and(|it| it.len() < 4))
    );
    let mut found = BTreeSet::new();
    for line in answers(CHECK, &lines(groups)).lines() {
        let answer: Value = serde_json::from_str(line).expect("JSON");
        let findings = answer["diagnostics"].as_array().expect("findings").iter();
        let of_rules = findings.filter(|it| RULES.iter().any(|rule| it["rule"] == *rule));
        found.extend(of_rules.map(Value::to_string));
    }
    let value = |line: &str| {
        serde_json::from_str::<Value>(line)
            .expect("JSON")
            .to_string()
    };
    let expected: BTreeSet<_> = expected.lines().map(value).collect();
    assert_eq!(found, expected);
}
