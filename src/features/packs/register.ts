import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { createPacks } from './packs.ts';
import type { Packs, ReadRoot } from './packs.ts';

/** Packs: folders of questions from anyone, beside those that come with Loopwise. */
export function registerPacks(services: Services): void {
  const packs = createPacks(services);
  services.context.subscriptions.push(
    packs,
    whereThereArePacks(packs, services),
    registerNewFiles(packs),
    forAuthors(packs),
  );
}

/** Few workspaces have any: the editor is not asked for completions in vain, and nothing is read for them. */
function whereThereArePacks(packs: Packs, services: Services): vscode.Disposable {
  const first = packs.onDidRead((read) => {
    if (read.length === 0) return;
    first.dispose();
    last = read;
    const latest = packs.onDidRead((next) => (last = next));
    void import('./author-tools.lazy.ts').then(({ createAuthorTools }) => {
      latest.dispose();
      services.context.subscriptions.push(createAuthorTools(packs, services, last));
    });
  });
  let last: readonly ReadRoot[] = [];
  return first;
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
