//! The protocol's messages, each put into the actor's channel before anything is awaited: so they
//! come there in the order in which the editor sent them, whatever becomes of the rest.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use tokio::sync::{oneshot, watch};
use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::{Client, LanguageServer, LspServiceBuilder};

use crate::lsp::actor::{Matter, Message};
use crate::lsp::asked::question;
use crate::lsp::behind::Marks;
use crate::lsp::capabilities::Profile;
use crate::lsp::ending::Ending;
use crate::lsp::features::execute_command::{Command, Outcome, execute};
use crate::lsp::features::refusal::not_made;
use crate::lsp::view::{Overview, View};
use crate::lsp::{diagnostics, features, paths, progress};

/// The editor's side of the server.
#[derive(Debug)]
pub(super) struct Server {
    pub(super) client: Client,
    actor: Sender<Message>,
    ending: Ending,
    /// Another number whenever a file has changed.
    pub(super) generation: watch::Receiver<u64>,
    pub(super) marks: Marks,
    tokens: features::semantic_tokens::Sent,
}

impl Server {
    pub(super) fn new(
        client: Client,
        actor: Sender<Message>,
        ending: Ending,
        generation: watch::Receiver<u64>,
        marks: Marks,
    ) -> Server {
        Server {
            client,
            actor,
            ending,
            generation,
            marks,
            tokens: features::semantic_tokens::Sent::default(),
        }
    }

    pub(super) fn client(&self) -> Client {
        self.client.clone()
    }

    pub(super) fn tell(&self, message: Message) {
        // When the actor is gone the process is ending.
        let _ = self.actor.send(message);
    }

    fn tell_of_files(&self, files: impl Iterator<Item = (lsp::Uri, lsp::FileChangeType)>) {
        let paths = files.map(|(uri, kind)| (paths::path(&uri), kind));
        self.tell(Message::Changed(paths.collect()));
    }

    fn tell_about(&self, uri: &lsp::Uri, matter: Matter) {
        let path = paths::path(uri);
        self.tell(Message::About { path, matter });
    }

    /// Asks something about a document and waits for the answer; who stops waiting cancels it.
    pub(super) async fn ask<T: Send + 'static>(
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
    pub(super) async fn about<T: Send + 'static>(
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

    /// Asks something that is not about one document. It is answered from all files of the folders,
    /// once they are known.
    pub(super) async fn everywhere<T: Send + 'static>(
        &self,
        find: impl FnOnce(&Overview) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.surveyed().await;
        let (question, answer) = question(find);
        self.tell(Message::Everywhere(question));
        // Whoever drops a question has failed over it.
        answer
            .await
            .unwrap_or_else(|_| Err(Error::internal_error()))
    }

    /// Waits until all files of the folders are known: before that, what is asked of all of them has
    /// only half an answer.
    async fn surveyed(&self) {
        let (sender, known) = oneshot::channel();
        self.tell(Message::Wait(sender));
        // When the actor is gone the process is ending.
        let _ = known.await;
    }

    /// Asks about a document what only all files of the folders together can answer. While they are
    /// still looked for the document must not change.
    async fn once_surveyed<T: Send + 'static>(
        &self,
        document: &lsp::TextDocumentIdentifier,
        find: impl FnOnce(&View) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let asked_of = self.ask(document, |view| Ok(view.revision.number)).await?;
        self.surveyed().await;
        self.ask(document, move |view| {
            if view.revision.number != asked_of {
                return Err(Error::content_modified());
            }
            find(view)
        })
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
        let settings = params.initialization_options.unwrap_or_default();
        self.tell(Message::Initialize {
            client,
            folders,
            settings,
        });
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
        self.tell_of_files(changes.map(|change| (change.uri, change.kind)));
    }

    async fn did_change_configuration(&self, params: lsp::DidChangeConfigurationParams) {
        self.tell(Message::Set(params.settings));
    }

    async fn did_create_files(&self, params: lsp::CreateFilesParams) {
        let files = params.files.into_iter();
        self.tell_of_files(files.map(|file| (file.uri, lsp::FileChangeType::Created)));
    }

    async fn did_rename_files(&self, params: lsp::RenameFilesParams) {
        let files = params.files.into_iter().flat_map(|file| {
            [
                (file.old_uri, lsp::FileChangeType::Deleted),
                (file.new_uri, lsp::FileChangeType::Created),
            ]
        });
        self.tell_of_files(files);
    }

    async fn did_delete_files(&self, params: lsp::DeleteFilesParams) {
        let files = params.files.into_iter();
        self.tell_of_files(files.map(|file| (file.uri, lsp::FileChangeType::Deleted)));
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
            for (path, problems) in diagnostics::configuration(view) {
                // When the actor is gone the process is ending.
                let _ = actor.send(Message::Configured { path, problems });
            }
            Ok(report)
        })
        .await
    }

    async fn workspace_diagnostic(
        &self,
        params: lsp::WorkspaceDiagnosticParams,
    ) -> Result<lsp::WorkspaceDiagnosticReport> {
        self.news(params).await
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

    async fn goto_type_definition(
        &self,
        params: lsp::TypeDefinitionParams,
    ) -> Result<Option<lsp::TypeDefinitionResponse>> {
        let at = params.text_document_position_params;
        self.at(at, features::definition::type_definition).await
    }

    async fn goto_implementation(
        &self,
        params: lsp::ImplementationParams,
    ) -> Result<Option<lsp::ImplementationResponse>> {
        let at = params.text_document_position_params;
        self.once_surveyed(&at.text_document, move |view| {
            Ok(features::definition::implementation(view, at.position))
        })
        .await
    }

    async fn references(&self, params: lsp::ReferenceParams) -> Result<Option<Vec<lsp::Location>>> {
        let with_declarations = params.context.include_declaration;
        let at = params.text_document_position_params;
        self.once_surveyed(&at.text_document, move |view| {
            let found = features::references::references(view, at.position, with_declarations);
            Ok(Some(found))
        })
        .await
    }

    async fn prepare_call_hierarchy(
        &self,
        params: lsp::CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<lsp::CallHierarchyItem>>> {
        let at = params.text_document_position_params;
        self.at(at, features::call_hierarchy::prepare).await
    }

    async fn incoming_calls(
        &self,
        params: lsp::CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<lsp::CallHierarchyIncomingCall>>> {
        let document = lsp::TextDocumentIdentifier::new(params.item.uri.clone());
        self.surveyed().await;
        self.about(document, |view| {
            features::call_hierarchy::incoming(view, params.item)
        })
        .await
    }

    async fn outgoing_calls(
        &self,
        params: lsp::CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<lsp::CallHierarchyOutgoingCall>>> {
        let document = lsp::TextDocumentIdentifier::new(params.item.uri.clone());
        self.surveyed().await;
        self.about(document, |view| {
            features::call_hierarchy::outgoing(view, params.item)
        })
        .await
    }

    async fn prepare_type_hierarchy(
        &self,
        params: lsp::TypeHierarchyPrepareParams,
    ) -> Result<Option<Vec<lsp::TypeHierarchyItem>>> {
        let at = params.text_document_position_params;
        self.at(at, features::type_hierarchy::prepare).await
    }

    async fn supertypes(
        &self,
        params: lsp::TypeHierarchySupertypesParams,
    ) -> Result<Option<Vec<lsp::TypeHierarchyItem>>> {
        let document = lsp::TextDocumentIdentifier::new(params.item.uri.clone());
        self.surveyed().await;
        self.about(document, |view| {
            features::type_hierarchy::supertypes(view, params.item)
        })
        .await
    }

    async fn subtypes(
        &self,
        params: lsp::TypeHierarchySubtypesParams,
    ) -> Result<Option<Vec<lsp::TypeHierarchyItem>>> {
        let document = lsp::TextDocumentIdentifier::new(params.item.uri.clone());
        self.surveyed().await;
        self.about(document, |view| {
            features::type_hierarchy::subtypes(view, params.item)
        })
        .await
    }

    async fn document_highlight(
        &self,
        params: lsp::DocumentHighlightParams,
    ) -> Result<Option<Vec<lsp::DocumentHighlight>>> {
        let at = params.text_document_position_params;
        self.at(at, features::highlight::highlights).await
    }

    async fn document_symbol(
        &self,
        params: lsp::DocumentSymbolParams,
    ) -> Result<Option<lsp::DocumentSymbolResponse>> {
        let document = params.text_document;
        self.latest(document, |view| Some(features::symbols::symbols(view)))
            .await
    }

    async fn symbol(
        &self,
        params: lsp::WorkspaceSymbolParams,
    ) -> Result<Option<lsp::WorkspaceSymbolResponse>> {
        self.everywhere(move |view| {
            Ok(Some(features::workspace_symbols::symbols(
                view,
                &params.query,
            )))
        })
        .await
    }

    async fn symbol_resolve(&self, params: lsp::WorkspaceSymbol) -> Result<lsp::WorkspaceSymbol> {
        self.everywhere(|view| Ok(features::workspace_symbols::resolve(view, params)))
            .await
    }

    async fn folding_range(
        &self,
        params: lsp::FoldingRangeParams,
    ) -> Result<Option<Vec<lsp::FoldingRange>>> {
        self.latest(params.text_document, |view| {
            Some(features::folding::folding_ranges(view))
        })
        .await
    }

    async fn selection_range(
        &self,
        params: lsp::SelectionRangeParams,
    ) -> Result<Option<Vec<lsp::SelectionRange>>> {
        self.about(params.text_document, move |view| {
            let places = &params.positions;
            Some(features::selection_ranges::selection_ranges(view, places))
        })
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

    async fn code_action_resolve(&self, action: lsp::CodeAction) -> Result<lsp::CodeAction> {
        let Some(document) = features::code_actions::document(&action) else {
            return Ok(action);
        };
        self.ask(&document, |view| {
            features::code_actions::resolve(view, action)
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

    async fn document_link(
        &self,
        params: lsp::DocumentLinkParams,
    ) -> Result<Option<Vec<lsp::DocumentLink>>> {
        self.latest(params.text_document, |view| {
            Some(features::document_links::document_links(view))
        })
        .await
    }

    async fn document_link_resolve(&self, link: lsp::DocumentLink) -> Result<lsp::DocumentLink> {
        let Some(document) = features::document_links::document(&link) else {
            return Ok(link);
        };
        self.surveyed().await;
        self.about(document, |view| {
            features::document_links::resolve(view, link)
        })
        .await
    }

    async fn code_lens(&self, params: lsp::CodeLensParams) -> Result<Option<Vec<lsp::CodeLens>>> {
        self.latest(params.text_document, |view| {
            Some(features::code_lenses::code_lenses(view))
        })
        .await
    }

    async fn code_lens_resolve(&self, lens: lsp::CodeLens) -> Result<lsp::CodeLens> {
        let Some(document) = features::code_lenses::document(&lens) else {
            return Ok(lens);
        };
        self.surveyed().await;
        self.about(document, |view| features::code_lenses::resolve(view, lens))
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

    async fn inlay_hint_resolve(&self, hint: lsp::InlayHint) -> Result<lsp::InlayHint> {
        let Some(document) = features::inlay_hints::document(&hint) else {
            return Ok(hint);
        };
        self.about(document, |view| features::inlay_hints::resolve(view, hint))
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

    async fn completion_resolve(&self, item: lsp::CompletionItem) -> Result<lsp::CompletionItem> {
        let Some(document) = features::completion::document(&item) else {
            return Ok(item);
        };
        self.about(document, |view| features::completion::resolve(view, item))
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

    async fn moniker(&self, params: lsp::MonikerParams) -> Result<Option<Vec<lsp::Moniker>>> {
        let at = params.text_document_position_params;
        self.at(at, features::moniker::moniker).await
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
            Some(features::formatting::formatting(
                view,
                Some(&[params.range]),
            ))
        })
        .await
    }

    async fn ranges_formatting(
        &self,
        params: lsp::DocumentRangesFormattingParams,
    ) -> Result<Option<Vec<lsp::TextEdit>>> {
        self.about(params.text_document, move |view| {
            Some(features::formatting::formatting(view, Some(&params.ranges)))
        })
        .await
    }

    async fn on_type_formatting(
        &self,
        params: lsp::DocumentOnTypeFormattingParams,
    ) -> Result<Option<Vec<lsp::TextEdit>>> {
        self.about(params.text_document, move |view| {
            let (place, typed) = (params.position, params.ch.as_str());
            Some(features::formatting::on_type_formatting(view, place, typed))
        })
        .await
    }

    async fn rename(&self, params: lsp::RenameParams) -> Result<Option<lsp::WorkspaceEdit>> {
        let (at, new) = (params.text_document_position_params, params.new_name);
        self.once_surveyed(&at.text_document, move |view| {
            features::rename::rename(view, at.position, &new)
        })
        .await
    }

    async fn will_rename_files(
        &self,
        params: lsp::RenameFilesParams,
    ) -> Result<Option<lsp::WorkspaceEdit>> {
        self.everywhere(move |all| Ok(features::will_rename::will_rename_files(all, &params.files)))
            .await
    }

    async fn linked_editing_range(
        &self,
        params: lsp::LinkedEditingRangeParams,
    ) -> Result<Option<lsp::LinkedEditingRanges>> {
        let at = params.text_document_position_params;
        self.at(at, features::linked_editing::linked_editing_range)
            .await
    }

    async fn text_document_content(
        &self,
        params: lsp::TextDocumentContentParams,
    ) -> Result<lsp::TextDocumentContentResult> {
        let text = features::text_document_content::text_document_content(&params.uri)?;
        Ok(lsp::TextDocumentContentResult { text })
    }

    async fn execute_command(
        &self,
        params: lsp::ExecuteCommandParams,
    ) -> Result<Option<lsp::LspAny>> {
        let (command, document) = Command::read(params)?;
        let found = self.latest(document, move |view| execute(view, command));
        match found.await?? {
            Outcome::Answer(answer) => Ok(Some(answer)),
            Outcome::Change(edit) => {
                let made = tokio::select! {
                    made = self.client.apply_edit(edit) => made.map_err(|error| not_made(&error.message)),
                    () = self.ending.has_begun() => Err(not_made("it has hung up")),
                };
                Ok(Some(made?.applied.into()))
            }
        }
    }

    async fn prepare_rename(
        &self,
        at: lsp::TextDocumentPositionParams,
    ) -> Result<Option<lsp::PrepareRenameResult>> {
        self.ask(&at.text_document, move |view| {
            features::rename::prepare_rename(view, at.position).map(Some)
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

/// What the framework has no handlers for.
pub(super) fn with_others(service: LspServiceBuilder<Server>) -> LspServiceBuilder<Server> {
    service.custom_method("window/workDoneProgress/cancel", Server::end_work)
}

impl Server {
    #[expect(
        clippy::unused_async,
        reason = "the framework takes handlers of this form"
    )]
    async fn end_work(&self, params: lsp::WorkDoneProgressCancelParams) {
        if params.token == lsp::ProgressToken::String(progress::TOKEN.to_owned()) {
            self.tell(Message::EndSurvey);
        }
    }
}
