import * as vscode from "vscode";
import { isArticle, type Current } from "./current";
import type { Requests, Statistics } from "./server/requests";
import { count } from "./words";

/** The status item: of how many quotations of the article in front the markup gives the speaker. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("isnad.attributed", vscode.StatusBarAlignment.Right, 101);
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly current: Current,
    private readonly requests: Requests,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.item.name = "Isnad: Quotations Attributed";
    this.item.command = "isnadSpeakers.focus";
    this.subscriptions = vscode.Disposable.from(
      this.item,
      current.onDidChange(() => void this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => void this.update()),
    );
    void this.update();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async update(): Promise<void> {
    const { document } = this.current;
    const active = vscode.window.activeTextEditor?.document;
    if (document === undefined || !this.current.isServed || (active !== undefined && !isArticle(active))) {
      this.item.hide();
      return;
    }
    try {
      const counted = await this.requests.statistics(document);
      if (document === this.current.document) {
        this.show(counted);
      }
    } catch (error) {
      this.log.debug(`the status item: ${String(error)}`);
    }
  }

  private show({ quotations, attributed, inferred }: Statistics): void {
    if (quotations === 0) {
      this.item.hide();
      return;
    }
    const open = quotations - attributed - inferred;
    const lines = [
      `${attributed} of ${count(quotations, "quotation has its", "quotations have their")} speaker in the markup.`,
      ...(inferred > 0 ? [`Of ${inferred} more, the text names the speaker.`] : []),
      ...(open > 0 ? [`Of ${open}, nothing tells who says it.`] : []),
    ];
    this.item.text = `$(quote) ${attributed}/${quotations}`;
    this.item.tooltip = lines.join("\n");
    this.item.accessibilityInformation = { label: lines.join(" "), role: "button" };
    this.item.show();
  }
}
