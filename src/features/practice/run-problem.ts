import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Problem } from '../../bank/material.ts';
import { testNames } from '../../bank/practice-tests.ts';
import { outcomesOf, type Outcomes } from '../../practice/outcomes.ts';
import { practiceProgram } from '../../practice/program.ts';
import type { Services } from '../services/services.ts';
import { debugUntilOver } from './debug-until-over.ts';

/** What became of the tests, and the version of the Node that ran them; undefined when it was cancelled. */
export type ProblemRun = { readonly outcomes: Outcomes; readonly node: string } | undefined;

/** The reports of `node:test` are output too, and are not what a limit is for. */
const limits = { lines: 20_000, bytes: 8 * 2 ** 20 };

type Needs = Pick<Services, 'context' | 'runner'>;

/**
 * Runs all tests of a problem on the file, within the limits of the settings.
 * @throws NoNodeError, CannotRunError
 */
export function runProblem(
  services: Needs,
  problem: Problem,
  file: vscode.Uri,
  signal: AbortSignal,
): Promise<ProblemRun> {
  return inTemporaryFolder(async (folder) => {
    const results = join(folder, 'results');
    const { entry, code, files, env } = programOf(services, problem, file, results);
    const { ended, runtime } = await services.runner.run({
      ...{ code, kind: 'mjs', entry, files, env, signal, trace: false, limits },
    });
    if (ended === 'cancelled') return undefined;
    const names = testNames(problem.tests);
    return { outcomes: outcomesOf(await textOf(results), names, ended), node: runtime.version };
  });
}

/**
 * The same in a debugger, without limits. Breakpoints are in the user's own file.
 * @param only the name of the only test that runs; all of them without it
 * @throws NoNodeError, Error with a message for the user
 */
export function debugProblem(
  services: Needs,
  problem: Problem,
  file: vscode.Uri,
  { only, run, signal }: DebugOptions,
): Promise<ProblemRun> {
  return inTemporaryFolder(async (folder) => {
    const results = join(folder, 'results');
    const { path, version } = await services.runner.runtime();
    const { entry, code, files, env } = programOf(services, problem, file, results, only);
    for (const one of [{ path: entry, text: code }, ...files]) {
      await writeFile(join(folder, one.path), one.text);
    }
    const workspace = vscode.workspace.getWorkspaceFolder(file);
    const isStarted = await debugUntilOver(
      vscode.debug,
      workspace,
      {
        ...{
          type: 'node',
          request: 'launch',
          name: problem.title,
          internalConsoleOptions: 'neverOpen',
        },
        ...{ program: join(folder, entry), runtimeExecutable: path, env },
        skipFiles: ['<node_internals>/**'],
      },
      { testRun: run },
      signal,
    );
    if (!isStarted && !signal.aborted) {
      throw new Error(vscode.l10n.t("The Node.js debugger didn't start. Run the tests instead."));
    }
    if (signal.aborted) return undefined;
    const outcomes = outcomesOf(await textOf(results), testNames(problem.tests), undefined);
    return { outcomes, node: version };
  });
}

interface DebugOptions {
  readonly only: string | undefined;
  readonly run: vscode.TestRun;
  readonly signal: AbortSignal;
}

function programOf(
  { context }: Needs,
  problem: Problem,
  file: vscode.Uri,
  results: string,
  only?: string,
) {
  const harness = vscode.Uri.joinPath(context.extensionUri, 'dist/child/harness.child.cjs').fsPath;
  return practiceProgram(problem, { file: file.fsPath, harness, results }, only);
}

/** Empty when the run ended before anything was written. */
const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

async function inTemporaryFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'loopwise-practice-'));
  try {
    return await work(folder);
  } finally {
    // What can't be removed now is a few kilobytes that the system clears some day.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
