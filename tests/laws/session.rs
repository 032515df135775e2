//! Whatever an editor sends, in whatever order: each question has one answer, none of them is a failure of
//! the server, what the server finds is what is found in the text as the editor has it, and the session ends.

use std::collections::BTreeMap;
use std::time::Duration;

use isnad::files::content_of_buffer;
use isnad::line_index::{Encoding, LineColumn, LineIndex};
use isnad::lsp::serve;
use isnad::workspace::Workspace;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream, duplex};
use tokio::runtime::Builder;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::timeout;

use super::PART;
use super::desk::{ARTICLE, file, findings, put};

const REGISTRY: &str = "entities.yaml";

/// How long a session may take before it counts as one without end. No test measures time.
const DEADLINE: Duration = Duration::from_secs(60);

/// How much may lie between the editor and the server, in bytes.
const ROOM: usize = 64 * 1024;

/// By JSON-RPC, the failure of a server; by LSP, one that nobody has introduced themselves to.
const NEVER: [i64; 2] = [-32603, -32002];

/// Plays `utf-16 ⁂ open:text ⁂ change 0 1 0 2:text ⁂ ask hover 0 1 ⁂ …`; see [`Session::take`].
pub(crate) fn hold(script: &str) {
    let session = Session::of(script);
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_time()
        .build()
        .expect("a runtime");
    let end = runtime.block_on(async { timeout(DEADLINE, session.play()).await });
    runtime.shutdown_background();
    let heard = end.expect("the session ends");
    session.judge(&heard);
}

/// What an editor sends, and what it has of its documents then.
struct Session {
    encoding: Encoding,
    messages: Vec<Vec<u8>>,
    questions: usize,
    version: i32,
    article: Option<String>,
    registry: Option<String>,
    /// The last question, about what is found.
    last: Option<String>,
    /// Something was sent of which it is not known what it does.
    is_obscure: bool,
    /// What is sent after this may not be read.
    is_broken: bool,
}

impl Session {
    fn of(script: &str) -> Session {
        let mut steps = script.split(PART);
        let (encoding, name) = match steps.next().unwrap_or_default().trim() {
            "utf-8" => (Encoding::Utf8, "utf-8"),
            "utf-32" => (Encoding::Utf32, "utf-32"),
            _ => (Encoding::Utf16, "utf-16"),
        };
        let mut session = Session {
            encoding,
            messages: Vec::new(),
            questions: 0,
            version: 0,
            article: None,
            registry: None,
            last: None,
            is_obscure: false,
            is_broken: false,
        };
        let diagnostic = json!({"relatedInformation": true, "dataSupport": true});
        let capabilities = json!({
            "general": {"positionEncodings": [name]},
            "textDocument": {"diagnostic": diagnostic, "publishDiagnostics": diagnostic},
            "workspace": {"configuration": true, "diagnostics": {"refreshSupport": true}},
        });
        session.ask(
            "initialize",
            &json!({"processId": null, "capabilities": capabilities}),
        );
        session.notify("initialized", &json!({}));
        for step in steps {
            session.take(step);
        }
        if session.article.is_some() {
            let article = json!({"textDocument": {"uri": uri(ARTICLE)}});
            session.ask("textDocument/diagnostic", &article);
            session.last = Some(format!("q{}", session.questions));
        }
        session
    }

    /// Takes a step: a word and numbers, and after a colon a text.
    fn take(&mut self, step: &str) {
        let (words, text) = step.split_once(':').unwrap_or((step, ""));
        let mut words = words.split_whitespace();
        let word = words.next().unwrap_or_default();
        match word {
            "open" => {
                self.open(ARTICLE, text);
                self.article = Some(text.to_owned());
            }
            "registry" => {
                self.open(REGISTRY, text);
                self.registry = Some(text.to_owned());
            }
            "change" => {
                let range = places(words);
                self.change(Some(range), text);
            }
            "all" => self.change(None, text),
            "close" => {
                let article = json!({"textDocument": {"uri": uri(ARTICLE)}});
                self.notify("textDocument/didClose", &article);
                self.article = None;
            }
            "save" => {
                let article = json!({"textDocument": {"uri": uri(ARTICLE)}});
                self.notify("textDocument/didSave", &article);
            }
            "ask" => {
                let method = words.next().unwrap_or_default().to_owned();
                let [start, end] = places(words);
                self.ask(&method, &everything(start, end, text));
            }
            "cancel" => {
                let number = words.next().unwrap_or_default();
                self.notify("$/cancelRequest", &json!({"id": format!("q{number}")}));
            }
            "shutdown" => self.ask("shutdown", &Value::Null),
            "exit" => {
                self.notify("exit", &Value::Null);
                self.is_broken = true;
            }
            "raw" => {
                self.messages.push(frame(text.as_bytes()));
                self.is_obscure = true;
                // Only what is a message is read as one.
                let message: Option<Value> = serde_json::from_str(text).ok();
                self.is_broken |= message.is_some_and(|message| message["method"] == "exit");
            }
            "bytes" => {
                self.messages.push(text.as_bytes().to_vec());
                self.is_broken = true;
            }
            _ => {}
        }
    }

    fn open(&mut self, name: &str, text: &str) {
        self.version += 1;
        let document = json!({
            "uri": uri(name), "languageId": "isnad", "version": self.version, "text": text
        });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    fn change(&mut self, range: Option<[LineColumn; 2]>, new: &str) {
        self.version += 1;
        let range_told = range.map(|[start, end]| told(start, end));
        let change = match &range_told {
            Some(range) => json!({"range": range, "text": new}),
            None => json!({"text": new}),
        };
        let document = json!({"uri": uri(ARTICLE), "version": self.version});
        let params = json!({"textDocument": document, "contentChanges": [change]});
        self.notify("textDocument/didChange", &params);
        if let Some(text) = &mut self.article {
            let lines = LineIndex::new(text);
            let place = |at| usize::from(lines.offset(text, at, self.encoding));
            let (one, other) =
                range.map_or((0, text.len()), |[start, end]| (place(start), place(end)));
            text.replace_range(one.min(other)..one.max(other), new);
        }
    }

    fn notify(&mut self, method: &str, params: &Value) {
        self.messages.push(message(None, method, params));
    }

    fn ask(&mut self, method: &str, params: &Value) {
        self.questions += 1;
        let id = format!("q{}", self.questions);
        self.messages.push(message(Some(&id), method, params));
    }

    /// Sends all there is to a server; what it has said until it ended.
    async fn play(&self) -> Vec<Value> {
        let (editor, input) = duplex(ROOM);
        let (output, from_server) = duplex(ROOM);
        let serving = tokio::spawn(serve(input, output));
        let (sender, receiver) = unbounded_channel();
        tokio::spawn(listen(from_server, sender));
        let mut line = Line {
            editor,
            receiver,
            heard: Vec::new(),
        };
        let (introduction, rest) = self.messages.split_first().expect("an introduction");
        line.send(introduction).await;
        // The protocol has an editor wait until the server has introduced itself in its turn.
        line.hear("q1").await;
        for message in rest {
            line.send(message).await;
        }
        if !self.is_broken {
            line.hear(&format!("q{}", self.questions)).await;
            line.send(&message(Some("end"), "shutdown", &Value::Null))
                .await;
            line.hear("end").await;
            line.send(&message(None, "exit", &Value::Null)).await;
        }
        let heard = line.hang_up().await;
        let was_shut_down = serving.await.expect("the server does not fail");
        let was_shut_down = was_shut_down.expect("there are threads");
        assert!(was_shut_down || self.is_broken);
        heard
    }

    fn judge(&self, heard: &[Value]) {
        let mut answers: BTreeMap<&str, &Value> = BTreeMap::new();
        for message in heard {
            assert_eq!(message["jsonrpc"], "2.0", "{message}");
            let code = message["error"]["code"].as_i64();
            assert!(code.is_none_or(|code| !NEVER.contains(&code)), "{message}");
            if let (Some(id), None) = (message["id"].as_str(), message.get("method")) {
                let before = answers.insert(id, message);
                assert!(
                    before.is_none() || self.is_obscure,
                    "{message} is a second answer"
                );
            }
        }
        if self.is_broken {
            return;
        }
        for number in 1..=self.questions {
            let id = format!("q{number}");
            assert!(answers.contains_key(id.as_str()), "{id} has no answer");
        }
        let last = self
            .last
            .as_ref()
            .and_then(|last| answers.get(last.as_str()));
        if let (Some(answer), Some(text), false) = (last, &self.article, self.is_obscure)
            && answer.get("error").is_none()
        {
            assert_eq!(by_server(answer), self.by_rules(text), "{text:?}");
        }
    }

    /// What the rules find in the article.
    fn by_rules(&self, text: &str) -> Vec<(String, Value)> {
        let mut workspace = Workspace::new();
        if let Some(registry) = &self.registry {
            put(
                &mut workspace,
                REGISTRY,
                content_of_buffer(registry.clone()),
            );
        }
        put(&mut workspace, ARTICLE, content_of_buffer(text.to_owned()));
        let snapshot = workspace.snapshot();
        let file = file(&snapshot, ARTICLE);
        let (text, lines) = (snapshot.text(file), snapshot.lines(file));
        let found = findings(&snapshot, ARTICLE).into_iter().map(|finding| {
            let place = |at| lines.position(text, at, self.encoding);
            let (start, end) = (place(finding.range.start()), place(finding.range.end()));
            (finding.rule.to_owned(), told(start, end))
        });
        found.collect()
    }
}

/// Two places from up to four numbers.
fn places<'a>(words: impl Iterator<Item = &'a str>) -> [LineColumn; 2] {
    let numbers: Vec<u32> = words.filter_map(|word| word.parse().ok()).collect();
    let place = |at: usize| {
        let line = *numbers.get(at)?;
        let column = *numbers.get(at + 1)?;
        Some(LineColumn { line, column })
    };
    let start = place(0).unwrap_or(LineColumn { line: 0, column: 0 });
    [start, place(2).unwrap_or(start)]
}

/// What the server has found, as it tells it.
fn by_server(answer: &Value) -> Vec<(String, Value)> {
    let found = answer["result"]["items"].as_array().cloned();
    let found = found
        .unwrap_or_else(|| panic!("no report: {answer}"))
        .into_iter();
    let found = found.map(|finding| {
        let code = finding["code"].as_str().unwrap_or_default().to_owned();
        (code, finding["range"].clone())
    });
    found.collect()
}

/// Parameters for whatever is asked: each method takes its own.
fn everything(start: LineColumn, end: LineColumn, text: &str) -> Value {
    let range = told(start, end);
    json!({
        "textDocument": {"uri": uri(ARTICLE)},
        "position": range["start"],
        "positions": [range["start"], range["end"]],
        "range": range,
        "newName": text,
        "query": text,
        "command": text,
        "arguments": [{
            "uri": uri(ARTICLE), "position": range["start"], "range": range, "id": "a", "query": "a", "format": "json",
        }],
        "ch": text,
        "context": {
            "includeDeclaration": true, "triggerKind": 1, "diagnostics": [],
        },
        "options": {"tabSize": 2, "insertSpaces": true},
        "previousResultIds": [],
        "previousResultId": text,
    })
}

fn told(start: LineColumn, end: LineColumn) -> Value {
    let place = |at: LineColumn| json!({"line": at.line, "character": at.column});
    json!({"start": place(start), "end": place(end)})
}

fn uri(name: &str) -> String {
    let folder = if cfg!(windows) {
        "/C:/fixture"
    } else {
        "/fixture"
    };
    format!("file://{folder}/{name}")
}

/// A request, or without a number a notification.
fn message(id: Option<&str>, method: &str, params: &Value) -> Vec<u8> {
    let mut message = json!({"jsonrpc": "2.0", "method": method, "params": params});
    if let Some(id) = id {
        message["id"] = json!(id);
    }
    frame(message.to_string().as_bytes())
}

fn frame(body: &[u8]) -> Vec<u8> {
    let header = format!("Content-Length: {}\r\n\r\n", body.len());
    [header.as_bytes(), body].concat()
}

/// What lies between an editor and a server.
struct Line {
    editor: DuplexStream,
    receiver: UnboundedReceiver<Value>,
    heard: Vec<Value>,
}

impl Line {
    async fn send(&mut self, message: &[u8]) {
        // A server that has been told to end reads no more.
        let _ = self.editor.write_all(message).await;
    }

    /// Listens until that question is answered or the server ends. What the server asks has no answer worth
    /// having.
    async fn hear(&mut self, id: &str) {
        while self.heard.iter().all(|message| message["id"] != id) {
            let Some(message) = self.receiver.recv().await else {
                return;
            };
            if let (Some(id), Some(_)) = (message.get("id"), message.get("method")) {
                let answer = json!({"jsonrpc": "2.0", "id": id, "result": null});
                self.send(&frame(answer.to_string().as_bytes())).await;
            }
            self.heard.push(message);
        }
    }

    /// All that was heard until the server ended.
    async fn hang_up(mut self) -> Vec<Value> {
        drop(self.editor);
        while let Some(message) = self.receiver.recv().await {
            self.heard.push(message);
        }
        self.heard
    }
}

/// Passes on what the server says, until it ends.
async fn listen(from_server: DuplexStream, sender: UnboundedSender<Value>) {
    let mut from_server = BufReader::new(from_server);
    let mut header = String::new();
    while from_server.read_line(&mut header).await.expect("a header") > 0 {
        if header.ends_with("\r\n\r\n") {
            let length = header.trim().strip_prefix("Content-Length: ");
            let length = length.and_then(|length| length.parse().ok());
            let mut body = vec![0; length.unwrap_or_else(|| panic!("{header:?}"))];
            from_server.read_exact(&mut body).await.expect("a body");
            let message = serde_json::from_slice(&body).expect("JSON");
            if sender.send(message).is_err() {
                return;
            }
            header.clear();
        }
    }
}
