// Takes the pictures that the README shows, of the sample article in Arabic.
import { join } from "node:path";
import { check, demand, until } from "./checks.mjs";
import { Article, place } from "./editor.mjs";
import { inPreview } from "./preview.mjs";
import { set, shots } from "./setup.mjs";

const THEMES = { light: "Default Light Modern", dark: "Default Dark Modern" };

export async function pictures(page, folder) {
  await page.setViewportSize({ width: 1280, height: 760 });
  const article = new Article(page, folder, { article: "مكتبة.news.md" });
  await article.open();
  await page.locator("[id$='isnad.attributed']").click();
  const speakers = page.locator('.pane:has(.pane-header[aria-label^="Speakers"]) .monaco-list-row');
  await speakers.first().waitFor();
  for (const [kind, theme] of Object.entries(THEMES)) {
    set({ "workbench.colorTheme": theme });
    await check(page, `a picture in a ${kind} theme`, async () => {
      await until(`the ${kind} theme`, async () => (await page.locator(".monaco-workbench.vs-dark").count()) === (kind === "dark" ? 1 : 0));
      // On an empty line, so that no word is lit up.
      await article.go({ line: 17, column: 1 });
      await page.locator(".editor-instance .view-line span[class*='dyn-rule']", { hasText: "سامر داود" }).first().waitFor();
      // Lenses come a little later, and move the lines.
      await page.locator(".editor-instance .codelens-decoration", { hasText: "سامر داود" }).first().waitFor();
      await page.waitForTimeout(1000);
      const { x, y } = await article.point("مديرة المكتبة الوطنية]", 4);
      await article.go({ line: 17, column: 1 });
      await page.mouse.move(x + 40, y);
      await page.mouse.move(x, y, { steps: 4 });
      await page.locator(".monaco-hover:visible .hover-contents").first().waitFor();
      await page.screenshot({ path: join(shots, `vscode-${kind}.png`) });
      await page.keyboard.press("Escape");
      await page.mouse.move(5, 5);
    });
  }
  await check(page, "a picture of the preview", async () => {
    set({ "workbench.colorTheme": THEMES.light });
    await article.command("View: Toggle Primary Side Bar Visibility");
    await article.go(place(article.text, "وتُعرف القاعة"));
    await article.command("Isnad: Open Preview to the Side");
    const preview = inPreview(page);
    await preview.locator("h1").waitFor();
    await preview.locator(".quotation", { hasText: "رممنا" }).hover();
    await preview.locator("#card:not([hidden])").waitFor();
    const line = await preview.locator(".quotation.sure").first().evaluate((words) => getComputedStyle(words).borderBottomStyle);
    demand(line === "dashed", `the line under what is sure is ${line}`);
    demand((await preview.locator(".note").count()) > 2, "nothing stands in the margin");
    await page.screenshot({ path: join(shots, "preview.png") });
    set({});
  });
}
