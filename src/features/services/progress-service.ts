import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import type { CardId, EventPayload, ProgressEvent } from '../../study/event.ts';
import { formatLine, parseLine } from '../../study/event-line.ts';
import { createPracticeProjection } from '../../study/practice-projection.ts';
import { createProgressProjection } from '../../study/progress-projection.ts';
import { createDrillProjection } from '../../study/drill/drill-projection.ts';
import { createLogReader } from '../../study/disk/log-reader.ts';
import { createLogStore, logFileName } from '../../study/disk/log-store.ts';
import type { AppendResult, LogStore } from '../../study/disk/log-store.ts';
import { createSnapshotStore, snapshotFileName } from '../../study/disk/snapshot-store.ts';
import { createInterviewProjection } from '../../study/interview/interview-projection.ts';
import { createPlanProjection } from '../../study/plan/plan-projection.ts';
import type { ReviewProjection } from '../../study/review/review-projection.lazy.ts';
import { createHistory, type Changes } from '../../study/history.ts';
import { errorText } from '../ui/error-text.ts';
import { reasonOf } from '../ui/reason-of.ts';
import type { CopyAttempt, ProgressService } from './services.ts';

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
  const reviewed = new vscode.EventEmitter<void>();
  const grown = new vscode.EventEmitter<void>();
  const progress = createProgressProjection();
  const drills = createDrillProjection();
  const interviews = createInterviewProjection();
  const plan = createPlanProjection();
  const practice = createPracticeProjection();
  let reviews: ReviewProjection | undefined;
  const history = createHistory({
    reader: store.reader,
    fromStart: () => createLogReader(join(folder.fsPath, logFileName)),
    snapshots: createSnapshotStore(join(folder.fsPath, snapshotFileName)),
    waits: () => store.waits,
  });
  history.add(progress);
  history.add(drills);
  history.add(interviews);
  history.add(plan);
  history.add(practice);
  const trouble = createTrouble(log);

  const announce = (changes: Changes): void => {
    const cards = [progress, plan].flatMap((one) => [...(changes.get(one) ?? [])]);
    if (cards.length > 0) changed.fire(cards);
    if (reviews && changes.has(reviews)) reviewed.fire();
  };
  const keepSnapshot = async (): Promise<void> => {
    try {
      await history.keepSnapshot();
    } catch (error) {
      log.info(
        `Progress: no snapshot was written, the next start takes longer. ${errorText(error)}`,
      );
    }
  };
  const readNew = async (): Promise<void> => {
    try {
      const changes = await history.read();
      announce(changes);
      if (changes.size > 0) grown.fire();
      trouble.over('read');
      void keepSnapshot();
    } catch (error) {
      trouble.tell('read', error, readNew);
    }
  };
  const settle = (result: AppendResult): void => {
    if (result.kind === 'written') trouble.over('write');
    else trouble.tell('write', result.error, async () => settle(await store.retry()));
  };
  const follow = (): void => store.watch(() => void readNew());
  const firstRead = async (): Promise<void> => {
    log.info(`Progress is kept in ${folder.fsPath}.`);
    // Before the first reading, so that one is enough for both.
    const { createReviewProjection } = await import('../../study/review/review-projection.lazy.ts');
    reviews = createReviewProjection();
    history.add(reviews);
    // Watching first, so that nothing is appended unseen in between.
    follow();
    await readNew();
    const { later, unreadable } = store.reader.passedOver;
    if (unreadable > 0) log.warn(`Progress: ${unreadable} unreadable lines are passed over.`);
    if (later > 0) log.info(`Progress: ${later} events of a later version are passed over.`);
  };

  const first = loadOnce(firstRead);

  const focus = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (!focused || !first.isBegun) return;
    // The watch may have missed something, or may not have been possible before.
    follow();
    void readNew();
  });

  return {
    async load() {
      await first.load();
      return progress.progress;
    },
    async loadReviews() {
      await first.load();
      if (!reviews) throw new Error('The log was not read.');
      return reviews.reviews;
    },
    async loadPlan() {
      await first.load();
      return plan.ticks;
    },
    async loadInterviews() {
      await first.load();
      return interviews.interviews();
    },
    async copyAttempts(card) {
      const found = new Map<string, CopyAttempt>();
      // Few ask, so nothing of it is kept in memory.
      await createLogReader(join(folder.fsPath, logFileName)).read((event) => {
        if (event.kind === 'copyPredicted' && event.card === card) found.set(event.id, event);
      });
      return [...found.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    },
    async loadDrills() {
      await first.load();
      return drills.drills;
    },
    async loadPractice() {
      await first.load();
      return practice.practice;
    },
    async record(card, payload, id = randomUUID()) {
      const event = stamped(card, payload, id, progress.latest(card));
      // Nothing is written that no window could read again.
      if (parseLine(formatLine(event)).kind !== 'event') {
        log.error(
          `Progress: a ${payload.kind} event of ${card.slice(0, 200)} is malformed and not kept.`,
        );
        return;
      }
      announce(history.record(event));
      settle(await store.append(event));
      grown.fire();
    },
    async readLog(take, later) {
      await createLogReader(join(folder.fsPath, logFileName)).read(take, later);
      // What could not be written so far happened all the same.
      for (const event of store.waiting) take(event, JSON.stringify(event));
    },
    async adopt(lines) {
      await store.appendLines(lines);
      if (first.isBegun) await readNew();
      grown.fire();
    },
    onDidChange: changed.event,
    onDidReview: reviewed.event,
    onDidGrow: grown.event,
    dispose() {
      const result = store.close();
      if (result.kind === 'kept') trouble.log(`Progress was lost: ${errorText(result.error)}`);
      trouble.dispose();
      focus.dispose();
      changed.dispose();
      reviewed.dispose();
      grown.dispose();
    },
  };
}

/** Later than what is known of the card, even if the clock was set back since. */
function stamped(
  card: CardId,
  payload: EventPayload,
  id: string,
  latest: number | undefined,
): ProgressEvent {
  const at = new Date(Math.max(Date.now(), (latest ?? 0) + 1)).toISOString();
  return { v: 1, id, at, card, ...payload };
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
      "Loopwise can't read your progress, so questions may look new. The file was left as it is. {0}",
      reasonOf(error),
    );
  }
  return vscode.l10n.t(
    "Loopwise can't save your progress. {0} New progress is kept while this window is open, and saved as soon as saving works again.",
    reasonOf(error),
  );
}
