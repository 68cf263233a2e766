import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseRecord } from '../../../src/runner/parse-record.ts';
import type { TraceEvent } from '../../../src/trace/trace-event.ts';
import { buildTrace } from '../../../src/trace/build-trace.ts';
import type { Trace } from '../../../src/trace/model.ts';
import type { PrintedLine, Step } from '../../../src/trace/recording.ts';
import { assertValid } from './assert-valid.ts';

const folder = join(import.meta.dirname, '../../fixtures/traces');

const id = fc.integer({ min: 0, max: 12 });
const ms = fc.double({ min: 0, max: 1000, noNaN: true });
const type = fc.constantFrom(
  ...['PROMISE', 'TickObject', 'Timeout', 'Immediate', 'Microtask', 'FSREQCALLBACK', 'TCPWRAP'],
  ...['WORKER', 'PROCESSWRAP', 'Mine'],
);
const details = fc.record(
  {
    line: fc.integer({ min: 1, max: 9 }),
    column: fc.integer({ min: 1, max: 9 }),
    name: fc.constantFrom('then', 'setTimeout', 'nextTick', 'Server.listen', '', '.'),
    file: fc.constantFrom('node:timers', 'node:net', 'node:internal/process/task_queues'),
    tick: fc.constantFrom('endReadableNT', 'emitCloseNT', 'other'),
    ms,
    delay: fc.integer(),
    repeat: fc.boolean(),
  },
  { requiredKeys: [] },
);
const event: fc.Arbitrary<TraceEvent> = fc.oneof(
  fc.tuple(fc.constant('main' as const), id, ms, fc.integer({ min: -1, max: 5 })),
  fc.tuple(fc.constant('init' as const), id, type, id, details),
  fc.tuple(fc.constant('before' as const), id, ms),
  fc.tuple(fc.constant('before' as const), id, ms, fc.integer({ min: -2, max: 9 }), fc.boolean()),
  fc.tuple(fc.constant('after' as const), id, ms),
  fc.tuple(fc.constant('resolve' as const), id),
  fc.tuple(fc.constant('fill' as const), id),
  fc.tuple(fc.constant('clear' as const), id),
  fc.tuple(
    fc.constant('event' as const),
    fc.constantFrom('exit', 'beforeExit', 'unhandledRejection', 'uncaughtException'),
    ms,
  ),
  fc.tuple(fc.constant('done' as const), ms),
  fc.constant(['stop'] as const),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: event },
  fc.tuple(
    fc.constant('output' as const),
    fc.record({ line: id, column: id, from: fc.constant('worker' as const) }, { requiredKeys: [] }),
  ),
  fc.constant(['error'] as const),
);

const line: fc.Arbitrary<PrintedLine> = fc.record(
  {
    stream: fc.constantFrom('stdout', 'stderr', 'uncaught', 'exit'),
    text: fc.string(),
    step: fc.integer({ min: 0, max: 70 }),
  },
  { requiredKeys: ['stream', 'text'] },
);

function build(steps: readonly Step[], lines: readonly PrintedLine[]): Trace {
  const trace = buildTrace({ entry: 'cjs', steps, lines, whole: true });
  assertValid(trace, lines);
  return trace;
}

describe('A trace is valid', function () {
  this.timeout(60_000);

  it('whatever was recorded, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.array(line, { maxLength: 8 }),
        (steps, lines) => {
          build(steps, lines);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('when a real recording is cut off, shuffled or has gaps', () => {
    const recordings = realRecordings();
    fc.assert(
      fc.property(
        fc.constantFrom(...recordings),
        fc.infiniteStream(fc.boolean()),
        fc.nat(400),
        (steps, kept, cut) => {
          const draws = kept[Symbol.iterator]();
          build(
            steps.slice(0, cut).filter(() => draws.next().value === true),
            [],
          );
          build(steps.slice(0, cut).toReversed(), []);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('when nothing was recorded', () => {
    const trace = build([], [{ stream: 'stdout', text: 'a' }]);
    assert.equal(trace.callbacks.length, 1);
    assert.equal(trace.tasks.length, 1);
    assert.equal(trace.lines[0]?.from, 'process');
  });

  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    it(`as recorded: ${file}`, () => {
      const { trace, lines } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        trace: Trace;
        lines: PrintedLine[];
      };
      assertValid(trace, lines);
    });
  }
});

describe('A trace stops', () => {
  const before = (number: number): Step[] => [
    ['init', number, 'TickObject', 1],
    ['before', number, 1],
  ];

  it('where the child stopped recording; later lines have no callback', () => {
    const steps: Step[] = [['main', 1, 0, 0], ...before(5), ['stop'], ['output', {}]];
    const trace = build(steps, [{ stream: 'stdout', text: 'late', step: 4 }]);
    assert.equal(trace.complete, 'tooLong');
    assert.equal(trace.lines[0]?.callback, undefined);
  });

  it('where the run was cut', () => {
    const steps: Step[] = [['main', 1, 0, 0], ...before(5)];
    const trace = buildTrace({ entry: 'cjs', steps, lines: [], whole: false });
    assert.equal(trace.complete, 'runCut');
    assert.equal(trace.callbacks.length, 2);
  });
});

describe('Turns of the loop', () => {
  const timer = (number: number, loops: number): Step[] => [
    ['init', number, 'Timeout', 1],
    ['before', number, 1, loops],
    ['after', number, 2],
  ];
  const immediate = (number: number, loops: number): Step[] => [
    ['init', number, 'Immediate', 1],
    ['before', number, 1, loops],
    ['after', number, 2],
  ];
  const turns = (loops: number, ...steps: Step[][]) =>
    build([['main', 1, 0, loops], ['after', 1, 0], ...steps.flat()], []).callbacks.map(
      ({ turn }) => turn,
    );

  it('begin with timers, which libuv runs before it counts', () => {
    assert.deepEqual(
      turns(0, timer(2, 0), immediate(3, 1), timer(4, 1), immediate(5, 2)),
      [0, 1, 1, 2, 2],
    );
  });

  it('begin with the script, though the loop turned to load it', () => {
    assert.deepEqual(turns(3, immediate(2, 3), timer(3, 3)), [0, 1, 2]);
  });

  it('are told by the phases where Node does not count', () => {
    assert.deepEqual(
      turns(-1, timer(2, -1), immediate(3, -1), timer(4, -1), immediate(5, -1)),
      [0, 1, 1, 2, 2],
    );
  });

  it('never go back', () => {
    assert.deepEqual(turns(0, immediate(2, 5), immediate(3, 4)), [0, 5, 5]);
  });
});

describe('Events of the child', () => {
  it('are parsed only in their own shape', () => {
    const parsed = (event: unknown) =>
      parseRecord(JSON.stringify({ kind: 'trace', events: [event] })) !== undefined;
    fc.assert(fc.property(event, (good) => parsed(good)));
    for (const bad of [
      ...[null, 5, 'stop', [], ['other'], ['before', -1, 0], ['before', 1, 'x'], ['init', 1, 2, 3]],
      ...[
        ['init', 1, 'PROMISE', 2, null],
        ['init', 1, 'PROMISE', 2, { line: 'x' }],
        ['after', 1.5, 0],
      ],
    ]) {
      assert.equal(parsed(bad), false, JSON.stringify(bad));
    }
  });
});

/** Steps as a child would send them for the fixtures: what they schedule and run. */
function realRecordings(): Step[][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { trace } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { trace: Trace };
      return stepsOf(trace);
    });
}

function stepsOf({ tasks, callbacks }: Trace): Step[] {
  const types: Partial<Record<string, string>> = {
    nextTick: 'TickObject',
    microtask: 'PROMISE',
    timers: 'Timeout',
    check: 'Immediate',
  };
  const timed: { at: number; step: Step }[] = [{ at: 0, step: ['main', 0, 0, 0] }];
  for (const { id, phase, scheduledAt, site } of tasks.slice(1)) {
    const step: Step = ['init', id, types[phase] ?? 'TCPWRAP', 0, { ...site }];
    timed.push({ at: scheduledAt, step });
  }
  for (const { task, from, to, startedMs } of callbacks.slice(1)) {
    timed.push({ at: from, step: ['before', task, startedMs, 1] });
    timed.push({ at: to, step: ['after', task, startedMs] });
  }
  return timed.sort((a, b) => a.at - b.at).map(({ step }) => step);
}
