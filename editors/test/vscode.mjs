// Drives VS Code in Chromium, as a reader would: with the mouse, the keyboard and what is seen.
// node vscode.mjs TOOLS URL SCRATCH SHOTS FOLDER:KEY… ; called by .ci/vscode.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const [tools, url, scratch, shots, ...runs] = process.argv.slice(2);
const { chromium } = createRequire(join(tools, "node_modules", "x.js"))("playwright-core");
const stories = JSON.parse(readFileSync(new URL("stories.json", import.meta.url), "utf8"));
// The server's path is a setting of the machine, so that no folder that one opens can choose it.
const settings = join(scratch, "user", "Machine", "settings.json");
mkdirSync(dirname(settings), { recursive: true });

let failures = 0;

/** Runs a check; when it fails, says so, takes a picture, and goes on with the next. */
async function check(page, what, run) {
  const start = Date.now();
  try {
    await run();
    console.log(`  ok - ${what} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    return true;
  } catch (problem) {
    failures += 1;
    const shot = join(shots, `failed-${failures}.png`);
    await page.screenshot({ path: shot }).catch(() => {});
    console.log(`  not ok - ${what}: ${problem.message}\n  (as seen: ${shot})`);
    return false;
  }
}

function demand(condition, what) {
  if (!condition) throw new Error(what);
}

/** Waits until `found` gives something, and gives it; `what` may be a function, asked at the end. */
async function until(what, found, ms = 15000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await found();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${typeof what === "function" ? await what() : what}`);
    await new Promise((go) => setTimeout(go, 30));
  }
}

/** The place of `words` in a text, lines and UTF-16 columns from 1, as VS Code counts. */
function place(text, words) {
  const at = text.indexOf(words);
  demand(at >= 0, `the article does not hold ${words}`);
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: before.at(-1).length + 1 };
}

const lineOf = (text, line) => text.split("\n")[line - 1];

/** In the page: what stands on the screen, character by character, in the order of the text. */
const characters = () => {
  const seen = [];
  const editor = document.querySelector(".editor-instance");
  if (!editor) return seen;
  const lines = [...editor.querySelectorAll(".view-lines .view-line")];
  lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  for (const line of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let i = 0; i < node.length; i++) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        seen.push({ c: node.data[i].replace("\u00a0", " "), left, right, top, bottom });
      }
    }
  }
  return seen;
};

class Article {
  constructor(page, folder, story) {
    this.page = page;
    this.story = story;
    this.file = join(scratch, "stories", folder, story.article);
    this.read();
  }

  /** What stands on the disk, and in the editor, is what the text is now. */
  read() {
    this.text = readFileSync(this.file, "utf8").replace(/^\ufeff/, "");
  }

  async open(address) {
    await this.page.goto(address);
    await this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${this.story.article}"]`).dblclick();
    await this.page.locator(".editor-instance .view-line").first().waitFor();
  }

  async cursor() {
    const text = await this.page.locator("#status\\.editor\\.selection").innerText().catch(() => "");
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text) ?? [];
    if (!line) return undefined;
    // The status bar counts an emoji once.
    const before = [...lineOf(this.text, Number(line))].slice(0, Number(column) - 1).join("");
    return { line: Number(line), column: before.length + 1 };
  }

  /** Puts the cursor at a place, by "Go to Line/Column", which counts columns of the screen. */
  async go({ line, column }) {
    let asked = column;
    for (let tries = 0; tries < 5; tries++) {
      await this.page.keyboard.press("Control+g");
      const box = this.page.locator(".quick-input-widget input:visible");
      await box.waitFor();
      await box.fill(`:${line}:${asked}`);
      await box.press("Enter");
      await box.waitFor({ state: "hidden" });
      let at;
      await until(
        () => `the cursor on line ${line}; it is at ${at?.line}:${at?.column}`,
        async () => {
          at = await this.cursor();
          return at?.line === line;
        },
        5000,
      );
      // The status bar follows a little later.
      const there = async () => (at = await this.cursor()).column === column;
      if (await until("", there, 300).catch(() => false)) return;
      asked += column - at.column;
    }
    throw new Error(`the cursor could not be put at ${line}:${column}`);
  }

  /** Types another id over the first mention's. */
  async retype(from, to) {
    const at = place(this.text, `(#${this.story.typo.right})`);
    await this.type({ ...at, column: at.column + 2 }, from, to);
    return { ...at, column: at.column + 3 };
  }

  /** Types words over the words `from`, which stand at a place. */
  async type({ line, column }, from, to) {
    let same = 0;
    while (same < from.length && from[same] === to[same]) same += 1;
    await this.go({ line, column: column + same });
    for (const _ of from.slice(same)) await this.page.keyboard.press("Delete");
    await this.page.keyboard.insertText(to.slice(same));
  }

  /** Carries out a command, by the name that readers see. */
  async command(name) {
    await this.page.keyboard.press("F1");
    await this.page.locator(".quick-input-widget input:visible").fill(`>${name}`);
    const row = this.page.locator(".quick-input-widget .monaco-list-row").filter({ has: this.page.getByText(name, { exact: true }) });
    await row.first().click();
  }

  /** Saves, and waits for the disk to hold these bytes. */
  async saved(wanted) {
    await this.page.keyboard.press("Control+s");
    await until(
      () => `these bytes on disk:\n${wanted}\nthere are:\n${readFileSync(this.file, "utf8")}`,
      () => readFileSync(this.file).equals(wanted),
      5000,
    );
    this.read();
  }

  /** The middle of the `nth` character of words that are on the screen. */
  async point(words, nth = 1) {
    await this.go(place(this.text, words));
    return until(`${words} on the screen`, async () => {
      const seen = await this.page.evaluate(characters);
      const at = seen.map((x) => x.c).join("").indexOf(words);
      if (at < 0) return undefined;
      const { left, right, top, bottom } = seen[at + nth];
      return right > left && { x: (left + right) / 2, y: (top + bottom) / 2 };
    });
  }

  /** The words above the squiggles of one colour that are on the screen. */
  async underlined(severity) {
    const seen = await this.page.evaluate(characters);
    const squiggles = await this.page.evaluate(
      (name) =>
        [...document.querySelectorAll(`.editor-instance .squiggly-${name}`)].map((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      severity,
    );
    return seen
      .filter(({ left, right, top, bottom }) =>
        squiggles.some((s) => {
          const x = (left + right) / 2;
          const y = (s.top + s.bottom) / 2;
          return right > left && s.left <= x && x <= s.right && top <= y && y <= bottom;
        }),
      )
      .map(({ c }) => c)
      .join("");
  }

  /** Rows of the Problems view: what is read out, and what stands there. */
  async problems() {
    return this.page
      .locator(".markers-panel .monaco-list-row")
      .evaluateAll((rows) =>
        // Without the isolates around right-to-left words.
        rows.map((row) => `${row.getAttribute("aria-label")} | ${row.textContent}`.replace(/[\u2068\u2069]/g, "")),
      );
  }

  awaitProblem(code) {
    return until(
      async () => `${code}; found: ${JSON.stringify(await this.problems())}`,
      async () => (await this.problems()).some((label) => label.includes(code)),
    );
  }

  /** Exactly these, in any order. */
  async expectProblems(codes, ms) {
    return until(
      async () => `the problems ${codes.join(", ")}; found: ${JSON.stringify(await this.problems())}`,
      async () => {
        const labels = (await this.problems()).filter((label) => /^(Error|Warning|Info|Hint):/.test(label));
        return labels.length === codes.length && codes.every((code) => labels.some((label) => label.includes(code))) && labels;
      },
      ms,
    );
  }

  /** Takes the article as it stands on the disk. An editor that is busy may miss the command; it is told again. */
  async reverted(codes) {
    for (let left = 2; ; left -= 1) {
      await this.command("File: Revert File");
      try {
        return await this.expectProblems(codes, 5000);
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }

  shot(name) {
    return this.page.screenshot({ path: join(shots, `${name}.png`) });
  }
}

/** Opens an article and the Problems view; whether exactly these findings are there. */
async function opens(article, folder, codes) {
  const { page } = article;
  await check(page, "the article opens as Isnad", async () => {
    await article.open(`${url}/?folder=${encodeURI(join(scratch, "stories", folder))}`);
    await until("the language Isnad in the status bar", async () =>
      /Isnad/.test(await page.locator("#status\\.editor\\.mode").innerText().catch(() => "")),
    );
  });
  return check(page, "Problems lists exactly the expected findings", async () => {
    if (!(await page.locator(".markers-panel").isVisible())) await page.keyboard.press("Control+Shift+m");
    const labels = await article.expectProblems(codes);
    for (const label of labels) console.log(`    ${label}`);
    await article.shot(`${folder}-problems`);
  });
}

/** An article to read: its findings, what hovers and definitions tell, mistakes while one types. */
async function read(page, folder, story) {
  const article = new Article(page, folder, story);
  const codes = story.findings.map(({ code }) => code);
  if (!(await opens(article, folder, codes))) return;

  for (const finding of story.findings) {
    await check(page, `${finding.code} is underlined at its words`, async () => {
      await article.point(finding.within);
      const severity = { "name-variant": "warning" }[finding.code] ?? "info";
      let words;
      await until(
        () => `${finding.code} under \`${finding.holds}\`; underlined: \`${words}\``,
        async () => (words = await article.underlined(severity)).includes(finding.holds),
        5000,
      );
      demand(words.length < 80, `far too much is underlined: ${words}`);
    });
  }
  await article.shot(`${folder}-squiggles`);

  for (const wanted of story.hovers) {
    await check(page, `hover on ${wanted.at}: ${wanted.says.join(" … ")}`, async () => {
      const card = page.locator(".monaco-hover:visible .hover-contents, .monaco-hover:visible .rendered-markdown");
      let text;
      let pointed = 0;
      await until(
        () => `a card with ${wanted.says.join(", ")}; seen: ${text}`,
        async () => {
          // Lines move while what stands above and between their words still comes: who sees no card
          // points at the words again.
          if (Date.now() - pointed > 4000 && (await card.count()) === 0) {
            const { x, y } = await article.point(wanted.at);
            await page.mouse.move(x + 40, y);
            await page.mouse.move(x, y, { steps: 4 });
            pointed = Date.now();
          }
          text = (await card.allInnerTexts()).join("\n");
          let from = 0;
          return wanted.says.every((words) => {
            const at = text.indexOf(words, from);
            from = at + words.length;
            return at >= 0;
          });
        },
      );
      await article.shot(`${folder}-hover-${story.hovers.indexOf(wanted) + 1}`);
      await page.keyboard.press("Escape");
      await page.mouse.move(5, 5);
    });
  }

  await check(page, "definition leads from quoted words to the speaker, and on to the entry", async () => {
    const { at, mention, entry } = story.definition;
    const from = place(article.text, at);
    await article.go({ ...from, column: from.column + 1 });
    await page.keyboard.press("F12");
    const speaker = await until("the cursor to leave the quotation", async () => {
      const now = await article.cursor();
      return now && (now.line !== from.line || now.column !== from.column + 1) && now;
    });
    const words = lineOf(article.text, speaker.line).slice(speaker.column - 1);
    demand(words.startsWith(mention), `the definition of quoted words leads to \`${words.slice(0, 40)}\`, not to \`${mention}\``);
    await article.shot(`${folder}-speaker`);
    await page.keyboard.press("F12");
    const declared = await until("the cursor to leave the mention", async () => {
      const now = await article.cursor();
      return now && now.line !== speaker.line && now;
    });
    const line = lineOf(article.text, declared.line);
    demand(line.trim() === `${entry}:`, `the definition of \`${mention}\` leads to the line \`${line}\`, not to \`${entry}:\``);
  });

  await check(page, "a weekday that is not that of its date is reported, and no more once it is mended", async () => {
    const { right, wrong, holds, says } = story.weekday;
    const at = place(article.text, right);
    await article.type(at, right, wrong);
    await article.awaitProblem("weekday-mismatch");
    const label = (await article.problems()).find((row) => row.includes("weekday-mismatch"));
    for (const words of says) demand(label.includes(words), `the message does not tell ${words}: ${label}`);
    await until(`its squiggle under ${holds}`, async () => (await article.underlined("warning")).includes(holds));
    await article.shot(`${folder}-weekday`);
    await article.type(at, wrong, right);
    await article.expectProblems(codes);
  });

  await check(page, "a mistyped id is reported; Ctrl+. mends it; the file on disk is whole again", async () => {
    const { right, wrong } = story.typo;
    const inside = await article.retype(right, wrong);
    await page.keyboard.press("Control+s");
    await until("the mistyped id on disk", () => readFileSync(article.file, "utf8").includes(`(#${wrong})`));
    await article.awaitProblem("undefined-entity");
    await article.go(inside);
    await until("its squiggle", async () => (await article.underlined("error")).includes(wrong));
    await page.keyboard.press("Control+.");
    const menu = page.locator(".action-widget:visible");
    await menu.waitFor();
    await article.shot(`${folder}-quickfix`);
    await menu.locator(".monaco-list-row", { hasText: right }).first().click();
    await article.expectProblems(codes);
    await page.keyboard.press("Control+s");
    await until("the article as it was", () => readFileSync(article.file, "utf8") === article.text);
  });
}

/** The settings that the package's README gives for saving. */
function onSave() {
  const readme = readFileSync(new URL("../vscode/README.md", import.meta.url), "utf8");
  const [, settings] = /```json\n([^`]*codeActionsOnSave[^`]*)```/.exec(readme);
  return JSON.parse(`{${settings}}`);
}

/** An article to tidy up: what is done at one go is what the command line does. */
async function tidy(page, folder, story) {
  const article = new Article(page, folder, story);
  const before = readFileSync(article.file);
  const byCommandLine = (what) => readFileSync(join(scratch, "stories", `${folder}-${what}`, story.article));
  if (!(await opens(article, folder, story.before))) return;

  await check(page, "Fix All makes of the article what `isnad fix` makes of it, and leaves choices alone", async () => {
    await article.go({ line: 1, column: 1 });
    await article.command("Fix All");
    await article.expectProblems(story.left);
    await article.saved(byCommandLine("fixed"));
  });

  await check(page, "Format Document makes of it what `isnad fmt` makes of it", async () => {
    await article.command("Format Document");
    await article.saved(byCommandLine("formatted"));
    await article.expectProblems(story.left);
  });

  await check(page, "a choice is offered as several actions, and the one taken is carried out", async () => {
    const { at, offered, taken, text, left } = story.choice;
    const from = place(article.text, at);
    await article.go({ ...from, column: from.column + 1 });
    await page.keyboard.press("Control+.");
    const menu = page.locator(".action-widget:visible");
    await menu.waitFor();
    await article.shot(`${folder}-choice`);
    const rows = menu.locator(".monaco-list-row");
    const titles = (await rows.allInnerTexts()).join("\n");
    for (const title of offered) demand(titles.includes(title), `no action "${title}"; offered: ${titles}`);
    await rows.filter({ hasText: taken }).first().click();
    // Hints are shown in the text only.
    await article.expectProblems(left.filter((code) => code !== "unused-entity"));
    await article.saved(Buffer.from(byCommandLine("formatted").toString().replace(at, text)));
  });

  await check(page, "with the settings of the README, saving fixes and formats", async () => {
    writeFileSync(settings, JSON.stringify(onSave()));
    writeFileSync(article.file, before);
    article.read();
    // The editor may not hear of a change on the disk.
    await article.reverted(story.before);
    // Something to save, which formatting takes away again.
    await article.type(place(article.text, "}.\r\n"), "", " ");
    await article.saved(byCommandLine("formatted"));
    await article.expectProblems(story.left);
    writeFileSync(settings, "{}");
  });
}

/** The server's processes, by what they were started with. */
function servers() {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        return words.includes(join(scratch, "bin", "isnad")) && words.includes("lsp");
      } catch {
        return false;
      }
    })
    .map(Number);
}

async function trouble(page, folder, story) {
  const article = new Article(page, folder, story);
  const codes = story.findings.map(({ code }) => code);
  const set = (values) => writeFileSync(settings, JSON.stringify(values));
  const toasts = page.locator(".notifications-toasts .notification-list-item");

  await check(page, "a server that is killed comes back", async () => {
    const before = await until("one server", () => servers().length === 1 && servers());
    process.kill(before[0], "SIGKILL");
    await until("another server", () => servers().length === 1 && servers()[0] !== before[0]);
    await article.retype(story.typo.right, story.typo.wrong);
    await article.awaitProblem("undefined-entity");
    await article.retype(story.typo.wrong, story.typo.right);
    await article.expectProblems(codes);
  });

  await check(page, "a setting that names no program is explained, with what to do", async () => {
    const nowhere = join(scratch, "nowhere", "isnad");
    set({ "isnad.server.path": nowhere });
    const toast = toasts.filter({ hasText: nowhere }).first();
    await toast.waitFor();
    const text = await toast.innerText();
    console.log(`    ${text.replace(/\s*\n\s*/g, " | ").replaceAll(scratch, "…")}`);
    for (const button of ["Restart Server", "Open Settings", "Show Log"]) {
      demand(text.includes(button), `no button "${button}"`);
    }
    await article.shot("message");
    demand(servers().length === 0, "a server still runs");
    await toast.getByText("Show Log").click();
    await until("the log", async () => (await page.locator(".part.panel").innerText()).includes("isnad.server.path"));
    await article.shot("log");
    await page.keyboard.press("Control+Shift+m");
  });

  await check(page, "the setting mended, the server starts by itself", async () => {
    set({});
    await until("a server", () => servers().length === 1);
    await page.locator(".editor-instance .view-lines").first().click();
    await article.expectProblems(codes);
  });

  await check(page, "a program that is no server is explained too", async () => {
    const program = join(scratch, "no-server");
    writeFileSync(program, "#!/bin/sh\necho 'this is not isnad' >&2\nexit 3\n", { mode: 0o755 });
    set({ "isnad.server.path": program });
    const toast = toasts.filter({ hasText: program }).first();
    await toast.waitFor();
    await new Promise((go) => setTimeout(go, 500));
    console.log(`    ${(await toasts.allInnerTexts()).join(" || ").replace(/\s*\n\s*/g, " | ").replaceAll(scratch, "…")}`);
    demand((await toasts.count()) === 1, "more than one message");
    await article.shot("message-no-server");
    rmSync(program);
    set({});
    await until("a server", () => servers().length === 1);
  });

  await check(page, "the command Isnad: Restart Server starts another one", async () => {
    const before = servers()[0];
    await article.command("Isnad: Restart Server");
    await until("another server", () => servers().length === 1 && servers()[0] !== before);
    await article.expectProblems(codes);
  });

  // The last check: what it types stays in the editors.
  await check(page, "mistakes in a registry and a configuration are shown where they are", async () => {
    for (const { name: file, typed, says } of story.files) {
      await page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${file}"]`).dblclick();
      await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
      await page.locator(".editor-instance .view-lines").first().click();
      await page.keyboard.press("Control+Home");
      await page.keyboard.insertText(typed);
      await article.awaitProblem(says);
      await article.shot(`problems-${file}`);
      await article.command("File: Revert File");
    }
    await page.locator(`.tab[data-resource-name="entities.yaml"]`).click();
    await article.command("Format Document");
    await page.getByText("There is no formatter for 'yaml' files installed.").first().waitFor();
  });
}

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
  for (const run of runs) {
    const [folder, key] = run.split(":");
    console.log(`vscode: ${folder}`);
    const page = await context.newPage();
    page.setDefaultTimeout(20000);
    await (stories[key].choice ? tidy : read)(page, folder, stories[key]);
    if (folder === "own") await trouble(page, folder, stories[key]);
    await page.close();
  }
} finally {
  await browser.close();
}
process.exitCode = failures === 0 ? 0 : 1;
