import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  eventuallyLens,
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
  stopArguments,
  withoutTimes,
} from './inline-world.ts';
import { activePage, pages } from './pages.ts';

/** Through the commands, hovers and links that people use. */
describe('Inline results', () => {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const folder = join(workspace, 'in line ö');

  before(async () => {
    await setForUser('node.path', usedNode());
    // In a browser VS Code saves by itself after a second.
    await setAutoSave('off');
    await write('dep.js', `exports.say = (text) => {\n  console.log(text);\n};\n`);
    await write('main.js', main);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await set('inline.codeLens', undefined);
    await set('run.lineLimit', undefined);
  });

  after(async () => {
    await setForUser('node.path', undefined);
    await setAutoSave(undefined);
    rmSync(folder, { recursive: true });
  });

  const again = ['$(play) Run Again', 'Predict', 'Predict Inline', 'Timeline', 'Every Node.js'];
  const main = `const { say } = require('./dep');
setTimeout(() => {
  say('late');
  console.error('err');
}, 5);
process.nextTick(() => console.log('tick'));
for (let i = 0; i < 3; i++) console.log('i', i);
`;

  it('stand in their true order, each at its line, with phase, time and cause', async () => {
    const { document } = await edit('main.js');
    const { text, ended, exitCode } = ranOf(await run(document));
    assert.deepEqual([ended, exitCode], ['exit', 0]);
    const [head = '', blank, ...lines] = text().trimEnd().split('\n');
    assert.match(head, /^Node\.js \d+\.\d+\.\d+ · \d+ ms · exit code 0$/);
    assert.equal(blank, '');
    assert.deepEqual(lines.map(withoutTimes), [
      '1  i 0  [M (main script) · line 7]',
      '2  i 1  [M (main script) · line 7]',
      '3  i 2  [M (main script) · line 7]',
      '4  tick  [N (nextTick) · line 6 · Scheduled by process.nextTick on line 6]',
      `5  late  [T (timers) · in line ö/dep.js, line 2 · Scheduled by setTimeout (5 ms) on line 2]`,
      '6  err  [T (timers) · stderr · line 4 · Scheduled by setTimeout (5 ms) on line 2]',
    ]);
  });

  it('say in a hover behind the code all that a line printed, and why then', async () => {
    const { document } = await edit('main.js');
    await run(document);
    const often = await hover(document, 6);
    assert.match(often, /1 · M \(main script\) · [\d.]+ ms/);
    for (const value of ['i 0', 'i 1', 'i 2']) assert.ok(often.includes(value), often);
    const tick = await hover(document, 5);
    assert.match(tick, /Scheduled by `process\.nextTick` on line 6/);
    assert.match(tick, /After line 3 of the output: /);
    assert.match(tick, /command:loopwise\.inlineTimeline\?/);
    // What is over the code belongs to the language.
    assert.equal(await hover(document, 5, 3), '');
    assert.equal(await hover(document, 1), '');
  });

  it('stand in an imported file too, once it is open', async () => {
    const { document } = await edit('main.js');
    await run(document);
    const dep = await edit('dep.js');
    const text = await eventuallyText(() => hover(dep.document, 1), /late/);
    assert.match(text, /5 · T \(timers\)/);
  });

  it('are outdated as soon as the code changes, and move with lines above them', async () => {
    const editor = await edit('main.js');
    const { document } = editor;
    await run(document);
    assert.doesNotMatch(await hover(document, 5), /Outdated/);
    await editor.edit((edits) => edits.insert(new vscode.Position(0, 0), '// one\n// two\n'));
    assert.match(await hover(document, 7), /Outdated: the code has changed[^]*tick/);
    assert.doesNotMatch(await hover(document, 5), /tick/);
    // An imported file makes them outdated as well.
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const dep = await edit('dep.js');
    await vscode.window.showTextDocument(document);
    await run(document);
    await vscode.window
      .showTextDocument(dep.document)
      .then((one) => one.edit((edits) => edits.insert(new vscode.Position(0, 0), '\n')));
    assert.match(await hover(document, 5), /Outdated/);
    assert.match(await hover(dep.document, 2), /Outdated[^]*late/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are outdated too when a file changes that the code loads and that prints nothing', async () => {
    await write('quiet.js', 'exports.limit = 2;\n');
    await write('uses.js', `const { limit } = require('./quiet');\nconsole.log(limit);\n`);
    await write('alone.js', `console.log('alone');\n`);
    const quiet = await edit('quiet.js');
    const { document } = await edit('uses.js');
    await run(document);
    const alone = await edit('alone.js');
    await run(alone.document);
    assert.doesNotMatch(await hover(document, 1), /Outdated/);
    await vscode.window
      .showTextDocument(quiet.document)
      .then((one) => one.edit((edits) => edits.insert(new vscode.Position(0, 17), '0')));
    assert.match(await hover(document, 1), /Outdated/);
    assert.doesNotMatch(await hover(alone.document, 0), /Outdated/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are current again when the code has the text again that ran', async () => {
    const editor = await edit('main.js');
    const dep = await edit('dep.js');
    const { document } = await vscode.window.showTextDocument(editor.document);
    await run(document);
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.match(await hover(document, 5), /Outdated/);
    await vscode.commands.executeCommand('undo');
    assert.doesNotMatch(await hover(document, 5), /Outdated/);
    // Lines that were deleted have their results back with them.
    const active = vscode.window.activeTextEditor;
    await active?.edit((edits) => edits.delete(new vscode.Range(5, 0, 6, 0)));
    await vscode.commands.executeCommand('undo');
    assert.match(await hover(document, 5), /tick/);
    assert.doesNotMatch(await hover(document, 5), /Outdated/);
    // So it is with a file that the code loads.
    const other = await vscode.window.showTextDocument(dep.document);
    await other.edit((edits) => edits.insert(new vscode.Position(0, 0), ' '));
    assert.match(await hover(document, 5), /Outdated/);
    await vscode.commands.executeCommand('undo');
    assert.doesNotMatch(await hover(document, 5), /Outdated/);
    assert.match(await hover(dep.document, 1), /late/);
  });

  it('survive a run that could not start, and say that they are from before', async () => {
    const { document } = await edit('main.js');
    await run(document);
    const { TMPDIR, TEMP, TMP } = process.env;
    // Where nothing can be written, nothing can be started.
    const nowhere = join(folder, 'nowhere');
    Object.assign(process.env, { TMPDIR: nowhere, TEMP: nowhere, TMP: nowhere });
    try {
      assert.equal(await run(document), undefined);
    } finally {
      for (const [name, value] of Object.entries({ TMPDIR, TEMP, TMP })) {
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
    }
    assert.match(await hover(document, 5), /Outdated: a later run couldn't start[^]*tick/);
    await run(document);
    assert.doesNotMatch(await hover(document, 5), /Outdated/);
  });

  it('stand in a file that was opened through a link', async () => {
    await symlink(folder, `${folder} link`);
    try {
      const linked = join(`${folder} link`, 'dep.js');
      const dep = await vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument(linked),
        { preview: false },
      );
      const { document } = await edit('main.js');
      await run(document);
      assert.match(await hover(dep.document, 1), /5 · T \(timers\)[^]*late/);
    } finally {
      rmSync(`${folder} link`);
    }
  });

  it('say which lines ran at all, on request, until the code changes', async () => {
    await write(
      'said.js',
      `exports.say = (text) => {\n  if (!text) throw 1;\n  console.log(text);\n};\n`,
    );
    await write(
      'plain.js',
      `const { say } = require('./said');\nif (0) say('no');\nelse say('yes');\nfunction f() {\n  return 1;\n}\n`,
    );
    const said = await edit('said.js');
    const editor = await edit('plain.js');
    const { document } = editor;
    const lines = await vscode.commands.executeCommand<string | undefined>('loopwise.showRanLines');
    assert.equal(lines, '2 of 5 lines ran, 1 in part, in a separate run');
    assert.match(await hover(document, 0), /This line ran, in a separate run/);
    assert.match(await hover(document, 1), /Some of the code on this line ran/);
    assert.match(await hover(document, 4), /didn't run/);
    assert.match(await hover(said.document, 2), /This line ran/);
    // It is no run whose output is shown.
    assert.doesNotMatch(await hover(document, 2), /yes/);
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(await hover(document, 0), '');
    await vscode.commands.executeCommand('undo');
    assert.match(await hover(document, 0), /This line ran/);
    await vscode.commands.executeCommand('loopwise.clearInline');
    assert.equal(await hover(document, 0), '');
    assert.equal(await hover(said.document, 2), '');
  });

  it('are cleared by one command, with their links', async () => {
    const { document } = await edit('main.js');
    await run(document);
    assert.deepEqual(await lensTitles(document), again);
    await vscode.commands.executeCommand('loopwise.clearInline');
    assert.equal(await hover(document, 5), '');
    assert.deepEqual(await lensTitles(document), []);
  });

  it('of an endless loop end when it is stopped, by the link that says so', async () => {
    await write('endless.js', `console.log('begins');\nwhile (true);\n`);
    const { document } = await edit('endless.js');
    const running = run(document);
    const stop = await eventuallyLens(document, '$(debug-stop) Stop');
    await vscode.commands.executeCommand(stop.command, ...stopArguments(stop));
    const { ended, text } = ranOf(await running);
    assert.equal(ended, 'cancelled');
    assert.match(text(), / · stopped\n/);
  });

  it('of code that was run again are those of the newest run', async () => {
    await write('slow.js', `console.log('one');\nsetTimeout(() => console.log('two'), 60_000);\n`);
    const editor = await edit('slow.js');
    const first = run(editor.document);
    await eventuallyLens(editor.document, '$(debug-stop) Stop');
    const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edits) => edits.replace(all, `console.log('new');`));
    const second = ranOf(await run(editor.document));
    assert.equal((await first)?.ended, 'cancelled');
    assert.match(second.text(), /1 {2}new/);
    assert.doesNotMatch(await hover(editor.document, 0), /Outdated/);
  });

  it('are those of a selection, at its lines, and of errors at theirs', async () => {
    await write(
      'part.ts',
      `missing();\nconst a: number = 1;\nconsole.log(a);\nthrow new Error('x');\n`,
    );
    const editor = await edit('part.ts');
    editor.selection = new vscode.Selection(1, 0, 3, 21);
    const { text } = ranOf(await run(editor.document));
    assert.deepEqual(text().split('\n').slice(2).map(withoutTimes), [
      '1  1  [M (main script) · line 3]',
      '2  Uncaught Error: x  [M (main script) · line 4]',
      '3  exit code 1  [M (main script)]',
      '',
    ]);
    assert.match(await hover(editor.document, 3), /Uncaught Error: x/);
  });

  it('are those of a code fence of a Markdown document', async () => {
    await write('notes.md', `# Notes\n\n\`\`\`mjs\nconsole.log(typeof require);\n\`\`\`\n\ntext\n`);
    const editor = await edit('notes.md');
    editor.selection = new vscode.Selection(6, 0, 6, 0);
    assert.equal(await run(editor.document), undefined);
    editor.selection = new vscode.Selection(3, 0, 3, 0);
    const { text } = ranOf(await run(editor.document));
    assert.match(text(), /1 {2}undefined {2}\[M \(main script\) · .*line 4\]/);
    assert.deepEqual(await lensTitles(editor.document), again);
    assert.match(await hover(editor.document, 3), /undefined/);
    // What is written around the fence moves its results, and what is written in it makes them outdated.
    await editor.edit((edits) => edits.insert(new vscode.Position(0, 0), 'More\n\n'));
    const moved = await hover(editor.document, 5);
    assert.match(moved, /undefined/);
    assert.doesNotMatch(moved, /Outdated/);
    const end = editor.document.lineAt(5).range.end;
    await editor.edit((edits) => edits.insert(end, '\nmore();'));
    assert.match(await hover(editor.document, 5), /Outdated/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('of two runs are compared side by side', async () => {
    await write('twice.js', `console.log('one');\n`);
    const editor = await edit('twice.js');
    await run(editor.document);
    const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edits) => edits.replace(all, `process.nextTick(console.log, 'two');`));
    await run(editor.document);
    await vscode.commands.executeCommand('loopwise.compareInline');
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.ok(input instanceof vscode.TabInputTextDiff);
    const texts = await Promise.all(
      [input.original, input.modified].map(async (uri) =>
        (await vscode.workspace.openTextDocument(uri)).getText(),
      ),
    );
    assert.deepEqual(texts, ['one  [M (main script)]\n', 'two  [N (nextTick)]\n']);
  });

  it('are those of text that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'javascript',
      content: `await 1;\nconsole.log('untitled', typeof require);\n`,
    });
    await vscode.window.showTextDocument(document);
    assert.match(ranOf(await run(document)).text(), /1 {2}untitled undefined {2}\[.*line 2/);
  });

  it('show their own run in the timeline, not another one', async () => {
    await write('time.js', `console.log('at', process.hrtime.bigint());\n`);
    const { document } = await edit('time.js');
    await run(document);
    void vscode.commands.executeCommand('loopwise.inlineTimeline', document.uri.toString(), 1);
    await activePage();
    assert.equal(pages('loopwise.predict').length, 1);
  });

  it('are offered by links above code as the setting says', async () => {
    const { document } = await edit('main.js');
    assert.deepEqual(await lensTitles(document), []);
    await set('inline.codeLens', 'always');
    assert.deepEqual(await lensTitles(document), [
      '$(play) Run',
      'Predict',
      'Predict Inline',
      'Timeline',
    ]);
    const [lens] = await lenses(document);
    assert.ok(lens?.command);
    await vscode.commands.executeCommand(
      lens.command.command,
      ...((lens.command.arguments ?? []) as unknown[]),
    );
    assert.match(await hover(document, 5), /tick/);
    await set('inline.codeLens', 'never');
    assert.deepEqual(await lensTitles(document), []);
  });

  it('come from nothing that the user did not ask for', async () => {
    const editor = await edit('main.js');
    await vscode.commands.executeCommand('loopwise.clearInline');
    await editor.edit((edits) => edits.insert(new vscode.Position(0, 0), ' '));
    await editor.document.save();
    assert.equal(await hover(editor.document, 5), '');
  });

  it('of 10,000 lines are all kept, and a hover lists as many as it can hold', async () => {
    await set('run.lineLimit', 10_000);
    await write('many.js', `for (let i = 0; i < 10_000; i++) console.log('line', i);\n`);
    const { document } = await edit('many.js');
    const { text } = ranOf(await run(document));
    assert.equal(text().trimEnd().split('\n').length, 10_002);
    assert.match(await hover(document, 0), /line 0[^]*9980 more lines/);
  });

  it('begin with a copy of a snippet that runs as the snippet does', async () => {
    await vscode.commands.executeCommand('loopwise.editCopy', {
      code: `Promise.resolve().then(() => console.log('job'));\nprocess.nextTick(console.log, 'tick');\n`,
      kind: 'mjs',
      title: 'Jobs',
    });
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.isUntitled);
    const { text } = ranOf(await run(editor.document));
    assert.match(text(), /1 {2}job[^]*2 {2}tick/);
  });

  async function write(name: string, text: string): Promise<void> {
    const file = vscode.Uri.file(join(folder, name));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }

  const edit = async (name: string): Promise<vscode.TextEditor> =>
    vscode.window.showTextDocument(await vscode.workspace.openTextDocument(join(folder, name)), {
      preview: false,
    });
});
