//! The features, end to end. What they find is tested where they are; here it is how the answer
//! reaches the editor.

use std::fs;

use serde_json::{Value, json};

use super::client::{Client, at, list, uri};
use super::pulled;

const URI: &str = "untitled:x";

const ARTICLE: &str = "---
lang: ar
entities:
  ليلى: {type: person, name: ليلى حداد, role: وزيرة}
---

# خبر

قالت 😀 [ليلى حداد](#ليلى): \"لا\"{ليلى}.
";

fn able(text_document: Value, workspace: Value) -> Client {
    let mut can = pulled();
    for (key, value) in text_document.as_object().expect("capabilities") {
        can["textDocument"][key] = value.clone();
    }
    can["workspace"] = workspace;
    Client::start(can, None)
}

fn range(line: u32, start: u32, end: u32) -> Value {
    json!({
        "start": {"line": line, "character": start},
        "end": {"line": line, "character": end},
    })
}

#[test]
fn cards_are_markdown_where_that_is_liked_best() {
    let markdown = json!({"hover": {"contentFormat": ["markdown", "plaintext"]}});
    let rather_plain = json!({"hover": {"contentFormat": ["plaintext", "markdown"]}});
    let name = "\u{2068}ليلى حداد\u{2069}";
    for (can, kind, first) in [
        (markdown, "markdown", format!("**{name}** · person")),
        (rather_plain, "plaintext", format!("{name} · person")),
        (json!({}), "plaintext", format!("{name} · person")),
    ] {
        let mut client = able(can, json!({}));
        client.open(URI, ARTICLE);
        let card = client.call("textDocument/hover", at(URI, 8, 10));
        assert_eq!(card["contents"]["kind"], kind);
        let value = card["contents"]["value"].as_str().expect("a card");
        assert_eq!(value.lines().next(), Some(first.as_str()));
        assert_eq!(card["range"], range(8, 9, 18), "{card}");
    }
}

#[test]
fn no_isolates_are_sent_to_editors_that_draw_their_codes() {
    for name in [Some("Neovim"), Some("Vim"), None] {
        let mut client = Client::spawn();
        let mut says = json!({
            "processId": null,
            "rootUri": null,
            "capabilities": {"textDocument": {"hover": {"contentFormat": ["markdown"]}}},
        });
        if let Some(name) = name {
            says["clientInfo"] = json!({"name": name});
        }
        client.initialize(says);
        client.open(URI, ARTICLE);
        let card = client.call("textDocument/hover", at(URI, 8, 10));
        let value = card["contents"]["value"].as_str().expect("a card");
        assert_eq!(value.lines().next(), Some("**ليلى حداد** · person"));
    }
}

#[test]
fn definition_and_declaration_lead_to_links_or_places() {
    let links = json!({"definition": {"linkSupport": true}, "declaration": {"linkSupport": true}});
    let mut able_to_link = able(links, json!({}));
    let mut plain = able(json!({}), json!({}));
    able_to_link.open(URI, ARTICLE);
    plain.open(URI, ARTICLE);
    for method in ["textDocument/definition", "textDocument/declaration"] {
        let found = able_to_link.call(method, at(URI, 8, 10));
        assert_eq!(found[0]["targetUri"], URI);
        assert_eq!(found[0]["targetSelectionRange"], range(3, 2, 6));
        assert_eq!(found[0]["targetRange"]["start"]["line"], 3);
        assert_eq!(found[0]["originSelectionRange"], range(8, 9, 18));
        let found = plain.call(method, at(URI, 8, 10));
        assert_eq!(found, json!([{"uri": URI, "range": range(3, 2, 6)}]));
        assert_eq!(plain.call(method, at(URI, 0, 0)), Value::Null);
    }
}

#[test]
fn quoted_words_lead_to_the_words_that_name_their_speaker() {
    let mut client = able(json!({}), json!({}));
    client.open(URI, ARTICLE);
    let quoted = client.call("textDocument/definition", at(URI, 8, 30));
    assert_eq!(quoted, json!([{"uri": URI, "range": range(8, 9, 18)}]));
}

#[test]
fn definition_leads_into_other_files() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let registry = folder.path().join("entities.yaml");
    fs::write(&registry, "\u{feff}haddad: {name: Laila Haddad}\n").expect("a file");
    let article = uri(&folder.path().join("a.news.md"));
    let mut client = able(json!({}), json!({}));
    client.open(&article, "[She](#haddad) spoke.\n");
    let found = client.call("textDocument/definition", at(&article, 0, 2));
    // The editor shows the file without its byte order mark.
    assert_eq!(
        found,
        json!([{"uri": uri(&registry), "range": range(0, 0, 6)}])
    );
}

#[test]
fn references_are_places() {
    let mut client = able(json!({}), json!({}));
    client.open(URI, ARTICLE);
    let mut ask = |with: bool| {
        let mut params = at(URI, 8, 10);
        params["context"] = json!({"includeDeclaration": with});
        list(&client.call("textDocument/references", params))
    };
    let (without, with) = (ask(false), ask(true));
    let declaration = json!({"uri": URI, "range": range(3, 2, 6)});
    assert!(
        !without.contains(&declaration) && with.contains(&declaration),
        "{with:#?}"
    );
    assert!(
        without.contains(&json!({"uri": URI, "range": range(8, 9, 18)})),
        "{without:#?}"
    );
}

#[test]
fn the_outline_is_a_tree_where_that_is_understood() {
    let nested = json!({"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}});
    let ask = |can: Value| {
        let mut client = able(can, json!({}));
        client.open(URI, ARTICLE);
        list(&client.call(
            "textDocument/documentSymbol",
            json!({"textDocument": {"uri": URI}}),
        ))
    };
    let tree = ask(nested);
    let heading = tree
        .iter()
        .find(|symbol| symbol["name"] == "خبر")
        .expect("the heading");
    assert_eq!(heading["selectionRange"]["start"]["line"], 6);
    assert_eq!(heading["children"][0]["name"], "لا");
    let flat = ask(json!({}));
    let quotation = flat
        .iter()
        .find(|symbol| symbol["name"] == "لا")
        .expect("the quotation");
    assert_eq!(quotation["containerName"], "خبر");
    assert_eq!(quotation["location"]["uri"], URI);
}

const LITERALS: &str = r#"{"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}}}"#;

/// The actions for the first diagnostic of a document.
fn actions(client: &mut Client, uri: &str, only: &Value) -> Vec<Value> {
    let found = client.pull(uri);
    let params = json!({
        "textDocument": {"uri": uri},
        "range": found[0]["range"],
        "context": {"diagnostics": found, "only": only},
    });
    let actions = list(&client.call("textDocument/codeAction", params));
    for action in &actions {
        if action["kind"] == "source.fixAll.isnad" {
            continue;
        }
        assert_eq!(action["kind"], "quickfix");
        assert_eq!(
            list(&action["diagnostics"]),
            [found[0].clone()],
            "the one that it mends"
        );
    }
    actions
}

#[test]
fn a_fix_mends_what_it_says_it_mends() {
    let wrong = ARTICLE.replace("قالت", "قالت [4 مارس 2025](=2025-3-4)");
    let literals: Value = serde_json::from_str(LITERALS).expect("JSON");
    for versioned in [true, false] {
        let edits = json!({"workspaceEdit": {"documentChanges": versioned}});
        let mut client = able(literals.clone(), edits);
        client.open(URI, &wrong);
        let action = actions(&mut client, URI, &Value::Null).remove(0);
        assert_eq!(action["isPreferred"], true);
        let edits = if versioned {
            let change = &action["edit"]["documentChanges"][0];
            assert_eq!(change["textDocument"], json!({"uri": URI, "version": 1}));
            list(&change["edits"])
        } else {
            list(&action["edit"]["changes"][URI])
        };
        let changes = json!({"textDocument": {"uri": URI, "version": 2}, "contentChanges": [
            {"range": edits[0]["range"], "text": edits[0]["newText"]},
        ]});
        client.notify("textDocument/didChange", changes);
        assert_eq!(client.pull(URI), Vec::<Value>::new());
    }
}

#[test]
fn only_the_kinds_asked_for_are_offered() {
    let wrong = ARTICLE.replace("قالت", "قالت [4 مارس 2025](=2025-3-4)");
    let literals: Value = serde_json::from_str(LITERALS).expect("JSON");
    let mut client = able(literals, json!({}));
    client.open(URI, &wrong);
    for (only, count) in [
        (json!(["quickfix"]), 3),
        (Value::Null, 4),
        (json!([""]), 4),
        (json!(["refactor", "quickfix"]), 3),
        (json!(["refactor"]), 0),
        (json!(["quickfix.other"]), 0),
        (json!(["source"]), 1),
        (json!(["source.fixAll"]), 1),
        (json!(["source.fixAll.isnad"]), 1),
        (json!(["source.fixAll.other"]), 0),
        (json!(["source.fix"]), 0),
        (json!(["source.organizeImports"]), 0),
        (json!([]), 0),
    ] {
        assert_eq!(actions(&mut client, URI, &only).len(), count, "{only}");
    }
}

#[test]
fn only_what_is_answered_is_offered() {
    let mut client = Client::spawn();
    let params = json!({"processId": null, "rootUri": null, "capabilities": {}});
    let result = client.initialize(params);
    let mut offered: Vec<&str> = result["capabilities"]
        .as_object()
        .expect("capabilities")
        .keys()
        .map(String::as_str)
        .collect();
    offered.sort_unstable();
    assert_eq!(
        offered,
        [
            "callHierarchyProvider",
            "codeLensProvider",
            "completionProvider",
            "declarationProvider",
            "definitionProvider",
            "documentFormattingProvider",
            "documentHighlightProvider",
            "documentLinkProvider",
            "documentOnTypeFormattingProvider",
            "documentRangeFormattingProvider",
            "documentSymbolProvider",
            "executeCommandProvider",
            "foldingRangeProvider",
            "hoverProvider",
            "implementationProvider",
            "inlayHintProvider",
            "inlineCompletionProvider",
            "linkedEditingRangeProvider",
            "monikerProvider",
            "positionEncoding",
            "referencesProvider",
            "renameProvider",
            "selectionRangeProvider",
            "semanticTokensProvider",
            "textDocumentSync",
            "typeDefinitionProvider",
            "typeHierarchyProvider",
            "workspace",
            "workspaceSymbolProvider",
        ]
    );
    assert_eq!(result["serverInfo"]["name"], "isnad");
    assert_eq!(result["serverInfo"]["version"], env!("CARGO_PKG_VERSION"));
}
