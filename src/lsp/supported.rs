//! What the server does for editors, method by method. `docs/server.md` is made of it, and tests hold it
//! to what the server offers and answers.

/// A method of the protocol that the server answers or listens to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Supported {
    /// Its name in the protocol.
    pub method: &'static str,
    /// Where the server offers it in its capabilities, as a JSON pointer; empty where nothing is to be
    /// offered.
    pub offered: &'static str,
    /// What it does for an article.
    pub what: &'static str,
}

/// A command of `workspace/executeCommand`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerCommand {
    /// Its name.
    pub name: &'static str,
    /// What its argument holds besides the `uri` of a document.
    pub takes: &'static str,
    /// What it answers.
    pub gives: &'static str,
}

/// All commands. Each takes one argument, an object.
pub const COMMANDS: &[ServerCommand] = &[
    command(
        "isnad.accept",
        "a `position` in a quotation; none for all that is sure",
        "whether who speaks was written, as the text tells",
    ),
    command(
        "isnad.annotate",
        "",
        "whether anything was written of all that is sure, as by `isnad annotate`",
    ),
    command(
        "isnad.attribute",
        "a `position` in a quotation, the `id` of who says it",
        "whether it was written",
    ),
    command(
        "isnad.mark",
        "a `range`, the `id` of whom its words name",
        "whether it was written",
    ),
    command(
        "isnad.entities",
        "a `query`, in any script; a `position` for which one is chosen; neither for those of the article",
        "entities, the likeliest first: `id`, `declared`, `name`, `names`, `kind`, `role`, `location`, `mentions`, `quotations`",
    ),
    command(
        "isnad.export",
        "a `format`: `csv`, `json`, `ndjson`, `wire`",
        "what `isnad quotes` or `isnad strip` prints",
    ),
    command(
        "isnad.preview",
        "",
        "the article as HTML without links, styles, scripts",
    ),
    command(
        "isnad.speakers",
        "",
        "who says most first: `id`, `name`, `kind`, `location`, `quotations`, each with `range`, `text`, `kind`, `certainty`, `namedAt`",
    ),
    command(
        "isnad.statistics",
        "",
        "`quotations`, `attributed`, `inferred`, `words`, `unattributedWords`, `speakers`",
    ),
];

const fn command(name: &'static str, takes: &'static str, gives: &'static str) -> ServerCommand {
    ServerCommand { name, takes, gives }
}

/// All methods, by what they are good for.
pub const SUPPORTED: &[(&str, &[Supported])] = &[
    ("What stands there", READING),
    ("Where it leads", NAVIGATION),
    ("What is shown in the text", SHOWN),
    ("What is wrong", DIAGNOSTICS),
    ("Help with writing", WRITING),
    ("Changes", CHANGES),
    ("Files, folders, settings", FILES),
];

const fn supported(method: &'static str, offered: &'static str, what: &'static str) -> Supported {
    Supported {
        method,
        offered,
        what,
    }
}

const READING: &[Supported] = &[
    supported(
        "textDocument/hover",
        "/hoverProvider",
        "the card of an entity and how many articles know it, a quotation, who says it, why, and where else, the day that a date means, a key of the front matter, a registry or the configuration, a rule",
    ),
    supported(
        "textDocument/documentSymbol",
        "/documentSymbolProvider",
        "headlines, what is said below each, whom the article declares",
    ),
    supported(
        "workspace/symbol",
        "/workspaceSymbolProvider",
        "entities of all articles and registries by any of their names in any script, typed in Latin too; headlines, what is said",
    ),
    supported(
        "workspaceSymbol/resolve",
        "/workspaceSymbolProvider/resolveProvider",
        "the place of one of them",
    ),
    supported(
        "textDocument/moniker",
        "/monikerProvider",
        "what an entity is called everywhere: its item in Wikidata, else its id",
    ),
];

const NAVIGATION: &[Supported] = &[
    supported(
        "textDocument/definition",
        "/definitionProvider",
        "from a name or an id to its declaration, from quoted words to the words that name their speaker, from a path to the file",
    ),
    supported(
        "textDocument/declaration",
        "/declarationProvider",
        "from a name, an id or a quotation to the declaration of whom it names or who says it",
    ),
    supported(
        "textDocument/typeDefinition",
        "/typeDefinitionProvider",
        "to the declaration of the affiliation",
    ),
    supported(
        "textDocument/implementation",
        "/implementationProvider",
        "everything that an entity says in any article; from quoted words, the same words elsewhere",
    ),
    supported(
        "textDocument/references",
        "/referencesProvider",
        "names, ids, quotations and declarations of an entity in all files",
    ),
    supported(
        "textDocument/documentHighlight",
        "/documentHighlightProvider",
        "the same in this file, declarations as writes",
    ),
    supported(
        "textDocument/prepareCallHierarchy",
        "/callHierarchyProvider",
        "a source, to be asked",
    ),
    supported(
        "callHierarchy/incomingCalls",
        "/callHierarchyProvider",
        "who quotes it or passes on what it says",
    ),
    supported(
        "callHierarchy/outgoingCalls",
        "/callHierarchyProvider",
        "whom it quotes and whose words it passes on",
    ),
    supported(
        "textDocument/prepareTypeHierarchy",
        "/typeHierarchyProvider",
        "an entity, to be asked",
    ),
    supported(
        "typeHierarchy/supertypes",
        "/typeHierarchyProvider",
        "what it belongs to",
    ),
    supported(
        "typeHierarchy/subtypes",
        "/typeHierarchyProvider",
        "who belongs to it",
    ),
    supported(
        "textDocument/documentLink",
        "/documentLinkProvider",
        "registries, wire texts, pages, items of Wikidata",
    ),
    supported(
        "documentLink/resolve",
        "/documentLinkProvider/resolveProvider",
        "where such a link leads",
    ),
];

const SHOWN: &[Supported] = &[
    supported(
        "textDocument/semanticTokens/full",
        "/semanticTokensProvider/full",
        "entities by kind, speech by kind and by how surely it is attributed, dates, markup, front matter",
    ),
    supported(
        "textDocument/semanticTokens/full/delta",
        "/semanticTokensProvider/full/delta",
        "what of that has changed",
    ),
    supported(
        "textDocument/semanticTokens/range",
        "/semanticTokensProvider/range",
        "that of the lines on the screen",
    ),
    supported(
        "textDocument/inlayHint",
        "/inlayHintProvider",
        "who speaks where no markup says it, the name behind an id that does not show it, the day that words mean",
    ),
    supported(
        "inlayHint/resolve",
        "/inlayHintProvider/resolveProvider",
        "why, and the markup that a double click writes",
    ),
    supported(
        "textDocument/codeLens",
        "/codeLensProvider",
        "above a declaration how often the entity is named and speaks, above the headline who speaks how much",
    ),
    supported(
        "codeLens/resolve",
        "/codeLensProvider/resolveProvider",
        "the words of a lens",
    ),
    supported(
        "textDocument/foldingRange",
        "/foldingRangeProvider",
        "front matter, declarations, sections, comments, long quotations",
    ),
    supported(
        "textDocument/selectionRange",
        "/selectionRangeProvider",
        "word, name, quotation, sentence, paragraph, section, text",
    ),
];

const DIAGNOSTICS: &[Supported] = &[
    supported(
        "textDocument/diagnostic",
        "/diagnosticProvider",
        "what `isnad check` finds in the text as it stands in the editor; editors that do not ask are sent it",
    ),
    supported(
        "workspace/diagnostic",
        "/diagnosticProvider/workspaceDiagnostics",
        "the same of all articles and registries of the folders, in parts, once",
    ),
    supported(
        "workspace/textDocumentContent",
        "/workspace/textDocumentContent",
        "the page of the manual that a diagnostic leads to",
    ),
];

const WRITING: &[Supported] = &[
    supported(
        "textDocument/completion",
        "/completionProvider",
        "ids by any name in any script, typed in Latin too, the likely speaker first; dates; keys and values of front matter, registries and the configuration; rules; paths",
    ),
    supported(
        "completionItem/resolve",
        "/completionProvider/resolveProvider",
        "the card of what is offered",
    ),
    supported(
        "textDocument/inlineCompletion",
        "/inlineCompletionProvider",
        "the brace of whom the text names as the speaker, the rest of an id",
    ),
    supported(
        "textDocument/formatting",
        "/documentFormattingProvider",
        "the canonical form of the markup; never a word of the text",
    ),
    supported(
        "textDocument/rangeFormatting",
        "/documentRangeFormattingProvider",
        "that of a part of the text",
    ),
    supported(
        "textDocument/rangesFormatting",
        "/documentRangeFormattingProvider/rangesSupport",
        "that of several parts",
    ),
    supported(
        "textDocument/onTypeFormatting",
        "/documentOnTypeFormattingProvider",
        "that of the brace or link that has just been closed",
    ),
    supported(
        "textDocument/linkedEditingRange",
        "/linkedEditingRangeProvider",
        "from its declaration, an id in all its places in this file",
    ),
];

const CHANGES: &[Supported] = &[
    supported(
        "textDocument/codeAction",
        "/codeActionProvider",
        "fixes of the rules; who speaks, to whom and through whom; marking, declaring and linking names; suppressing a finding with its reason; `source.fixAll.isnad`, `source.annotate.isnad`",
    ),
    supported(
        "codeAction/resolve",
        "/codeActionProvider/resolveProvider",
        "the edits of an action once it is chosen",
    ),
    supported(
        "textDocument/prepareRename",
        "/renameProvider/prepareProvider",
        "whether an id stands there that can be renamed, and why not",
    ),
    supported(
        "textDocument/rename",
        "/renameProvider",
        "an id in all articles and registries, with what each change is for",
    ),
    supported(
        "workspace/willRenameFiles",
        "/workspace/fileOperations/willRename",
        "paths of registries, wire texts and the articles of a baseline that follow the files that are moved",
    ),
    supported(
        "workspace/executeCommand",
        "/executeCommandProvider",
        "the commands below, for views, pickers and keys of an editor",
    ),
];

const FILES: &[Supported] = &[
    supported(
        "textDocument/didOpen",
        "/textDocumentSync/openClose",
        "articles, registries, `isnad.toml`, wire texts, and documents that are no files",
    ),
    supported(
        "textDocument/didChange",
        "/textDocumentSync/change",
        "in parts",
    ),
    supported(
        "textDocument/didSave",
        "/textDocumentSync/save",
        "for editors that do not tell what changes on the disk",
    ),
    supported(
        "textDocument/didClose",
        "/textDocumentSync/openClose",
        "what stands on the disk counts again",
    ),
    supported(
        "workspace/didChangeWorkspaceFolders",
        "/workspace/workspaceFolders/changeNotifications",
        "several folders, which come and go",
    ),
    supported(
        "workspace/didChangeWatchedFiles",
        "",
        "what changes on the disk, registered with the editor; a watcher of the server's own where it has none",
    ),
    supported(
        "workspace/didChangeConfiguration",
        "",
        "settings under `isnad`, asked for and live",
    ),
    supported(
        "workspace/didCreateFiles",
        "/workspace/fileOperations/didCreate",
        "files that are made in the editor",
    ),
    supported(
        "workspace/didRenameFiles",
        "/workspace/fileOperations/didRename",
        "files and folders that are moved in it",
    ),
    supported(
        "workspace/didDeleteFiles",
        "/workspace/fileOperations/didDelete",
        "files and folders that are deleted in it",
    ),
    supported(
        "window/workDoneProgress/cancel",
        "",
        "ends the reading of the folders where it is",
    ),
];
