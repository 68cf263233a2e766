import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeFences } from '../../../src/bank/code-fences.ts';
import { ships } from '../../../scripts/lib/shipped.mts';

const root = join(import.meta.dirname, '..', '..', '..');
const compiler = 'test/fixtures/typescript-7/node_modules/typescript/bin/tsc';

describe('What is documented for other extensions', () => {
  it('ships', () => {
    assert.ok(ships('docs/api.md'));
    assert.ok(ships('docs/loopwise-api.d.ts'));
  });

  it('is code of which the compiler finds nothing wrong, and so is the example', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loopwise-documented-'));
    try {
      await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
      await cp(join(root, 'docs/loopwise-api.d.ts'), join(folder, 'loopwise-api.d.ts'));
      const example = join(folder, 'a/b/c');
      await mkdir(example, { recursive: true });
      const text = await readFile(
        join(root, 'test/fixtures/example-extension/extension.js'),
        'utf8',
      );
      await writeFile(
        join(example, 'extension.js'),
        text.replaceAll('../../../docs/loopwise-api.d.ts', '../../../loopwise-api.d.ts'),
      );
      const fences = codeFences(await readFile(join(root, 'docs/api.md'), 'utf8')).flatMap(
        (fence) => ('language' in fence && fence.language === 'ts' ? [fence.code] : []),
      );
      assert.equal(fences.length, 2);
      for (const [at, code] of fences.entries()) {
        const isWhole = code.startsWith('import ');
        const head = isWhole
          ? ''
          : "declare const loopwise: import('./loopwise-api').LoopwiseApi;\nexport {};\n";
        await writeFile(join(folder, `fence${at}.ts`), head + code);
      }
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
      const [whole = ''] = fences;
      await writeFile(join(folder, 'wrong.ts'), whole.replace('api?.version', 'api?.versions'));
      // One mistake shows that it looks.
      assert.match(await compile(folder), /^wrong\.ts.*'versions' does not exist[^\n]*\n?$/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

const settings = {
  compilerOptions: {
    ...{ strict: true, noEmit: true, allowJs: true, checkJs: true, skipLibCheck: true },
    ...{ module: 'Preserve', target: 'ES2022', types: ['node', 'vscode'] },
    allowImportingTsExtensions: true,
  },
  include: ['**/*'],
};

/** What the compiler says. */
const compile = (folder: string): Promise<string> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, compiler), '-p', '.'],
      { cwd: folder },
      (_, stdout, stderr) => resolve(stdout + stderr),
    );
  });
