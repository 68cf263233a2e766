import * as vscode from 'vscode';
import type { Level } from '../../bank/levels.ts';
import type { Difficulty } from '../../bank/model.ts';
import type { QuestionState, SnippetState } from '../../study/progress.ts';

// What levels, difficulties and states are called on screen, wherever they are shown.

export const levelNames = (): Record<Level, string> => ({
  junior: vscode.l10n.t('Junior'),
  mid: vscode.l10n.t('Mid'),
  senior: vscode.l10n.t('Senior'),
});

export const difficultyNames = (): Record<Difficulty, string> => ({
  easy: vscode.l10n.t('Easy'),
  medium: vscode.l10n.t('Medium'),
  hard: vscode.l10n.t('Hard'),
  devilish: vscode.l10n.t('Devilish'),
});

export const questionStateNames = (): Record<QuestionState, string> => ({
  new: vscode.l10n.t('New'),
  started: vscode.l10n.t('Started'),
  done: vscode.l10n.t('Done'),
});

export const snippetStateNames = (): Record<SnippetState, string> => ({
  new: vscode.l10n.t('Not tried'),
  tried: vscode.l10n.t('Tried'),
  solved: vscode.l10n.t('Solved'),
});
