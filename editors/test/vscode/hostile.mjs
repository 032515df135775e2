// An article that would like to run something: nothing of it runs, in the preview, in cards or in views.
import { check, demand, until } from "./checks.mjs";
import { Article } from "./editor.mjs";
import { inPreview, previewFrame, wordsOf } from "./preview.mjs";

export async function hostile(page, folder) {
  const article = new Article(page, folder, { article: "فخ.news.md" });
  const errors = [];
  page.on("dialog", (dialog) => errors.push(`a dialog: ${dialog.message()}`));
  await article.open();

  await check(page, "a card over a name shows HTML, commands and addresses as the words they are", async () => {
    const words = await article.card("الحاج](#", ["<img src=x", "<script>", "https://a.example", "www.b.example"]);
    await article.shot("hostile-hover");
    demand(!words.includes("\\"), `what keeps the words from acting is seen: ${words}`);
    const unwanted = await page
      .locator(".monaco-hover:visible .rendered-markdown")
      .locator("a, img:not([class*=codicon]), script, iframe, style, [onerror], [onclick]")
      .evaluateAll((all) => all.map((element) => element.outerHTML));
    demand(unwanted.length === 0, `elements that do something: ${unwanted.join(", ")}`);
    await page.keyboard.press("Escape");
    await page.mouse.move(5, 5);
  });

  await article.command("Isnad: Open Preview to the Side");
  const preview = inPreview(page);

  await check(page, "the preview shows scripts, images and links of an article as the words they are", async () => {
    await preview.locator("h1").waitFor();
    await article.shot("hostile-preview");
    const heading = await wordsOf(preview.locator("h1"));
    demand(heading.includes('<script>window.ran = 3; parent.postMessage("ran", "*")</script>'), `the heading is: ${heading}`);
    const text = await preview.locator("article").innerText();
    for (const words of ['<img src="https://example.org/x.png" onerror="window.ran = 4">', "command:workbench.action.quit", "<iframe srcdoc=", '<b onclick="window.ran=8">']) {
      demand(text.includes(words), `${words} is not shown`);
    }
  });

  await check(page, "nothing of it runs or leads anywhere", async () => {
    const frame = await previewFrame(page);
    // The card, too, has names and roles of the article.
    await preview.locator(".entity").first().hover();
    await preview.locator("#card:not([hidden])").waitFor();
    await article.shot("hostile-card");
    const found = await frame.evaluate(() => ({
      ran: window.ran,
      unwanted: [...document.querySelectorAll("#text *, #card *")].filter((element) =>
        element.matches("a, img, iframe, script, style, object, embed, form, svg, link, [onclick], [onerror], [href], [src], [style]:not(.note)"),
      ).length,
    }));
    demand(found.ran === undefined, `a script has run: ${found.ran}`);
    demand(found.unwanted === 0, `${found.unwanted} elements that do something`);
    demand((await page.evaluate(() => window.ran)) === undefined, "a script has run in VS Code");
    demand(errors.length === 0, errors.join(", "));
  });

  await check(page, "the page's policy refuses what was not built into it", async () => {
    const frame = await previewFrame(page);
    const violations = await frame.evaluate(async () => {
      const refused = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "window.ran = 'inline'";
      document.body.append(script);
      const image = new Image();
      image.src = "/favicon.ico";
      document.body.append(image);
      await fetch("/").catch(() => undefined);
      await new Promise((go) => setTimeout(go, 200));
      return { refused, ran: window.ran };
    });
    demand(violations.ran === undefined, "an inline script has run");
    for (const directive of ["script-src-elem", "img-src", "connect-src"]) {
      demand(violations.refused.includes(directive), `${directive} is not refused; refused: ${violations.refused}`);
    }
  });

  await check(page, "each paragraph has its own direction", async () => {
    const directions = await preview.locator("[data-line]").evaluateAll((blocks) => blocks.map(({ dir }) => dir));
    demand(directions.join() === "rtl,rtl,ltr,ltr", `directions: ${directions.join()}`);
    // Whatever script a name is in, it stands where the lines of its paragraph end.
    const sides = await preview.locator("[data-line]:has(.note)").evaluateAll((blocks) =>
      blocks.map((block) => {
        const [all, note] = [block, block.querySelector(".note")].map((element) => element.getBoundingClientRect());
        return note.left + note.right < all.left + all.right ? "left" : "right";
      }),
    );
    demand(sides.join() === "left,right", `notes stand ${sides.join()}`);
    await until("the editor to be there still", () => page.locator(".editor-instance .view-line").first().isVisible());
  });
}
