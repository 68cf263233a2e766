import * as vscode from 'vscode';
import type { Problem } from '../../bank/material.ts';
import { isBegun, startFile } from '../../practice/start-file.ts';
import { levelNames } from '../ui/grade-names.ts';
import { writeFile } from '../ui/write-file.ts';
import type { PracticeFolder } from './practice-folder.ts';

/** The file in which a problem is solved. */
export const fileOf = (folder: vscode.Uri, { id }: Problem): vscode.Uri =>
  vscode.Uri.joinPath(folder, `${id}.mjs`);

/** The file of a problem, if there is one already. */
export async function existingFile(
  folder: vscode.Uri | undefined,
  problem: Problem,
): Promise<vscode.Uri | undefined> {
  const file = folder && fileOf(folder, problem);
  return file && (await exists(file)) ? file : undefined;
}

/**
 * The file of a problem. What is there is left as it is; where nothing is, the start code is written. Asks for
 * a folder the first time. @returns undefined when the user wants none
 * @throws Error that says, for the user, why the file could not be written
 */
export async function madeFile(
  folder: PracticeFolder,
  problem: Problem,
): Promise<vscode.Uri | undefined> {
  const chosen = folder.current ?? (await folder.choose());
  if (!chosen) return undefined;
  const file = fileOf(chosen, problem);
  if (!(await exists(file))) await writeFile(file, startFile(problem, headline(problem)));
  return file;
}

/** Milliseconds after the last edit until nobody is at it any more: a mock interview takes an hour at most. */
const earlier = 60 * 60_000;

/**
 * Puts an earlier solution aside, under a name that nothing has: the problem can be solved anew, and
 * nothing is lost. What somebody is still at stays where it is.
 * @returns where it is now; undefined when there was nothing to put aside
 */
export async function putAside(
  folder: vscode.Uri,
  problem: Problem,
): Promise<vscode.Uri | undefined> {
  const file = await existingFile(folder, problem);
  if (!file) return undefined;
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  const { mtime } = await vscode.workspace.fs.stat(file);
  if (open?.isDirty === true || Date.now() - mtime < earlier) return undefined;
  if (isUntouched(await textOf(file), problem)) return undefined;
  for (let number = 1; ; number++) {
    const kept = vscode.Uri.joinPath(folder, `${problem.id}.${number}.mjs`);
    if (await exists(kept)) continue;
    const edit = new vscode.WorkspaceEdit();
    // Of an editor that shows it, too.
    edit.renameFile(file, kept, { overwrite: false });
    if (await vscode.workspace.applyEdit(edit)) return kept;
    throw new Error(vscode.l10n.t("Couldn't rename {0}.", vscode.workspace.asRelativePath(file)));
  }
}

/** The text of the file on disk: what runs. VS Code saves open files before tests run, unless its user switched that off. */
export async function textOf(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

export const isUntouched = (text: string, problem: Problem): boolean => !isBegun(text, problem);

/** The first line of the file: what the problem is called and how long it may take. */
export const headline = ({ title, level, minutes }: Problem): string =>
  vscode.l10n.t('{0} ({1}, {2} minutes)', title, levelNames()[level], minutes);

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch (error) {
    // Anything else may be the user's, so it is never overwritten.
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
