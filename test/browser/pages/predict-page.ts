// The Predict page's real bundle and HTML in a document of its own, with the colours of a webview.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { runInThisContext } from 'node:vm';
import { build, buildSync, type BuildOptions } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { inRoot, root } from '../../../scripts/lib/paths.mts';
import type { Show, ToPage } from '../../../src/shared/page.ts';
import type {
  NotRunReason,
  PageSnippet,
  PredictMessage,
  PredictPageData,
} from '../../../src/shared/predict.ts';
import type { ExplainedTrace } from '../../../src/shared/timeline.ts';

const address = 'http://predict.test/';

/** A theme as it was read from a window of VS Code. */
export interface Theme {
  readonly bodyClass: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** The themes that ship with VS Code and that people use, by a short name. */
export async function readThemes(): Promise<Readonly<Record<string, Theme>>> {
  const file = inRoot('test', 'browser', 'timeline', 'themes.json');
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, Theme>;
}

export interface PredictPage {
  readonly page: Page;
  /** Puts another theme on, as VS Code does it. */
  use(theme: Theme): Promise<void>;
  /**
   * A prediction has been judged, and was wrong from its first line on.
   * @param options.withheld leaves it at that; else what the program prints is shown too
   * @param options.text of its first line
   */
  finish(
    recording: ExplainedTrace,
    options?: { readonly withheld?: boolean; readonly text?: string },
  ): Promise<void>;
  /** The run that was asked for did not take place. */
  refuse(reason: NotRunReason): Promise<void>;
  /** What the page asked for, by kind. */
  requests(): Promise<string[]>;
  close(): Promise<void>;
}

export interface PredictPageOptions {
  readonly code: string;
  readonly snippet?: Partial<PageSnippet>;
  /** HTML that says what is to be known before it runs. */
  readonly notice?: string;
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
}

/** What the host writes of a page, built without a host: `vscode` is asked for its translations alone. */
interface HostSide {
  pageBody(snippet: PageSnippet, code: string, notice?: string): string;
  codeSection(code: string): string;
  codeLines(code: string): string;
  escapeHtml(text: string): string;
}

let bundled: Promise<ReadonlyMap<string, Buffer>> | undefined;

export async function openPredictPage(
  browser: Browser,
  { code, snippet, notice, theme, width, height }: PredictPageOptions,
): Promise<PredictPage> {
  bundled ??= bundle();
  const files = await bundled;
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  await page.route(`${address}**`, async (route) => {
    const name = basename(new URL(route.request().url()).pathname);
    const file = files.get(name);
    if (file) await route.fulfill({ body: file, contentType: contentType(name) });
    else await route.fulfill({ body: document, contentType: 'text/html' });
  });
  await page.goto(address);
  const use = async ({ bodyClass, variables }: Theme): Promise<void> => {
    await page.evaluate(`(() => {
      const style = document.documentElement.style;
      for (const name of [...style]) if (name.startsWith('--vscode-')) style.removeProperty(name);
      for (const [name, value] of Object.entries(${JSON.stringify(variables)})) style.setProperty(name, value);
      document.body.className = ${JSON.stringify(bodyClass)};
    })()`);
  };
  await use(theme);
  const host = hostSide();
  const shown = {
    ...{ title: 'A snippet', kind: 'cjs', cards: [], mayPrintNothing: false },
    ...snippet,
  } as const satisfies PageSnippet;
  const data: PredictPageData = {
    snippet: shown,
    draft: {
      mode: shown.cards.length > 0 ? 'cards' : 'typed',
      ...{ placed: [], typed: '', nothing: false },
    },
    status: { kind: 'idle', run: 0 },
  };
  const lines = host.codeLines(host.escapeHtml(code));
  const html = host.pageBody(shown, host.codeSection(lines), notice);
  const show: Show<PredictPageData> = {
    ...{ kind: 'show', page: 1, key: 'a', title: shown.title, css: '', source: null },
    ...{ html, data },
  };
  const post = (message: ToPage<PredictPageData, PredictMessage>): Promise<void> =>
    page.evaluate(`window.postMessage(${JSON.stringify(message)})`);
  const tell = (message: PredictMessage): Promise<void> =>
    post({ kind: 'message', page: 1, message: message });
  await post(show);
  await page.locator('#work h2, #work > p').first().waitFor();
  /** Of runs. */
  let number = 0;
  return {
    page,
    use,
    async refuse(reason) {
      const outcome = { kind: 'notRun', reason, message: 'It could not be.' } as const;
      number += 1;
      await tell({
        kind: 'status',
        status: { kind: 'finished', run: number, predicting: true, outcome },
      });
    },
    async finish(recording, { withheld = false, text = 'another line' } = {}) {
      const { lines } = recording.trace;
      const predicted = { stream: 'stdout', text } as const;
      const shownLines = lines.map(({ stream, text }) => ({ stream, text }));
      number += 1;
      const run = number;
      await tell({ kind: 'status', status: { kind: 'running', run, predicting: true } });
      await tell({ kind: 'recorded', questions: {}, recording: { ...recording, run } });
      await tell({
        kind: 'status',
        status: {
          ...{ kind: 'finished', run, predicting: true },
          outcome: {
            ...{ kind: 'judged', mode: 'typed' },
            verdict: {
              ...{ kind: 'wrong', at: 0, mayEnd: false },
              ...{
                predicted,
                possible: shownLines.slice(0, 1),
              },
            },
            rows: shownLines.map((actual, at) =>
              at === 0
                ? {
                    ...{ mark: 'differs', firstWrong: true, actual },
                    predicted,
                  }
                : { mark: 'missing', firstWrong: false, actual },
            ),
            run: {
              node: { path: '/usr/bin/node', version: '24.0.0', origin: 'path' },
              ...{ lines: shownLines, lineCount: lines.length, ended: 'exit' },
              ...{ exitCode: 0, signal: null, waitedForInput: false, durationMs: 40 },
              limits: { seconds: 5, megabytes: 256, lines: 1000 },
              recorded: 'whole',
            },
          },
        },
      });
      await page.locator('#result').waitFor();
      if (withheld) return;
      await page.getByRole('button', { name: 'Show What It Prints' }).click();
      await page.locator('.tl-why').waitFor();
    },
    requests: () =>
      page.evaluate<string[]>('window.asked.map(({ request }) => request?.kind ?? "ready")'),
    close: () => page.close(),
  };
}

function hostSide(): HostSide {
  const from = (file: string, ...names: string[]): string =>
    `export { ${names.join(', ')} } from './src/features/${file}';`;
  const contents = [
    from('predict/page-body.ts', 'pageBody'),
    from('pages/snippet-html.ts', 'codeSection'),
    from('pages/code-marks.ts', 'codeLines'),
    from('pages/escape-html.ts', 'escapeHtml'),
  ].join('\n');
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: root },
    ...{ bundle: true, write: false, platform: 'node', format: 'cjs', external: ['vscode'] },
  });
  const module: { exports: unknown } = { exports: {} };
  const vscode = { l10n: { t: (text: string) => text } };
  const load = runInThisContext(
    `(function (module, require) { ${outputFiles[0]?.text ?? ''} })`,
  ) as (into: typeof module, require: () => unknown) => void;
  load(module, () => vscode);
  return module.exports as HostSide;
}

async function bundle(): Promise<ReadonlyMap<string, Buffer>> {
  const options: BuildOptions & { write: false } = {
    entryPoints: [inRoot('src', 'webview', 'predict', 'main.ts')],
    ...{ bundle: true, minify: true, write: false, outdir: root, entryNames: 'predict' },
    ...{ assetNames: '[name]', platform: 'browser', format: 'iife', target: 'es2023' },
    tsconfig: inRoot('src', 'webview', 'tsconfig.json'),
    loader: { '.ttf': 'file' },
  };
  const { outputFiles } = await build(options);
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)]));
}

const contentType = (name: string): string =>
  name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'font/ttf';

/** As features/pages/page-html.ts writes it, with what VS Code gives the script of a page. */
const document = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="predict.css">
<title>Predict</title>
</head>
<body>
<div id="page"></div>
<div class="sr-only" id="live" role="status"></div>
<div id="failure" role="alert"></div>
<script>
window.asked = [];
window.acquireVsCodeApi = () => ({
  postMessage: (message) => void asked.push(message),
  getState: () => undefined,
  setState: () => undefined,
});
</script>
<script src="predict.js"></script>
</body>
</html>`;
