/** Those who say a quotation, as the page names them. */
export function speakersOf(quotation: HTMLElement): string | undefined {
  return quotation.dataset["title"];
}

/** The words of the text that name who says a quotation: the last ones before it, else the first behind it. */
export function namesOf(text: HTMLElement, quotation: HTMLElement): HTMLElement[] {
  const ids = new Set((quotation.dataset["speakers"] ?? "").split(" ").filter((id) => id !== ""));
  const names = new Set((speakersOf(quotation) ?? "").split(", "));
  const found = new Map<string, HTMLElement>();
  for (const name of text.querySelectorAll<HTMLElement>(".entity")) {
    const { entity, title = "" } = name.dataset;
    const isSpeaker = entity !== undefined && ids.size > 0 ? ids.has(entity) : names.has(title);
    if (!isSpeaker || quotation.contains(name)) {
      continue;
    }
    const key = entity ?? title;
    const isBehind = (quotation.compareDocumentPosition(name) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (!isBehind || !found.has(key)) {
      found.set(key, name);
    }
  }
  return [...found.values()];
}

/** All runs of a quotation, which other words may part. */
export function runsOf(text: HTMLElement, quotation: HTMLElement): HTMLElement[] {
  const number = quotation.dataset["quotation"] ?? "";
  return [...text.querySelectorAll<HTMLElement>(".quotation")].filter((run) => run.dataset["quotation"] === number);
}

/** Of the words that name somebody, what they are: the class that gives them their colour. */
export function kindOf(name: HTMLElement | undefined): string {
  return [...(name?.classList ?? [])].find((kind) => kind !== "entity" && kind !== "current") ?? "unknown";
}
