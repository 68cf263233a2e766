import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Of the first place in a document where a text is. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, text);
  return document.positionAt(at);
}

/** Our hovers at a place, each as a text. */
export async function hoversOf(
  document: vscode.TextDocument,
  at: vscode.Position,
): Promise<string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  return hovers
    .map(({ contents }) =>
      contents
        .map((content) => (content as vscode.MarkdownString).value)
        .filter((value) => value.includes('**Loopwise**'))
        .join('\n')
        .replaceAll('&nbsp;', ' ')
        .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'),
    )
    .filter((text) => text !== '');
}

/** What our hover says of the first place where a text is; there never are two of them. */
export async function hover(document: vscode.TextDocument, text: string): Promise<string> {
  const [one = '', ...more] = await hoversOf(document, placeOf(document, text));
  assert.deepEqual(more, []);
  return one;
}

/** What the light bulb offers there, of ours. */
export async function codeActions(
  document: vscode.TextDocument,
  text: string,
): Promise<vscode.CodeAction[]> {
  const place = placeOf(document, text);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(place, place),
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ title }) => /Loopwise|Await|loop|Return/.test(title));
}
