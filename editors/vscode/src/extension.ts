import * as vscode from "vscode";
import { registerCommands } from "./commands";
import { Current } from "./current";
import { Colors } from "./editor/colors";
import { keepOrder } from "./editor/order";
import { Preview } from "./preview/preview";
import { Requests } from "./server/requests";
import { Server } from "./server/server";
import { Status } from "./status";
import { EntitiesView } from "./views/entities";
import { SpeakersView } from "./views/speakers";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("Isnad", { log: true });
  const created = new Server(log, context.extensionPath);
  server = created;
  const requests = new Requests(created);
  const current = new Current(created);
  const preview = new Preview(context.extensionUri, current, requests, log);
  context.subscriptions.push(
    log,
    created,
    current,
    preview,
    keepOrder(),
    new Colors(created, requests, log, current),
    new SpeakersView(current, requests, log),
    new EntitiesView(current, requests, log),
    new Status(current, requests, log),
    ...registerCommands({ requests, current, log }, context.extensionUri),
    vscode.commands.registerCommand("isnad.openPreview", () => preview.open(vscode.ViewColumn.Active)),
    vscode.commands.registerCommand("isnad.openPreviewToSide", () => preview.open(vscode.ViewColumn.Beside)),
    vscode.commands.registerCommand("isnad.restartServer", () => created.restart()),
    vscode.commands.registerCommand("isnad.showLog", () => log.show()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("isnad.server.path")) {
        void created.restart();
      }
    }),
  );
  // Its views are of use only where there are articles.
  void vscode.commands.executeCommand("setContext", "isnad.isActive", true);
  await created.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
