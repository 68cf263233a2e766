import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import { command } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { asLogged } from '../ui/error-text.ts';
import { createEarliest } from './earliest.ts';
import type { ProgressSync } from './sync.lazy.ts';

/** After the first use in a window, after something was done, and when the window is looked at again; milliseconds. */
const [atFirst, afterChange, afterFocus] = [3000, 60_000, 1000];

/** Progress on its way to another machine and back: by a file, or by Settings Sync. Nothing of it is loaded at the start. */
export function registerTransfer(services: Services): void {
  const { context, log, progress, bank } = services;
  const sync = loadOnce<ProgressSync>(async () => {
    const { createProgressSync } = await import('./sync.lazy.ts');
    const { globalState: state, globalStorageUri: folder, extensionUri: extension } = context;
    const { machineId: machine } = vscode.env;
    return createProgressSync({ state, progress, log, extension, folder, machine });
  });
  const next = createEarliest(() => {
    sync
      .load()
      .then((one) => one.run())
      .catch((error: unknown) => log.error(asLogged(error)));
  });
  context.subscriptions.push(
    vscode.commands.registerCommand(command.exportProgress, async () => {
      const { exportProgress } = await import('./export.lazy.ts');
      await exportProgress(services);
    }),
    vscode.commands.registerCommand(command.importProgress, async (file: unknown) => {
      const { importProgress } = await import('./import.lazy.ts');
      await importProgress(services, file instanceof vscode.Uri ? file : undefined);
    }),
    bank.onFirstLoad(() => next.within(atFirst)),
    progress.onDidGrow(() => next.within(afterChange)),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused && sync.isBegun) next.within(afterFocus);
    }),
    {
      dispose() {
        next.dispose();
        sync.ifBegun((one) => one.dispose());
      },
    },
  );
}
