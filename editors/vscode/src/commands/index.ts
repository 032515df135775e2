import type * as vscode from "vscode";
import { acceptSpeaker, acceptSpeakers, annotate, attribute } from "./attribute";
import { register, type Context } from "./context";
import { declare, mark } from "./name";
import { openSample } from "./sample";
import { goToSpeaker, showQuotations } from "./speaker";

/**
 * The commands that are about an article. The client registers those of the server under the server's
 * names (`isnad.attribute` and others), so these have names of their own.
 */
export function registerCommands(context: Context, extension: vscode.Uri): vscode.Disposable[] {
  const commands: Readonly<Record<string, (argument: unknown) => Promise<void>>> = {
    "isnad.attributeQuotation": (argument) => attribute(context, argument),
    "isnad.markSelection": () => mark(context),
    "isnad.acceptSpeaker": (argument) => acceptSpeaker(context, argument),
    "isnad.acceptSureSpeakers": () => acceptSpeakers(context),
    "isnad.declareEntity": () => declare(context),
    "isnad.goToSpeaker": () => goToSpeaker(context),
    "isnad.showQuotations": (argument) => showQuotations(context, argument),
    "isnad.annotateText": () => annotate(context),
    "isnad.openSample": (argument) => openSample(extension, argument),
  };
  return Object.entries(commands).map(([name, run]) => register(name, context.log, run));
}
