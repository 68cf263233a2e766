import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type {
  LoopwiseApi,
  LoopwiseError,
  LoopwiseErrorCode,
  Program,
} from '../../docs/loopwise-api.d.ts';
import { createApi } from '../../src/features/api/api.lazy.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createRunnerService } from '../../src/features/services/runner-service.ts';
import { createSeenOutputs } from '../../src/features/services/seen-outputs.ts';
import type { Services } from '../../src/features/services/services.ts';
import { createWork } from '../../src/features/threads/work.ts';
import { createStudyWorld } from './study-world.ts';

/** As other extensions use it, on real Node processes. */
describe('The API for other extensions', () => {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const folder = join(workspace, 'the api');
  const snippet = 'scheduling-apis/tick-or-promise';
  const inOrder =
    "setTimeout(() => console.log('timeout'));\nPromise.resolve().then(() => console.log('job'));\nconsole.log('script');\n";
  const race =
    "setTimeout(() => console.log('timeout'), 0); setImmediate(() => console.log('immediate'));";
  let api: LoopwiseApi;

  before(async () => {
    const extension = vscode.extensions.getExtension<LoopwiseApi>('loopwise.loopwise');
    assert.ok(extension);
    api = await extension.activate();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await set('run.lineLimit', undefined);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  async function write(name: string, text: string): Promise<vscode.Uri> {
    const uri = vscode.Uri.file(join(folder, name));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  const printed = ({ lines }: { lines: readonly { text: string }[] }) =>
    lines.map(({ text }) => text);

  it('has a version, and nobody can change it for the others', () => {
    assert.equal(api.version, '1.0');
    assert.throws(() => Object.assign(api, { run: () => undefined }), TypeError);
  });

  it('is used by an extension beside ours, which shows why lines are in their order', async () => {
    const uri = await write('order.cjs', inOrder);
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('loopwiseExample.whyThisOrder');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^Node\.js \d+\.\d+\.\d+\nscript\njob\ntimeout\n/);
    assert.match(text, /^job before timeout \(certain\): .*microtask/m);
  });

  describe('runs', () => {
    it('JavaScript, TypeScript and ES modules that are given as text', async () => {
      const { lines, ended, exitCode, node } = await api.run({
        code: "console.log('out');\nconsole.error('err');\nprocess.exitCode = 3;",
      });
      assert.deepEqual(lines, [
        { stream: 'stdout', text: 'out' },
        { stream: 'stderr', text: 'err' },
        { stream: 'exit', text: '3' },
      ]);
      assert.deepEqual([ended, exitCode], ['exit', 3]);
      assert.match(node.version, /^\d+\.\d+\.\d+$/);
      const typescript = 'enum Kind { A }\nconst kind: string = Kind[0];\nconsole.log(kind);';
      assert.deepEqual(printed(await api.run({ code: typescript, language: 'typescript' })), ['A']);
      const module = "import { sep } from 'node:path';\nconsole.log(typeof sep);";
      assert.deepEqual(printed(await api.run({ code: module })), ['string']);
      const asModule = { code: 'console.log(typeof require);', module: 'esm' } as const;
      assert.deepEqual(printed(await api.run(asModule)), ['undefined']);
    });

    it('documents where they are, whole or in part, and snippets of the bank', async () => {
      await write('part.cjs', "module.exports = 'part';");
      const text = "console.log(require('./part.cjs'));\nconsole.log('two');\n";
      const uri = await write('whole.cjs', text);
      assert.deepEqual(printed(await api.run({ uri })), ['part', 'two']);
      const range = new vscode.Range(1, 0, 1, 100);
      assert.deepEqual(printed(await api.run({ uri, range })), ['two']);
      assert.equal((await api.run({ snippet })).ended, 'exit');
    });

    it('with the error that ended the program, and its line', async () => {
      const { error } = await api.run({ code: "console.log('first');\nnull.x;\n" });
      assert.deepEqual([error?.name, error?.line, error?.syntax], ['TypeError', 2, false]);
    });

    it('within limits that a caller can lower and not raise', async () => {
      const endless = await api.run({ code: 'for (;;);' }, { limits: { time: 300 } });
      assert.equal(endless.ended, 'time');
      await set('run.lineLimit', 20);
      const flood = { code: 'for (;;) console.log(1);' };
      const capped = await api.run(flood, { limits: { lines: 5000, memory: 1 } });
      assert.deepEqual([capped.ended, capped.lines.length], ['lines', 20]);
    });
  });

  describe('explains', () => {
    it('why neighbors are in their order, where they were printed, and how certain it is', async () => {
      const { lines, pairs, notKnown } = await api.explain({ code: inOrder });
      assert.deepEqual(
        lines.map(({ text, phase, site }) => [text, phase, site?.line]),
        [
          ['script', 'main', 3],
          ['job', 'microtask', 2],
          ['timeout', 'timers', 1],
        ],
      );
      assert.deepEqual(
        pairs.map(({ earlier, later, explanation }) => [earlier, later, explanation.certainty]),
        [
          [0, 1, 'certain'],
          [1, 2, 'certain'],
        ],
      );
      assert.match(pairs[0]?.explanation.source.url ?? '', /^https:/);
      assert.deepEqual(notKnown, []);
    });

    it('what is not known: races, other threads, values that recording changes, a run that was cut short', async () => {
      const raced = await api.explain({ code: race });
      assert.equal(raced.pairs[0]?.explanation.certainty, 'race');
      assert.match(raced.notKnown.join('\n'), /^Some lines race\./);
      const ids =
        "const { executionAsyncId } = require('node:async_hooks');\nsetTimeout(() => console.log(executionAsyncId()));";
      assert.match((await api.explain({ code: ids })).notKnown.join('\n'), /executionAsyncId/);
      const worker =
        "new (require('node:worker_threads').Worker)('console.log(1)', { eval: true });\nsetInterval(() => {}, 1000);";
      const cut = await api.explain({ code: worker }, { limits: { time: 500 } });
      assert.equal(cut.ended, 'time');
      const told = cut.notKnown.join('\n');
      for (const wanted of [/cut short/, /worker threads is not recorded/]) {
        assert.match(told, wanted);
      }
    });
  });

  describe('judges predictions', () => {
    it('and says which pair is the wrong way round, and what one may believe', async () => {
      const { verdict, wrongPair, run } = await api.predict({ code: inOrder }, [
        ...['script', 'timeout', 'job'],
      ]);
      assert.deepEqual(verdict, {
        ...{ kind: 'wrong', at: 1, possible: [{ stream: 'stdout', text: 'job' }] },
      });
      assert.deepEqual([wrongPair?.earlier.text, wrongPair?.later.text], ['job', 'timeout']);
      assert.equal(wrongPair?.explanation.certainty, 'certain');
      assert.ok(wrongPair.misconception);
      assert.deepEqual(printed(run), ['script', 'job', 'timeout']);
    });

    it('of a race both ways, and tells where it can not judge', async () => {
      for (const lines of [
        ['timeout', 'immediate'],
        ['immediate', 'timeout'],
      ]) {
        const { verdict } = await api.predict({ code: race }, lines);
        assert.match(verdict.kind, /^(exact|possible)$/);
      }
    });
  });

  describe('refuses', () => {
    const uri = vscode.Uri.file('/nowhere/at-all.js');
    const refused: readonly (readonly [
      what: string,
      call: () => Promise<unknown>,
      code: LoopwiseErrorCode,
      message: RegExp,
    ])[] = [
      [
        'no program',
        () => api.run(undefined as unknown as Program),
        'invalidArgument',
        /^program must be an object/,
      ],
      ['two programs', () => api.run({ code: '', snippet }), 'invalidArgument', /exactly one of/],
      [
        'code that is no string',
        () => api.run({ code: 1 } as unknown as Program),
        'invalidArgument',
        /program\.code must be a string/,
      ],
      [
        'too much code',
        () => api.explain({ code: ' '.repeat(100_001) }),
        'invalidArgument',
        /100,000/,
      ],
      [
        'another language',
        () => api.run({ code: '', language: 'python' } as unknown as Program),
        'invalidArgument',
        /program\.language/,
      ],
      [
        'a URI that is text',
        () => api.run({ uri: 'file:///a.js' } as unknown as Program),
        'invalidArgument',
        /vscode\.Uri/,
      ],
      [
        'a limit of nothing',
        () => api.run({ code: '' }, { limits: { time: 0 } }),
        'invalidArgument',
        /options\.limits\.time/,
      ],
      [
        'a signal that is none',
        () => api.run({ code: '' }, { signal: {} as AbortSignal }),
        'invalidArgument',
        /AbortSignal/,
      ],
      [
        'a prediction that is one text',
        () => api.predict({ code: '' }, 'a' as unknown as string[]),
        'invalidArgument',
        /array of strings/,
      ],
      [
        'a snippet that is not there',
        () => api.run({ snippet: 'no/such' }),
        'unknownSnippet',
        /no\/such/,
      ],
      ['a document that is not there', () => api.run({ uri }), 'unreadable', /at-all\.js/],
      [
        'TypeScript that is none',
        () => api.run({ code: 'const a: = 1;', language: 'typescript' }),
        'cannotRun',
        /Line 1/,
      ],
    ];
    for (const [what, call, code, message] of refused) {
      it(what, () => rejects(call, code, message));
    }
  });

  describe('with services of its own', () => {
    const study = createStudyWorld();
    const ended: { dispose(): unknown }[] = [];
    let services: Pick<Services, 'bank' | 'progress' | 'runner' | 'seenOutputs' | 'work'>;

    before(() => {
      const extension = vscode.extensions.getExtension('loopwise.loopwise');
      assert.ok(extension);
      const { extensionUri } = extension;
      const bank = createBankService(extensionUri);
      const work = createWork(vscode.Uri.joinPath(extensionUri, 'dist/lazy/work.worker.js').fsPath);
      const runner = createRunnerService(extensionUri, study.log, work);
      ended.push(bank, work, runner);
      services = { bank, work, runner, progress: study.window(), seenOutputs: createSeenOutputs() };
    });
    after(() => {
      for (const one of ended) one.dispose();
      study.dispose();
    });

    it('records a prediction only where the caller says that it is the user’s', async () => {
      const own = createApi(services);
      const { lines } = await own.run({ snippet });
      const prediction = lines.map(({ text }) => text);
      const judged = await own.predict({ snippet }, prediction);
      assert.equal(judged.verdict.kind, 'exact');
      assert.equal((await services.progress.load()).snippet(snippet), 'new');
      await own.predict({ snippet }, prediction, { record: true });
      assert.equal((await services.progress.load()).snippet(snippet), 'solved');
    });

    it('runs snippets of the bank in a workspace that is not trusted, and nothing else', async () => {
      const untrusted = createApi(services, () => false);
      assert.equal((await untrusted.run({ snippet })).ended, 'exit');
      const uri = await write('untrusted.cjs', "console.log('ran');");
      const nothing = {
        ...services,
        runner: { ...services.runner, run: () => assert.fail('ran') },
      };
      const refusing = createApi(nothing, () => false);
      for (const program of [{ code: '' }, { uri }]) {
        await rejects(() => refusing.explain(program), 'untrusted', /Restricted Mode/);
      }
    });

    for (const by of ['signal', 'token'] as const) {
      it(`ends a run when its ${by} says so, also before it begins`, async () => {
        const controller = new AbortController();
        const source = new vscode.CancellationTokenSource();
        const cancel = () => (by === 'signal' ? controller.abort() : source.cancel());
        const cancelling = createApi({
          ...services,
          runner: {
            ...services.runner,
            run: (request) => services.runner.run({ ...request, onLine: cancel }),
          },
        });
        const options = by === 'signal' ? { signal: controller.signal } : { token: source.token };
        const code = "console.log('runs'); setInterval(() => {}, 1000);";
        for (const what of ['while it runs', 'before']) {
          await rejects(() => cancelling.run({ code }, options), 'cancelled', /canceled/);
          assert.ok(what);
        }
      });
    }
  });
});

async function rejects(
  call: () => Promise<unknown>,
  code: LoopwiseErrorCode,
  message: RegExp,
): Promise<void> {
  await assert.rejects(call, (error: LoopwiseError) => {
    assert.deepEqual([error.name, error.code], ['LoopwiseError', code], error.stack);
    assert.match(error.message, message);
    return true;
  });
}

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('loopwise')
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}
