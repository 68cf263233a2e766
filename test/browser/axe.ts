import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FrameLocator } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

const script = createRequire(__filename).resolve('axe-core/axe.min.js');

/** What axe-core finds wrong inside a webview, a line each; nothing when all is well. */
export async function axeFindings(webview: FrameLocator): Promise<string[]> {
  const body = await webview.locator('body').elementHandle();
  const frame = await body.ownerFrame();
  if (!frame) throw new Error('The webview is gone.');
  // A page that has just come into sight may still wait for its style sheet.
  await frame.waitForLoadState('load');
  await frame.evaluate(await readFile(script, 'utf8'));
  const violations = await frame.evaluate<Violation[]>(
    'axe.run(document).then(({ violations }) => violations)',
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
