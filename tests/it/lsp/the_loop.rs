//! What the server's loop must stand. Each test is a way in which servers of this kind have been
//! seen to fail; `docs/ARCHITECTURE.md` tells of them.

use std::fmt::Write;

use serde_json::{Value, json};

use super::client::{Client, at, notification, opened};
use super::{pulled, pushed};

const URI: &str = "untitled:article";
const BIG: &str = "untitled:big";

/// A card shows which version it is from: the office is its number.
fn article(version: u32) -> String {
    format!(
        "---\nlang: en\nentities:\n  haddad: {{name: Laila Haddad, role: v{version}}}\n---\n\n\
         [Laila Haddad](#haddad) spoke.\n"
    )
}

/// The change from one version of that article to the next.
fn next_version(version: u32) -> Value {
    let start = "  haddad: {name: Laila Haddad, role: v".len();
    let end = start + (version - 1).to_string().len();
    change(version, (3, start), (3, end), &version.to_string())
}

fn change(version: u32, start: (usize, usize), end: (usize, usize), text: &str) -> Value {
    let position =
        |(line, character): (usize, usize)| json!({"line": line, "character": character});
    notification(
        "textDocument/didChange",
        json!({
            "textDocument": {"uri": URI, "version": version},
            "contentChanges": [
                {"range": {"start": position(start), "end": position(end)}, "text": text},
            ],
        }),
    )
}

/// Five megabytes, in which there is something to do.
fn big_article() -> String {
    let mut text = "---\nlang: en\nentities:\n  haddad: {name: Laila Haddad}\n---\n".to_owned();
    while text.len() < 5_000_000 {
        text.push_str("\nLaila Haddad said nothing at all, and nothing more was said that day.\n");
    }
    text
}

fn card(answer: Result<Value, Value>) -> String {
    let card = answer.expect("a card");
    card["contents"]["value"]
        .as_str()
        .unwrap_or_else(|| panic!("{card}"))
        .to_owned()
}

#[test]
fn four_hundred_changes_are_applied_in_their_order() {
    let mut client = Client::start(pushed(), None);
    client.open(URI, "");
    // Each is written behind the one before; whichever came too early would stand elsewhere.
    let changes: Vec<Value> = (0..400)
        .map(|line| {
            change(
                line as u32 + 1,
                (line, 0),
                (line, 0),
                &format!("# {line}\n"),
            )
        })
        .collect();
    client.send(&changes);
    let symbols = client.call(
        "textDocument/documentSymbol",
        json!({"textDocument": {"uri": URI}}),
    );
    let names: Vec<&str> = symbols
        .as_array()
        .expect("symbols")
        .iter()
        .map(|symbol| symbol["name"].as_str().expect("a name"))
        .collect();
    let expected: Vec<String> = (0..400).map(|line| line.to_string()).collect();
    assert_eq!(names, expected);
}

#[test]
fn a_question_among_changes_sees_the_version_that_it_was_asked_of() {
    let mut client = Client::start(pushed(), None);
    client.open(URI, &article(0));
    let mut messages = Vec::new();
    let mut asked = Vec::new();
    for version in 1..=400 {
        messages.push(next_version(version));
        if version % 20 == 0 {
            let (id, question) = client.request("textDocument/hover", at(URI, 6, 3));
            messages.push(question);
            asked.push((id, version));
        }
    }
    client.send(&messages);
    for (id, version) in asked {
        let card = card(client.answer(id));
        assert!(
            card.contains(&format!("v{version}\u{2069}")),
            "{version}: {card}"
        );
    }
}

#[test]
fn diagnostics_of_a_burst_of_changes_are_those_of_the_last() {
    let mut client = Client::start(pushed(), None);
    client.open(URI, "Nothing.\n");
    assert!(client.pushed(URI).is_empty());
    let changes: Vec<Value> = (1..=400)
        .map(|version| change(version, (0, 0), (0, 99), &format!("[x](#id-{version})")))
        .collect();
    client.send(&changes);
    let mut sent = 0;
    loop {
        let found = client.next("textDocument/publishDiagnostics", |_| true);
        sent += 1;
        let params = &found["params"];
        // Whatever is sent on the way is true of the version that it names.
        let version = params["version"].as_u64().expect("a version");
        let message = params["diagnostics"][0]["message"]
            .as_str()
            .expect("a finding");
        assert!(
            message.contains(&format!("`id-{version}`")),
            "{version}: {message}"
        );
        if version == 400 {
            break;
        }
    }
    assert!(sent < 400, "every version has been looked at");
}

#[test]
fn an_editor_that_never_answers_is_served_all_the_same() {
    let can = json!({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}});
    let mut client = Client::start(can, None);
    let registration = client.next("client/registerCapability", |_| true);
    let mut messages = vec![notification(
        "textDocument/didOpen",
        opened(URI, 0, &article(0)),
    )];
    messages.extend((1..=400).map(next_version));
    client.send(&messages);
    assert!(card_here(&mut client).contains("v400"));
    // The answer comes behind it all, and is taken too.
    client.reply(&registration, Value::Null);
    client.send(&[next_version(401)]);
    assert!(card_here(&mut client).contains("v401"));
}

fn card_here(client: &mut Client) -> String {
    let id = client.ask("textDocument/hover", at(URI, 6, 3));
    card(client.answer(id))
}

#[test]
fn a_question_can_be_cancelled_while_others_hang() {
    let mut client = Client::start(pushed(), None);
    let mut messages = vec![notification(
        "textDocument/didOpen",
        opened(BIG, 1, &big_article()),
    )];
    let mut asked = Vec::new();
    for _ in 0..8 {
        let (id, question) = client.request("textDocument/hover", at(BIG, 6, 3));
        messages.push(question);
        asked.push(id);
    }
    let last = asked.pop().expect("a question");
    messages.push(notification("$/cancelRequest", json!({"id": last})));
    client.send(&messages);
    let error = client.answer(last).expect_err("cancelled");
    assert_eq!(error["code"], -32800);
    let is_answered = |id: &u64| client.has_seen(|message| message["id"] == *id);
    assert!(!asked.iter().any(is_answered), "it had to wait for others");
    for id in asked {
        assert!(card(client.answer(id)).contains("Laila Haddad"));
    }
}

#[test]
fn work_does_not_keep_the_server_from_reading() {
    let mut client = Client::start(pushed(), None);
    let (slow, slow_question) = client.request("textDocument/hover", at(BIG, 6, 3));
    let (quick, quick_question) = client.request("textDocument/hover", at(URI, 6, 3));
    client.send(&[
        notification("textDocument/didOpen", opened(BIG, 1, &big_article())),
        slow_question,
        notification("textDocument/didOpen", opened(URI, 1, &article(0))),
        quick_question,
    ]);
    assert!(card(client.answer(quick)).contains("v0"));
    assert!(
        !client.has_seen(|message| message["id"] == slow),
        "the slow one came first"
    );
    client.notify("$/cancelRequest", json!({"id": slow}));
    let error = client.answer(slow).expect_err("cancelled");
    assert_eq!(error["code"], -32800);
}

#[test]
fn a_fault_costs_one_request() {
    if !cfg!(debug_assertions) {
        eprintln!("skipped: a release cannot be made to fail");
        return;
    }
    let mut client = Client::start(pushed(), None);
    client.open(URI, &article(7));
    for method in ["isnad/test/failInWorker", "isnad/test/failInActor"] {
        let id = client.ask(method, json!({"uri": URI}));
        let error = client.answer(id).expect_err("an error");
        assert_eq!(error["code"], -32603, "{method}");
        let log = client.next("window/logMessage", |params| params["type"] == 1);
        let log = log["params"]["message"]
            .as_str()
            .expect("a message")
            .to_owned();
        assert!(log.contains("asked to fail"), "{log}");
        if method == "isnad/test/failInWorker" {
            let hash = format!("FNV-1a of its text: {:016x}", fnv(&article(7)));
            assert!(log.contains(&hash), "{log}");
        }
        assert!(card_here(&mut client).contains("v7"), "after {method}");
    }
}

fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn the_process_ends_whatever_is_in_hand() {
    for (says_shutdown, code) in [(true, 0), (false, 1)] {
        let mut client = Client::start(pushed(), None);
        let (_, question) = client.request("textDocument/hover", at(BIG, 6, 3));
        let mut messages = vec![
            notification("textDocument/didOpen", opened(BIG, 1, &big_article())),
            question,
        ];
        if says_shutdown {
            messages.push(client.request("shutdown", Value::Null).1);
        }
        messages.push(json!({"jsonrpc": "2.0", "method": "exit"}));
        client.send(&messages);
        assert_eq!(client.end().code(), Some(code));
    }
}

#[test]
fn the_process_ends_when_the_editor_hangs_up() {
    let mut client = Client::start(pushed(), None);
    client.open(BIG, &big_article());
    client.hang_up();
    assert_eq!(client.end().code(), Some(1));
    let mut never_greeted = Client::spawn();
    never_greeted.hang_up();
    assert_eq!(never_greeted.end().code(), Some(1));
}

#[cfg(unix)]
#[test]
fn the_process_ends_when_the_editor_is_gone() {
    // Any process will do for the editor; here it is another server.
    let mut editor = Client::spawn();
    let mut client = Client::spawn();
    client.initialize(json!({"processId": editor.id(), "rootUri": null, "capabilities": {}}));
    editor.hang_up();
    editor.end();
    assert_eq!(client.end().code(), Some(1));
}

#[test]
fn what_is_no_message_does_no_harm() {
    let mut client = Client::start(pushed(), None);
    for body in [
        "{\"x\"}",
        "[]",
        "7",
        "{\"jsonrpc\":\"2.0\",\"id\":{}}",
        "\u{fffd}",
        "",
    ] {
        let length = body.len();
        client.send_bytes(format!("Content-Length: {length}\r\n\r\n{body}").as_bytes());
    }
    client.send_bytes(b"X: y\r\n\r\nContent-Length: many\r\n\r\n");
    for params in [json!({}), json!({"textDocument": 7}), Value::Null] {
        client.notify("textDocument/didOpen", params.clone());
        client.notify("textDocument/didChange", params.clone());
        let id = client.ask("textDocument/hover", params);
        assert!(client.answer(id).is_err());
    }
    client.open(URI, &article(1));
    assert!(card_here(&mut client).contains("v1"));
}

#[test]
fn what_is_said_of_documents_that_are_not_open_does_no_harm() {
    let mut client = Client::start(pulled(), None);
    client.send(&[change(1, (0, 0), (0, 0), "x")]);
    client.notify(
        "textDocument/didClose",
        json!({"textDocument": {"uri": URI}}),
    );
    assert!(client.pull(URI).is_empty());
    assert!(client.pull("file:///no/such/file.news.md").is_empty());
    let id = client.ask("textDocument/hover", at(URI, 0, 0));
    assert_eq!(client.answer(id), Ok(Value::Null));
}

#[test]
fn an_editor_that_does_not_read_does_not_keep_the_process() {
    let mut client = Client::spawn_deaf();
    let mut text = String::new();
    for line in 0..2000 {
        writeln!(text, "# {line}").expect("a text");
    }
    let nobody = json!({"processId": null, "rootUri": null, "capabilities": {}});
    let initialize = client.request("initialize", nobody).1;
    client.send(&[initialize]);
    client.listen_to_one();
    let mut messages = vec![notification("textDocument/didOpen", opened(URI, 1, &text))];
    let outline = json!({"textDocument": {"uri": URI}});
    for _ in 0..20 {
        messages.push(
            client
                .request("textDocument/documentSymbol", outline.clone())
                .1,
        );
    }
    client.send(&messages);
    // One outline is more than fits into the pipe; when it has begun to come, all are on their way.
    client.listen_to(64 * 1024);
    client.send(&[json!({"jsonrpc": "2.0", "method": "exit"})]);
    assert_eq!(client.end().code(), Some(1));
}
