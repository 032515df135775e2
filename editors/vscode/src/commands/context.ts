import * as vscode from "vscode";
import { LSPErrorCodes, ResponseError } from "vscode-languageclient/node";
import { isArticle, type Current } from "../current";
import type { Requests } from "../server/requests";

/** What commands work with. */
export interface Context {
  readonly requests: Requests;
  readonly current: Current;
  readonly log: vscode.LogOutputChannel;
}

/** Something that the user has to know or do before a command can do its work; no fault of anybody. */
export class Advice extends Error {}

/** Registers a command; why it cannot be carried out is told to the user, in the server's words where they are its. */
export function register(name: string, log: vscode.LogOutputChannel, run: (argument: unknown) => Promise<void>): vscode.Disposable {
  return vscode.commands.registerCommand(name, async (argument: unknown) => {
    try {
      await run(argument);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (error instanceof Advice || isRefused(error)) {
        void vscode.window.showInformationMessage(`Isnad: ${reason}`);
      } else {
        log.error(`${name}: ${reason}`);
        void vscode.window.showErrorMessage(`Isnad: ${reason}`);
      }
    }
  });
}

/** Whether the server has told why there is nothing to do, in words for the user. */
function isRefused(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed;
}

/** The editor of the article that a command is about: the active one, else the one whose views are used. */
export function articleEditor(current: Current): vscode.TextEditor {
  const active = vscode.window.activeTextEditor;
  if (active !== undefined && isArticle(active.document)) {
    return active;
  }
  if (active === undefined && current.editor !== undefined) {
    return current.editor;
  }
  throw new Advice("Open an article (*.news.md) first, and put the cursor where this is to be done.");
}
