//! How the process ends: on `exit`, when standard input ends, and when the editor has died.

use std::process::{self, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tokio::sync::watch;

/// How long what is still in hand may take after `exit` or the end of the input. Most often there
/// is nothing, and the process ends at once.
const GRACE: Duration = Duration::from_millis(800);

/// How often the editor's process is looked for.
const ROUND: Duration = Duration::from_secs(2);

/// The end of the process, which anyone may bring about.
#[derive(Debug, Clone, Default)]
pub(super) struct Ending(Arc<State>);

#[derive(Debug, Default)]
struct State {
    was_shut_down: AtomicBool,
    has_begun: watch::Sender<bool>,
    /// The process goes on when the session is over.
    is_of_session: bool,
}

impl Ending {
    /// The end of a session in a process that goes on: its streams alone bring it about.
    pub(super) fn of_session() -> Ending {
        Ending(Arc::new(State {
            is_of_session: true,
            ..State::default()
        }))
    }

    /// Takes note that the editor has said `shutdown`.
    pub(super) fn shut_down(&self) {
        self.0.was_shut_down.store(true, Ordering::SeqCst);
    }

    /// Whether the editor has said `shutdown`.
    pub(super) fn was_shut_down(&self) -> bool {
        self.0.was_shut_down.load(Ordering::SeqCst)
    }

    /// 0 if the editor has said `shutdown`, else 1.
    pub(super) fn code(&self) -> ExitCode {
        ExitCode::from(self.number())
    }

    /// Ends the process after a grace period, if it does not end by itself. A session ends as soon as nobody
    /// waits for the editor any more.
    pub(super) fn begin(&self) {
        let had_begun = self.0.has_begun.send_replace(true);
        if !self.0.is_of_session && !had_begun {
            let ending = self.clone();
            thread::spawn(move || {
                thread::sleep(GRACE);
                process::exit(i32::from(ending.number()));
            });
        }
    }

    /// Waits until it has begun: from then on the editor answers nothing.
    pub(super) async fn has_begun(&self) {
        // The sender lives as long as `self`, so that waiting cannot fail.
        let _ = self.0.has_begun.subscribe().wait_for(|begun| *begun).await;
    }

    /// Ends the process when the editor's is gone: its end of the pipes may outlive it in some
    /// child, and the server would wait for ever.
    pub(super) fn with(&self, editor: i32) {
        if self.0.is_of_session {
            return;
        }
        let ending = self.clone();
        thread::spawn(move || {
            while is_alive(editor) {
                thread::sleep(ROUND);
            }
            ending.begin();
        });
    }

    fn number(&self) -> u8 {
        u8::from(!self.was_shut_down())
    }
}

/// Whether there is such a process. A process that may not be asked about is alive.
#[cfg(unix)]
fn is_alive(process: i32) -> bool {
    let Some(process) = rustix::process::Pid::from_raw(process) else {
        return true;
    };
    rustix::process::test_kill_process(process) != Err(rustix::io::Errno::SRCH)
}

/// Elsewhere only the end of standard input tells that the editor is gone.
#[cfg(not(unix))]
fn is_alive(_process: i32) -> bool {
    true
}
