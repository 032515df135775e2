import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { Client } from "./client";
import { findServer } from "./find";

/** After so many crashes in so much time the server is left alone, and the user is told. */
const CRASHES = 4;
const CRASHES_WITHIN_MS = 3 * 60 * 1000;
/** How long a server may take to answer for the first time. */
const START_MS = 20_000;
/** How long it may take to end, once asked. */
const STOP_MS = 2000;

/** One process, and the client that speaks with it. */
interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly client: Client;
  /** How the process ended. */
  readonly ended: Promise<string>;
}

/** Runs the server: starts it again when it crashes, and says what to do when it cannot run. */
export class Server implements vscode.Disposable {
  private running: Running | undefined;
  private answering: Client | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private crashes: number[] = [];
  /** Starts and stops follow one another, never overlap. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: vscode.LogOutputChannel,
    /** The folder of this extension. */
    private readonly extension: string,
  ) {}

  /** Fires when a server begins to answer, and when it is gone. */
  readonly onDidChange = this.changed.event;

  /** What speaks with the server, as long as that answers. */
  get client(): LanguageClient | undefined {
    return this.answering;
  }

  dispose(): void {
    this.changed.dispose();
  }

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

    const asked = Date.now();
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
    const client = new Client(child, this.log);
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
    this.log.info(`${info?.name ?? command} ${info?.version ?? ""} answers after ${Date.now() - asked} ms`);
    this.answering = client;
    this.changed.fire();
    void ended.then((how) => this.onEnd(running, command, how));
  }

  /** Starts a server that crashed again, unless it does so all the time. */
  private onEnd(ended: Running, command: string, how: string): void {
    if (this.running !== ended) {
      return;
    }
    this.silence();
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
    this.silence();
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

  private silence(): void {
    if (this.answering !== undefined) {
      this.answering = undefined;
      this.changed.fire();
    }
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
