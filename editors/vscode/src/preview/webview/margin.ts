import { kindOf, namesOf, speakersOf } from "./speakers";

/** Writes beside each quotation who says it. */
export function annotateMargin(text: HTMLElement): void {
  text.querySelectorAll(".note").forEach((note) => note.remove());
  for (const block of text.querySelectorAll<HTMLElement>("[data-line]")) {
    const { top } = block.getBoundingClientRect();
    let free = 0;
    let last: string | undefined;
    for (const quotation of block.querySelectorAll<HTMLElement>(".quotation:not(.other)")) {
      const speaker = speakersOf(quotation);
      const name = speaker ?? "?";
      // Who goes on speaking need not be named again.
      if (name === last) {
        continue;
      }
      last = name;
      const note = document.createElement("small");
      note.className = `note ${speaker === undefined ? "nobody" : kindOf(namesOf(text, quotation)[0])} ${certaintyOf(quotation)}`;
      // Between isolates: the note stays on the side of its paragraph, whatever script a name is in.
      note.textContent = `\u2068${name}\u2069`;
      note.ariaHidden = "true";
      const [first] = quotation.getClientRects();
      const place = Math.max((first?.top ?? top) - top, free);
      note.style.top = `${place}px`;
      block.append(note);
      free = place + note.offsetHeight;
    }
  }
}

function certaintyOf(quotation: HTMLElement): string {
  const grades = ["written", "sure", "likely", "guess", "unattributed"];
  return grades.find((grade) => quotation.classList.contains(grade)) ?? "";
}
