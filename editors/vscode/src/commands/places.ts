import * as vscode from "vscode";
import type { Location, Range } from "vscode-languageclient/node";
import type { Quotation, Requests, Speaker } from "../server/requests";
import { isolated } from "../words";
import { Advice } from "./context";

export function range({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function location({ uri, range: words }: Location): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), range(words));
}

/** Shows a place, selected, so that one sees what is meant. */
export async function show(uri: vscode.Uri, words: vscode.Range, column?: vscode.ViewColumn): Promise<void> {
  const options = column === undefined ? {} : { viewColumn: column };
  const editor = await vscode.window.showTextDocument(uri, { ...options, selection: words });
  editor.revealRange(words, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A quotation and one of those who say it. */
export interface Said {
  readonly speaker: Speaker;
  readonly quotation: Quotation;
}

/** The innermost quotation at a place, once for each of those who say it. */
export function saidAt(speakers: readonly Speaker[], position: vscode.Position): Said[] {
  let innermost: vscode.Range | undefined;
  let found: Said[] = [];
  for (const speaker of speakers) {
    for (const quotation of speaker.quotations) {
      const words = range(quotation.range);
      if (!words.contains(position)) {
        continue;
      }
      if (innermost === undefined || (innermost.contains(words) && !innermost.isEqual(words))) {
        innermost = words;
        found = [];
      }
      if (innermost.isEqual(words)) {
        found.push({ speaker, quotation });
      }
    }
  }
  return found;
}

/** The quotation at the cursor; one of several who say it together is asked for. */
export async function quotationAt(requests: Requests, document: vscode.TextDocument, position: vscode.Position): Promise<Said> {
  const found = saidAt(await requests.speakers(document), position);
  const [first, ...others] = found;
  if (first === undefined) {
    throw new Advice("There is no quotation at the cursor. Put it into quoted words, and try again.");
  }
  if (others.length === 0) {
    return first;
  }
  const items = found.map((said) => ({ label: isolated(said.speaker.name ?? "?"), said }));
  const picked = await vscode.window.showQuickPick(items, { title: "Several say this together. Whom do you mean?" });
  return picked?.said ?? first;
}

/** Of a quotation in a view or at the cursor: where its words begin, inside of the marks. */
export function inside(quotation: Quotation): vscode.Position {
  return new vscode.Position(quotation.range.start.line, quotation.range.start.character + 1);
}
