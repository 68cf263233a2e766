import * as vscode from 'vscode';
import { readArgument } from './read-quiz-argument.ts';
import { command } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { createQuizPanel } from './quiz-panel.ts';
import { createDueItem } from './due-item.ts';

/** The quiz: cards that are due, or those of a part of the bank, with ratings that FSRS schedules by. */
export function registerQuiz(services: Services): void {
  const panel = createQuizPanel(services);
  services.context.subscriptions.push(
    panel,
    createDueItem(services),
    vscode.commands.registerCommand(command.quiz, (argument: unknown) =>
      panel.start(readArgument(argument) ?? { kind: 'due' }),
    ),
    vscode.commands.registerCommand(command.quizFrom, async () => {
      const { pickScope } = await import('./pick-scope.lazy.ts');
      const scope = await pickScope(services);
      if (scope) await panel.start(scope);
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
