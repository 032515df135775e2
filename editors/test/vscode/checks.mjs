// What all checks are made of.
import { join } from "node:path";
import { shots } from "./setup.mjs";

export let failures = 0;

/** Runs a check; when it fails, says so, takes a picture, and goes on with the next. */
export async function check(page, what, run) {
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

export function demand(condition, what) {
  if (!condition) throw new Error(what);
}

/** Waits until `found` gives something, and gives it; `what` may be a function, asked at the end. */
export async function until(what, found, ms = 15000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await found();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${typeof what === "function" ? await what() : what}`);
    await new Promise((go) => setTimeout(go, 30));
  }
}
