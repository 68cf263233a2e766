import * as vscode from 'vscode';
import type { Mistake } from '../../bank/mistake.ts';
import type { Services } from '../services/services.ts';
import { debounced } from './packs.ts';
import type { Packs, ReadRoot } from './packs.ts';
import type { PackRoot } from './pack-roots.ts';

/**
 * Shows the mistakes of packs in the editor, also while one writes.
 * @param read the packs that were read last
 */
export function showMistakes(
  packs: Packs,
  log: Services['log'],
  read: readonly ReadRoot[],
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('loopwise');
  const shown = new Map<PackRoot['folder']['fsPath'], readonly vscode.Uri[]>();
  const changed = new Set<PackRoot>();

  const show = ({ root, mistakes }: ReadRoot): void => {
    for (const file of shown.get(root.folder.fsPath) ?? []) collection.delete(file);
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const mistake of mistakes) {
      byFile.set(mistake.file, [...(byFile.get(mistake.file) ?? []), diagnosticOf(mistake)]);
    }
    const files = [...byFile].map(([file, diagnostics]) => {
      const uri = vscode.Uri.file(file);
      collection.set(uri, diagnostics);
      return uri;
    });
    shown.set(root.folder.fsPath, files);
  };
  const showAll = (results: readonly ReadRoot[]): void => {
    for (const folder of shown.keys()) {
      if (results.some(({ root }) => root.folder.fsPath === folder)) continue;
      for (const file of shown.get(folder) ?? []) collection.delete(file);
      shown.delete(folder);
    }
    for (const result of results) {
      // Nobody here can correct what an extension brings; its author sees it in the log.
      if (result.root.from !== 'extension') show(result);
    }
  };
  const check = async (): Promise<void> => {
    const roots = [...changed];
    changed.clear();
    for (const root of roots) {
      try {
        show({ root, mistakes: await packs.check(root) });
      } catch (error) {
        log.error(`The pack in ${root.folder.fsPath} could not be checked: ${String(error)}`);
      }
    }
  };
  const soon = debounced(() => void check(), 250);
  showAll(read);

  return vscode.Disposable.from(
    collection,
    new vscode.Disposable(soon.cancel),
    packs.onDidRead(showAll),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || document.uri.scheme !== 'file') return;
      const root = packs.rootOf(document.uri);
      if (!root || root.from === 'extension') return;
      changed.add(root);
      soon.call();
    }),
  );
}

/** From the place of the mistake to the end of its line. */
function diagnosticOf({ line, column = 1, message, advice }: Mistake): vscode.Diagnostic {
  const range = new vscode.Range(line - 1, column - 1, line - 1, Number.MAX_SAFE_INTEGER);
  const diagnostic = new vscode.Diagnostic(range, `${message}. ${advice}`);
  diagnostic.source = 'Loopwise';
  return diagnostic;
}
