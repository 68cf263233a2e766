import * as vscode from 'vscode';
import type { Problem } from '../../bank/material.ts';
import type { Practice } from '../../study/practice-projection.ts';
import type { SnippetState } from '../../study/progress.ts';
import { isRecord } from '../../collections/is-record.ts';
import { loadOnce } from '../../collections/load-once.ts';
import type { Services } from '../services/services.ts';
import { levelNames } from '../ui/grade-names.ts';
import { errorText } from '../ui/error-text.ts';
import { stateIcon } from '../ui/state-icon.ts';
import { pickOne } from '../ui/pick-one.ts';
import { createComments } from './comments.ts';
import { createHelp } from './help.ts';
import { createPracticeFolder } from './practice-folder.ts';
import { fileOf, madeFile, putAside } from './problem-files.ts';
import { createProblemTree } from './problem-tree.ts';
import { documentText } from './read-only-documents.ts';
import { createRuns } from './runs.ts';

/** Practice problems: what the Test Explorer and the commands ask for. */
export interface PracticeTests {
  /** Makes the children of an item; of undefined, the top of the tree. */
  resolve(item: vscode.TestItem | undefined): Promise<void>;
  run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void>;
  /** The text of a document that can only be read. */
  text(uri: vscode.Uri): Promise<string>;
  /**
   * Opens the file of a problem, and makes it where there is none.
   * @param argument an item of the Test Explorer, an id, or anything else, which asks for one
   * @param how `{ beside: true }` for an editor beside the active one; `{ fresh: true }` puts a
   * solution of more than an hour ago aside, under another name
   * @returns undefined when nobody wants to choose a problem or a folder
   */
  open(argument: unknown, how?: unknown): Promise<vscode.Uri | undefined>;
  hint(argument: unknown): Promise<void>;
  solution(argument: unknown): Promise<void>;
  chooseFolder(): Promise<void>;
  dispose(): void;
}

type Needs = Pick<Services, 'context' | 'log' | 'material' | 'progress' | 'runner'>;

/** @param isTrusted whether code of the user may run */
export function createPractice(
  services: Needs,
  controller: vscode.TestController,
  isTrusted: () => boolean = () => vscode.workspace.isTrusted,
): PracticeTests {
  const { context, material, progress } = services;
  const folder = createPracticeFolder(context.workspaceState);
  const comments = createComments();
  const help = createHelp(progress, () => folder.current);
  const { load: loaded } = loadOnce(async () => {
    const problems = (await material.load())?.practice ?? [];
    return { problems, tree: createProblemTree(controller, problems, () => folder.current) };
  });
  const runs = createRuns(services, controller, {
    ...{ comments, isTrusted, folder, hintsOf: help.shown },
    tree: async () => (await loaded()).tree,
  });

  /** The problem that is meant; asks where that is open. */
  async function problemOf(argument: unknown): Promise<Problem | undefined> {
    const { problems, tree } = await loaded();
    const byId = problems.find(({ id }) => id === argument);
    if (byId) return byId;
    const meant = isItem(argument) ? tree.problems(argument) : openProblems(problems);
    const [only, ...others] = meant;
    if (only && others.length === 0) return only;
    return pickProblem(meant.length > 0 ? meant : problems);
  }

  /** The problem whose file is in front. */
  function openProblems(problems: readonly Problem[]): readonly Problem[] {
    const current = folder.current;
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    if (!current || active === undefined) return [];
    return problems.filter((problem) => fileOf(current, problem).toString() === active);
  }

  async function pickProblem(problems: readonly Problem[]): Promise<Problem | undefined> {
    const practice = await progress.loadPractice();
    const items = problems.map((problem) => ({
      label: problem.title,
      description: vscode.l10n.t('{0}, {1} min', levelNames()[problem.level], problem.minutes),
      iconPath: stateIcon(stateOf(practice, problem)),
      problem,
    }));
    const placeHolder = vscode.l10n.t('Select a practice problem');
    return (await pickOne(items, { placeHolder, matchOnDescription: true }))?.problem;
  }

  async function open(argument: unknown, how: unknown): Promise<vscode.Uri | undefined> {
    // The palette means another one than the one that is open.
    const isMeant = isItem(argument) || typeof argument === 'string';
    const problem = isMeant
      ? await problemOf(argument)
      : await pickProblem((await loaded()).problems);
    if (!problem) return undefined;
    const earlier =
      isRecord(how) && how['fresh'] === true && folder.current
        ? await putAside(folder.current, problem)
        : undefined;
    const file = await madeFile(folder, problem);
    if (!file) return undefined;
    await vscode.window.showTextDocument(file, {
      ...{ preview: false, ...(isBeside(how) && { viewColumn: vscode.ViewColumn.Beside }) },
    });
    await (await loaded()).tree.item(problem);
    await progress.record(`problem:${problem.id}`, { kind: 'opened' });
    if (earlier) {
      const name = vscode.workspace.asRelativePath(earlier);
      const text = vscode.l10n.t('Your earlier solution is kept as {0}.', name);
      void vscode.window.showInformationMessage(text);
    }
    return file;
  }

  /** Failures of commands are told; VS Code would show them without a sentence. */
  async function told<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      void vscode.window.showErrorMessage(errorText(error));
      return undefined;
    }
  }

  async function withProblem(
    argument: unknown,
    work: (problem: Problem) => Promise<void>,
  ): Promise<void> {
    const problem = await problemOf(argument);
    if (problem) await work(problem);
  }

  return {
    resolve: async (item) => (await loaded()).tree.resolve(item),
    run: (request, token) => runs.run(request, token),
    text: async (uri) => documentText(uri, (await loaded()).problems),
    open: (argument, how) => told(() => open(argument, how)),
    async hint(argument) {
      await told(() => withProblem(argument, help.hint));
    },
    async solution(argument) {
      await told(() => withProblem(argument, help.solution));
    },
    async chooseFolder() {
      if (await folder.choose()) await (await loaded()).tree.resolve(undefined);
    },
    dispose() {
      comments.dispose();
    },
  };
}

const stateOf = (practice: Practice, { id }: Problem): SnippetState =>
  practice.solved(id) ? 'solved' : practice.tried(id) ? 'tried' : 'new';

const isItem = (value: unknown): value is vscode.TestItem =>
  isRecord(value) && 'children' in value && 'canResolveChildren' in value;

const isBeside = (how: unknown): boolean => isRecord(how) && how['beside'] === true;
