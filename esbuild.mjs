// Builds what ships into dist/: the extension, the parts it loads lazily, what runs inside the
// child process, the webviews and the compiled bank. `--watch` goes on after changes;
// `--production` minifies and leaves the maps out.
import { existsSync, watch as watchFolder } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import esbuild from 'esbuild';
import { tsImport } from 'tsx/esm/api';

const watching = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  sourcemap: !production,
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'node20',
};

/**
 * `import('./x.lazy.ts')` becomes a bundle of its own, dist/lazy/x.js, that is read when the
 * import runs: what it needs costs nothing before.
 * @param {string} folder dist/lazy, as the importing bundle sees it
 * @param {string} childFolder dist/child, the same
 * @returns {import('esbuild').Plugin}
 */
const lazyBundles = (folder, childFolder) => ({
  name: 'lazy-bundles',
  setup({ onResolve }) {
    onResolve({ filter: /\.lazy\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import'
        ? { path: `${folder}/${basename(path, '.lazy.ts')}.js`, external: true }
        : undefined,
    );
    // What threads share with children.
    onResolve({ filter: /\.child\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import'
        ? { path: `${childFolder}/${basename(path, '.ts')}.cjs`, external: true }
        : undefined,
    );
  },
});

/**
 * One `require('vscode')` a bundle, used as it is. For `import * as vscode` of a CommonJS module esbuild
 * defines a getter for each of its exports, in each file that imports it: with the hundreds that
 * VS Code exports, most of the time that activation took.
 * @type {import('esbuild').Plugin}
 */
const vscodeOnce = {
  name: 'vscode-once',
  setup({ onResolve, onLoad }) {
    const namespace = 'vscode-once';
    onResolve({ filter: /^vscode$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'vscode', namespace } : undefined,
    );
    onLoad({ filter: /^vscode$/, namespace }, () => ({
      contents: "export const vscode = require('vscode'); export const { l10n } = vscode;",
    }));
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        /import \* as (\w+) from 'vscode';/,
        "import { vscode as $1 } from 'vscode';",
      ),
      loader: 'ts',
      watchFiles: [path],
    }));
  },
};

async function sources(folder, ending) {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}

/** Each page of the webviews is a folder with a main.ts. */
async function pages() {
  const mains = await sources('src/webview', 'main.ts');
  return mains.map((path) => ({ in: path, out: basename(join(path, '..')) }));
}

/** @returns {Promise<import('esbuild').BuildOptions[]>} */
async function builds() {
  const node = {
    ...common,
    platform: 'node',
    format: 'cjs',
    // Some packages' `main` loads its own files by names that no bundler sees.
    mainFields: ['module', 'main'],
    external: ['vscode'],
    supported: { 'dynamic-import': false },
  };
  const lazy = await sources('src', '.lazy.ts');
  return [
    {
      ...node,
      plugins: [vscodeOnce, lazyBundles('./lazy', './child')],
      entryPoints: ['src/extension.ts'],
      outfile: 'dist/extension.js',
    },
    {
      ...node,
      plugins: [vscodeOnce, lazyBundles('.', '../child')],
      entryPoints: [
        ...lazy.map((path) => ({ in: path, out: basename(path, '.lazy.ts') })),
        // Threads: `x.worker.ts` becomes dist/lazy/x.worker.js.
        ...(await sources('src', '.worker.ts')).map((path) => ({
          in: path,
          out: basename(path, '.ts'),
        })),
      ],
      outdir: 'dist/lazy',
    },
    {
      ...common,
      platform: 'node',
      format: 'cjs',
      sourcemap: false,
      entryPoints: await sources('src', '.child.ts'),
      entryNames: '[name]',
      outdir: 'dist/child',
      outExtension: { '.js': '.cjs' },
    },
    {
      ...common,
      platform: 'browser',
      target: 'es2023',
      format: 'iife',
      tsconfig: 'src/webview/tsconfig.json',
      entryPoints: await pages(),
      outdir: 'dist/webview',
      loader: { '.ttf': 'file' },
      assetNames: '[name]',
    },
  ].filter(({ entryPoints }) => entryPoints.length > 0);
}

/** Reads, checks and compiles the bank; throws when it has mistakes. */
async function buildBank() {
  const { loadBankFolder } = await tsImport('./src/bank/bank-folder.ts', import.meta.url);
  const { bank, mistakes } = await loadBankFolder('questions');
  refuse('The bank', mistakes);
  await mkdir('dist', { recursive: true });
  const { verifiedOf } = await tsImport('./scripts/lib/verified.mts', import.meta.url);
  const verified = await verifiedOf(bank.snippets, 'questions/verified.json');
  await writeFile('dist/bank.json', JSON.stringify({ ...bank, ...(verified && { verified }) }));
  await writeFile('dist/identifiers.json', JSON.stringify(bank.questions.map(identifiersOf)));
  await buildMaterial(new Set(bank.questions.map(({ id }) => id)));
}

/** What an editor needs to know of a question, so that nobody reads the whole bank for it. */
const identifiersOf = ({ id, title, label, snippets, relevantTo }) => ({
  ...{ id, title, label, snippets, relevantTo },
});

/** The same for the study material, which leads to questions of the bank. */
async function buildMaterial(questions) {
  // Another bank can stand in for the real one, and the material leads to questions of that alone.
  if (!existsSync('material')) return;
  const { loadMaterialFolder } = await tsImport('./src/bank/material-folder.ts', import.meta.url);
  const { material, mistakes } = await loadMaterialFolder('material', (id) => questions.has(id));
  refuse('The material', mistakes);
  await writeFile('dist/material.json', JSON.stringify(material));
}

function refuse(what, mistakes) {
  for (const { file, line, message, advice } of mistakes) {
    console.error(`${file}:${line}: ${message}. ${advice}`);
  }
  if (mistakes.length > 0) throw new Error(`${what} has ${mistakes.length} mistakes.`);
}

async function watchAll() {
  const contexts = await Promise.all(
    (await builds()).map((options) => esbuild.context({ ...options, logLevel: 'info' })),
  );
  const rebuild = () => buildBank().catch((error) => console.error(error.message));
  // What is wrong has been said by then, and may be put right.
  await Promise.all([...contexts.map((one) => one.rebuild().catch(() => undefined)), rebuild()]);
  for (const folder of ['questions', 'material']) {
    if (existsSync(folder)) watchFolder(folder, { recursive: true }, rebuild);
  }
  // F5 waits for this line: see .vscode/tasks.json.
  console.log('Watching for changes.');
  await Promise.all(contexts.map((one) => one.watch()));
}

await rm('dist', { recursive: true, force: true });
if (watching) {
  await watchAll();
} else {
  await Promise.all([...(await builds()).map((options) => esbuild.build(options)), buildBank()]);
}
