import type { Place } from "../messages";
import { placeOf } from "./places";
import { CARD, harmless } from "./safe";

/** How long the pointer rests before somebody wants to know more. */
const REST_MS = 250;

/** The card at the pointer: what the editor shows of the same words. */
export class Card {
  private readonly element = document.getElementById("card") as HTMLElement;
  private words: HTMLElement | undefined;
  private rest: number | undefined;
  private asked = 0;

  constructor(private readonly ask: (asked: number, place: Place) => void) {}

  askFor(words: HTMLElement): void {
    if (words === this.words) {
      return;
    }
    this.hide();
    this.words = words;
    this.rest = window.setTimeout(() => {
      const place = placeOf(words);
      if (place !== undefined) {
        this.asked += 1;
        this.ask(this.asked, place);
      }
    }, REST_MS);
  }

  /** Shows what was asked for, if the pointer still rests there. */
  show(asked: number, html: string | undefined): void {
    const words = this.words?.getBoundingClientRect();
    if (asked !== this.asked || words === undefined || html === undefined) {
      return;
    }
    this.element.replaceChildren(harmless(html, CARD));
    this.element.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = this.element;
    // Beside the words, not over them.
    const below = words.bottom + 6;
    const left = Math.min(words.left + words.width / 2 - width / 2, window.innerWidth - width - 8);
    this.element.style.left = `${Math.max(left, 8)}px`;
    this.element.style.top = `${below + height > window.innerHeight ? Math.max(words.top - height - 6, 0) : below}px`;
  }

  hide(): void {
    window.clearTimeout(this.rest);
    this.words = undefined;
    this.asked += 1;
    this.element.hidden = true;
  }
}
