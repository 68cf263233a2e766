import assert from 'node:assert/strict';
import type { Snippet } from '../../../src/bank/model.ts';
import { createRunsSession } from '../../../src/features/runs/runs-session.ts';
import type { RunsDependencies } from '../../../src/features/runs/runs-dependencies.ts';
import type { Subject } from '../../../src/features/subject/subject.ts';
import type { EverywhereSummary } from '../../../src/features/runs/summaries.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import { CannotRunError } from '../../../src/runner/errors.ts';
import {
  inOrder,
  node,
  program,
  result,
  swapped,
  timeoutAndImmediate,
  world,
} from './runs-world.ts';
import type { TestRun } from './runs-world.ts';

const runtimes = ['24.1.0', '22.1.0', '20.1.0'].map(node);
const findRuntimes: RunsDependencies['findRuntimes'] = () =>
  Promise.resolve({ runtimes, refused: [] });

async function start(on: RunsDependencies, subject: Subject) {
  const session = createRunsSession(subject, on, { kind: 'idle', series: 0, mode: 'everywhere' });
  const status = await session.start({ mode: 'everywhere' });
  assert.ok(status.kind === 'finished');
  return status;
}

describe('The headline of a comparison', () => {
  it('says what alone explains that versions differ: a race, or how errors are worded', async () => {
    const raceOf = (variants: Snippet['variants']): Subject => ({
      kind: 'snippet',
      questionTitle: 'q',
      snippet: {
        ...{ id: 'q/s', question: 'q', title: 's', difficulty: 'easy', kind: 'cjs', variants },
        ...{
          code: "require('node:fs')",
          expect: [{ any: ['a', 'b'] }],
          teaches: '',
          permissions: [],
        },
      },
    });
    const causeOf = async (texts: Record<string, readonly string[]>, subject: Subject) => {
      const run: TestRun = (_, { version }) => result(texts[version] ?? ['a', 'b']);
      const { report } = await start(world(run, { findRuntimes }), subject);
      return (JSON.parse(report.words.title) as { cause?: string }).cause;
    };
    const turned = { '22.1.0': ['b', 'a'] };
    assert.equal(await causeOf(turned, raceOf([])), 'race');
    assert.equal(await causeOf({}, raceOf([])), undefined, 'one output');
    const { report } = await start(
      world(() => result(['a', 'b']), { findRuntimes }),
      raceOf([]),
    );
    assert.equal((JSON.parse(report.words.title) as EverywhereSummary).open, true);
    const other = [{ from: 24, expect: ['a', 'b'] }];
    assert.equal(await causeOf(turned, raceOf(other)), undefined, 'versions differ by the author');
    assert.equal(await causeOf(turned, program("require('node:fs')")), undefined, 'not known');
  });

  it('says so of own code too, when its record leaves open all that was printed', async () => {
    const racing = program(
      "setTimeout(() => console.log('timeout'));\nsetImmediate(() => console.log('immediate'));\nconsole.log('script');",
    );
    const causeWhere22Prints = async (texts: string[]) => {
      const run = timeoutAndImmediate((_, { version }) => (version === '22.1.0' ? texts : inOrder));
      const { report } = await start(world(run, { findRuntimes }), racing);
      return (JSON.parse(report.words.title) as EverywhereSummary).cause;
    };
    assert.equal(await causeWhere22Prints(swapped), 'race');
    assert.equal(await causeWhere22Prints(['timeout', 'script', 'immediate']), undefined);
  });

  describe('where errors are worded in several ways', () => {
    const uncaught = (text: string) => ({ stream: 'uncaught', text }) as const;
    const old = uncaught("TypeError: Cannot read property 'x' of undefined");
    const now = uncaught("TypeError: Cannot read properties of undefined (reading 'x')");
    const [a, b] = result(['a', 'b']).lines;
    assert.ok(a && b);
    /** @param lines of each run, by version; of several, the nth run prints the nth */
    const compare = async (lines: Record<string, readonly OutputLine[][]>) => {
      const times = new Map<string, number>();
      const run: TestRun = (_, { version }) => {
        const time = times.get(version) ?? 0;
        times.set(version, time + 1);
        const all = lines[version] ?? [[]];
        return { ...result([]), lines: all[time % all.length] ?? [] };
      };
      const { report } = await start(world(run, { findRuntimes }), program('require("x")'));
      assert.ok(report.kind === 'everywhere');
      const { outputs, rows, notes } = report;
      return {
        names: outputs.map(({ order, wording }) => `${order}${wording ? ` in ${wording}` : ''}`),
        cells: rows.map(({ cells }) =>
          cells.cjs?.kind === 'ran'
            ? cells.cjs.outputs.map(({ output, count }) => `${output}: ${count}`)
            : [],
        ),
        notes: notes.map(({ text }) => text),
        summary: JSON.parse(report.words.title) as EverywhereSummary,
      };
    };

    it('counts them as one output, whose wordings have numbers', async () => {
      const { names, summary, notes } = await compare({
        '24.1.0': [[a, now]],
        '22.1.0': [[a, now]],
        '20.1.0': [[a, old]],
      });
      assert.deepEqual(names, ['0 in 1', '0 in 2']);
      assert.deepEqual([summary.outputs, summary.worded, summary.versionsAgree], [1, true, true]);
      assert.deepEqual(notes, ['errorTexts']);
    });

    it('tells them apart from a race, which is a race all the same', async () => {
      const { names, cells, summary, notes } = await compare({
        '24.1.0': [
          [a, b, now],
          [b, a, now],
          [a, b, now],
        ],
        '22.1.0': [
          [a, b, now],
          [b, a, now],
          [a, b, now],
        ],
        // Its most common order is another one; the wording has the same number.
        '20.1.0': [
          [b, a, old],
          [a, b, old],
          [b, a, old],
        ],
      });
      assert.deepEqual(names, ['0 in 1', '0 in 2', '1 in 1', '1 in 2']);
      // In the order of the outputs, whatever is more frequent.
      assert.deepEqual(cells, [
        ['0: 2', '2: 1'],
        ['0: 2', '2: 1'],
        ['1: 1', '3: 2'],
      ]);
      assert.deepEqual([summary.outputs, summary.worded, summary.cause], [2, true, 'race']);
      assert.deepEqual(notes, ['race', 'errorTexts']);
    });

    it('counts only versions that ran', async () => {
      const run: TestRun = (_, { version }) => {
        if (version === '20.1.0')
          throw new CannotRunError({
            reason: 'runtime',
            path: '/node',
            problem: { kind: 'gone' },
          });
        return result(['a']);
      };
      const { report } = await start(world(run, { findRuntimes }), program('1'));
      const summary = JSON.parse(report.words.title) as EverywhereSummary;
      assert.deepEqual([summary.versions, summary.failed > 0], [2, true]);
    });
  });
});
