import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { inRoot } from '../../scripts/lib/paths.mts';

/** What the bank, the program or the rules of the explanation say, which is English by design. */
const content = [
  '.prose, pre, code, bdi, svg:not(.chart), .topic, .code-title strong, nav.contents ol ol, .points label',
  '.rule, .why-links a, .question-link span, article.question li, article.question .say, article.question .mistake',
  'article.question h3, section.topic > h2, .callout > p:has(> strong), .belief > p, blockquote, .says, [data-belief]',
].join(', ');

/** Names, letters of outputs and of keys, that are the same in every language; dates are written by the platform. */
const names = [
  /^(?:CommonJS|Node\.js|PATH|[A-Z]|Esc|CommonJS: [\d.]+|[\w-]+\.cjs)$/,
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? ?)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d[\d\s,:APM]*)?)?$/,
  /^\d{1,2}:\d\d\s[AP]M$/,
];

/** A page of ours. @param source what else it shows of the bank */
export async function assertMarked(page: FrameLocator, source = ''): Promise<void> {
  const found = await page.locator('html').evaluate<readonly string[], unknown>(textsIn('body'));
  assert.deepEqual(unmarked(found, source), []);
}

/**
 * What a part of VS Code's window shows of ours.
 * @param part a selector
 * @param own what VS Code says there itself
 */
export async function assertSurfaceMarked(
  page: Page,
  part: string,
  source: string,
  own?: RegExp,
): Promise<void> {
  const found = await page.evaluate<readonly string[]>(textsIn(part));
  assert.ok(found.length > 0, 'There is nothing to look at.');
  assert.deepEqual(
    unmarked(found, source).filter((text) => !own?.test(text)),
    [],
  );
}

/** Those with words that nobody can translate, and that aren't content. */
const unmarked = (found: readonly string[], source: string): readonly string[] =>
  found.filter((text) =>
    // Facts that are in one line, or that a screen reader hears one after the other, are in one text.
    unmarkedPart(text)
      .split(/ · |[,:] |\n/)
      .map(plain)
      .some(
        (one) =>
          /\p{L}/u.test(one) && !names.some((name) => name.test(one)) && !source.includes(one),
      ),
  );

/** What is left of a text without all that can be translated. */
function unmarkedPart(text: string): string {
  const rest = text.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  return rest === text ? text : unmarkedPart(rest);
}

/** All that is written in a folder of the bank, as a page shows it. */
export async function sourceOf(folder: string): Promise<string> {
  const names = await readdir(inRoot(...folder.split('/')), {
    recursive: true,
    withFileTypes: true,
  });
  const files = names.filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8'));
  return plain((await Promise.all(texts)).join('\n'));
}

const plain = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*>]|''/g, (mark) => (mark === "''" ? "'" : ''))
    .replace(/\s+/g, ' ')
    .trim();

/** An expression: each text and each name in the elements of a selector that are seen, as one of our nodes has it. */
const textsIn = (selector: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})]
    .filter((element) => element.checkVisibility())
    .flatMap((element) => (${collect})(element, ${JSON.stringify(content)}, ${String(selector !== 'body')}))`;

const collect = `(root, content, isSurface) => {
  const found = new Set();
  const attributes = ['aria-label', 'title', 'placeholder', 'aria-description', 'alt', 'aria-valuetext', 'aria-roledescription'];
  const unmarkedOf = (text) => {
    let rest = text;
    for (let last; last !== rest; ) { last = rest; rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' '); }
    return rest;
  };
  const add = (text) => { if (/\\p{L}/u.test(text) && !/^\\/\\S+$/.test(text)) found.add(text.trim()); };
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = walk.nextNode()) {
    const element = node.nodeType === 3 ? node.parentElement : node;
    if (element.closest('script, style') || element.closest(content)) continue;
    // VS Code keeps parts of rows that it used before.
    if (isSurface && !element.checkVisibility()) continue;
    // A sentence with something else than text in it is in several nodes: it is whole in their parent.
    if (node.nodeType === 3) { if (unmarkedOf(element.textContent).includes(node.data.trim())) add(node.data); }
    else for (const name of attributes) if (element.hasAttribute(name)) add(element.getAttribute(name));
  }
  return [...found];
}`;
