import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import { command, setting } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { settings } from '../settings/settings.ts';
import { editCopy } from './edit-copy.ts';
import type { Inline } from './inline-api.ts';
import { chooseOnSave, watchSaves } from './run-on-save.ts';

/** Results beside the lines that print them. Loads what it needs at the first use. */
export function registerInline(services: Services): void {
  const { context } = services;
  let inline: Inline | undefined;
  let lenses: vscode.Disposable | undefined;
  const lensesChanged = new vscode.EventEmitter<void>();

  const { load } = loadOnce<Inline>(() =>
    import('./inline.lazy.ts').then(({ createInline }) => {
      inline = createInline(services);
      context.subscriptions.push(inline, inline.onDidChange(offerLenses));
      return inline;
    }),
  );

  /** Nobody is asked for links until there can be some. */
  function offerLenses(): void {
    const mode = settings.inlineLens();
    if (mode === 'always' || (mode === 'onDemand' && inline !== undefined)) {
      lenses ??= vscode.languages.registerCodeLensProvider(selector, {
        onDidChangeCodeLenses: lensesChanged.event,
        provideCodeLenses: async (document) => (await load()).lenses(document),
      });
    } else {
      lenses?.dispose();
      lenses = undefined;
    }
    lensesChanged.fire();
  }

  offerLenses();
  context.subscriptions.push(
    lensesChanged,
    { dispose: () => void lenses?.dispose() },
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`loopwise.${setting.inlineLens}`)) offerLenses();
    }),
    watchSaves(context.workspaceState, async (uri) => {
      await (await load()).saved(uri);
    }),
    // Menus hand over what else is selected too.
    vscode.commands.registerCommand(command.runInline, async (argument: unknown) =>
      (await load()).run(argument),
    ),
    vscode.commands.registerCommand(command.stopInline, (argument: unknown) =>
      inline?.stop(argument),
    ),
    vscode.commands.registerCommand(command.clearInline, (argument: unknown) =>
      inline?.clear(argument),
    ),
    vscode.commands.registerCommand(command.showInline, async (argument: unknown) =>
      (await load()).showList(argument),
    ),
    vscode.commands.registerCommand(
      command.inlineTimeline,
      async (argument: unknown, number: unknown) => (await load()).showTimeline(argument, number),
    ),
    vscode.commands.registerCommand(
      command.inlineValue,
      async (argument: unknown, number: unknown) => (await load()).showValue(argument, number),
    ),
    vscode.commands.registerCommand(command.inlineLens, async (argument: unknown) =>
      (await load()).lens(argument),
    ),
    vscode.commands.registerCommand(command.inlineMenu, async (argument: unknown) =>
      (await load()).menu(argument),
    ),
    vscode.commands.registerCommand(command.predictInline, async (argument: unknown) =>
      (await load()).predict(argument),
    ),
    vscode.commands.registerCommand(command.predictLine, (argument: unknown) =>
      inline?.putNumber(argument),
    ),
    vscode.commands.registerCommand(command.predictText, (argument: unknown) =>
      inline?.typeLine(argument),
    ),
    vscode.commands.registerCommand(command.removeNumber, () => inline?.removeNumber()),
    vscode.commands.registerCommand(command.checkInline, () => inline?.check()),
    vscode.commands.registerCommand(command.showRanLines, async (argument: unknown) =>
      (await load()).showRanLines(argument),
    ),
    vscode.commands.registerCommand(command.cancelInline, () => inline?.cancelPrediction()),
    vscode.commands.registerCommand(command.compareInline, async () => (await load()).compare()),
    vscode.commands.registerCommand(command.compareAttempts, async (argument: unknown) =>
      (await load()).compareAttempts(argument),
    ),
    vscode.commands.registerCommand(command.inlineOnSave, () =>
      chooseOnSave(context.workspaceState),
    ),
    vscode.commands.registerCommand(command.editCopy, (argument: unknown) =>
      editCopy(services, argument),
    ),
  );
}

const selector: vscode.DocumentSelector = [
  { language: 'javascript' },
  { language: 'typescript' },
  { language: 'markdown' },
];
