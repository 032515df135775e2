//! The lines of the input, read ahead while those before them are worked on.

use std::io::{self, BufRead, BufReader, Read};
use std::mem::take;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// At most so many lines wait.
const MOST_LINES: usize = 1024;
/// At most so many bytes wait, or one line, if that alone is longer.
const MOST_BYTES: usize = 8 << 20;
/// How many bytes are read at once.
const AT_ONCE: usize = 64 << 10;

/// The input in batches, and why it ended where it could not be read. A batch is what waits when it is
/// asked for: who writes one record and waits gets its answer, and where many are written, all threads
/// have work. How much waits is bounded, so that a long input takes no more memory than a short one.
pub(super) struct Batches {
    waiting: Arc<Waiting>,
}

/// A line of the input.
pub(super) struct Line {
    /// Which one it is, counted from 1.
    pub(super) number: u64,
    /// What stands on it, without its end; `None` where that is too long.
    pub(super) content: Option<Vec<u8>>,
}

impl Batches {
    /// Begins to read; lines of more than `longest` bytes are passed over, but counted.
    pub(super) fn of(input: impl Read + Send + 'static, longest: u64) -> Batches {
        let waiting = Arc::new(Waiting::default());
        let ours = Arc::clone(&waiting);
        // It ends with the input or with the process, which waits for nobody.
        let reading = thread::Builder::new().spawn(move || {
            let input = BufReader::with_capacity(AT_ONCE, input);
            let end = each_line(input, longest, |line| ours.put(line));
            ours.end(end);
        });
        if let Err(error) = reading {
            waiting.end(Err(error));
        }
        Batches { waiting }
    }
}

impl Iterator for Batches {
    type Item = io::Result<Vec<Line>>;

    fn next(&mut self) -> Option<io::Result<Vec<Line>>> {
        self.waiting.take()
    }
}

/// What has been read and is not worked on yet.
#[derive(Default)]
struct Waiting {
    room: Mutex<Room>,
    changed: Condvar,
}

#[derive(Default)]
struct Room {
    lines: Vec<Line>,
    bytes: usize,
    end: Option<io::Result<()>>,
}

impl Waiting {
    /// Adds a line, once there is room for it.
    fn put(&self, line: Line) {
        let bytes = line.content.as_ref().map_or(0, Vec::len);
        let mut room = self.once(|room| room.is_left_for(bytes));
        room.bytes += bytes;
        room.lines.push(line);
        self.changed.notify_one();
    }

    /// Says that no line follows, and why.
    fn end(&self, end: io::Result<()>) {
        self.once(|_| true).end = Some(end);
        self.changed.notify_one();
    }

    /// Takes all lines that wait, once there are any; then, once, why there are no more.
    fn take(&self) -> Option<io::Result<Vec<Line>>> {
        let mut room = self.once(|room| !room.lines.is_empty() || room.end.is_some());
        if room.lines.is_empty() {
            let end = room.end.replace(Ok(()));
            return end?.err().map(Err);
        }
        room.bytes = 0;
        self.changed.notify_one();
        Some(Ok(take(&mut room.lines)))
    }

    /// The room, once it is as wanted.
    fn once(&self, is_as_wanted: impl Fn(&Room) -> bool) -> MutexGuard<'_, Room> {
        // Whoever panicked here left nothing half done.
        let room = self.room.lock().unwrap_or_else(PoisonError::into_inner);
        let room = self.changed.wait_while(room, |room| !is_as_wanted(room));
        room.unwrap_or_else(PoisonError::into_inner)
    }
}

impl Room {
    fn is_left_for(&self, bytes: usize) -> bool {
        let is_left = self.lines.len() < MOST_LINES && self.bytes + bytes <= MOST_BYTES;
        is_left || self.lines.is_empty()
    }
}

/// Hands on each line of `input`, in its order.
fn each_line(mut input: impl BufRead, longest: u64, mut put: impl FnMut(Line)) -> io::Result<()> {
    for number in 1.. {
        let mut content = Vec::new();
        let most = longest.saturating_add(1);
        if input.by_ref().take(most).read_until(b'\n', &mut content)? == 0 {
            break;
        }
        let is_whole = content.pop_if(|byte| *byte == b'\n').is_some();
        let is_too_long = content.len() as u64 > longest;
        if is_too_long && !is_whole {
            input.skip_until(b'\n')?;
        }
        put(Line {
            number,
            content: (!is_too_long).then_some(content),
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn lines_come_whole_in_their_order_and_with_their_numbers() {
        let input = "a\n\nسلام\r\n123456\n1234567\n12345678\r\n\n123456789".to_owned();
        let mut seen = Vec::new();
        for batch in Batches::of(Cursor::new(input), 8) {
            for Line { number, content } in batch.expect("it can be read") {
                let content = content.map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
                seen.push(format!("{number} {content:?}"));
            }
        }
        let expected = [
            r#"1 Some("a")"#,
            r#"2 Some("")"#,
            "3 None",
            r#"4 Some("123456")"#,
            r#"5 Some("1234567")"#,
            "6 None",
            r#"7 Some("")"#,
            "8 None",
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn no_more_waits_than_there_is_room_for() {
        let line = "x".repeat(MOST_BYTES / 4) + "\n";
        let input = line.repeat(20) + &"\n".repeat(3 * MOST_LINES);
        let mut count = 0;
        for batch in Batches::of(Cursor::new(input), MOST_BYTES as u64) {
            let lines = batch.expect("it can be read");
            let contents = lines.iter().flat_map(|line| &line.content);
            assert!(contents.map(Vec::len).sum::<usize>() <= MOST_BYTES);
            assert!(lines.len() <= MOST_LINES);
            count += lines.len();
        }
        assert_eq!(count, 20 + 3 * MOST_LINES);
    }
}
