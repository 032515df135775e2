//! Whatever goes wrong around a running server: after each fault it answers the next question rightly, or it
//! has ended as the protocol says.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use serde_json::{Value, json};

use super::chance::Chance;
use super::client::{Client, at, notification, opened, uri};
use super::{pulled, pushed};

/// How many faults one server after another is put through.
const FAULTS: usize = 500;

/// How long the system may take to tell of a change. No test measures time.
const DEADLINE: Duration = Duration::from_secs(60);

const REGISTRY: &str = "entities.yaml";

/// Whom the article names, by its registry and by itself.
const ARTICLE: &str = "---
lang: ar
entities:
  حداد: {name: ليلى حداد, role: وزيرة}
---

قالت [ليلى حداد](#حداد): \"لا\"{حداد}. [שרה כהן](#כהן) 😀
";

/// A desk at work: a folder, an editor and the server.
struct Desk {
    folder: tempfile::TempDir,
    client: Client,
    version: i32,
    /// Whether the editor says what changes in the folder; the server sees it by itself otherwise.
    tells: bool,
}

#[test]
fn after_each_of_five_hundred_faults_the_server_answers_rightly_or_has_ended_properly() {
    let mut desk = Desk::start();
    let mut chance = Chance(7);
    let all = [WITHIN, OF_FILES].concat();
    for number in 0..FAULTS {
        let (name, fault) = all[chance.below(all.len())];
        fault(&mut desk, &mut chance);
        let place = format!("fault {number}, {name}");
        assert!(desk.card(6, 7).contains("وزيرة"), "{place}");
        // What the registry says is known again as soon as it can be read again.
        desk.mend(number);
        let card = desk.card(6, 40);
        assert!(card.contains(&format!("role-{number}")), "{place}: {card}");
    }
}

/// The same where the editor says nothing of it: the server sees what has become of the registry as soon as the
/// system tells it.
#[test]
fn after_faults_of_files_that_nobody_tells_of_the_server_sees_what_is_there() {
    let mut desk = Desk::start();
    desk.tells = false;
    let mut chance = Chance(11);
    for number in 0..OF_FILES.len() * 3 {
        let (name, fault) = OF_FILES[number % OF_FILES.len()];
        fault(&mut desk, &mut chance);
        desk.mend(number);
        let begun = Instant::now();
        while !desk.card(6, 40).contains(&format!("role-{number}")) {
            assert!(begun.elapsed() < DEADLINE, "{name}: it is not seen");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

type Fault = fn(&mut Desk, &mut Chance);

/// Faults of the editor and of the server itself.
const WITHIN: &[(&str, Fault)] = &[
    ("half a message, and the editor is gone", half_a_message),
    ("the editor is gone without a word", gone),
    ("the editor says goodbye", goodbye),
    ("a length that is too short", too_short),
    ("a length that is too long", too_long),
    ("a giant message", giant),
    ("no JSON", no_json),
    ("methods that nobody knows", unknown_methods),
    ("parameters of other kinds", wrong_parameters),
    ("a fault in a worker", |desk, _| {
        desk.fail("isnad/test/failInWorker");
    }),
    ("a fault in the actor", |desk, _| {
        desk.fail("isnad/test/failInActor");
    }),
    ("a fault in reading a document", |desk, _| {
        desk.fail_next("Reading");
        desk.open();
        // What needed it fails with it, and the next change mends that.
        let id = desk.client.ask("textDocument/hover", at(&desk.uri(), 6, 7));
        let _ = desk.client.answer(id);
        desk.open();
    }),
    ("a fault in finding diagnostics", |desk, _| {
        desk.fail_next("Diagnosing");
        desk.open();
    }),
    ("a fault in digesting articles", |desk, _| {
        desk.fail_next("Digesting");
        desk.tell(2);
    }),
    ("a fault in looking through the folders", |desk, _| {
        desk.fail_next("Surveying");
        desk.tell(1);
        // It is answered once the folders are looked through.
        desk.client
            .call("workspace/symbol", json!({"query": "ليلى"}));
    }),
    ("a fault in watching the folders", |desk, _| {
        desk.fail_next("Watching");
        fs::write(desk.path("other.news.md"), ARTICLE).expect("an article");
    }),
    ("changes that lie nowhere", nowhere),
    ("documents opened twice and closed twice", twice),
    ("answers to nothing and cancelled at once", cancelled),
];

/// Faults of the files.
const OF_FILES: &[(&str, Fault)] = &[
    ("a file that is deleted", |desk, _| {
        desk.take_away();
        desk.tell(3);
    }),
    ("a file that is renamed", |desk, _| {
        let away = desk.path("elsewhere.yaml");
        fs::rename(desk.path(REGISTRY), away).expect("a registry");
        desk.tell(3);
    }),
    ("a file that nobody may read", unreadable),
    ("a folder instead of a file", |desk, _| {
        desk.take_away();
        fs::create_dir(desk.path(REGISTRY)).expect("a folder");
        desk.tell(2);
    }),
    ("links in a circle", circle),
    ("a file that is no text", |desk, _| {
        fs::write(desk.path(REGISTRY), b"\xff\xfe\0a").expect("a registry");
        desk.tell(2);
    }),
    ("a clock that jumps", |desk, chance| {
        let years = Duration::from_secs(365 * 24 * 60 * 60) * chance.below(200) as u32;
        let file = fs::File::options().append(true).open(desk.path(REGISTRY));
        let set = file.and_then(|file| file.set_modified(SystemTime::UNIX_EPOCH + years));
        set.expect("a registry");
        desk.tell(2);
    }),
    ("half a file", |desk, _| {
        fs::write(desk.path(REGISTRY), "כהן: {name: [").expect("a registry");
        desk.tell(2);
    }),
    ("the whole folder is gone for a while", |desk, _| {
        let away = desk.folder.path().with_extension("away");
        fs::rename(desk.folder.path(), &away).expect("a folder");
        desk.tell(3);
        let _ = desk.card(6, 40);
        fs::rename(&away, desk.folder.path()).expect("a folder");
        desk.tell(1);
    }),
];

fn half_a_message(desk: &mut Desk, chance: &mut Chance) {
    let body = notification("textDocument/didOpen", opened("untitled:x", 1, ARTICLE)).to_string();
    let message = format!("Content-Length: {}\r\n\r\n{body}", body.len());
    let half = chance.below(message.len());
    desk.client.send_bytes(&message.as_bytes()[..half]);
    gone(desk, chance);
}

fn gone(desk: &mut Desk, _: &mut Chance) {
    desk.client.hang_up();
    desk.start_again(1);
}

fn goodbye(desk: &mut Desk, _: &mut Chance) {
    desk.client.call("shutdown", Value::Null);
    let late = desk.client.ask("textDocument/hover", at(&desk.uri(), 6, 7));
    let error = desk.client.answer(late).expect_err("too late");
    assert_eq!(error["code"], -32600);
    desk.client
        .send(&[json!({"jsonrpc": "2.0", "method": "exit"})]);
    desk.start_again(0);
}

fn too_short(desk: &mut Desk, chance: &mut Chance) {
    let body = notification("$/nothing", json!({"x": "😀"})).to_string();
    let length = chance.below(body.len());
    let message = format!("Content-Length: {length}\r\n\r\n{body}\r\n\r\n");
    desk.client.send_bytes(message.as_bytes());
}

fn too_long(desk: &mut Desk, chance: &mut Chance) {
    let body = notification("$/nothing", Value::Null).to_string();
    let more = chance.below(100);
    // What is sent next is swallowed with it.
    let message = format!("Content-Length: {}\r\n\r\n{body}", body.len() + more);
    desk.client.send_bytes(message.as_bytes());
    desk.client.send_bytes("x".repeat(more).as_bytes());
}

fn giant(desk: &mut Desk, chance: &mut Chance) {
    let text = "“".repeat(1 << (10 + chance.below(9)));
    desk.client.notify("$/nothing", json!({ "text": text }));
    let id = desk.client.ask("isnad/nothing", json!([text]));
    assert!(desk.client.answer(id).is_err());
}

fn no_json(desk: &mut Desk, chance: &mut Chance) {
    let bodies: [&[u8]; 8] = [
        b"{",
        b"",
        b"\xff\xfe",
        b"null",
        b"[[[[[[[[",
        b"{\"jsonrpc\":\"2.0\",\"id\":[],\"method\":7}",
        b"{\"jsonrpc\":\"1.0\",\"method\":\"exit\"",
        b"\0\0\0\0",
    ];
    let body = bodies[chance.below(bodies.len())];
    let header = format!("Content-Length: {}\r\n\r\n", body.len());
    desk.client.send_bytes(&[header.as_bytes(), body].concat());
}

fn unknown_methods(desk: &mut Desk, _: &mut Chance) {
    desk.client.notify("$/nothing", json!({}));
    desk.client.notify("workspace/nothing", json!([1]));
    let id = desk.client.ask("textDocument/nothing", json!({}));
    let error = desk.client.answer(id).expect_err("unknown");
    assert_eq!(error["code"], -32601);
}

fn wrong_parameters(desk: &mut Desk, chance: &mut Chance) {
    let kinds = [
        json!({}),
        json!(null),
        json!([]),
        json!({"textDocument": 7}),
        json!({"textDocument": {"uri": "no address"}, "position": {"line": -1, "character": 1e9}}),
    ];
    let params = kinds[chance.below(kinds.len())].clone();
    for method in [
        "textDocument/didChange",
        "textDocument/didClose",
        "workspace/didChangeWatchedFiles",
        "workspace/didChangeConfiguration",
    ] {
        desk.client.notify(method, params.clone());
    }
    let id = desk.client.ask("textDocument/rename", params);
    assert!(desk.client.answer(id).is_err());
}

fn nowhere(desk: &mut Desk, chance: &mut Chance) {
    let far = |chance: &mut Chance| json!({"line": chance.below(1 << 31), "character": chance.below(1 << 31)});
    let range = json!({"start": far(chance), "end": far(chance)});
    let uri = desk.uri();
    desk.version += 1;
    let params = json!({
        "textDocument": {"uri": uri, "version": desk.version},
        "contentChanges": [{"range": range, "text": "\n“"}],
    });
    desk.client.notify("textDocument/didChange", params);
    desk.version += 1;
    desk.client.replace(&uri, desk.version, ARTICLE);
}

fn twice(desk: &mut Desk, _: &mut Chance) {
    let uri = desk.uri();
    let document = json!({"textDocument": {"uri": uri}});
    desk.client.open(&uri, "---\nlang: [");
    desk.client
        .notify("textDocument/didClose", document.clone());
    desk.client.notify("textDocument/didClose", document);
    desk.open();
}

fn cancelled(desk: &mut Desk, chance: &mut Chance) {
    let reply = json!({"jsonrpc": "2.0", "id": 1_u64 << 40, "result": null});
    let id = desk.client.ask("textDocument/hover", at(&desk.uri(), 6, 7));
    let cancel = |id: Value| notification("$/cancelRequest", json!({ "id": id }));
    desk.client
        .send(&[reply, cancel(json!(id)), cancel(json!(chance.below(9)))]);
    // It is answered all the same, or told that it is cancelled.
    let _ = desk.client.answer(id);
}

#[cfg(unix)]
fn unreadable(desk: &mut Desk, _: &mut Chance) {
    use std::os::unix::fs::PermissionsExt;
    let nobody = fs::Permissions::from_mode(0o000);
    fs::set_permissions(desk.path(REGISTRY), nobody).expect("a registry");
    desk.tell(2);
}

#[cfg(not(unix))]
fn unreadable(_: &mut Desk, _: &mut Chance) {}

#[cfg(unix)]
fn circle(desk: &mut Desk, _: &mut Chance) {
    desk.take_away();
    std::os::unix::fs::symlink(REGISTRY, desk.path(REGISTRY)).expect("a link");
    desk.tell(2);
}

#[cfg(not(unix))]
fn circle(_: &mut Desk, _: &mut Chance) {}

impl Desk {
    fn start() -> Desk {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let client = Client::start(pulled(), Some(folder.path()));
        let mut desk = Desk {
            folder,
            client,
            version: 1,
            tells: true,
        };
        fs::write(desk.path("a.news.md"), ARTICLE).expect("an article");
        desk.open();
        desk
    }

    /// Sees how the server has ended, and starts another one.
    fn start_again(&mut self, code: i32) {
        let client = Client::start(pushed(), Some(self.folder.path()));
        let ended = std::mem::replace(&mut self.client, client).end();
        assert_eq!(ended.code(), Some(code));
        self.open();
    }

    fn open(&mut self) {
        self.version += 1;
        let params = opened(&self.uri(), self.version, ARTICLE);
        self.client.notify("textDocument/didOpen", params);
    }

    /// The text of the card at a place of the article; nothing where there is none.
    fn card(&mut self, line: u32, character: u32) -> String {
        let question = at(&self.uri(), line, character);
        let id = self.client.ask("textDocument/hover", question);
        let card = self.client.answer(id).expect("an answer");
        card["contents"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Puts the registry back, with something that only it can tell.
    fn mend(&mut self, number: usize) {
        self.take_away();
        let registry = format!("כהן: {{name: שרה כהן, role: role-{number}}}\n");
        fs::write(self.path(REGISTRY), registry).expect("a registry");
        self.tell(2);
    }

    /// Leaves nothing under the name of the registry.
    fn take_away(&self) {
        let path = self.path(REGISTRY);
        let _ = fs::remove_dir(&path);
        let _ = fs::remove_file(&path);
    }

    /// A fault inside the server, where it can be made.
    fn fail(&mut self, method: &str) {
        if cfg!(debug_assertions) {
            let id = self.client.ask(method, json!({"uri": self.uri()}));
            assert!(self.client.answer(id).is_err());
        }
    }

    /// Makes the next piece of some work of the server's fail, where it can be made.
    fn fail_next(&mut self, work: &str) {
        if cfg!(debug_assertions) {
            self.client
                .call("isnad/test/failNext", json!({ "work": work }));
        }
    }

    /// Says, as editors do, that something has happened to the registry: 1 made, 2 changed, 3 deleted.
    fn tell(&mut self, kind: u32) {
        if !self.tells {
            return;
        }
        let changes = json!([{"uri": uri(&self.path(REGISTRY)), "type": kind}]);
        self.client.notify(
            "workspace/didChangeWatchedFiles",
            json!({ "changes": changes }),
        );
    }

    fn path(&self, name: &str) -> PathBuf {
        Path::join(self.folder.path(), name)
    }

    fn uri(&self) -> String {
        uri(&self.path("a.news.md"))
    }
}
