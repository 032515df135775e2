// Squiggles, Problems, cards, definitions, and a quick fix down to the disk.
import { readFileSync } from "node:fs";
import { check, demand, until } from "./checks.mjs";
import { Article, lineOf, opens, place } from "./editor.mjs";

/** An article to read: its findings, what hovers and definitions tell, mistakes while one types. */
export async function read(page, folder, story) {
  const article = new Article(page, folder, story);
  const codes = story.findings.map(({ code }) => code);
  if (!(await opens(article, codes))) return;

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
      await article.card(wanted.at, wanted.says);
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
