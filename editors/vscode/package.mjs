// Packages the extension: npm run package -- [--server PATH] [--target linux-x64] [--out FILE]
//
// With --server, that program goes inside, and the package is one for this platform or the one that
// --target names; without it, the package is one for all platforms, and isnad has to be on the PATH.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    server: { type: "string" },
    target: { type: "string" },
    out: { type: "string", default: "isnad.vsix" },
  },
});

function fail(message) {
  console.error(`package: ${message}`);
  process.exit(1);
}

/** Who can run what is built here. */
function thisPlatform() {
  // Alpine Linux has another C library than all others.
  const system = process.platform === "linux" && existsSync("/etc/alpine-release") ? "alpine" : process.platform;
  return `${system}-${process.arch === "arm" ? "armhf" : process.arch}`;
}

if (values.target !== undefined && values.server === undefined) {
  fail("--target is for a package with a server inside; name that with --server PATH");
}
rmSync("server", { recursive: true, force: true });
const platform = [];
if (values.server !== undefined) {
  if (!existsSync(values.server)) fail(`there is no server at ${resolve(values.server)}`);
  const target = values.target ?? thisPlatform();
  const inside = join("server", target.startsWith("win32-") ? "isnad.exe" : "isnad");
  mkdirSync("server");
  copyFileSync(values.server, inside);
  chmodSync(inside, 0o755);
  platform.push("--target", target);
}

const vsce = join("node_modules", "@vscode", "vsce", "vsce");
const options = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
const { status } = spawnSync(process.execPath, [vsce, "package", ...options, ...platform, "--out", values.out], { stdio: "inherit" });
rmSync("server", { recursive: true, force: true });
process.exit(status ?? 1);
