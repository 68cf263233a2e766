import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import { createThrottle } from '../../inline/throttle.ts';
import { command, setting, view } from '../settings/ids.ts';
import { settings } from '../settings/settings.ts';
import type { Services } from '../services/services.ts';
import { asLogged } from '../ui/error-text.ts';
import type { InThisFile } from './in-this-file.lazy.ts';

/** The questions that the code in an editor is about. Loads what it needs when VS Code first asks. */
export function registerInThisFile(services: Services): void {
  const { subscriptions } = services.context;
  const { load } = loadOnce<InThisFile>(() =>
    import('./in-this-file.lazy.ts').then(({ createInThisFile }) => {
      const created = createInThisFile(services, treeView, changed);
      subscriptions.push(created);
      return created;
    }),
  );
  const changed = new vscode.EventEmitter<unknown>();
  const treeView = vscode.window.createTreeView<unknown>(view.inThisFile, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => [...(await (await load()).children(node))],
      getTreeItem: async (node) => (await load()).item(node),
    },
  });

  subscriptions.push(
    changed,
    treeView,
    whileOn(setting.inThisFileHover, settings.inThisFileHover, () =>
      vscode.Disposable.from(
        vscode.languages.registerHoverProvider(selector, {
          provideHover: async (document, position) =>
            vscode.debug.activeDebugSession ? undefined : (await load()).hover(document, position),
        }),
        onCodeInFront((document) =>
          load()
            .then((inThisFile) => inThisFile.read(document))
            .catch((error: unknown) => services.log.error(asLogged(error))),
        ),
      ),
    ),
    whileOn(setting.inThisFileCodeActions, settings.inThisFileCodeActions, () =>
      vscode.languages.registerCodeActionsProvider(
        selector,
        { provideCodeActions: async (document, range) => (await load()).actions(document, range) },
        { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
      ),
    ),
    vscode.commands.registerCommand(command.askNow, async (argument: unknown) =>
      (await load()).askNow(argument),
    ),
    vscode.commands.registerCommand(command.quizFile, async () => (await load()).quiz()),
    vscode.commands.registerCommand(command.askLater, async (argument: unknown) =>
      (await load()).askLater(argument, true),
    ),
    vscode.commands.registerCommand(command.forgetLater, async (argument: unknown) =>
      (await load()).askLater(argument, false),
    ),
  );
}

const selector: vscode.DocumentSelector = [
  ...['javascript', 'javascriptreact', 'typescript', 'typescriptreact'].map((language) => ({
    language,
  })),
];

/** Milliseconds between two reads while somebody flips through files. */
const readEveryMs = 250;

/**
 * Takes the code of an editor that has come to the front. VS Code asks about it a while later, and a thread
 * that only begins then takes longer than one wants to wait for a hover.
 */
function onCodeInFront(take: (document: vscode.TextDocument) => Promise<void>): vscode.Disposable {
  const throttle = createThrottle(() => {
    const document = vscode.window.activeTextEditor?.document;
    if (document && vscode.languages.match(selector, document) > 0) void take(document);
  }, readEveryMs);
  const listener = vscode.window.onDidChangeActiveTextEditor(() => throttle.ask());
  return vscode.Disposable.from(listener, throttle);
}

/** What is registered while a setting is on. */
function whileOn(
  name: string,
  isOn: () => boolean,
  register: () => vscode.Disposable,
): vscode.Disposable {
  let registered = isOn() ? register() : undefined;
  const listener = vscode.workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(`loopwise.${name}`)) return;
    if (isOn()) registered ??= register();
    else {
      registered?.dispose();
      registered = undefined;
    }
  });
  return new vscode.Disposable(() => {
    listener.dispose();
    registered?.dispose();
  });
}
