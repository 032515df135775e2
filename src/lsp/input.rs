//! Standard input, message by message.
//!
//! What reads the messages behind this gives up at the first that it cannot make out, and on
//! `exit` it waits for whatever is in hand. So what is no message ends here, and the end of the
//! process is begun here.

use std::io;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tower_lsp::jsonrpc::{Request, Response};

use crate::lsp::ending::Ending;

/// More than any line of a header is long, in bytes.
const LONGEST_LINE: u64 = 4096;

/// Passes the messages of an editor on until its input ends; what is none, `tell` tells of.
pub(super) async fn pass_on(
    input: impl AsyncRead + Unpin,
    mut output: impl AsyncWrite + Unpin,
    ending: Ending,
    tell: fn(&str),
) {
    let mut input = BufReader::new(input);
    // An error of the input is its end, and nobody reads the output when the process is ending.
    while let Ok(Some(body)) = next(&mut input).await {
        if is_message(&body, &ending) {
            let header = format!("Content-Length: {}\r\n\r\n", body.len());
            let message = [header.as_bytes(), &body].concat();
            if output.write_all(&message).await.is_err() {
                break;
            }
        } else {
            tell(&format!(
                "the editor has sent {} bytes that are no message",
                body.len()
            ));
        }
    }
    ending.begin();
}

/// The body of the next message; `None` where the input ends.
async fn next(input: &mut (impl AsyncBufReadExt + Unpin)) -> io::Result<Option<Vec<u8>>> {
    let mut length: Option<u64> = None;
    loop {
        let mut line = Vec::new();
        if (&mut *input)
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line)
            .await?
            == 0
        {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        match (line.trim().split_once(':'), length) {
            (Some((name, value)), _) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().ok();
            }
            (None, Some(length)) if line.trim().is_empty() => {
                // The length is only what the editor says: room is made for what really comes.
                let mut body = Vec::new();
                let read = (&mut *input).take(length).read_to_end(&mut body).await?;
                return Ok((read as u64 == length).then_some(body));
            }
            _ => {}
        }
    }
}

/// Whether `body` is a message; those that end the process are taken note of.
fn is_message(body: &[u8], ending: &Ending) -> bool {
    if let Ok(request) = serde_json::from_slice::<Request>(body) {
        match request.method() {
            "shutdown" => ending.shut_down(),
            "exit" => ending.begin(),
            _ => {}
        }
        return true;
    }
    serde_json::from_slice::<Response>(body).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, bodies: &[&str]) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .expect("a runtime");
        let found = runtime.block_on(async {
            let mut input = BufReader::new(input.as_bytes());
            let mut found = Vec::new();
            while let Ok(Some(body)) = next(&mut input).await {
                found.push(String::from_utf8(body).expect("UTF-8"));
            }
            found
        });
        assert_eq!(found, bodies, "{input:?}");
    }

    #[test]
    fn bodies_are_found_by_their_length() {
        check("", &[]);
        check(
            "Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]",
            &["{}", "[1]"],
        );
        check("content-length:2\n\n{}", &["{}"]);
        check(
            "Content-Type: x; charset=UTF-8\r\nContent-Length: 2\r\nX: y\r\n\r\n{}",
            &["{}"],
        );
        check(
            "rubbish\r\n\r\nContent-Length: x\r\n\r\nContent-Length: 0\r\n\r\n",
            &[""],
        );
        check("Content-Length: 18446744073709551615\r\n\r\n{}", &[]);
    }

    #[test]
    fn what_ends_the_process_is_taken_note_of() {
        let ending = Ending::default();
        assert!(!is_message(b"{\"x\"}", &ending));
        assert!(!is_message(b"[]", &ending));
        assert!(is_message(
            br#"{"jsonrpc":"2.0","id":1,"result":null}"#,
            &ending
        ));
        assert!(!ending.was_shut_down());
        assert!(is_message(
            br#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#,
            &ending
        ));
        assert!(ending.was_shut_down());
    }
}
