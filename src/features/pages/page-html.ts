import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { escapeHtml } from './escape-html.ts';

/** The roots a page may load from: nothing of the user's, nothing of the network. */
export function resourceRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'media')];
}

/**
 * The document of a panel, loaded once: what it shows comes as messages. The script needs the nonce;
 * styles come from the extension's own files and from style sheets that the script constructs, so
 * neither `style` elements nor `style` attributes have an effect.
 * @param bundle the name of the page's script and style sheet in dist/webview
 */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri, bundle: string): string {
  const nonce = randomBytes(24).toString('base64');
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'webview', name)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file(`${bundle}.css`)}">
</head>
<body>
<div id="page"></div>
<div class="sr-only" id="live" role="status"></div>
<div id="failure" role="alert"></div>
<script nonce="${nonce}" src="${file(`${bundle}.js`)}"></script>
</body>
</html>`;
}
