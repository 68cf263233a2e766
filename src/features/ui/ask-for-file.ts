import * as vscode from 'vscode';

/** Asks where something goes; the workspace, where there is one, is offered. */
export async function askForFile(offer: {
  readonly title: string;
  /** Without its ending. */
  readonly name: string;
  readonly ending: string;
  /** What files with that ending are called. */
  readonly kind: string;
}): Promise<vscode.Uri | undefined> {
  const { title, name, ending, kind } = offer;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.window.showSaveDialog({
    title,
    filters: { [kind]: [ending] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, `${name}.${ending}`) }),
  });
}
