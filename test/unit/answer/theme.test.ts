import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { colorCode } from '../../../src/features/pages/color-code.ts';
import { customRules, parseJsonc, readTheme } from '../../../src/features/pages/theme.ts';

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'themes').replaceAll('\\', '/');
const read = (path: string) => readFile(path, 'utf8');

describe('Reading a colour theme', () => {
  it('follows what it includes; its own rules come after those', async () => {
    const theme = await readTheme(`${folder}/night.json`, read);
    assert.equal(theme.foreground, '#dddddd');
    assert.deepEqual(
      theme.rules.map(({ settings }) => settings.foreground),
      ['#111111', '#222222', '#333333'],
    );
  });

  it('reads rules that stand in a file of their own', async () => {
    const theme = await readTheme(`${folder}/by-path.json`, read);
    assert.deepEqual(
      theme.rules.map(({ scope }) => scope),
      ['keyword'],
    );
  });

  it('rejects what it cannot read: a missing file, XML, a theme that includes itself', async () => {
    await assert.rejects(readTheme(`${folder}/missing.json`, read));
    await assert.rejects(readTheme(`${folder}/old.tmTheme`, read));
    await assert.rejects(readTheme(`${folder}/endless.json`, read), /too deeply/);
  });
});

describe('JSON with comments', () => {
  it('keeps what only looks like a comment or a comma, inside strings', () => {
    assert.deepEqual(parseJsonc('{"a": "// no, /* no */ \\" ,]", /* x */ "b": [1, 2,], }'), {
      a: '// no, /* no */ " ,]',
      b: [1, 2],
    });
  });

  it('passes over a byte order mark', () => {
    assert.deepEqual(parseJsonc('\uFEFF{}'), {});
  });
});

describe("The user's own token colours", () => {
  const customizations = {
    comments: '#010101',
    textMateRules: [{ scope: 'keyword', settings: { foreground: '#020202' } }, 'nonsense'],
    '[Night]': { strings: { foreground: '#030303', fontStyle: 'bold' } },
    '[*ight*][Other]': { numbers: '#040404' },
    '[Day]': { numbers: '#050505' },
  };

  it('are those for all themes and those for this one', () => {
    const colors = customRules(customizations, 'Night').map(({ settings }) => settings.foreground);
    assert.deepEqual(colors, ['#010101', '#020202', '#030303', '#040404']);
  });

  it('are none when the setting is empty or no object', () => {
    for (const nothing of [undefined, null, [], 'x', {}]) {
      assert.deepEqual(customRules(nothing, 'Night'), []);
    }
  });
});

describe('Colouring code', () => {
  const rules = [
    { scope: 'string', settings: { foreground: '#22AA22' } },
    { scope: 'keyword', settings: { foreground: 'red; } body { display: none' } },
    { scope: 'storage', settings: { foreground: '#cc0000', fontStyle: 'bold italic' } },
  ];
  const theme = { dark: true, foreground: '#dddddd', rules };

  it('uses the classes of the theme and no style attributes', () => {
    const { html, css } = colorCode(`const a = 'b';`, 'cjs', 'test', theme);
    assert.match(html, /<span class="k-cc0000 k-i k-b">const<\/span>/);
    assert.match(html, /<span class="k-22aa22">&#39;b&#39;<\/span>/);
    assert.match(css, /\.k-22aa22\{color:#22aa22\}/);
    assert.doesNotMatch(html, /style=/);
  });

  it('escapes the code, in every language', () => {
    const code = `'</script><img src=x onerror=alert(1)>'`;
    for (const language of ['cjs', 'ts', 'json', 'sh', 'text', 'nothing-known']) {
      assert.doesNotMatch(colorCode(code, language, 'test', theme).html, /<(?!\/?span)/);
    }
  });

  const shownText = (html: string): string =>
    html
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

  it('leaves a very long line without colours and readable, and colours the others', () => {
    const code = `const a = '${'A'.repeat(20_000)}';\nconst b = 'b';\n`;
    const { html } = colorCode(code, 'cjs', 'test', theme);
    const [long = '', short = ''] = html.split('\n');
    assert.doesNotMatch(long, /<span class="k-22aa22/);
    assert.match(short, /<span class="k-22aa22">&#39;b&#39;<\/span>/);
    assert.equal(shownText(html), code);
  });

  it('colours the beginning of long code, and shows all of it', () => {
    const code = `const a = 'b';\n`.repeat(10_000);
    const { html } = colorCode(code, 'cjs', 'test', theme);
    const colored = html.split('k-22aa22').length - 1;
    assert.ok(colored > 1000 && colored < 5000, String(colored));
    assert.equal(shownText(html), code);
  });

  it('colours as it would at once what it takes in parts', () => {
    const code = `/*\n${'words\n'.repeat(120)}*/ const a = \`\n${"'x'\n".repeat(120)}\`;\n`;
    const { html } = colorCode(code, 'cjs', 'test', theme);
    assert.equal(shownText(html), code);
    assert.doesNotMatch(html.split('\n')[110] ?? '', /span/);
    assert.match(html.split('\n')[230] ?? '', /k-22aa22/);
  });

  it('stops when it takes too long', () => {
    let now = 0;
    const code = `const a = 'b';\n`.repeat(500);
    const { html } = colorCode(code, 'cjs', 'test', theme, () => (now += 700));
    assert.equal(html.split('k-22aa22').length - 1, 150);
    assert.equal(shownText(html), code);
  });

  it('lets no theme write into the style sheet', () => {
    const { css } = colorCode(`if (x) return`, 'cjs', 'test', theme);
    assert.doesNotMatch(css, /body/);
  });

  it("takes VS Code's own colours when the theme cannot be read", () => {
    const { html, css } = colorCode(`const a = 'b'; // c`, 'cjs', 'none', undefined);
    assert.match(html, /class="k-token-keyword/);
    assert.match(css, /var\(--code-token-comment\)/);
  });
});
