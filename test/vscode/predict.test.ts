import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { LoopwiseApi } from '../../docs/loopwise-api.d.ts';
import type { FinishedRun, PredictionOutcome } from '../../src/shared/predict.ts';
import { activePage, pagesAtLast } from './pages.ts';

/** Through the commands that people use, on real Node processes. */
const jsxOnLine2 = /^Line 2 is JSX, which Node\.js doesn't run\./;

describe('Predicting and running', () => {
  let api: LoopwiseApi;

  before(async () => {
    const extension = vscode.extensions.getExtension<LoopwiseApi>('loopwise.loopwise');
    assert.ok(extension);
    api = await extension.activate();
  });

  const judged = (code: string, lines: readonly string[]) => api.predict({ code }, lines);

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of ['node.path', 'run.timeLimit', 'run.memoryLimit', 'run.lineLimit']) {
      await set(name, undefined);
    }
  });

  describe('a snippet of the bank', () => {
    const id = 'predict-timeout-immediate/inside-io';

    it('is judged exact when every line is in order', async () => {
      const ran = ranOf(await run(id));
      const { verdict } = await api.predict({ snippet: id }, printed(ran));
      assert.equal(verdict.kind, 'exact');
    });

    it('is wrong from the first line that can not come there, with what could', async () => {
      const lines = printed(ranOf(await run(id)));
      const { verdict } = await api.predict({ snippet: id }, lines.toReversed());
      assert.ok(verdict.kind === 'wrong');
      assert.equal(verdict.at, 0);
      assert.deepEqual(
        verdict.possible.map(({ text }) => text),
        [lines[0]],
      );
    });

    it('says which Node ran it', async () => {
      const { node } = ranOf(await run(id));
      assert.match(node.version, /^\d+\.\d+\.\d+$/);
      assert.ok(node.path.length > 0);
    });

    it('opens as one page, under its title, and runs nothing by being opened', async () => {
      await vscode.commands.executeCommand('loopwise.predictSnippet', id);
      await vscode.commands.executeCommand('loopwise.predictSnippet', {
        cardId: 'snippet:scheduling-apis/tick-or-promise',
      });
      await activePage();
      assert.equal(await openPages(), 1);
    });

    it('is run by the command without an argument while its page is active', async () => {
      await vscode.commands.executeCommand('loopwise.predictSnippet', id);
      await activePage();
      assert.deepEqual(printed(ranOf(await run())), printed(ranOf(await run(id))));
    });

    it('opens at random', async () => {
      await vscode.commands.executeCommand('loopwise.predictRandomSnippet');
      await activePage();
      assert.equal(await openPages(), 1);
    });
  });

  describe('bad input', () => {
    it('a syntax error is told with its line', async () => {
      const { error, exitCode } = await runCode('const a = 1;\nconst b = ;\n');
      assert.equal(error?.syntax, true);
      assert.equal(error.line, 2);
      assert.equal(exitCode, 1);
    });

    it('an uncaught error is told with its line', async () => {
      const ran = await runCode("console.log('first');\nnull.x;\n");
      assert.equal(ran.error?.line, 2);
      assert.equal(ran.error.syntax, false);
      assert.deepEqual(
        ran.lines.map(({ stream }) => stream),
        ['stdout', 'uncaught', 'exit'],
      );
    });

    it('an endless loop ends at the time limit, and the editor answers meanwhile', async () => {
      await set('run.timeLimit', 1);
      let over = false;
      const result = runCode("console.log('before');\nfor (;;);\n").then((ran) => {
        over = true;
        return ran;
      });
      await vscode.commands.executeCommand('setContext', 'loopwise.test', true);
      assert.equal(over, false);
      const ran = await result;
      assert.equal(ran.ended, 'time');
      assert.equal(ran.limits.seconds, 1);
      assert.deepEqual(printed(ran), ['before']);
      assert.ok(ran.durationMs < 4000, `${ran.durationMs} ms`);
    });

    it('a flood ends at the line limit with its first lines', async () => {
      await set('run.lineLimit', 50);
      const ran = await runCode("for (let i = 0; ; i++) console.log('line ' + i);");
      assert.equal(ran.ended, 'lines');
      assert.equal(ran.lineCount, 50);
      assert.equal(ran.lines[0]?.text, 'line 0');
    });

    it('a flood of bytes ends too, and a long line is cut', async () => {
      const ran = await runCode("const big = 'x'.repeat(1e5); for (;;) console.log(big);");
      assert.equal(ran.ended, 'bytes');
      const [line] = ran.lines;
      assert.ok(line && line.text.length <= 2000);
      assert.equal(line.length, 100_000);
    });

    it('a memory bomb ends at the memory limit', async () => {
      await set('run.memoryLimit', 64);
      const ran = await runCode('const all = []; for (;;) all.push(Buffer.alloc(1e6, 1));');
      assert.equal(ran.ended, 'memory');
      assert.equal(ran.limits.megabytes, 64);
    });

    it('a program that waits for input is told apart from one that is slow, where nobody can type', async () => {
      await set('run.timeLimit', 1);
      const { run } = await judged("process.stdin.on('data', console.log);", ['x']);
      assert.equal(run.ended, 'time');
      assert.equal(run.waitedForInput, true);
    });

    it('a program that reads waits on its page until that is closed, whatever the time limit', async () => {
      await set('run.timeLimit', 1);
      // It outlives the limit by its own clock, so that no test has to.
      const code =
        "process.stdin.on('data', console.log); setTimeout(() => process.exit(7), 1500);";
      const outlived = await run(program(code));
      assert.ok(outlived?.kind === 'ran', JSON.stringify(outlived));
      assert.deepEqual([outlived.run.ended, outlived.run.exitCode], ['exit', 7]);
      const waiting = run(program("process.stdin.on('data', console.log);"));
      await activePage();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const closed = await waiting;
      assert.ok(closed?.kind === 'notRun' && closed.reason === 'cancelled', JSON.stringify(closed));
    });

    it('output in many languages arrives as it was printed', async () => {
      const texts = ['你好', 'שלום', 'مرحبا', '👩‍👩‍👧‍👦', 'नमस्ते', '\u001b[31mred\u0007', '\u202etxt.exe'];
      const ran = await runCode(`${JSON.stringify(texts)}.forEach((text) => console.log(text));`);
      assert.deepEqual(printed(ran), texts);
    });

    it('a Node that is not there is named, with what to do', async () => {
      await set('node.path', join('/', 'nowhere', 'node'));
      const outcome = await run({ code: 'console.log(1)', kind: 'cjs', title: 'one' });
      assert.ok(outcome?.kind === 'notRun', JSON.stringify(outcome));
      assert.equal(outcome.reason, 'noNode');
      assert.match(outcome.message, /nowhere/);
    });

    it('a temporary folder that can not be written is named', async () => {
      const names = ['TMPDIR', 'TMP', 'TEMP'];
      const before = names.map((name) => process.env[name]);
      for (const name of names) process.env[name] = join('/', 'nowhere');
      try {
        const outcome = await run({ code: 'console.log(1)', kind: 'cjs', title: 'one' });
        assert.ok(outcome?.kind === 'notRun', JSON.stringify(outcome));
        assert.equal(outcome.reason, 'folder');
        assert.match(outcome.message, /nowhere/);
      } finally {
        names.forEach((name, at) => {
          if (before[at] === undefined) Reflect.deleteProperty(process.env, name);
          else process.env[name] = before[at];
        });
      }
    });

    it('a race of own code is right both ways, and never called wrong', async () => {
      const race =
        "setTimeout(() => console.log('timeout'), 0); setImmediate(() => console.log('immediate'));";
      for (const lines of [
        ['timeout', 'immediate'],
        ['immediate', 'timeout'],
      ]) {
        const { verdict } = await judged(race, lines);
        assert.match(verdict.kind, /^(exact|possible)$/, JSON.stringify(verdict));
      }
    });

    it('is judged by values that recording does not change', async () => {
      const code =
        "const { executionAsyncId } = require('node:async_hooks'); Promise.resolve().then(() => console.log(executionAsyncId()));";
      assert.equal((await judged(code, ['0'])).verdict.kind, 'exact');
    });

    it('runs only once where it may change something outside of itself', async () => {
      const code =
        "require('node:fs').appendFileSync('runs', 'x'); console.log(require('node:fs').readFileSync('runs', 'utf8'));";
      assert.equal((await judged(code, ['x'])).verdict.kind, 'exact');
      assert.equal((await runCode(code)).once, true);
      assert.equal((await runCode("console.log('x')")).once, undefined);
    });

    it('an empty prediction is judged like any other', async () => {
      assert.equal((await judged('setTimeout(() => {}, 0)', [])).verdict.kind, 'exact');
      assert.equal((await judged('console.log(1)', [])).verdict.kind, 'wrong');
    });

    it('a run that was cut short calls no prediction wrong for what it could not show', async () => {
      await set('run.timeLimit', 1);
      const outcome = await judged("console.log('a'); for (;;);", ['a', 'b']);
      assert.equal(outcome.verdict.kind, 'unknown');
      assert.match(outcome.notKnown.join(), /cut short/);
    });

    it('closing the page ends its run', async () => {
      const result = run(program('setInterval(() => {}, 1000)'));
      await activePage();
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      const outcome = await result;
      assert.equal(outcome?.kind === 'notRun' && outcome.reason, 'cancelled');
    });

    it('a second run takes the place of the first', async () => {
      const first = run(program('setInterval(() => {}, 1000)'));
      await activePage();
      const second = run(program("console.log('second')"));
      assert.deepEqual(printed(ranOf(await second)), ['second']);
      const outcome = await first;
      assert.equal(outcome?.kind === 'notRun' && outcome.reason, 'cancelled');
    });

    it('what is no snippet opens nothing', async () => {
      await vscode.commands.executeCommand('loopwise.predictSnippet', 'no/such');
      await vscode.commands.executeCommand('loopwise.predictSnippet', { cardId: 'question:x' });
      await vscode.commands.executeCommand('loopwise.predictSnippet', 42);
      assert.equal(await openPages(), 0);
    });
  });

  describe('the timeline', () => {
    it('of a snippet that has not run yet runs it, and shows the same run when asked again', async () => {
      const id = 'predict-timeout-immediate/inside-io';
      const first = await timeline(id);
      assert.equal(ranOf(first).recorded, 'whole');
      assert.equal(ranOf(await timeline(id)).durationMs, ranOf(first).durationMs);
      assert.equal(await openPages(), 1);
    });

    it('of an editor shows what stands there', async () => {
      await edit("console.log('here');", 'javascript');
      assert.deepEqual(printed(ranOf(await timeline())), ['here']);
    });

    it('comes with a run that says that it was recorded', async () => {
      assert.equal((await runCode("setTimeout(() => console.log('later'), 1)")).recorded, 'whole');
    });

    it('of what is no snippet opens nothing', async () => {
      await vscode.commands.executeCommand('loopwise.showTimeline', 42);
      assert.equal(await openPages(), 0);
    });
  });

  describe('code of an editor', () => {
    it('runs as it stands there, saved or not', async () => {
      await edit("console.log('unsaved');", 'javascript');
      assert.deepEqual(printed(ranOf(await run())), ['unsaved']);
    });

    it('is the selection, if there is one', async () => {
      const editor = await edit("console.log('one');\nconsole.log('two');\n", 'javascript');
      editor.selection = new vscode.Selection(1, 0, 1, 19);
      assert.deepEqual(printed(ranOf(await run())), ['two']);
    });

    it('is an ES module when only that parses', async () => {
      await edit(
        "const { sep } = await import('node:path');\nconsole.log(typeof sep);",
        'javascript',
      );
      assert.deepEqual(printed(ranOf(await run())), ['string']);
    });

    it('follows the nearest package.json', async () => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      assert.ok(folder);
      const inside = vscode.Uri.joinPath(folder.uri, 'predict-kind');
      const write = (name: string, text: string) =>
        vscode.workspace.fs.writeFile(
          vscode.Uri.joinPath(inside, name),
          new TextEncoder().encode(text),
        );
      try {
        await write('package.json', '{ "type": "module" }');
        await write('kind.js', 'console.log(typeof require);');
        const file = vscode.Uri.joinPath(inside, 'kind.js');
        assert.deepEqual(printed(ranOf(await run(file))), ['undefined']);
      } finally {
        await vscode.workspace.fs.delete(inside, { recursive: true });
      }
    });

    it('in another language is refused, and no page opens', async () => {
      await edit('print("no")', 'python');
      assert.equal(await run(), undefined);
      assert.equal(await openPages(), 0);
    });

    for (const [what, language, code, why] of [
      [
        'no Node.js runs',
        'typescript',
        'enum Kind { A }\n@logged class Service {}',
        /^Line 2 can't be run: .*decorators/,
      ],
      ['is not TypeScript', 'typescript', 'const a: number = 1;\nconst b: = 2;', /^Line 2: /],
      ['is JSX', 'typescriptreact', 'const a: number = 1;\nconst b = <b>{a}</b>;', jsxOnLine2],
      ['has JSX in a .ts file', 'typescript', 'const a = 1;\nconst b = <b>{a}</b>;', jsxOnLine2],
      ['may have JSX', 'javascriptreact', 'console.log(1);', /^Loopwise doesn't run \.jsx/],
    ] as const) {
      it(`that ${what} has a page all the same, which says why and on which line`, async () => {
        await edit(code, language);
        const outcome = await run();
        assert.equal(outcome?.kind, 'notRun');
        assert.equal(outcome.reason, 'unfit');
        assert.match(outcome.message, why);
        assert.equal(await openPages(), 1);
      });
    }

    it('that no Node.js runs is run once it is mended', async () => {
      const editor = await edit('enum Kind { A }\n@logged class Service {}', 'typescript');
      assert.equal((await run())?.kind, 'notRun');
      const { document } = editor;
      await editor.edit((change) => {
        change.replace(document.lineAt(1).range, 'console.log(Kind[0]);');
      });
      await vscode.window.showTextDocument(document);
      assert.deepEqual(printed(ranOf(await run())), ['A']);
    });

    it('is predicted on a page beside it', async () => {
      await edit("console.log('here');", 'javascript');
      await vscode.commands.executeCommand('loopwise.predictSnippet');
      await activePage();
      assert.equal(vscode.window.tabGroups.all.length, 2);
      assert.equal(await openPages(), 1);
    });
  });
});

const program = (code: string) => ({ code, kind: 'cjs', title: 'A test' }) as const;

function run(argument?: unknown): Thenable<PredictionOutcome | undefined> {
  return vscode.commands.executeCommand<PredictionOutcome | undefined>(
    'loopwise.runSnippet',
    argument,
  );
}

function timeline(argument?: unknown): Thenable<PredictionOutcome | undefined> {
  return vscode.commands.executeCommand('loopwise.showTimeline', argument);
}

async function runCode(code: string): Promise<FinishedRun> {
  return ranOf(await run(program(code)));
}

function ranOf(outcome: PredictionOutcome | undefined): FinishedRun {
  assert.ok(outcome?.kind === 'ran', JSON.stringify(outcome));
  return outcome.run;
}

const openPages = async (): Promise<number> => (await pagesAtLast('loopwise.predict')).length;

const printed = ({ lines }: FinishedRun): string[] => lines.map(({ text }) => text);

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('loopwise')
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}

async function edit(content: string, language: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  return vscode.window.showTextDocument(document);
}
