import * as vscode from 'vscode';
import { command, panel as panelType } from '../settings/ids.ts';
import { questionIdOf } from '../subject/command-argument.ts';
import type { Services } from '../services/services.ts';
import { lazyPanel } from '../pages/restore-panel.ts';
import type { ShowOptions } from './answer-panel.lazy.ts';

/** The page that shows a question's answer: one panel, reused and restored after a reload. */
export function registerAnswer(services: Services): void {
  const load = lazyPanel(services.context, panelType.answer, async () => {
    const { createAnswerPanel } = await import('./answer-panel.lazy.ts');
    return createAnswerPanel(services);
  });
  let previewed: string | undefined;

  services.context.subscriptions.push(
    vscode.commands.registerCommand(
      command.openQuestion,
      async (argument: unknown, options?: Partial<ShowOptions>) => {
        const { preserveFocus = false, preview = false } = options ?? {};
        const id = questionIdOf(argument);
        if (id === undefined) return;
        const panel = await load();
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
    vscode.commands.registerCommand(command.goBack, async () => (await load()).go(-1)),
    vscode.commands.registerCommand(command.goForward, async () => (await load()).go(1)),
  );
}
