import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { watchSaves } from '../../src/features/inline/run-on-save.ts';
import {
  eventuallyText,
  hover,
  lensTitles,
  lenses,
  ranOf,
  run,
  set,
  setAutoSave,
  setForUser,
  usedNode,
} from './inline-world.ts';
import { memento } from './memento.ts';
import { activePage, pages } from './pages.ts';

/** What the links above code do, where they are, and what saving does. */
describe('Links above code', () => {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const folder = join(workspace, 'in line links');
  const atFirst = ['$(play) Run', 'Predict', 'Predict Inline', 'Timeline'];
  const again = ['$(play) Run Again', ...atFirst.slice(1), 'Every Node.js'];
  /** Each run of the file leaves a letter here. */
  const mark = join(folder, 'ran.txt');
  const ranSoFar = () => (existsSync(mark) ? readFileSync(mark, 'utf8') : '');
  const marking = `require('node:fs').appendFileSync(${JSON.stringify(mark)}, 'x');\nconsole.log('ran');\n`;

  before(async () => {
    await setForUser('node.path', usedNode());
    await setAutoSave('off');
  });

  beforeEach(() => rmSync(mark, { force: true }));

  afterEach(async () => {
    await vscode.commands.executeCommand('loopwise.cancelInline');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await set('inline.codeLens', undefined);
    await set('inline.runOnSave', undefined);
  });

  after(async () => {
    await setForUser('node.path', undefined);
    await setAutoSave(undefined);
    rmSync(folder, { recursive: true });
  });

  describe('do what they say:', () => {
    it('Predict opens the page and runs nothing', async () => {
      const document = await open('predict.cjs', marking);
      await set('inline.codeLens', 'always');
      await follow(document, 'Predict');
      await activePage();
      assert.equal(pages('loopwise.predict').length, 1);
      // A run that had been begun before this one would have left its letter first.
      const other = await open('other.cjs', marking.replace(`'x'`, `'o'`));
      await run(other);
      assert.equal(ranSoFar(), 'o');
    });

    it('Predict Inline begins a prediction of the whole file, whatever is selected', async () => {
      const document = await open('inline.cjs', marking);
      await set('inline.codeLens', 'always');
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      editor.selection = new vscode.Selection(0, 0, 1, 0);
      await follow(document, 'Predict Inline');
      assert.ok((await lensTitles(document)).includes('$(check) Check Prediction'));
      editor.selection = new vscode.Selection(1, 0, 1, 0);
      await vscode.commands.executeCommand('loopwise.predictLine');
      const judged = await vscode.commands.executeCommand<{ readonly verdict: string }>(
        'loopwise.checkInline',
      );
      assert.equal(judged.verdict, 'exact');
      assert.match(ranSoFar(), /^x/);
    });

    it('Timeline shows the run that is there, and makes one where there is none', async () => {
      const document = await open('timeline.cjs', marking);
      await set('inline.codeLens', 'always');
      void follow(document, 'Timeline');
      await activePage();
      assert.equal(pages('loopwise.predict').length, 1);
      await eventuallyText(() => Promise.resolve(ranSoFar()), /^x/);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const shown = await open('shown.cjs', marking);
      await run(shown);
      const letters = ranSoFar();
      await follow(shown, 'Timeline');
      await activePage();
      const other = await open('other.cjs', marking.replace(`'x'`, `'o'`));
      await run(other);
      assert.equal(ranSoFar(), `${letters}o`);
    });

    it('Every Node.js opens the page of runs', async () => {
      const document = await open('every.cjs', marking);
      await run(document);
      void follow(document, 'Every Node.js');
      await activePage();
      assert.equal(pages('loopwise.runs').length, 1);
      await eventuallyText(() => Promise.resolve(ranSoFar()), /^xx/);
    });
  });

  it('are above each code fence, and are about the one below them wherever the cursor is', async () => {
    await set('inline.codeLens', 'always');
    const document = await open(
      'fences.md',
      "# Two\n\n```js\nconsole.log('first');\n```\n\ntext\n\n```ts\nconst a: number = 2;\nconsole.log('second', a);\n```\n",
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(3, 0, 3, 0);
    const ours = (await lenses(document)).filter(({ command }) =>
      command?.command.startsWith('loopwise.'),
    );
    assert.deepEqual(
      ours.map(({ command, range }) => [range.start.line, command?.title]),
      [2, 8].flatMap((line) => atFirst.map((title) => [line, title])),
    );
    await follow(document, '$(play) Run', 8);
    assert.match(await hover(document, 10), /second 2/);
    assert.equal(await hover(document, 3), '');
    assert.deepEqual(await lensTitles(document), [...atFirst, ...again]);
  });

  it('are above fences of JavaScript and TypeScript alone, and code in a quotation does not run', async () => {
    const fence = (language: string) => `\`\`\`${language}\nconsole.log(typeof require);\n\`\`\`\n`;
    const languages = ['js', 'cjs', 'ts', 'mjs', 'py', 'text'];
    const text = `${languages.map(fence).join('')}> \`\`\`js\n> console.log(1);\n> \`\`\`\n`;
    const document = await open('languages.md', text);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const printed: string[] = [];
    for (const at of [...languages, 'quoted'].keys()) {
      const line = 3 * at + 1;
      editor.selection = new vscode.Selection(line, 0, line, 0);
      const outcome = await run(document);
      printed.push(/1 {2}(\S+)/.exec(outcome?.text() ?? '')?.[1] ?? 'nothing');
    }
    assert.deepEqual(printed, [
      ...['function', 'function', 'function', 'undefined'],
      ...['nothing', 'nothing', 'nothing'],
    ]);
  });

  it('are above a copy of a snippet, which opens beside its page', async () => {
    await vscode.commands.executeCommand(
      'loopwise.predictSnippet',
      'scheduling-apis/tick-or-promise',
    );
    await activePage();
    await vscode.commands.executeCommand('loopwise.editCopy');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.isUntitled);
    assert.equal(editor.viewColumn, vscode.ViewColumn.Two);
    assert.equal(pages('loopwise.predict')[0]?.group.viewColumn, vscode.ViewColumn.One);
    await set('inline.codeLens', 'always');
    assert.deepEqual(await lensTitles(editor.document), atFirst);
    await follow(editor.document, '$(play) Run');
    assert.deepEqual(await lensTitles(editor.document), again);
  });

  describe('On save', () => {
    it('nothing runs unless somebody has said so, and links wait for the first run', async () => {
      const document = await open('saved.cjs', marking);
      await change(document);
      assert.equal(await document.save(), true);
      const other = await open('other.cjs', marking.replace(`'x'`, `'o'`));
      assert.equal(ranOf(await run(other)).exitCode, 0);
      assert.equal(ranSoFar(), 'o');
      const settings = vscode.workspace.getConfiguration('loopwise');
      assert.equal(settings.inspect('inline.runOnSave')?.defaultValue, false);
      assert.equal(settings.inspect('inline.codeLens')?.defaultValue, 'onDemand');
    });

    it('a file runs that the user agreed to, and none that never should', async () => {
      await set('inline.runOnSave', true);
      const [never, yes] = [
        await open('never.cjs', marking),
        await open('yes.cjs', marking),
      ] as const;
      const answers = memento({
        'inline.runOnSave': { [never.uri.toString()]: false, [yes.uri.toString()]: true },
      });
      const ran: string[] = [];
      let agreed: () => void;
      const isRun = new Promise<void>((resolve) => (agreed = resolve));
      const watching = watchSaves(answers, (uri) => {
        ran.push(uri.toString());
        agreed();
        return Promise.resolve();
      });
      try {
        for (const document of [never, yes]) {
          await change(document);
          await document.save();
        }
        await isRun;
        assert.deepEqual(ran, [yes.uri.toString()]);
      } finally {
        watching.dispose();
      }
    });
  });

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    const uri = vscode.Uri.file(join(folder, name));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  }

  async function change(document: vscode.TextDocument): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), ' ');
    await vscode.workspace.applyEdit(edit);
    assert.ok(document.isDirty);
  }

  /** Does what the link with that title above a line does. */
  async function follow(document: vscode.TextDocument, title: string, line = 0): Promise<void> {
    const lens = (await lenses(document)).find(
      ({ command, range }) => command?.title === title && range.start.line === line,
    );
    assert.ok(lens?.command, title);
    await vscode.commands.executeCommand(
      lens.command.command,
      ...((lens.command.arguments ?? []) as unknown[]),
    );
  }
});
