// A host that a snippet may try to end: bundled and run as a process of its own. Prints what the
// run came to, so silence means that the host is dead.
import { runSnippet } from '../../../src/runner/run-snippet.ts';

const [, , path = '', childFolder = '', code = ''] = process.argv;
const runtime = { path, version: '24', origin: 'path', electron: false } as const;

void runSnippet({ code, kind: 'cjs' }, runtime, { childFolder }).then(({ ended, lines }) => {
  console.log(JSON.stringify([ended, ...lines.map(({ text }) => text)]));
});
