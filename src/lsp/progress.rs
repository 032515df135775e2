//! Work that takes long, as the editor shows it: how far it is, and a way to end it.

use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tower_lsp::Client;
use tower_lsp::gen_lsp_types as lsp;

/// The name under which the editor knows the survey of its folders.
pub(super) const TOKEN: &str = "isnad/survey";

/// A piece of work of which the editor shows how far it is.
#[derive(Debug, Clone)]
pub(super) struct Progress {
    sender: mpsc::UnboundedSender<Report>,
}

#[derive(Debug)]
struct Report {
    message: String,
    percentage: u32,
}

impl Progress {
    /// Begins. An editor that shows no such thing may be told nothing; then nothing is begun.
    pub(super) fn begin(client: Client, runtime: &Handle, title: &str) -> Progress {
        let (sender, receiver) = mpsc::unbounded_channel();
        runtime.spawn(show(client, title.to_owned(), receiver));
        Progress { sender }
    }

    /// Says how far it is. It is over when the last who could say so is gone.
    pub(super) fn report(&self, message: String, done: usize, total: usize) {
        let percentage = (done * 100).checked_div(total).unwrap_or(100) as u32;
        // When the task is gone the editor has refused.
        let _ = self.sender.send(Report {
            message,
            percentage,
        });
    }
}

async fn show(client: Client, title: String, mut reports: mpsc::UnboundedReceiver<Report>) {
    let token = lsp::ProgressToken::String(TOKEN.to_owned());
    if client
        .create_work_done_progress(token.clone())
        .await
        .is_err()
    {
        return;
    }
    let progress = client
        .progress(token, title)
        .with_percentage(0)
        .with_cancel_button()
        .begin()
        .await;
    let mut shown = 0;
    while let Some(mut report) = reports.recv().await {
        // Of many that wait the last is the one to show.
        while let Ok(later) = reports.try_recv() {
            report = later;
        }
        // It may not go back.
        shown = report.percentage.max(shown);
        progress
            .report_with_message(report.message, shown, None)
            .await;
    }
    progress.finish().await;
}
