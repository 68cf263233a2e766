import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import { questionIdOf } from '../subject/command-argument.ts';
import type { Services } from '../services/services.ts';
import { createAnswerPanel } from './answer-panel.ts';
import type { ShowOptions } from './answer-panel.ts';

/** The page that shows a question's answer: one panel, reused and restored after a reload. */
export function registerAnswer(services: Services): void {
  const panel = createAnswerPanel(services);
  let previewed: string | undefined;

  services.context.subscriptions.push(
    panel,
    vscode.commands.registerCommand(
      command.openQuestion,
      async (argument: unknown, options?: Partial<ShowOptions>) => {
        const { preserveFocus = false, preview = false } = options ?? {};
        const id = questionIdOf(argument);
        if (id === undefined) return;
        const isNew = await panel.show(id, { preserveFocus, preview });
        if (preview) {
          if (isNew) previewed = id;
          return;
        }
        // What was only looked at so far has been chosen now.
        const chosen = previewed === id;
        previewed = undefined;
        if (!isNew && !chosen) return;
        await services.progress.record(`question:${id}`, { kind: 'opened' });
      },
    ),
    vscode.commands.registerCommand(command.goBack, () => panel.go(-1)),
    vscode.commands.registerCommand(command.goForward, () => panel.go(1)),
  );
}
