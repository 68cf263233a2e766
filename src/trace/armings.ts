import type { TaskDraft } from './drafts.ts';
import type { Arming, Site } from './model.ts';

/** So many of the last times that a timer was set are kept: a socket refreshes its own with each piece. */
const most = 8;

/** Before a timer is refreshed: it might have been called without that. */
export function noteArming(task: TaskDraft): void {
  const { by, scheduledAt, scheduledMs } = task;
  const arming = { by, scheduledAt, ...(scheduledMs !== undefined && { scheduledMs }) };
  task.armings = [...(task.armings ?? []), arming].slice(-most);
}

export function toArmings({ armings }: TaskDraft): readonly Arming[] | undefined {
  return armings?.map(({ by, ...arming }) => ({ ...arming, by: by?.index ?? 0 }));
}

/**
 * The timers and immediates that were cleared and set anew, as to debounce something: the one that was cleared by the
 * callback that then set the other one, at the same place or with the same function.
 */
export function postponedTasks(
  tasks: readonly TaskDraft[],
  code: string,
): ReadonlyMap<TaskDraft, TaskDraft> {
  const found = new Map<TaskDraft, TaskDraft>();
  const cleared = tasks.filter(({ cancelledAt, runs }) => cancelledAt !== undefined && runs === 0);
  if (cleared.length === 0) return found;
  const nameAt = functionNames(code);
  for (const task of tasks) {
    const { by, api, phase, site, scheduledAt } = task;
    if (phase !== 'timers' && phase !== 'check') continue;
    if (by === undefined || site === undefined) continue;
    const former = cleared.findLast((other) => {
      const { cancelledAt = 0, site: place } = other;
      const isOfSameCall = cancelledAt > by.from && (by.open || cancelledAt < by.to);
      if (other === task || other.api !== api || !place || !isOfSameCall) return false;
      if (other.scheduledAt >= scheduledAt || other.by === by) return false;
      const isSamePlace = place.line === site.line && place.column === site.column;
      const name = nameAt(site);
      return isSamePlace || (name !== undefined && nameAt(place) === name);
    });
    if (former) found.set(task, former);
  }
  return found;
}

/** The name of the function that a call at a place is given first, if that has one. */
function functionNames(code: string): (site: Site) => string | undefined {
  const lines = code.split('\n');
  return ({ line, column }) =>
    /^[\w.$\s]*\(\s*([\w.$]+)\s*[,)]/.exec((lines[line - 1] ?? '').slice(column - 1))?.[1];
}
