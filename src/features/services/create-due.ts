import * as vscode from 'vscode';
import { createLatest } from '../../collections/latest.ts';
import type { CardId } from '../../study/event.ts';
import { partOf } from '../../study/review/queue-part.ts';
import { asLogged } from '../ui/error-text.ts';
import type { Due, DueNow } from './due.ts';
import type { Services } from './services.ts';

/** Timers take no more than 24.8 days; and nothing has to be told within a minute. */
const [soonest, latest] = [60_000, 2 ** 31 - 1];

export function createDue({
  bank,
  progress,
  study,
  log,
}: Pick<Services, 'bank' | 'progress' | 'study' | 'log'>): Due & { dispose(): void } {
  const changed = new vscode.EventEmitter<void>();
  let current: DueNow | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;

  async function load(): Promise<DueNow> {
    const [service, reviews] = await Promise.all([study.load(), progress.loadReviews()]);
    const queue = await service.queue();
    const due = partOf(queue, 'due');
    const ids = due.flatMap(({ id, question }): CardId[] => [id, `question:${question}`]);
    const begun = reviews.cards()[Symbol.iterator]().next().done !== true;
    return { ...queue, ids: new Set(ids), begun };
  }

  async function update(): Promise<void> {
    // Without a review nothing is due, and the queue need not be computed.
    const reviews = await progress.loadReviews();
    if (!current && reviews.cards()[Symbol.iterator]().next().done === true) return;
    current = await load();
    if (disposed) return;
    wake(current.nextAt);
    changed.fire();
  }

  /** Where another day begins, or a step of minutes ends, cards become due without an event. */
  function wake(at: number | undefined): void {
    clearTimeout(timer);
    if (at === undefined) return;
    timer = setTimeout(refresh, Math.min(Math.max(at - Date.now(), soonest), latest));
    timer.unref();
  }

  // Several changes while it is read are read once.
  const updates = createLatest(update, (error) => log.error(asLogged(error)));
  const refresh = (): void => void updates.ask();

  const listeners = vscode.Disposable.from(
    changed,
    study.onDidChange(refresh),
    bank.onFirstLoad(refresh),
    bank.onDidChange(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('loopwise.study')) refresh();
    }),
  );
  return {
    load,
    get current() {
      return current;
    },
    isDue: (card) => current?.ids.has(card) === true,
    onDidChange: changed.event,
    dispose() {
      disposed = true;
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}
