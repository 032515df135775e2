//! `cases.txt` beside this file says what is found and what is not, in any number of languages.

use proptest::prelude::*;

use super::*;
use crate::names::fold::fold;

const CASES: &str = include_str!("cases.txt");

/// Names that are looked for in one language.
struct Names {
    matcher: NameMatcher,
    language: Language,
}

impl Names {
    fn new(names: &[NameEntry], lang: Option<&str>) -> Self {
        let language = Language::of(lang);
        Self {
            matcher: NameMatcher::new(names.iter().cloned(), language.forms()),
            language,
        }
    }

    fn find(&self, text: &str) -> Vec<NameMatch> {
        let names = Layer {
            matcher: &self.matcher,
            key: &Some,
        };
        find(&[names], &self.language, text)
    }
}

/// A group of cases: a language, and names declared for the texts that follow.
#[derive(Default)]
struct Group {
    language: Option<String>,
    names: Vec<NameEntry>,
}

impl Group {
    fn declare(&mut self, line: &str) {
        for name in line.split('|').map(str::trim) {
            let person = name.starts_with('@');
            self.names.push(NameEntry {
                name: unescape(name.trim_start_matches('@')),
                key: self.names.len() as u32,
                person,
            });
        }
    }

    /// Compares the names found in a text with those that stand in ⟦ ⟧.
    fn check(&self, names: &Names, case: &str) -> Result<(), String> {
        let expected = unescape(case);
        let text = expected.replace(['⟦', '⟧'], "");
        let found = mark(&text, &names.find(&text));
        if found == expected {
            return Ok(());
        }
        let language = self.language.as_deref().unwrap_or("?");
        Err(format!(
            "{language}: expected {expected}\n    found    {found}\n"
        ))
    }
}

fn mark(text: &str, found: &[NameMatch]) -> String {
    let mut marked = text.to_owned();
    for name in found.iter().rev() {
        marked.insert(name.range.end().into(), '⟧');
        marked.insert(name.range.start().into(), '⟦');
    }
    marked
}

fn unescape(text: &str) -> String {
    let mut plain = text.replace("\\r", "\r").replace("\\n", "\n");
    for (name, sign) in [
        ("{nbsp}", "\u{a0}"),
        ("{zwnj}", "\u{200c}"),
        ("{zwj}", "\u{200d}"),
        ("{rlm}", "\u{200f}"),
        ("{lri}", "\u{2066}"),
        ("{pdi}", "\u{2069}"),
        ("{shy}", "\u{ad}"),
        ("{acute}", "\u{301}"),
    ] {
        plain = plain.replace(name, sign);
    }
    plain
}

#[test]
fn names_are_found_where_they_stand_and_nowhere_else() {
    let mut group = Group::default();
    let mut matcher = Names::new(&[], None);
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in CASES.lines().map(str::trim) {
        if let Some(header) = line.strip_prefix("# ") {
            let language = header.split([':', ' ']).next().filter(|tag| *tag != "?");
            group = Group {
                language: language.map(str::to_owned),
                names: Vec::new(),
            };
        } else if let Some(names) = line.strip_prefix("+ ") {
            group.declare(names);
            matcher = Names::new(&group.names, group.language.as_deref());
        } else if !line.is_empty() && !line.starts_with("//") {
            count += 1;
            wrong.extend(group.check(&matcher, line).err());
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.concat()
    );
    assert!(count >= 400, "{count} cases");
}

fn name(name: &str, key: u32, person: bool) -> NameEntry {
    NameEntry {
        name: name.to_owned(),
        key,
        person,
    }
}

#[test]
fn all_that_share_a_name_are_told() {
    let names = [
        name("حداد", 7, true),
        name("حدّاد", 2, true),
        name("ليلى حداد", 2, true),
        name("حداد", 7, true),
    ];
    let matcher = Names::new(&names, Some("ar"));
    let keys = |text| {
        let found = matcher.find(text);
        found.into_iter().map(|name| name.keys).collect::<Vec<_>>()
    };
    assert_eq!(keys("قال حداد إن ليلى حداد"), [vec![2, 7], vec![2]]);
}

#[test]
fn nothing_declared_finds_nothing() {
    for names in [vec![], vec![name("", 0, true), name(" … ", 1, false)]] {
        let matcher = Names::new(&names, Some("en"));
        assert_eq!(matcher.find("Anything … at all"), []);
        assert_eq!(matcher.find(""), []);
    }
}

#[test]
fn layers_are_as_one() {
    let own = NameMatcher::new([name("York", 0, true)], Forms::Plain);
    let further = [
        name("New York", 0, false),
        name("York", 1, true),
        name("Haddad", 2, true),
    ];
    let further = NameMatcher::new(further, Forms::Plain);
    let layers = [
        Layer {
            matcher: &own,
            key: &Some,
        },
        Layer {
            matcher: &further,
            key: &|key| (key != 2).then_some(key + 10),
        },
    ];
    let found = find(
        &layers,
        &Language::of(Some("en")),
        "York, New York, York-Haddad, Haddad",
    );
    let keys: Vec<_> = found.into_iter().map(|name| name.keys).collect();
    assert_eq!(keys, [vec![0, 11], vec![10]]);
}

// Quadratic time would show: minutes instead of a second.
#[test]
fn many_names_take_linear_time() {
    let names = (0..200_000).map(|key| name(&format!("N{key}"), key, true));
    let matcher = NameMatcher::new(names, Forms::Plain);
    let layer = Layer {
        matcher: &matcher,
        key: &Some,
    };
    let found = find(&[layer], &Language::default(), "N7 and N199999 but N200000");
    let keys: Vec<_> = found.into_iter().flat_map(|name| name.keys).collect();
    assert_eq!(keys, [7, 199_999]);
}

// The same.
#[test]
fn texts_without_spaces_take_linear_time() {
    let names = [
        name("ناتو", 0, false),
        name("علي", 1, true),
        name("ab", 2, true),
    ];
    let matcher = Names::new(&names, Some("ar"));
    for unit in [
        "ناتو",
        "علي\u{651}",
        "ab",
        "ab-",
        "\u{200c}",
        "a\u{301}",
        "ناتو'",
        " ",
    ] {
        matcher.find(&unit.repeat(50_000));
    }
    assert_eq!(matcher.find(&"ab-".repeat(50_000)).len(), 50_000);
}

proptest! {
    #[test]
    fn finds_lie_in_order_and_are_declared_names(
        text in "(علي|على|ناتو|ال|[ولبكا ]|Trump|NATO|Jean|Путин|ым|ס|רון|中国|ی|[-'’\" \u{200c}\u{200f}\u{301}ًs.]|\\PC){0,30}",
        language in prop::sample::select(vec!["ar", "en", "de", "fr", "ru", "he", "fa", "ko", "zh", ""]),
    ) {
        let names = ["علي", "الناتو", "ناتو", "Trump", "NATO", "Jean", "Jean-Jean", "Путин", "רון", "中国", "中"];
        let entries: Vec<_> = names
            .iter()
            .zip(0..)
            .map(|(text, key)| name(text, key, key % 2 == 0))
            .collect();
        let matcher = Names::new(&entries, Some(language));
        let mut end = TextSize::new(0);
        for found in matcher.find(&text) {
            prop_assert!(end <= found.range.start() && !found.range.is_empty());
            end = found.range.end();
            prop_assert!(text.is_char_boundary(found.range.start().into()));
            prop_assert!(text.is_char_boundary(end.into()));
            let folded = fold(&text[found.range]);
            prop_assert!(found.keys.iter().all(|key| {
                let name = fold(names[*key as usize]);
                let stem = name.text().strip_prefix('ا').unwrap_or(name.text());
                folded.text().contains(stem)
            }), "{:?} in {text:?}", folded.text());
        }
    }
}
