import * as vscode from 'vscode';
import type { Services } from '../services/services.ts';
import { helpAuthors } from './front-matter-help.ts';
import { showMistakes } from './pack-diagnostics.ts';
import type { Packs, ReadRoot } from './packs.ts';

/**
 * What the editor does for authors in the files of packs: mistakes, completion and hovers.
 * @param read the packs that were read last
 */
export function createAuthorTools(
  packs: Packs,
  services: Services,
  read: readonly ReadRoot[],
): vscode.Disposable {
  return vscode.Disposable.from(
    showMistakes(packs, services.log, read),
    helpAuthors(packs, services),
  );
}
