// Drives VS Code in Chromium, as a reader would; called by .ci/vscode.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { check, demand, failures } from "./checks.mjs";
import { colors } from "./colors.mjs";
import { desk } from "./desk.mjs";
import { hostile } from "./hostile.mjs";
import { pictures } from "./pictures.mjs";
import { read } from "./reading.mjs";
import { runs, tools } from "./setup.mjs";
import { tidy } from "./tidying.mjs";
import { trouble } from "./trouble.mjs";

const { chromium } = createRequire(join(tools, "node_modules", "x.js"))("playwright-core");
const stories = JSON.parse(readFileSync(new URL("../stories.json", import.meta.url), "utf8"));
const only = process.env.ONLY?.split(" ") ?? runs.map((run) => run.split(":")[0]);

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  // So high, because the Problems view holds only the rows that are seen.
  const context = await browser.newContext({ viewport: { width: 1500, height: 1500 }, locale: "en-US" });
  const asked = new Set();
  // What the preview loads has an address that no network knows: a worker in the browser answers.
  context.on("response", (response) => response.fromServiceWorker() || asked.add(new URL(response.url()).host));
  context.on("requestfailed", (request) => asked.add(new URL(request.url()).host));
  for (const run of runs) {
    const [folder, key] = run.split(":");
    if (!only.includes(folder)) continue;
    console.log(`vscode: ${folder}`);
    const page = await context.newPage();
    page.setDefaultTimeout(20000);
    if (folder === "desk") await desk(page, folder);
    else if (folder === "hostile") await hostile(page, folder);
    else if (folder === "pictures") await pictures(page, folder);
    else await (stories[key].choice ? tidy : read)(page, folder, stories[key]);
    if (folder === "own") await trouble(page, folder, stories[key]);
    await page.close();
  }
  const page = await context.newPage();
  await colors(page);
  await check(page, "nothing was asked of the network", () => {
    const others = [...asked].filter((host) => host !== "" && !host.startsWith("127.0.0.1:"));
    demand(others.length === 0, `asked: ${others.join(", ")}`);
  });
} finally {
  await browser.close();
}
process.exitCode = failures === 0 ? 0 : 1;
