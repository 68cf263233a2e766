// Runs inside VS Code: gives Loopwise nasty inputs, and writes down the longest stop of the host in each.
import { appendFileSync, createWriteStream, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { LoopwiseApi } from '../docs/loopwise-api.d.ts';
import { packTemplate, questionTemplate, topicTemplate } from '../src/features/packs/templates.ts';
import { createProgressService } from '../src/features/services/progress-service.ts';
import { formatLine } from '../src/study/event-line.ts';
import type { ProgressEvent } from '../src/study/event.ts';
import { logFileName } from '../src/study/disk/log-store.ts';
import { startProfiler } from './profiler.ts';
import { workedMs } from './worked-ms.ts';

const { executeCommand } = vscode.commands;

interface Asked {
  readonly file: string;
  readonly only?: string;
  readonly profile?: string;
}

export async function run(): Promise<void> {
  const { file, only = '', profile } = JSON.parse(process.env['LOOPWISE_BENCH'] ?? '{}') as Asked;
  const profiler = profile ? await startProfiler() : undefined;
  const extension = vscode.extensions.getExtension<LoopwiseApi>('loopwise.loopwise');
  if (!extension) throw new Error('Loopwise is not installed.');
  const api = await extension.activate();
  const folder = await mkdtemp(join(tmpdir(), 'loopwise-bench-'));
  try {
    await warmUp(api);
    const blocks: Record<string, { ms: number; clockMs: number }> = {};
    for (const [name, prepare] of inputs(api, folder)) {
      if (!new RegExp(only).test(name)) continue;
      const input = await prepare();
      collectGarbage();
      await profiler?.begin();
      const { ms, from, to } = await longestBlock(input);
      blocks[name] = { ms, clockMs: to - from };
      const did = await profiler?.end(from, to);
      if (profile && did) appendFileSync(profile, `${Math.round(ms)} ms  ${name}\n${did}\n`);
      // What there is so far tells where it hangs.
      writeFileSync(file, JSON.stringify(blocks));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What everybody pays once is no answer to an input: modules are loaded, and the other extensions. */
async function warmUp(api: LoopwiseApi): Promise<void> {
  // The window looks for ports by starting processes, now and then.
  await vscode.workspace
    .getConfiguration('remote')
    .update('autoForwardPorts', false, vscode.ConfigurationTarget.Global);
  await executeCommand('loopwise.openQuestion', 'event-loop-phases');
  for (const language of ['javascript', 'typescript']) await openCode(language, 'let a = 1;\n');
  await api.predict({ code: 'console.log(1)' }, ['1']);
  await executeCommand('loopwise.runInline');
  await executeCommand('workbench.action.closeAllEditors');
  await pause(3000);
}

type Input = () => Promise<unknown>;

/** Each with what makes it ready, which is not measured. */
function* inputs(
  api: LoopwiseApi,
  folder: string,
): Generator<[name: string, prepare: () => Input | Promise<Input>]> {
  yield ['nothing at all, for comparison', () => () => pause(1000)];
  const answers = {
    'images-left-open': '![l'.repeat(20_000),
    brackets: '['.repeat(60_000),
    'links-left-open': '[a](<b'.repeat(10_000),
    asterisks: '*a **b '.repeat(8_000),
    quotes: `${'> '.repeat(90)}a\n`.repeat(300),
    backticks: Array.from({ length: 340 }, (_, length) => '`'.repeat(length)).join(' '),
    table: `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n${'|\n'.repeat(10_000)}`,
    'long-line': `\`\`\`js fragment\nconst a = "${'x'.repeat(50_000)}";\n\`\`\``,
    'long-code': `\`\`\`js fragment\n${'a(`${b}`, /c/g); // d\n'.repeat(2_500)}\`\`\``,
  };
  yield [
    'a pack of 2,000 questions, some hostile',
    async () => {
      await writePack(folder, answers);
      return async () => {
        await configure('packs.folders', [folder]);
        await executeCommand('loopwise.openQuestion', 'nasty/plain-0');
      };
    },
  ];
  for (const id of Object.keys(answers)) {
    yield [
      `an answer: ${id}`,
      () => async () => executeCommand('loopwise.openQuestion', `nasty/${id}`),
    ];
  }
  yield [
    'the cheat sheet of all',
    () => async () => executeCommand('loopwise.showCheatSheet', 'senior'),
  ];
  for (const [name, [language, code]] of Object.entries(files)) {
    yield [
      `a file: ${name}`,
      async () => {
        await executeCommand('workbench.action.closeAllEditors');
        await openCode(language, code);
        return async () => executeCommand('loopwise.predictSnippet');
      },
    ];
  }
  for (const [name, code] of Object.entries(programs)) {
    yield [`a run: ${name}`, () => async () => api.predict({ code }, manyLines)];
  }
  for (const [name, code] of Object.entries(inline)) {
    yield [
      `inline: ${name}`,
      async () => {
        await executeCommand('workbench.action.closeAllEditors');
        await configure('run.lineLimit', 10_000);
        await openCode('javascript', code);
        return async () => executeCommand('loopwise.runInline');
      },
    ];
  }
  for (const [name, [part, times]] of Object.entries(logs)) {
    yield [
      `a log: ${name}`,
      async () => {
        const own = await mkdtemp(join(folder, 'log-'));
        await pipeline(repeated(part, times), createWriteStream(join(own, logFileName)));
        const log = vscode.window.createOutputChannel(`Bench ${name}`, { log: true });
        const service = createProgressService(vscode.Uri.file(own), log);
        return async () => {
          await service.load();
          await service.record('question:timers', { kind: 'bookmarked', on: true });
          service.dispose();
        };
      },
    ];
  }
}

const manyLines = Array.from({ length: 5_000 }, (_, index) => String((index * 7) % 5_000));
const long = (part: string): string => part.repeat(Math.floor(99_000 / part.length));

const files: Readonly<Record<string, readonly [language: string, code: string]>> = {
  'one long line': ['javascript', `const a = "${'x'.repeat(99_000)}";`],
  'thousands of statements': ['javascript', long('{ const a = (1 + 2) * 3; f(a); }\n')],
  'regular expressions': ['javascript', long('/a/;\n')],
  'types of 99,000 characters': ['typescript', long('const a: Array<Map<string, number>> = [];\n')],
  'comparisons or type arguments': ['typescript', long('a<b<c<')],
};

const programs = {
  'lines without end': 'for (;;) console.log("flood")',
  'a line without end': 'for (;;) process.stdout.write("flood")',
  'a child process that floods': 'require("child_process").spawnSync("yes", { stdio: "inherit" })',
  '999 promise jobs': 'for (let i = 0; i < 999; i++) Promise.resolve().then(() => console.log(i))',
  '999 timers': 'for (let i = 0; i < 999; i++) setTimeout(() => console.log(i), i % 7)',
  '9,000 events': 'let n = 0; const f = () => ++n < 9000 && Promise.resolve().then(f); f();',
  'lines of a thousand characters':
    'for (let i = 0; i < 900; i++) console.log("y".repeat(1000) + i)',
  'records that nobody sent':
    'for (let i = 0; i < 500; i++) try { require("fs").writeSync(3, `{"kind":"x"}\\n`.repeat(5000)) } catch {}',
};

/** Runs whose results stand beside the lines of an editor. */
const inline = {
  '10,000 lines of one line of code': 'for (let i = 0; i < 10_000; i++) console.log("line", i);\n',
  '10,000 lines of a thousand lines of code': `for (let i = 0; i < 10; i++) {\n${'console.log("line", i);\n'.repeat(1000)}}\n`,
  '10,000 lines in callbacks':
    'for (let i = 0; i < 10_000; i++) setImmediate(() => console.log("line", i));\n',
};

const event = (index: number): string => {
  const one = {
    ...{ v: 1, id: `bench-${index}`, at: new Date(1.7e12 + index).toISOString() },
    ...{ card: `question:q${index % 900}`, kind: 'opened' },
  };
  return `${formatLine(one as unknown as ProgressEvent)}\n`;
};

const logs: Readonly<Record<string, readonly [part: (index: number) => string, times: number]>> = {
  '100,000 events': [event, 100_000],
  'a million lines of garbage': [() => '{"garbage":\n', 1_000_000],
  'a million lines that are no events': [(index) => `{"garbage":${index}}\n`, 1_000_000],
  'a line of twenty megabytes': [() => 'x'.repeat(1000), 20_000],
};

/** In pieces, so that nobody holds the whole. */
function* repeated(part: (index: number) => string, times: number): Generator<string> {
  for (let from = 0; from < times; from += 1000) {
    const count = Math.min(1000, times - from);
    yield Array.from({ length: count }, (_, index) => part(from + index)).join('');
  }
}

async function writePack(folder: string, hostile: Readonly<Record<string, string>>): Promise<void> {
  await writeFile(join(folder, 'pack.yml'), packTemplate('nasty', 'Nasty'));
  const path = join(folder, 'all');
  await mkdir(path);
  const plain = Array.from({ length: 2_000 }, (_, index) => `plain-${index}`);
  const ids = [...Object.keys(hostile), ...plain];
  const list = ids.map((id) => `  - ${id}\n`).join('');
  await writeFile(join(path, 'topic.yml'), topicTemplate('All', 1, 'x').replace('  - x\n', list));
  for (const id of ids) {
    const text = questionTemplate(`What is ${id}?`).replace(
      'Say it in two or three sentences. Then show it:',
      () => hostile[id] ?? 'Said.',
    );
    await writeFile(join(path, `${id}.md`), text);
  }
}

const configure = (name: string, value: unknown) =>
  vscode.workspace
    .getConfiguration('loopwise')
    .update(name, value, vscode.ConfigurationTarget.Global);

async function openCode(language: string, content: string): Promise<void> {
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language, content }),
  );
}

/** What comes after an input was answered, such as colours and lists, belongs to it as well. */
const afterwardsMs = 700;

/** A stop of the host; `from` and `to` by `performance.now()`. */
interface Block {
  /**
   * Milliseconds that the host's thread worked in it. What it slept is left out, since on a busy machine
   * the collector's helpers and a process that starts wait for others. So are the few short synchronous
   * calls on files; the time by the clock is told beside it.
   */
  readonly ms: number;
  readonly from: number;
  readonly to: number;
}

/** The longest stop in which the host did nothing else. */
async function longestBlock(input: () => Promise<unknown>): Promise<Block> {
  let longest: Block = { ms: 0, from: 0, to: 0 };
  let last = performance.now();
  let worked = workedMs();
  const timer = setInterval(() => {
    const now = performance.now();
    const workedNow = workedMs();
    if (workedNow - worked > longest.ms) longest = { ms: workedNow - worked, from: last, to: now };
    [last, worked] = [now, workedNow];
  }, 2);
  try {
    await input();
    await pause(afterwardsMs);
  } finally {
    clearInterval(timer);
  }
  return longest;
}

/** What one input leaves behind is no work for the next. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
