// An article in the editor, as a reader works with it: with the mouse, the keyboard and what is seen.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check, demand, until } from "./checks.mjs";
import { folderUrl, scratch, shots } from "./setup.mjs";

/** The place of `words` in a text, lines and UTF-16 columns from 1, as VS Code counts. */
export function place(text, words) {
  const at = text.indexOf(words);
  demand(at >= 0, `the article does not hold ${words}`);
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: before.at(-1).length + 1 };
}

export const lineOf = (text, line) => text.split("\n")[line - 1];

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

export class Article {
  constructor(page, folder, story) {
    this.page = page;
    this.folder = folder;
    this.story = story;
    this.file = join(scratch, "stories", folder, story.article);
    this.read();
  }

  /** What stands on the disk, and in the editor, is what the text is now. */
  read() {
    this.text = readFileSync(this.file, "utf8").replace(/^\ufeff/, "");
  }

  async open() {
    await this.page.goto(folderUrl(this.folder));
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
      10000,
    );
    this.read();
  }

  /** Does something and saves; what the editor drops while it is busy is done again, as a person would. */
  async savedAfter(act, wanted) {
    for (let left = 2; ; left -= 1) {
      await act();
      try {
        return await this.saved(wanted);
      } catch (error) {
        if (left === 0) throw error;
        this.read();
      }
    }
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

  /** What the cards over words show, once it holds all of `says`, one behind the other. */
  async card(at, says) {
    const card = this.page.locator(".monaco-hover:visible .hover-contents, .monaco-hover:visible .rendered-markdown");
    let text;
    let pointed = 0;
    return until(
      () => `a card with ${says.join(", ")}; seen: ${text}`,
      async () => {
        // Lines move while what stands above and between their words still comes: who sees no card
        // points at the words again.
        if (Date.now() - pointed > 4000 && (await card.count()) === 0) {
          const { x, y } = await this.point(at);
          await this.page.mouse.move(x + 40, y);
          await this.page.mouse.move(x, y, { steps: 4 });
          pointed = Date.now();
        }
        text = (await card.allInnerTexts()).join("\n");
        let from = 0;
        const holds = says.every((words) => {
          const at = text.indexOf(words, from);
          from = at + words.length;
          return at >= 0;
        });
        return holds && text;
      },
    );
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
export async function opens(article, codes) {
  const { page, folder } = article;
  await check(page, "the article opens as Isnad", async () => {
    await article.open();
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
