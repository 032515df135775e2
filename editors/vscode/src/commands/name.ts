import * as vscode from "vscode";
import { isolated } from "../words";
import { Advice, articleEditor, type Context } from "./context";
import { pickEntity } from "./pick";

/** *Mark selection as…*: the selected words, else the word at the cursor, name an entity. */
export async function mark({ requests, current }: Context): Promise<void> {
  const editor = articleEditor(current);
  const { document } = editor;
  const selected = select(editor);
  const words = document.getText(selected);
  const picked = await pickEntity(requests, {
    title: `Whom or what does ${isolated(words)} name?`,
    document,
    position: selected.start,
    words,
    otherwise: "Nobody of these: declare a new entity…",
  });
  if (picked === "otherwise") {
    await declare({ current });
  } else if (picked?.id !== undefined && picked.id !== null) {
    await requests.mark(document, selected, picked.id);
  }
}

/** *Declare entity*: the server offers as whom and where the selected words can be declared. */
export async function declare({ current }: Pick<Context, "current">): Promise<void> {
  const editor = articleEditor(current);
  select(editor);
  await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  await vscode.commands.executeCommand("editor.action.codeAction", { kind: "refactor.extract.declare", apply: "ifSingle" });
}

/** What is selected; where nothing is, the word at the cursor, which is then selected. */
function select(editor: vscode.TextEditor): vscode.Range {
  if (editor.selection.isEmpty) {
    const word = editor.document.getWordRangeAtPosition(editor.selection.active);
    if (word === undefined) {
      throw new Advice("Select the words that name somebody or something first.");
    }
    editor.selection = new vscode.Selection(word.start, word.end);
  }
  return new vscode.Range(editor.selection.start, editor.selection.end);
}
