import assert from 'node:assert/strict';
import {
  call,
  caught,
  chain,
  counting,
  evaluate,
  executor,
  give,
  microtask,
  plain,
  print,
  sleep,
  settled,
  then,
  thenable,
  timeout,
  wait,
} from '../../../src/drill/build.ts';
import { headlinesOf, idleHeadlines } from '../../../src/drill/idle-headlines.ts';
import type { DrillFunction, Program, Statement } from '../../../src/drill/program.ts';
import { recordRun } from '../../../src/drill/recorded-run.ts';

const fetching = (name: string, ...body: Statement[]): DrillFunction => ({
  ...{ name, isAsync: true, body },
});
const functions = [
  fetching('one', print('one')),
  fetching('other', print('other')),
  fetching('slow', wait(sleep(50)), print('slow')),
  fetching('fails', wait(plain), { do: 'throw', message: 'no' }),
  fetching('returns', print('returns'), give(settled)),
  fetching('waits', print('waits'), give(settled, true)),
  fetching('outer', wait(call('one')), print('outer')),
  fetching('tries', { do: 'try', body: [wait(call('fails'))], caught: [print('caught')] }),
  fetching('meets', wait(thenable('value', 'value')), print('met')),
];

/** The idle ones of a program that has only these functions. */
function idle(used: readonly string[], ...body: Statement[]): readonly string[] {
  const program: Program = {
    ...{ kind: 'cjs', body },
    functions: functions.filter(({ name }) => used.includes(name)),
  };
  return idleHeadlines(
    program,
    recordRun(program).lines.map(({ text }) => text),
  );
}

const all = chain({ is: 'all', of: [call('one'), call('other')] }, then(print('all')));
const race = chain({ is: 'race', of: [call('one'), call('slow')] }, then(print('race')));
const apart = timeout(0, counting('count', 4));

describe('A construct whose price decides nothing', () => {
  it('is an executor that resolves in a tick, where it might as well do so immediately', () => {
    const later = chain(executor({ how: 'nextTick' }, print('now')), then(print('then')));
    const job = chain(settled, then(print('job')));
    assert.deepEqual(idle([], later, job), []);
    assert.deepEqual(idle([], job, later), ['an executor that resolves in a tick']);
  });

  it('is Promise.all that nothing competes with', () => {
    assert.deepEqual(idle(['one', 'other'], all, counting('count', 3)), []);
    assert.deepEqual(idle(['one', 'other'], all, apart), ['Promise.all']);
    const early = [microtask(print('a')), microtask(print('b'))];
    assert.deepEqual(idle(['one', 'other'], ...early, all), ['Promise.all']);
  });

  it('is Promise.race that nothing competes with', () => {
    assert.deepEqual(idle(['one', 'slow'], race, counting('count', 3)), []);
    assert.deepEqual(idle(['one', 'slow'], race, apart), ['Promise.race']);
  });

  it('is a link that is passed over', () => {
    const passed = chain(settled, caught(), then(print('reached')));
    assert.deepEqual(idle([], passed, counting('count', 2)), []);
    assert.deepEqual(idle([], passed, apart), ['a link that is passed over']);
    const thrown = { do: 'throw', message: 'no' } as const;
    const jumps = chain(settled, then(print('a'), thrown), then(give(plain)), caught(print('b')));
    assert.deepEqual(idle([], jumps, counting('count', 3)), []);
    assert.deepEqual(idle([], jumps, apart), ['a link that is passed over']);
  });

  it('is a promise that a handler or an async function returns', () => {
    const returns = chain(settled, then(print('a'), give(settled)), then(print('b')));
    assert.deepEqual(idle([], returns, counting('count', 4)), []);
    assert.deepEqual(idle([], returns, apart), ['a promise that is returned']);
    for (const name of ['returns', 'waits']) {
      const then1 = chain(call(name), then(print('then')));
      assert.deepEqual(idle([name], then1, counting('count', 4)), [], name);
      assert.deepEqual(idle([name], then1, apart), ['a promise that is returned'], name);
    }
    // Each is measured against the other.
    const two = ['returns', 'waits'].map((name) => chain(call(name), then(print(`after ${name}`))));
    assert.deepEqual(idle(['returns', 'waits'], ...two), []);
  });

  it('is a thenable, returned or awaited', () => {
    const returned = chain(settled, then(give(thenable('t', 't'))), then(print('b')));
    assert.deepEqual(idle([], returned, counting('count', 3)), []);
    assert.deepEqual(idle([], returned, apart), ['a thenable']);
    assert.deepEqual(idle(['meets'], evaluate(call('meets')), counting('count', 2)), []);
    assert.deepEqual(idle(['meets'], evaluate(call('meets')), apart), ['a thenable']);
  });

  it('is an await of a call, fulfilled or rejected', () => {
    for (const [name, inner] of [
      ['outer', 'one'],
      ['tries', 'fails'],
    ] as const) {
      const start = evaluate(call(name));
      assert.deepEqual(idle([name, inner], start, counting('count', 2)), [], name);
      assert.deepEqual(idle([name, inner], start, apart), ['an await of a call'], name);
    }
  });

  it('is judged by itself: one of two may decide nothing', () => {
    const program: Program = {
      ...{ kind: 'cjs', functions: functions.slice(0, 2) },
      body: [
        chain(settled, caught(), then(print('early')), then(print('late'))),
        microtask(microtask(print('between'))),
        timeout(0, chain(settled, caught(), then(print('alone')))),
      ],
    };
    assert.equal(headlinesOf(program).length, 2);
    const lines = recordRun(program).lines.map(({ text }) => text);
    assert.deepEqual(idleHeadlines(program, lines), ['a link that is passed over']);
  });
});
