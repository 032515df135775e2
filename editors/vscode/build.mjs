// Bundles the extension into dist/extension.js; `--production` for the package.
import { copyFileSync } from "node:fs";
import { build } from "esbuild";

const production = process.argv.includes("--production");

await build({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["vscode"],
  minify: production,
  sourcemap: production ? false : "inline",
  legalComments: "linked",
  logLevel: "warning",
});

// The package carries the licences of the repository.
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) {
  copyFileSync(`../../${licence}`, licence);
}
