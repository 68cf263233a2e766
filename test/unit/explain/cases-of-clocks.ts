import type { Case } from './cases.ts';
import { compute } from './compute.ts';

/** The same, where deadlines decide, and where time passes while nothing is computed. */
export const casesOfClocks: readonly Case[] = [
  {
    name: 'a deadline that refresh moves',
    code: `const late = setTimeout(() => console.log('refreshed'), 500);
setTimeout(() => late.refresh(), 400);
setTimeout(() => console.log('due at 520'), 520);`,
    lines: ['due at 520: timers', 'refreshed: timers'],
    pairs: ['refreshed-later certain'],
  },
  {
    name: 'a script that computes until the timer is due',
    code: `setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
${compute(400)}`,
    lines: ['timeout: timers', 'immediate: check'],
    pairs: ['due-timer-first certain'],
  },
  {
    name: 'a script that sleeps until the timer is due',
    code: `setTimeout(() => console.log('timeout'), 20);
setImmediate(() => console.log('immediate'));
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);`,
    lines: ['timeout: timers', 'immediate: check'],
    pairs: ['due-timer-first certain'],
    never: /In a run in which/,
  },
  {
    name: 'two timers between which the script sleeps',
    code: `setTimeout(() => console.log('30'), 30);
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
setTimeout(() => console.log('5'), 5);`,
    lines: ['30: timers', '5: timers'],
    pairs: ['earlier-deadline certain'],
    says: /makes only the second one later/,
    never: /busy enough/,
  },
  {
    name: 'a script that waits for a process until the timer is due',
    code: `setTimeout(() => console.log('timeout'), 20);
setImmediate(() => console.log('immediate'));
require('node:child_process').execSync('sleep 0.06');`,
    lines: ['timeout: timers', 'immediate: check'],
    pairs: ['due-timer-first unknown'],
    says: /In a run in which the timer is not due by then/,
  },
  {
    name: 'a timer that is made before a chain of timers, and due before its end',
    code: `setTimeout(() => console.log('30'), 30);
setTimeout(() => setTimeout(() => console.log('20 and 20'), 20), 20);`,
    lines: ['30: timers', '20 and 20: timers'],
    pairs: ['earlier-deadline certain'],
    never: /busy enough/,
  },
];
