import type { JobHost, Value } from './promises.ts';
import { ModelPromise, promiseOf } from './promises.ts';

type Members = readonly (() => Value)[];

/** `Promise.all` and `Promise.race` over members that are evaluated here, one after the other. */
export function combine(host: JobHost, how: 'all' | 'race', members: Members): ModelPromise {
  const result = new ModelPromise(host);
  if (how === 'all' && host.believes('all-in-sequence')) inSequence(host, result, members);
  else start(host, how, result, members);
  return result;
}

function start(host: JobHost, how: 'all' | 'race', result: ModelPromise, members: Members): void {
  const waitsForAll = how === 'all' || host.believes('race-waits-for-all');
  const isFree = how === 'all' && host.believes('all-is-free');
  let left = members.length;
  const done = (): void => {
    left -= 1;
    if (left === 0 || !waitsForAll) result.resolve(undefined);
  };
  // All values are there before the first of them is asked.
  for (const value of members.map((member) => member())) {
    const promise = promiseOf(host, value);
    if (isFree) promise.watch(done);
    else promise.whenSettled(done, () => result.reject(), `Promise.${how}`);
  }
}

function inSequence(host: JobHost, result: ModelPromise, members: Members): void {
  const [member, ...others] = members;
  if (!member) result.resolve(undefined);
  else {
    promiseOf(host, member()).whenSettled(
      () => inSequence(host, result, others),
      () => result.reject(),
      'Promise.all',
    );
  }
}
