import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { escapeHtml } from './escape-html.ts';

export interface Page {
  /** The name of the page's bundle in dist/webview. */
  readonly name: string;
  readonly title: string;
  /** HTML that is shown before any script runs; already escaped. */
  readonly body: string;
  /** Read by the page's script at its start. */
  readonly data: unknown;
  /** Rules for code coloured in the user's theme, from `highlight`. */
  readonly css?: string;
}

/** The roots a page may load from: nothing of the user's, nothing of the network. */
export function resourceRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'media')];
}

/**
 * The whole document of a webview. Scripts and the inline style need the nonce; all other styles
 * come from the extension's own files, so `style` attributes in a page's HTML have no effect.
 */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri, page: Page): string {
  const nonce = randomBytes(24).toString('base64');
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'webview', name)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file(`${page.name}.css`)}">
<style nonce="${nonce}">${(page.css ?? '').replaceAll('<', '')}</style>
<title>${escapeHtml(page.title)}</title>
</head>
<body>
${page.body}
<script type="application/json" id="data" nonce="${nonce}">${jsonForScript(page.data)}</script>
<script nonce="${nonce}" src="${file(`${page.name}.js`)}"></script>
</body>
</html>`;
}

/** JSON that cannot end the script element it stands in. */
function jsonForScript(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
