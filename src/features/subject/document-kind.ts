import * as vscode from 'vscode';
import type { ModuleKind } from '../../bank/model.ts';
import { moduleKind, typeOfPackage } from '../../program/module-kind.ts';
import type { PackageType } from '../../program/module-kind.ts';
import type { Work } from '../threads/work.ts';

/**
 * How Node would load a document if its text were saved.
 * @param code the text, without types
 * @param isModule whether its syntax makes it an ES module, where that is known
 */
export function kindOfDocument(
  { uri, isUntitled }: Pick<vscode.TextDocument, 'uri' | 'isUntitled'>,
  code: string,
  work: Pick<Work, 'do'>,
  isModule?: boolean,
): Promise<ModuleKind> {
  return moduleKind(
    uri.path,
    () => (isUntitled ? Promise.resolve(undefined) : packageType(uri)),
    () => (isModule === undefined ? work.do('isModuleSyntax', code) : Promise.resolve(isModule)),
  );
}

/** The `type` of the nearest package.json above a file, as Node looks for it. */
async function packageType(uri: vscode.Uri): Promise<PackageType> {
  let folder = vscode.Uri.joinPath(uri, '..');
  for (;;) {
    const text = await readText(vscode.Uri.joinPath(folder, 'package.json'));
    if (text !== undefined) return typeOfPackage(text);
    const parent = vscode.Uri.joinPath(folder, '..');
    if (parent.path === folder.path) return undefined;
    folder = parent;
  }
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
