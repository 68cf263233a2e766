import assert from 'node:assert/strict';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { RunsStatus } from '../../src/shared/runs.ts';
import type { FinishedRun, PredictionOutcome } from '../../src/shared/predict.ts';
import { eventually } from './eventually.ts';
import { activePage } from './pages.ts';

/** Files of the workspace, through the commands that people use. */
describe('A file of the workspace', () => {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const folder = join(workspace, 'in place ö');
  const path = (name: string) => join(folder, name);

  before(async () => {
    // Known to load what is not saved; a desktop's own Node may be anything.
    if (process.versions.electron === undefined) await set('node.path', process.execPath);
    // In a browser VS Code saves by itself after a second.
    await setAutoSave('off');
    await write('dep.js', `exports.dep = 'saved dep';`);
    await write('main.js', main);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await set('run.workingFolder', undefined);
  });

  after(async () => {
    await set('node.path', undefined);
    await setAutoSave(undefined);
    rmSync(folder, { recursive: true });
  });

  const main = `const { dep } = require('./dep');
console.log(dep, __filename, process.cwd());

function fail() {
  throw new Error('at line 5');
}
console.log(require.main === module, process.argv.length);
fail();
`;

  /** Nothing before line 4 and after line 7 would run without an error of its own. */
  const lines = `missing();


function fail() {
  throw new Error('at line 5');
}
fail();
missing();
`;

  it('runs where it is, with what it requires, in the folder of the workspace', async () => {
    const ran = ranOf(await run(await edit('main.js')));
    assert.deepEqual(texts(ran).slice(0, 2), [
      `saved dep ${realpathSync(path('main.js'))} ${realpathSync(workspace)}`,
      'true 2',
    ]);
    assert.equal(ran.inPlace, true);
    // Two tabs that can be told apart; the editor may tell of the second one after its command.
    await eventually(() => tabLabels().join() === 'main.js,Predict: main.js');
    assert.equal(ran.error?.line, 5);
    assert.equal(ran.recorded, 'whole');
  });

  it("runs in the file's folder where the setting says so", async () => {
    await set('run.workingFolder', 'file');
    const [first = ''] = texts(ranOf(await run(await edit('main.js'))));
    assert.ok(first.endsWith(realpathSync(folder)), first);
  });

  it('runs as editors have it, and leaves the disk alone', async () => {
    const dep = await edit('dep.js');
    await type(dep, `exports.dep = 'unsaved dep';`);
    const editor = await edit('main.js');
    await type(editor, `console.log('new', require('./dep').dep);`);
    const ran = ranOf(await run(editor));
    assert.deepEqual(texts(ran), ['new unsaved dep']);
    assert.equal(readFileSync(path('main.js'), 'utf8'), main);
    for (const { document } of [editor, dep]) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('runs lines of it as lines of the file', async () => {
    await write('lines.js', lines);
    const editor = await edit('lines.js');
    editor.selection = new vscode.Selection(3, 0, 6, 7);
    const ran = ranOf(await run(editor));
    assert.equal(ran.error?.line, 5);
    assert.equal(ran.error.message, 'at line 5');
  });

  it('runs as TypeScript with enums, and what it imports', async () => {
    await write('level.mts', 'export enum Level { Low, High }\n');
    await write(
      'enums.mts',
      `import { Level } from './level.mts';
enum Own { A }
class Point { constructor(private x = Level.High) {} }
console.log(Own.A, Level.High, new Point(), import.meta.filename);
throw new Error('at line 5');
`,
    );
    const ran = ranOf(await run(await edit('enums.mts')));
    assert.deepEqual(texts(ran).slice(0, 1), [
      `0 1 Point { x: 1 } ${realpathSync(path('enums.mts'))}`,
    ]);
    assert.equal(ran.inPlace, true);
    assert.equal(ran.error?.line, 5);
  });

  it('is not run as the other kind of module when it loads files', async () => {
    // Both kinds can load files in this way.
    await write('imports.cjs', `import('./dep.js').then(({ dep }) => console.log(dep));\n`);
    const { document } = await edit('imports.cjs');
    const status = await vscode.commands.executeCommand<RunsStatus>(
      'loopwise.runEverywhere',
      document.uri,
    );
    assert.ok(status.kind === 'finished' && status.report.kind === 'everywhere');
    assert.match(status.report.columns[1]?.refused ?? '', /ES module.*loads other files/);
    assert.ok(status.report.rows.every(({ cells }) => cells.mjs === undefined));
  });

  it('is not run as it was when it has changed since its page was opened', async () => {
    const editor = await edit('main.js');
    assert.equal((await run(editor))?.kind, 'ran');
    await type(editor, `console.log('new');`);
    // The page has opened beside its file. What is run from there is what the page shows.
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await activePage();
    const stale = await vscode.commands.executeCommand<PredictionOutcome>('loopwise.runSnippet');
    assert.equal(stale.kind === 'notRun' && stale.reason, 'changed', JSON.stringify(stale));
    await vscode.window.showTextDocument(editor.document, { preserveFocus: false });
    assert.deepEqual(texts(ranOf(await run(editor))), ['new']);
  });

  async function write(name: string, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(
      vscode.Uri.file(path(name)),
      new TextEncoder().encode(text),
    );
  }

  const edit = async (name: string): Promise<vscode.TextEditor> =>
    vscode.window.showTextDocument(await vscode.workspace.openTextDocument(path(name)));
});

const setAutoSave = (value: 'off' | undefined) =>
  vscode.workspace
    .getConfiguration('files')
    .update('autoSave', value, vscode.ConfigurationTarget.Global);

/** Replaces all, or a part. */
async function type(editor: vscode.TextEditor, text: string, part?: vscode.Range): Promise<void> {
  const { document } = editor;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  assert.ok(await editor.edit((edits) => edits.replace(part ?? all, text)));
}

/** As the editor's menu does it. */
const run = ({ document }: vscode.TextEditor) =>
  vscode.commands.executeCommand<PredictionOutcome | undefined>(
    'loopwise.runSnippet',
    document.uri,
  );

function ranOf(outcome: PredictionOutcome | undefined): FinishedRun {
  assert.ok(outcome?.kind === 'ran', JSON.stringify(outcome));
  return outcome.run;
}

const tabLabels = () =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

const texts = ({ lines }: FinishedRun) => lines.map(({ text }) => text);

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('loopwise')
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}
