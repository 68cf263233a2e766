import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as `npm run -s explain -- …` starts it. */
function explain(...args: readonly string[]): Promise<Answer> {
  const script = join(import.meta.dirname, '../../../scripts/explain.mts');
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import=tsx', script, ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe('npm run explain', function () {
  this.timeout(60_000);
  let folder = '';
  const file = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopwise-explain-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('says which results the recording can change', async () => {
    const program = await file(
      'ids.cjs',
      "const { executionAsyncId } = require('node:async_hooks');\nsetImmediate(() => console.log(executionAsyncId() > 0));\n",
    );
    const { stdout } = await explain(program, '--json');
    const { altered } = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual(altered, ['executionAsyncId']);
    const text = await explain(program);
    assert.match(text.stdout, /Recording can change the results of executionAsyncId:/);
  });

  it('prints one object with lines, pairs and what became of a prediction', async () => {
    const program = await file(
      'program.cjs',
      "process.nextTick(() => console.log('tick'));\nconsole.error('script');\n",
    );
    const prediction = await file('prediction.txt', 'script\ntick\n');
    const { code, stdout, stderr } = await explain(program, '--predict', prediction, '--json');
    assert.equal(code, 0, stderr);
    const { node, pairs, verdict, ...rest } = JSON.parse(stdout) as Record<string, unknown>;
    assert.match(String(node), /^24\.\d+\.\d+$/);
    assert.deepEqual(rest, {
      ended: 'exit',
      exitCode: 0,
      lines: [
        { text: 'script', stream: 'stderr', phase: 'main', after: 'main', line: 2, column: 9 },
        { text: 'tick', stream: 'stdout', phase: 'nextTick', after: 'main', line: 1, column: 32 },
      ],
    });
    const [pair, ...more] = pairs as Record<string, unknown>[];
    const { text, ...facts } = pair ?? {};
    assert.deepEqual(facts, {
      earlier: 0,
      later: 1,
      rule: 'script-first',
      certainty: 'certain',
    });
    assert.match(String(text), /`process.nextTick` callback on line 1/);
    assert.deepEqual(more, []);
    assert.equal((verdict as Record<string, unknown>).kind, 'exact');
  });

  it('prints the same for reading', async () => {
    const program = await file(
      'readable.mjs',
      "console.log('a');\nawait null;\nconsole.log('b');\n",
    );
    const { stdout } = await explain(program, '--node', '20');
    assert.match(stdout, /^Node 20\./);
    assert.match(stdout, /\n {2}2 {2}b {4}\[microtask, after main, line 3\]/);
  });

  it('takes TypeScript, with every line where it is in the file', async () => {
    const program = await file(
      'typed.ts',
      [
        'interface Timed {',
        '  readonly ms: number;',
        '}',
        'enum Level { Low, High }',
        'const later = ({ ms }: Timed): void => void setTimeout(() => console.log(Level[Level.High]), ms);',
        'later({ ms: 1 });',
        "console.log('script' satisfies string);",
      ].join('\n'),
    );
    const { code, stdout, stderr } = await explain(program, '--json');
    assert.equal(code, 0, stderr);
    const { lines, pairs } = JSON.parse(stdout) as Record<string, Record<string, string>[]>;
    const told = lines?.map((it) => `${it['text']}: ${it['phase']}, line ${it['line']}`);
    assert.deepEqual(told, ['script: main, line 7', 'High: timers, line 5']);
    assert.match(String(pairs?.[0]?.['text']), /`setTimeout` callback on line 5 \(1 ms\)/);
  });

  it('runs TypeScript as the kind of module that Node makes of it', async () => {
    const order =
      "process.nextTick(() => console.log('tick'));\nPromise.resolve().then(() => console.log('job'));\n";
    const first = async (name: string, text: string) => {
      const { stdout, stderr } = await explain(await file(name, text), '--json');
      const { lines } = JSON.parse(stdout || '{}') as { lines?: { text: string }[] };
      return lines?.[0]?.text ?? stderr;
    };
    assert.equal(await first('plain.ts', order), 'tick');
    assert.equal(await first('module.ts', `${order}export const typed: number = 1;\n`), 'job');
    assert.equal(await first('module.mts', order), 'job');
    assert.equal(await first('script.cts', order), 'tick');
  });

  const refused = async (message: RegExp, ...args: readonly string[]) => {
    const { code, stdout, stderr } = await explain(...args);
    assert.deepEqual([code, stdout], [2, ''], stderr);
    assert.match(stderr, message);
  };

  it('says how it is used', () => refused(/^Usage: npm run -s explain/));

  it('refuses an option that it does not have', async () =>
    refused(/--verbose[^]*Usage:/, await file('any.cjs', ''), '--verbose'));

  it('refuses a file that is not there', () =>
    refused(/nothing\.cjs: it does not exist\./, join(folder, 'nothing.cjs')));

  it('refuses a Node that is not supported', async () =>
    refused(/Choose one of 20, 22, 24, 26\./, await file('old.cjs', ''), '--node', '18'));

  it('refuses a file that is not JavaScript', async () =>
    refused(/is neither JavaScript nor TypeScript/, await file('notes.txt', '')));

  it('says which line of TypeScript could not be run', async () =>
    refused(/decorator.* \(line 2\)/i, await file('wrong.ts', '\n@sealed class Box {}\n')));

  it('says where the syntax is wrong', async () =>
    refused(
      /SyntaxError: .* \(line 2\)/,
      await file('wrong.cjs', "console.log('a');\nlet let;\n"),
    ));
});
