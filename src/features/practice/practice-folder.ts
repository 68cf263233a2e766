import * as vscode from 'vscode';
import { pickOne } from '../ui/pick-one.ts';

/** Where the folder is kept, for each workspace. */
const storedKey = 'practice.folder';

/** The folder in which the user solves problems. */
export interface PracticeFolder {
  /** Undefined before one was chosen. */
  readonly current: vscode.Uri | undefined;
  /** Asks for another one. @returns undefined when none is wanted */
  choose(): Promise<vscode.Uri | undefined>;
}

export function createPracticeFolder(state: vscode.Memento): PracticeFolder {
  return {
    get current() {
      const stored = state.get<unknown>(storedKey);
      return typeof stored === 'string' ? vscode.Uri.file(stored) : undefined;
    },
    async choose() {
      const folder = await askForFolder();
      if (folder) await state.update(storedKey, folder.fsPath);
      return folder;
    },
  };
}

/** Offers a folder in the workspace, where there is one. */
async function askForFolder(): Promise<vscode.Uri | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => uri.scheme === 'file',
  );
  const offered = folders.map(({ name, uri }) => ({
    label: `$(folder) ${name}/practice`,
    folder: vscode.Uri.joinPath(uri, 'practice'),
  }));
  const other = {
    label: `$(folder-opened) ${vscode.l10n.t('Choose Another Folder…')}`,
    folder: undefined,
  };
  if (offered.length > 0) {
    const chosen = await pickOne<vscode.QuickPickItem & { folder: vscode.Uri | undefined }>(
      [...offered, other],
      { placeHolder: vscode.l10n.t('Select a folder for your solutions. Nothing is overwritten.') },
    );
    if (!chosen || chosen.folder) return chosen?.folder;
  }
  const [folder] =
    (await vscode.window.showOpenDialog({
      ...{ canSelectFiles: false, canSelectFolders: true, canSelectMany: false },
      title: vscode.l10n.t('Folder for Your Solutions'),
      openLabel: vscode.l10n.t('Use This Folder'),
    })) ?? [];
  if (!folder || folder.scheme === 'file') return folder;
  void vscode.window.showErrorMessage(
    vscode.l10n.t('Solutions run in Node.js, so they need a folder on disk. Choose another one.'),
  );
  return undefined;
}
