import { kindOf, namesOf, runsOf } from "./speakers";

const SVG = "http://www.w3.org/2000/svg";

/** Ties a quotation to the words that name who says it: the one at the pointer, else the one at the cursor. */
export class Ties {
  private readonly drawing = document.createElementNS(SVG, "svg");
  private pointed: HTMLElement | undefined;
  private stayed: HTMLElement | undefined;

  constructor(private readonly text: HTMLElement) {
    this.drawing.id = "ties";
    this.drawing.ariaHidden = "true";
    document.body.append(this.drawing);
  }

  /** The pointer is on a name or a quotation. */
  point(words: HTMLElement): void {
    this.pointed = words;
    this.draw();
  }

  /** The pointer is on none. */
  rest(): void {
    if (this.pointed !== undefined) {
      this.pointed = undefined;
      this.draw();
    }
  }

  /** The cursor is on a name or a quotation, or on none. */
  stay(words: HTMLElement | undefined): void {
    this.stayed = words;
    this.draw();
  }

  draw(): void {
    this.drawing.replaceChildren();
    this.text.querySelectorAll(".tied").forEach((element) => element.classList.remove("tied"));
    const words = [this.pointed, this.stayed].find((element) => element?.isConnected === true);
    const quotation = words?.closest<HTMLElement>(".quotation:not(.other)");
    if (words?.classList.contains("entity") === true && quotation === null) {
      this.light(words);
    } else if (quotation instanceof HTMLElement) {
      runsOf(this.text, quotation).forEach((run) => run.classList.add("tied"));
      for (const name of namesOf(this.text, quotation)) {
        name.classList.add("tied");
        this.tie(quotation, name);
      }
    }
  }

  /** Lights up everything that somebody says. */
  private light(name: HTMLElement): void {
    name.classList.add("tied");
    for (const quotation of this.text.querySelectorAll<HTMLElement>(".quotation:not(.other)")) {
      const { entity, title } = name.dataset;
      const { speakers = "", title: speaker } = quotation.dataset;
      if (entity === undefined ? speaker === title : speakers.split(" ").includes(entity)) {
        quotation.classList.add("tied");
      }
    }
  }

  /** Draws an arc from where a quotation begins to a name. */
  private tie(quotation: HTMLElement, name: HTMLElement): void {
    const [first] = quotation.getClientRects();
    const [named] = name.getClientRects();
    if (first === undefined || named === undefined) {
      return;
    }
    const isRightToLeft = getComputedStyle(quotation).direction === "rtl";
    const from = { x: (isRightToLeft ? first.right : first.left) + scrollX, y: first.top + scrollY + 3 };
    const to = { x: (named.left + named.right) / 2 + scrollX, y: named.top + scrollY + 3 };
    const height = Math.min(from.y, to.y) - 14;
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", `M${from.x} ${from.y} C${from.x} ${height} ${to.x} ${height} ${to.x} ${to.y}`);
    path.setAttribute("class", kindOf(name));
    this.drawing.append(path);
    this.drawing.style.width = `${document.documentElement.scrollWidth}px`;
    this.drawing.style.height = `${document.documentElement.scrollHeight}px`;
  }
}
