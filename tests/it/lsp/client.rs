//! An editor, as strict as the protocol: the real process over real pipes.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::protocol;

/// How long anything may take before the test is given up. No test measures time.
const DEADLINE: Duration = Duration::from_secs(120);

/// An editor and its server.
pub(super) struct Client {
    server: Child,
    input: Option<ChildStdin>,
    /// The server's output, if nobody listens.
    deaf: Option<BufReader<ChildStdout>>,
    output: Receiver<Value>,
    /// What has come and nobody has waited for yet.
    seen: Vec<Value>,
    requests: u64,
    /// The methods of the requests that have been sent, by their numbers.
    asked: BTreeMap<u64, String>,
    /// The methods of those whose answers come in parts, by their tokens.
    partly: BTreeMap<String, String>,
}

impl Client {
    /// An editor with these capabilities that has `folder` open.
    pub(super) fn start(capabilities: Value, folder: Option<&Path>) -> Client {
        let mut client = Client::spawn();
        let folders = folder.map(|folder| json!([{"uri": uri(folder), "name": "folder"}]));
        client.initialize(json!({
            "processId": null,
            "rootUri": null,
            "workspaceFolders": folders,
            "clientInfo": {"name": "an editor"},
            "capabilities": capabilities,
        }));
        client
    }

    /// A server that has been told nothing yet.
    pub(super) fn spawn() -> Client {
        let mut client = Client::spawn_deaf();
        let mut output = client.deaf.take().expect("its output");
        let (sender, receiver) = mpsc::channel();
        client.output = receiver;
        thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        client
    }

    /// A server that has been told nothing yet, and nobody listens to.
    pub(super) fn spawn_deaf() -> Client {
        let mut server = Command::new(env!("CARGO_BIN_EXE_isnad"))
            .args(["lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("isnad runs");
        let input = server.stdin.take();
        let deaf = server.stdout.take().map(BufReader::new);
        Client {
            server,
            input,
            deaf,
            output: mpsc::channel().1,
            seen: Vec::new(),
            requests: 0,
            asked: BTreeMap::new(),
            partly: BTreeMap::new(),
        }
    }

    /// Introduces the editor; what the server says of itself.
    pub(super) fn initialize(&mut self, params: Value) -> Value {
        let result = self.call("initialize", params);
        self.notify("initialized", json!({}));
        result
    }

    pub(super) fn id(&self) -> u32 {
        self.server.id()
    }

    pub(super) fn notify(&mut self, method: &str, params: Value) {
        self.send(&[notification(method, params)]);
    }

    /// Asks and waits for the result.
    pub(super) fn call(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        self.answer(id)
            .unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Asks and does not wait; the number under which the answer will come.
    pub(super) fn ask(&mut self, method: &str, params: Value) -> u64 {
        let (id, request) = self.request(method, params);
        self.send(&[request]);
        id
    }

    /// A request that is still to be sent, and its number.
    pub(super) fn request(&mut self, method: &str, params: Value) -> (u64, Value) {
        self.requests += 1;
        let id = self.requests;
        self.asked.insert(id, method.to_owned());
        if let Some(token) = params["partialResultToken"].as_str() {
            self.partly.insert(token.to_owned(), method.to_owned());
        }
        (
            id,
            json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}),
        )
    }

    /// Sends messages in one write, so that the server finds them all at once.
    pub(super) fn send(&mut self, messages: &[Value]) {
        let bytes: Vec<u8> = messages.iter().flat_map(frame).collect();
        self.send_bytes(&bytes);
    }

    pub(super) fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("an open input");
        input.write_all(bytes).expect("the server reads");
        input.flush().expect("the server reads");
    }

    /// The answer to a request: its result, or its error.
    pub(super) fn answer(&mut self, id: u64) -> Result<Value, Value> {
        let mut answer =
            self.wait(|message| message["id"] == id && message.get("method").is_none());
        match answer.get_mut("error") {
            Some(error) => Err(error.take()),
            None => Ok(answer["result"].take()),
        }
    }

    /// The next notification or request of this kind that is like that; its number is in `id`.
    pub(super) fn next(&mut self, method: &str, is_meant: impl Fn(&Value) -> bool) -> Value {
        self.wait(|message| message["method"] == method && is_meant(&message["params"]))
    }

    /// Answers a request of the server.
    pub(super) fn reply(&mut self, request: &Value, result: Value) {
        self.send(&[json!({"jsonrpc": "2.0", "id": request["id"], "result": result})]);
    }

    /// Answers a request of the server with an error.
    pub(super) fn refuse(&mut self, request: &Value, code: i64, message: &str) {
        let error = json!({"code": code, "message": message});
        self.send(&[json!({"jsonrpc": "2.0", "id": request["id"], "error": error})]);
    }

    /// The first message that is like that; all others are kept for later.
    fn wait(&mut self, is_meant: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.seen.iter().position(&is_meant) {
            return self.seen.remove(at);
        }
        loop {
            match self.output.recv_timeout(DEADLINE) {
                Ok(message) => {
                    self.check(&message);
                    if is_meant(&message) {
                        return message;
                    }
                    self.seen.push(message);
                }
                Err(RecvTimeoutError::Timeout) => panic!("nothing came; seen: {:#?}", self.seen),
                Err(RecvTimeoutError::Disconnected) => panic!("the server is gone"),
            }
        }
    }

    /// Panics where a message is not as the protocol says.
    fn check(&self, message: &Value) {
        let token = message["params"]["token"].as_str().unwrap_or_default();
        if message.get("method").is_some() {
            protocol::check_sent(message);
        } else if let Some(method) = message["id"].as_u64().and_then(|id| self.asked.get(&id)) {
            protocol::check_answer(method, message);
        }
        match self.partly.get(token) {
            Some(method) => protocol::check_part(method, &message["params"]["value"]),
            None if message["method"] == "$/progress" => {
                protocol::check_progress(&message["params"]["value"]);
            }
            None => {}
        }
    }

    /// Whether something like that has come before what was waited for last.
    pub(super) fn has_seen(&self, is_meant: impl Fn(&Value) -> bool) -> bool {
        self.seen.iter().any(is_meant)
    }

    /// Forgets what has come and nobody has waited for.
    pub(super) fn forget(&mut self) {
        self.seen.clear();
    }

    pub(super) fn open(&mut self, uri: &str, text: &str) {
        self.notify("textDocument/didOpen", opened(uri, 1, text));
    }

    /// Replaces the whole text.
    pub(super) fn replace(&mut self, uri: &str, version: i32, text: &str) {
        let params = json!({
            "textDocument": {"uri": uri, "version": version},
            "contentChanges": [{"text": text}],
        });
        self.notify("textDocument/didChange", params);
    }

    /// The diagnostics of a document, asked for.
    pub(super) fn pull(&mut self, uri: &str) -> Vec<Value> {
        let report = self.call(
            "textDocument/diagnostic",
            json!({"textDocument": {"uri": uri}}),
        );
        assert_eq!(report["kind"], "full", "{report}");
        list(&report["items"])
    }

    /// The next diagnostics that are sent for a document.
    pub(super) fn pushed(&mut self, uri: &str) -> Vec<Value> {
        let params = self.next("textDocument/publishDiagnostics", |params| {
            params["uri"] == uri
        });
        list(&params["params"]["diagnostics"])
    }

    /// Hangs up, without a word.
    pub(super) fn hang_up(&mut self) {
        self.input = None;
    }

    /// Listens for one message and no longer.
    pub(super) fn listen_to_one(&mut self) {
        let output = self.deaf.as_mut().expect("a server that nobody listens to");
        read(output).expect("a message");
    }

    /// Listens for so many bytes and no longer.
    pub(super) fn listen_to(&mut self, bytes: usize) {
        let output = self.deaf.as_mut().expect("a server that nobody listens to");
        output.read_exact(&mut vec![0; bytes]).expect("an output");
    }

    /// How the server ends.
    pub(super) fn end(mut self) -> ExitStatus {
        let (sender, receiver) = mpsc::channel();
        let mut server = std::mem::replace(&mut self.server, dead());
        thread::spawn(move || {
            let status = server.wait().expect("a status");
            // The test may have been given up.
            let _ = sender.send(status);
        });
        receiver.recv_timeout(DEADLINE).expect("the server ends")
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A process that has nothing to do.
fn dead() -> Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .arg("--version")
        .stdout(Stdio::null())
        .spawn()
        .expect("isnad runs");
    child.wait().expect("it ends");
    child
}

pub(super) fn notification(method: &str, params: Value) -> Value {
    json!({"jsonrpc": "2.0", "method": method, "params": params})
}

pub(super) fn opened(uri: &str, version: i32, text: &str) -> Value {
    json!({"textDocument": {"uri": uri, "languageId": "isnad", "version": version, "text": text}})
}

/// The parameters of a question about a place.
pub(super) fn at(uri: &str, line: u32, character: u32) -> Value {
    json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})
}

/// A message as it is sent.
fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// The address of a file with a plain name.
pub(super) fn uri(path: &Path) -> String {
    let path = path.to_str().expect("UTF-8").replace('\\', "/");
    format!(
        "file://{}{path}",
        if path.starts_with('/') { "" } else { "/" }
    )
}

pub(super) fn list(value: &Value) -> Vec<Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("no list: {value}"))
        .clone()
}

/// The next message; `None` at the end.
fn read(output: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut line = String::new();
    if output.read_line(&mut line).expect("UTF-8") == 0 {
        return None;
    }
    let length = line.strip_prefix("Content-Length: ").expect("a length");
    let length = length.strip_suffix("\r\n").expect("the end of a line");
    let mut empty = String::new();
    output.read_line(&mut empty).expect("UTF-8");
    assert_eq!(empty, "\r\n");
    let mut body = vec![0; length.parse().expect("a number")];
    output.read_exact(&mut body).ok()?;
    let message: Value = serde_json::from_slice(&body).expect("JSON");
    assert_eq!(message["jsonrpc"], "2.0");
    Some(message)
}
