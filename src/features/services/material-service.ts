import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Material } from '../../bank/material.ts';

export interface MaterialService {
  /** Read from disk at the first call. Undefined where another bank was built without it. */
  load(): Promise<Material | undefined>;
}

/** Reads the study material that the build put beside the extension. */
export function createMaterialService(extension: vscode.Uri): MaterialService {
  const file = vscode.Uri.joinPath(extension, 'dist', 'material.json').fsPath;
  let loading: Promise<Material | undefined> | undefined;
  return {
    load: () =>
      (loading ??= read(file).catch((error: unknown) => {
        // An update may put the file back.
        loading = undefined;
        throw error;
      })),
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
