import type { Place } from "../messages";

/** The innermost name or quotation that holds a place of the text. */
export function at(text: HTMLElement, place: Place): HTMLElement | undefined {
  let found: HTMLElement | undefined;
  // Elements come before those inside of them.
  for (const element of text.querySelectorAll<HTMLElement>("[data-range]")) {
    const range = rangeOf(element);
    if (range !== undefined && !isBefore(place, range.start) && !isBefore(range.end, place)) {
      found = element;
    }
  }
  return found;
}

/** The paragraph or heading that holds a place, else the last one before it. */
export function blockAt(text: HTMLElement, { line }: Place): HTMLElement | undefined {
  const blocks = [...text.querySelectorAll<HTMLElement>("[data-line]")];
  return blocks.filter((block) => Number(block.dataset["line"]) <= line).at(-1);
}

/** Where words begin that are a name, a quotation or else a paragraph. */
export function placeOf(element: Element): Place | undefined {
  const words = element.closest<HTMLElement>("[data-range]");
  if (words !== null) {
    return rangeOf(words)?.start;
  }
  const block = element.closest<HTMLElement>("[data-line]");
  return block === null ? undefined : { line: Number(block.dataset["line"]), character: 0 };
}

function rangeOf(element: HTMLElement): { readonly start: Place; readonly end: Place } | undefined {
  const [, ...numbers] = /^(\d+):(\d+)-(\d+):(\d+)$/.exec(element.dataset["range"] ?? "") ?? [];
  const [startLine, start, endLine, end] = numbers.map(Number);
  return startLine === undefined || start === undefined || endLine === undefined || end === undefined
    ? undefined
    : { start: { line: startLine, character: start }, end: { line: endLine, character: end } };
}

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
