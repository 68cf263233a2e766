import type { Resolution, Resource, TaskDraft } from './drafts.ts';

// What ports and compressors were given, and what runs for it.

/**
 * Each message, each piece of work is a task of its own, of who posted it, where that is known.
 * @param former the task of the port or compressor itself, which is the answer where it is not
 */
export function postedTask({ type, posts, listens }: Resource, former: TaskDraft): TaskDraft {
  const posted = posts.shift();
  if (posted === undefined) return former;
  const { at, by } = posted;
  const task: TaskDraft = { ...former, runs: 0, by, scheduledAt: at };
  // A message is there as soon as it is posted, for those who listen.
  if (type === 'MESSAGEPORT') {
    task.queuedAt = Math.max(at, listens?.at ?? 0);
    if (listens) task.alsoBy = listens.by;
  }
  delete task.lastRun;
  return task;
}

/** A port begins to listen, or no longer does; what is posted to it meanwhile waits. */
export function listen(port: Resource | undefined, listens: boolean, now: () => Resolution): void {
  if (port === undefined) return;
  if (listens) port.listens ??= now();
  else delete port.listens;
}

/** `new MessageChannel()` makes two ports in one go. */
export function joinPorts(port: Resource, former: Resource | undefined): void {
  if (former?.type !== 'MESSAGEPORT' || former.peer !== undefined) return;
  if (port.details.name !== former.details.name || !samePlace(port, former)) return;
  if (port.details.line === undefined || !isChannel(port)) return;
  port.peer = former;
  former.peer = port;
}

/** Whether a port that is called now closes: nothing is left that could have been posted to it. */
export function closesPort(port: Resource): boolean {
  const { closing, peer, posts } = port;
  return closing?.phase === 'close' && peer !== undefined
    ? !stillReads(port)
    : peer?.closing !== undefined && posts.length === 0;
}

/** Closed by one of its messages, it still gets those that were there by then. */
const stillReads = (port: Resource): boolean =>
  port.closing?.by?.task.resource === port &&
  port.posts.some(({ at }) => at < (port.closing?.scheduledAt ?? 0));

/** A worker has ports of its own. */
const isChannel = ({ details: { name } }: Resource): boolean =>
  name === undefined || name === 'MessageChannel';

export const samePlace = (one: Resource, other: Resource): boolean =>
  one.by === other.by &&
  one.details.line === other.details.line &&
  one.details.column === other.details.column;
