//! An article over shared registries is the same as one that says in its own front matter all that
//! they declare; and what articles share is the same for all of them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use isnad::model::Link;
use isnad::rules;
use isnad::text::TextSize;
use proptest::prelude::*;

use crate::fixture::Fixture;

/// The keys of an entity, each with what it may be.
const KEYS: &[(&str, &[&str])] = &[
    ("type", &["person", "organization", "place"]),
    (
        "name",
        &[
            "Laila Haddad",
            "Haddad",
            "Omar Haddad",
            "Katerina Orlova",
            "The Harbour",
            "{en: Laila Haddad, ar: ليلى حداد}",
        ],
    ),
    (
        "aka",
        &["[Haddad]", "[Orlova, Caterina Orlova]", "[Omar]", "[ليلى]"],
    ),
    ("role", &["minister"]),
    ("of", &["a", "b", "The Harbour"]),
    ("anonymous", &["true", "false"]),
];

const IDS: [&str; 5] = ["a", "b", "c", "ليلى", "e"];

const PIECES: &[&str] = &[
    "Laila Haddad",
    "Leila Haddad",
    "Omar Hadad",
    "Katerina Orlova",
    "Caterina Orlova",
    "Haddad",
    "Omar-Haddad",
    "وليلى حداد",
    "ليلى",
    "the Harbour",
    "[the minister](#a)",
    "[she](#c)",
    "“We stay.”{a}",
    "“We go.”{Omar}",
    "“We wait.”{b < a}",
    "“We sleep.”",
    "[that it rains]{e > ليلى}",
    " said ",
    ", ",
    ".\n\n",
];

/// What one file says of an entity, by its keys.
type Said = BTreeMap<&'static str, &'static str>;

/// Entities, in the order of a file.
type Declared = Vec<(&'static str, Said)>;

fn declared(most: usize) -> impl Strategy<Value = Declared> {
    let said = KEYS.iter().map(|(key, values)| {
        let value = prop::option::of(prop::sample::select(*values));
        value.prop_map(|value| Some((*key, value?)))
    });
    let said: Vec<_> = said.collect();
    let said = said.prop_map(|keys| keys.into_iter().flatten().collect::<Said>());
    let ids = prop::sample::subsequence(&IDS[..], 0..=most).prop_shuffle();
    let entities = prop::collection::vec(said, IDS.len());
    (ids, entities).prop_map(|(ids, said)| ids.into_iter().zip(said).collect())
}

fn yaml(declared: &Declared, indent: &str) -> String {
    let mut yaml = String::new();
    for (id, said) in declared {
        let keys: Vec<_> = said
            .iter()
            .map(|(key, value)| format!("{key}: {value}"))
            .collect();
        let _ = writeln!(yaml, "{indent}{id}: {{{}}}", keys.join(", "));
    }
    yaml
}

fn article(declared: &Declared, lang: &str, source: &str, body: &str) -> String {
    let entities = yaml(declared, "  ");
    format!("---\nlang: {lang}\nsource: [{source}]\nentities:\n{entities}---\n\n{body}\n")
}

/// All of them in one file: the nearest that says something counts.
fn merged(files: [&Declared; 3]) -> Declared {
    let mut all = Declared::new();
    for (id, said) in files.into_iter().flatten() {
        if let Some((_, known)) = all.iter_mut().find(|(known, _)| known == id) {
            for (key, value) in said {
                known.entry(key).or_insert(value);
            }
        } else {
            all.push((id, said.clone()));
        }
    }
    all
}

/// The entities of an article, which names all those that registries know as well.
fn of_all(mut own: Declared, registries: [&Declared; 2]) -> Declared {
    for (id, _) in registries.into_iter().flatten() {
        if own.iter().all(|(known, _)| known != id) {
            own.push((id, Said::new()));
        }
    }
    own
}

/// What an article's text means and what is wrong with it, with places counted from its start.
fn drawn(fixture: &Fixture) -> String {
    let file = fixture.file();
    let text = fixture.snapshot.text(file);
    let analysis = fixture.snapshot.analysis(file);
    let body = text.find("\n---\n").expect("front matter");
    let body = TextSize::new(body as u32);
    let id = |key| analysis.entities.get(key).id.as_str();
    let mut drawn = String::new();
    for mention in &analysis.mentions {
        let range = mention.range() - body;
        let entity = mention.entity.map(id);
        let _ = writeln!(drawn, "{range:?} {} is {entity:?}", &text[mention.words]);
    }
    for who in (0..analysis.said.len()).filter_map(|at| analysis.who(at)) {
        let via = analysis.via(who).into_iter().map(Link::name);
        let _ = writeln!(drawn, "via {:?}", via.collect::<Vec<_>>());
    }
    for source in &analysis.article.front.source {
        let _ = writeln!(drawn, "source {:?}", analysis.entity_of(source).map(id));
    }
    for (_, entity) in analysis.entities.iter() {
        let (name, role) = (entity.name(analysis.article.lang()), &entity.role);
        let _ = writeln!(drawn, "{} {name} {role:?} {:?}", entity.id, entity.of);
    }
    for finding in rules::check(&fixture.snapshot, file) {
        if finding.range.start() > body {
            let range = finding.range - body;
            let (rule, message) = (finding.rule, &finding.message);
            let _ = writeln!(drawn, "{range:?} {rule} {message} {:?}", finding.help);
        }
    }
    drawn
}

proptest! {
    #[test]
    fn what_registries_declare_might_as_well_stand_in_the_article(
        says_itself in any::<bool>(),
        own in declared(3),
        near in declared(4),
        far in declared(4),
        lang in prop::sample::select(vec!["en", "ar", "pl"]),
        source in prop::sample::select(vec!["a", "Haddad", "Omar", "The Harbour", "ليلى"]),
        body in prop::collection::vec(prop::sample::select(PIECES), 0..16),
    ) {
        let body = body.concat();
        // What an article declares itself decides between names that it shares with others: it
        // says something of all entities here, or of none.
        let own = if says_itself { of_all(own, [&near, &far]) } else { Declared::new() };
        let apart = format!(
            "//- desk/article.news.md\n{}//- desk/entities.yaml\n{}//- entities.yaml\n{}",
            article(&own, lang, source, &body),
            yaml(&near, ""),
            yaml(&far, ""),
        );
        let together = article(&merged([&own, &near, &far]), lang, source, &body);
        prop_assert_eq!(drawn(&Fixture::new(&apart)), drawn(&Fixture::new(&together)), "{}", apart);
    }
}

#[test]
fn articles_share_what_their_registries_declare() {
    let fixture = Fixture::new(
        "//- a.news.md
---
lang: en
entities: {haddad: {aka: [Laila]}}
---

Laila arrived.
//- b.news.md
---
lang: ar
---

وصلت ليلى حداد.
//- desk/c.news.md
Laila Haddad left.
//- entities.yaml
haddad: {type: person, name: {en: Laila Haddad, ar: ليلى حداد}}
//- desk/entities.yaml
omar: {type: person, name: Omar}
",
    );
    let registered = |at: usize| {
        let analysis = fixture.snapshot.analysis(fixture.files[at]);
        assert_eq!(analysis.mentions.len(), 1);
        analysis.entities.registered()
    };
    assert!(Arc::ptr_eq(registered(0), registered(1)));
    assert!(!Arc::ptr_eq(registered(0), registered(2)));
}
