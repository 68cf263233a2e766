import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { CardId, Deed, ProgressEvent } from '../../study/event.ts';
import { inSlices } from '../../collections/in-slices.ts';
import { formatLine, parseLine } from '../../study/event-line.ts';
import { createFold } from '../../study/fold.ts';
import { createLogStore, type AppendResult, type LogStore } from '../../study/log-store.ts';
import { errorText } from './error-text.ts';
import type { ProgressService } from './services.ts';

/**
 * Keeps the progress of all windows: each appends to one log in the folder and follows what the
 * others append. Nothing is read before somebody asks.
 */
export function createProgressService(
  folder: vscode.Uri,
  log: vscode.LogOutputChannel,
  store: LogStore = createLogStore(folder.fsPath),
): ProgressService {
  const changed = new vscode.EventEmitter<readonly CardId[]>();
  const fold = createFold();
  const trouble = createTrouble(log);
  let loading: Promise<void> | undefined;

  const readNew = async (): Promise<void> => {
    const cards = new Set<CardId>();
    try {
      await store.readInParts((events) =>
        inSlices(events, (event) => {
          if (fold.add(event)) cards.add(event.card);
        }),
      );
      trouble.over('read');
    } catch (error) {
      trouble.tell('read', error, readNew);
    } finally {
      if (cards.size > 0) changed.fire([...cards]);
    }
  };
  const settle = (result: AppendResult): void => {
    if (result.kind === 'written') trouble.over('write');
    else trouble.tell('write', result.error, async () => settle(await store.retry()));
  };
  const follow = (): void => store.watch(() => void readNew());
  const firstRead = async (): Promise<void> => {
    log.info(`Progress is kept in ${folder.fsPath}.`);
    // Watching first, so that nothing is appended unseen in between.
    follow();
    await readNew();
    const { later, unreadable } = store.passedOver;
    if (unreadable > 0) log.warn(`Progress: ${unreadable} unreadable lines are passed over.`);
    if (later > 0) log.info(`Progress: ${later} events of a later version are passed over.`);
  };

  const focus = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (!focused || !loading) return;
    // The watch may have missed something, or may not have been possible before.
    follow();
    void readNew();
  });

  return {
    async load() {
      await (loading ??= firstRead());
      return fold.progress;
    },
    async record(card, deed) {
      const event = stamped(card, deed, fold.latest(card));
      // Nothing is written that no window could read again.
      if (parseLine(formatLine(event)).kind !== 'event') {
        log.error(
          `Progress: a ${deed.kind} event of ${card.slice(0, 200)} is malformed and not kept.`,
        );
        return;
      }
      if (fold.add(event)) changed.fire([card]);
      settle(await store.append(event));
    },
    onDidChange: changed.event,
    dispose() {
      const result = store.close();
      if (result.kind === 'kept') trouble.log(`Progress was lost: ${errorText(result.error)}`);
      trouble.dispose();
      focus.dispose();
      changed.dispose();
    },
  };
}

/** Later than what is known of the card, even if the clock was set back since. */
function stamped(card: CardId, deed: Deed, latest: number | undefined): ProgressEvent {
  const at = new Date(Math.max(Date.now(), (latest ?? 0) + 1)).toISOString();
  return { v: 1, id: randomUUID(), at, card, ...deed };
}

type Doing = 'read' | 'write';

/** Tells the user about the log's troubles: once for each, until it is over. */
function createTrouble(log: vscode.LogOutputChannel) {
  const told = new Set<Doing>();
  let disposed = false;

  const write = (text: string): void => {
    try {
      log.error(text);
    } catch {
      // The channel may be closed already while the extension ends.
    }
  };
  const show = async (doing: Doing, error: unknown, again: () => Promise<void>): Promise<void> => {
    const tryAgain = vscode.l10n.t('Try Again');
    const showLog = vscode.l10n.t('Show Log');
    const choice = await vscode.window.showWarningMessage(
      textOf(doing, error),
      ...[tryAgain, showLog],
    );
    if (disposed) return;
    if (choice === showLog) log.show();
    if (choice !== tryAgain) return;
    // Trying again deserves an answer, even if it is the same one.
    told.delete(doing);
    await again();
  };

  return {
    tell(doing: Doing, error: unknown, again: () => Promise<void>): void {
      if (told.has(doing) || disposed) return;
      told.add(doing);
      write(`Progress (${doing}): ${errorText(error)}`);
      void show(doing, error, again);
    },
    over(doing: Doing): void {
      told.delete(doing);
    },
    log: write,
    dispose(): void {
      disposed = true;
    },
  };
}

function textOf(doing: Doing, error: unknown): string {
  if (doing === 'read') {
    return vscode.l10n.t(
      'Loopwise cannot read your progress, so questions may look new: {0}. The file is left as it is.',
      reasonOf(error),
    );
  }
  return vscode.l10n.t(
    'Loopwise cannot save your progress: {0}. It is kept while this window is open and saved as soon as that works again.',
    reasonOf(error),
  );
}

/** In words where the code says it all. */
function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  if (['ENOSPC', 'EDQUOT'].includes(code)) return vscode.l10n.t('the disk is full');
  if (code === 'EROFS') return vscode.l10n.t('the disk is read-only');
  if (['EACCES', 'EPERM'].includes(code)) {
    return vscode.l10n.t('access is denied ({0})', errorText(error));
  }
  return errorText(error);
}
