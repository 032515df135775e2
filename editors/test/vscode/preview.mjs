// The reading preview, as a page in the page.
import { until } from "./checks.mjs";

/** What is in the panel of the preview. */
export function inPreview(page) {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
}

/** The frame itself, to run something in it as a browser would. */
export async function previewFrame(page) {
  return until("the frame of the preview", async () => {
    for (const frame of page.frames()) {
      if (await frame.$("#text article").catch(() => null)) return frame;
    }
    return undefined;
  });
}

/** The words of a paragraph as they follow one another, without what stands in the margin. */
export function wordsOf(block) {
  return block.evaluate((element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".note").forEach((note) => note.remove());
    return copy.textContent;
  });
}
