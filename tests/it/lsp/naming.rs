//! Whom words name, end to end: what is selected in an editor becomes a name.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::client::{Client, list, uri};
use super::pulled;

fn client(encoding: &str, folder: &Path) -> Client {
    let mut can = pulled();
    can["general"] = json!({"positionEncodings": [encoding]});
    can["textDocument"]["codeAction"] = json!({
        "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["refactor"]}},
        "dataSupport": true,
        "resolveSupport": {"properties": ["edit"]},
    });
    Client::start(can, Some(folder))
}

#[test]
fn selected_words_become_a_name_in_two_files() {
    for (encoding, start, end) in [("utf-8", 4, 21), ("utf-16", 2, 12), ("utf-32", 1, 11)] {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let registry = folder.path().join("entities.yaml");
        fs::write(&registry, "\u{feff}sahl: {name: وكالة السهل}\r\n").expect("a file");
        let article = uri(&folder.path().join("a.news.md"));
        let mut client = client(encoding, folder.path());
        client.open(&article, "😀 Лев Корн 😀 прибыл.\n");
        let place = |character: u64| json!({"line": 0, "character": character});
        let params = json!({
            "textDocument": {"uri": article},
            "range": {"start": place(start), "end": place(end)},
            "context": {"diagnostics": [], "only": ["refactor.extract"]},
        });
        let mut found = list(&client.call("textDocument/codeAction", params));
        found.retain(|action| {
            let title = action["title"].as_str().unwrap_or_default();
            title.contains("a new person in") && title.contains("entities.yaml")
        });
        let resolved = client.call("codeAction/resolve", found.remove(0));
        let changes = &resolved["edit"]["changes"];
        let written = |uri: &str| {
            let edits = list(&changes[uri]);
            let text = |edit: &Value| edit["newText"].as_str().expect("a text").to_owned();
            edits.iter().map(text).collect::<Vec<_>>()
        };
        assert_eq!(written(&article), ["[", "](#лев-корн)"], "{encoding}");
        let declared = "лев-корн:\r\n  type: person\r\n  name: Лев Корн\r\n";
        assert_eq!(written(&uri(&registry)), [declared], "{encoding}");
        let closing = json!({"start": place(end - 1), "end": place(end - 1)});
        assert_eq!(changes[&article][1]["range"], closing, "{encoding}");
    }
}
