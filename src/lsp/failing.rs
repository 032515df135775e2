//! Faults on purpose, and a look at what the server holds: in debug builds tests ask for them over the same way
//! as for anything else. A release knows nothing of it.

/// What may be asked to fail besides questions.
#[derive(Debug, Clone, Copy)]
pub(super) enum Work {
    /// Reading what a file says of its surroundings.
    Reading,
    /// Finding diagnostics that nobody has asked for.
    Diagnosing,
    /// Digesting articles that nobody has open.
    Digesting,
    /// Looking through the folders.
    Surveying,
    /// Passing on what changes on the disk.
    Watching,
}

#[cfg(not(debug_assertions))]
pub(super) use never::{fail_if_asked, with_failures};

#[cfg(debug_assertions)]
pub(super) use asked::{fail_if_asked, with_failures};

#[cfg(debug_assertions)]
mod asked {
    use std::collections::BTreeSet;
    use std::sync::Mutex;

    use serde::Deserialize;
    use tower_lsp::LspServiceBuilder;
    use tower_lsp::gen_lsp_types as lsp;
    use tower_lsp::jsonrpc::{Error, Result};

    use super::Work;
    use crate::lsp::actor::Message;
    use crate::lsp::asked::question;
    use crate::lsp::server::Server;
    use crate::lsp::view::View;

    /// The work whose next piece is to fail, by its name.
    static ASKED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

    /// Fails, as a fault that nobody has thought of does, if a test has asked for it since it last did.
    pub(in crate::lsp) fn fail_if_asked(work: Work) {
        let is_asked = ASKED
            .lock()
            .is_ok_and(|mut asked| asked.remove(&format!("{work:?}")));
        assert!(!is_asked, "asked to fail");
    }

    pub(in crate::lsp) fn with_failures(
        service: LspServiceBuilder<Server>,
    ) -> LspServiceBuilder<Server> {
        service
            .custom_method("isnad/test/failInWorker", Server::fail_in_worker)
            .custom_method("isnad/test/failInActor", Server::fail_in_actor)
            .custom_method("isnad/test/failNext", Server::fail_next)
            .custom_method("isnad/test/text", Server::text)
    }

    #[derive(Deserialize)]
    struct Next {
        work: String,
    }

    impl Server {
        async fn fail_in_worker(&self, document: lsp::TextDocumentIdentifier) -> Result<()> {
            self.ask(&document, |_| panic!("asked to fail")).await
        }

        async fn fail_in_actor(&self, _: lsp::TextDocumentIdentifier) -> Result<()> {
            let (question, answer) = question(|_: &View| Ok(()));
            self.tell(Message::Fail(question));
            answer
                .await
                .unwrap_or_else(|_| Err(Error::internal_error()))
        }

        #[expect(
            clippy::unused_async,
            reason = "the framework takes handlers of this form"
        )]
        async fn fail_next(&self, next: Next) -> Result<()> {
            if let Ok(mut asked) = ASKED.lock() {
                asked.insert(next.work);
            }
            Ok(())
        }

        async fn text(&self, document: lsp::TextDocumentIdentifier) -> Result<String> {
            self.about(document, |view| view.text().to_owned()).await
        }
    }
}

#[cfg(not(debug_assertions))]
mod never {
    use tower_lsp::LspServiceBuilder;

    use super::Work;
    use crate::lsp::server::Server;

    pub(in crate::lsp) fn fail_if_asked(_: Work) {}

    pub(in crate::lsp) fn with_failures(
        service: LspServiceBuilder<Server>,
    ) -> LspServiceBuilder<Server> {
        service
    }
}
