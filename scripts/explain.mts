// Runs a program and prints what the pages would say about the order of its lines.
//   npm run -s explain -- FILE [--node 24] [--predict LINES_FILE] [--json]
import { parseArgs } from 'node:util';
import { runAndRecord } from '../src/features/subject/run-and-record.ts';
import { workHere } from '../src/features/threads/work-here.ts';
import { explained } from './lib/explained.mts';
import { openPrograms, readText, toMajor, UsageError } from './lib/explain-program.mts';
import { programOfFile } from './lib/program-of-file.mts';
import { explainedText } from './lib/explained-text.mts';

const usage = 'Usage: npm run -s explain -- FILE [--node 24] [--predict LINES_FILE] [--json]';

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { file, node, predict, json } = readArguments();
  const major = toMajor(node);
  const { code, kind } = await programOfFile(file);
  const prediction = predict === undefined ? undefined : linesOf(await readText(predict));
  const programs = await openPrograms(major);
  try {
    // As the pages do: one run is judged, another one is recorded and explains it.
    const program = { code, kind, title: file };
    const runs = await runAndRecord(
      { kind: 'program', program, own: true },
      { run: (request) => programs.run(request), work: workHere },
      new AbortController().signal,
    );
    const result = runs.judged;
    if (result.error?.syntax === true) {
      const { name, message, line } = result.error;
      throw new UsageError(
        `${file} could not be run: ${name}: ${message}${line === undefined ? '' : ` (line ${line})`}.`,
      );
    }
    const output = explained(runs, program, prediction);
    console.log(json ? JSON.stringify(output, null, 2) : explainedText(output));
  } finally {
    await programs.remove();
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        node: { type: 'string', default: '24' },
        predict: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError(usage);
    return { ...values, file };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** A line break at the end of the file does not begin another line. */
function linesOf(text: string): string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}
