import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { asLogged } from '../ui/error-text.ts';
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
  const { subscriptions } = services.context;
  let last: readonly ReadRoot[] = [];
  let tools: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    const { createAuthorTools } = await import('./author-tools.lazy.ts');
    reading.dispose();
    subscriptions.push(createAuthorTools(packs, services, last));
  };
  const reading = packs.onDidRead((read) => {
    last = read;
    // Packs of extensions are not edited here, and Loopwise has some of its own.
    if (read.every(({ root }) => root.from === 'extension')) return;
    tools ??= load().catch((error: unknown) => {
      tools = undefined;
      services.log.error(asLogged(error));
    });
  });
  return reading;
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
