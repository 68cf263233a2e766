import * as vscode from 'vscode';
import { levels } from '../../bank/levels.ts';
import type { Problem } from '../../bank/material.ts';
import { testsOf } from '../../bank/practice-tests.ts';
import { exportLine } from '../../practice/failure-place.ts';
import { levelNames } from '../ui/grade-names.ts';
import { existingFile, textOf } from './problem-files.ts';
import { documentOf } from './read-only-documents.ts';

/** The items of the Test Explorer: levels, their problems, the tests of each. */
export interface ProblemTree {
  /** Makes the children of an item; of undefined, the levels. */
  resolve(item: vscode.TestItem | undefined): Promise<void>;
  /** The item of a problem, made where it is missing, with its tests and the file it has now. */
  item(problem: Problem): Promise<vscode.TestItem>;
  /** The problems that an item stands for: one for a problem or a test of it. */
  problems(item: vscode.TestItem): readonly Problem[];
}

export function createProblemTree(
  controller: vscode.TestController,
  problems: readonly Problem[],
  folder: () => vscode.Uri | undefined,
): ProblemTree {
  /** Which problems each item stands for. */
  const standsFor = new WeakMap<vscode.TestItem, readonly Problem[]>();
  const byId = new Map<string, vscode.TestItem>();

  function create(problem: Problem, file: vscode.Uri | undefined): vscode.TestItem {
    const item = controller.createTestItem(problem.id, problem.title, file);
    item.description = vscode.l10n.t('{0} min', problem.minutes);
    item.sortText = padded(problems.indexOf(problem));
    item.canResolveChildren = true;
    standsFor.set(item, [problem]);
    byId.set(problem.id, item);
    return item;
  }

  function ensureRoots(): void {
    if (controller.items.size > 0) return;
    const roots = levels.flatMap((level, order) => {
      const own = problems.filter((problem) => problem.level === level);
      if (own.length === 0) return [];
      const root = controller.createTestItem(level, levelNames()[level]);
      root.sortText = String(order);
      standsFor.set(root, own);
      root.children.replace(own.map((problem) => create(problem, undefined)));
      return [root];
    });
    controller.items.replace(roots);
  }

  /** An item's address can't change, so the problem gets another item once it has a file. */
  async function withFile(problem: Problem): Promise<vscode.TestItem | undefined> {
    ensureRoots();
    const item = byId.get(problem.id);
    const file = await existingFile(folder(), problem);
    if (!item || item.uri?.toString() === file?.toString()) return item;
    const { parent } = item;
    const made = create(problem, file);
    parent?.children.add(made);
    return made;
  }

  async function withTests(problem: Problem): Promise<vscode.TestItem> {
    const item = await withFile(problem);
    if (!item) throw new Error(`${problem.id} is not in the Test Explorer.`);
    if (item.uri) {
      const line = exportLine(await textOf(item.uri)) - 1;
      item.range = new vscode.Range(line, 0, line, 0);
    }
    if (item.children.size === 0) {
      const tests = testsOf(problem).map(({ name, hidden, first, last }, at) => {
        // A hidden test has no code to go to, so this goes to the user's own.
        const address = hidden ? item.uri : documentOf(problem, 'tests');
        const test = controller.createTestItem(`${problem.id}/${name}`, name, address);
        if (hidden) test.description = vscode.l10n.t('hidden');
        else test.range = new vscode.Range(first - 1, 0, last - 1, 0);
        test.sortText = padded(at);
        standsFor.set(test, [problem]);
        return test;
      });
      item.children.replace(tests);
    }
    return item;
  }

  return {
    async resolve(item) {
      ensureRoots();
      if (!item) {
        // With their files, so that they can be gone to; their tests come when one of them is opened.
        // Why one can't be read is told when it is opened or run; the others are there.
        await Promise.allSettled(problems.map(withFile));
        return;
      }
      const [problem, ...others] = standsFor.get(item) ?? [];
      if (problem && others.length === 0) await withTests(problem);
    },
    item: withTests,
    problems: (item) => standsFor.get(item) ?? [],
  };
}

/** As text that sorts as the number. */
const padded = (at: number): string => String(at).padStart(3, '0');
