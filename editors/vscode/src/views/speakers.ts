import * as vscode from "vscode";
import { range, saidAt } from "../commands/places";
import type { Current } from "../current";
import type { Certainty, Quotation, Requests, Speaker } from "../server/requests";
import { CERTAINTIES, KINDS, count, icon, isolated, shortened } from "../words";

/** A row of the view: somebody, with what they say below. */
export interface SpeakerItem {
  readonly type: "speaker";
  readonly speaker: Speaker;
}

/** A row below: something that is said. */
export interface QuotationItem {
  readonly type: "quotation";
  readonly quotation: Quotation;
  readonly of: SpeakerItem;
}

type Item = SpeakerItem | QuotationItem;

export function isSpeakerItem(argument: unknown): argument is SpeakerItem {
  return hasType(argument, "speaker");
}

export function isQuotationItem(argument: unknown): argument is QuotationItem {
  return hasType(argument, "quotation");
}

function hasType(argument: unknown, type: Item["type"]): boolean {
  return typeof argument === "object" && argument !== null && "type" in argument && argument.type === type;
}

/**
 * How many letters of a quotation are shown. What does not fit, VS Code cuts off at the right end, which is
 * the beginning of right-to-left words.
 */
const SHOWN = 26;

const PICTURES: Readonly<Record<Certainty, vscode.ThemeIcon>> = {
  written: new vscode.ThemeIcon("quote"),
  sure: new vscode.ThemeIcon("check", new vscode.ThemeColor("isnad.quotationSure")),
  likely: new vscode.ThemeIcon("question", new vscode.ThemeColor("isnad.quotationUnsure")),
  guess: new vscode.ThemeIcon("question", new vscode.ThemeColor("isnad.quotationUnsure")),
  unattributed: new vscode.ThemeIcon("warning", new vscode.ThemeColor("isnad.quotationUnattributed")),
};

/** The view *Speakers*: who says what in the article in front. */
export class SpeakersView implements vscode.TreeDataProvider<Item>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Item>;
  private readonly subscriptions: vscode.Disposable;
  private document: vscode.TextDocument | undefined;
  private rows: readonly SpeakerItem[] = [];

  constructor(
    private readonly current: Current,
    private readonly requests: Requests,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.view = vscode.window.createTreeView("isnadSpeakers", { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      this.view,
      current.onDidChange(() => this.changed.fire()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections;
        if (selection !== undefined && textEditor.document === this.document) {
          void this.follow(selection.active);
        }
      }),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  async getChildren(item?: Item): Promise<Item[]> {
    if (item !== undefined) {
      return item.type === "speaker"
        ? item.speaker.quotations.map((quotation) => ({ type: "quotation", quotation, of: item }))
        : [];
    }
    this.document = this.current.document;
    this.rows = await this.speakers();
    return [...this.rows];
  }

  getParent(item: Item): Item | undefined {
    return item.type === "quotation" ? item.of : undefined;
  }

  getTreeItem(item: Item): vscode.TreeItem {
    return item.type === "speaker" ? this.speakerRow(item) : this.quotationRow(item);
  }

  private speakerRow({ speaker }: SpeakerItem): vscode.TreeItem {
    const row = new vscode.TreeItem(
      speaker.name === null ? "Nobody is named" : isolated(speaker.name),
      vscode.TreeItemCollapsibleState.Expanded,
    );
    row.id = `speaker ${key(speaker)}`;
    row.description = String(speaker.quotations.length);
    row.tooltip = `${speaker.name === null ? "Nothing tells who says this" : isolated(speaker.name)}: ${count(speaker.quotations.length, "quotation", "quotations")}`;
    row.iconPath = speaker.name === null ? PICTURES.unattributed : icon(speaker.kind);
    row.contextValue = speaker.location === null ? "speaker" : "speaker.known";
    return row;
  }

  private quotationRow({ quotation, of }: QuotationItem): vscode.TreeItem {
    const { start } = quotation.range;
    const row = new vscode.TreeItem(isolated(shortened(quotation.text, SHOWN)));
    row.id = `quotation ${start.line}:${start.character} ${key(of.speaker)}`;
    row.iconPath = PICTURES[quotation.certainty];
    row.tooltip = new vscode.MarkdownString().appendText(`${isolated(quotation.text)}\n\n${KINDS[quotation.kind]}, ${CERTAINTIES[quotation.certainty]}`);
    row.contextValue = `quotation.${quotation.certainty}`;
    if (this.document !== undefined) {
      row.command = {
        title: "Go to this quotation",
        command: "vscode.open",
        arguments: [this.document.uri, { selection: range(quotation.range) } satisfies vscode.TextDocumentShowOptions],
      };
    }
    return row;
  }

  private async speakers(): Promise<SpeakerItem[]> {
    if (this.document === undefined || !this.current.isServed) {
      return [];
    }
    try {
      const speakers = await this.requests.speakers(this.document);
      return speakers.map((speaker) => ({ type: "speaker", speaker }));
    } catch (error) {
      // The server may have ended while it was asked; the next one fills the view.
      this.log.debug(`the view Speakers: ${String(error)}`);
      return [];
    }
  }

  /** Selects what is said at the cursor. */
  private async follow(position: vscode.Position): Promise<void> {
    if (!this.view.visible) {
      return;
    }
    const [said] = saidAt(this.rows.map(({ speaker }) => speaker), position);
    const of = this.rows.find(({ speaker }) => speaker === said?.speaker);
    if (said !== undefined && of !== undefined) {
      // A row that has just gone cannot be shown.
      await this.view.reveal({ type: "quotation", quotation: said.quotation, of }, { select: true, focus: false }).then(undefined, () => undefined);
    }
  }
}

function key({ id, name }: Speaker): string {
  return id ?? name ?? "";
}
