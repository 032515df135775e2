// The page of the preview: shows the article, follows the editor's cursor, and tells where one points.

import type { FromPage, Place, ToPage } from "../messages";
import { Card } from "./card";
import { annotateMargin } from "./margin";
import { at, blockAt, placeOf } from "./places";
import { ARTICLE, harmless } from "./safe";
import { Ties } from "./ties";

const api = acquireVsCodeApi<{ readonly uri: string }>();
const text = document.getElementById("text") as HTMLElement;
const ties = new Ties(text);
const card = new Card((asked, place) => tell({ type: "hover", asked, place }));

function tell(message: FromPage): void {
  api.postMessage(message);
}

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case "show":
      // VS Code opens the preview of this article again after it was left.
      api.setState({ uri: data.uri });
      card.hide();
      text.replaceChildren(harmless(data.html, ARTICLE));
      arrange();
      if (data.cursor !== undefined) {
        follow(data.cursor);
      }
      break;
    case "cursor":
      follow(data.cursor);
      break;
    case "card":
      card.show(data.asked, data.html);
      break;
  }
});

for (const [event, focus] of [["click", false], ["dblclick", true]] as const) {
  text.addEventListener(event, ({ target }) => {
    const place = target instanceof Element ? placeOf(target) : undefined;
    // Who selects words with the mouse wants to stay here; a double click selects one by itself.
    if (place !== undefined && (focus || document.getSelection()?.isCollapsed !== false)) {
      tell({ type: "go", place, focus });
    }
  });
}

text.addEventListener("mouseover", ({ target }) => {
  const words = target instanceof Element ? target.closest<HTMLElement>(".entity, .quotation") : null;
  if (words === null) {
    card.hide();
    ties.rest();
  } else {
    card.askFor(words);
    ties.point(words);
  }
});
text.addEventListener("mouseleave", () => {
  card.hide();
  ties.rest();
});
window.addEventListener("scroll", () => card.hide(), { passive: true });

new ResizeObserver(arrange).observe(text);

/** What depends on where words stand on the screen. */
function arrange(): void {
  annotateMargin(text);
  ties.draw();
}

/** Shows where the editor's cursor is. */
function follow(cursor: Place): void {
  text.querySelectorAll(".current").forEach((element) => element.classList.remove("current"));
  const words = at(text, cursor);
  const block = blockAt(text, cursor);
  words?.classList.add("current");
  block?.classList.add("current");
  ties.stay(words);
  const { top, bottom } = (words ?? block)?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  if (top < 0 || bottom > window.innerHeight) {
    (words ?? block)?.scrollIntoView({ block: "center" });
  }
}

tell({ type: "ready" });
