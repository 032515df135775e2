import * as vscode from "vscode";

/** *Open sample article*: a copy to play with, which nothing keeps unless it is saved. */
export async function openSample(extension: vscode.Uri, argument: unknown): Promise<void> {
  const language = argument === "ar" || argument === "en" ? argument : await ask();
  if (language !== undefined) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, "walkthrough", `sample.${language}.news.md`));
    const document = await vscode.workspace.openTextDocument({ language: "isnad", content: new TextDecoder().decode(bytes) });
    await vscode.window.showTextDocument(document);
  }
}

async function ask(): Promise<string | undefined> {
  const samples = [
    { label: "العربية", description: "Arabic", language: "ar" },
    { label: "English", language: "en" },
  ];
  return (await vscode.window.showQuickPick(samples, { title: "A sample article to try Isnad on" }))?.language;
}
