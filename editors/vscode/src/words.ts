import * as vscode from "vscode";
import type { Certainty, Kind, Quotation } from "./server/requests";

/** Keeps words of either direction from turning those beside them around. */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}

/** The beginning of words that are too long, up to the end of a word where there is one. */
export function shortened(words: string, most: number): string {
  const letters = [...new Intl.Segmenter().segment(words)];
  if (letters.length <= most) {
    return words;
  }
  const beginning = words.slice(0, letters[most]?.index);
  const end = beginning.search(/\s+\S*$/u);
  return `${end > 0 ? beginning.slice(0, end) : beginning}…`;
}

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What is told of how surely it is known who says something. */
export const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  written: "written in the markup",
  sure: "the text names the speaker plainly",
  likely: "likely: the text names the speaker at some distance",
  guess: "a guess: nothing in the sentence names the speaker",
  unattributed: "nothing tells who says it",
};

export const KINDS: Readonly<Record<Quotation["kind"], string>> = {
  direct: "direct quotation",
  partial: "partial quotation",
  indirect: "indirect speech",
  other: "quotation",
};

const ICONS: Readonly<Record<Kind, string>> = {
  person: "person",
  organization: "organization",
  place: "location",
  event: "calendar",
  work: "book",
  product: "package",
};

/** The picture of a kind, in its colour. */
export function icon(kind: Kind | null): vscode.ThemeIcon {
  // The server may know kinds that this extension does not.
  const name = kind === null ? undefined : (ICONS[kind] as string | undefined);
  return name === undefined
    ? new vscode.ThemeIcon("symbol-misc", new vscode.ThemeColor("isnad.entity"))
    : new vscode.ThemeIcon(name, new vscode.ThemeColor(`isnad.${kind}`));
}
