import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Problem } from '../../src/bank/material.ts';
import { createPractice } from '../../src/features/practice/practice.lazy.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import type { ProgressService, Services } from '../../src/features/services/services.ts';
import { createRunnerService } from '../../src/features/services/runner-service.ts';
import { createWork } from '../../src/features/threads/work.ts';
import { memento } from './memento.ts';
import { createStudyWorld } from './study-world.ts';

type Reported = 'passed' | 'failed' | 'errored' | 'skipped';

describe('Practice problems in the Test Explorer', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let progress: ProgressService;
  let services: Services;
  let controller: vscode.TestController;
  let folder: string;
  let problem: Problem;
  let trusted: boolean;
  let practice: ReturnType<typeof createPractice>;
  let runner: ReturnType<typeof createRunnerService>;
  let work: ReturnType<typeof createWork>;
  /** What the Test Explorer was told of each item, and the messages. */
  let told: Map<string, Reported>;
  let messages: vscode.TestMessage[];
  let output: string;
  let began: () => void;

  beforeEach(async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const { extensionUri } = extension;
    world = createStudyWorld();
    progress = world.window();
    folder = mkdtempSync(join(tmpdir(), 'loopwise-solutions-'));
    work = createWork(vscode.Uri.joinPath(extensionUri, 'dist/lazy/work.worker.js').fsPath);
    runner = createRunnerService(extensionUri, world.log, work);
    const material = createMaterialService(extensionUri, world.log);
    const workspaceState = memento({ 'practice.folder': folder });
    services = {
      ...{ context: { extensionUri, workspaceState }, log: world.log },
      ...{ progress, material, runner },
    } as unknown as Services;
    const found = (await material.load())?.practice.find(({ id }) => id === 'all');
    assert.ok(found);
    problem = found;
    trusted = true;
    controller = vscode.tests.createTestController('test.practice', 'Practice');
    told = new Map();
    messages = [];
    [output, began] = ['', () => undefined];
    practice = createPractice(services, observed(controller), () => trusted);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const one of [practice, controller, runner, work, world]) one.dispose();
    rmSync(folder, { recursive: true });
  });

  /** The same controller, whose runs write down what they are told. */
  function observed(real: vscode.TestController): vscode.TestController {
    const createTestRun = (request: vscode.TestRunRequest): vscode.TestRun => {
      const run = real.createTestRun(request);
      const note = (how: Reported) => (item: vscode.TestItem, message?: unknown) => {
        told.set(item.id, how);
        if (message instanceof vscode.TestMessage) messages.push(message);
      };
      return {
        ...{ token: run.token, name: run.name, isPersisted: run.isPersisted },
        ...{ passed: note('passed'), failed: note('failed'), errored: note('errored') },
        ...{ skipped: note('skipped'), enqueued: () => undefined, started: () => began() },
        appendOutput: (text: string) => (output += text),
        end: () => run.end(),
      } as unknown as vscode.TestRun;
    };
    return new Proxy(real, {
      get: (target, name) =>
        name === 'createTestRun' ? createTestRun : (Reflect.get(target, name) as unknown),
    });
  }

  const said = (message: vscode.TestMessage | undefined): string =>
    typeof message?.message === 'string' ? message.message : '';
  const file = (): string => join(folder, 'all.mjs');
  const test = (name: string): string => `all/${name}`;

  async function item(): Promise<vscode.TestItem> {
    await practice.resolve(undefined);
    const found = controller.items.get('mid')?.children.get('all');
    assert.ok(found);
    await practice.resolve(found);
    return controller.items.get('mid')?.children.get('all') ?? found;
  }

  async function run(include: readonly vscode.TestItem[], cancel?: Promise<void>): Promise<void> {
    const source = new vscode.CancellationTokenSource();
    void cancel?.then(() => source.cancel());
    await practice.run(new vscode.TestRunRequest(include), source.token);
    source.dispose();
  }

  const pushes = `export function all(values) {
  return new Promise((resolve, reject) => {
    const results = [];
    const list = [...values];
    if (list.length === 0) resolve([]);
    for (const value of list) {
      Promise.resolve(value).then((result) => {
        results.push(result);
        if (results.length === list.length) resolve(results);
      }, reject);
    }
  });
}
`;

  it('lists levels, their problems, and the tests of one once it is opened', async () => {
    await practice.resolve(undefined);
    const levels = [...controller.items].map(([, { label }]) => label);
    assert.deepEqual(levels, ['Junior', 'Mid', 'Senior']);
    const all = [...controller.items].flatMap(([, { children }]) => [...children]);
    assert.equal(all.length, 20);
    assert.ok(all.every(([, { children }]) => children.size === 0));
    const tests = [...(await item()).children].map(([, one]) => one);
    assert.equal(tests.length, 10);
    assert.deepEqual(
      tests.map(({ description }) => description === 'hidden'),
      [false, false, false, ...Array.from({ length: 7 }, () => true)],
    );
    // The code of a hidden test is nowhere to be opened.
    const [visible, ...others] = tests.map(({ uri }) => uri);
    assert.ok(visible && others.slice(2).every((uri) => uri === undefined));
    const text = await practice.text(visible);
    assert.match(text, /it\('resolves with an empty array.*7 more tests are hidden\.\n\}\);/s);
    assert.doesNotMatch(text, /accepts any iterable/);
    const { range } = tests[0] ?? {};
    assert.match(text.split('\n')[range?.start.line ?? 0] ?? '', /it\('keeps the order/);
  });

  it('tells both values of a failing test at its line, and what is often the reason', async () => {
    writeFileSync(file(), pushes);
    await run([await item()]);
    const failed = [...told].filter(([, how]) => how === 'failed');
    assert.deepEqual(failed, [
      [test('keeps the order of the values, whichever settles first'), 'failed'],
    ]);
    assert.equal([...told.values()].filter((how) => how === 'passed').length, 9);
    const [message] = messages;
    assert.match(message?.expectedOutput ?? '', /'A',\s+'B',\s+'C'/);
    assert.match(message?.actualOutput ?? '', /'C',\s+'A',\s+'B'/);
    assert.equal(message?.location?.uri.toString(), 'loopwise-practice:/all/tests.mjs');
    const lines = problem.tests.split('\n');
    assert.match(
      lines[message.location.range.start.line] ?? '',
      /\['fulfilled', \['A', 'B', 'C'\]\]/,
    );
    const [comment] = vscode.languages.getDiagnostics(vscode.Uri.file(file()));
    assert.match(comment?.message ?? '', /^Common cause: Results are pushed/);
    assert.match(output, /Common cause/);
    assert.deepEqual((await progress.loadPractice()).tried('all'), true);
    assert.equal((await progress.loadPractice()).solved('all'), false);
  });

  it('shows what the code throws at its own line, and prints what it prints', async () => {
    const first = 'export function all(values) {\n';
    const throws = `${first}  console.log('called');\n  values.none();\n`;
    const code = problem.solution.replace(first, throws);
    writeFileSync(file(), code);
    const root = await item();
    const one = root.children.get(test('resolves with an empty array when there are no values'));
    assert.ok(one);
    await run([one]);
    assert.deepEqual([...told], [[one.id, 'failed']]);
    assert.equal(messages[0]?.location?.uri.fsPath, file());
    assert.equal(messages[0].location.range.start.line, 2);
    assert.match(said(messages[0]), /values\.none is not a function/);
    assert.match(output, /called\r\n/);
  });

  it('passes the worked solution, and says so when it only passes', async () => {
    writeFileSync(file(), problem.solution);
    await run([await item()]);
    assert.deepEqual([...new Set(told.values())], ['passed']);
    assert.equal((await progress.loadPractice()).solved('all'), true);
    assert.deepEqual(vscode.languages.getDiagnostics(vscode.Uri.file(file())), []);
    writeFileSync(file(), 'export const all = (values) => Promise.all(values);\n');
    await run([await item()]);
    const [comment] = vscode.languages.getDiagnostics(vscode.Uri.file(file()));
    assert.match(comment?.message ?? '', /^It passes because Node\.js does the work/);
  });

  it('stops an endless loop at the limit, and keeps what was found before it', async () => {
    const settings = vscode.workspace.getConfiguration('loopwise.run');
    await settings.update('timeLimit', 1, vscode.ConfigurationTarget.Global);
    const loop = problem.solution.replace(
      'for (const value',
      'if (values === "xy") for (;;);\n    for (const value',
    );
    writeFileSync(file(), loop);
    try {
      await run([await item()]);
    } finally {
      await settings.update('timeLimit', undefined, vscode.ConfigurationTarget.Global);
    }
    const tests = [...told.values()];
    assert.deepEqual(tests.slice(0, 4), ['passed', 'passed', 'passed', 'errored']);
    assert.deepEqual([...new Set(tests.slice(4))], ['skipped']);
    assert.match(
      said(messages[0]),
      /^This test was still running after 1 s, the time limit in the settings/,
    );
    assert.equal(messages[0]?.location?.range.start.line, 0);
  });

  it('ends what is cancelled', async () => {
    writeFileSync(file(), `${problem.solution}\nfor (;;);\n`);
    const started = new Promise<void>((resolve) => (began = resolve));
    await run([await item()], started);
    assert.deepEqual([...new Set(told.values())], ['skipped']);
    assert.equal((await progress.loadPractice()).tried('all'), false);
  });

  it('says where code is that can not be loaded', async () => {
    writeFileSync(file(), '\n\nexport const all = (;\n');
    await run([await item()]);
    assert.deepEqual([...told], [['all', 'errored']]);
    assert.match(said(messages[0]), /SyntaxError/);
    assert.equal(messages[0]?.location?.range.start.line, 2);
  });

  it('says why no test ran where loading does not end, and counts no try', async () => {
    for (const [code, says] of [
      ['process.exit(0);', /^No test ran: the process ended before the first test began/],
      ['await new Promise(() => {});', /^No test ran: your file never finished loading/],
    ] as const) {
      told = new Map();
      messages = [];
      writeFileSync(file(), `${problem.solution}\n${code}\n`);
      await run([await item()]);
      assert.deepEqual([...told], [['all', 'errored']]);
      assert.match(said(messages[0]), says);
    }
    assert.equal((await progress.loadPractice()).tried('all'), false);
  });

  it('says of code that ends the process during a test that it does', async () => {
    const first = 'export function all(values) {\n';
    writeFileSync(file(), problem.solution.replace(first, `${first}  process.exit(0);\n`));
    await run([await item()]);
    assert.match(said(messages[0]), /^Your code ended the process during this test/);
  });

  it('runs the others where one file can not be read, and records before it reports', async () => {
    mkdirSync(join(folder, 'map-with-limit.mjs'));
    writeFileSync(file(), problem.solution);
    const all = await item();
    const broken = controller.items.get('mid')?.children.get('map-with-limit');
    assert.ok(broken);
    await run([broken, all]);
    assert.equal(told.get('map-with-limit'), 'errored');
    assert.equal((await progress.loadPractice()).solved('all'), true);
  });

  it('opens the start code once, and never writes over what is there', async () => {
    const made = await practice.open('all');
    assert.equal(made?.fsPath, file());
    const text = readFileSync(file(), 'utf8');
    assert.match(
      text,
      /^\/\/ Promise\.all, written by hand \(Mid, 20 minutes\)\n\/\/\n\/\/ Write `all/,
    );
    assert.ok(text.endsWith(problem.start));
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, file());
    // Code that nobody has touched is no try.
    await run([await item()]);
    assert.ok([...told.values()].includes('failed'));
    assert.equal((await progress.loadPractice()).tried('all'), false);
    writeFileSync(file(), '// mine\n');
    await practice.open('all');
    assert.equal(readFileSync(file(), 'utf8'), '// mine\n');
  });

  it('puts an earlier solution aside for another one from memory', async () => {
    writeFileSync(file(), '// mine\n');
    writeFileSync(join(folder, 'all.1.mjs'), '// older\n');
    // Somebody is still at it.
    await practice.open('all', { fresh: true });
    assert.equal(readFileSync(file(), 'utf8'), '// mine\n');
    const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
    utimesSync(file(), longAgo, longAgo);
    await practice.open('all', { fresh: true });
    assert.ok(readFileSync(file(), 'utf8').endsWith(problem.start));
    assert.equal(readFileSync(join(folder, 'all.1.mjs'), 'utf8'), '// older\n');
    assert.equal(readFileSync(join(folder, 'all.2.mjs'), 'utf8'), '// mine\n');
    // What nobody has touched is as good as new.
    utimesSync(file(), longAgo, longAgo);
    await practice.open('all', { fresh: true });
    assert.equal(existsSync(join(folder, 'all.3.mjs')), false);
  });

  it('makes the file of a problem that is run without one, and runs nothing', async () => {
    await run([await item()]);
    assert.deepEqual([...new Set(told.values())], ['skipped']);
    assert.ok(existsSync(file()));
    assert.match(output, /was created\. Write your solution there/);
  });

  it('runs nothing in a workspace that is not trusted, and says why', async () => {
    trusted = false;
    writeFileSync(file(), `${problem.solution}\nconsole.log('ran');\n`);
    await run([await item()]);
    assert.equal(told.get('all'), 'errored');
    assert.match(said(messages[0]), /^Your code runs only in a workspace that you trust/);
    assert.equal(output, '');
  });

  it('shows the worked solution beside the own one after a try', async () => {
    writeFileSync(file(), pushes);
    await run([await item()]);
    await practice.solution(await item());
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.original.fsPath, file());
    assert.ok((await practice.text(input.modified)).endsWith(`\n\n${problem.solution}`));
  });

  it('asks before it shows the worked solution to who has not tried, also after a run of what nobody has touched', async () => {
    const { showWarningMessage } = vscode.window;
    const asked: (string | undefined)[] = [];
    let answer: string | undefined;
    Reflect.set(
      vscode.window,
      'showWarningMessage',
      (_: string, { modal, detail }: vscode.MessageOptions, ...choices: string[]) => {
        assert.deepEqual([modal, choices], [true, ['Show Solution']]);
        asked.push(detail);
        return Promise.resolve(answer);
      },
    );
    const shown = (): unknown => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    try {
      await practice.solution('all');
      assert.equal(asked.length, 1);
      assert.equal(shown(), undefined, 'nobody has seen anything');
      await practice.open('all');
      await run([await item()]);
      await practice.solution('all');
      assert.equal(asked.length, 2, 'the start code is no try');
      assert.ok(!(shown() instanceof vscode.TabInputTextDiff));
      answer = 'Show Solution';
      await practice.solution('all');
      assert.ok(shown() instanceof vscode.TabInputTextDiff, 'it is up to the user');
      writeFileSync(file(), pushes);
      await run([await item()]);
      await practice.solution('all');
      assert.equal(asked.length, 3, 'after a try it is shown');
    } finally {
      Reflect.set(vscode.window, 'showWarningMessage', showWarningMessage);
    }
  });
});
