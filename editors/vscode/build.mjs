// Bundles the extension and the page of its preview into dist; `--production` for the package.
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const production = process.argv.includes("--production");
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : "inline",
  legalComments: "none",
  logLevel: "warning",
};

rmSync("dist", { recursive: true, force: true });
const { metafile } = await build({
  ...common,
  metafile: true,
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["vscode"],
});
await build({
  ...common,
  entryPoints: { preview: "src/preview/webview/main.ts" },
  outdir: "dist",
  platform: "browser",
  target: "es2022",
  format: "iife",
});
await build({ ...common, entryPoints: ["src/preview/webview/preview.css"], outdir: "dist" });

// The package carries the licences of the repository.
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) {
  copyFileSync(`../../${licence}`, licence);
}

// What is bundled keeps its licence.
const bundled = new Set(Object.keys(metafile.inputs).flatMap((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
const licences = [...bundled].sort().map((folder) => {
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt", "License.txt"].map((name) => `${folder}/${name}`).find(existsSync);
  if (file === undefined) throw new Error(`${folder} has no licence`);
  return `${folder.replace("node_modules/", "")}\n\n${readFileSync(file, "utf8").trim()}\n`;
});
writeFileSync("dist/licences.txt", licences.join("\n\n"));
