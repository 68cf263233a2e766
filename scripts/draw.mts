// Shows authors what a drawing of the bank looks like: a picture of each SVG file in a light and a
// dark theme and in both high contrasts, as it will be in a page.
//   node --import=tsx scripts/draw.mts questions/<topic>/<question>/<name>.svg …
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { parseDiagram } from '../src/bank/parse-diagram.ts';
import { diagramHtml } from '../src/features/answer/render-diagram.ts';
import { launchBrowser } from './lib/browser.mts';
import { inRoot } from './lib/paths.mts';

const themes = {
  light: [
    '--vscode-foreground:#3b3b3b;--vscode-descriptionForeground:#6b6b6b;background:#fff;',
    '--vscode-charts-blue:#1a85ff;--vscode-charts-green:#388a34;--vscode-charts-red:#e51400;',
  ],
  dark: [
    '--vscode-foreground:#ccc;--vscode-descriptionForeground:#9d9d9d;background:#1f1f1f;',
    '--vscode-charts-blue:#3794ff;--vscode-charts-green:#89d185;--vscode-charts-red:#f14c4c;',
  ],
  'high-contrast': [
    '--vscode-foreground:#fff;--vscode-descriptionForeground:rgba(255,255,255,.7);background:#000;',
    '--vscode-charts-blue:#3794ff;--vscode-charts-green:#89d185;--vscode-charts-red:#f48771;',
    '--vscode-editor-background:#000;',
  ],
  'high-contrast-light': [
    '--vscode-foreground:#292929;--vscode-descriptionForeground:rgba(41,41,41,.7);background:#fff;',
    '--vscode-charts-blue:#1a85ff;--vscode-charts-green:#374e06;--vscode-charts-red:#b5200d;',
    '--vscode-editor-background:#fff;',
  ],
};

const css = await readFile(inRoot('src', 'webview', 'common', 'diagram.css'), 'utf8');
const out = inRoot('pictures', 'diagrams');
await mkdir(out, { recursive: true });

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 700, height: 400 } });
  for (const file of process.argv.slice(2)) await draw(page, file);
} finally {
  await browser.close();
}

async function draw(page: Page, file: string) {
  const name = basename(file, '.svg');
  const text = await readFile(file, 'utf8');
  const { diagram, mistakes } = parseDiagram({ file, topic: '', question: '', name, text });
  for (const { line, message, advice } of mistakes) {
    console.error(`${file}:${line}: ${message}. ${advice}`);
    process.exitCode = 1;
  }
  if (!diagram) return;
  for (const [theme, variables] of Object.entries(themes)) {
    const style = `${variables.join('')}--vscode-font-family:system-ui,sans-serif;margin:0;padding:1px 30px`;
    await page.setContent(
      `<style>${css}</style><body class="vscode-${theme}" style="${style}">${diagramHtml(diagram, 1)}</body>`,
    );
    const path = join(out, `${name}-${theme}.png`);
    await page.locator('.diagram').screenshot({ path });
    console.log(path);
  }
}
