//! Every request about a document, put together.

use serde_json::{Value, json};

/// Every request that can be made of one document and a place in it, as its method and its parameters.
pub(super) fn every(uri: &str, line: u32, character: u32) -> Vec<(&'static str, Value)> {
    let document = json!({"uri": uri});
    let place = json!({"line": line, "character": character});
    let range = json!({"start": {"line": 0, "character": 0}, "end": place});
    let here = json!({"start": place, "end": place});
    let at = |more: Value| merged(json!({"textDocument": document, "position": place}), more);
    let of = |more: Value| merged(json!({"textDocument": document}), more);
    let options = json!({"tabSize": 4, "insertSpaces": true});
    vec![
        (
            "textDocument/codeAction",
            of(json!({"range": here, "context": {"diagnostics": []}})),
        ),
        ("textDocument/codeLens", of(json!({}))),
        ("textDocument/completion", at(json!({}))),
        ("textDocument/declaration", at(json!({}))),
        ("textDocument/definition", at(json!({}))),
        ("textDocument/diagnostic", of(json!({}))),
        ("textDocument/documentHighlight", at(json!({}))),
        ("textDocument/documentLink", of(json!({}))),
        ("textDocument/documentSymbol", of(json!({}))),
        ("textDocument/foldingRange", of(json!({}))),
        ("textDocument/formatting", of(json!({"options": options}))),
        ("textDocument/hover", at(json!({}))),
        ("textDocument/implementation", at(json!({}))),
        ("textDocument/inlayHint", of(json!({"range": range}))),
        (
            "textDocument/inlineCompletion",
            at(json!({"context": {"triggerKind": 2}})),
        ),
        ("textDocument/linkedEditingRange", at(json!({}))),
        ("textDocument/moniker", at(json!({}))),
        (
            "textDocument/onTypeFormatting",
            at(json!({"ch": "}", "options": options})),
        ),
        ("textDocument/prepareCallHierarchy", at(json!({}))),
        ("textDocument/prepareRename", at(json!({}))),
        ("textDocument/prepareTypeHierarchy", at(json!({}))),
        (
            "textDocument/rangeFormatting",
            of(json!({"range": range, "options": options})),
        ),
        (
            "textDocument/rangesFormatting",
            of(json!({"ranges": [range], "options": options})),
        ),
        (
            "textDocument/references",
            at(json!({"context": {"includeDeclaration": true}})),
        ),
        (
            "textDocument/rename",
            at(json!({"newName": "another-name"})),
        ),
        (
            "textDocument/selectionRange",
            of(json!({"positions": [place]})),
        ),
        ("textDocument/semanticTokens/full", of(json!({}))),
        (
            "textDocument/semanticTokens/range",
            of(json!({"range": range})),
        ),
        ("textDocument/typeDefinition", at(json!({}))),
    ]
}

fn merged(mut one: Value, other: Value) -> Value {
    if let (Some(fields), Value::Object(more)) = (one.as_object_mut(), other) {
        fields.extend(more);
    }
    one
}

/// An editor that can do all that makes a difference.
pub(super) fn able() -> Value {
    let yes = json!({"dynamicRegistration": false});
    let resolves = |properties: Value| json!({"properties": properties});
    json!({
        "general": {"positionEncodings": ["utf-16"]},
        "window": {"workDoneProgress": false},
        "workspace": {
            "applyEdit": true,
            "workspaceEdit": {
                "documentChanges": true,
                "changeAnnotationSupport": {"groupsOnLabel": true},
            },
            "symbol": {"resolveSupport": resolves(json!(["location.range"]))},
            "fileOperations": {"willRename": true, "didRename": true},
            "workspaceFolders": true,
        },
        "textDocument": {
            "synchronization": {"didSave": true},
            "diagnostic": {"relatedInformation": true, "dataSupport": true, "codeDescriptionSupport": true, "tagSupport": {"valueSet": [1, 2]}},
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "definition": {"linkSupport": true},
            "declaration": {"linkSupport": true},
            "typeDefinition": {"linkSupport": true},
            "implementation": {"linkSupport": true},
            "references": yes,
            "documentHighlight": yes,
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "codeAction": {
                "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "refactor", "source"]}},
                "isPreferredSupport": true,
                "dataSupport": true,
                "resolveSupport": resolves(json!(["edit"])),
            },
            "codeLens": {"resolveSupport": resolves(json!(["command"]))},
            "documentLink": {"tooltipSupport": true},
            "completion": {"completionItem": {
                "labelDetailsSupport": true,
                "insertReplaceSupport": true,
                "documentationFormat": ["markdown"],
                "resolveSupport": resolves(json!(["documentation", "detail", "additionalTextEdits"])),
            }},
            "inlineCompletion": {},
            "inlayHint": {"resolveSupport": resolves(json!(["tooltip", "textEdits", "label.location"]))},
            "rename": {"prepareSupport": true, "honorsChangeAnnotations": true},
            "linkedEditingRange": yes,
            "foldingRange": {"lineFoldingOnly": false, "foldingRange": {"collapsedText": true}},
            "selectionRange": yes,
            "callHierarchy": yes,
            "typeHierarchy": yes,
            "moniker": yes,
            "formatting": yes,
            "rangeFormatting": {"rangesSupport": true},
            "onTypeFormatting": yes,
            "semanticTokens": {
                "requests": {"range": true, "full": {"delta": true}},
                "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"],
            },
        },
    })
}
