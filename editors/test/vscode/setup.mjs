// What the run was started with: main.mjs TOOLS URL SCRATCH SHOTS FOLDER:KEY…
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const [tools, url, scratch, shots, ...runs] = process.argv.slice(2);

const settings = join(scratch, "user", "Machine", "settings.json");
mkdirSync(dirname(settings), { recursive: true });

/** Sets the settings of the machine: the server's path is one, so that no folder that one opens can choose it. */
export function set(values) {
  writeFileSync(settings, JSON.stringify(values));
}

/** The address at which VS Code shows a folder. */
export function folderUrl(folder) {
  return `${url}/?folder=${encodeURI(join(scratch, "stories", folder))}`;
}
