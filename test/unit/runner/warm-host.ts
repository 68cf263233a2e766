// A host of runs that a test can kill: bundled and run as a process of its own. Says one word a
// line: the id of the process that shall be watched.
import { createPrivateFolder } from '../../../src/runner/private-folder.ts';
import { runSnippet } from '../../../src/runner/run-snippet.ts';
import { createWarmPool } from '../../../src/runner/warm-pool.ts';

const [, , path = '', childFolder = '', what = ''] = process.argv;
const runtime = { path, version: '24', origin: 'path', electron: false } as const;
const pool = createWarmPool({ childFolder, pauseMs: 0 });
const run = (code: string, onLine: (line: string) => void) =>
  runSnippet(
    { code, kind: 'cjs', limits: { timeMs: 600_000 }, onLine: ({ text }) => onLine(text) },
    runtime,
    { childFolder, pool },
  );

void main();

async function main(): Promise<void> {
  if (what === 'folder') {
    // As if it died before Node was started.
    await createPrivateFolder();
    process.kill(process.pid, 'SIGKILL');
  }
  const stay = setInterval(() => undefined, 1000);
  await run(`console.log('first')`, () => undefined);
  const pid = await pool.whenWaiting();
  if (what === 'loop') {
    await run(`console.log(process.pid); for (;;);`, (line) => console.log(line));
  }
  if (what === 'detached') {
    const loop = `['-e', 'for (;;);'], { detached: true, stdio: 'ignore' }`;
    const code = `console.log(require('node:child_process').spawn(process.execPath, ${loop}).pid); for (;;);`;
    await run(code, (line) => console.log(line));
  }
  console.log(pid);
  // A child that waits is no reason to stay.
  if (what === 'end') clearInterval(stay);
}
