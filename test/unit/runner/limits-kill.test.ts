import assert from 'node:assert/strict';
import { constants } from 'node:os';
import { guardKill } from '../../../src/runner/child/guard-kill.ts';

const { SIGTERM, SIGKILL } = constants.signals;

// With a stand-in for the process: what is refused here would end the tests, and more.
describe('Whom a snippet can send a signal', () => {
  const parent = 4000;

  function guarded() {
    const sent: unknown[][] = [];
    const target = {
      ppid: parent,
      kill: process.kill.bind(process),
      _kill(...args: unknown[]): number {
        sent.push(args);
        return 0;
      },
    };
    guardKill(target);
    return { send: (pid: number | string, signal: number) => target._kill(pid, signal), sent };
  }

  for (const pid of [parent, -parent, -1, '4000']) {
    it(`is not ${pid}, and the error says so`, () => {
      const { send, sent } = guarded();
      for (const signal of [SIGTERM, SIGKILL]) {
        assert.throws(() => send(pid, signal), {
          code: 'EPERM',
          syscall: 'kill',
          message: pid === -1 ? /every process of yours/ : /the editor/,
        });
      }
      assert.deepEqual(sent, []);
    });
  }

  it('is anybody else, itself and its group', () => {
    const { send, sent } = guarded();
    for (const pid of [1234, -1234, 0]) assert.equal(send(pid, SIGTERM), 0);
    assert.deepEqual(sent, [
      [1234, SIGTERM],
      [-1234, SIGTERM],
      [0, SIGTERM],
    ]);
  });

  it('is the parent too when it only asks whether that lives', () => {
    const { send, sent } = guarded();
    assert.equal(send(parent, 0), 0);
    assert.deepEqual(sent, [[parent, 0]]);
  });
});
