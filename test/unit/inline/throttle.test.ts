import assert from 'node:assert/strict';
import { createThrottle } from '../../../src/inline/throttle.ts';

/** Time that a test moves. */
function clock() {
  let time = 0;
  let waiting: { readonly at: number; readonly action: () => void } | undefined;
  return {
    timers: {
      now: () => time,
      set: (action: () => void, ms: number) => (waiting = { at: time + ms, action }),
      clear: (timer: unknown) => {
        if (timer === waiting) waiting = undefined;
      },
    },
    goTo: (to: number) => {
      while (waiting && waiting.at <= to) {
        time = waiting.at;
        waiting.action();
      }
      time = to;
    },
  };
}

describe('A throttle', () => {
  it('acts immediately, then at most every 100 ms, and never forgets the last request', () => {
    const { timers, goTo } = clock();
    const done: number[] = [];
    const throttle = createThrottle(() => done.push(timers.now()), 100, timers);
    for (let ms = 0; ms <= 1000; ms++) {
      goTo(ms);
      if (ms < 950) throttle.ask();
    }
    goTo(5000);
    assert.deepEqual(done, [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
  });

  it('acts now where that is wanted, and not once more for what was asked before', () => {
    const { timers, goTo } = clock();
    const done: number[] = [];
    const throttle = createThrottle(() => done.push(timers.now()), 100, timers);
    throttle.ask();
    goTo(10);
    throttle.ask();
    throttle.now();
    goTo(500);
    assert.deepEqual(done, [0, 10]);
    throttle.ask();
    throttle.ask();
    throttle.dispose();
    goTo(900);
    assert.deepEqual(done, [0, 10, 500]);
  });
});
