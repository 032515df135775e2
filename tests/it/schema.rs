//! The schemas say what Isnad takes, no less and no more.

use std::fs;
use std::path::Path;

use isnad::model::front_matter;
use isnad::rules;
use isnad::syntax::yaml::{self, Node};
use isnad::syntax::{Flavor, parse};
use isnad::workspace::{Config, FileKind, KEYS, OVERRIDE_KEYS};
use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};
use toml::de::{DeTable, DeValue};

use crate::cli::{folder, isnad, out};

fn schema(subject: &str) -> Value {
    let output = isnad(folder(&[]).path(), &["schema", subject]);
    assert_eq!(output.status.code(), Some(0), "{subject}");
    serde_json::from_str(&out(&output)).expect("JSON")
}

/// The schema as readers of either draft understand it.
struct Schema([Validator; 2]);

impl Schema {
    fn new(subject: &str) -> Schema {
        let mut schema = schema(subject);
        let of = |draft, schema: &Value| {
            jsonschema::options()
                .with_draft(draft)
                .build(schema)
                .unwrap_or_else(|error| panic!("{subject}: {error}"))
        };
        let newer = of(Draft::Draft202012, &schema);
        schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
        Schema([newer, of(Draft::Draft7, &schema)])
    }

    /// Whether it calls a document valid; both drafts agree.
    #[track_caller]
    fn allows(&self, document: &Value) -> bool {
        let [newer, older] = &self.0;
        let valid = newer.is_valid(document);
        assert_eq!(older.is_valid(document), valid, "{document}");
        valid
    }
}

fn of_toml(text: &str) -> Value {
    fn value(written: &DeValue<'_>) -> Value {
        match written {
            DeValue::String(text) => json!(text),
            DeValue::Boolean(truth) => json!(truth),
            DeValue::Array(items) => items.iter().map(|item| value(item.get_ref())).collect(),
            DeValue::Table(entries) => table(entries),
            _ => json!(0),
        }
    }
    fn table(entries: &DeTable<'_>) -> Value {
        let entry = |(key, it): (&toml::Spanned<std::borrow::Cow<'_, str>>, _)| {
            let it: &toml::Spanned<DeValue<'_>> = it;
            (key.get_ref().to_string(), value(it.get_ref()))
        };
        Value::Object(entries.iter().map(entry).collect())
    }
    let parsed = DeTable::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    table(parsed.get_ref())
}

/// YAML as other programs understand it: plain scalars have types.
fn of_yaml(text: &str) -> Value {
    fn value(node: &Node) -> Value {
        match &node.value {
            yaml::Value::Sequence(items) => items.iter().map(value).collect(),
            yaml::Value::Mapping(entries) => {
                let key = |node: &Node| node.as_str().unwrap_or_default().to_owned();
                let entries = entries.iter().map(|it| (key(&it.key), value(&it.value)));
                Value::Object(entries.collect::<Map<_, _>>())
            }
            yaml::Value::Scalar(scalar) if scalar.is_null() => Value::Null,
            yaml::Value::Scalar(scalar) if scalar.plain => match scalar.text.as_str() {
                "true" => json!(true),
                "false" => json!(false),
                text => text
                    .parse::<i64>()
                    .map_or(json!(text), |number| json!(number)),
            },
            yaml::Value::Scalar(scalar) => json!(scalar.text),
        }
    }
    let parsed = yaml::parse(text);
    assert_eq!(parsed.errors, [], "{text}");
    parsed.root.as_ref().map_or(Value::Null, value)
}

fn front_matter(article: &str) -> Option<String> {
    let tree = parse(article, Flavor::Article);
    let yaml = |(kind, range)| (kind == isnad::syntax::SyntaxKind::Yaml).then_some(range);
    let range = tree.tokens().find_map(yaml)?;
    Some(article[range].to_owned())
}

#[test]
fn what_the_project_holds_is_valid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let started = folder(&[]);
    isnad(started.path(), &["init", "--lang", "ar"]);
    let folders = [
        root.join("examples"),
        root.join("examples/people"),
        root.join("editors/test/fixture"),
        started.path().to_owned(),
    ];
    let [config, front, registry] = ["config", "front-matter", "registry"].map(Schema::new);
    let mut seen = [0; 3];
    let entries = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if name == "mistakes.news.md" || path.is_dir() {
            continue;
        }
        let text = || fs::read_to_string(&path).expect("a text");
        if name == "isnad.toml" {
            seen[0] += 1;
            assert!(config.allows(&of_toml(&text())), "{}", path.display());
        } else if let Some(yaml) = name.ends_with(".news.md").then(|| front_matter(&text())) {
            seen[1] += 1;
            let yaml = yaml.unwrap_or_default();
            assert!(front.allows(&of_yaml(&yaml)), "{}", path.display());
        } else if FileKind::of(&path) == FileKind::Registry {
            seen[2] += 1;
            assert!(registry.allows(&of_yaml(&text())), "{}", path.display());
        }
    }
    assert!(seen.iter().all(|count| *count >= 3), "{seen:?}");
}

#[test]
fn configurations_are_valid_if_they_can_be_carried_out() {
    let schema = Schema::new("config");
    for (text, expected) in [
        ("", true),
        ("required-version = \">=0.1\"", true),
        ("required-version = \">=0.1, <9\"", true),
        ("required-version = \"*\"", true),
        ("required-version = \"newest\"", false),
        ("required-version = 1", false),
        ("lang = \"ar\"", true),
        ("lang = \"zh-Hant-TW\"", true),
        ("lang = \"Arabic\"", false),
        ("lang = \"en_GB\"", false),
        ("lang = [\"ar\"]", false),
        ("registry = \"people.yaml\"", true),
        ("registry = [\"a.yaml\", \"b/*.yaml\"]", true),
        ("registry = [1]", false),
        ("registry = {}", false),
        ("allow-outside = \"../people.yaml\"", true),
        ("allow-outside = [\"../a.yaml\", \"/b/*.yaml\"]", true),
        ("allow-outside = true", false),
        ("registri = \"a\"", false),
        ("[rules]\nname-variant = \"off\"", true),
        ("[rules]\nname-variant = \"warn\"", false),
        ("[rules]\nname-variant = true", false),
        ("[rules]\nname-variants = \"off\"", false),
        ("rules = \"off\"", false),
        ("[[overrides]]\npaths = \"a\"\nlang = \"de\"", true),
        (
            "[[overrides]]\npaths = [\"a/**\"]\nrules = {unclosed-quote = \"hint\"}",
            true,
        ),
        ("[[overrides]]\nrules = {unclosed-quote = \"hint\"}", false),
        ("[[overrides]]\npaths = [\"../a\"]", false),
        ("[[overrides]]\npaths = \"/a\"", false),
        ("[[overrides]]\npaths = \"a\"\nregistry = \"b\"", false),
        (
            "[[overrides]]\npaths = \"a\"\nrules = {unclosed-quotes = \"hint\"}",
            false,
        ),
        ("[overrides]\npaths = \"a\"", false),
        ("overrides = [\"a\"]", false),
    ] {
        let config = Config::read(text);
        let unknown = config
            .all_levels()
            .any(|level| rules::find(&level.rule).is_none());
        assert_eq!(
            config.problems.is_empty() && !unknown,
            expected,
            "read: {text}"
        );
        assert_eq!(schema.allows(&of_toml(text)), expected, "valid: {text}");
    }
}

#[test]
fn front_matter_is_valid_if_it_can_be_read() {
    let [article, registry] = ["front-matter", "registry"].map(Schema::new);
    for (text, expected) in [
        ("lang: ar\ndate: 2025-03-04\nof-my-own: {a: [1]}\n", true),
        ("lang: [ar]\n", false),
        (
            "date: 2025-03-04T10:00:00Z\ndateline: {place: الوادي, date: ٢٠٢٥-٠٣-٠٤}\n",
            true,
        ),
        ("date: {on: 2025}\n", false),
        ("dateline: Geneva\n", false),
        ("dateline: {place: [Geneva]}\n", false),
        (
            "source: [أ, agency, 24]\nwire: a.txt\nregistry: ../people.yaml\n",
            true,
        ),
        ("source: {a: b}\n", false),
        ("wire: [a.txt, b.txt]\n", false),
        ("registry: [[a]]\n", false),
        (
            "entities:\n  ليلى: {type: person, name: ليلى, aka: [أ], role: وزيرة, of: x}\n",
            true,
        ),
        (
            "entities: {a: {name: {ar: أ, en: [A, B]}, aka: {en: C}}}\n",
            true,
        ),
        (
            "entities: {a: , b: {anonymous: true, wikidata: Q42, url: https://example.org}}\n",
            true,
        ),
        ("entities: [a]\n", false),
        ("entities: {a: b}\n", false),
        ("entities: {a: {type: human}}\n", false),
        ("entities: {a: {anonymous: maybe}}\n", false),
        ("entities: {a: {role: [x]}}\n", false),
        ("entities: {a: {name: {en: {x: y}}}}\n", false),
    ] {
        let written = format!("---\n{text}---\n\nText.\n");
        let tree = parse(&written, Flavor::Article);
        let read = front_matter::read(&written, &tree);
        assert_eq!(
            read.problems.is_empty(),
            expected,
            "read: {text} {:?}",
            read.problems
        );
        let value = of_yaml(text);
        assert_eq!(article.allows(&value), expected, "valid: {text}");
        if let Some(entities) = value.get("entities") {
            assert_eq!(registry.allows(entities), expected, "valid: {text}");
        }
    }
    // The rule `invalid-id` holds these against an article.
    for id in ["the ferry", "a@b", "أ،ب", "a#b", ""] {
        assert!(!registry.allows(&json!({ id: {} })), "{id}");
    }
    for id in ["مصادر-الوفدين", "24", "日本", "a_b", "نیم\u{200c}فاصله"] {
        assert!(registry.allows(&json!({ id: {} })), "{id}");
    }
}

#[test]
fn schemas_know_every_key_and_rule_and_no_other() {
    fn keys(properties: &Value) -> Vec<&str> {
        let properties = properties.as_object().expect("properties");
        for (key, property) in properties {
            let description = property["description"].as_str().unwrap_or_default();
            assert!(description.ends_with('.'), "{key} is not described");
        }
        let mut keys: Vec<&str> = properties.keys().map(String::as_str).collect();
        keys.sort_unstable();
        keys
    }
    fn sorted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        let mut names: Vec<&str> = names.collect();
        names.sort_unstable();
        names.dedup();
        names
    }
    let config = schema("config");
    let top = &config["properties"];
    let of_override = &top["overrides"]["items"]["properties"];
    assert_eq!(keys(top), sorted(KEYS.iter().map(|key| key.name)));
    assert_eq!(
        keys(of_override),
        sorted(OVERRIDE_KEYS.iter().map(|key| key.name))
    );
    let names = sorted(rules::manual().map(|rule| rule.name));
    assert_eq!(keys(&top["rules"]["properties"]), names);
    assert_eq!(keys(&of_override["rules"]["properties"]), names);

    // The keys of front matter are those that its reader asks for.
    let reader = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model/front_matter/read.rs");
    let reader = fs::read_to_string(reader).expect("the reader");
    let asked = reader
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Some(\"")?.split_once("\") => "))
        .filter(|(key, _)| !key.contains('"'))
        .map(|(key, _)| key);
    let front = schema("front-matter");
    let front = &front["properties"];
    let entity = &front["entities"]["additionalProperties"]["properties"];
    let both = keys(front).into_iter().chain(keys(entity));
    assert_eq!(sorted(both), sorted(asked));
    assert_eq!(keys(&front["dateline"]["properties"]), ["date", "place"]);
    assert_eq!(
        schema("registry")["additionalProperties"]["properties"],
        *entity,
        "a registry holds what `entities` holds"
    );
}
