import * as vscode from "vscode";
import { isArticle, type Current } from "../current";
import type { Requests } from "../server/requests";
import type { FromPage, Place, ToPage } from "./messages";
import { page } from "./page";

const TYPE = "isnad.preview";

/** The reading preview: one panel, which shows the article in front as its readers will see it. */
export class Preview implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private panel: vscode.WebviewPanel | undefined;
  /** That of the panel, which another article replaces. */
  private document: vscode.TextDocument | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly current: Current,
    private readonly requests: Requests,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(TYPE, this),
      current.onDidChange(() => void this.show()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections;
        if (textEditor.document === this.document && selection !== undefined) {
          this.tell({ type: "cursor", cursor: place(selection.active) });
        }
      }),
    );
  }

  dispose(): void {
    this.panel?.dispose();
    this.subscriptions.dispose();
  }

  /** Opens the preview, or brings it to the front. */
  open(column: vscode.ViewColumn): void {
    if (this.panel !== undefined) {
      this.panel.reveal(undefined, true);
      return;
    }
    const panel = vscode.window.createWebviewPanel(TYPE, "Preview", { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside });
    this.take(panel);
  }

  /** Takes the panel back that was open when VS Code was left. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.panel?.dispose();
    if (this.current.document === undefined && isState(state)) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(state.uri)).then(undefined, () => undefined);
      this.document = document !== undefined && isArticle(document) ? document : undefined;
    }
    this.take(panel);
  }

  private take(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.extension, "icons", "article-light.svg"),
      dark: vscode.Uri.joinPath(this.extension, "icons", "article-dark.svg"),
    };
    // No forms and no commands in links: the page shows, and asks this extension for two things.
    panel.webview.options = {
      enableScripts: true,
      enableForms: false,
      localResourceRoots: [vscode.Uri.joinPath(this.extension, "dist")],
    };
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.hear(message));
    panel.onDidDispose(() => {
      if (this.panel === panel) {
        this.panel = undefined;
        this.document = undefined;
      }
    });
    panel.webview.html = page(panel.webview, this.extension);
  }

  private async show(): Promise<void> {
    const document = this.current.document ?? this.document;
    if (this.panel === undefined || document === undefined || !this.current.isServed) {
      return;
    }
    this.document = document;
    const name = vscode.workspace.asRelativePath(document.uri).replace(/^.*\//, "");
    this.panel.title = `Preview ${name}`;
    try {
      const html = await this.requests.preview(document);
      if (document === this.document) {
        const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
        const cursor = editor === undefined ? undefined : place(editor.selection.active);
        this.tell({ type: "show", html, cursor, uri: document.uri.toString() });
      }
    } catch (error) {
      // The server may have ended while it was asked; the next one shows the article.
      this.log.debug(`the preview: ${String(error)}`);
    }
  }

  private tell(message: ToPage): void {
    void this.panel?.webview.postMessage(message);
  }

  private async hear(message: FromPage): Promise<void> {
    switch (message.type) {
      case "ready":
        await this.show();
        break;
      case "go":
        await this.go(message.place, message.focus);
        break;
      case "hover":
        this.tell({ type: "card", asked: message.asked, html: await this.card(message.place) });
        break;
    }
  }

  private async go({ line, character }: Place, focus: boolean): Promise<void> {
    if (this.document === undefined) {
      return;
    }
    const position = this.document.validatePosition(new vscode.Position(line, character));
    const words = new vscode.Range(position, position);
    let editor = vscode.window.visibleTextEditors.find((shown) => shown.document === this.document);
    if (editor === undefined || focus) {
      const viewColumn = editor?.viewColumn ?? vscode.ViewColumn.One;
      editor = await vscode.window.showTextDocument(this.document, { viewColumn, preserveFocus: !focus });
    }
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(words, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** The same card that the editor shows at the pointer. */
  private async card(position: Place): Promise<string | undefined> {
    if (this.document === undefined) {
      return undefined;
    }
    try {
      const markdown = await this.requests.card(this.document, position);
      return markdown === undefined ? undefined : await vscode.commands.executeCommand<string>("markdown.api.render", markdown);
    } catch (error) {
      this.log.debug(`a card of the preview: ${String(error)}`);
      return undefined;
    }
  }
}

function place({ line, character }: vscode.Position): Place {
  return { line, character };
}

function isState(state: unknown): state is { readonly uri: string } {
  return typeof state === "object" && state !== null && "uri" in state && typeof state.uri === "string";
}
