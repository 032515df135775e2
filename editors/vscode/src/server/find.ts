import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** The program to run, and how it was found. */
export interface Found {
  readonly command: string;
  readonly from: string;
}

/** Why there is no program to run, and what to do about it. */
export interface Missing {
  readonly problem: string;
}

/** What the search looks at besides the disk. */
export interface Places {
  /** The setting `isnad.server.path`; empty when it is not set. */
  readonly setting: string;
  /** The folder of this extension. */
  readonly extension: string;
  /** A relative path in the setting starts here. */
  readonly workspace: string | undefined;
  /** The variable `PATH`. */
  readonly path: string;
}

const program = process.platform === "win32" ? "isnad.exe" : "isnad";

/** The setting decides, else the program inside the extension, else the first on the PATH. */
export function findServer(places: Places): Found | Missing {
  const setting = places.setting.trim();
  if (setting !== "") {
    const command = path.resolve(places.workspace ?? os.homedir(), setting.replace(/^~(?=$|[/\\])/, os.homedir()));
    const wrong = whyNotAProgram(command);
    return wrong === undefined
      ? { command, from: "the setting isnad.server.path" }
      : { problem: `The setting isnad.server.path names ${command}, but ${wrong}. Correct the setting, or empty it.` };
  }
  const bundled = path.join(places.extension, "server", program);
  if (fs.existsSync(bundled)) {
    const wrong = whyNotAProgram(bundled);
    return wrong === undefined
      ? { command: bundled, from: "the extension itself" }
      : { problem: `The extension holds ${bundled}, but ${wrong}. Install the extension again, or set isnad.server.path.` };
  }
  for (const folder of places.path.split(path.delimiter)) {
    const command = path.join(folder, program);
    if (path.isAbsolute(folder) && whyNotAProgram(command) === undefined) {
      return { command, from: "the PATH" };
    }
  }
  return {
    problem: `There is no program ${program} in this extension or on the PATH. Install it, or set isnad.server.path to where it is.`,
  };
}

function whyNotAProgram(file: string): string | undefined {
  try {
    if (!fs.statSync(file).isFile()) {
      return "that is not a file";
    }
  } catch {
    return "there is no such file";
  }
  try {
    fs.accessSync(file, fs.constants.X_OK);
  } catch {
    return "that file may not be executed";
  }
  return undefined;
}
