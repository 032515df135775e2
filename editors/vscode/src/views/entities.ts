import * as vscode from "vscode";
import { range } from "../commands/places";
import type { Current } from "../current";
import type { Entity, Requests } from "../server/requests";
import { count, icon, isolated, shortened } from "../words";

/** How many letters of a role are shown. */
const SHOWN = 18;

/** A row of the view: an entity, with its mentions below. */
export interface EntityItem {
  readonly type: "entity";
  readonly entity: Entity;
}

interface MentionItem {
  readonly type: "mention";
  readonly words: vscode.Range;
  readonly of: EntityItem;
}

type Item = EntityItem | MentionItem;

export function isEntityItem(argument: unknown): argument is EntityItem {
  return typeof argument === "object" && argument !== null && "type" in argument && argument.type === "entity";
}

/** The view *Entities*: whom and what the article in front names, and where. */
export class EntitiesView implements vscode.TreeDataProvider<Item>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscriptions: vscode.Disposable;
  private document: vscode.TextDocument | undefined;

  constructor(
    private readonly current: Current,
    private readonly requests: Requests,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      vscode.window.createTreeView("isnadEntities", { treeDataProvider: this, showCollapseAll: true }),
      current.onDidChange(() => this.changed.fire()),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  async getChildren(item?: Item): Promise<Item[]> {
    if (item !== undefined) {
      return item.type === "entity"
        ? item.entity.mentions.map((words) => ({ type: "mention", words: range(words), of: item }))
        : [];
    }
    this.document = this.current.document;
    if (this.document === undefined || !this.current.isServed) {
      return [];
    }
    try {
      const entities = await this.requests.entities(this.document, {});
      // Whom the article only declares it does not speak of; who is named most comes first already.
      return entities
        .filter(({ mentions, quotations }) => mentions.length + quotations > 0)
        .map((entity) => ({ type: "entity", entity }));
    } catch (error) {
      this.log.debug(`the view Entities: ${String(error)}`);
      return [];
    }
  }

  getTreeItem(item: Item): vscode.TreeItem {
    return item.type === "entity" ? this.entityRow(item.entity) : this.mentionRow(item);
  }

  private entityRow(entity: Entity): vscode.TreeItem {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const row = new vscode.TreeItem(isolated(entity.name), entity.mentions.length > 0 ? Collapsed : None);
    row.id = `entity ${entity.id ?? entity.name}`;
    row.iconPath = icon(entity.kind);
    row.description = [
      String(entity.mentions.length),
      ...(entity.declared ? [] : ["not declared"]),
      ...(entity.role === null ? [] : [isolated(shortened(entity.role, SHOWN))]),
    ].join(" · ");
    row.tooltip = [
      entity.names.map(isolated).join(", "),
      `${count(entity.mentions.length, "mention", "mentions")}, ${count(entity.quotations, "quotation", "quotations")}`,
    ].join("\n");
    row.contextValue = entity.location === null ? "entity" : "entity.known";
    return row;
  }

  private mentionRow({ words, of }: MentionItem): vscode.TreeItem {
    const { document } = this;
    const row = new vscode.TreeItem(document === undefined ? "" : isolated(document.getText(words)));
    row.id = `mention ${words.start.line}:${words.start.character} ${of.entity.id ?? of.entity.name}`;
    row.description = `line ${words.start.line + 1}`;
    if (document !== undefined) {
      row.command = {
        title: "Go to this mention",
        command: "vscode.open",
        arguments: [document.uri, { selection: words } satisfies vscode.TextDocumentShowOptions],
      };
    }
    return row;
  }
}
