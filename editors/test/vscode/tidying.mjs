// Fixing, formatting and choices: what is done at one go is what the command line does.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, demand } from "./checks.mjs";
import { Article, opens, place } from "./editor.mjs";
import { scratch, set } from "./setup.mjs";

/** The settings that the package's README gives for saving. */
function onSave() {
  const readme = readFileSync(new URL("../../vscode/README.md", import.meta.url), "utf8");
  const [, settings] = /```json\n([^`]*codeActionsOnSave[^`]*)```/.exec(readme);
  return JSON.parse(`{${settings}}`);
}

/** An article to tidy up: what is done at one go is what the command line does. */
export async function tidy(page, folder, story) {
  const article = new Article(page, folder, story);
  const before = readFileSync(article.file);
  const byCommandLine = (what) => readFileSync(join(scratch, "stories", `${folder}-${what}`, story.article));
  if (!(await opens(article, story.before))) return;

  await check(page, "Fix All makes of the article what `isnad fix` makes of it, and leaves choices alone", async () => {
    await article.go({ line: 1, column: 1 });
    await article.command("Fix All");
    await article.expectProblems(story.left);
    await article.saved(byCommandLine("fixed"));
  });

  await check(page, "Format Document makes of it what `isnad fmt` makes of it", async () => {
    await article.savedAfter(() => article.command("Format Document"), byCommandLine("formatted"));
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
    set(onSave());
    writeFileSync(article.file, before);
    article.read();
    // The editor may not hear of a change on the disk.
    await article.reverted(story.before);
    // Something to save, which formatting takes away again; the editor hears of its settings some time
    // after they are written.
    const typed = () => article.type(place(article.text, "}.\r\n"), "", " ");
    await article.savedAfter(typed, byCommandLine("formatted"));
    await article.expectProblems(story.left);
    set({});
  });
}
