// The timeline's real bundle in a page of its own, with the policy and the colours of a webview.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { inRoot, root } from '../../../scripts/lib/paths.mts';
import type { TimelineExport } from '../../../src/shared/timeline.ts';
import type { Site } from '../../../src/trace/model.ts';
import type { Sample } from '../../unit/timeline/traces.ts';

const address = 'http://timeline.test/';

/** As they were read from a window of VS Code. */
export type ThemeName = 'dark' | 'light' | 'highContrast' | 'highContrastLight';

interface Theme {
  readonly bodyClass: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface HarnessOptions {
  readonly sample: Sample;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
}

/** A page that shows one timeline. */
export interface Harness {
  readonly page: Page;
  sites(): Promise<(Site | null)[]>;
  exports(): Promise<TimelineExport[]>;
  /** What the page complained of: errors, and what its policy refused. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

let bundled: Promise<ReadonlyMap<string, Buffer>> | undefined;

export async function openHarness(browser: Browser, options: HarnessOptions): Promise<Harness> {
  const { sample, theme = 'dark', width = 1000, height = 900, reducedMotion = true } = options;
  bundled ??= bundle();
  const files = await bundled;
  const themes = JSON.parse(
    await readFile(inRoot('test', 'browser', 'timeline', 'themes.json'), 'utf8'),
  ) as Record<ThemeName, Theme>;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.route(`${address}**`, async (route) => {
    const name = basename(new URL(route.request().url()).pathname);
    const file = files.get(name);
    if (file) await route.fulfill({ body: file, contentType: contentType(name) });
    else await route.fulfill({ body: document(themes[theme]), contentType: 'text/html' });
  });
  await page.goto(address);
  const data = JSON.stringify(sample);
  await page.evaluate(`(() => {
    const data = ${data};
    const sites = [];
    const exports = [];
    const handle = timeline.createTimeline(document.getElementById('timeline'), {
      ...data,
      onMoment: () => undefined,
      onSite: (site) => sites.push(site ?? null),
      onExport: (saved) => exports.push(saved),
    });
    window.harness = { handle, sites, exports };
  })()`);
  return {
    page,
    complaints,
    sites: () => page.evaluate<(Site | null)[]>('window.harness.sites'),
    exports: () => page.evaluate<TimelineExport[]>('window.harness.exports'),
    close: () => context.close(),
  };
}

async function bundle(): Promise<ReadonlyMap<string, Buffer>> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import './src/webview/common/page.css';
        export { createTimeline } from './src/webview/timeline/timeline.ts';`,
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    write: false,
    outdir: root,
    entryNames: 'timeline',
    assetNames: '[name]',
    platform: 'browser',
    format: 'iife',
    globalName: 'timeline',
    target: 'es2023',
    tsconfig: inRoot('src', 'webview', 'tsconfig.json'),
    loader: { '.ttf': 'file' },
  });
  return new Map(
    outputFiles.map(({ path, contents }) => [
      basename(path).replace('stdin', 'timeline'),
      Buffer.from(contents),
    ]),
  );
}

const contentType = (name: string): string =>
  name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'font/ttf';

function document({ bodyClass, variables }: Theme): string {
  const rules = Object.entries(variables)
    .map(([name, value]) => `${name}: ${value};`)
    .join('\n');
  const policy = `default-src 'none'; script-src 'nonce-n'; style-src ${address} 'nonce-n'; font-src ${address}; img-src data:`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="timeline.css">
<style nonce="n">:root { ${rules} } main { padding: 16px; }</style>
<title>Timeline</title>
</head>
<body class="${bodyClass}">
<main><h1>Timeline</h1><h2>A run</h2><div id="timeline"></div></main>
<script nonce="n" src="timeline.js"></script>
</body>
</html>`;
}
