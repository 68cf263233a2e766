import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { transformTypeScript } from '../../../src/program/transform-typescript.ts';
import type { Runtime } from '../../../src/runner/model.ts';
import { runBareFile, runPlacedFile, withoutHooks, writeProject } from './placed-run.ts';
import type { Project, Shown } from './placed-run.ts';
import { majors, someMajors, useRunWorld } from './run-world.ts';

/** Node 20 runs no TypeScript. */
const able = (name: string, version: string) =>
  someMajors(name, majors.slice(1)).some((major) => version.startsWith(`${major}.`));

const order = `
process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('job'));
setImmediate(() => console.log('immediate'));`;

describe('A TypeScript file run where it is, with more than types', function () {
  this.timeout(180_000);
  const world = useRunWorld();
  let runtimes: readonly Runtime[] = [];
  before(() => {
    runtimes = majors.map((major) => {
      const runtime = world.runtime(major);
      const version = execFileSync(runtime.path, ['-p', 'process.versions.node'], {
        encoding: 'utf8',
      });
      return { ...runtime, version: version.trim() };
    });
  });

  const withProject = async (name: string, work: (folder: string) => Promise<void>) => {
    const folder = join(world.temporary, name);
    try {
      await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  const enums = `export enum Level { Low, High }\nexport class P { constructor(readonly at = new Error('p').stack) {} }`;
  const compiled: Readonly<
    Record<string, { main: string; project: Project; entry?: string; unsaved?: Project }>
  > = {
    'an entry with an enum, and a module with more': {
      main: 'main.ts',
      project: {
        'package.json': '{ "type": "module" }',
        'main.ts': `import { Level, P } from './level.ts';\nenum Own { A }\nconsole.log(Level, Own, new P().at, import.meta.url, new Error('x').stack);${order}`,
        'level.ts': enums,
      },
      entry: 'main.ts',
    },
    'CommonJS, and a module that only has types': {
      main: 'main.cts',
      project: {
        'main.cts': `const { N } = require('./n.ts'); const a: number = require('./types.ts').a;\nconsole.log(N.f(), a, __filename, require.main === module, module.children.length, Object.keys(require.cache));${order}`,
        'n.ts': `namespace N { export const f = (): string =>\n new Error('n').stack!; }\nmodule.exports = { N };`,
        'types.ts': `exports.a = 1 as number; // an enum this isn't`,
      },
    },
    'JavaScript that imports it': {
      main: 'main.mjs',
      project: {
        'main.mjs': `import { Level, P } from './level.mts';\nconsole.log(Level, new P().at);${order}`,
        'level.mts': enums,
      },
    },
    'text that is not saved': {
      main: 'main.mts',
      project: {
        'main.mts': `import * as all from './level.mts';\nconsole.log(all, new all.P().at);`,
        'level.mts': 'old(',
      },
      unsaved: { 'level.mts': `\n${enums}` },
    },
    'an error in it': {
      main: 'main.mts',
      project: {
        'main.mts': `import './f.mts';`,
        'f.mts': `enum A { B }\nfunction f(a: A) {\n  throw new TypeError('f');\n}\nf(A.B);`,
      },
    },
  };

  for (const [name, { main, project, entry, unsaved = {} }] of Object.entries(compiled)) {
    it(`${name}: as the JavaScript that it becomes`, () =>
      withProject('typescript', async (folder) => {
        const start = { file: join(folder, main), folder };
        for (const runtime of runtimes.filter(({ version }) => able(name, version))) {
          // What a bare Node runs has the JavaScript in the files, under the same names.
          const javascript = Object.entries({ ...project, ...unsaved }).map(([path, text]) => {
            const made = /ts$/.test(path) ? transformTypeScript(text) : undefined;
            return [path, made?.kind === 'transformed' ? made.code : text] as const;
          });
          await writeProject(folder, Object.fromEntries(javascript));
          const bare = await runBareFile(runtime, start);
          await writeProject(folder, project);
          const texts = Object.entries(unsaved).map(([path, text]) => ({
            path: join(folder, path),
            text,
          }));
          const code = project[main] ?? '';
          if (entry !== undefined) {
            const text = javascript.find(([path]) => path === entry)?.[1] ?? '';
            texts.push({
              ...{ path: join(folder, entry), text },
              ...{ kind: 'mjs', compiled: true },
            });
          }
          for (const trace of [false, true]) {
            const shown = await runPlacedFile(runtime, world.childFolder, start, {
              trace,
              texts,
              code,
            });
            assert.deepEqual(
              withoutSource(withoutHooks(shown)),
              withoutSource(bare),
              `on Node ${runtime.version}`,
            );
          }
        }
      }));
  }

  it('that nobody can run is told with its file and line', () =>
    withProject('typescript', async (folder) => {
      const start = { file: join(folder, 'main.mts'), folder };
      await writeProject(folder, {
        'main.mts': `import './f.mts';`,
        'f.mts': `enum A { B }\n@f class C {}`,
      });
      for (const runtime of runtimes.slice(1)) {
        const { stderr } = await runPlacedFile(runtime, world.childFolder, start, { trace: false });
        assert.ok(
          stderr.some((line) => /decorators .*f\.mts:2\)/.test(line)),
          stderr.join('\n'),
        );
      }
    }));
});

/**
 * Of the line of an error, Node shows the source that it was given; and files whose types it took out
 * itself have URLs in stacks, from Node 24 on.
 */
function withoutSource({ stdout, stderr, ...rest }: Shown): Shown {
  return {
    ...rest,
    stdout: stdout.map((line) => line.replace('(file://', '(')),
    stderr: stderr.filter((line) => !/^\s*(?:\^|enum |throw )/.test(line)),
  };
}
