//! Paths that follow the files to which they lead.

use std::fmt::Write;

use isnad::ide::will_rename::{Move, will_rename};
use isnad::workspace::normalise;

use crate::fixture::{Fixture, folder};

const FILES: &str = "\
//- news/2025/a.news.md
\u{feff}---
wire: 'ferry.txt'\r
registry: [people.yaml, \"../../people/الوزراء.yaml\", none.yaml]
---
😀
//- news/2025/ferry.txt
//- news/2025/people.yaml
//- people/الوزراء.yaml
//- news/b.news.md
---
wire: 2025/ferry.txt
registry:
  - ../people/الوزراء.yaml
---
//- isnad.toml
registry = [\"people/الوزراء.yaml\", 'people/*.yaml']
//- isnad-baseline.json
{
  \"version\": 1,
  \"findings\": {
    \"news/2025/a.news.md\": {
      \"unused-entity\": {
        \"haddad\": 1
      }
    },
    \"news/عبارة.news.md\": {
      \"unused-entity\": {
        \"haddad\": 1
      }
    }
  }
}
//- empty.news.md
";

fn moved(moves: &[(&str, &str)]) -> String {
    let fixture = Fixture::new(FILES);
    let path = |name: &str| normalise(&folder().join(name));
    let all: Vec<Move> = moves
        .iter()
        .map(|(from, to)| Move {
            from: path(from),
            to: path(to),
        })
        .collect();
    let edits = will_rename(&fixture.snapshot, &all);
    let mut drawn = format!("=== {moves:?}\n");
    let after = fixture.with(&edits);
    for (&file, text) in fixture.files.iter().zip(after.texts()) {
        let lines = fixture.snapshot.text(file).lines().zip(text.lines());
        for (_, line) in lines.filter(|(before, after)| before != after) {
            let _ = writeln!(drawn, "{}: {line}", fixture.name(file));
        }
    }
    drawn
}

#[test]
fn paths_lead_where_they_led() {
    let minister = "people/الوزراء.yaml";
    let cases: [&[(&str, &str)]; 11] = [
        &[("news/2025/ferry.txt", "news/2025/it's \"here\": #1.txt")],
        &[("news/2025/ferry.txt", "wires/ferry.txt")],
        &[(minister, "people/ministers.yaml")],
        &[("people", "news/2025/who")],
        &[("news/2025", "archive/2025")],
        &[("news", "stories")],
        &[("news/2025/a.news.md", "a.news.md")],
        &[("news/عبارة.news.md", "news/قطار.news.md")],
        &[("isnad.toml", "news/isnad.toml")],
        &[("isnad-baseline.json", "news/isnad-baseline.json")],
        &[
            ("news/2025", "old"),
            ("news/2025/ferry.txt", "old/wire/ferry.txt"),
        ],
    ];
    insta::assert_snapshot!(cases.map(moved).join("\n"));
}
