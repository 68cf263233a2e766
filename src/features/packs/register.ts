import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { helpAuthors } from './front-matter-help.ts';
import { showMistakes } from './pack-diagnostics.ts';
import { createPacks } from './packs.ts';
import type { Packs } from './packs.ts';

/** Packs: folders of questions from anyone, beside those that come with Loopwise. */
export function registerPacks(services: Services): void {
  const packs = createPacks(services);
  services.context.subscriptions.push(
    packs,
    showMistakes(packs, services.log),
    helpAuthors(packs, services),
    registerNewFiles(packs),
    forAuthors(packs),
  );
}

function registerNewFiles(packs: Packs): vscode.Disposable {
  const load = () => import('./new-files.lazy.ts');
  return vscode.Disposable.from(
    vscode.commands.registerCommand(command.newPack, async () => (await load()).newPack(packs)),
    vscode.commands.registerCommand(command.newQuestion, async () =>
      (await load()).newQuestion(packs),
    ),
    vscode.commands.registerCommand(command.newSnippet, async () =>
      (await load()).newSnippet(packs),
    ),
  );
}

/** Whoever has a file of a pack open sees its mistakes, also before looking at any question. */
function forAuthors(packs: Packs): vscode.Disposable {
  const seen = (document: vscode.TextDocument): boolean => {
    const { path } = document.uri;
    const found = path.includes('/.loopwise/') || /\/(?:pack|topic)\.yml$/.test(path);
    if (found) void packs.refresh();
    return found;
  };
  if (vscode.workspace.textDocuments.some(seen)) return new vscode.Disposable(() => undefined);
  const listener = vscode.workspace.onDidOpenTextDocument((document) => {
    if (seen(document)) listener.dispose();
  });
  return listener;
}
