import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Material } from '../../bank/material.ts';
import { loadOnce } from '../../collections/load-once.ts';
import { asLogged, errorText } from '../ui/error-text.ts';

export interface MaterialService {
  /** Read from disk at the first call. Undefined where another bank was built without it; rejects when it can't be read. */
  load(): Promise<Material | undefined>;
  /** The same for whoever can do without: that it can't be read is logged, and counts as none. */
  loadOrNone(): Promise<Material | undefined>;
}

/** Reads the study material that the build put beside the extension. */
export function createMaterialService(
  extension: vscode.Uri,
  log: Pick<vscode.LogOutputChannel, 'error'>,
): MaterialService {
  const file = vscode.Uri.joinPath(extension, 'dist', 'material.json').fsPath;
  // An update may put the file back.
  const { load } = loadOnce(() => read(file));
  let logged: string | undefined;
  return {
    load,
    loadOrNone: () =>
      load().catch((error: unknown) => {
        // Others ask again and again.
        if (errorText(error) !== logged) log.error(asLogged(error));
        logged = errorText(error);
        return undefined;
      }),
  };
}

async function read(file: string): Promise<Material | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const material = JSON.parse(text) as Partial<Material> | null;
  if (material?.format !== 1) throw new Error(`${file} is not study material of this version.`);
  return material as Material;
}
