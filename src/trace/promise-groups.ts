import type { Resource } from './drafts.ts';

/**
 * Tells which promises are the jobs of one call of `Promise.all` or `Promise.allSettled`. It makes the promise that it
 * returns, and then one for the job of each promise that it waits for. What is none gets a promise of its own, which
 * is made right before that job's.
 *
 * @returns to be called with each resource when it is made
 */
export function createPromiseGroups(): (resource: Resource) => void {
  /** By the place of the call: the last promises there that were made for no job. */
  const calls = new Map<string, readonly number[]>();
  return (resource) => {
    const { id, type, trigger, details, derived } = resource;
    const { name, file, line, column } = details;
    const isCall = type === 'PROMISE' && file === undefined && line !== undefined;
    if (!isCall || (name !== 'all' && name !== 'allSettled')) return;
    const place = `${line}:${column} ${name}`;
    const last = calls.get(place) ?? [];
    if (!derived) {
      calls.set(place, [...last.slice(-1), id]);
      return;
    }
    const isOfValue = last.length > 1 && last.at(-1) === trigger;
    if (isOfValue) calls.set(place, last.slice(0, -1));
    const call = last.at(isOfValue ? -2 : -1);
    if (call !== undefined) resource.group = call;
  };
}
