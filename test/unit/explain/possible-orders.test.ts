import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ModuleKind } from '../../../src/bank/model.ts';
import { judgeProgram } from '../../../src/explain/judge-program.ts';
import { callbackCertainty } from '../../../src/explain/explain-order.ts';
import { possibleOrders } from '../../../src/explain/possible-orders.ts';
import { enumerateOutputs } from '../../../src/order/order-lines.ts';
import { displayText } from '../../../src/order/line-text.ts';
import { matchLines } from '../../../src/order/matcher.ts';
import type { Order } from '../../../src/order/order.ts';
import { realNodes } from '../bank/real-runs.ts';
import type { RealNodes } from '../bank/real-runs.ts';
import type { Callback, Task, Trace } from '../../../src/trace/model.ts';
import { anyProgram, writeProgram } from './random-program.ts';

interface Case {
  readonly name: string;
  readonly code: string;
  /** Outputs that must be possible, one letter a line, and some that must not be. */
  readonly possible: readonly string[];
  readonly impossible?: readonly string[];
  readonly undecided?: readonly string[];
}

/** Of orders that allow more than this, a part is looked at. */
const mostOutputs = 200;

const log = (text: string): string => `console.log('${text}')`;

const cases: readonly Case[] = [
  {
    name: 'a timeout against an immediate',
    code: `setTimeout(() => ${log('t')}, 0); setImmediate(() => ${log('i')});`,
    possible: ['ti', 'it'],
    impossible: ['tii', 't', ''],
  },
  {
    name: 'callbacks that stay with the queues that they drain',
    code: `setTimeout(() => { ${log('t')}; Promise.resolve().then(() => ${log('p')}); }, 0);
      setImmediate(() => { ${log('i')}; process.nextTick(() => ${log('n')}); });`,
    possible: ['tpin', 'intp'],
    impossible: ['tipn', 'itpn', 'ptin'],
  },
  {
    name: 'a script before its race',
    code: `setTimeout(() => ${log('t')}, 0); setImmediate(() => ${log('i')}); ${log('s')};
      process.nextTick(() => ${log('n')}); Promise.resolve().then(() => ${log('p')});`,
    possible: ['snpti', 'snpit'],
    impossible: ['spnti', 'tsnpi', 'snptx'],
  },
  {
    name: 'immediates of one go, which no timer can part',
    code: `setImmediate(() => { ${log('a')}; setImmediate(() => ${log('c')}); });
      setImmediate(() => { ${log('b')}; queueMicrotask(() => ${log('m')}); }); setTimeout(() => ${log('t')}, 0);`,
    possible: ['tabmc', 'abmtc', 'abmct'],
    impossible: ['atbmc', 'abtmc', 'ambtc', 'bmatc'],
  },
  {
    name: 'an immediate of one that slept: by then the timer is due',
    code: `setImmediate(() => { ${log('a')}; Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
      setImmediate(() => ${log('c')}); }); setTimeout(() => ${log('t')}, 0);`,
    possible: ['tac', 'atc'],
    impossible: ['act'],
  },
  {
    name: 'an operation against an immediate and what that makes',
    code: `require('node:fs').stat(__filename, () => ${log('f')});
      setImmediate(() => { ${log('i')}; process.nextTick(() => ${log('n')}); });`,
    possible: ['fin', 'inf'],
    impossible: ['ifn', 'nif'],
  },
  {
    name: 'what follows promises that are joined: it may come after either',
    code: `const wait = (make, name) => new Promise((resolve) => make(() => { console.log(name); resolve(); }));
      Promise.all([wait(setTimeout, 't'), wait(setImmediate, 'i')]).then(() => ${log('d')});`,
    possible: [],
    undecided: ['tid', 'itd'],
  },
  {
    name: 'a counter: the last line belongs to whichever comes last',
    code: `let left = 2; const done = () => { if (--left === 0) ${log('d')}; };
      setTimeout(() => { ${log('t')}; done(); }, 0); setImmediate(() => { ${log('i')}; done(); });`,
    possible: [],
    undecided: ['tid', 'itd'],
  },
  {
    name: 'two operations of the thread pool, whose callbacks keep their own promise jobs',
    code: `const fs = require('node:fs');
      fs.stat(__filename, () => { ${log('a')}; Promise.resolve().then(() => ${log('p')}); });
      fs.stat(__filename, () => ${log('b')}); ${log('s')};`,
    possible: ['sapb', 'sbap'],
    impossible: ['sabp', 'spab', 'asbp'],
  },
  {
    name: 'an immediate that a timer makes against the next timer of its list',
    code: `setTimeout(() => { ${log('f')}; setImmediate(() => ${log('i')}); }, 5);
      setTimeout(() => ${log('s')}, 5);`,
    possible: ['fsi', 'fis'],
    impossible: ['sfi', 'ifs', 'sif'],
  },
  {
    name: 'process.exit in a timer, which may keep an immediate from running',
    code: `setTimeout(() => { ${log('t')}; process.exit(); }, 0); setImmediate(() => ${log('i')});`,
    possible: [],
    undecided: ['t', 'it'],
  },
  {
    name: 'whichever comes first wins: another order would print another line',
    code: `let won; const win = (one) => { if (!won) { won = one; console.log(one); } };
      setTimeout(() => win('t'), 0); setImmediate(() => win('i'));`,
    possible: [],
    undecided: ['t', 'i'],
  },
  {
    name: 'that nothing is printed after process.exit, and nothing that was due much later before it',
    code: `setTimeout(() => ${log('n')}, 5000);
      setTimeout(() => { ${log('t')}; process.exit(); ${log('x')}; }, 10);`,
    possible: ['t'],
    impossible: ['tx', 'tn', 'nt', ''],
  },
  {
    name: 'that jobs do not come after a tick that exits',
    code: `Promise.resolve().then(() => ${log('p')}); setTimeout(() => ${log('t')}, 0);
      process.nextTick(() => { ${log('n')}; process.exit(); });`,
    possible: ['n'],
    impossible: ['np', 'pn', 'nt', 'npt'],
  },
  {
    name: 'process.exit while a file is being read, which may be read before',
    code: `require('node:fs').readFile(__filename, () => ${log('f')});
      setTimeout(() => { ${log('t')}; process.exit(); }, 0);`,
    possible: [],
    undecided: ['t', 'ft'],
  },
  {
    name: 'timers and immediates that clear each other: one of them would have run',
    code: `const t = setTimeout(() => { ${log('t')}; clearImmediate(i); }, 0);
      const i = setImmediate(() => { ${log('i')}; clearTimeout(t); });`,
    possible: [],
    undecided: ['t', 'i'],
  },
  {
    name: 'a timer that is cleared long before it is due, or does not keep the program alive',
    code: `const n = setTimeout(() => ${log('n')}, 5000); setTimeout(() => ${log('u')}, 5000).unref();
      setTimeout(() => { ${log('t')}; clearTimeout(n); }, 10);`,
    possible: ['t'],
    impossible: ['tn', 'nt', 'tu', 'ut', ''],
  },
  {
    name: 'a cache: which of two callbacks fills it decides where a line is printed',
    code: `const cache = new Map();
      const get = () => { if (cache.has('k')) ${log('h')}; else { cache.set('k', 1); ${log('m')}; } };
      setTimeout(() => { get(); ${log('t')}; }, 0); setImmediate(() => { get(); ${log('i')}; });`,
    possible: [],
    undecided: ['mthi', 'miht'],
  },
];

/**
 * The same record with the times of a machine that has nothing else to do: rules that judge by the
 * clock leave a race what it is.
 */
function onIdleMachine(trace: Trace): Trace {
  const started: number[] = [];
  const madeAt = ({ by = 0 }: Task): number => started[by] ?? 0;
  for (const { index, task: id, phase } of trace.callbacks) {
    const task = trace.tasks[id];
    const next = (started[index - 1] ?? 0) + 0.1;
    const due = task && phase === 'timers' ? madeAt(task) + (task.delayMs ?? 1) : 0;
    started.push(Math.max(next, due));
  }
  return {
    ...trace,
    callbacks: trace.callbacks.map(({ cpuMs: _, ...callback }, at): Callback => {
      const startedMs = started[at] ?? 0;
      return {
        ...callback,
        startedMs,
        ...(callback.endedMs !== undefined && { endedMs: startedMs + 0.05 }),
      };
    }),
    tasks: trace.tasks.map(({ scheduledCpuMs: _, ...task }): Task => ({
      ...task,
      ...(task.scheduledMs !== undefined && { scheduledMs: madeAt(task) }),
    })),
  };
}

describe('possibleOrders', function () {
  this.timeout(120_000);
  let nodes: RealNodes;
  before(async () => (nodes = await realNodes()));
  after(() => nodes.remove());

  const record = async (code: string, kind: ModuleKind = 'cjs') => {
    const { trace, lines, ended } = await nodes.run('24', kind, code, undefined, true);
    assert.ok(trace);
    assert.equal(ended, 'exit');
    const recorded = { lines, trace: onIdleMachine(trace) };
    return { code, kind, actual: lines, truncated: false, recorded };
  };

  for (const { name, code, possible, impossible = [], undecided = [] } of cases) {
    it(`knows ${name}`, async () => {
      const program = await record(code);
      const shown = program.actual.map(displayText).join('');
      const kindOf = (prediction: string) => judgeProgram(program, Array.from(prediction)).kind;
      for (const prediction of possible) {
        assert.equal(kindOf(prediction), prediction === shown ? 'exact' : 'possible', prediction);
      }
      for (const prediction of impossible) assert.equal(kindOf(prediction), 'wrong', prediction);
      for (const prediction of undecided) {
        assert.equal(kindOf(prediction), prediction === shown ? 'exact' : 'unknown', prediction);
      }
    });
  }

  it('takes a few milliseconds of work for what they are on a machine that is slow', () => {
    const timerFirst = (startMs: number): Trace => ({
      entry: 'cjs',
      tasks: [
        { id: 0, phase: 'main', api: 'script', internal: false, scheduledAt: 0 },
        {
          ...{ id: 1, phase: 'timers', api: 'setTimeout', internal: false, by: 0, delayMs: 1 },
          ...{ scheduledAt: 2, scheduledMs: 0.3, scheduledCpuMs: startMs },
        },
        { id: 2, phase: 'check', api: 'setImmediate', internal: false, by: 0, scheduledAt: 3 },
      ],
      callbacks: [
        {
          ...{ index: 0, task: 0, phase: 'main', after: 'main', turn: 0, from: 1, to: 4 },
          ...{ startedMs: 0, endedMs: 30, cpuMs: startMs + 10 },
        },
        { ...both, index: 1, task: 1, phase: 'timers', after: 'timers', from: 5, to: 6 },
        { ...both, index: 2, task: 2, phase: 'check', after: 'check', from: 7, to: 8 },
      ],
      lines: [],
      end: 9,
      complete: 'whole',
      untraced: [],
    });
    const both = { turn: 1, startedMs: 31 };
    assert.equal(callbackCertainty(timerFirst(50))(1, 2), 'certain');
    // Node's start took three times as long as usual, so the script did next to nothing.
    assert.notEqual(callbackCertainty(timerFirst(180))(1, 2), 'certain');
  });

  it('is the one order where rules fix all of it', async () => {
    const code = `${log('a')}; process.nextTick(() => ${log('b')}); setTimeout(() => ${log('c')}, 0);`;
    const { recorded } = await record(code);
    const found = possibleOrders(recorded.trace, { code, kind: 'cjs' });
    assert.deepEqual(found?.order, ['a', 'b', 'c'] satisfies Order);
    assert.equal(found.movesOnly, true);
  });

  it('writes the race in the notation of expectations', async () => {
    const code = `setTimeout(() => { ${log('t')}; queueMicrotask(() => ${log('q')}); }, 0); setImmediate(() => ${log('i')}); ${log('s')};`;
    const { recorded } = await record(code);
    const { order } = possibleOrders(recorded.trace, { code, kind: 'cjs' }) ?? {};
    assert.ok(order !== undefined);
    for (const text of ['stqi', 'sitq']) {
      const lines = Array.from(text).map((one) => ({ stream: 'stdout' as const, text: one }));
      assert.equal(matchLines(order, lines, { comparison: 'strict' }).kind, 'match', text);
    }
  });

  it('says nothing of another order where an error may end the program earlier', async () => {
    const code = `setTimeout(() => { throw new Error('x'); }, 0); setImmediate(() => ${log('i')});`;
    const program = await record(code);
    const lines = program.actual.map(displayText);
    const other = lines[0] === 'i' ? lines.slice(1) : ['i', ...lines];
    assert.equal(judgeProgram(program, other).kind, 'unknown');
  });

  it('keeps each certain pair in every order that it allows, and allows the order of the run', async () => {
    let held = 0;
    for (const sharing of [false, true]) {
      for (const parts of fc.sample(anyProgram(sharing), { numRuns: 8, seed: 41 })) {
        const code = writeProgram(parts);
        const { recorded } = await record(code);
        const found = possibleOrders(recorded.trace, { code, kind: 'cjs' });
        if (found?.order === undefined) continue;
        const texts = recorded.trace.lines.map(displayText);
        const own = matchLines(found.order, recorded.lines, { comparison: 'strict' });
        assert.equal(own.kind, 'match', `${code}\n${texts.join(' | ')}`);
        for (const output of enumerateOutputs(found.order, mostOutputs).outputs) {
          const places = new Map(output.map((line, place) => [displayText(line), place]));
          for (const [later, other] of texts.entries()) {
            for (const [earlier, one] of texts.slice(0, later).entries()) {
              if (one === other || found.relation(earlier, later) !== 'certain') continue;
              const [first, second] = [places.get(one), places.get(other)];
              if (first === undefined || second === undefined) continue;
              held += 1;
              assert.ok(
                first < second,
                `${one} < ${other}:\n${code}\n${[...places.keys()].join(' | ')}`,
              );
            }
          }
        }
      }
    }
    assert.ok(held > 1000, String(held));
  });

  // A sample of `npm run verify:orders`, which asks many more runs of many more programs.
  it('calls no output of another run wrong, whatever the program is', async () => {
    for (const sharing of [false, true]) {
      for (const parts of fc.sample(anyProgram(sharing), { numRuns: 4, seed: 20 })) {
        const code = writeProgram(parts);
        const program = await record(code);
        for (let run = 0; run < 3; run++) {
          const { lines } = await nodes.run('24', 'cjs', code);
          const verdict = judgeProgram(program, lines.map(displayText));
          assert.notEqual(verdict.kind, 'wrong', `${code}\n${lines.map(displayText).join(' | ')}`);
        }
      }
    }
  });
});
