import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

/**
 * The page around the article. Only the one script that bears the nonce runs, and only the extension's
 * own stylesheet is applied; nothing else can be fetched, embedded, sent or navigated to.
 */
export function page(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomBytes(24).toString("base64url");
  const dist = (name: string): vscode.Uri => webview.asWebviewUri(vscode.Uri.joinPath(extension, "dist", name));
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${dist("preview.css").toString()}">
<title>Preview</title>
</head>
<body>
<main id="text"></main>
<div id="card" role="tooltip" hidden></div>
<script nonce="${nonce}" src="${dist("preview.js").toString()}"></script>
</body>
</html>`;
}
