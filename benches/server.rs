//! From a keystroke to its diagnostics, in the server as an editor meets it: the process over its
//! pipes, an article of some size in a folder with some others. What an editor sends at one key is sent
//! in one write, the change and the question what is wrong now.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::measure::Table;
use crate::newsroom::{WRITINGS, Writing};

/// How large the article is, and how many keys are pressed in it.
const SIZES: [(&str, usize, usize); 4] = [
    ("4 KB", 4_000, 101),
    ("40 KB", 40_000, 101),
    ("400 KB", 400_000, 31),
    ("4 MB", 4_000_000, 11),
];

/// How many other articles of 4 KB stand in the folder.
const OTHERS: usize = 10_000;

pub(crate) fn run() {
    for writing in WRITINGS
        .iter()
        .filter(|writing| ["en", "ar"].contains(&writing.lang))
    {
        let columns = ["opened", "key, median", "key, worst", "of 10,000", "worst"];
        let title = format!("to the diagnostics of an article ({})", writing.lang);
        let mut table = Table::new(&title, &columns.map(str::to_owned), (3, 1));
        let alone = folder(writing, 0);
        let among = folder(writing, OTHERS);
        let mut sizes = Vec::new();
        for (name, bytes, keys) in SIZES {
            let text = writing.article(bytes, 0);
            let by_itself = measured(alone.path(), &text, keys);
            let among_others = measured(among.path(), &text, keys);
            sizes.push((name, by_itself.memory, among_others.memory));
            table.row(
                name,
                vec![
                    by_itself.opened,
                    by_itself.median,
                    by_itself.worst,
                    among_others.median,
                    among_others.worst,
                ],
            );
        }
        table.print();
        for (name, alone, among) in sizes {
            println!("{name:<44}{alone:>12} of memory{among:>18} of 10,000");
        }
    }
}

/// A folder with so many articles and a registry of a hundred persons.
fn folder(writing: &Writing, articles: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let put = |name: &str, text: String| fs::write(folder.path().join(name), text).expect("a file");
    put("entities.yaml", writing.registry(100));
    for number in 1..=articles {
        put(&format!("{number}.news.md"), writing.article(4_000, number));
    }
    folder
}

struct Measured {
    opened: Duration,
    median: Duration,
    worst: Duration,
    /// What the process has in memory at the end, where the system tells.
    memory: String,
}

fn measured(folder: &Path, text: &str, keys: usize) -> Measured {
    let uri = format!("file://{}/open.news.md", folder.display());
    let mut editor = Editor::start(folder);
    editor.wait(|message| {
        let line = message["params"]["message"].as_str().unwrap_or_default();
        line.contains("looked through")
    });
    let document = json!({"uri": uri, "languageId": "isnad", "version": 1, "text": text});
    let opened = editor.ask_after("didOpen", &json!({"textDocument": document}), &uri);
    // Somewhere in the middle, at the end of a line.
    let lines = text.lines().count() / 2;
    let line = text.lines().skip(lines).position(|line| !line.is_empty());
    let line = lines + line.expect("a line with words");
    let column = text
        .lines()
        .nth(line)
        .expect("a line")
        .encode_utf16()
        .count();
    let place = json!({"line": line, "character": column});
    let mut times: Vec<Duration> = (2..keys + 2)
        .map(|version| {
            let change = json!({
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"range": {"start": place, "end": place}, "text": "x"}],
            });
            editor.ask_after("didChange", &change, &uri)
        })
        .collect();
    times.sort_unstable();
    Measured {
        opened,
        median: times[times.len() / 2],
        worst: times[times.len() - 1],
        memory: editor.memory(),
    }
}

struct Editor {
    server: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    asked: u64,
}

impl Editor {
    fn start(folder: &Path) -> Editor {
        let mut server = Command::new(env!("CARGO_BIN_EXE_isnad"))
            .args(["lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("isnad runs");
        let input = server.stdin.take().expect("its input");
        let output = BufReader::new(server.stdout.take().expect("its output"));
        let mut editor = Editor {
            server,
            input,
            output,
            asked: 0,
        };
        let folder = json!({"uri": format!("file://{}", folder.display()), "name": "news"});
        editor.send(&[
            json!({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
                "processId": null,
                "rootUri": null,
                "workspaceFolders": [folder],
                "capabilities": {"textDocument": {"diagnostic": {}}},
            }}),
        ]);
        editor.wait(|message| message["id"] == 0);
        editor.send(&[json!({"jsonrpc": "2.0", "method": "initialized", "params": {}})]);
        editor
    }

    /// How long it takes from a notification to the diagnostics after it.
    fn ask_after(&mut self, method: &str, params: &Value, uri: &str) -> Duration {
        self.asked += 1;
        let id = self.asked;
        let start = Instant::now();
        self.send(&[
            json!({"jsonrpc": "2.0", "method": format!("textDocument/{method}"), "params": params}),
            json!({"jsonrpc": "2.0", "id": id, "method": "textDocument/diagnostic", "params": {
                "textDocument": {"uri": uri},
            }}),
        ]);
        let answer = self.wait(|message| message["id"] == id);
        assert_eq!(answer["result"]["kind"], "full", "{answer}");
        start.elapsed()
    }

    fn send(&mut self, messages: &[Value]) {
        let framed = messages.iter().map(|message| {
            let body = message.to_string();
            format!("Content-Length: {}\r\n\r\n{body}", body.len())
        });
        let bytes: String = framed.collect();
        self.input
            .write_all(bytes.as_bytes())
            .expect("the server reads");
        self.input.flush().expect("the server reads");
    }

    /// The first message that is like that; all others are dropped.
    fn wait(&mut self, is_meant: impl Fn(&Value) -> bool) -> Value {
        loop {
            let mut line = String::new();
            self.output.read_line(&mut line).expect("a header");
            let length = line.trim_end().strip_prefix("Content-Length: ");
            let length = length.expect("a length").parse().expect("a number");
            self.output.read_line(&mut line).expect("an empty line");
            let mut body = vec![0; length];
            self.output.read_exact(&mut body).expect("a message");
            let message: Value = serde_json::from_slice(&body).expect("JSON");
            if is_meant(&message) {
                return message;
            }
        }
    }

    fn memory(&self) -> String {
        let status = fs::read_to_string(format!("/proc/{}/status", self.server.id()));
        let status = status.unwrap_or_default();
        let mut lines = status.lines();
        let line = lines.find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse().ok());
        kilobytes.map_or("unknown".to_owned(), |kilobytes: u32| {
            format!("{} MB", kilobytes / 1024)
        })
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
