//! `workspace/diagnostic` as it is meant: an editor that knows everything waits for its answer until
//! there is something to tell, and what takes long is sent as it is found.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::sleep;
use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::jsonrpc::Result;

use crate::lsp::features::workspace_diagnostics::{Known, report};
use crate::lsp::server::Server;

/// After a change, whoever types is left in peace for so long.
const PAUSE: Duration = Duration::from_millis(500);

type Items = Vec<lsp::WorkspaceDocumentDiagnosticReport>;

impl Server {
    /// What is wrong with the files of the folders and the editor does not know yet.
    pub(super) async fn news(
        &self,
        params: lsp::WorkspaceDiagnosticParams,
    ) -> Result<lsp::WorkspaceDiagnosticReport> {
        let known = params.previous_result_ids.into_iter();
        let known: Arc<Known> = Arc::new(known.map(|known| (known.uri, known.value)).collect());
        let token = params.partial_result_params.partial_result_token;
        let mut changes = self.generation.clone();
        loop {
            changes.mark_unchanged();
            let (has_news, items) = self.look(Arc::clone(&known), token.as_ref()).await?;
            let knows_nothing = known.is_empty();
            // When the actor is gone the process is ending.
            if has_news || knows_nothing || changes.changed().await.is_err() {
                return Ok(lsp::WorkspaceDiagnosticReport { items });
            }
            sleep(PAUSE).await;
        }
    }

    /// Whether there is anything to tell, and what of it has not been sent under the token.
    async fn look(
        &self,
        known: Arc<Known>,
        token: Option<&lsp::ProgressToken>,
    ) -> Result<(bool, Items)> {
        let (sender, mut found) = mpsc::unbounded_channel::<Items>();
        let looking = self.everywhere(move |all| {
            // Who has hung up does not wait any more.
            report(all, &known, |items| sender.send(items).is_ok());
            Ok(())
        });
        let sending = async {
            let (mut has_news, mut unsent) = (false, Vec::new());
            while let Some(items) = found.recv().await {
                has_news = true;
                match token {
                    Some(token) => self.send_partly(token.clone(), items).await,
                    None => unsent.extend(items),
                }
            }
            if has_news && token.is_some() {
                self.marks.pass(&self.client).await;
            }
            (has_news, unsent)
        };
        let (looked, sent) = tokio::join!(looking, sending);
        looked.map(|()| sent)
    }

    async fn send_partly(&self, token: lsp::ProgressToken, items: Items) {
        let part = lsp::WorkspaceDiagnosticReportPartialResult { items };
        self.client
            .send_partial_result::<lsp::WorkspaceDiagnosticRequest>(token, part)
            .await;
    }
}
