import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

const { debounce } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('debounce', () => {
  const real = { setTimeout, clearTimeout, setInterval, clearInterval };
  let now, timers, calls;
  const note = (...args) => void calls.push(args.length === 1 ? args[0] : args);

  /** A clock that only moves when a test moves it. */
  beforeEach(() => {
    now = 0;
    timers = new Set();
    calls = [];
    const start = (every) => (callback, delay = 1, ...args) => {
      const timer = { at: now + delay, callback, args, every: every ? delay : undefined, unref: () => timer };
      timers.add(timer);
      return timer;
    };
    const stop = (timer) => void timers.delete(timer);
    Object.assign(globalThis, {
      setTimeout: start(false),
      setInterval: start(true),
      clearTimeout: stop,
      clearInterval: stop,
    });
  });
  afterEach(() => Object.assign(globalThis, real));

  function pass(milliseconds) {
    const end = now + milliseconds;
    for (;;) {
      const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      now = next.at;
      if (next.every === undefined) timers.delete(next);
      else next.at += Math.max(next.every, 1);
      next.callback(...next.args);
    }
    now = end;
  }

  it('runs once, after the wait, and not before', () => {
    const save = debounce(note, 100);
    assert.equal(save('a'), undefined);
    pass(99);
    assert.deepEqual(calls, []);
    pass(1);
    assert.deepEqual(calls, ['a']);
    pass(1000);
    assert.deepEqual(calls, ['a']);
  });

  it("passes on all of the last call's arguments", () => {
    const save = debounce(note, 100);
    save('a');
    save('b', 2);
    pass(100);
    assert.deepEqual(calls, [['b', 2]]);
  });

  it('restarts the wait with each call', () => {
    const save = debounce(note, 100);
    for (const key of ['a', 'b', 'c', 'd']) {
      save(key);
      pass(60);
    }
    assert.deepEqual(calls, []);
    pass(40);
    assert.deepEqual(calls, ['d']);
  });

  it('can be used again after it has run', () => {
    const save = debounce(note, 100);
    save('a');
    pass(100);
    save('b');
    assert.deepEqual(calls, ['a']);
    pass(100);
    assert.deepEqual(calls, ['a', 'b']);
  });

  it('keeps this', () => {
    const editor = { name: 'main', save: debounce(function () { calls.push(this?.name); }, 100) };
    editor.save();
    pass(100);
    assert.deepEqual(calls, ['main']);
  });

  it('gives each debounced function its own wait', () => {
    const save = debounce((key) => note(`save ${key}`), 100);
    const search = debounce((key) => note(`search ${key}`), 50);
    save('a');
    search('b');
    pass(100);
    assert.deepEqual(calls, ['search b', 'save a']);
  });

  it('cancel drops the waiting call, and only that one', () => {
    const save = debounce(note, 100);
    save.cancel();
    save('a');
    save.cancel();
    pass(500);
    assert.deepEqual(calls, []);
    save('b');
    pass(100);
    assert.deepEqual(calls, ['b']);
  });

  it('flush runs the waiting call now, and not a second time', () => {
    const save = debounce(note, 100);
    save('a');
    save('b');
    save.flush();
    assert.deepEqual(calls, ['b']);
    pass(500);
    assert.deepEqual(calls, ['b']);
  });

  it('flush does nothing when no call is waiting', () => {
    const save = debounce(note, 100);
    save.flush();
    save('a');
    pass(100);
    save.flush();
    save('b');
    save.cancel();
    save.flush();
    assert.deepEqual(calls, ['a']);
  });

  it('can be called from inside the work', () => {
    const save = debounce((key) => {
      note(key);
      if (key < 3) save(key + 1);
    }, 100);
    save(1);
    pass(100);
    assert.deepEqual(calls, [1]);
    pass(200);
    assert.deepEqual(calls, [1, 2, 3]);
  });

  it('still works after the work has thrown', () => {
    const save = debounce((key) => {
      note(key);
      if (key === 'bad') throw new Error('disk full');
    }, 100);
    save('bad');
    assert.throws(() => save.flush(), /disk full/);
    save('good');
    pass(100);
    assert.deepEqual(calls, ['bad', 'good']);
  });
});
