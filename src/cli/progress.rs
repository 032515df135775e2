//! How far a long run is: a line on the terminal, gone when it is over.

use std::env;
use std::io::{self, IsTerminal};
use std::sync::Once;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

/// What takes less time needs no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// So often it is drawn, in a second.
const OFTEN: u8 = 10;

const LINE: &str = "{msg} [{bar:30}] {human_pos} of {human_len} articles, {rate}/s, {eta} left";

/// How many articles are done, of how many. Nothing is written where standard error is no terminal or a CI
/// server reads it.
pub(super) struct Progress {
    /// Hidden at first.
    bar: ProgressBar,
    began: Instant,
    shown: Once,
    is_wanted: bool,
}

impl Progress {
    /// Begins with none of `total` articles; `what` is done with them.
    pub(super) fn new(what: &'static str, total: usize) -> Progress {
        let bar = ProgressBar::hidden();
        bar.set_length(total as u64);
        bar.set_message(what);
        // A line that cannot be read is left as the library has it.
        if let Ok(style) = ProgressStyle::with_template(LINE) {
            bar.set_style(style.progress_chars("=> ").with_key(
                "rate",
                |state: &ProgressState, line: &mut dyn std::fmt::Write| {
                    // Writing to the line cannot fail.
                    let _ = write!(line, "{:.0}", state.per_sec());
                },
            ));
        }
        let is_read_by_a_server = env::var_os("CI").is_some_and(|value| !value.is_empty());
        let is_simple = env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        Progress {
            bar,
            began: Instant::now(),
            shown: Once::new(),
            is_wanted: io::stderr().is_terminal() && !is_read_by_a_server && !is_simple,
        }
    }

    /// One more is done.
    pub(super) fn step(&self) {
        if !self.is_wanted {
            return;
        }
        self.bar.inc(1);
        if self.began.elapsed() >= PATIENCE {
            self.shown.call_once(|| {
                let terminal = ProgressDrawTarget::stderr_with_hz(OFTEN);
                self.bar.set_draw_target(terminal);
            });
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
