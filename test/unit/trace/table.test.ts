import assert from 'node:assert/strict';
import { majors, someMajors, useRunWorld } from '../runner/run-world.ts';
import { told } from './case.ts';
import type { TraceCase } from './case.ts';
import { ioCases } from './cases-io.ts';
import { loopCases } from './cases-loop.ts';
import { processCases } from './cases-process.ts';
import { promiseCases } from './cases-promises.ts';
import { queueCases } from './cases-queues.ts';

const groups: Readonly<Record<string, readonly TraceCase[]>> = {
  queues: queueCases,
  promises: promiseCases,
  'the loop': loopCases,
  'input and output': ioCases,
  'the process': processCases,
};

describe('The trace tells where each line was printed', function () {
  this.timeout(60_000);
  const world = useRunWorld();

  for (const [group, cases] of Object.entries(groups)) {
    describe(group, () => {
      for (const { name, kind, code, lines, on } of cases) {
        it(name, async () => {
          // What differs between Nodes is looked at on each of them.
          const where = on ? majors : someMajors(name);
          const results = await Promise.all(where.map((major) => world.run(code, { kind, major })));
          where.forEach((major, index) => {
            const { trace, lines: printed } = results[index] ?? assert.fail();
            assert.ok(trace);
            const expected = on?.[major] ?? lines;
            const actual = trace.lines.map((line, at) => told(trace, line, expected[at] ?? ''));
            assert.deepEqual(actual, expected, `on Node ${major}`);
            assert.deepEqual(
              trace.lines.map(({ stream, text }) => ({ stream, text })),
              printed,
            );
            assert.equal(trace.complete, 'whole');
          });
        });
      }
    });
  }
});
