//! The protocol's messages, each put into the actor's channel before anything is awaited: so they
//! come there in the order in which the editor sent them, whatever becomes of the rest.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::{Client, LanguageServer, LspServiceBuilder};

use crate::lsp::actor::{Matter, Message};
use crate::lsp::asked::question;
use crate::lsp::capabilities::Profile;
use crate::lsp::view::View;
use crate::lsp::watch::Ending;
use crate::lsp::{diagnostics, features, paths};

/// The editor's side of the server.
#[derive(Debug)]
pub(super) struct Server {
    client: Client,
    actor: Sender<Message>,
    ending: Ending,
    tokens: features::semantic_tokens::Sent,
}

impl Server {
    pub(super) fn new(client: Client, actor: Sender<Message>, ending: Ending) -> Server {
        Server {
            client,
            actor,
            ending,
            tokens: features::semantic_tokens::Sent::default(),
        }
    }

    pub(super) fn client(&self) -> Client {
        self.client.clone()
    }

    fn tell(&self, message: Message) {
        // When the actor is gone the process is ending.
        let _ = self.actor.send(message);
    }

    fn tell_about(&self, uri: &lsp::Uri, matter: Matter) {
        let path = paths::path(uri);
        self.tell(Message::About { path, matter });
    }

    /// Asks something about a document and waits for the answer; who stops waiting cancels it.
    async fn ask<T: Send + 'static>(
        &self,
        document: &lsp::TextDocumentIdentifier,
        find: impl FnOnce(&View) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (question, answer) = question(find);
        self.tell_about(&document.uri, Matter::Ask(question));
        // Whoever drops a question has failed over it.
        answer
            .await
            .unwrap_or_else(|_| Err(Error::internal_error()))
    }

    /// Asks something that has an answer in any case.
    async fn about<T: Send + 'static>(
        &self,
        document: lsp::TextDocumentIdentifier,
        find: impl FnOnce(&View) -> T + Send + 'static,
    ) -> Result<T> {
        self.ask(&document, |view| Ok(find(view))).await
    }

    /// The same about a place in a document.
    async fn at<T: Send + 'static>(
        &self,
        at: lsp::TextDocumentPositionParams,
        find: impl FnOnce(&View, lsp::Position) -> T + Send + 'static,
    ) -> Result<T> {
        let place = at.position;
        self.about(at.text_document, move |view| find(view, place))
            .await
    }

    /// Asks what editors ask of every version by themselves; only the answer of the latest is of use
    /// to them.
    async fn latest<T: Send + 'static>(
        &self,
        document: lsp::TextDocumentIdentifier,
        find: impl FnOnce(&View) -> T + Send + 'static,
    ) -> Result<T> {
        self.ask(&document, |view| {
            if view.revision.is_outdated() {
                return Err(Error::content_modified());
            }
            Ok(find(view))
        })
        .await
    }
}

impl LanguageServer for Server {
    async fn initialize(&self, params: lsp::InitializeParams) -> Result<lsp::InitializeResult> {
        if let Some(editor) = params.process_id {
            self.ending.with(editor);
        }
        let folders = folders(&params);
        let name = params
            .client_info
            .as_ref()
            .map(|client| client.name.as_str());
        let client = Profile::new(params.capabilities, name, params.locale.as_deref());
        let capabilities = client.server();
        let client = Box::new(client);
        self.tell(Message::Initialize { client, folders });
        Ok(lsp::InitializeResult {
            capabilities,
            server_info: Some(lsp::ServerInfo {
                name: "isnad".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        })
    }

    async fn initialized(&self, _: lsp::InitializedParams) {
        self.tell(Message::Initialized);
    }

    async fn shutdown(&self) -> Result<()> {
        // The input has taken note of it.
        Ok(())
    }

    async fn did_open(&self, params: lsp::DidOpenTextDocumentParams) {
        let document = params.text_document;
        let path = paths::path(&document.uri);
        let matter = Matter::Open {
            uri: document.uri,
            version: document.version,
            text: document.text,
        };
        self.tell(Message::About { path, matter });
    }

    async fn did_change(&self, params: lsp::DidChangeTextDocumentParams) {
        let document = params.text_document;
        let matter = Matter::Change {
            version: document.version,
            changes: params.content_changes,
        };
        self.tell_about(&document.text_document_identifier.uri, matter);
    }

    async fn did_save(&self, _: lsp::DidSaveTextDocumentParams) {
        self.tell(Message::Saved);
    }

    async fn did_close(&self, params: lsp::DidCloseTextDocumentParams) {
        self.tell_about(&params.text_document.uri, Matter::Close);
    }

    async fn did_change_watched_files(&self, params: lsp::DidChangeWatchedFilesParams) {
        let changes = params.changes.into_iter();
        let changes = changes.map(|change| (paths::path(&change.uri), change.kind));
        self.tell(Message::Changed(changes.collect()));
    }

    async fn did_change_workspace_folders(&self, params: lsp::DidChangeWorkspaceFoldersParams) {
        self.tell(Message::Folders {
            added: paths_of(&params.event.added),
            removed: paths_of(&params.event.removed),
        });
    }

    async fn diagnostic(
        &self,
        params: lsp::DocumentDiagnosticParams,
    ) -> Result<lsp::DocumentDiagnosticReport> {
        let (previous, actor) = (params.previous_result_id, self.actor.clone());
        self.ask(&params.text_document, move |view| {
            let report = diagnostics::report(view, previous.as_deref())?;
            if let Some((path, problems)) = diagnostics::configuration(view) {
                // When the actor is gone the process is ending.
                let _ = actor.send(Message::Configured { path, problems });
            }
            Ok(report)
        })
        .await
    }

    async fn hover(&self, params: lsp::HoverParams) -> Result<Option<lsp::Hover>> {
        let at = params.text_document_position_params;
        self.at(at, features::hover::hover).await
    }

    async fn goto_definition(
        &self,
        params: lsp::DefinitionParams,
    ) -> Result<Option<lsp::DefinitionResponse>> {
        let at = params.text_document_position_params;
        self.at(at, features::definition::definition).await
    }

    async fn goto_declaration(
        &self,
        params: lsp::DeclarationParams,
    ) -> Result<Option<lsp::DeclarationResponse>> {
        let at = params.text_document_position_params;
        self.at(at, features::definition::declaration).await
    }

    async fn references(&self, params: lsp::ReferenceParams) -> Result<Option<Vec<lsp::Location>>> {
        let with_declarations = params.context.include_declaration;
        self.at(params.text_document_position_params, move |view, place| {
            Some(features::references::references(
                view,
                place,
                with_declarations,
            ))
        })
        .await
    }

    async fn document_symbol(
        &self,
        params: lsp::DocumentSymbolParams,
    ) -> Result<Option<lsp::DocumentSymbolResponse>> {
        let document = params.text_document;
        self.latest(document, |view| Some(features::symbols::symbols(view)))
            .await
    }

    async fn code_action(
        &self,
        params: lsp::CodeActionParams,
    ) -> Result<Option<Vec<lsp::CodeActionResponse>>> {
        let document = params.text_document.clone();
        self.about(document, move |view| {
            Some(features::code_actions::code_actions(view, &params))
        })
        .await
    }

    async fn semantic_tokens_full(
        &self,
        params: lsp::SemanticTokensParams,
    ) -> Result<Option<lsp::SemanticTokens>> {
        let sent = self.tokens.clone();
        self.latest(params.text_document, move |view| {
            Some(features::semantic_tokens::full(view, &sent))
        })
        .await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: lsp::SemanticTokensDeltaParams,
    ) -> Result<Option<lsp::SemanticTokensDeltaResponse>> {
        let (sent, previous) = (self.tokens.clone(), params.previous_result_id);
        self.latest(params.text_document, move |view| {
            Some(features::semantic_tokens::delta(view, &sent, &previous))
        })
        .await
    }

    async fn semantic_tokens_range(
        &self,
        params: lsp::SemanticTokensRangeParams,
    ) -> Result<Option<lsp::SemanticTokens>> {
        self.latest(params.text_document, move |view| {
            Some(features::semantic_tokens::range(view, params.range))
        })
        .await
    }

    async fn inlay_hint(
        &self,
        params: lsp::InlayHintParams,
    ) -> Result<Option<Vec<lsp::InlayHint>>> {
        self.latest(params.text_document, move |view| {
            Some(features::inlay_hints::inlay_hints(view, params.range))
        })
        .await
    }

    async fn completion(
        &self,
        params: lsp::CompletionParams,
    ) -> Result<Option<lsp::CompletionResponse>> {
        self.at(params.text_document_position_params, |view, place| {
            Some(features::completion::completion(view, place).into())
        })
        .await
    }

    async fn inline_completion(
        &self,
        params: lsp::InlineCompletionParams,
    ) -> Result<Option<lsp::InlineCompletionResponse>> {
        self.at(params.text_document_position_params, |view, place| {
            Some(features::inline_completion::inline_completion(view, place).into())
        })
        .await
    }

    async fn formatting(
        &self,
        params: lsp::DocumentFormattingParams,
    ) -> Result<Option<Vec<lsp::TextEdit>>> {
        self.about(params.text_document, |view| {
            Some(features::formatting::formatting(view, None))
        })
        .await
    }

    async fn range_formatting(
        &self,
        params: lsp::DocumentRangeFormattingParams,
    ) -> Result<Option<Vec<lsp::TextEdit>>> {
        self.about(params.text_document, move |view| {
            Some(features::formatting::formatting(view, Some(params.range)))
        })
        .await
    }
}

/// The folders that the editor has open, by whichever of its words is the newest.
#[expect(
    deprecated,
    reason = "older editors have no other words for their folder"
)]
fn folders(params: &lsp::InitializeParams) -> Vec<PathBuf> {
    if let Some(lsp::WorkspaceFolders::WorkspaceFolderList(folders)) =
        &params.workspace_folders_initialize_params.workspace_folders
    {
        return paths_of(folders);
    }
    match (&params.root_uri, &params.root_path) {
        (Some(root), _) => vec![paths::path(root)],
        (None, Some(lsp::RootPath::String(root))) => vec![PathBuf::from(root)],
        _ => Vec::new(),
    }
}

fn paths_of(folders: &[lsp::WorkspaceFolder]) -> Vec<PathBuf> {
    folders
        .iter()
        .map(|folder| paths::path(&folder.uri))
        .collect()
}

/// In debug builds, requests that make the server fail on purpose. Tests send them over the same
/// way as any other request, to see that a fault costs one request; a release does not know them.
#[cfg(debug_assertions)]
pub(super) fn with_failures(service: LspServiceBuilder<Server>) -> LspServiceBuilder<Server> {
    service
        .custom_method("isnad/test/failInWorker", Server::fail_in_worker)
        .custom_method("isnad/test/failInActor", Server::fail_in_actor)
}

#[cfg(not(debug_assertions))]
pub(super) fn with_failures(service: LspServiceBuilder<Server>) -> LspServiceBuilder<Server> {
    service
}

#[cfg(debug_assertions)]
impl Server {
    async fn fail_in_worker(&self, document: lsp::TextDocumentIdentifier) -> Result<()> {
        self.ask(&document, |_| panic!("asked to fail")).await
    }

    async fn fail_in_actor(&self, _: lsp::TextDocumentIdentifier) -> Result<()> {
        let (question, answer) = question(|_| Ok(()));
        self.tell(Message::Fail(question));
        answer
            .await
            .unwrap_or_else(|_| Err(Error::internal_error()))
    }
}
