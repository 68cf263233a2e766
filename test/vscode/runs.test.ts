import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { EverywhereReport, ManyReport, RunsStatus } from '../../src/shared/runs.ts';
import { activePage, pagesAtLast } from './pages.ts';

/** Through the commands that people use, on the real Node processes of this machine. */
describe('Many runs and every Node', () => {
  const race = 'predict-timeout-immediate/four-way';

  before(() => vscode.extensions.getExtension('loopwise.loopwise')?.activate());

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of ['node.path', 'runs.count', 'run.timeLimit']) await set(name, undefined);
  });

  describe('run many times', () => {
    it('counts the orders of a race, each of them possible', async () => {
      await set('runs.count', 10);
      const { done, orders, node } = manyOf(await runMany(race));
      assert.equal(done, 10);
      assert.equal(
        orders.reduce((sum, { count }) => sum + count, 0),
        10,
      );
      assert.ok(orders.every(({ standing }) => standing === 'possible'));
      assert.match(node?.version ?? '', /^\d+\.\d+\.\d+$/);
      assert.equal(await openPages(), 1);
    });

    it('finds one order where only one is possible', async () => {
      await set('runs.count', 4);
      const { orders, words } = manyOf(await runMany('predict-timeout-immediate/inside-io'));
      assert.deepEqual(
        orders.map(({ count }) => count),
        [4],
      );
      assert.equal(words.look, 'right');
    });

    it('takes the selection of an editor, and says that nobody knows what is possible', async () => {
      await set('runs.count', 2);
      const editor = await edit("console.log('one');\nconsole.log('two');\n", 'javascript');
      editor.selection = new vscode.Selection(1, 0, 1, 19);
      const { orders } = manyOf(await runMany());
      assert.deepEqual(
        orders.map(({ lines, standing }) => [lines.map(({ line }) => line.text), standing]),
        [[['two'], 'unknown']],
      );
    });

    it('ends with its page', async () => {
      const over = runMany(program('setInterval(() => {}, 1000)'));
      await activePage();
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      const status = await over;
      assert.equal(status?.kind === 'finished' && status.stopped, true);
    });

    it('shows the next code on the same page', async () => {
      await set('runs.count', 2);
      await runMany(program("console.log('one')"));
      await runMany(program("console.log('two')"));
      assert.equal(await openPages(), 1);
    });

    it('names a Node that is not there', async () => {
      await set('node.path', '/nowhere/node');
      const status = await runMany(race);
      assert.equal(status?.kind === 'notRun' && status.reason, 'noNode');
    });

    it('opens nothing for what is no snippet', async () => {
      assert.equal(await runMany('no/such'), undefined);
      assert.equal(await runMany(42), undefined);
      assert.equal(await openPages(), 0);
    });
  });

  describe('run everywhere', () => {
    it('runs as both kinds of module on each Node that was found', async () => {
      const code =
        "process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('job'));";
      const report = everywhereOf(await runEverywhere(program(code)));
      assert.ok(report.rows.length > 0);
      const [first, second] = report.outputs.map(({ lines }) =>
        lines.map(({ line }) => line.text).join(),
      );
      assert.deepEqual([first, second], ['tick,job', 'job,tick']);
      for (const { cells } of report.rows) {
        assert.deepEqual(
          [cells.cjs, cells.mjs].map((cell) => cell?.kind === 'ran' && cell.outputs[0]?.output),
          [0, 1],
        );
      }
      assert.equal(report.rows.filter(({ chosen }) => chosen).length, 1);
      assert.equal(report.notes.length, 1);
    });

    it('says plainly why code can not be the other kind', async () => {
      const report = everywhereOf(
        await runEverywhere(program("require('node:fs'); console.log(1);")),
      );
      assert.match(report.columns[1]?.refused ?? '', /require/);
      assert.ok(report.rows.every(({ cells }) => cells.mjs === undefined));
    });
  });

  describe('TypeScript', () => {
    const run = (argument?: unknown) =>
      vscode.commands.executeCommand<{ kind: string; run: { lines: { text: string }[] } }>(
        'loopwise.runSnippet',
        argument,
      );

    it('runs with its types taken out', async () => {
      await edit(
        'interface A { b: number }\nconsole.log((1 as number) satisfies number);',
        'typescript',
      );
      const outcome = await run();
      assert.deepEqual(
        outcome.run.lines.map(({ text }) => text),
        ['1'],
      );
    });

    it('is run from its file, as the kind that its ending says', async () => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      assert.ok(folder);
      const file = vscode.Uri.joinPath(folder.uri, 'runs-typed.mts');
      const code = 'const kind: string = typeof require;\nconsole.log(kind);\n';
      try {
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(code));
        const outcome = await run(file);
        assert.deepEqual(
          outcome.run.lines.map(({ text }) => text),
          ['undefined'],
        );
      } finally {
        await vscode.workspace.fs.delete(file);
      }
    });

    it('that is more than types is transformed, its lines kept', async () => {
      await edit(
        'enum Color { Red }\n\nclass A { constructor(readonly color = Color.Red) {} }\nconsole.log(new A(), new Error().stack!.match(/:(\\d+):\\d+\\)/)![1]);',
        'typescript',
      );
      const outcome = await run();
      assert.deepEqual(
        outcome.run.lines.map(({ text }) => text),
        ['A { color: 0 } 4'],
      );
    });

    it('that Node.js can not run at all has a page that says why, and none is asked to run it', async () => {
      for (const command of ['loopwise.runManyTimes', 'loopwise.runEverywhere']) {
        const { document } = await edit('enum Color { Red }\n@logged class Used {}', 'typescript');
        const status = await vscode.commands.executeCommand<RunsStatus>(command, document.uri);
        assert.equal(status.kind, 'notRun', command);
        assert.equal(status.reason, 'unfit');
        assert.match(status.message, /^Line 2 can't be run: .*decorators/);
        assert.equal(await openPages(), 1);
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      }
    });
  });

  describe('the choice of Node.js', () => {
    const choose = (path: string) => vscode.commands.executeCommand('loopwise.selectRuntime', path);
    const setting = () => vscode.workspace.getConfiguration('loopwise').get<string>('node.path');

    it('is written to the settings, and runs snippets from then on', async () => {
      await set('runs.count', 2);
      const path = manyOf(await runMany(race)).node?.path;
      assert.ok(path);
      await choose(path);
      assert.equal(setting(), path);
      assert.deepEqual(manyOf(await runMany(race)).node?.origins, ['setting']);
      await choose('');
      assert.equal(setting(), '');
    });

    it('goes to the workspace when that has a path of its own', async () => {
      await set('runs.count', 2);
      const path = manyOf(await runMany(program("console.log('x')"))).node?.path;
      await set('node.path', '/nowhere/node');
      await choose(path ?? '');
      const inspected = vscode.workspace.getConfiguration('loopwise').inspect('node.path');
      assert.equal(inspected?.workspaceValue, path);
      assert.equal(inspected?.globalValue, undefined);
    });

    it('is refused when it is no Node.js, and the setting stays as it was', async () => {
      await choose('/nowhere/node');
      assert.equal(setting(), '');
    });
  });
});

const program = (code: string) => ({ code, kind: 'cjs', title: 'A test' }) as const;

const runMany = (argument?: unknown) =>
  vscode.commands.executeCommand<RunsStatus | undefined>('loopwise.runManyTimes', argument);

const runEverywhere = (argument?: unknown) =>
  vscode.commands.executeCommand<RunsStatus | undefined>('loopwise.runEverywhere', argument);

function manyOf(status: RunsStatus | undefined): ManyReport {
  assert.ok(status?.kind === 'finished' && status.report.kind === 'many', JSON.stringify(status));
  return status.report;
}

function everywhereOf(status: RunsStatus | undefined): EverywhereReport {
  assert.ok(
    status?.kind === 'finished' && status.report.kind === 'everywhere',
    JSON.stringify(status),
  );
  return status.report;
}

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('loopwise')
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}

async function edit(content: string, language: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  return vscode.window.showTextDocument(document);
}

const openPages = async (type = 'loopwise.runs'): Promise<number> =>
  (await pagesAtLast(type)).length;
