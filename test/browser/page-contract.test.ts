import assert from 'node:assert/strict';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mts';
import { inRoot, root } from '../../scripts/lib/paths.mts';
import type { FromPage, Show, StoredPage } from '../../src/shared/page.ts';

const address = 'http://page.test/';

type Wish = { readonly kind: 'wish' };

/** A page of the simplest kind, in a document like that of a panel; its host is this test. */
describe('A document whose pages come as messages', function () {
  this.timeout(60_000);
  let browser: Browser;
  let script: string;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    browser = await launchBrowser();
    script = await bundle();
  });
  after(() => browser.close());
  beforeEach(async () => {
    complaints.length = 0;
    page = await browser.newPage({ viewport: { width: 400, height: 300 } });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.route(`${address}**`, (route) =>
      new URL(route.request().url()).pathname === '/page.js'
        ? route.fulfill({ body: script, contentType: 'text/javascript' })
        : route.fulfill({ body: document, contentType: 'text/html' }),
    );
    await page.goto(address);
  });
  afterEach(async () => {
    await page.close();
    assert.deepEqual(complaints, []);
  });

  const said = () => page.evaluate<FromPage<Wish>[]>('window.said');
  const stored = () => page.evaluate<StoredPage<string> | undefined>('window.stored()');
  const tell = (message: object) =>
    page.evaluate(`new Promise((done) => {
      window.addEventListener('message', () => setTimeout(done), { once: true });
      window.postMessage(${JSON.stringify(message)}, '*');
    })`);
  const show = (number: number, title: string, more: Partial<Show<string>> = {}) =>
    tell({
      ...{ kind: 'show', page: number, key: title, title, css: '', data: title, source: { title } },
      html: `<main><h1>${title}</h1>${lines(title)}<button id="ask">Ask</button></main>`,
      ...more,
    });
  const text = (selector: string) => page.locator(selector).textContent();
  const top = () => page.evaluate<number>('Math.round(scrollY)');
  const scrollTo = async (y: number) => {
    await page.evaluate(`new Promise((done) => {
      window.scrollTo({ top: ${y}, behavior: 'instant' });
      const look = () => (window.stored()?.kept.at(-1)[1].at?.block > 0 ? done() : requestAnimationFrame(look));
      look();
    })`);
  };

  it('says that it listens, and shows what it is sent', async () => {
    assert.deepEqual(await said(), [{ kind: 'ready' }]);
    await show(1, 'One');
    assert.equal(await text('h1'), 'One');
    assert.equal(await page.title(), 'One');
    assert.equal((await stored())?.key, 'One');
    assert.deepEqual((await stored())?.source, { title: 'One' });
  });

  it('puts the focus on the heading of another page, and its top in sight', async () => {
    await show(1, 'One');
    await scrollTo(400);
    await show(2, 'Two');
    assert.equal(await text('h1:focus'), 'Two');
    assert.equal(await top(), 0);
  });

  it('finds a page as it was left when it comes again under its key', async () => {
    await show(1, 'One');
    await tell({ kind: 'message', page: 1, message: 'kept of one' });
    await scrollTo(400);
    await show(2, 'Two');
    await show(3, 'One');
    assert.equal(await text('h1:focus'), 'One');
    assert.equal(await top(), 400);
    assert.equal(await text('#kept'), 'kept of one');
  });

  it('finds it after a reload of the document too, and leaves the focus alone', async () => {
    await show(1, 'One');
    await tell({ kind: 'message', page: 1, message: 'kept of one' });
    await scrollTo(400);
    await page.reload();
    await show(1, 'One');
    assert.equal(await top(), 400);
    assert.equal(await text('#kept'), 'kept of one');
    assert.equal(await page.locator('h1:focus').count(), 0);
  });

  it('gives the focus back after a reload to what had it, so that whoever was typing goes on typing', async () => {
    const html = `<main><h1>One</h1><textarea id="typed"></textarea><button id="ask">Ask</button></main>`;
    await show(1, 'One', { html });
    await page.locator('#typed').focus();
    await page.reload();
    await show(1, 'One', { html });
    await page.keyboard.type('so');
    assert.equal(await page.locator('#typed').inputValue(), 'so');
    // Rendered anew, the step that has to tell something has it, and nothing that had it before.
    await show(2, 'One', { html: html.replace('<textarea', '<h2 data-news>New</h2><p') });
    await page.reload();
    await show(2, 'One', { html });
    assert.equal(await page.locator(':focus').count(), 0);
    await page.locator('#ask').focus();
    await page.locator('h1').click();
    await page.reload();
    await show(2, 'One', { html });
    assert.equal(await page.locator(':focus').count(), 0, 'it was given up before');
  });

  it('keeps its place and its focus when it is rendered anew', async () => {
    await show(1, 'One');
    await page.locator('#ask').focus();
    const before = await top();
    await show(2, 'One');
    assert.equal(await text(':focus'), 'Ask');
    assert.equal(await top(), before);
  });

  it('goes on with what a step has to tell where the button of the last one is gone, and puts it in sight', async () => {
    await show(1, 'One');
    await page.locator('#ask').focus();
    const told = (more: string) => ({
      html: `<main><h1>One</h1>${lines('One')}<h2 ${more}>Told</h2>${lines('Two')}</main>`,
      key: 'One',
    });
    await show(2, 'One', told('data-news'));
    assert.equal(await text(':focus'), 'Told');
    const inSight = await page.evaluate<number>(
      `document.activeElement.getBoundingClientRect().top`,
    );
    assert.ok(inSight > -1 && inSight < 150, `at ${inSight} of 300`);
    await show(3, 'One', told(''));
    assert.equal(await text(':focus'), 'One', 'the heading, where nothing says what is new');
    await page.evaluate('document.activeElement.blur()');
    await show(4, 'One', told('data-news'));
    assert.equal(await page.locator(':focus').count(), 0, 'nothing had it before');
  });

  it('answers each request under its number, and shows why one failed', async () => {
    await show(1, 'One');
    await page.locator('#ask').click();
    await page.locator('#ask').click();
    const requests = (await said()).filter((message) => message.kind === 'request');
    assert.deepEqual(
      requests.map(({ id, page: of, request }) => [id, of, request]),
      [
        [1, 1, { kind: 'wish' }],
        [2, 1, { kind: 'wish' }],
      ],
    );
    await tell({ kind: 'failed', page: 1, id: 2, message: 'No room' });
    assert.equal(await text('[role="alert"]'), 'No room');
    assert.equal(await text('#answers'), '2 failed: No room.');
    await tell({ kind: 'done', page: 1, id: 1 });
    assert.equal(await text('#answers'), '2 failed: No room. 1 done.');
    assert.equal(await text('[role="alert"]'), '');
  });

  it('takes nothing that is meant for a page that it showed before', async () => {
    await show(1, 'One');
    await page.locator('#ask').click();
    await show(2, 'Two');
    assert.equal(await text('#answers'), '');
    await tell({ kind: 'message', page: 1, message: 'late' });
    await tell({ kind: 'failed', page: 1, id: 1, message: 'late' });
    await tell({ kind: 'colors', page: 1, css: '', code: ['late'] });
    assert.doesNotMatch(await page.locator('body').innerText(), /late/);
    // The same page again, as a host may send it that heard of the document twice.
    await tell({ kind: 'message', page: 2, message: 'kept' });
    await show(2, 'Two');
    assert.equal(await text('#kept'), 'kept');
  });

  it('colors its code, and takes rules from nowhere else', async () => {
    await show(1, 'One', {
      css: '.a { color: rgb(1, 2, 3) }',
      html: `<main><h1>One</h1><code data-code="0"><span class="a" style="color: red">x</span></code>
        <style>.a { color: blue !important }</style><img src="x" onerror="document.title = 'run'"></main>`,
    });
    const color = () =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('code span')).color`);
    assert.equal(await color(), 'rgb(1, 2, 3)');
    assert.equal(await page.title(), 'One');
    const code = ['<span class="b">y</span>'];
    await tell({ kind: 'colors', page: 1, css: '.b { color: rgb(4, 5, 6) }', code });
    assert.equal(await color(), 'rgb(4, 5, 6)');
    // The policy says that it refused them.
    assert.ok(complaints.splice(0).length >= 3);
  });
});

const lines = (title: string): string =>
  Array.from({ length: 60 }, (_, at) => `<p>${title} ${at}</p>`).join('');

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { startPage } from './src/webview/page/start.ts';
        startPage({
          remembers: 3,
          show(data, page) {
            const put = (id, text) => {
              const element = document.createElement('p');
              element.id = id;
              element.textContent = text;
              document.querySelector('main').append(element);
            };
            put('kept', page.kept ?? '');
            put('answers', '');
            const answer = (text) => {
              const element = document.getElementById('answers');
              element.textContent = [element.textContent, text].filter(Boolean).join(' ');
            };
            let asked = 0;
            document.getElementById('ask')?.addEventListener('click', () => {
              const number = ++asked;
              page.ask({ kind: 'wish' }).then(
                () => answer(number + ' done.'),
                ({ message }) => answer(number + ' failed: ' + message + '.'),
              );
            });
            return {
              receive(text) {
                page.keep(text);
                document.getElementById('kept').textContent = text;
              },
            };
          },
        });`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2023',
    tsconfig: inRoot('src', 'webview', 'tsconfig.json'),
  });
  return outputFiles[0]?.text ?? '';
}

/** With what VS Code gives a page; what it stores outlives a reload. */
const document = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-n'; style-src ${address}; img-src ${address} data:">
<link rel="icon" href="data:,">
<script nonce="n">
  window.said = [];
  window.stored = () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined;
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.said.push(message),
    getState: window.stored,
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
  });
</script>
</head>
<body>
<div id="page"></div>
<div id="live" role="status"></div>
<div id="failure" role="alert"></div>
<script nonce="n" src="page.js"></script>
</body>
</html>`;
