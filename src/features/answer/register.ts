import * as vscode from 'vscode';
import type { AnswerState } from '../../shared/answer.ts';
import { adoptPagePanel } from '../pages/page-panel.ts';
import { command, panel as panelType } from '../services/ids.ts';
import { questionIdOf } from '../services/item-id.ts';
import type { Services } from '../services/services.ts';
import { createAnswerPanel, openPanel, type AnswerPanel } from './answer-panel.ts';
import { createNoteDrafts } from './note-drafts.ts';

interface OpenOptions {
  readonly preserveFocus?: boolean;
  /** Shown while the user is still choosing: not recorded as opened. */
  readonly preview?: boolean;
}

/** The page that shows a question's answer: one panel, reused and restored after a reload. */
export function registerAnswer(services: Services): void {
  let open: AnswerPanel | undefined;
  let previewed: string | undefined;
  const drafts = createNoteDrafts(services.context.workspaceState);

  const keep = (answer: AnswerPanel): AnswerPanel => {
    open = answer;
    answer.panel.onDidDispose(() => {
      if (open === answer) open = undefined;
    });
    return answer;
  };

  services.context.subscriptions.push(
    new vscode.Disposable((): void => void open?.panel.dispose()),
    vscode.commands.registerCommand(
      command.openQuestion,
      async (argument: unknown, options?: OpenOptions) => {
        const { preserveFocus = false, preview = false } = options ?? {};
        const id = questionIdOf(argument);
        if (id === undefined) return;
        if (open) open.panel.reveal(undefined, preserveFocus);
        else keep(createAnswerPanel(services, openPanel(services, preserveFocus), drafts));
        const isNew = await open?.show(id);
        if (preview) {
          if (isNew) previewed = id;
          return;
        }
        const chosen = previewed === id;
        previewed = undefined;
        if (!isNew && !chosen) return;
        await services.progress.record(`question:${id}`, { kind: 'opened' });
      },
    ),
    vscode.window.registerWebviewPanelSerializer(panelType.answer, {
      async deserializeWebviewPanel(panel, state: Partial<AnswerState> | undefined) {
        adoptPagePanel(services.context.extensionUri, panel);
        const { question = '', seed } = state ?? {};
        await keep(createAnswerPanel(services, panel, drafts)).show(question, seed);
      },
    }),
  );
}
