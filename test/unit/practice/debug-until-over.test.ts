import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { debugUntilOver, type Debug } from '../../../src/features/practice/debug-until-over.ts';

type Listener = (session: vscode.DebugSession) => unknown;

describe('Debugging a practice problem', () => {
  const configuration = { type: 'node', request: 'launch', name: 'all', program: 'run.mjs' };
  const session = (name: string, program: string): vscode.DebugSession =>
    ({
      id: `${name} ${program}`,
      name,
      configuration: { program },
    }) as unknown as vscode.DebugSession;

  /** A debugger whose start the test goes through itself; `stopped` has what it was told to stop. */
  function started(signal: AbortSignal) {
    const listeners: Record<'start' | 'end', Listener | undefined> = {
      ...{ start: undefined, end: undefined },
    };
    const stopped: unknown[] = [];
    let answer: (isStarted: boolean) => void = () => undefined;
    const on = (which: 'start' | 'end') => (listener: Listener) => {
      listeners[which] = listener;
      return { dispose: () => undefined };
    };
    const debug = {
      onDidStartDebugSession: on('start'),
      onDidTerminateDebugSession: on('end'),
      startDebugging: () => new Promise<boolean>((resolve) => (answer = resolve)),
      stopDebugging: (one: unknown) => {
        stopped.push(one);
        return Promise.resolve();
      },
    } as unknown as Debug;
    const result = debugUntilOver(debug, undefined, configuration, {}, signal);
    return {
      ...{ result, stopped, answer },
      begin: (one: vscode.DebugSession) => listeners.start?.(one),
      end: (one: vscode.DebugSession) => listeners.end?.(one),
    };
  }

  it('stops nothing but its own session when it is cancelled while that starts', async () => {
    const controls = new AbortController();
    const run = started(controls.signal);
    run.begin(session('theirs', 'server.js'));
    controls.abort();
    assert.deepEqual(run.stopped, []);
    const own = session('all', 'run.mjs');
    run.begin(own);
    assert.deepEqual(run.stopped, [own]);
    run.end(own);
    run.answer(true);
    assert.equal(await run.result, true);
  });

  it('ends with a session whose program was changed, even one that was over at once', async () => {
    const run = started(new AbortController().signal);
    const own = session('all', 'elsewhere.mjs');
    run.begin(session('theirs', 'server.js'));
    run.begin(own);
    run.end(own);
    run.answer(true);
    assert.equal(await run.result, true);
  });

  it('ends when no session came of it', async () => {
    for (const answer of [false, true]) {
      const run = started(new AbortController().signal);
      run.answer(answer);
      assert.equal(await run.result, false);
    }
  });
});
