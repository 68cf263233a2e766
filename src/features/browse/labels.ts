import * as vscode from 'vscode';
import type { Level } from '../../bank/levels.ts';
import type { Difficulty, ModuleKind } from '../../bank/model.ts';
import type { QuestionState, SnippetState } from '../../study/progress.ts';
import {
  difficultyNames,
  levelNames,
  questionStateNames,
  snippetStateNames,
} from '../ui/grade-names.ts';

export const levelLabels: ReadonlyMap<Level, string> = new Map(entries(levelNames()));

export const difficultyLabels: ReadonlyMap<Difficulty, string> = new Map(
  entries(difficultyNames()),
);

export const questionStateLabels: ReadonlyMap<QuestionState, string> = new Map(
  entries(questionStateNames()),
);

export const snippetStateLabels: ReadonlyMap<SnippetState, string> = new Map(
  entries(snippetStateNames()),
);

export function moduleKindLabel(kind: ModuleKind): string {
  return kind === 'cjs' ? 'CommonJS' : vscode.l10n.t('ES module');
}

function entries<Key extends string>(names: Record<Key, string>): [Key, string][] {
  return Object.entries(names) as [Key, string][];
}
