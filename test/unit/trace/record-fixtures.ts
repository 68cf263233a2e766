// Records the programs in test/fixtures/traces anew, on Node 24: `npx tsx test/unit/trace/record-fixtures.ts`.
// Real traces to build and test on; none of the tests depends on their times.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ensureNodes } from '../../../scripts/nodes.mts';
import type { ModuleKind } from '../../../src/bank/model.ts';
import { runSnippet } from '../../../src/runner/run-snippet.ts';
import { buildChild } from '../runner/build-child.ts';

const folder = join(import.meta.dirname, '../../fixtures/traces');
const nodes = await ensureNodes();
const child = await buildChild();
const runtime = { path: nodes['24'], version: '24', origin: 'path', electron: false } as const;

for (const file of readdirSync(folder).filter((name) => /\.[cm]js$/.test(name))) {
  const code = readFileSync(join(folder, file), 'utf8');
  const kind = extname(file).slice(1) as ModuleKind;
  const limits = { timeMs: file.startsWith('endless') ? 300 : 5000 };
  const { ended, lines, trace } = await runSnippet({ code, kind, limits }, runtime, child);
  const fixture = { file, kind, code, ended, lines, trace };
  writeFileSync(join(folder, `${file.replace(/\.\w+$/, '')}.json`), toJson(fixture));
  console.log(`${file}: ${ended}, ${lines.length} lines, ${trace?.callbacks.length} callbacks`);
}
await child.remove();

/** One task, callback or line of output a line. */
function toJson(fixture: object): string {
  const rows: string[] = [];
  const text = JSON.stringify(
    fixture,
    (key, value: unknown) => {
      if (!Array.isArray(value) || key === 'untraced') return value;
      return value.map((row) => `\u0001${rows.push(JSON.stringify(row)) - 1}`);
    },
    1,
  );
  return `${text.replace(/"\\u0001(\d+)"/g, (_match, row: string) => rows[Number(row)] ?? '')}\n`;
}
