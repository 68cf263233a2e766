import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createPackReader } from '../src/bank/pack-folder.ts';
import { questionDocument, snippetDocument } from '../src/bank/search-document.ts';
import { createSearch } from '../src/bank/search.ts';
import { packTemplate, questionTemplate, topicTemplate } from '../src/features/packs/templates.ts';
import { median } from './median.ts';

const small = 500;
const large = Number(process.env['BENCH_LARGE'] ?? 10_000);
const perTopic = 100;

/**
 * A pack of ten thousand questions: how long it takes to read and check, the first time and again
 * by a thread that has read it before, to index, to answer each
 * keystroke of a search, and how much memory it holds. `…Growth` is the time or memory per
 * question against a pack of five hundred: 1 is linear.
 */
export async function measurePacks(): Promise<Record<string, number>> {
  const few = await measure(small);
  const many = await measure(large);
  const growth = (key: keyof Measured): number => many[key] / few[key] / (large / small);
  return {
    packLoadMs: many.load,
    packLoadGrowth: growth('load'),
    packUnchangedMs: many.unchanged,
    packIndexMs: many.index,
    packKeystrokeMs: many.keystroke,
    packKeystrokeGrowth: growth('keystroke'),
    packMemoryMb: many.memory,
    packMemoryGrowth: growth('memory'),
  };
}

interface Measured {
  readonly load: number;
  readonly unchanged: number;
  readonly index: number;
  readonly keystroke: number;
  readonly memory: number;
}

async function measure(questions: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'loopwise-bench-pack-'));
  try {
    await writePack(folder, questions);
    await settle(folder);
    const before = memoryInUse();
    const { bank, mistakes, load, unchanged } = await readTwice(folder);
    if (!bank || mistakes.length > 0)
      throw new Error(`The pack of the bench is broken: ${mistakes[0]?.message ?? ''}`);
    const indexing = performance.now();
    const snippets = new Map(bank.snippets.map((snippet) => [snippet.id, snippet]));
    const search = createSearch();
    search.add([
      ...bank.questions.map((question) => questionDocument(question, (id) => snippets.get(id), '')),
      ...bank.snippets.map(snippetDocument),
    ]);
    const index = performance.now() - indexing;
    const text = `${word(7)} ${word(4_321)}`;
    const times: number[] = [];
    for (let length = 1; length <= text.length; length++) {
      const typed = performance.now();
      search.find(text.slice(0, length));
      times.push(performance.now() - typed);
    }
    const memory = (memoryInUse() - before) / 2 ** 20;
    // Read after the memory was, so that nothing of it is gone before.
    if (bank.questions.length !== questions) throw new Error('Questions are missing.');
    return { load, unchanged, index, keystroke: median(times), memory };
  } finally {
    await rm(folder, { recursive: true });
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What one collection frees outside of the heap is only counted by the next one. */
function memoryInUse(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/**
 * The host's copy of the pack, as it is a minute after the last change: what its thread remembers of the files is
 * gone then.
 */
async function readTwice(folder: string) {
  const reader = createPackReader(() => false);
  const started = performance.now();
  const pack = await reader.read(folder);
  const read = performance.now();
  await reader.read(folder);
  const unchanged = performance.now() - read;
  return { ...structuredClone(pack), load: read - started, unchanged };
}

/** What was written just now is read again: a pack that nobody touches is older than that. */
async function settle(folder: string): Promise<void> {
  const { mtimeMs } = await stat(folder);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, mtimeMs + 4000 - Date.now())));
}

async function writePack(folder: string, questions: number): Promise<void> {
  for (let topic = 0; topic * perTopic < questions; topic++) {
    const path = join(folder, `topic-${topic}`);
    await mkdir(path);
    const ids = Array.from(
      { length: perTopic },
      (_, index) => `question-${topic * perTopic + index}`,
    );
    const list = ids.map((id) => `  - ${id}\n`).join('');
    const yaml = topicTemplate(`Topic ${topic}`, topic + 1, 'x').replace('  - x\n', list);
    await writeFile(join(path, 'topic.yml'), yaml);
    for (const [index, id] of ids.entries()) {
      await writeFile(join(path, `${id}.md`), questionText(topic * perTopic + index));
    }
  }
  // The last one: the folder's time is that of all.
  await writeFile(join(folder, 'pack.yml'), packTemplate('bench', 'Bench'));
}

/** As long as a real one; the same words each time the bench runs. */
function questionText(seed: number): string {
  const words = Array.from({ length: 600 }, (_, index) => word((seed * 31 + index * 17) % 5_000));
  return questionTemplate(
    `How does ${word(seed % 5_000)} differ from ${word((seed * 7) % 5_000)}?`,
  ).replace(
    'Say it in two or three sentences. Then show it:',
    words.join(' ').replace(/((?:\S+ ){12})/g, '$1\n'),
  );
}

const syllables = ['lo', 'ra', 'mi', 'ten', 'sok', 'ver', 'dul', 'pin', 'gar', 'hes'];

/** A word for each number: `word(4321)` is made of four syllables. */
const word = (number: number): string =>
  String(number).replace(/\d/g, (digit) => syllables[Number(digit)] ?? '');
