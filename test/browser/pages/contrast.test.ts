import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/lib/browser.mts';
import type { LineCard } from '../../../src/shared/predict.ts';
import { contrast, hex } from '../../../src/webview/common/colors.ts';
import { fourWay } from '../../unit/timeline/traces.ts';
import { openPredictPage, readThemes, type PredictPage, type Theme } from './predict-page.ts';

const axeScript = createRequire(__filename).resolve('axe-core/axe.min.js');

const card = (text: string, stream: LineCard['stream'] = 'stdout'): LineCard => ({
  ...{ stream, text },
  typed: text,
});
const snippet = {
  cards: [
    card('promise'),
    card('timeout', 'stderr'),
    card('TypeError', 'uncaught'),
    card('1', 'exit'),
  ],
  mayPrintNothing: true,
  bank: {
    difficulty: 'hard',
    teaches: 'A `tick` comes first.',
    questionTitle: 'Why?',
    race: 'It is.',
  },
} as const;

describe('Text in the themes of VS Code', () => {
  let browser: Browser;
  let themes: Readonly<Record<string, Theme>>;
  let predict: PredictPage;
  let page: Page;

  before(async () => {
    browser = await launchBrowser();
    themes = await readThemes();
    const theme = themes['dark'] ?? assert.fail('No such theme.');
    const { code } = fourWay();
    predict = await openPredictPage(browser, { code, snippet, theme, width: 1280, height: 900 });
    ({ page } = predict);
    await page.evaluate(await readFile(axeScript, 'utf8'));
  });
  after(() => browser.close());

  it('leaves nothing for axe to find, before checking and after it', async () => {
    assert.ok(Object.keys(themes).length >= 10);
    await page.locator('.pool .card').first().click();
    const findings: string[] = [];
    for (const [name, theme] of Object.entries(themes)) {
      await predict.use(theme);
      for (const finding of await axeFindings(page)) findings.push(`${name}, cards: ${finding}`);
    }
    await predict.finish(fourWay().recording, { withheld: true });
    for (const [name, theme] of Object.entries(themes)) {
      await predict.use(theme);
      for (const finding of await axeFindings(page)) findings.push(`${name}, try: ${finding}`);
    }
    await page.getByRole('button', { name: 'Show What It Prints' }).click();
    await page.locator('.tl-why').waitFor();
    for (const [name, theme] of Object.entries(themes)) {
      await predict.use(theme);
      for (const finding of await axeFindings(page)) findings.push(`${name}, result: ${finding}`);
    }
    assert.deepEqual(findings, []);
  });

  it('has the colors of the theme itself where these can be read', async () => {
    for (const name of ['dark', 'light']) {
      await predict.use(themes[name] ?? assert.fail('No such theme.'));
      const [ink, own] = await page.evaluate<[string, string]>(`(() => {
        const style = getComputedStyle(document.documentElement);
        return [style.getPropertyValue('--button-ink'), style.getPropertyValue('--vscode-button-foreground')];
      })()`);
      assert.equal(hex(ink, '#ffffff'), hex(own, '#ffffff'), name);
    }
  });

  it('is dimmed nowhere in high contrast, where a checked box stands out from its ground', async () => {
    for (const name of ['highContrast', 'highContrastLight']) {
      await predict.use(themes[name] ?? assert.fail('No such theme.'));
      const { dimmed, checked, ground, inks } = await page.evaluate<{
        dimmed: string[];
        checked: string;
        ground: string;
        inks: string[];
      }>(`(() => {
        const seen = [...document.querySelectorAll('main *')].filter((element) => element.checkVisibility());
        const style = (element) => getComputedStyle(element);
        return {
          dimmed: seen
            .filter((element) => style(element).opacity !== '1' && !element.matches('input[type=radio]'))
            .map(({ outerHTML }) => outerHTML.slice(0, 80)),
          checked: style(document.querySelector('input[type=checkbox]:checked')).accentColor,
          ground: style(document.body).backgroundColor,
          inks: [...document.querySelectorAll('.button.secondary, .button.quiet')].map((button) => style(button).color),
        };
      })()`);
      assert.deepEqual(dimmed, [], name);
      assert.ok(inks.length >= 4);
      for (const ink of inks) {
        assert.ok(contrast(hex(ink, '#ffffff'), hex(ground, '#ffffff')) >= 7, `${name}: ${ink}`);
      }
      assert.ok(contrast(hex(checked, '#ffffff'), hex(ground, '#ffffff')) >= 3, name);
    }
  });
});

/** What axe-core finds wrong, a line each. */
async function axeFindings(page: Page): Promise<string[]> {
  const violations = await page.evaluate<
    { id: string; nodes: { html: string; failureSummary: string }[] }[]
  >('axe.run(document).then(({ violations }) => violations)');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${html.slice(0, 120)} ${failureSummary.split('\n')[1] ?? ''}`,
    ),
  );
}
