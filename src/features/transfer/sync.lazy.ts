import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { undefinedIfMissing } from '../../study/disk/file-pieces.ts';
import { logFileName } from '../../study/disk/log-store.ts';
import { contentHash } from '../../study/review/review-card.ts';
import type { ProgressService } from '../services/services.ts';
import { settings } from '../settings/settings.ts';
import { asLogged } from '../ui/error-text.ts';
import { command } from '../settings/ids.ts';
import { createTransferThread } from './transfer-thread.ts';

/** What VS Code keeps and synchronizes, as far as it is needed here. */
export interface SyncedState {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
  setKeysForSync(keys: readonly string[]): void;
}

export interface SyncDependencies {
  readonly state: SyncedState;
  readonly progress: Pick<ProgressService, 'adopt'>;
  readonly log: vscode.LogOutputChannel;
  readonly extension: vscode.Uri;
  /** The folder of the log. */
  readonly folder: vscode.Uri;
  /** What VS Code calls this machine; anything that stays the same. */
  readonly machine: string;
}

export interface ProgressSync {
  /** Takes over what other machines have, and puts what they lack where they find it. Never rejects. */
  run(): Promise<void>;
  dispose(): void;
}

/**
 * Four for all machines, since VS Code wants to know all names beforehand. Each window reads all of them and writes one:
 * see `study/sync/converge.ts`.
 */
const keys = [1, 2, 3, 4].map((number) => `progress.slot.${number}`);

/** Not synchronized: whether this machine has told that something found no room. */
const toldKey = 'progress.leftTold';

export function createProgressSync(dependencies: SyncDependencies): ProgressSync {
  const { state, progress, log, extension, folder } = dependencies;
  const thread = createTransferThread(extension);
  const file = join(folder.fsPath, logFileName);
  // No name of a machine leaves it.
  const machine = contentHash([dependencies.machine, 'progress']);
  let isRegistered: boolean | undefined;
  let seen = '';
  let running: Promise<void> | undefined;

  /** Of everything that the outcome depends on. */
  const lookOf = async (): Promise<string> => {
    const { size = 0 } = (await stat(file).catch(undefinedIfMissing)) ?? {};
    return contentHash([String(size), ...keys.map((key) => textOf(state.get(key)))]);
  };
  /** Takes away what this machine has put there, while VS Code still synchronizes it, and then takes part no longer. */
  const leave = async (): Promise<void> => {
    seen = '';
    isRegistered = undefined;
    try {
      const slots = keys.map((key) => state.get(key));
      const at = slots.some((slot) => textOf(slot) !== '')
        ? await thread.own(slots, machine)
        : undefined;
      const key = at === undefined ? undefined : keys[at];
      if (key !== undefined) await state.update(key, undefined);
      isRegistered = false;
    } finally {
      state.setKeysForSync([]);
    }
  };
  const once = async (): Promise<void> => {
    if (!settings.settingsSync()) {
      if (isRegistered !== false) await leave();
      return;
    }
    if (!isRegistered) state.setKeysForSync(keys);
    isRegistered = true;
    // Before the work: what is recorded or received during it is looked at the next time.
    const look = await lookOf();
    if (look === seen) return;
    const slots = keys.map((key) => state.get(key));
    const preferred = Number.parseInt(machine.slice(-4), 16);
    const { missing, own, left } = await thread.sync({
      ...{ kind: 'sync', file, slots, machine, preferred },
    });
    if (missing.length > 0) {
      await progress.adopt(missing);
      log.info(`Progress: ${missing.length} events of other machines were added.`);
    }
    const key = own && keys[own.at];
    const writes = key !== undefined && state.get(key) !== own?.text;
    if (writes) await state.update(key, own?.text);
    seen = missing.length > 0 || writes ? '' : look;
    if (left > 0) {
      tellLeft(state, left, log).catch((error: unknown) => log.error(asLogged(error)));
    }
  };

  return {
    run() {
      running ??= once()
        .catch((error: unknown) => log.error(asLogged(error)))
        .finally(() => (running = undefined));
      return running;
    },
    dispose: () => thread.dispose(),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Once on each machine: it is no failure, and the export has everything. */
async function tellLeft(
  state: SyncedState,
  left: number,
  log: vscode.LogOutputChannel,
): Promise<void> {
  log.info(`Progress: ${left} cards found no room in Settings Sync.`);
  if (state.get(toldKey) === true) return;
  await state.update(toldKey, true);
  const exports = vscode.l10n.t('Export Progress…');
  const text =
    left === 1
      ? vscode.l10n.t(
          'Settings Sync, if you use it, has no room for the progress of 1 card, the one used least recently. Use Export Progress… to take everything with you.',
        )
      : vscode.l10n.t(
          'Settings Sync, if you use it, has no room for the progress of {0} cards, those used least recently. Use Export Progress… to take everything with you.',
          left,
        );
  if ((await vscode.window.showInformationMessage(text, exports)) === exports) {
    await vscode.commands.executeCommand(command.exportProgress);
  }
}
