import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  hover,
  ranOf,
  run,
  setAutoSave,
  setForUser,
  usedNode,
  withoutTimes,
} from './inline-world.ts';

/** Where else than in a saved file code may be. */
describe('Inline results outside of files', () => {
  before(async () => {
    await setForUser('node.path', usedNode());
    await setAutoSave('off');
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  after(async () => {
    await setForUser('node.path', undefined);
    await setAutoSave(undefined);
  });

  const linesOf = (text: string) => text.trimEnd().split('\n').slice(2).map(withoutTimes);

  it('are those of a file that is on no disk, which runs without its neighbors', async () => {
    const files = new Map([
      ['/main.js', `console.log('in memory');\nrequire('./dep');\n`],
      ['/dep.js', ''],
    ]);
    const provider = vscode.workspace.registerFileSystemProvider('loopwise-memory', memory(files));
    try {
      const document = await vscode.workspace.openTextDocument(
        vscode.Uri.from({ scheme: 'loopwise-memory', path: '/main.js' }),
      );
      await vscode.window.showTextDocument(document);
      const { text, exitCode } = ranOf(await run(document));
      assert.equal(exitCode, 1);
      const [printed = '', error = ''] = linesOf(text());
      assert.equal(printed, '1  in memory  [M (main script) · line 1]');
      assert.match(error, /^2 {2}Uncaught Error: Cannot find module '\.\/dep'.*line 2/);
      assert.match(await hover(document, 0), /in memory/);
      assert.match(await hover(document, 1), /Save it as a file beside what it needs/);
    } finally {
      provider.dispose();
    }
  });

  it('stand in a comparison of two texts, at the side that was run', async () => {
    const [before, after] = await Promise.all(
      [`console.log('before');\n`, `console.log('after');\nmore();\nfunction more() {}\n`].map(
        (content) => vscode.workspace.openTextDocument({ language: 'javascript', content }),
      ),
    );
    assert.ok(before && after);
    await vscode.commands.executeCommand('vscode.diff', before.uri, after.uri, 'Compared');
    assert.deepEqual(linesOf(ranOf(await run(after)).text()), [
      '1  after  [M (main script) · line 1]',
    ]);
    assert.match(await hover(after, 0), /after/);
    assert.equal(await hover(before, 0), '');
    assert.ok(
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff,
    );
    assert.deepEqual(linesOf(ranOf(await run(before)).text()), [
      '1  before  [M (main script) · line 1]',
    ]);
  });

  it('are lines of the document, however its lines end and whatever is in them', async () => {
    const { document, editor } = await untitled(
      'crlf.js',
      `// שלום\n\tconsole.log('tab');\nconst 日本 = '👩‍💻';\n\t\tconsole.log(日本);\n`,
    );
    await editor.edit((edits) => edits.setEndOfLine(vscode.EndOfLine.CRLF));
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    assert.deepEqual(linesOf(ranOf(await run(document)).text()), [
      '1  tab  [M (main script) · line 2]',
      '2  👩‍💻  [M (main script) · line 4]',
    ]);
    assert.match(await hover(document, 3), /👩‍💻/);
  });

  it('open the objects that were printed, as they were then', async () => {
    const content = `const order = { id: 1, items: [{ sku: 'a', of: { shop: { city: { name: 'Graz' } } } }] };
console.log(order);
order.items[0].of.shop.city.name = 'Linz';
console.log({ plain: true });
`;
    const { document } = await untitled('objects.js', content);
    await run(document);
    const text = await hover(document, 1);
    assert.match(text, /\{ id: 1, items: \[ \{ sku: 'a', of: \[Object\] \} \] \}/);
    assert.match(text, /```js\n\{\n {2}id: 1,\n {2}items: \[[^`]*name: "Graz"/);
    const [, given = ''] = /command:loopwise\.inlineValue\?([^)\s]+)/.exec(text) ?? [];
    const args = JSON.parse(decodeURIComponent(given)) as unknown[];
    await vscode.commands.executeCommand('loopwise.inlineValue', ...args);
    const shown = vscode.window.activeTextEditor?.document;
    assert.match(shown?.getText() ?? '', /city: \{ name: "Graz" \}/);
    // What fits a line was printed as a whole.
    assert.doesNotMatch(await hover(document, 3), /inlineValue/);
  });
});

/**
 * A document that was never saved, under a name of its own: `Untitled-1` may still be the one of before, which
 * VS Code keeps for a while after its editor was closed.
 */
async function untitled(
  name: string,
  content: string,
): Promise<{ readonly document: vscode.TextDocument; readonly editor: vscode.TextEditor }> {
  const uri = vscode.Uri.from({ scheme: 'untitled', path: name });
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edits) => edits.insert(new vscode.Position(0, 0), content));
  return { document, editor };
}

/** Files that are nowhere but in the window. */
function memory(files: ReadonlyMap<string, string>): vscode.FileSystemProvider {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const denied = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat({ path }) {
      const text = files.get(path);
      if (text === undefined) throw vscode.FileSystemError.FileNotFound();
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length };
    },
    readFile: ({ path }) => new TextEncoder().encode(files.get(path) ?? ''),
    readDirectory: () => [...files.keys()].map((name) => [name.slice(1), vscode.FileType.File]),
    createDirectory: denied,
    writeFile: denied,
    delete: denied,
    rename: denied,
  };
}
