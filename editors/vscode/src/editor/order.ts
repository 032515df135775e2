import * as vscode from "vscode";

/**
 * Keeps the words of right-to-left lines in the order in which they are read.
 *
 * VS Code sets every coloured piece of a line that holds right-to-left letters apart from its
 * neighbours (`unicode-bidi: isolate`) and puts the pieces one after another from the left. Between
 * the pieces of an annotated Arabic sentence the reader would have to jump. This takes the walls
 * down: the line is then ordered as a whole, as plain text is anywhere else.
 */
export function keepOrder(): vscode.Disposable {
  const joined = vscode.window.createTextEditorDecorationType({
    // The only way to a style that the interface of decorations does not name.
    textDecoration: "none; unicode-bidi: normal !important",
    rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
  });
  const decorate = (editor: vscode.TextEditor): void => {
    const document = editor.document;
    if (document.languageId === "isnad") {
      const wanted = vscode.workspace.getConfiguration("isnad", document).get<boolean>("editor.keepOrder", true);
      const end = document.lineAt(document.lineCount - 1).range.end;
      editor.setDecorations(joined, wanted ? [new vscode.Range(new vscode.Position(0, 0), end)] : []);
    }
  };
  const all = (): void => vscode.window.visibleTextEditors.forEach(decorate);
  all();
  return vscode.Disposable.from(
    joined,
    vscode.window.onDidChangeVisibleTextEditors(all),
    vscode.workspace.onDidOpenTextDocument(all),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      vscode.window.visibleTextEditors.filter((editor) => editor.document === document).forEach(decorate);
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("isnad.editor.keepOrder")) {
        all();
      }
    }),
  );
}
