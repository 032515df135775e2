import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import * as vscode from "vscode";
import {
  CloseAction,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import { keepOrder } from "./order";
import { findServer } from "./server";

/** After so many crashes in so much time the server is left alone, and the user is told. */
const CRASHES = 4;
const CRASHES_WITHIN_MS = 3 * 60 * 1000;
/** How long a server may take to answer for the first time. */
const START_MS = 20_000;
/** How long it may take to end, once asked. */
const STOP_MS = 2000;

const ARTICLES = [
  { language: "isnad", scheme: "file" },
  { language: "isnad", scheme: "untitled" },
];

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("Isnad", { log: true });
  const created = new Server(log, context.extensionPath);
  server = created;
  context.subscriptions.push(
    log,
    keepOrder(),
    vscode.commands.registerCommand("isnad.restartServer", () => created.restart()),
    vscode.commands.registerCommand("isnad.showLog", () => log.show()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("isnad.server.path")) {
        void created.restart();
      }
    }),
  );
  await created.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** A client whose troubles go to the log; `Server` tells the user about them, once and with what to do. */
class Client extends LanguageClient {
  /** Only articles have annotations to format: whatever formats YAML and TOML has no rival here. */
  formatOnlyArticles(): void {
    for (const feature of [
      this.getFeature(DocumentFormattingRequest.method),
      this.getFeature(DocumentRangeFormattingRequest.method),
    ]) {
      const initialize = feature.initialize.bind(feature);
      feature.initialize = (capabilities) => initialize(capabilities, ARTICLES);
    }
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** One process, and the client that speaks with it. */
interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly client: Client;
  /** How the process ended. */
  readonly ended: Promise<string>;
}

class Server {
  private running: Running | undefined;
  private crashes: number[] = [];
  /** Starts and stops follow one another, never overlap. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly extension: string,
  ) {}

  start(): Promise<void> {
    return this.enqueue(() => this.startNow());
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.stopNow());
  }

  restart(): Promise<void> {
    this.crashes = [];
    return this.enqueue(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(step).catch((error: unknown) => this.complain(`${reason(error)}.`));
    return this.queue;
  }

  private async startNow(): Promise<void> {
    const found = findServer({
      setting: vscode.workspace.getConfiguration("isnad").get<string>("server.path", ""),
      extension: this.extension,
      workspace: vscode.workspace.workspaceFolders?.find((folder) => folder.uri.scheme === "file")?.uri.fsPath,
      path: process.env["PATH"] ?? "",
    });
    if ("problem" in found) {
      this.complain(found.problem);
      return;
    }
    const { command, from } = found;
    this.log.info(`starting ${command} lsp, found by ${from}`);

    const child = spawn(command, ["lsp"], { stdio: "pipe" });
    let said = "";
    child.stderr.on("data", (data: Buffer) => (said = (said + data.toString()).slice(-500)));
    // A write to a process that has ended is told by the end itself.
    child.stdin.on("error", () => undefined);
    const ended = new Promise<string>((resolve) => {
      child.once("error", (error) => resolve(`could not be run (${error.message})`));
      // `close`, not `exit`: by then all that it said has been read.
      child.once("close", (code, signal) => resolve(code === null ? `was ended by ${signal}` : `ended with code ${code}`));
    });
    const client = new Client("isnad", "Isnad", () => Promise.resolve(child), this.options());
    client.formatOnlyArticles();
    const running = { child, client, ended };
    this.running = running;

    const started = client.start().then(() => "");
    const problem = await Promise.race([
      started.catch(async (error: unknown) => (await within(500, ended)) ?? `did not start (${reason(error)})`),
      ended,
      wait(START_MS).then(() => `did not answer within ${START_MS / 1000} seconds`),
    ]);
    if (problem !== "") {
      const words = said.trim();
      await this.stopNow();
      this.complain(`${command}, found by ${from}, ${problem}${words === "" ? "." : `, saying: ${words}`}`);
      return;
    }
    const info = client.initializeResult?.serverInfo;
    this.log.info(`${info?.name ?? command} ${info?.version ?? ""} answers`);
    void ended.then((how) => this.onEnd(running, command, how));
  }

  /** Starts a server that crashed again, unless it does so all the time. */
  private onEnd(ended: Running, command: string, how: string): void {
    if (this.running !== ended) {
      return;
    }
    const now = Date.now();
    this.crashes = [...this.crashes.filter((crash) => now - crash < CRASHES_WITHIN_MS), now];
    if (this.crashes.length < CRASHES) {
      this.log.error(`${command} ${how}; starting it again`);
      void this.enqueue(async () => {
        if (this.running === ended) {
          await this.stopNow();
          await this.startNow();
        }
      });
    } else {
      this.complain(`${command} ended ${CRASHES} times within three minutes; the last time it ${how}.`);
    }
  }

  private async stopNow(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    if (running === undefined) {
      return;
    }
    const { child, client, ended } = running;
    try {
      await within(STOP_MS, client.dispose(STOP_MS));
    } catch (error) {
      // It never answered, or has ended already.
      this.log.debug(`while stopping: ${reason(error)}`);
    }
    if ((await within(STOP_MS, ended)) === undefined) {
      child.kill("SIGKILL");
    }
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [
        ...ARTICLES,
        // What articles rest on: mistakes in it are shown where they are, and ids lead to all articles.
        { scheme: "file", pattern: "**/isnad.toml" },
        { scheme: "file", pattern: "**/entities.yaml" },
      ],
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        // `onEnd` starts another client.
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
      },
    };
  }

  /** Says what is wrong, where and what to do; does not wait for an answer. */
  private complain(problem: string): void {
    this.log.error(problem);
    const restart = "Restart Server";
    const settings = "Open Settings";
    const log = "Show Log";
    void vscode.window
      .showErrorMessage(`Isnad cannot check articles. ${problem}`, restart, settings, log)
      .then((choice) => {
        switch (choice) {
          case restart:
            void this.restart();
            break;
          case settings:
            void vscode.commands.executeCommand("workbench.action.openSettings", "isnad.server.path");
            break;
          case log:
            this.log.show();
            break;
        }
      });
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What a promise gives, or nothing when that takes too long. */
function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([promise, wait(ms).then(() => undefined)]);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
