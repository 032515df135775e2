import type { ChildProcessWithoutNullStreams } from "node:child_process";
import type * as vscode from "vscode";
import {
  CloseAction,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  ErrorAction,
  LanguageClient,
  RenameRequest,
  RevealOutputChannelOn,
  type WorkspaceEdit,
} from "vscode-languageclient/node";

const ARTICLES = [
  { language: "isnad", scheme: "file" },
  { language: "isnad", scheme: "untitled" },
];

/** What speaks with one process. Its troubles go to the log; `Server` tells the user about them, once and with what to do. */
export class Client extends LanguageClient {
  constructor(process: ChildProcessWithoutNullStreams, log: vscode.LogOutputChannel) {
    super("isnad", "Isnad", () => Promise.resolve(process), {
      documentSelector: [
        ...ARTICLES,
        // What articles rest on: mistakes in it are shown where they are, and ids lead to all articles.
        { scheme: "file", pattern: "**/isnad.toml" },
        { scheme: "file", pattern: "**/entities.yaml" },
      ],
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        // `Server` starts another client.
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
      },
      middleware: {
        sendRequest: async (type, parameter, token, next) => {
          const answer = await next(type, parameter, token);
          if (type === RenameRequest.method || (typeof type !== "string" && type.method === RenameRequest.method)) {
            renameAtOnce(answer as WorkspaceEdit | null);
          }
          return answer;
        },
      },
    });
    this.formatOnlyArticles();
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** Only articles have annotations to format: whatever formats YAML and TOML has no rival here. */
  private formatOnlyArticles(): void {
    for (const feature of [
      this.getFeature(DocumentFormattingRequest.method),
      this.getFeature(DocumentRangeFormattingRequest.method),
    ]) {
      const initialize = feature.initialize.bind(feature);
      feature.initialize = (capabilities) => initialize(capabilities, ARTICLES);
    }
  }
}

/**
 * What has to be confirmed, VS Code leaves out unless one ticks it: half of a renaming would be made.
 * Who wants to look at one first gets to see all of it (Ctrl+Enter in the box for the name).
 */
function renameAtOnce(edit: WorkspaceEdit | null): void {
  for (const annotation of Object.values(edit?.changeAnnotations ?? {})) {
    annotation.needsConfirmation = false;
  }
}
