import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeSteps, type Step } from '../../../scripts/lib/steps.mts';
import { quiet } from './quiet.ts';

describe('The steps of `npm test`', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopwise-steps-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const ends = (code: number) => () => Promise.resolve(code);
  const counts = (passed: number, failed: number, code: number) => async (totals: string) => {
    await writeFile(totals, JSON.stringify({ passed, failed }));
    return code;
  };

  async function take(steps: readonly Step[]): Promise<Awaited<ReturnType<typeof takeSteps>>> {
    let result: Awaited<ReturnType<typeof takeSteps>> | undefined;
    await quiet(async () => {
      result = await takeSteps(steps, folder, 1);
    });
    assert.ok(result);
    return result;
  }

  it('count the tests of a step that has some, and any other as one', async () => {
    const steps = [
      { name: 'Types', work: ends(0) },
      { name: 'Unit tests', work: counts(40, 2, 1) },
      { name: 'Lint', work: ends(1) },
    ];
    const { passed, failed } = await take(steps);
    assert.deepEqual({ passed, failed }, { passed: 41, failed: 3 });
  });

  it('are all taken, but for those that need one that failed', async () => {
    const { passed, failed, summary } = await take([
      { name: 'Build', work: ends(2) },
      { name: 'Package', needs: ['Build'], work: () => assert.fail('not wanted') },
      { name: 'Journey', needs: ['Package'], work: () => assert.fail('not wanted') },
      { name: 'Format', work: ends(0) },
    ]);
    assert.deepEqual({ passed, failed }, { passed: 1, failed: 3 });
    assert.equal(summary[1], '✖ Package: not run, since "Build" failed');
    assert.equal(summary[2], '✖ Journey: not run, since "Package" failed');
    assert.match(summary[3] ?? '', /^✔ Format: 1 passed, 0 failed, /);
  });

  it('fail when they throw, end badly after good tests, or have no test', async () => {
    const { passed, failed } = await take([
      { name: 'Throws', work: () => Promise.reject(new Error('no such program')) },
      { name: 'Ends badly', work: counts(3, 0, 7) },
      { name: 'Has none', work: counts(0, 0, 0) },
    ]);
    assert.deepEqual({ passed, failed }, { passed: 3, failed: 3 });
  });

  it('run side by side, each once what it needs is over', async () => {
    const told: string[] = [];
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const tell = (name: string) => (told.push(name), Promise.resolve(0));
    const steps = [
      { name: 'Waits', work: () => held.then(() => tell('Waits')) },
      { name: 'Needs it', needs: ['Waits'], work: () => tell('Needs it') },
      { name: 'Needs nothing', work: () => tell('Needs nothing') },
      {
        name: 'Releases',
        needs: ['Needs nothing'],
        work: () => (release?.(), tell('Releases')),
      },
    ];
    let summary: readonly string[] = [];
    await quiet(async () => {
      ({ summary } = await takeSteps(steps, folder, 2));
    });
    assert.deepEqual(told, ['Needs nothing', 'Releases', 'Waits', 'Needs it']);
    assert.match(summary[1] ?? '', /^✔ Needs it: /, 'told in the order of the list');
  });

  it('never more at once than wanted', async () => {
    let running = 0;
    const most: number[] = [];
    const work = async (): Promise<number> => {
      most.push(++running);
      await new Promise(setImmediate);
      running -= 1;
      return 0;
    };
    const steps = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, work }));
    await quiet(async () => {
      await takeSteps(steps, folder, 2);
    });
    assert.equal(Math.max(...most), 2);
  });

  it('that need what nothing provides are no test that passed', async () => {
    const steps = [{ name: 'Journey', needs: ['Pakage'], work: ends(0) }];
    await assert.rejects(takeSteps(steps, folder), /what "Journey" needs/);
  });

  it('say again at the end what failed', async () => {
    const failures = ['A tree › is sorted\nAssertionError: b before a'];
    const { summary } = await take([
      {
        name: 'Unit tests',
        work: async (totals) => {
          await writeFile(totals, JSON.stringify({ passed: 3, failed: 1, failures }));
          return 1;
        },
      },
    ]);
    assert.equal(summary[0], `✖ Unit tests: ${failures[0] ?? ''}\n`);
    assert.match(summary[1] ?? '', /^✖ Unit tests: 3 passed, 1 failed, /);
  });
});
