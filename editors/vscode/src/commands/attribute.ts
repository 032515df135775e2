import * as vscode from "vscode";
import { isolated, shortened } from "../words";
import { Advice, articleEditor, type Context } from "./context";
import { pickEntity } from "./pick";
import { inside, quotationAt } from "./places";
import { isQuotationItem } from "../views/speakers";

/** *Attribute quotation to…*: the one at the cursor, or the one of the Speakers view that is given. */
export async function attribute({ requests, current }: Context, argument: unknown): Promise<void> {
  const editor = articleEditor(current);
  const { document } = editor;
  const position = isQuotationItem(argument) ? inside(argument.quotation) : editor.selection.active;
  const said = isQuotationItem(argument) ? argument : await quotationAt(requests, document, position);
  const picked = await pickEntity(requests, {
    title: `Who says ${isolated(shortened(said.quotation.text, 60))}?`,
    document,
    position,
    otherwise: "Something else: it goes on, nobody knows who, it is no speech…",
  });
  if (picked === "otherwise") {
    await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand("editor.action.codeAction", { kind: "refactor.rewrite.attribute", apply: "never" });
  } else if (picked?.id !== undefined && picked.id !== null) {
    await requests.attribute(document, position, picked.id);
  }
}

/** *Accept inferred speaker*: of the quotation at the cursor, or of the one of the view that is given. */
export async function acceptSpeaker({ requests, current }: Context, argument: unknown): Promise<void> {
  const { document, selection } = articleEditor(current);
  const position = isQuotationItem(argument) ? inside(argument.quotation) : selection.active;
  await requests.accept(document, position);
}

/** *Accept all sure speakers* of the article. */
export async function acceptSpeakers({ requests, current }: Context): Promise<void> {
  const { document } = articleEditor(current);
  if (!(await requests.accept(document))) {
    throw new Advice("Nothing is to be accepted: of no quotation without a speaker in the markup is the speaker sure.");
  }
}

/** *Annotate this text*: writes all that is sure of who says what. */
export async function annotate({ requests, current }: Context): Promise<void> {
  const { document } = articleEditor(current);
  if (!(await requests.annotate(document))) {
    throw new Advice("Nothing is to be annotated: the markup says already all that is sure.");
  }
}
