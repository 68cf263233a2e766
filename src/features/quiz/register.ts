import * as vscode from 'vscode';
import { readArgument } from './read-quiz-argument.ts';
import { command, panel as panelType } from '../settings/ids.ts';
import { lazyPanel } from '../pages/restore-panel.ts';
import type { Services } from '../services/services.ts';
import { createDueItem } from './due-item.ts';

/** The quiz: cards that are due, or those of a part of the bank, with ratings that FSRS schedules by. */
export function registerQuiz(services: Services): void {
  const load = lazyPanel(services.context, panelType.quiz, async () => {
    const { createQuizPanel } = await import('./quiz-panel.lazy.ts');
    return createQuizPanel(services);
  });
  services.context.subscriptions.push(
    createDueItem(services),
    vscode.commands.registerCommand(command.quiz, async (argument: unknown) =>
      (await load()).start(readArgument(argument) ?? { kind: 'due' }),
    ),
    vscode.commands.registerCommand(command.quizFrom, async () => {
      const { pickScope } = await import('./pick-scope.lazy.ts');
      const scope = await pickScope(services);
      if (scope) await (await load()).start(scope);
    }),
    vscode.commands.registerCommand(command.resetReviews, async (argument: unknown) => {
      const { resetReviews } = await import('./reset.lazy.ts');
      await resetReviews(services, readArgument(argument));
    }),
    vscode.commands.registerCommand(command.setInterviewDate, async () => {
      const { setInterviewDate } = await import('./interview-date.lazy.ts');
      await setInterviewDate();
    }),
  );
}
