import * as vscode from 'vscode';
import type { Problem } from '../../bank/material.ts';
import { testNames } from '../../bank/practice-tests.ts';
import type { Services } from '../services/services.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
import type { Comments } from './comments.ts';
import type { PracticeFolder } from './practice-folder.ts';
import { existingFile, isUntouched, madeFile, textOf } from './problem-files.ts';
import type { ProblemTree } from './problem-tree.ts';
import { reportRun, type FinishedRun } from './report-run.ts';
import { debugProblem, runProblem } from './run-problem.ts';

/** Runs what the Test Explorer asks for. */
export interface Runs {
  run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void>;
}

interface Parts {
  readonly comments: Comments;
  readonly isTrusted: () => boolean;
  readonly folder: PracticeFolder;
  /** How many hints of a problem were shown. */
  readonly hintsOf: (problem: Problem) => number;
  readonly tree: () => Promise<ProblemTree>;
}

/** What is to be run of one problem. */
interface Wanted {
  readonly problem: Problem;
  readonly item: vscode.TestItem;
  /** Names of tests. */
  readonly tests: ReadonlySet<string>;
  /** It was named by the user, rather than a level or everything. */
  readonly isNamed: boolean;
}

export function createRuns(
  services: Pick<Services, 'context' | 'log' | 'progress' | 'runner'>,
  controller: vscode.TestController,
  { comments, isTrusted, folder, hintsOf, tree }: Parts,
): Runs {
  const { log, progress } = services;

  /** What can't be read is told at its item: others may run. */
  async function wantedOf(
    request: vscode.TestRunRequest,
    run: vscode.TestRun,
  ): Promise<readonly Wanted[]> {
    const items = await tree();
    await items.resolve(undefined);
    const tell = (asked: vscode.TestItem, { id }: Problem, error: unknown): undefined => {
      log.error(asLogged(error));
      const shown = asked.children.get(id) ?? asked;
      run.errored(shown, new vscode.TestMessage(errorText(error)));
    };
    const without = new Set(request.exclude?.map(({ id }) => id));
    const found = new Map<string, Wanted>();
    for (const asked of request.include ?? [...controller.items].map(([, item]) => item)) {
      for (const problem of items.problems(asked)) {
        if (without.has(problem.id) || without.has(problem.level)) continue;
        const item = await items
          .item(problem)
          .catch((error: unknown) => tell(asked, problem, error));
        if (!item) continue;
        const names = testNames(problem.tests).filter(
          (name) => !without.has(testId(problem, name)),
        );
        const own = names.filter((name) => testId(problem, name) === asked.id);
        const before = found.get(problem.id)?.tests ?? [];
        found.set(problem.id, {
          ...{
            problem,
            item,
            isNamed: request.include !== undefined && asked.id !== problem.level,
          },
          tests: new Set([...before, ...(own.length > 0 ? own : names)]),
        });
      }
    }
    return [...found.values()];
  }

  async function run(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const controls = new AbortController();
    const run = controller.createTestRun(request);
    const listeners = [token, run.token].map((one) =>
      one.onCancellationRequested(() => controls.abort()),
    );
    if (token.isCancellationRequested) controls.abort();
    try {
      const wanted = await wantedOf(request, run);
      for (const one of wanted) {
        for (const item of itemsOf(one)) run.enqueued(item);
      }
      for (const one of wanted) await runOne(run, one, request, controls.signal);
    } finally {
      for (const one of listeners) one.dispose();
      run.end();
    }
  }

  /** What can't be run is told at its item: others may follow. */
  async function runOne(
    run: vscode.TestRun,
    wanted: Wanted,
    request: vscode.TestRunRequest,
    signal: AbortSignal,
  ): Promise<void> {
    const { problem, item } = wanted;
    const skip = (): void => {
      for (const one of itemsOf(wanted)) run.skipped(one);
    };
    if (signal.aborted) {
      skip();
      return;
    }
    if (!isTrusted()) {
      skip();
      run.errored(item, new vscode.TestMessage(untrustedText()));
      return;
    }
    try {
      const file = await existingFile(folder.current, problem);
      if (!file) {
        skip();
        if (wanted.isNamed) await open(run, problem);
        return;
      }
      for (const one of itemsOf(wanted)) run.started(one);
      const code = await textOf(file);
      const isDebug = request.profile?.kind === vscode.TestRunProfileKind.Debug;
      const result = isDebug
        ? await debugProblem(services, problem, file, { run, signal, only: onlyOf(wanted) })
        : await runProblem(services, problem, file, signal);
      if (!result) {
        skip();
        return;
      }
      const finished = { problem, item, file, code, outcomes: result.outcomes };
      try {
        // First: a report that fails shall lose nothing.
        if (!isDebug) await record(finished, result.node);
      } finally {
        await finish(run, finished, wanted.tests);
      }
    } catch (error) {
      log.error(asLogged(error));
      run.errored(item, new vscode.TestMessage(errorText(error)));
    }
  }

  /** There is nothing to run yet: the start code is opened. */
  async function open(run: vscode.TestRun, problem: Problem): Promise<void> {
    const made = await madeFile(folder, problem);
    if (!made) return;
    await vscode.window.showTextDocument(made, { preview: false });
    await progress.record(`problem:${problem.id}`, { kind: 'opened' });
    run.appendOutput(
      `${vscode.l10n.t('{0} was created. Write your solution there, then run the tests again.', made.fsPath)}\r\n`,
    );
    await (await tree()).item(problem);
  }

  async function finish(
    run: vscode.TestRun,
    finished: FinishedRun,
    tests: ReadonlySet<string>,
  ): Promise<void> {
    // The file may be new since the item was made.
    const item = await (await tree()).item(finished.problem);
    reportRun(run, { ...finished, item }, tests);
    // Without an item, since it would be shown as one more result.
    for (const text of comments.about(finished)) run.appendOutput(wrapped(text));
  }

  /** A try is one of code that somebody wrote, and whose tests could run. */
  async function record({ problem, code, outcomes }: FinishedRun, node: string): Promise<void> {
    if (outcomes.broken || outcomes.unloaded || isUntouched(code, problem)) return;
    const all = [...outcomes.tests.values()];
    const passed = all.filter(({ kind }) => kind === 'passed').length;
    await progress.record(`problem:${problem.id}`, {
      ...{ kind: 'practised', passed, failed: all.length - passed },
      ...{ hints: hintsOf(problem), node },
    });
  }

  return { run };
}

/** The terminal of the results breaks lines within words. */
const wrapped = (text: string): string => text.replace(/(.{1,72})(?:\s|$)/g, '$1\r\n');

const testId = ({ id }: Problem, name: string): string => `${id}/${name}`;

const itemsOf = ({ item, tests }: Wanted): readonly vscode.TestItem[] =>
  [...item.children].flatMap(([, test]) => (tests.has(test.label) ? [test] : []));

/** The test that is to be debugged alone. */
function onlyOf({ problem, tests }: Wanted): string | undefined {
  const [only, ...others] = tests;
  return others.length === 0 && testNames(problem.tests).length > 1 ? only : undefined;
}

const untrustedText = (): string =>
  vscode.l10n.t(
    'Your code runs only in a workspace that you trust. Choose "Workspaces: Manage Workspace Trust" in the Command Palette.',
  );
