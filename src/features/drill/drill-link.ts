import * as vscode from 'vscode';

/** A link that opens the drill with one program: whoever follows it gets the same one. */
export function drillLink(extension: string, recipe: string): string {
  const path = `/drill/${recipe}`;
  return vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extension, path }).toString(
    true,
  );
}
