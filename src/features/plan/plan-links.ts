import * as vscode from 'vscode';
import type { Item, Material } from '../../bank/material.ts';
import type { Progress } from '../../study/progress.ts';
import type { LoadedBank } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { questionStateNames } from '../ui/grade-names.ts';
import { stateIcon } from '../ui/state-icon.ts';

/** What an item leads to. */
export interface PlanLink {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** For those who hear it. */
  readonly said: string;
  readonly icon: vscode.ThemeIcon;
  readonly command: string;
  readonly argument: string;
}

interface Known {
  readonly bank: LoadedBank;
  readonly material: Material;
  readonly progress: Progress;
}

/** In the order in which they help: what to read, to predict, to solve, to write. What the bank lacks is left out. */
export function linksOf(item: Item, known: Known): readonly PlanLink[] {
  return [
    ...item.questions.flatMap((id) => questionLink(id, known)),
    ...item.snippets.flatMap((id) => snippetLink(id, known)),
    ...item.problems.flatMap((id) => problemLink(id, known)),
    ...(item.story === undefined ? [] : storyLink(item.story, known)),
  ];
}

function questionLink(id: string, { bank, progress }: Known): PlanLink[] {
  const question = bank.question(id);
  if (!question) return [];
  const { title, label = title } = question;
  const state = progress.question(question);
  return [
    {
      ...{ id: `question:${id}`, label, icon: stateIcon(state) },
      said: vscode.l10n.t('Question: {0}, {1}', title, questionStateNames()[state]),
      ...{ command: command.openQuestion, argument: id },
    },
  ];
}

function snippetLink(id: string, { bank, progress }: Known): PlanLink[] {
  const snippet = bank.snippet(id);
  if (!snippet) return [];
  return [
    {
      ...{ id: `snippet:${id}`, label: snippet.title, icon: stateIcon(progress.snippet(id)) },
      description: vscode.l10n.t('predict'),
      said: vscode.l10n.t('Predict the snippet {0}', snippet.title),
      ...{ command: command.predictSnippet, argument: id },
    },
  ];
}

function problemLink(id: string, { material }: Known): PlanLink[] {
  const problem = material.practice.find((one) => one.id === id);
  if (!problem) return [];
  const { title, minutes } = problem;
  return [
    {
      ...{ id: `problem:${id}`, label: title },
      description: vscode.l10n.t('{0} min', minutes),
      said: vscode.l10n.t('Practice problem: {0}, {1} min', title, minutes),
      icon: new vscode.ThemeIcon('beaker'),
      ...{ command: command.openProblem, argument: id },
    },
  ];
}

function storyLink(id: string, { material }: Known): PlanLink[] {
  const template = material.templates.find((one) => one.id === id);
  if (!template) return [];
  return [
    {
      id: `story:${id}`,
      label: vscode.l10n.t('New Story from Template…'),
      description: template.title,
      said: vscode.l10n.t('New story from the template {0}', template.title),
      icon: new vscode.ThemeIcon('new-file'),
      ...{ command: command.newStory, argument: id },
    },
  ];
}
