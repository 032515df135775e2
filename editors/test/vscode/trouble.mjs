// The server ends, is not there or is none.
import { chmodSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, demand, until } from "./checks.mjs";
import { Article } from "./editor.mjs";
import { scratch, set } from "./setup.mjs";

/** The server's processes, by what they were started with. */
function servers() {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        return words[0].startsWith(join(scratch, "extensions")) && words[0].endsWith("/server/isnad") && words.includes("lsp");
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** What happens when the server cannot do its work. */
export async function trouble(page, folder, story) {
  const article = new Article(page, folder, story);
  const codes = story.findings.map(({ code }) => code);
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

  await check(page, "a server inside the extension that may not be executed is explained, and runs once it may", async () => {
    const program = readFileSync(`/proc/${servers()[0]}/cmdline`, "utf8").split("\0")[0];
    chmodSync(program, 0o644);
    await article.command("Isnad: Restart Server");
    const toast = toasts.filter({ hasText: "that file may not be executed" }).first();
    await toast.waitFor();
    demand((await toast.innerText()).includes("Install the extension again"), "it is not told what to do");
    chmodSync(program, 0o755);
    await toast.getByText("Restart Server").click();
    await until("a server", () => servers().length === 1);
    await article.expectProblems(codes);
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
