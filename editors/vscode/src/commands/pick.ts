import * as vscode from "vscode";
import type { Entity, Requests } from "../server/requests";
import { count, icon, isolated } from "../words";

/** What is asked of the user. */
export interface Question {
  readonly title: string;
  readonly document: vscode.TextDocument;
  /** Whoever is near is offered first. */
  readonly position: vscode.Position;
  /** Words that probably name whom is meant: those that they find are offered before all others. */
  readonly words?: string;
  /** What can be chosen besides, below. */
  readonly otherwise: string;
}

export type Picked = Entity | "otherwise" | undefined;

interface Item extends vscode.QuickPickItem {
  readonly choice: Picked;
}

/** Lets the user find an entity by any of its names, in any script: the server does the finding. */
export function pickEntity(requests: Requests, question: Question): Promise<Picked> {
  // Without this property, which is in no published type, VS Code would put names that hold the very
  // letters before those that the server ranks higher.
  const pick = vscode.window.createQuickPick<Item>() as vscode.QuickPick<Item> & { sortByLabel?: boolean };
  pick.sortByLabel = false;
  pick.title = question.title;
  pick.placeholder = "A name in any script: haddad finds حداد";

  let asked: vscode.CancellationTokenSource | undefined;
  const look = async (): Promise<void> => {
    asked?.cancel();
    const now = new vscode.CancellationTokenSource();
    asked = now;
    pick.busy = true;
    try {
      const found = await find(requests, question, pick.value.trim(), now.token);
      if (!now.token.isCancellationRequested) {
        pick.items = [...found.map(item), { label: `$(ellipsis) ${question.otherwise}`, alwaysShow: true, choice: "otherwise" }];
      }
    } catch (error) {
      if (!now.token.isCancellationRequested) {
        pick.items = [{ label: `$(error) ${error instanceof Error ? error.message : String(error)}`, alwaysShow: true, choice: undefined }];
      }
    } finally {
      if (asked === now) {
        pick.busy = false;
      }
      now.dispose();
    }
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(() => void look());
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.choice);
      pick.hide();
    });
    pick.onDidHide(() => {
      asked?.cancel();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void look();
  });
}

async function find(
  requests: Requests,
  { document, position, words }: Question,
  query: string,
  token: vscode.CancellationToken,
): Promise<Entity[]> {
  if (query !== "") {
    return choosable(await requests.entities(document, { query, position }, token));
  }
  const [named, all] = await Promise.all([
    words === undefined ? [] : requests.entities(document, { query: words, position }, token),
    requests.entities(document, { position }, token),
  ]);
  const first = choosable(named);
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...choosable(all).filter(({ id }) => !ids.has(id))];
}

function choosable(entities: readonly Entity[]): Entity[] {
  return entities.filter(({ id }) => id !== null);
}

function item(entity: Entity): Item {
  const others = entity.names.filter((name) => name !== entity.name);
  const about = [
    entity.role === null ? undefined : isolated(entity.role),
    entity.quotations > 0 ? count(entity.quotations, "quotation", "quotations") : undefined,
    entity.declared ? undefined : "not declared yet",
  ];
  return {
    label: isolated(entity.name),
    description: about.filter((words) => words !== undefined).join(" · "),
    ...(others.length > 0 ? { detail: others.map(isolated).join(", ") } : {}),
    iconPath: icon(entity.kind),
    // What the server has found is not to be sifted once more by its letters.
    alwaysShow: true,
    choice: entity,
  };
}
