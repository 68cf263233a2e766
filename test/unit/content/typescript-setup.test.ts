import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureNodes } from '../../../scripts/nodes.mts';
import { packsFolder } from '../bank/real-bank.ts';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(packsFolder, 'typescript/compiling/type-stripping.md'), 'utf8');
const modules: Readonly<Record<string, string>> = {
  '5.9': 'test/fixtures/typescript-5/node_modules',
  '6.0': 'node_modules',
  '7.0': 'test/fixtures/typescript-7/node_modules',
};
const versions = Object.keys(modules);

interface Outcome {
  readonly code: number;
  readonly text: string;
}
type Options = Readonly<Record<string, unknown>>;

/** The setup that type-stripping shows, tried with the compilers and the Nodes that it names. */
describe('The setup of type-stripping', function () {
  this.timeout(240_000);
  let place: string;
  const setup = JSON.parse(/```json\n([^]*?)```/.exec(page)?.[1] ?? '') as {
    compilerOptions: Options;
  };
  const service = {
    'src/server.ts':
      "import { createServer, type Server } from 'node:http';\nimport { total, type Line } from './total.ts';\nconst lines: Line[] = [{ cents: 3 }];\nexport const server: Server = createServer();\nconsole.log(total(lines));\n",
    'src/total.ts':
      'export interface Line {\n  cents: number;\n}\nexport const total = (lines: Line[]): number => lines.reduce((sum, { cents }) => sum + cents, 0);\n',
  };
  /** All that the service uses of `@types/node`: the real ones take a compiler many times as long. */
  const nodeTypes = {
    'node_modules/@types/node/package.json': '{"name":"@types/node","types":"index.d.ts"}',
    'node_modules/@types/node/index.d.ts':
      "declare module 'node:http' {\n  export interface Server {}\n  export function createServer(): Server;\n}\ndeclare const console: { log(text: unknown): void };\n",
  };
  const probe = (code: string) => ({ 'src/probe.ts': code });

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'loopwise-setup-'));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  const run = (command: string, args: readonly string[]) =>
    new Promise<Outcome>((resolve) => {
      execFile(command, args, { cwd: place, env: {} }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, text: stdout + stderr }),
      );
    });

  function write(files: Readonly<Record<string, string>>, options: Options): void {
    const config = { compilerOptions: options, include: ['src'] };
    const all = {
      ...files,
      ...nodeTypes,
      'package.json': '{"type":"module"}',
      'tsconfig.json': JSON.stringify(config),
    };
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), text);
    }
  }

  /** What each compiler says of the files: its error codes, each once. */
  async function told(
    files: Readonly<Record<string, string>>,
    options: Options,
  ): Promise<Record<string, string>> {
    write(files, options);
    const outcomes: [string, string][] = [];
    for (const version of versions) {
      const tsc = join(root, modules[version] ?? '', 'typescript/bin/tsc');
      const { text, code } = await run(process.execPath, [tsc, '--skipLibCheck']);
      const codes = new Set([...text.matchAll(/error (TS\d+)/g)].map(([, one = '']) => one));
      assert.equal(code === 0, codes.size === 0, text);
      outcomes.push([version, [...codes].sort().join(' ') || 'fine']);
    }
    return Object.fromEntries(outcomes);
  }

  it('is tried with the versions that the page names', () => {
    assert.match(page, /in TypeScript 5\.9, 6\.0 and 7\.0 alike\./);
    for (const version of versions) {
      const file = join(root, modules[version] ?? '', 'typescript/package.json');
      const own = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
      assert.ok(own.startsWith(`${version}.`), `${own} for ${version}`);
    }
  });

  it('compiles a service, and Node runs it', async () => {
    const fine = { '5.9': 'fine', '6.0': 'fine', '7.0': 'fine' };
    assert.deepEqual(await told(service, setup.compilerOptions), fine);
    const nodes = await ensureNodes();
    for (const major of ['22', '24', '26'] as const) {
      const { code, text } = await run(nodes[major], ['--no-warnings', 'src/server.ts']);
      assert.deepEqual([major, code, text], [major, 0, '3\n']);
    }
    assert.notEqual((await run(nodes['20'], ['src/server.ts'])).code, 0);
  });

  it('needs its last line from 6 on', async () => {
    const { types, ...without } = setup.compilerOptions;
    assert.deepEqual(types, ['node']);
    const { '5.9': old, ...newer } = await told(service, without);
    assert.equal(old, 'fine');
    for (const codes of Object.values(newer)) assert.match(codes, /TS2591/);
  });

  it('reports what Node would refuse: an enum, and a type that is imported like a value', async () => {
    const code =
      "import { Line } from './total.ts';\nexport enum Level { Junior }\nexport const line: Line = { cents: Level.Junior };\n";
    const codes = await told({ ...service, ...probe(code) }, setup.compilerOptions);
    assert.deepEqual(codes, {
      '5.9': 'TS1294 TS1484',
      '6.0': 'TS1294 TS1484',
      '7.0': 'TS1294 TS1484',
    });
    const nodes = await ensureNodes();
    for (const major of ['22', '24', '26'] as const) {
      const { text } = await run(nodes[major], ['--no-warnings', 'src/probe.ts']);
      assert.match(text, /ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX/);
    }
    const transform = await run(nodes['26'], ['--experimental-transform-types', 'src/probe.ts']);
    assert.match(transform.text, /bad option/);
  });

  it('the table of defaults: strict, and baseUrl that is gone', async () => {
    assert.match(page, /\| `strict` \| off \| on \|/);
    assert.match(page, /`baseUrl`[^.]* are deprecated in 6 and gone in 7/);
    const code = 'export const twice = (text) => text + text;\n';
    const bare = { noEmit: true, types: [] };
    assert.deepEqual(await told(probe(code), bare), {
      '5.9': 'fine',
      '6.0': 'TS7006',
      '7.0': 'TS7006',
    });
    writeFileSync(join(place, 'src/probe.ts'), 'export {};\n');
    assert.deepEqual(await told({}, { ...bare, baseUrl: '.' }), {
      '5.9': 'fine',
      '6.0': 'TS5101',
      '7.0': 'TS5102',
    });
  });
});
