import * as vscode from "vscode";
import { range } from "../commands/places";
import { isArticle, type Current } from "../current";
import type { Certainty, Requests } from "../server/requests";
import type { Server } from "../server/server";
import { wordsOf } from "./tokens";

/** The colours of `package.json` by the types of the server's semantic tokens. */
const TOKENS: Readonly<Record<string, string>> = {
  class: "isnad.person",
  interface: "isnad.organization",
  namespace: "isnad.place",
  event: "isnad.event",
  struct: "isnad.work",
  enum: "isnad.product",
  type: "isnad.entity",
  keyword: "isnad.cue",
  number: "isnad.date",
  operator: "isnad.markup",
};

/** The lines under quotations: the less sure the speaker, the looser. */
const LINES: Readonly<Record<Certainty, string>> = {
  written: "solid var(--vscode-isnad-quotationWritten)",
  sure: "dashed var(--vscode-isnad-quotationSure)",
  likely: "dashed var(--vscode-isnad-quotationUnsure)",
  guess: "dotted var(--vscode-isnad-quotationUnsure)",
  unattributed: "dotted var(--vscode-isnad-quotationUnattributed)",
};

type Style = vscode.TextEditorDecorationType;

/**
 * Colours articles. What the server's semantic tokens say is left to the theme only where no theme can
 * know better: most themes give a person, a place and an organization one and the same colour, and none
 * has one for a speaker who is merely guessed. So these have colours of their own, with a value for
 * light, dark and high-contrast themes each, which themes and users can change.
 */
export class Colors implements vscode.Disposable {
  private readonly tokens = new Map<string, Style>();
  private readonly quotations = new Map<Certainty, Style>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly server: Server,
    private readonly requests: Requests,
    private readonly log: vscode.LogOutputChannel,
    current: Current,
  ) {
    for (const [type, color] of Object.entries(TOKENS)) {
      this.tokens.set(type, style({ color: new vscode.ThemeColor(color) }));
    }
    for (const [certainty, line] of Object.entries(LINES) as [Certainty, string][]) {
      // A background and a border of their own would be boxes behind the line, which VS Code lays out
      // from the left: in right-to-left text they stand behind other words, or behind none. This way
      // the words carry them.
      const drawn = style({
        textDecoration: `none; background-color: var(--vscode-isnad-quotationBackground); border-bottom: 1px ${line}`,
      });
      this.quotations.set(certainty, drawn);
    }
    const all = (): void => vscode.window.visibleTextEditors.forEach((editor) => void this.color(editor));
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors(all),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("isnad.editor.colors")) {
          all();
        }
      }),
      current.onDidChange(all),
    );
    all();
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.styles().forEach((drawn) => drawn.dispose());
  }

  private styles(): Style[] {
    return [...this.tokens.values(), ...this.quotations.values()];
  }

  private async color(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    if (!isArticle(document)) {
      return;
    }
    if (!vscode.workspace.getConfiguration("isnad", document).get<boolean>("editor.colors", true)) {
      this.styles().forEach((drawn) => editor.setDecorations(drawn, []));
      return;
    }
    const legend = this.server.client?.initializeResult?.capabilities.semanticTokensProvider?.legend;
    if (legend === undefined) {
      return;
    }
    try {
      const { version } = document;
      const [tokens, speakers] = await Promise.all([
        this.requests.semanticTokens(document),
        this.requests.speakers(document),
      ]);
      // What is said of an older text stands at the wrong words; the newer one is asked for already.
      if (document.version !== version) {
        return;
      }
      const words = wordsOf(tokens?.data ?? [], legend.tokenTypes);
      this.tokens.forEach((drawn, type) => editor.setDecorations(drawn, words.get(type) ?? []));
      const quotations = speakers.flatMap((speaker) => speaker.quotations);
      this.quotations.forEach((drawn, certainty) => {
        const these = quotations.filter((quotation) => quotation.certainty === certainty);
        editor.setDecorations(drawn, these.map((quotation) => range(quotation.range)));
      });
    } catch (error) {
      // The server may have ended, or the text have changed, while it was asked.
      this.log.debug(`colours: ${String(error)}`);
    }
  }
}

function style(options: vscode.DecorationRenderOptions): Style {
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    ...options,
  });
}
