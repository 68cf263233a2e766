import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, FrameLocator } from 'playwright-core';
import { readThemes } from './pages/predict-page.ts';
import { themes } from './workbench.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

const script = createRequire(__filename).resolve('axe-core/axe.min.js');

/** What axe-core finds wrong inside a webview, a line each; nothing when all is well. */
export async function axeFindings(webview: FrameLocator): Promise<string[]> {
  return findings(await withAxe(webview), 'document');
}

/**
 * Text without enough contrast in the themes of VS Code that no window of these tests has. The page is given
 * their colors as VS Code does it, and then its own again. Code is left out: its colors come from the extension,
 * for the theme of the window. Of elements that look alike by their classes, and those around them, one is looked at.
 */
export async function contrastFindings(webview: FrameLocator): Promise<string[]> {
  const frame = await withAxe(webview);
  const others = Object.entries(await readThemes()).filter(([name]) => !(name in themes));
  const root = 'document.documentElement';
  const own = await frame.evaluate<[string, string]>(
    `[${root}.style.cssText, document.body.className]`,
  );
  await frame.evaluate(markKinds);
  const found: string[] = [];
  for (const [name, { bodyClass, variables }] of others) {
    await frame.evaluate(`(() => {
      const { style } = ${root};
      for (const name of [...style]) if (name.startsWith('--vscode-')) style.removeProperty(name);
      for (const [name, value] of Object.entries(${JSON.stringify(variables)})) style.setProperty(name, value);
      document.body.className = ${JSON.stringify(bodyClass)};
    })()`);
    // Buttons change their background by a transition: how it ends is what people read on.
    await frame.evaluate('document.getAnimations().forEach((one) => one.finish())');
    const context = "{ include: ['[data-kind-of-text]'], exclude: ['pre', 'code'] }";
    for (const one of await findings(frame, `${context}, { runOnly: ['color-contrast'] }`)) {
      found.push(`${name}: ${one}`);
    }
  }
  await frame.evaluate(`(([style, classes]) => {
    ${root}.style.cssText = style;
    document.body.className = classes;
    document.querySelectorAll('[data-kind-of-text]').forEach((one) => one.removeAttribute('data-kind-of-text'));
  })(${JSON.stringify(own)})`);
  return found;
}

/** One element of each kind that has text of its own. */
const markKinds = `(() => {
  const seen = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (!hasText || element.closest('pre, code, script, style') || !element.checkVisibility()) continue;
    let kind = '';
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      kind += one.localName + '.' + (one.getAttribute('class') ?? '') + ' ';
    }
    if (!seen.has(kind)) element.setAttribute('data-kind-of-text', '');
    seen.add(kind);
  }
})()`;

async function withAxe(webview: FrameLocator): Promise<Frame> {
  const body = await webview.locator('body').elementHandle();
  const frame = await body.ownerFrame();
  if (!frame) throw new Error('The webview is gone.');
  // A page that has just come into sight may still wait for its style sheet.
  await frame.waitForLoadState('load');
  await frame.evaluate(await readFile(script, 'utf8'));
  return frame;
}

async function findings(frame: Frame, parameters: string): Promise<string[]> {
  const violations = await frame.evaluate<Violation[]>(
    `axe.run(${parameters}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
