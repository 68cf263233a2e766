import assert from 'node:assert/strict';
import { createThrottle, drawingIntervalMs } from '../../../src/inline/throttle.ts';

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

  it('draws at most ten times in any second, however often a program prints', () => {
    const { timers, goTo } = clock();
    const drawn: number[] = [];
    const throttle = createThrottle(() => drawn.push(timers.now()), drawingIntervalMs, timers);
    for (let ms = 0; ms <= 5000; ms++) {
      goTo(ms);
      // In bursts, with pauses.
      if (ms % 700 < 500) for (let line = 0; line < 20; line++) throttle.ask();
    }
    assert.ok(drawn.length > 30, String(drawn.length));
    for (const from of drawn) {
      assert.ok(drawn.filter((at) => at >= from && at < from + 1000).length <= 10, drawn.join());
    }
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
