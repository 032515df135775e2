import * as vscode from "vscode";
import type { Server } from "./server/server";

/** How long somebody who types has to pause before views follow. */
const PAUSE_MS = 150;

export function isArticle(document: vscode.TextDocument): boolean {
  return document.languageId === "isnad";
}

/**
 * The article that views, the status item and the preview show: the one in the active editor, and as
 * long as no other article is, the one that was there last.
 */
export class Current implements vscode.Disposable {
  private shown: vscode.TextDocument | undefined;
  private pause: NodeJS.Timeout | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;

  /** Fires when another article is in front, and when something has changed that what is shown rests on. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: Server) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.look()),
      vscode.workspace.onDidOpenTextDocument(() => this.look()),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.shown) {
          this.shown = undefined;
          this.look();
          this.changed.fire();
        }
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && (document === this.shown || isBelow(document))) {
          this.changeSoon();
        }
      }),
      server.onDidChange(() => this.changed.fire()),
    );
    this.look();
  }

  get document(): vscode.TextDocument | undefined {
    return this.shown;
  }

  /** An editor that shows the article now. */
  get editor(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    return active !== undefined && active.document === this.shown
      ? active
      : vscode.window.visibleTextEditors.find((editor) => editor.document === this.shown);
  }

  /** Whether there is somebody to ask about it. */
  get isServed(): boolean {
    return this.server.client !== undefined;
  }

  dispose(): void {
    clearTimeout(this.pause);
    this.subscriptions.dispose();
  }

  private look(): void {
    const active = vscode.window.activeTextEditor?.document;
    if (active !== undefined && isArticle(active) && active !== this.shown) {
      this.shown = active;
      this.changed.fire();
    }
  }

  private changeSoon(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.changed.fire(), PAUSE_MS);
  }
}

/** Whether articles may rest on it: registries and the configuration. */
function isBelow(document: vscode.TextDocument): boolean {
  return /\.(?:ya?ml|toml)$/.test(document.uri.path);
}
