// Commands, views, the status item and the preview, at a desk where somebody annotates.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { check, demand, until } from "./checks.mjs";
import { Article, lineOf, place } from "./editor.mjs";
import { inPreview, wordsOf } from "./preview.mjs";

const STORY = { article: "مسرح.news.md" };
const GUESSED = "الستارة لا تنتظر";
const SURE = "لن يبقى مقعد";

/** Without the isolates around names. */
const plain = (words) => words.replace(/[\u2066-\u2069]/g, "");

const rows = (page, view) => page.locator(`.pane:has(.pane-header[aria-label^="${view}"]) .monaco-list-row`);
const status = (page) => page.locator("#isnad\\.isnad\\.isnad\\.attributed, [id$='isnad.attributed']").first();

async function awaitStatus(page, wanted) {
  let text;
  await until(
    () => `the status ${wanted}; it is ${text}`,
    async () => (text = await status(page).innerText().catch(() => "")).includes(wanted),
  );
}

/** Opens the list of a command, and gives its rows. */
async function ask(article, command) {
  await article.command(command);
  const list = article.page.locator(".quick-input-widget:visible .monaco-list-row");
  await list.first().waitFor();
  return list;
}

export async function desk(page, folder) {
  const article = new Article(page, folder, STORY);
  const inText = async (words) => {
    const at = place(article.text, words);
    await article.go({ ...at, column: at.column + 1 });
  };
  /** Saves, and waits for these words on the disk. */
  const saves = async (words) => {
    await page.keyboard.press("Control+s");
    await until(
      () => `${words} on the disk; there is:\n${article.text}`,
      () => {
        article.read();
        return article.text.includes(words);
      },
    );
  };

  await check(page, "the status item tells how many quotations are attributed", async () => {
    await article.open();
    await awaitStatus(page, "2/4");
    const label = await status(page).locator("a").getAttribute("aria-label");
    demand(label.includes("2 of 4 quotations"), `it is read out as: ${label}`);
  });

  await check(page, "a click on it shows the view Speakers: who says what, and how surely", async () => {
    await status(page).click();
    await until("the rows of Speakers", async () => (await rows(page, "Speakers").count()) === 5);
    const seen = (await rows(page, "Speakers").allInnerTexts()).map(plain);
    demand(/رشا العمري\s*4/.test(seen[0]), `the first row is ${seen[0]}`);
    demand(seen[4].includes(GUESSED), `the last row is ${seen[4]}`);
    await article.shot("desk-speakers");
  });

  await check(page, "a click on a quotation there leads to it", async () => {
    await rows(page, "Speakers").nth(4).click();
    const { line } = place(article.text, GUESSED);
    await until("the cursor at the quotation", async () => (await article.cursor())?.line === line);
  });

  await check(page, "the view follows the cursor", async () => {
    await inText(SURE);
    await until("its row selected", async () => {
      const selected = page.locator('.pane:has(.pane-header[aria-label^="Speakers"]) .monaco-list-row.selected');
      return (await selected.count()) === 1 && (await selected.innerText()).includes(SURE);
    });
  });

  await check(page, "the view Entities lists whom and what the article names, most first", async () => {
    const seen = (await rows(page, "Entities").allInnerTexts()).map(plain);
    demand(seen[0]?.includes("رشا العمري") && seen[0].includes("مديرة المسرح"), `rows: ${JSON.stringify(seen)}`);
    demand(!seen.some((row) => row.includes("دانا")), "somebody who is not named is listed");
  });

  await check(page, "quotations are drawn by how surely they are attributed, names in the colour of their kind", async () => {
    const look = (words) =>
      page.evaluate((wanted) => {
        const spans = [...document.querySelectorAll(".editor-instance .view-line > span > span")];
        const span = spans.find(({ textContent }) => textContent.replaceAll("\u00a0", " ").includes(wanted));
        if (!span) return undefined;
        const { color, borderBottomStyle, backgroundColor } = getComputedStyle(span);
        return { color, border: borderBottomStyle, background: backgroundColor };
      }, words);
    const { colors } = JSON.parse(readFileSync(new URL("../../vscode/package.json", import.meta.url), "utf8")).contributes;
    const person = colors.find(({ id }) => id === "isnad.person").defaults.light;
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(person.slice(at, at + 2), 16));
    await until("a dashed line under what is sure", async () => (await look("يبقى مقعد"))?.border === "dashed");
    const [sure, guess, name, words] = [await look("يبقى مقعد"), await look("لا تنتظر"), await look("العمري"), await look("وهو من")];
    demand(guess.border === "dotted", `under a guess: ${guess.border}`);
    demand(sure.background !== words.background, "what is said has the ground of all other words");
    demand(name.color === `rgb(${red}, ${green}, ${blue})`, `a person has the colour ${name.color}`);
  });

  await check(page, "Attribute Quotation to… finds an Arabic name by a Latin query, and writes it", async () => {
    await inText(GUESSED);
    const list = await ask(article, "Isnad: Attribute Quotation to…");
    await page.locator(".quick-input-widget:visible input").fill("dana");
    await until("دانا كوهين first", async () => plain(await list.first().innerText()).includes("دانا كوهين"));
    demand((await list.first().innerText()).includes("דנה כהן"), "her other spellings are not shown");
    await article.shot("desk-picker");
    await page.keyboard.press("Enter");
    await saves("ننتظر.\"{كوهين}");
    await awaitStatus(page, "3/4");
  });

  await check(page, "with the key of Attribute Quotation to…, too, by the beginning of a Hebrew name", async () => {
    await page.keyboard.press("Control+z");
    await awaitStatus(page, "2/4");
    await page.keyboard.press("Control+k");
    await page.keyboard.press("a");
    await page.locator(".quick-input-widget:visible input").fill("דנה");
    const list = page.locator(".quick-input-widget:visible .monaco-list-row");
    await until("דנה first", async () => plain(await list.first().innerText()).includes("דנה"));
    await page.keyboard.press("Enter");
    await saves("ننتظر.\"{كوهين}");
  });

  await check(page, "a double click on the inlay hint accepts the inferred speaker", async () => {
    await inText(SURE);
    const hint = page.locator(".editor-instance .view-line span[class*='dyn-rule']").filter({ hasText: "رشا العمري" });
    await hint.first().dblclick();
    await saves("العام\"{رشا}");
    await awaitStatus(page, "4/4");
  });

  await check(page, "Accept Inferred Speaker writes it, and says so where there is nothing to write", async () => {
    await inText(SURE);
    await page.keyboard.press("Control+z");
    await awaitStatus(page, "3/4");
    await inText(SURE);
    await article.command("Isnad: Accept Inferred Speaker");
    await awaitStatus(page, "4/4");
    await saves("العام\"{رشا}");
    await inText(SURE);
    await article.command("Isnad: Accept Inferred Speaker");
    await page.getByText("a brace already says who speaks").first().waitFor();
  });

  await check(page, "Accept All Sure Speakers and Annotate This Text do so for the whole text", async () => {
    for (const command of ["Isnad: Accept All Sure Speakers", "Isnad: Annotate This Text"]) {
      await inText(SURE);
      await page.locator(".editor-instance .view-lines").first().click();
      await page.keyboard.press("Control+z");
      await until("the brace gone", async () => (await status(page).innerText()).includes("3/4"));
      await article.command(command);
      await awaitStatus(page, "4/4");
    }
    await saves("العام\"{رشا}");
  });

  await check(page, "Go to Speaker leads to the words that name them", async () => {
    await inText(SURE);
    await article.command("Isnad: Go to Speaker");
    const { line } = place(article.text, "وقالت العمري");
    await until("the name selected", async () => {
      const text = await page.locator("#status\\.editor\\.selection").innerText();
      return text.includes(`Ln ${line},`) && text.includes("(6 selected)");
    });
  });

  await check(page, "Show Everything They Said looks into all articles", async () => {
    await inText(SURE);
    await article.command("Isnad: Show Everything They Said");
    const peek = page.locator(".peekview-widget");
    await until("four places", async () => (await peek.innerText().catch(() => "")).includes("(4)"));
    demand((await peek.locator(".monaco-list-row", { hasText: "أرشيف" }).count()) === 1, "the other article is not among them");
    await article.shot("desk-said");
    await page.keyboard.press("Escape");
    await peek.waitFor({ state: "hidden" });
  });

  await check(page, "Declare Entity declares the selected words", async () => {
    const at = place(article.text, "ياسين درويش");
    await article.go(at);
    for (let i = 0; i < "ياسين درويش".length; i++) await page.keyboard.press("Shift+ArrowRight");
    await article.command("Isnad: Declare Entity");
    const menu = page.locator(".action-widget:visible");
    await menu.waitFor();
    await menu.locator(".monaco-list-row", { hasText: "new person in this article" }).first().click();
    await saves("[ياسين درويش](#");
    demand(article.text.includes("name: ياسين درويش"), `it is not declared: ${article.text}`);
  });

  await check(page, "Mark Selection as… brackets words, and offers first whom they name", async () => {
    const at = place(article.text, "مديرة المسرح البلدي، رشا العمري");
    await article.go(at);
    for (let i = 0; i < "مديرة المسرح البلدي، رشا العمري".length; i++) await page.keyboard.press("Shift+ArrowRight");
    const list = await ask(article, "Isnad: Mark Selection as…");
    await until("رشا العمري offered", async () => plain((await list.allInnerTexts()).join()).includes("رشا العمري"));
    await page.locator(".quick-input-widget:visible input").fill("omari");
    await until("رشا العمري first", async () => plain(await list.first().innerText()).includes("رشا العمري"));
    await page.keyboard.press("Enter");
    await saves("[مديرة المسرح البلدي، رشا العمري](#رشا)");
  });

  await check(page, "Rename Symbol renames an id in the article and in its registry", async () => {
    const at = place(article.text, "(#رشا)");
    await article.go({ ...at, column: at.column + 3 });
    await page.keyboard.press("F2");
    const box = page.locator(".rename-box input");
    await box.fill("العمري");
    await box.press("Enter");
    await box.waitFor({ state: "hidden" });
    await until("the new id in the article", async () => (await page.locator(".editor-instance .view-lines").innerText()).includes("(#العمري)"));
    await article.command("File: Save All Files");
    await until(
      () => `the new id in all files; the article is\n${article.text}`,
      () => {
        article.read();
        const others = ["entities.yaml", "أرشيف.news.md"].map((name) => readFileSync(join(dirname(article.file), name), "utf8"));
        return [article.text, others[1]].every((text) => text.includes("{العمري}") && !text.includes("{رشا}")) && others[0].includes("العمري:");
      },
    );
  });

  await check(page, "the preview stands beside the text, right to left, its words in their order", async () => {
    await inText(GUESSED);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("v");
    const preview = inPreview(page);
    await preview.locator("h1").waitFor();
    const paragraph = preview.locator("p").nth(1);
    demand((await paragraph.getAttribute("dir")) === "rtl", "it is not right to left");
    const words = await wordsOf(paragraph);
    demand(words === "🎭👩‍🎤 وقالت العمري للصحفيين: \"لن يبقى مقعد واحد فارغاً هذا العام\". وأضافت: \"التذاكر للجميع\".", `it says: ${words}`);
    const places = await paragraph.evaluate((element) => {
      const at = (wanted) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const start = walker.currentNode.data.indexOf(wanted);
          if (start < 0) continue;
          const range = document.createRange();
          range.setStart(walker.currentNode, start);
          range.setEnd(walker.currentNode, start + wanted.length);
          return range.getBoundingClientRect().left;
        }
        return undefined;
      };
      return ["وقالت", "العمري", "للصحفيين"].map(at);
    });
    demand(places[0] > places[1] && places[1] > places[2], `the words stand at ${places}`);
    await article.shot("desk-preview");
  });

  await check(page, "it writes beside each quotation who says it, and ties it to the name", async () => {
    const preview = inPreview(page);
    const notes = (await preview.locator(".note").allInnerTexts()).map(plain);
    demand(notes.includes("رشا العمري") && notes.includes("دانا كوهين"), `notes: ${notes}`);
    await preview.locator(".quotation", { hasText: SURE }).hover();
    await preview.locator("#ties path.person").waitFor({ state: "attached" });
    demand((await preview.locator(".entity.tied").innerText()) === "العمري", "the name is not lit up");
    await preview.locator("#card:not([hidden])").waitFor();
    const card = plain(await preview.locator("#card").innerText());
    demand(card.includes("رشا العمري") && card.includes("direct quotation"), `the card says: ${card}`);
    await article.shot("desk-preview-card");
  });

  await check(page, "it follows the cursor, and the cursor follows a click in it", async () => {
    const preview = inPreview(page);
    await preview.locator(".quotation", { hasText: SURE }).click();
    await until("it marked in the preview", async () => (await preview.locator(".quotation.current").innerText().catch(() => "")).includes(SURE));
    await preview.locator(".quotation", { hasText: "التذاكر" }).dblclick();
    article.read();
    const { line } = place(article.text, "التذاكر");
    await until("the cursor at the quotation", async () => (await article.cursor())?.line === line);
    await until("the other one marked in the preview", async () => (await preview.locator(".quotation.current").innerText()).includes("التذاكر"));
    // The browser gives the keyboard to the preview in its own time.
    await page.locator(".editor-instance .view-lines").first().click();
    await inText("ياسين درويش](");
    await until("the other name marked", async () => (await preview.locator(".entity.current").innerText().catch(() => "")).includes("ياسين"));
  });

  await check(page, "it shows what is typed", async () => {
    const preview = inPreview(page);
    const at = place(article.text, "للصحفيين");
    await article.go(at);
    await page.keyboard.insertText("أمس ");
    await preview.locator("p", { hasText: "العمري أمس للصحفيين" }).waitFor();
    await page.keyboard.press("Control+z");
  });

  await check(page, "the sample articles open by their command", async () => {
    const list = await ask(article, "Isnad: Open Sample Article");
    await list.filter({ hasText: "Arabic" }).click();
    await awaitStatus(page, "2/5");
    demand(lineOf((await page.locator(".editor-instance .view-lines").last().innerText()), 1) !== "", "it is empty");
    const english = await ask(article, "Isnad: Open Sample Article");
    await english.filter({ hasText: "English" }).click();
    await page.locator(".editor-instance .view-line", { hasText: "manuscript" }).first().waitFor();
    await awaitStatus(page, "2/5");
  });

  await check(page, "a snippet puts in the markup of a name", async () => {
    await page.keyboard.press("Control+Home");
    const list = await ask(article, "Snippets: Insert Snippet");
    await list.filter({ hasText: "These words name an entity" }).first().click();
    await page.locator(".editor-instance .view-line", { hasText: "[](#id)" }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
  });

  await check(page, "the walkthrough leads through what there is", async () => {
    await article.command("Welcome: Open Walkthrough...");
    await page.locator(".quick-input-widget:visible input").fill("Isnad");
    await page.locator(".quick-input-widget:visible .monaco-list-row", { hasText: "Get Started with Isnad" }).first().click();
    await page.getByText("Open the Arabic Sample").first().waitFor();
    for (const step of ["Ask who said it", "Say who speaks", "Read it as readers will"]) await page.getByText(step).first().waitFor();
    await article.shot("desk-walkthrough");
  });

  await check(page, "of what nobody is named for, the view, the status item and Go to Speaker say so", async () => {
    await page.keyboard.press("Control+p");
    await page.locator(".quick-input-widget:visible input").fill("قطار");
    await page.locator(".quick-input-widget:visible .monaco-list-row", { hasText: "قطار" }).first().click();
    await awaitStatus(page, "0/1");
    await until("the row of nobody", async () => (await rows(page, "Speakers").first().innerText()).includes("Nobody is named"));
    await rows(page, "Speakers").nth(1).click();
    await until("the cursor at the quotation", async () => (await article.cursor())?.line === 7);
    await article.command("Isnad: Go to Speaker");
    await page.getByText("Nothing tells who says this").first().waitFor();
  });
}
