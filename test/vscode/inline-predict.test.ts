import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  hover,
  lensTitles,
  ranOf,
  run,
  setAutoSave,
  setForUser,
  usedNode,
} from './inline-world.ts';

interface Judged {
  readonly verdict: string;
  readonly headline: string;
  readonly text: () => string;
}

/** Through the commands that keys and menus have. */
describe('Predicting inline', () => {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const folder = join(workspace, 'predict inline');
  const main = `const { say } = require('./dep');
setTimeout(() => say('late'), 5);
process.nextTick(() => console.log('tick'));
for (let i = 0; i < 2; i++) console.log('i', i);
`;

  before(async () => {
    await setForUser('node.path', usedNode());
    await setAutoSave('off');
    await write('dep.js', `exports.say = (text) => {\n  console.log(text);\n};\n`);
    await write('main.js', main);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('loopwise.cancelInline');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(async () => {
    await setForUser('node.path', undefined);
    await setAutoSave(undefined);
    rmSync(folder, { recursive: true });
  });

  it('takes numbers by command and tells beside each line what became of it', async () => {
    const editor = await edit('main.js');
    await begin(editor, 4, 4, 3, 2);
    assert.deepEqual(await lensTitles(editor.document), [
      '$(check) Check Prediction',
      "Put Next Number Beside the Cursor's Line",
      'List',
      'Cancel',
    ]);
    const { verdict, headline, text } = await judged();
    assert.deepEqual([verdict, headline], ['exact', 'Exactly right']);
    assert.match(text(), /^Exactly right · Node\.js/);
    assert.match(text(), /1 {2}i 0 {2}\[Predicted 1, 2: right · M/);
    // A number at the call, and the output at the line that it went through.
    assert.match(await hover(editor.document, 1), /Predicted 4: right[^]*late/);
    assert.equal(editor.document.getText(), main);
    assert.equal(editor.document.isDirty, false);
  });

  it('says where the order breaks, and why', async () => {
    const editor = await edit('main.js');
    await begin(editor, 3, 4, 4);
    const { verdict, headline, text } = await judged();
    assert.deepEqual([verdict, headline], ['wrong', 'Wrong from number 1']);
    assert.match(text(), /late {2}\[Not predicted|late {2}\[T/);
    const why = await hover(editor.document, 2);
    assert.match(why, /Not right\. Predicted here: 1\. Printed here: \d\./);
    assert.match(why, /tick/);
  });

  it('hides what was shown, and what a run would show, until it is judged', async () => {
    await write('hidden.js', main);
    const editor = await edit('hidden.js');
    await run(editor.document);
    assert.match(await hover(editor.document, 2), /tick/);
    await begin(editor, 4);
    assert.equal(await hover(editor.document, 2), '');
    await vscode.commands.executeCommand('loopwise.clearInline');
    assert.match(await hover(editor.document, 2), /tick/);
  });

  it('keeps its numbers where the code is that they are beside, and runs the code as it is by then', async () => {
    const editor = await edit('main.js');
    await begin(editor, 4, 4, 3, 2);
    await editor.edit((edits) => edits.insert(new vscode.Position(0, 0), '// one\n// two\n'));
    const result = await vscode.commands.executeCommand<Judged>('loopwise.checkInline');
    // Node.js 20 runs no text that is not saved.
    if (process.versions.node.startsWith('20.')) assert.equal(result, undefined);
    else assert.equal(result.verdict, 'exact');
  });

  it('is of a selection, and of a fence of Markdown', async () => {
    await write('part.js', `missing();\nprocess.nextTick(console.log, 'b');\nconsole.log('a');\n`);
    const part = await edit('part.js');
    part.selection = new vscode.Selection(1, 0, 2, 17);
    await vscode.commands.executeCommand('loopwise.predictInline');
    for (const line of [2, 1]) put(part, line);
    const refused = await vscode.commands.executeCommand<Judged | undefined>(
      'loopwise.checkInline',
    );
    if (!process.versions.node.startsWith('20.')) assert.equal(refused?.verdict, 'exact');
    await write('notes.md', `# Notes\n\n\`\`\`mjs\nconsole.log(1);\n\`\`\`\n`);
    const notes = await edit('notes.md');
    notes.selection = new vscode.Selection(3, 0, 3, 0);
    await begin(notes, 4);
    assert.equal((await judged()).verdict, 'exact');
  });

  it('has numbers beside the lines of an imported file', async () => {
    await write('uses.js', `require('./dep').say('x');\nconsole.log('y');\n`);
    const dep = await edit('dep.js');
    const uses = await edit('uses.js');
    await vscode.commands.executeCommand('loopwise.predictInline');
    await vscode.window.showTextDocument(dep.document);
    put(dep, 1);
    await vscode.window.showTextDocument(uses.document);
    put(uses, 1);
    assert.equal((await judged()).verdict, 'exact');
    await vscode.window.showTextDocument(dep.document);
    assert.match(await hover(dep.document, 1), /Predicted 1: right/);
  });

  it('is given up by a command, and gone on with where it was', async () => {
    const editor = await edit('main.js');
    await begin(editor, 4, 4);
    assert.ok(
      (await lensTitles(editor.document)).includes("Put Next Number Beside the Cursor's Line"),
    );
    await vscode.commands.executeCommand('loopwise.clearInline');
    assert.ok(
      !(await lensTitles(editor.document)).includes("Put Next Number Beside the Cursor's Line"),
    );
    await begin(editor, 3, 2);
    assert.equal((await judged()).verdict, 'exact');
  });

  it('takes back the last number', async () => {
    const editor = await edit('main.js');
    await begin(editor, 4, 4, 2);
    await vscode.commands.executeCommand('loopwise.removeNumber');
    for (const line of [2, 1]) put(editor, line);
    assert.equal((await judged()).verdict, 'exact');
  });

  it('of a copy of a snippet is judged by what the bank says, and kept in its log', async () => {
    const id = 'scheduling-apis/tick-or-promise';
    await vscode.commands.executeCommand('loopwise.editCopy', id);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.isUntitled);
    const { text } = ranOf(await run(editor.document));
    const lines = [...text().matchAll(/ · line (\d+)/g)].map(([, line]) => Number(line));
    assert.ok(lines.length > 1);
    await begin(editor, ...lines);
    assert.equal((await judged()).verdict, 'exact');
  });

  it('of a changed copy is kept as an attempt, which is compared with the one before it', async () => {
    await vscode.commands.executeCommand('loopwise.editCopy', 'scheduling-apis/tick-or-promise');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.isUntitled);
    for (const text of [`console.log('one try');`, `console.log('another try');`]) {
      const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
      await editor.edit((edits) => edits.replace(all, text));
      await begin(editor, 1);
      assert.equal((await judged()).verdict, 'exact');
    }
    const comparing = vscode.commands.executeCommand('loopwise.compareAttempts');
    let input: unknown;
    // Accepting does nothing before the list is there.
    for (;;) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      ({ input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {});
      if (input instanceof vscode.TabInputTextDiff) break;
    }
    await comparing;
    const texts = await Promise.all(
      [input.original, input.modified].map(async (uri) =>
        (await vscode.workspace.openTextDocument(uri)).getText(),
      ),
    );
    for (const [at, text] of ['one try', 'another try'].entries()) {
      const shown = texts[at] ?? '';
      assert.ok(
        shown.startsWith(`console.log('${text}');\n\n// Predicted:\n//   ${text}\n`),
        shown,
      );
      assert.match(shown, new RegExp(`// Printed by Node\\.js [\\d.]+:\n// {3}${text}\n$`));
    }
  });

  it('leaves its numbers when the code could not be run', async () => {
    const editor = await edit('main.js');
    await run(editor.document);
    await begin(editor, 4, 4, 3, 2);
    await setForUser('node.path', join(folder, 'no-node'));
    try {
      assert.equal(await vscode.commands.executeCommand('loopwise.checkInline'), undefined);
      assert.ok((await lensTitles(editor.document)).includes('$(check) Check Prediction'));
    } finally {
      await setForUser('node.path', usedNode());
    }
    assert.equal((await judged()).verdict, 'exact');
  });

  /** Begins, and puts numbers beside lines, from 1. */
  async function begin(editor: vscode.TextEditor, ...lines: number[]): Promise<void> {
    await vscode.commands.executeCommand('loopwise.predictInline', editor.document.uri);
    for (const line of lines) put(editor, line - 1);
  }

  function put(editor: vscode.TextEditor, line: number): void {
    editor.selection = new vscode.Selection(line, 0, line, 0);
    void vscode.commands.executeCommand('loopwise.predictLine', { lineNumber: line + 1 });
  }

  async function judged(): Promise<Judged> {
    const result = await vscode.commands.executeCommand<Judged | undefined>('loopwise.checkInline');
    assert.ok(result);
    return result;
  }

  async function write(name: string, text: string): Promise<void> {
    const file = vscode.Uri.file(join(folder, name));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }

  const edit = async (name: string): Promise<vscode.TextEditor> =>
    vscode.window.showTextDocument(await vscode.workspace.openTextDocument(join(folder, name)), {
      preview: false,
    });
});
