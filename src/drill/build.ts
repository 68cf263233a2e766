import type { Expression, Link, RepeatSchedule, Schedule, Statement } from './program.ts';

/** Short ways to write the statements of a program. */

type Body = readonly Statement[];

export const print = (label: string): Statement => ({ do: 'print', label });
export const evaluate = (value: Expression): Statement => ({ do: 'evaluate', value });
export const define = (name: string, value: Expression): Statement => ({
  do: 'define',
  name,
  value,
});
export const schedule = (when: Schedule, ...body: Body): Statement => ({
  do: 'schedule',
  ...when,
  body,
});
export const tick = (...body: Body): Statement => schedule({ how: 'nextTick' }, ...body);
export const microtask = (...body: Body): Statement => schedule({ how: 'queueMicrotask' }, ...body);
export const immediate = (...body: Body): Statement => schedule({ how: 'setImmediate' }, ...body);
export const timeout = (delay: number, ...body: Body): Statement =>
  schedule({ how: 'setTimeout', delay }, ...body);
export const read = (...body: Body): Statement => schedule({ how: 'readFile' }, ...body);
export const interval = (delay: number, times: number, label: string): Statement => ({
  do: 'interval',
  delay,
  times,
  label,
});
export const repeat = (
  name: string,
  how: RepeatSchedule | 'await',
  times: number,
  label: string,
): Statement => ({ do: 'repeat', name, schedule: how, times, label });

export const wait = (value: Expression): Statement => ({ do: 'await', value });
/** @param awaited `return await value` */
export const give = (value: Expression, awaited = false): Statement => ({
  do: 'return',
  value,
  awaited,
});

export const plain: Expression = { is: 'plain' };
export const settled: Expression = { is: 'settled' };
export const call = (name: string): Expression => ({ is: 'call', name });
export const sleep = (delay: number): Expression => ({ is: 'sleep', delay });
export const rejected = (message: string): Expression => ({ is: 'rejected', message });
export const stored = (name: string): Expression => ({ is: 'stored', name });
export const thenable = (name: string, label: string): Expression => ({
  is: 'thenable',
  name,
  label,
});
export const inline = (...body: Body): Expression => ({ is: 'inline', body });
export const executor = (settles: 'now' | Schedule, ...body: Body): Expression => ({
  is: 'executor',
  body,
  settles,
});
export const chained = (from: Expression, ...links: readonly Link[]): Expression => ({
  is: 'chain',
  from,
  links,
});

export const chain = (from: Expression, ...links: readonly Link[]): Statement =>
  evaluate(chained(from, ...links));
export const then = (...body: Body): Link => ({ via: 'then', body });
export const caught = (...body: Body): Link => ({ via: 'catch', body });
export const last = (...body: Body): Link => ({ via: 'finally', body });

/** A chain whose links print the label and their numbers: it counts microtasks. */
export const counting = (label: string, links: number): Statement =>
  chain(settled, ...Array.from({ length: links }, (_, at) => then(print(`${label} ${at + 1}`))));
