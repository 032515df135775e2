import * as vscode from "vscode";

/** Where the words of each type of token stand; five numbers tell of each token, as the protocol has it. */
export function wordsOf(data: readonly number[], types: readonly string[]): Map<string, vscode.Range[]> {
  const words = new Map<string, vscode.Range[]>();
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(at, at + 4);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    const name = types[type];
    if (name !== undefined) {
      const ranges = words.get(name) ?? [];
      ranges.push(new vscode.Range(line, character, line, character + length));
      words.set(name, ranges);
    }
  }
  return words;
}
