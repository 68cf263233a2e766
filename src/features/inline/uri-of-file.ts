import * as vscode from 'vscode';

/** The URI of a document, from a path or a URL as Node names files. */
export function uriOfFile(file: string): string {
  const uri = file.startsWith('file:') ? vscode.Uri.parse(file) : vscode.Uri.file(file);
  return uri.with({ query: '', fragment: '' }).toString();
}
