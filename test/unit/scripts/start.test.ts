import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, join } from 'node:path';
import { fakePrograms, type FakePrograms } from './fake-programs.ts';

const script = join(__dirname, '..', '..', '..', 'scripts', 'start.mts');

describe('`npm start` with the `code` that is installed', function () {
  this.timeout(30_000);
  let programs: FakePrograms;

  beforeEach(async () => {
    programs = await fakePrograms();
    // As in an installation: the command in `bin`, the program itself beside that folder.
    await programs.add('bin/code', 'exit 9');
  });
  afterEach(() => programs.remove());

  function start(env: Record<string, string>): ChildProcessWithoutNullStreams {
    const path = [join(programs.folder, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'];
    const child = spawn(process.execPath, ['--import=tsx', script, '--host=code', '--no-build'], {
      env: { PATH: path.join(delimiter), ...env },
    });
    child.stdin.end();
    return child;
  }

  async function ended(
    child: ChildProcessWithoutNullStreams,
  ): Promise<{ code: unknown; said: string }> {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    // `close` comes only when nothing that was started holds the streams any more.
    const [code] = (await once(child, 'close')) as unknown[];
    return { code, said };
  }

  it('says what was tried and what to do when it cannot show a window', async () => {
    await programs.add('code', 'echo "Missing X server or $DISPLAY" >&2; exit 1');
    const { code, said } = await ended(start({ DISPLAY: ':99' }));
    assert.equal(code, 1);
    assert.match(said, /No VS Code could be opened\. Tried:\n {2}code: .+ended at once/);
    assert.match(said, /Put the `code` command of VS Code on PATH/);
  });

  it('starts nothing where there is no display', async () => {
    await programs.add('code', 'echo started');
    const { code, said } = await ended(start({}));
    // Elsewhere than on Linux there always is one.
    const none = process.platform === 'linux';
    assert.equal(code, none ? 1 : 0);
    assert.equal(said.includes('code: there is no display'), none);
    assert.equal(said.includes('started'), !none);
  });

  it('ends with it', async () => {
    await programs.add('code', 'exit 0');
    const { code, said } = await ended(start({ DISPLAY: ':99' }));
    assert.equal(code, 0, said);
    assert.doesNotMatch(said, /Not with/);
  });

  it('ends it and all it started at Ctrl+C', async () => {
    await programs.add('code', 'sleep 600 & echo is up; wait');
    const child = start({ DISPLAY: ':99' });
    const end = ended(child);
    child.stdout.on('data', (text: string) => {
      if (text.includes('is up')) child.kill('SIGINT');
    });
    assert.equal((await end).code, 130);
  });
});
