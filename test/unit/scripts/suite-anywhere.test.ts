import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runOnDesktop } from '../../../scripts/lib/desktop.mts';
import { runAnywhere } from '../../../scripts/lib/suite-anywhere.mts';
import { fakePrograms, type FakePrograms } from './fake-programs.ts';
import { quiet } from './quiet.ts';

describe('The suite inside VS Code', () => {
  let folder: string;
  let totals: string;
  let programs: FakePrograms;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopwise-totals-'));
    totals = join(folder, 'totals.json');
    programs = await fakePrograms();
  });
  afterEach(() => Promise.all([rm(folder, { recursive: true }), programs.remove()]));

  const counting = (passed: number, failed: number) => async () => {
    await writeFile(totals, JSON.stringify({ passed, failed, pending: 0 }));
    return failed === 0 ? 0 : 1;
  };
  const never = (): Promise<number> => assert.fail('not wanted');

  /** @returns the exit code and what was said */
  async function run(
    hosts: Parameters<typeof runAnywhere>[0],
  ): Promise<{ code: number | undefined; said: string }> {
    let code: number | undefined;
    const lines = await quiet(async () => {
      code = await runAnywhere(hosts, totals);
    });
    return { code, said: lines.join('\n') };
  }

  it('goes to the server when a VS Code was downloaded that cannot start', async function () {
    this.timeout(30_000);
    const program = await programs.add('code', 'exit 127');
    // Where there is no display, it would be started through this.
    await programs.add('xvfb-run', 'shift; exec "$@"');
    const path = process.env['PATH'];
    process.env['PATH'] = `${programs.folder}${delimiter}${path}`;
    try {
      const desktop = () =>
        runOnDesktop(
          { program, extension: folder, tests: folder, workspace: folder, userData: folder },
          { env: {}, limit: 20_000 },
        );
      const { code, said } = await run({ desktop, server: counting(2, 0) });
      assert.equal(code, 0);
      assert.match(said, /Testing in VS Code's server instead/);
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('stays with the desktop when that ran it, also when a test failed', async () => {
    assert.equal((await run({ desktop: counting(3, 0), server: never })).code, 0);
    assert.equal((await run({ desktop: counting(3, 1), server: never })).code, 1);
  });

  it('fails when the desktop alone is wanted and cannot start', async () => {
    const { code, said } = await run({ desktop: () => Promise.resolve(1), server: undefined });
    assert.equal(code, 1);
    assert.match(said, /did not get as far/);
  });

  it('takes no counts of an earlier run, and no run without a test', async () => {
    await counting(5, 0)();
    assert.equal((await run({ desktop: undefined, server: () => Promise.resolve(0) })).code, 1);
    assert.equal((await run({ desktop: undefined, server: counting(0, 0) })).code, 1);
  });
});
