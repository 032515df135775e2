//! The threads that work. A panic on them costs the work at hand and nothing else.

use std::any::Any;
use std::io;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::Sender;
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};
use tower_lsp::gen_lsp_types as lsp;

use crate::lsp::actor::Message;
use crate::lsp::asked::Asked;
use crate::lsp::diagnostics;
use crate::lsp::failing::{Work, fail_if_asked};
use crate::lsp::outbox::Outbox;
use crate::lsp::view::{Overview, View};
use crate::text::{FileId, stable_hash};
use crate::workspace::Snapshot;

/// The threads that work.
#[derive(Debug)]
pub(super) struct Workers {
    /// For what someone waits for.
    questions: ThreadPool,
    /// For what comes unasked; it must not stand in the way of the others.
    diagnostics: ThreadPool,
    actor: Sender<Message>,
    outbox: Outbox,
}

/// What a worker has found in a document unasked.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) view: View,
    pub(super) diagnostics: Vec<lsp::Diagnostic>,
}

impl Workers {
    pub(super) fn start(actor: Sender<Message>, outbox: Outbox) -> io::Result<Workers> {
        // One for a question that takes long, and one for the next.
        let cores = thread::available_parallelism()
            .map_or(1, NonZero::get)
            .max(2);
        Ok(Workers {
            questions: pool("question", cores)?,
            diagnostics: pool("diagnostics", 1)?,
            actor,
            outbox,
        })
    }

    /// Answers a question, unless nobody waits any more when its turn comes.
    pub(super) fn answer(&self, question: Box<dyn Asked<View>>, view: View) {
        let outbox = self.outbox.clone();
        self.questions.spawn(move || {
            if !question.is_cancelled() {
                // Unwinding drops the question, and that tells the one who waits.
                guarded(&outbox, &view.snapshot, view.file, || {
                    question.answer(&view);
                });
            }
        });
    }

    /// Answers a question about all files.
    pub(super) fn answer_of_all(&self, question: Box<dyn Asked<Overview>>, all: Overview) {
        let outbox = self.outbox.clone();
        self.questions.spawn(move || {
            if !question.is_cancelled()
                && let Err(panic) = catch_unwind(AssertUnwindSafe(|| question.answer(&all)))
            {
                tell_of_panic(&outbox, Path::new("all files"), None, panic);
            }
        });
    }

    /// Reads what a file says of its surroundings, so that the actor can look them up at no cost.
    pub(super) fn read(&self, snapshot: Snapshot, file: FileId) {
        let (outbox, actor) = (self.outbox.clone(), self.actor.clone());
        self.questions.spawn(move || {
            let read = guarded(&outbox, &snapshot, file, || {
                fail_if_asked(Work::Reading);
                snapshot.front(file);
            });
            let path = snapshot.path(file).to_owned();
            let succeeded = read.is_some();
            post(&actor, Message::Read { path, succeeded });
        });
    }

    /// Digests articles that nobody has open.
    pub(super) fn digest(&self, snapshot: Snapshot, articles: Vec<FileId>) {
        let (outbox, actor) = (self.outbox.clone(), self.actor.clone());
        self.diagnostics.spawn(move || {
            for file in articles {
                guarded(&outbox, &snapshot, file, || {
                    fail_if_asked(Work::Digesting);
                    snapshot.digest(file);
                });
            }
            post(&actor, Message::Digested);
        });
    }

    /// Finds the diagnostics of a document unasked.
    pub(super) fn diagnose(&self, view: View) {
        let (outbox, actor) = (self.outbox.clone(), self.actor.clone());
        self.diagnostics.spawn(move || {
            let found = guarded(&outbox, &view.snapshot, view.file, || {
                fail_if_asked(Work::Diagnosing);
                (
                    diagnostics::diagnostics(&view),
                    diagnostics::configuration(&view),
                )
            });
            let path = view.path().to_owned();
            let found = found.map(|(diagnostics, configuration)| {
                for (path, problems) in configuration {
                    post(&actor, Message::Configured { path, problems });
                }
                Found { view, diagnostics }
            });
            post(&actor, Message::Diagnosed { path, found });
        });
    }
}

/// Does `work` about a file; if it panics, tells the log what is needed to find out why. The text
/// itself stays where it is: it may not be meant for a log.
pub(super) fn guarded<T>(
    outbox: &Outbox,
    snapshot: &Snapshot,
    file: FileId,
    work: impl FnOnce() -> T,
) -> Option<T> {
    let done = catch_unwind(AssertUnwindSafe(work));
    let told = |panic| {
        let text = snapshot.text(file);
        tell_of_panic(outbox, snapshot.path(file), Some(text), panic);
    };
    done.map_err(told).ok()
}

/// Tells the log of a panic over the document at `path`.
pub(super) fn tell_of_panic(
    outbox: &Outbox,
    path: &Path,
    text: Option<&str>,
    panic: Box<dyn Any + Send>,
) {
    let reason = match panic.downcast::<String>() {
        Ok(reason) => *reason,
        Err(panic) => panic
            .downcast_ref::<&str>()
            .copied()
            .unwrap_or("for no reason given")
            .to_owned(),
    };
    let text = text.map_or(String::new(), |text| {
        format!(" (FNV-1a of its text: {:016x})", stable_hash(text))
    });
    outbox.log(
        lsp::MessageType::Error,
        format!(
            "a fault in isnad, at work on {}{text}: {reason}",
            path.display()
        ),
    );
}

fn pool(name: &'static str, threads: usize) -> io::Result<ThreadPool> {
    ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(move |number| format!("{name}-{number}"))
        .build()
        .map_err(io::Error::other)
}

fn post(actor: &Sender<Message>, message: Message) {
    // When the actor is gone the process is ending.
    let _ = actor.send(message);
}
