import assert from 'node:assert/strict';
import type { Snippet } from '../../../src/bank/model.ts';
import { createRunsSession } from '../../../src/features/runs/runs-session.ts';
import type { RunsWorld } from '../../../src/features/runs/runs-world.ts';
import type { Subject } from '../../../src/features/services/subject.ts';
import { node, program, result, world } from './runs-world.ts';
import type { TestRun } from './runs-world.ts';

const runtimes = ['24.1.0', '22.1.0', '20.1.0'].map(node);
const findRuntimes: RunsWorld['findRuntimes'] = () => Promise.resolve({ runtimes, refused: [] });

async function start(on: RunsWorld, subject: Subject) {
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
    const other = [{ from: 24, expect: ['a', 'b'] }];
    assert.equal(await causeOf(turned, raceOf(other)), undefined, 'versions differ by the author');
    assert.equal(await causeOf(turned, program("require('node:fs')")), undefined, 'not known');
  });
});
