import assert from 'node:assert/strict';
import { createRunsSession } from '../../../src/features/runs/runs-session.ts';
import type { Series } from '../../../src/features/runs/runs-session.ts';
import type { RunsDependencies } from '../../../src/features/runs/runs-dependencies.ts';
import type { ManySummary } from '../../../src/features/runs/summaries.ts';
import type { Subject } from '../../../src/features/subject/subject.ts';
import { CannotRunError, NoNodeError } from '../../../src/runner/errors.ts';
import type { EverywhereReport, ManyReport, RunsStatus } from '../../../src/shared/runs.ts';
import { makeTrace } from '../explain/make-trace.ts';
import { inOrder, node, program, result, swapped } from './runs-world.ts';
import { timeoutAndImmediate, untilAborted, world } from './runs-world.ts';

const many = (count: number): Series => ({ mode: 'many', count });
const everywhere: Series = { mode: 'everywhere' };

const session = (on: RunsDependencies, subject: Subject = program('1')) =>
  createRunsSession(subject, on, { kind: 'idle', series: 0, mode: 'many' });

const race: Subject = {
  kind: 'program',
  program: { code: '1', kind: 'cjs', title: 'race', expect: { any: ['a', 'b', 'c'] } },
  own: false,
};

const gone = { reason: 'runtime', path: '/node', problem: { kind: 'gone' } } as const;

describe('A series of many runs', () => {
  it('runs nothing that its document no longer has', async () => {
    const here = world(() => result(['a']));
    const changed = { ...here.watch, isChanged: () => Promise.resolve(true) };
    for (const series of [many(2), everywhere]) {
      const status = await session({ ...here, watch: changed }).start(series);
      assert.equal(status.kind === 'notRun' && status.reason, 'changed');
    }
    assert.deepEqual(here.requests, []);
  });

  it('counts the orders, says what is possible and what never came', async () => {
    let runs = 0;
    const here = world(() => result((runs += 1) % 4 === 0 ? ['b', 'a', 'c'] : ['a', 'b', 'c']));
    const report = manyOf(await session(here, race).start(many(8)));
    assert.deepEqual(
      report.orders.map(({ count, standing, lines }) => [
        count,
        standing,
        lines.map(({ line, mark }) => `${line.text} ${mark}`).join(),
      ]),
      [
        [6, 'possible', 'a same,b same,c same'],
        [2, 'possible', 'b same,a moved,c same'],
        ...report.orders
          .slice(2)
          .map(({ lines }) => [
            0,
            'possible',
            lines.map(({ line, mark }) => `${line.text} ${mark}`).join(),
          ]),
      ],
    );
    assert.equal(report.orders.length, 6);
    assert.equal(summary(report).never, 4);
    assert.equal(report.node?.version, '24.1.0');
  });

  it('is not recorded, and never more than two at once', async () => {
    let now = 0;
    let most = 0;
    const here = world(async () => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return result(['a']);
    });
    await session(here).start(many(7));
    assert.equal(most, 2);
    assert.equal(here.requests.length, 7);
    assert.ok(here.requests.every(({ trace }) => trace === false));
  });

  it('is explained by the rule that leaves the order open, from one more run that is recorded', async () => {
    const here = world(timeoutAndImmediate(() => (here.requests.length === 1 ? swapped : inOrder)));
    const report = manyOf(await session(here).start(many(3)));
    assert.deepEqual(report.notes, [{ text: 'timeout-or-immediate' }]);
    assert.deepEqual(
      here.requests.map(({ trace }) => trace),
      [false, false, false, true],
    );
    assert.equal(report.done, 3);
  });

  it('names that rule also when one order came every time', async () => {
    const here = world(timeoutAndImmediate(() => inOrder));
    const report = manyOf(await session(here).start(many(3)));
    assert.deepEqual(report.notes, [{ text: 'timeout-or-immediate' }]);
    assert.equal(summary(report).byRule, 'open');
  });

  it('lists for own code what races leave possible and no run printed', async () => {
    const here = world(timeoutAndImmediate(() => inOrder));
    const report = manyOf(await session(here).start(many(3)));
    assert.deepEqual(
      report.orders.map(({ count, standing, lines }) => [
        count,
        standing,
        lines.map(({ line }) => line.text),
      ]),
      [
        [3, 'possible', inOrder],
        [0, 'possible', swapped],
      ],
    );
    const { derived, never } = summary(report);
    assert.deepEqual([derived, never], [true, 1]);
  });

  it('derives nothing where a run printed what the rules do not foresee', async () => {
    const other = ['timeout', 'script', 'immediate'];
    const here = world(timeoutAndImmediate(() => (here.requests.length === 1 ? other : inOrder)));
    const report = manyOf(await session(here).start(many(3)));
    assert.deepEqual(
      report.orders.map(({ count, standing }) => [count, standing]),
      [
        [2, 'unknown'],
        [1, 'unknown'],
      ],
    );
    const { derived, never } = summary(report);
    assert.deepEqual([derived, never], [false, 0]);
  });

  it('says that rules fix the order where they do', async () => {
    const made = makeTrace();
    made.call('tick', 'nextTick', 'process.nextTick');
    const here = world(({ trace }) =>
      result(['script', 'tick'], trace === false ? {} : { trace: made.trace() }),
    );
    const report = manyOf(await session(here).start(many(3)));
    assert.deepEqual([report.notes, summary(report).byRule], [[], 'fixed']);
  });

  it('is shown without a reason when no run can be recorded', async () => {
    const here = world(({ trace }) => {
      if (trace === true) return Promise.reject(new CannotRunError(gone));
      return result(['a', 'b']);
    });
    const report = manyOf(await session(here).start(many(3)));
    assert.deepEqual([report.done, report.notes], [3, []]);
  });

  it('tells how far it is after each run', async () => {
    const here = world(() => result(['a']));
    await session(here).start(many(3));
    const done = here.statuses.map((status) =>
      status.kind === 'running' ? status.report?.done : status.kind,
    );
    assert.deepEqual(done, [undefined, 0, 1, 2, 3, 'finished']);
  });

  it('keeps what came until it was cancelled, and starts no more', async () => {
    let runs = 0;
    const here = world((request) => {
      runs += 1;
      return runs <= 2 ? result(['a']) : untilAborted(request);
    });
    const running = session({
      ...here,
      onStatus(status) {
        if (status.kind === 'running' && status.report?.done === 2) running.cancel();
      },
    });
    const status = await running.start(many(50));
    assert.equal(status.kind === 'finished' && status.stopped, true);
    assert.equal(manyOf(status).done, 2);
    assert.ok(runs <= 4, `${runs} runs`);
  });

  it('gives up when the first runs were all ended by a limit', async () => {
    const here = world(() => result(['a'], { ended: 'time' }));
    const report = manyOf(await session(here).start(many(50)));
    assert.ok(report.done < 8, `${report.done} runs`);
    assert.deepEqual(
      report.orders.map(({ cut, count }) => [cut, count]),
      [['time', report.done]],
    );
    assert.equal(summary(report).gaveUp, true);
  });

  it('shows the first of very many outputs, and counts the others', async () => {
    let runs = 0;
    const here = world(() => result([`run ${(runs += 1)}`]));
    const report = manyOf(await session(here).start(many(50)));
    assert.equal(report.orders.length, 20);
    assert.deepEqual(report.hidden, { orders: 30, runs: 30 });
  });

  it('ends with the reason when a run can not be made', async () => {
    const failures = [
      [new NoNodeError([], false), 'noNode'],
      [new CannotRunError({ reason: 'folder', folder: '/t', code: '' }), 'folder'],
      [new CannotRunError(gone), 'failed'],
    ] as const;
    for (const [error, reason] of failures) {
      const status = await session(world(() => Promise.reject(error))).start(many(50));
      assert.deepEqual(status.kind === 'notRun' && [status.reason, status.message], [
        reason,
        error.message,
      ]);
    }
  });

  it('runs own code only where the workspace is trusted', async () => {
    const here = world(() => assert.fail('it ran'), { isTrusted: () => false });
    const status = await session(here).start(many(2));
    assert.equal(status.kind === 'notRun' && status.reason, 'untrusted');
  });

  it('is dropped by the next one, and tells nobody after the page is gone', async () => {
    const here = world((request) => untilAborted(request));
    const running = session(here);
    const first = running.start(many(5));
    const second = running.start(many(5));
    await first;
    assert.ok(here.statuses.every(({ kind }) => kind === 'running'));
    running.dispose();
    await second;
    assert.ok(here.statuses.every(({ kind }) => kind === 'running'));
  });
});

describe('A series of runs everywhere', () => {
  const runtimes = [node('20.1.0'), node('24.1.0'), node('22.1.0')];
  const findRuntimes = () => Promise.resolve({ runtimes, refused: [] });

  it('runs on every Node, newest first, as both kinds, and names equal outputs alike', async () => {
    const here = world(({ kind }) => result(kind === 'cjs' ? ['a', 'b'] : ['b', 'a']), {
      findRuntimes,
    });
    const report = everywhereOf(
      await session(here, program("process.nextTick(() => {}); 'x'")).start(everywhere),
    );
    assert.deepEqual(
      report.rows.map(({ node: { version }, chosen, cells }) => [
        version,
        chosen,
        cells.cjs?.kind === 'ran' && cells.cjs.outputs,
        cells.mjs?.kind === 'ran' && cells.mjs.outputs,
      ]),
      ['24.1.0', '22.1.0', '20.1.0'].map((version) => [
        version,
        version === '24.1.0',
        [{ output: 0, count: 3 }],
        [{ output: 1, count: 3 }],
      ]),
    );
    assert.deepEqual(report.notes, [{ text: 'moduleBody' }]);
    assert.equal(report.done, 18);
    assert.equal(report.wanted, 18);
  });

  it('compares with the most common output of the code as its own kind', async () => {
    const here = world(
      ({ kind }, { version }) =>
        result([kind === 'mjs' ? 'module' : version === '24.1.0' ? 'newest' : 'common']),
      { findRuntimes },
    );
    const report = everywhereOf(await session(here).start(everywhere));
    assert.deepEqual(
      report.outputs.map(({ lines: [first] }) => [first?.line.text, first?.mark]),
      [
        ['common', 'same'],
        ['newest', 'new'],
        ['module', 'new'],
      ],
    );
  });

  it('says plainly that code can not be the other kind', async () => {
    const here = world(() => result(['a']), { findRuntimes });
    const report = everywhereOf(
      await session(here, program("require('node:fs')")).start(everywhere),
    );
    assert.deepEqual(report.columns, [
      { kind: 'cjs' },
      { kind: 'mjs', refused: 'mjs {"kind":"uses","what":"require"}' },
    ]);
    assert.ok(here.requests.every(({ kind }) => kind === 'cjs'));
  });

  it('runs the twin of a snippet as the other kind', async () => {
    const twin = program('the twin', 'mjs');
    const here = world(({ code }) => result([code]), {
      findRuntimes,
      twin: () => Promise.resolve(twin),
    });
    const report = everywhereOf(await session(here, program('require')).start(everywhere));
    assert.deepEqual(
      report.outputs.map(({ lines }) => lines[0]?.line.text),
      ['require', 'the twin'],
    );
  });

  it('tells a race on one Node from a difference between Nodes', async () => {
    const runs = { cjs: 0, mjs: 0 };
    const here = world(({ kind }) => result((runs[kind] += 1) % 2 === 0 ? ['a', 'b'] : ['b', 'a']));
    const report = everywhereOf(await session(here).start(everywhere));
    const [row] = report.rows;
    assert.equal(row?.cells.cjs?.kind === 'ran' && row.cells.cjs.outputs.length, 2);
    assert.deepEqual(report.notes, [{ text: 'race' }]);
  });

  it('names the rule by which two lines race where each Node went one way', async () => {
    const here = world(
      timeoutAndImmediate((_, { version }) => (version === '20.1.0' ? swapped : inOrder)),
      { findRuntimes },
    );
    const report = everywhereOf(await session(here).start(everywhere));
    assert.deepEqual(report.notes, [{ text: 'race' }, { text: 'timeout-or-immediate' }]);
    const recorded = here.requests.filter(({ trace }) => trace === true);
    assert.deepEqual(
      recorded.map(({ kind }) => kind),
      ['cjs', 'mjs'],
    );
    assert.equal(report.done, 18);
  });

  it('says that it is a race where every run went the same way', async () => {
    const here = world(
      timeoutAndImmediate(() => inOrder),
      { findRuntimes },
    );
    const report = everywhereOf(await session(here).start(everywhere));
    assert.equal((JSON.parse(report.words.title) as { open: boolean }).open, true);
    assert.deepEqual(report.notes, [{ text: 'timeout-or-immediate' }]);
    assert.equal(here.requests.filter(({ trace }) => trace === true).length, 1);
  });

  it('says nothing of a race that leaves one output, as its lines are the same', async () => {
    const [made, lines] = [makeTrace(), ['script', 'end', 'end']];
    made.call('end', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0 });
    made.call('end', 'check', 'setImmediate', 0, { startedMs: 3 });
    const here = world(
      ({ trace }) => result(lines, trace === false ? {} : { trace: made.trace() }),
      { findRuntimes },
    );
    const report = everywhereOf(await session(here).start(everywhere));
    assert.deepEqual(report.notes, []);
    assert.equal((JSON.parse(report.words.title) as { open: boolean }).open, false);
  });

  it('names a Node that does not start, and goes on with the others', async () => {
    const here = world(
      (_, { version }) => {
        if (version === '22.1.0') throw new CannotRunError(gone, { message: 'it did not start' });
        return result(['a']);
      },
      { findRuntimes },
    );
    const report = everywhereOf(await session(here).start(everywhere));
    assert.deepEqual(
      report.rows.map(({ cells }) => cells.cjs?.kind),
      ['ran', 'failed', 'ran'],
    );
    assert.equal(report.done, report.wanted);
  });

  it('repeats no run that took long or was ended by a limit', async () => {
    const here = world(({ kind }) =>
      kind === 'cjs' ? result(['a'], { durationMs: 3000 }) : result(['a'], { ended: 'time' }),
    );
    const report = everywhereOf(await session(here).start(everywhere));
    assert.equal(here.requests.length, 2);
    assert.deepEqual([report.done, report.wanted], [2, 2]);
  });

  it('judges each output by what is possible on its Node', async () => {
    const snippet: Subject = {
      kind: 'snippet',
      questionTitle: 'q',
      snippet: {
        id: 'q/s',
        question: 'q',
        title: 's',
        difficulty: 'easy',
        kind: 'mjs',
        code: 'import "node:fs"',
        expect: ['old'],
        variants: [{ from: 24, expect: ['new'] }],
        teaches: '',
        permissions: ['fs-read'],
      },
    };
    const here = world((_, { version }) => result([version < '24' ? 'old' : 'new']), {
      findRuntimes,
    });
    const report = everywhereOf(await session(here, snippet).start(everywhere));
    assert.ok(
      report.rows.every(
        ({ cells }) => cells.mjs?.kind === 'ran' && cells.mjs.standing === 'possible',
      ),
    );
    assert.deepEqual(report.notes, [{ text: 'variants' }]);
    assert.deepEqual(here.requests[0]?.permissions, ['fs-read']);
  });

  it('names what was found and is not usable, and fails only when nothing is', async () => {
    const refused = [{ path: '/old/node', problem: { kind: 'notAFile' } }] as const;
    const some = world(() => result(['a']), {
      findRuntimes: () => Promise.resolve({ runtimes, refused }),
    });
    const [told] = everywhereOf(await session(some).start(everywhere)).refused;
    assert.deepEqual(told, { path: '/old/node', text: '{"kind":"notAFile"}' });
    const none = world(() => result(['a']), {
      findRuntimes: () => Promise.resolve({ runtimes: [], refused }),
    });
    const status = await session(none).start(everywhere);
    assert.deepEqual(status.kind === 'notRun' && [status.reason, status.message], [
      'noNode',
      'none of /old/node',
    ]);
  });
});

function manyOf(status: RunsStatus): ManyReport {
  assert.ok(status.kind === 'finished' && status.report.kind === 'many', JSON.stringify(status));
  return status.report;
}

function everywhereOf(status: RunsStatus): EverywhereReport {
  assert.ok(
    status.kind === 'finished' && status.report.kind === 'everywhere',
    JSON.stringify(status),
  );
  return status.report;
}

const summary = ({ words }: ManyReport) => JSON.parse(words.title) as ManySummary;
