//! What the editor can do, and what the server offers it in turn.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::Locale;
use crate::line_index::Encoding;
use crate::lsp::features::execute_command;
use crate::lsp::features::semantic_tokens::legend;
use crate::lsp::features::text_document_content::SCHEME;
use crate::lsp::features::will_rename::filters;

/// What the editor can do, as far as it makes a difference here.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the protocol asks each of these by itself"
)]
pub(super) struct Profile {
    /// The unit of columns that both sides have agreed on.
    pub(super) encoding: Encoding,
    /// It asks for diagnostics; it must not be sent any unasked then.
    pub(super) pulls_diagnostics: bool,
    /// What it can be told to ask for again.
    pub(super) refreshes: Refreshes,
    pub(super) related_information: bool,
    pub(super) unnecessary_tag: bool,
    pub(super) diagnostic_data: bool,
    /// It shows where there is more about a diagnostic, and can be given the page itself.
    pub(super) shows_pages: bool,
    pub(super) markdown_hover: bool,
    pub(super) definition_links: bool,
    pub(super) declaration_links: bool,
    pub(super) type_definition_links: bool,
    pub(super) implementation_links: bool,
    pub(super) symbols_in_symbols: bool,
    /// It asks for the places of symbols one by one.
    pub(super) resolves_symbols: bool,
    pub(super) code_actions: bool,
    /// It carries out edits that nobody asked it for directly.
    pub(super) applies_edits: bool,
    /// It asks for the edits of an action once somebody has chosen it.
    pub(super) resolves_actions: bool,
    pub(super) versioned_edits: bool,
    /// It shows what an edit is for, and asks before it carries it out.
    pub(super) change_annotations: bool,
    /// It asks what can be renamed before it asks for another name.
    pub(super) prepares_rename: bool,
    pub(super) completion: CompletionProfile,
    pub(super) hints: HintProfile,
    pub(super) folding: FoldingProfile,
    /// It shows what a link leads to.
    pub(super) link_tooltips: bool,
    /// It formats several ranges at once.
    pub(super) ranges_formatting: bool,
    /// It can be asked to watch files.
    pub(super) watches_files: bool,
    /// It shows how far work is that takes long.
    pub(super) shows_progress: bool,
    /// It can be asked for its settings.
    pub(super) tells_settings: bool,
    /// It can be asked to tell of changed settings.
    pub(super) watches_settings: bool,
    /// The language of whoever sits before it.
    pub(super) locale: Locale,
    /// It takes isolates for what they are. Some editors in terminals show their codes instead.
    pub(super) isolates: bool,
}

/// What an editor can be told to ask for again, because it may have changed though the document has
/// not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the protocol asks each of these by itself"
)]
pub(super) struct Refreshes {
    pub(super) diagnostics: bool,
    pub(super) inlay_hints: bool,
    pub(super) code_lenses: bool,
    pub(super) semantic_tokens: bool,
}

impl Refreshes {
    /// What of these is shown in the text; diagnostics are not.
    pub(super) fn diagnostics_apart(self) -> Refreshes {
        Refreshes {
            diagnostics: false,
            ..self
        }
    }
}

/// What a completion can hold.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the protocol asks each of these by itself"
)]
pub(super) struct CompletionProfile {
    pub(super) snippets: bool,
    pub(super) insert_replace: bool,
    pub(super) label_details: bool,
    pub(super) commit_characters: bool,
}

impl CompletionProfile {
    fn new(client: lsp::CompletionClientCapabilities) -> CompletionProfile {
        let item = client.completion_item.unwrap_or_default();
        let yes = |flag: Option<bool>| flag.unwrap_or(false);
        CompletionProfile {
            snippets: yes(item.snippet_support),
            insert_replace: yes(item.insert_replace_support),
            label_details: yes(item.label_details_support),
            commit_characters: yes(item.commit_characters_support),
        }
    }
}

/// What of a hint is asked for later, when somebody looks at it.
#[derive(Debug, Clone, Copy)]
pub(super) struct HintProfile {
    pub(super) resolves_tooltip: bool,
    pub(super) resolves_edits: bool,
}

impl HintProfile {
    fn new(client: lsp::InlayHintClientCapabilities) -> HintProfile {
        let later = client.resolve_support.map(|can| can.properties);
        let later = later.unwrap_or_default();
        let is_later = |property: &str| later.iter().any(|later| later == property);
        HintProfile {
            resolves_tooltip: is_later("tooltip"),
            resolves_edits: is_later("textEdits"),
        }
    }
}

/// How an editor folds.
#[derive(Debug, Clone)]
pub(super) struct FoldingProfile {
    /// It folds whole lines, and nothing that begins or ends inside of one.
    pub(super) lines_only: bool,
    /// How many ranges it wants at most, if it says so.
    pub(super) most: Option<u32>,
    /// It shows a text in place of what is folded.
    pub(super) instead: bool,
    /// The kinds that it knows; `None` if it does not say.
    pub(super) kinds: Option<Vec<lsp::FoldingRangeKind>>,
}

impl FoldingProfile {
    fn new(client: lsp::FoldingRangeClientCapabilities) -> FoldingProfile {
        let yes = |flag: Option<bool>| flag.unwrap_or(false);
        FoldingProfile {
            lines_only: yes(client.line_folding_only),
            most: client.range_limit,
            instead: yes(client.folding_range.unwrap_or_default().collapsed_text),
            kinds: client.folding_range_kind.unwrap_or_default().value_set,
        }
    }
}

/// Editors that draw an isolate as `<2068>`: Neovim and Vim, by the names of their clients. One of Vim's
/// does not tell its name.
const SHOWS_CODES: [&str; 5] = ["Neovim", "Vim", "vim-lsp", "coc.nvim", ""];

impl Profile {
    /// Reads what the editor says of itself; what it does not say it cannot do. `name` is its name,
    /// `locale` the BCP 47 tag of its language, if it says these.
    pub(super) fn new(
        client: lsp::ClientCapabilities,
        name: Option<&str>,
        locale: Option<&str>,
    ) -> Profile {
        let general = client.general.unwrap_or_default();
        let text = client.text_document.unwrap_or_default();
        let workspace = client.workspace.unwrap_or_default();
        let pulled = text.diagnostic.map(|can| can.diagnostics_capabilities);
        let pulls_diagnostics = pulled.is_some();
        let pushed = text.publish_diagnostics.unwrap_or_default();
        // Editors tell what their diagnostics can hold in either place, or in both.
        let shown = [Some(pushed.diagnostics_capabilities), pulled];
        let can = |can: fn(&lsp::DiagnosticsCapabilities) -> bool| shown.iter().flatten().any(can);
        let yes = |flag: Option<bool>| flag.unwrap_or(false);
        let hover = text
            .hover
            .unwrap_or_default()
            .content_format
            .unwrap_or_default();
        let edits = workspace.workspace_edit.unwrap_or_default();
        let watched_files = workspace.did_change_watched_files.unwrap_or_default();
        let symbols = workspace.symbol.unwrap_or_default();
        let actions = text.code_action.unwrap_or_default();
        Profile {
            encoding: encoding(&general.position_encodings.unwrap_or_default()),
            pulls_diagnostics,
            refreshes: Refreshes {
                diagnostics: yes(workspace.diagnostics.unwrap_or_default().refresh_support),
                inlay_hints: yes(workspace.inlay_hint.unwrap_or_default().refresh_support),
                code_lenses: yes(workspace.code_lens.unwrap_or_default().refresh_support),
                semantic_tokens: yes(workspace
                    .semantic_tokens
                    .unwrap_or_default()
                    .refresh_support),
            },
            related_information: can(|can| can.related_information == Some(true)),
            unnecessary_tag: can(|can| {
                let tags = can.tag_support.as_ref();
                tags.is_some_and(|tags| tags.value_set.contains(&lsp::DiagnosticTag::Unnecessary))
            }),
            diagnostic_data: can(|can| can.data_support == Some(true)),
            shows_pages: can(|can| can.code_description_support == Some(true))
                && workspace.text_document_content.is_some(),
            // The first is what the editor likes best.
            markdown_hover: hover.first() == Some(&lsp::MarkupKind::Markdown),
            definition_links: yes(text.definition.unwrap_or_default().link_support),
            declaration_links: yes(text.declaration.unwrap_or_default().link_support),
            type_definition_links: yes(text.type_definition.unwrap_or_default().link_support),
            implementation_links: yes(text.implementation.unwrap_or_default().link_support),
            symbols_in_symbols: yes(text
                .document_symbol
                .unwrap_or_default()
                .hierarchical_document_symbol_support),
            resolves_symbols: symbols
                .resolve_support
                .is_some_and(|can| can.properties.iter().any(|name| name == "location.range")),
            applies_edits: yes(workspace.apply_edit),
            code_actions: actions.code_action_literal_support.is_some(),
            resolves_actions: yes(actions.data_support)
                && actions
                    .resolve_support
                    .is_some_and(|can| can.properties.iter().any(|name| name == "edit")),
            versioned_edits: yes(edits.document_changes),
            change_annotations: edits.change_annotation_support.is_some(),
            prepares_rename: yes(text.rename.unwrap_or_default().prepare_support),
            completion: CompletionProfile::new(text.completion.unwrap_or_default()),
            hints: HintProfile::new(text.inlay_hint.unwrap_or_default()),
            folding: FoldingProfile::new(text.folding_range.unwrap_or_default()),
            link_tooltips: yes(text.document_link.unwrap_or_default().tooltip_support),
            ranges_formatting: yes(text.range_formatting.unwrap_or_default().ranges_support),
            watches_files: yes(watched_files.dynamic_registration),
            shows_progress: yes(client.window.unwrap_or_default().work_done_progress),
            tells_settings: yes(workspace.configuration),
            watches_settings: yes(workspace
                .did_change_configuration
                .unwrap_or_default()
                .dynamic_registration),
            locale: locale.map(Locale::of).unwrap_or_default(),
            isolates: !SHOWS_CODES.contains(&name.unwrap_or_default()),
        }
    }

    /// What the server offers such an editor: only what it answers.
    pub(super) fn server(&self) -> lsp::ServerCapabilities {
        lsp::ServerCapabilities {
            position_encoding: Some(match self.encoding {
                Encoding::Utf8 => lsp::PositionEncodingKind::UTF8,
                Encoding::Utf16 => lsp::PositionEncodingKind::UTF16,
                Encoding::Utf32 => lsp::PositionEncodingKind::UTF32,
            }),
            text_document_sync: Some(
                lsp::TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(lsp::TextDocumentSyncKind::Incremental),
                    save: Some(true.into()),
                    ..lsp::TextDocumentSyncOptions::default()
                }
                .into(),
            ),
            hover_provider: Some(true.into()),
            definition_provider: Some(true.into()),
            declaration_provider: Some(true.into()),
            type_definition_provider: Some(true.into()),
            implementation_provider: Some(true.into()),
            references_provider: Some(true.into()),
            call_hierarchy_provider: Some(true.into()),
            type_hierarchy_provider: Some(true.into()),
            document_highlight_provider: Some(true.into()),
            document_symbol_provider: Some(true.into()),
            workspace_symbol_provider: Some(
                lsp::WorkspaceSymbolOptions {
                    resolve_provider: Some(self.resolves_symbols),
                    ..lsp::WorkspaceSymbolOptions::default()
                }
                .into(),
            ),
            folding_range_provider: Some(true.into()),
            selection_range_provider: Some(true.into()),
            code_action_provider: self.code_actions.then(|| self.actions().into()),
            document_link_provider: Some(lsp::DocumentLinkOptions {
                resolve_provider: Some(true),
                ..lsp::DocumentLinkOptions::default()
            }),
            code_lens_provider: Some(lsp::CodeLensOptions {
                resolve_provider: Some(true),
                ..lsp::CodeLensOptions::default()
            }),
            inlay_hint_provider: Some(
                lsp::InlayHintOptions {
                    resolve_provider: Some(true),
                    ..lsp::InlayHintOptions::default()
                }
                .into(),
            ),
            semantic_tokens_provider: Some(semantic_tokens().into()),
            completion_provider: Some(lsp::CompletionOptions {
                trigger_characters: Some(TRIGGERS.map(str::to_owned).to_vec()),
                resolve_provider: Some(true),
                ..lsp::CompletionOptions::default()
            }),
            inline_completion_provider: Some(true.into()),
            moniker_provider: Some(true.into()),
            document_formatting_provider: Some(true.into()),
            linked_editing_range_provider: Some(true.into()),
            rename_provider: Some(if self.prepares_rename {
                lsp::RenameOptions {
                    prepare_provider: Some(true),
                    ..lsp::RenameOptions::default()
                }
                .into()
            } else {
                true.into()
            }),
            document_range_formatting_provider: Some(if self.ranges_formatting {
                lsp::DocumentRangeFormattingOptions {
                    ranges_support: Some(true),
                    ..lsp::DocumentRangeFormattingOptions::default()
                }
                .into()
            } else {
                true.into()
            }),
            document_on_type_formatting_provider: Some(lsp::DocumentOnTypeFormattingOptions {
                first_trigger_character: "}".to_owned(),
                more_trigger_character: Some(vec![")".to_owned()]),
            }),
            diagnostic_provider: self.pulls_diagnostics.then(|| {
                lsp::DiagnosticOptions {
                    identifier: Some("isnad".to_owned()),
                    inter_file_dependencies: true,
                    workspace_diagnostics: true,
                    ..lsp::DiagnosticOptions::default()
                }
                .into()
            }),
            execute_command_provider: Some(commands(self.applies_edits)),
            workspace: Some(workspace(self.shows_pages)),
            ..lsp::ServerCapabilities::default()
        }
    }

    fn actions(&self) -> lsp::CodeActionOptions {
        lsp::CodeActionOptions {
            code_action_kinds: Some(vec![
                lsp::CodeActionKind::QuickFix,
                lsp::CodeActionKind::RefactorRewrite,
                lsp::CodeActionKind::RefactorExtract,
                fix_all(),
                annotate(),
            ]),
            resolve_provider: Some(self.resolves_actions),
            ..lsp::CodeActionOptions::default()
        }
    }
}

fn commands(applies_edits: bool) -> lsp::ExecuteCommandOptions {
    let changing = applies_edits.then_some(execute_command::CHANGING);
    let all = changing
        .into_iter()
        .flatten()
        .chain(execute_command::ASKING);
    lsp::ExecuteCommandOptions {
        commands: all.map(str::to_owned).collect(),
        ..lsp::ExecuteCommandOptions::default()
    }
}

fn semantic_tokens() -> lsp::SemanticTokensOptions {
    lsp::SemanticTokensOptions {
        legend: legend(),
        range: Some(true.into()),
        full: Some(lsp::SemanticTokensFullDelta { delta: Some(true) }.into()),
        ..lsp::SemanticTokensOptions::default()
    }
}

fn workspace(shows_pages: bool) -> lsp::WorkspaceOptions {
    let pages = lsp::TextDocumentContentOptions {
        schemes: vec![SCHEME.to_owned()],
    };
    lsp::WorkspaceOptions {
        text_document_content: shows_pages.then(|| pages.into()),
        workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
            supported: Some(true),
            change_notifications: Some(true.into()),
        }),
        file_operations: Some(lsp::FileOperationOptions {
            will_rename: Some(filters()),
            did_create: Some(moved()),
            did_rename: Some(moved()),
            did_delete: Some(moved()),
            ..lsp::FileOperationOptions::default()
        }),
    }
}

/// The files and folders of which the editor tells when the user moves them about.
fn moved() -> lsp::FileOperationRegistrationOptions {
    let pattern = |glob: &str, matches| lsp::FileOperationFilter {
        scheme: Some("file".to_owned()),
        pattern: lsp::FileOperationPattern {
            glob: glob.to_owned(),
            matches: Some(matches),
            options: None,
        },
    };
    let files = WATCHED.map(|glob| pattern(glob, lsp::FileOperationPatternKind::File));
    let folders = pattern("**", lsp::FileOperationPatternKind::Folder);
    lsp::FileOperationRegistrationOptions {
        filters: files.into_iter().chain([folders]).collect(),
    }
}

/// The files whose changes matter.
pub(super) const WATCHED: [&str; 5] = [
    "**/*.news.md",
    "**/*.{yaml,yml}",
    "**/isnad.toml",
    "**/isnad-baseline.json",
    "**/*.txt",
];

/// What is typed before an id, a date, or a value of the front matter. Not a space: that would ask at
/// every word of the prose.
const TRIGGERS: [&str; 8] = ["{", "#", ">", "<", ",", "،", "=", ":"];

/// The kind of the action that carries out all safe fixes of a document.
pub(super) fn fix_all() -> lsp::CodeActionKind {
    lsp::CodeActionKind::from("source.fixAll.isnad".to_owned())
}

/// The kind of the action that writes who surely says what.
pub(super) fn annotate() -> lsp::CodeActionKind {
    lsp::CodeActionKind::from("source.annotate.isnad".to_owned())
}

/// The first unit that the editor names and that is known here; UTF-16 where it names none.
fn encoding(offered: &[lsp::PositionEncodingKind]) -> Encoding {
    let known = offered.iter().find_map(|kind| match kind {
        lsp::PositionEncodingKind::UTF8 => Some(Encoding::Utf8),
        lsp::PositionEncodingKind::UTF16 => Some(Encoding::Utf16),
        lsp::PositionEncodingKind::UTF32 => Some(Encoding::Utf32),
        lsp::PositionEncodingKind::Custom(_) => None,
    });
    known.unwrap_or(Encoding::Utf16)
}
