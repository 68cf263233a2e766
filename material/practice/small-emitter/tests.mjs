import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { Emitter } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('small-emitter', () => {
  /** An emitter, and listeners that record their name and arguments. */
  function start() {
    const emitter = new Emitter();
    const calls = [];
    const listener = (name) => (...args) => calls.push([name, ...args].join(' '));
    return { emitter, calls, listener };
  }

  it('calls the listeners in order, before emit returns, with all arguments', () => {
    const { emitter, calls, listener } = start();
    emitter.on('saved', listener('first'));
    emitter.on('saved', listener('second'));
    emitter.on('closed', listener('other'));
    emitter.emit('saved', 7, 'pen');
    assert.deepEqual(calls, ['first 7 pen', 'second 7 pen']);
  });

  it('returns whether there were listeners', () => {
    const { emitter, listener } = start();
    const once = listener('once');
    emitter.once('saved', once);
    assert.deepEqual([emitter.emit('saved'), emitter.emit('saved'), emitter.emit('closed')], [true, false, false]);
  });

  it('returns itself, so that calls can be chained', () => {
    const { emitter, calls, listener } = start();
    const gone = listener('gone');
    emitter.on('a', gone).once('a', listener('once')).off('a', gone).on('a', listener('on'));
    emitter.emit('a');
    assert.deepEqual(calls, ['once', 'on']);
  });

  it('calls a listener twice that was added twice, and off removes the last one', () => {
    const { emitter, calls, listener } = start();
    const twice = listener('twice');
    emitter.on('a', twice).on('a', listener('between')).on('a', twice);
    emitter.emit('a');
    emitter.off('a', twice);
    emitter.emit('a');
    assert.deepEqual(calls, ['twice', 'between', 'twice', 'twice', 'between']);
  });

  it('off accepts an unknown listener and an unknown event', () => {
    const { emitter, calls, listener } = start();
    emitter.on('a', listener('stays'));
    emitter.off('a', listener('unknown')).off('b', listener('unknown'));
    emitter.emit('a');
    assert.deepEqual(calls, ['stays']);
  });

  it('off finds a listener that was added with once', () => {
    const { emitter, calls, listener } = start();
    const once = listener('once');
    emitter.once('a', once).on('a', listener('on'));
    emitter.off('a', once);
    emitter.emit('a');
    assert.deepEqual(calls, ['on']);
  });

  it('calls a once listener a single time, even if it emits the event again', () => {
    const { emitter, calls, listener } = start();
    emitter.once('a', () => {
      calls.push('once');
      emitter.emit('a');
    });
    emitter.on('a', listener('on'));
    emitter.emit('a');
    assert.deepEqual(calls, ['once', 'on', 'on']);
  });

  it('removes a once listener before it calls it, even if it throws', () => {
    const { emitter } = start();
    emitter.once('a', () => {
      throw new Error('broken');
    });
    assert.throws(() => emitter.emit('a'), /broken/);
    assert.equal(emitter.emit('a'), false);
  });

  it('calls a listener that is removed during the emit one last time', () => {
    const { emitter, calls, listener } = start();
    const second = listener('second');
    const first = () => {
      calls.push('first');
      emitter.off('a', first).off('a', second);
    };
    emitter.on('a', first).on('a', second).on('a', listener('third'));
    emitter.emit('a');
    emitter.emit('a');
    assert.deepEqual(calls, ['first', 'second', 'third', 'third']);
  });

  it('calls a listener that is added during the emit from the next one on', () => {
    const { emitter, calls, listener } = start();
    emitter.once('a', () => emitter.on('a', listener('added')));
    emitter.emit('a');
    assert.deepEqual(calls, []);
    emitter.emit('a');
    assert.deepEqual(calls, ['added']);
  });

  it('stops when a listener throws', () => {
    const { emitter, calls, listener } = start();
    emitter.on('a', () => {
      throw new Error('broken');
    });
    emitter.on('a', listener('second'));
    assert.throws(() => emitter.emit('a'), /broken/);
    assert.deepEqual(calls, []);
  });

  it('calls listeners with the emitter as this', () => {
    const { emitter } = start();
    const selves = [];
    const note = function () {
      selves.push(this === emitter);
    };
    emitter.on('a', note).once('a', note);
    emitter.emit('a');
    assert.deepEqual(selves, [true, true]);
  });

  it('throws the argument of an error event that nobody listens to', () => {
    const { emitter, calls, listener } = start();
    const error = new Error('disk full');
    assert.throws(() => emitter.emit('error', error), (thrown) => thrown === error);
    emitter.on('error', ({ message }) => listener('heard')(message));
    assert.equal(emitter.emit('error', error), true);
    assert.deepEqual(calls, ['heard disk full']);
  });

  it('accepts any event name, and symbols', () => {
    const { emitter, calls, listener } = start();
    const symbol = Symbol('private');
    const names = ['constructor', '__proto__', 'toString', symbol];
    assert.deepEqual(names.map((name) => emitter.emit(name)), [false, false, false, false]);
    for (const name of names) emitter.on(name, listener(String(name)));
    for (const name of names) emitter.emit(name);
    assert.deepEqual(calls, ['constructor', '__proto__', 'toString', 'Symbol(private)']);
  });

  it('has its own listeners', () => {
    const { emitter, calls, listener } = start();
    emitter.on('a', listener('first'));
    assert.equal(new Emitter().emit('a'), false);
    assert.deepEqual(calls, []);
  });
});
