import * as vscode from 'vscode';
import { resourceRoots } from './page-html.ts';

/** Opens a panel for one of Loopwise's pages. */
export function openPagePanel(
  extension: vscode.Uri,
  viewType: string,
  title: string,
  place: Parameters<typeof vscode.window.createWebviewPanel>[2],
): vscode.WebviewPanel {
  const options = { ...pageOptions(extension), enableFindWidget: true };
  const panel = vscode.window.createWebviewPanel(viewType, title, place, options);
  panel.iconPath = tabIcon(extension);
  return panel;
}

/** Takes over a panel that VS Code restored: it gives back neither the icon nor these rights. */
export function adoptPagePanel(extension: vscode.Uri, panel: vscode.WebviewPanel): void {
  panel.iconPath = tabIcon(extension);
  panel.webview.options = pageOptions(extension);
}

function pageOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: resourceRoots(extension) };
}

function tabIcon(extension: vscode.Uri): NonNullable<vscode.WebviewPanel['iconPath']> {
  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(extension, 'media', name);
  return { light: file('tab-light.svg'), dark: file('tab-dark.svg') };
}
