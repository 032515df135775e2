//! `docs/server.md` is what the server says that it does, offers and answers.
//! `INSTA_UPDATE=always cargo test supported::` writes it anew.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use isnad::lsp::{COMMANDS, SUPPORTED, ServerCommand, Supported};
use serde_json::{Value, json};

use super::asking::able;
use super::client::{Client, at, list, opened, uri};

const FILES: [(&str, &str); 4] = [
    (
        "a.news.md",
        "---
lang: en
date: 2025-03-04
registry: entities.yaml
wire: a.txt
entities:
  haddad: {type: person, name: Laila Haddad, aka: [Haddad], of: ministry}
---

# Minister promises a ferry

[Laila Haddad](#haddad) said on Tuesday: “We will not close it again this year, whatever comes.”{haddad < courier}

Haddad added: “Nobody asked us about any of it.” [She](#nobody) left.

“We will come back to this next week”{ haddad}.
",
    ),
    (
        "b.news.md",
        "---\nlang: en\n---\n\n[Laila Haddad](#haddad) said: “We will not close it again this year, whatever comes.”{haddad}\n",
    ),
    (
        "entities.yaml",
        "courier: {type: organization, name: Basin Courier, url: https://example.org/}\nministry: {type: organization, name: Ministry of Transport}\n",
    ),
    ("a.txt", "Minister promises a ferry\n"),
];

/// Where the article names somebody.
const NAMED: &str = "Laila Haddad](#";

/// The line and column in UTF-16 where `words` stand in the first article.
fn place(words: &str) -> (u32, u32) {
    let text = FILES[0].1;
    let at = text.find(words).expect("words of the article");
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let line = text[..at].matches('\n').count() as u32;
    (line, text[start..at].encode_utf16().count() as u32)
}

struct Asking {
    client: Client,
    folder: tempfile::TempDir,
}

impl Asking {
    fn new() -> Asking {
        let folder = tempfile::tempdir().expect("a scratch folder");
        for (name, text) in FILES {
            fs::write(folder.path().join(name), text).expect("a file");
        }
        let mut client = Client::start(everything(), Some(folder.path()));
        let article = uri(&folder.path().join("a.news.md"));
        client.notify("textDocument/didOpen", opened(&article, 1, FILES[0].1));
        Asking { client, folder }
    }

    fn article(&self) -> String {
        uri(&self.folder.path().join("a.news.md"))
    }

    /// Asks about the place of `words`, `more` beside it.
    fn at(&mut self, method: &str, words: &str, more: Value) -> Value {
        let (line, character) = place(words);
        let mut params = at(&self.article(), line, character);
        add(&mut params, more);
        self.client.call(method, params)
    }

    fn of(&mut self, method: &str, more: Value) -> Value {
        let mut params = json!({"textDocument": {"uri": self.article()}});
        add(&mut params, more);
        self.client.call(method, params)
    }

    /// Asks `method` for one of what another gave.
    fn resolved(&mut self, method: &str, of: Value) -> Value {
        let one = list(&of).into_iter().next().expect("something to resolve");
        self.client.call(method, one)
    }

    #[expect(
        clippy::too_many_lines,
        clippy::match_same_arms,
        reason = "one arm for each method, in the order of the protocol"
    )]
    fn answer(&mut self, method: &str) -> Value {
        let whole =
            json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
        let options = json!({"tabSize": 2, "insertSpaces": true});
        let formatted = |range: Value| json!({"range": range, "options": options});
        match method {
            "textDocument/hover"
            | "textDocument/moniker"
            | "textDocument/declaration"
            | "textDocument/definition"
            | "textDocument/typeDefinition"
            | "textDocument/implementation"
            | "textDocument/documentHighlight" => self.at(method, NAMED, json!({})),
            "textDocument/references" => {
                let context = json!({"context": {"includeDeclaration": true}});
                self.at(method, NAMED, context)
            }
            "textDocument/prepareRename" => self.at(method, "haddad < courier", json!({})),
            "textDocument/rename" => self.at(method, "haddad < courier", json!({"newName": "h"})),
            "textDocument/linkedEditingRange" => self.at(method, "haddad: {", json!({})),
            "textDocument/prepareCallHierarchy" | "textDocument/prepareTypeHierarchy" => {
                self.at(method, NAMED, json!({}))
            }
            "callHierarchy/incomingCalls" | "callHierarchy/outgoingCalls" => {
                let who = if method.ends_with("incomingCalls") {
                    "haddad < courier"
                } else {
                    "courier}"
                };
                let item = self.at("textDocument/prepareCallHierarchy", who, json!({}));
                self.client.call(method, json!({"item": item[0]}))
            }
            "typeHierarchy/supertypes" | "typeHierarchy/subtypes" => {
                let who = if method.ends_with("supertypes") {
                    NAMED
                } else {
                    "ministry}"
                };
                let item = self.at("textDocument/prepareTypeHierarchy", who, json!({}));
                self.client.call(method, json!({"item": item[0]}))
            }
            "workspace/symbol" => self.client.call(method, json!({"query": "haddad"})),
            "workspaceSymbol/resolve" => {
                let found = self
                    .client
                    .call("workspace/symbol", json!({"query": "haddad"}));
                self.resolved(method, found)["location"]["range"].take()
            }
            "textDocument/documentLink" => self.of(method, json!({})),
            "documentLink/resolve" => {
                let links = self.of("textDocument/documentLink", json!({}));
                self.resolved(method, links)["target"].take()
            }
            "textDocument/semanticTokens/full" => self.of(method, json!({}))["data"].take(),
            "textDocument/semanticTokens/range" => {
                self.of(method, json!({"range": whole}))["data"].take()
            }
            "textDocument/semanticTokens/full/delta" => {
                let full = self.of("textDocument/semanticTokens/full", json!({}));
                let before = json!({"previousResultId": full["resultId"]});
                // Nothing has changed: the empty list is the answer.
                self.of(method, before)["edits"].is_array().into()
            }
            "textDocument/inlayHint" => self.of(method, json!({"range": whole})),
            "inlayHint/resolve" => {
                let hints = self.of("textDocument/inlayHint", json!({"range": whole}));
                self.resolved(method, hints)["tooltip"].take()
            }
            "codeLens/resolve" => {
                let lenses = self.of("textDocument/codeLens", json!({}));
                self.resolved(method, lenses)["command"]["title"].take()
            }
            "textDocument/selectionRange" => {
                let (line, character) = place("close it");
                let there = json!({"line": line, "character": character});
                self.of(method, json!({"positions": [there]}))
            }
            "textDocument/diagnostic" => self.of(method, json!({}))["items"].take(),
            "workspace/diagnostic" => {
                let asked = json!({"previousResultIds": []});
                self.client.call(method, asked)["items"].take()
            }
            "workspace/textDocumentContent" => {
                let found = self.of("textDocument/diagnostic", json!({}));
                let page = &found["items"][0]["codeDescription"]["href"];
                self.client.call(method, json!({"uri": page}))["text"].take()
            }
            "textDocument/completion" => self.at(method, "haddad < courier", json!({})),
            "completionItem/resolve" => {
                let mut found = self.at("textDocument/completion", "haddad < courier", json!({}));
                self.resolved(method, found["items"].take())["documentation"].take()
            }
            "textDocument/inlineCompletion" => {
                let context = json!({"context": {"triggerKind": 1}});
                self.at(method, " [She]", context)
            }
            "textDocument/formatting" => self.of(method, json!({"options": options})),
            "textDocument/rangeFormatting" => self.of(method, formatted(whole)),
            "textDocument/rangesFormatting" => {
                self.of(method, json!({"ranges": [whole], "options": options}))
            }
            "textDocument/onTypeFormatting" => {
                let typed = json!({"ch": "}", "options": options});
                self.at(method, ".\n", typed.clone());
                let (line, character) = place("{ haddad}");
                let mut params = at(&self.article(), line, character + 9);
                add(&mut params, typed);
                self.client.call(method, params)
            }
            "textDocument/codeAction" => self.actions(),
            "codeAction/resolve" => {
                let actions = self.actions();
                self.resolved(method, actions)["edit"].take()
            }
            "workspace/willRenameFiles" => {
                let path = |name: &str| uri(&self.folder.path().join(name));
                let files = json!([{"oldUri": path("a.txt"), "newUri": path("wires/a.txt")}]);
                self.client.call(method, json!({"files": files}))
            }
            "workspace/executeCommand" => {
                let argument = json!({"uri": self.article()});
                let asked = json!({"command": "isnad.preview", "arguments": [argument]});
                self.client.call(method, asked)
            }
            "textDocument/documentSymbol"
            | "textDocument/codeLens"
            | "textDocument/foldingRange" => self.of(method, json!({})),
            // What is a notification has no answer.
            _ => Value::Null,
        }
    }

    fn actions(&mut self) -> Value {
        let (line, character) = place("She");
        let here = json!({"line": line, "character": character});
        let asked = json!({"range": {"start": here, "end": here}, "context": {"diagnostics": []}});
        self.of("textDocument/codeAction", asked)
    }
}

fn add(params: &mut Value, more: Value) {
    if let (Some(params), Value::Object(more)) = (params.as_object_mut(), more) {
        params.extend(more);
    }
}

/// An editor that can do all that makes a difference, and is given pages.
fn everything() -> Value {
    let mut can = able();
    can["workspace"]["textDocumentContent"] = json!({});
    can
}

fn all() -> impl Iterator<Item = &'static Supported> {
    SUPPORTED.iter().flat_map(|(_, methods)| *methods)
}

/// Whether there is anything in an answer.
fn is_something(answer: &Value) -> bool {
    match answer {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(all) => !all.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    }
}

#[test]
fn what_is_offered_is_what_is_said_to_be_supported() {
    let mut client = Client::spawn();
    let params = json!({"processId": null, "rootUri": null, "capabilities": everything()});
    let offered = client.initialize(params)["capabilities"].take();
    for Supported {
        method,
        offered: at,
        ..
    } in all()
    {
        let is_offered = offered.pointer(at).is_some_and(is_something);
        assert!(is_offered, "{method} is not offered at {at}");
    }
    let said: BTreeSet<&str> = all()
        .filter_map(|method| method.offered.split('/').nth(1))
        .chain(["positionEncoding"])
        .collect();
    let capabilities = offered.as_object().expect("capabilities");
    let offered: BTreeSet<&str> = capabilities.keys().map(String::as_str).collect();
    assert_eq!(offered, said);
}

#[test]
fn all_commands_are_listed() {
    let mut client = Client::spawn();
    let params = json!({"processId": null, "rootUri": null, "capabilities": everything()});
    let offered = client.initialize(params);
    let offered = offered["capabilities"]["executeCommandProvider"]["commands"].as_array();
    let offered: BTreeSet<&str> = offered
        .expect("commands")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let listed: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    assert_eq!(offered, listed);
}

#[test]
fn what_is_supported_has_an_answer() {
    let mut asking = Asking::new();
    let is_notification = |method: &str| method.contains("/did") || method.ends_with("/cancel");
    let requests = all().filter(|it| !is_notification(it.method));
    let answers = requests.map(|it| (it.method, asking.answer(it.method)));
    let empty: Vec<_> = answers
        .filter(|(_, answer)| !is_something(answer))
        .collect();
    assert!(empty.is_empty(), "{empty:#?}");
}

#[test]
fn the_page_is_what_the_server_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/server.md");
    let page = page();
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&path, &page).expect("a place for the page");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == page,
        "docs/server.md is not what the server says: `INSTA_UPDATE=always cargo test supported::` writes it"
    );
}

const INTRODUCTION: &str = "\
# The server

`isnad lsp` speaks the Language Server Protocol, version 3.18, with any editor, in UTF-8, UTF-16 or
UTF-32, whichever the editor names first. It is offered to an editor what that can show; what is
offered is answered. Articles without any markup are served like annotated ones: who speaks is then
read from the words of the text. Cards, lenses, hints and titles speak English, Arabic, French or
German, by the editor's language or the setting `isnad.locale`.

This page is made from the server itself (`cargo test supported::`).
";

fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    for (title, methods) in SUPPORTED {
        let _ = write!(
            page,
            "\n## {title}\n\n| method | what it gives |\n|---|---|\n"
        );
        for Supported { method, what, .. } in *methods {
            let _ = writeln!(page, "| `{method}` | {what} |");
        }
    }
    page.push_str("\n## Commands\n\n");
    page.push_str(COMMANDS_INTRODUCTION);
    page.push_str("\n| command | takes besides the `uri` | answers |\n|---|---|---|\n");
    for ServerCommand { name, takes, gives } in COMMANDS {
        let _ = writeln!(page, "| `{name}` | {takes} | {gives} |");
    }
    page
}

const COMMANDS_INTRODUCTION: &str = "\
Each takes one argument, an object with the `uri` of a document. What is written is sent to the editor as
`workspace/applyEdit`; where nothing can be written, an error says why, in the user's language.
";
