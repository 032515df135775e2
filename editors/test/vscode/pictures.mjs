// Takes the pictures that the README shows, of the sample article in Arabic.
import { join } from "node:path";
import { check, demand } from "./checks.mjs";
import { Article, place } from "./editor.mjs";
import { inPreview } from "./preview.mjs";
import { set, shots } from "./setup.mjs";

/** By the class that VS Code gives a kind of theme. */
const THEMES = {
  light: ["vs", "Default Light Modern"],
  dark: ["vs-dark", "Default Dark Modern"],
  contrast: ["hc-black", "Default High Contrast"],
  "contrast-light": ["hc-light", "Default High Contrast Light"],
};

/** The card below its words, and nothing that is not Isnad's. */
const QUIET = { "editor.hover.above": false, "editor.occurrencesHighlight": "off", "editor.minimap.enabled": false };

export async function pictures(page, folder) {
  await page.setViewportSize({ width: 1280, height: 760 });
  const article = new Article(page, folder, { article: "مكتبة.news.md" });
  await article.open();
  await page.locator("[id$='isnad.attributed']").click();
  const speakers = page.locator('.pane:has(.pane-header[aria-label^="Speakers"]) .monaco-list-row');
  await speakers.first().waitFor();
  for (const [kind, [name, theme]] of Object.entries(THEMES)) {
    set({ ...QUIET, "workbench.colorTheme": theme });
    await check(page, `a picture in a ${kind} theme`, async () => {
      await page.locator(`.monaco-workbench.${name}`).waitFor();
      await page.locator(".editor-instance .view-line span[class*='dyn-rule']", { hasText: "سامر داود" }).first().waitFor();
      // Lenses come a little later, and move the lines.
      await page.locator(".editor-instance .codelens-decoration", { hasText: "سامر داود" }).first().waitFor();
      const at = place(article.text, "هذه القاعة حلم");
      await article.go({ ...at, column: at.column + 1 });
      await page.keyboard.press("Control+k");
      await page.keyboard.press("Control+i");
      await page.locator(".monaco-hover:visible .hover-contents", { hasText: "Inferred (sure)" }).first().waitFor();
      await page.waitForTimeout(1000); // it fades in
      await page.screenshot({ path: join(shots, `vscode-${kind}.png`) });
      await page.keyboard.press("Escape");
      await page.mouse.move(5, 5);
    });
  }
  await check(page, "a picture of the preview", async () => {
    set({ ...QUIET, "workbench.colorTheme": THEMES.light[1] });
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
