import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'every-call-a-little-later': [
    [
      `    debounced.cancel();
    waiting`,
      '    waiting',
    ],
  ],
  'at-the-first-call': `export function debounce(work, wait) {
  let timer;
  function debounced(...args) {
    if (!timer) work.apply(this, args);
    clearTimeout(timer);
    timer = setTimeout(() => (timer = undefined), wait);
  }
  debounced.cancel = () => clearTimeout(timer);
  debounced.flush = () => {};
  return debounced;
}
`,
  'the-wait-goes-on': [
    [
      `    debounced.cancel();
    waiting = { args, self: this, timer: setTimeout(run, wait) };`,
      `    waiting = { args, self: this, timer: waiting?.timer ?? setTimeout(run, wait) };`,
    ],
  ],
  'arguments-of-the-first-call': [
    [
      `    debounced.cancel();
    waiting = { args, self: this, timer: setTimeout(run, wait) };`,
      `    clearTimeout(waiting?.timer);
    waiting = { args: waiting?.args ?? args, self: this, timer: setTimeout(run, wait) };`,
    ],
  ],
  'one-argument': [['work.apply(self, args)', 'work.call(self, args[0])']],
  'loses-this': [['work.apply(self, args)', 'work(...args)']],
  'one-timer-for-everybody': [
    [
      `export function debounce(work, wait) {
  let waiting;
`,
      `let waiting;

export function debounce(work, wait) {
`,
    ],
  ],
  'an-interval': [
    ['setTimeout(run', 'setInterval(run'],
    [
      `    const { args, self } = waiting;
    waiting = undefined;`,
      '    const { args, self } = waiting;',
    ],
  ],
  'cancelled-for-good': `export function debounce(work, wait) {
  let waiting;
  let cancelled = false;
  const run = () => {
    const { args, self } = waiting;
    waiting = undefined;
    if (!cancelled) work.apply(self, args);
  };
  function debounced(...args) {
    clearTimeout(waiting?.timer);
    waiting = { args, self: this, timer: setTimeout(run, wait) };
  }
  debounced.cancel = () => {
    cancelled = true;
  };
  debounced.flush = () => {
    if (!waiting) return;
    clearTimeout(waiting.timer);
    run();
  };
  return debounced;
}
`,
  'cancel-keeps-the-call': [
    [
      `    clearTimeout(waiting?.timer);
    waiting = undefined;`,
      '    clearTimeout(waiting?.timer);',
    ],
  ],
  'flushed-and-run-again': `export function debounce(work, wait) {
  let timer;
  let last;
  function debounced(...args) {
    clearTimeout(timer);
    last = () => work.apply(this, args);
    timer = setTimeout(last, wait);
  }
  debounced.cancel = () => {
    clearTimeout(timer);
    last = undefined;
  };
  debounced.flush = () => {
    last?.();
    last = undefined;
  };
  return debounced;
}
`,
  'flush-without-a-call': [
    [
      `    if (!waiting) return;
    clearTimeout(waiting.timer);
    run();`,
      `    clearTimeout(waiting?.timer);
    waiting = undefined;
    work();`,
    ],
  ],
  'forgets-after-the-work': [
    [
      `    waiting = undefined;
    work.apply(self, args);`,
      `    work.apply(self, args);
    waiting = undefined;`,
    ],
  ],
};
