import type { ChildProcessWithoutNullStreams } from "node:child_process";
import type * as vscode from "vscode";
import {
  CloseAction,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
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
