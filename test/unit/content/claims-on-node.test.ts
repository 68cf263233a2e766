import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureNodes } from '../../../scripts/nodes.mts';
import type { Major } from '../../../scripts/nodes.mts';
import { realFolder } from '../bank/real-bank.ts';
import { claims, waits } from './claims-on-node.ts';

const run = promisify(execFile);
const majors: readonly Major[] = ['20', '22', '24', '26'];
const textOf = (page: string): string => readFileSync(join(realFolder, page), 'utf8');

describe('What a page says of Node.js is what Node.js does', function () {
  this.timeout(60_000);
  let place: string;

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'loopwise-claims-'));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  /** Runs the program on each Node, side by side. */
  async function onEach(files: Readonly<Record<string, string>>): Promise<[Major, string[]][]> {
    const nodes = await ensureNodes();
    return Promise.all(
      majors.map(async (major) => {
        const cwd = join(place, major);
        mkdirSync(cwd);
        for (const [name, code] of Object.entries(files)) writeFileSync(join(cwd, name), code);
        const [entry = ''] = Object.keys(files);
        const { stdout } = await run(nodes[major], ['--no-warnings', entry], { cwd, env: {} });
        return [major, stdout.trimEnd().split('\n')];
      }),
    );
  }

  for (const { id, pages, files, prints } of claims) {
    it(id, async () => {
      for (const [page, says] of Object.entries(pages)) {
        const words = new RegExp(says.source.replaceAll(' ', '\\s+'));
        assert.match(textOf(page), words, `${page} no longer says so, or in other words`);
      }
      assert.deepEqual(
        await onEach(files),
        majors.map((major) => [major, prints(major)]),
      );
    });
  }

  it('the microtasks that each wait costs', async () => {
    const page = textOf('event-loop/promises-and-the-loop.md');
    const rows = [...page.matchAll(/^\| (`.*?) \| (\d) \|/gm)];
    const table = Object.fromEntries(rows.map(([, what = '', count]) => [what, Number(count)]));
    assert.deepEqual(Object.keys(table), Object.keys(waits));
    const ways = Object.entries(waits).flatMap(([what, codes]) =>
      codes.map((code) => ({ what, code })),
    );
    const program = `
      const promise = Promise.resolve(1);
      const thenable = { then: (resolve) => resolve(1) };
      const measure = (way) => new Promise((measured) => {
        let count = 0;
        let over = false;
        const one = () => {
          count += 1;
          if (!over) queueMicrotask(one);
        };
        const start = () => queueMicrotask(one);
        const next = () => {
          over = true;
          measured(count);
        };
        setImmediate(() => way(start, next));
      });
      const ways = [${ways.map(({ code }) => `(start, next) => { ${code} }`).join(', ')}];
      (async () => {
        for (const way of ways) console.log(await measure(way));
      })();`;
    for (const [major, counts] of await onEach({ 'main.cjs': program })) {
      assert.deepEqual(
        ways.map(({ what, code }, at) => [what, code, Number(counts[at])]),
        ways.map(({ what, code }) => [what, code, table[what]]),
        `Node ${major}`,
      );
    }
  });
});
