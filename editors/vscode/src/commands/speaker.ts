import * as vscode from "vscode";
import type { Location } from "vscode-languageclient/node";
import { isEntityItem } from "../views/entities";
import { isSpeakerItem } from "../views/speakers";
import { isolated } from "../words";
import { Advice, articleEditor, type Context } from "./context";
import { location, quotationAt, range, saidAt, show } from "./places";

/** *Go to speaker*: to the words that name who says the quotation at the cursor, else to the declaration. */
export async function goToSpeaker({ requests, current }: Context): Promise<void> {
  const editor = articleEditor(current);
  const { document, selection } = editor;
  const { speaker, quotation } = await quotationAt(requests, document, selection.active);
  if (quotation.namedAt !== null) {
    await show(document.uri, range(quotation.namedAt), editor.viewColumn);
  } else if (speaker.location !== null) {
    const declared = location(speaker.location);
    await show(declared.uri, declared.range);
  } else {
    throw new Advice("Nothing tells who says this. “Isnad: Attribute Quotation to…” does.");
  }
}

/** *Show everything they said*: whoever is named at the cursor, says what stands there, or is given by a view. */
export async function showQuotations({ requests, current }: Context, argument: unknown): Promise<void> {
  const editor = articleEditor(current);
  const { document, selection } = editor;
  const who = await whom({ requests, current }, document, selection.active, argument);
  if (who.location === null) {
    throw new Advice(`Nothing declares or names ${isolated(who.name)}, so nothing else can be found of them.`);
  }
  const { uri, range: words } = who.location;
  const found = (await requests.said({ uri, position: words.start })).map(location);
  if (found.length === 0) {
    throw new Advice(`${isolated(who.name)} says nothing in the articles of this folder.`);
  }
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  await vscode.commands.executeCommand("editor.action.showReferences", document.uri, selection.active, found);
}

async function whom(
  { requests }: Pick<Context, "requests" | "current">,
  document: vscode.TextDocument,
  position: vscode.Position,
  argument: unknown,
): Promise<{ readonly name: string; readonly location: Location | null }> {
  if (isSpeakerItem(argument)) {
    return { name: argument.speaker.name ?? "?", location: argument.speaker.location };
  }
  if (isEntityItem(argument)) {
    return argument.entity;
  }
  const [entities, speakers] = await Promise.all([requests.entities(document, {}), requests.speakers(document)]);
  const named = entities.find(({ mentions }) => mentions.some((words) => range(words).contains(position)));
  if (named !== undefined) {
    return named;
  }
  const [first] = saidAt(speakers, position);
  if (first === undefined) {
    throw new Advice("Nobody is named or quoted at the cursor. Put it on a name or into quoted words, and try again.");
  }
  const { speaker } = first.speaker.name === null ? first : await quotationAt(requests, document, position);
  if (speaker.name === null) {
    throw new Advice("Nothing tells who says this. “Isnad: Attribute Quotation to…” does.");
  }
  return { name: speaker.name, location: speaker.location };
}
