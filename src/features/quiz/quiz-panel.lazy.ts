import * as vscode from 'vscode';
import type { QuizRequest } from '../../shared/quiz.ts';
import { createPagePanel, type Page } from '../pages/page-panel.ts';
import type { Restorable } from '../pages/restore-panel.ts';
import type { Services } from '../services/services.ts';
import { panel as panelType } from '../settings/ids.ts';
import { readScope, type QuizScope } from './quiz-scope.ts';
import { createQuizSession, type QuizSession } from './quiz-session.ts';

/** The one panel of the quiz. */
export interface QuizPanel extends Restorable {
  /** Starts a quiz; what a quiz before it was at is kept in the log, as all that was rated. */
  start(scope: QuizScope): Promise<void>;
  dispose(): void;
}

interface QuizPage extends Page<QuizRequest> {
  readonly session: QuizSession;
}

/** Where a quiz that is not finished is kept: what a page stores of itself is older than its last rating. */
const storedKey = 'quiz.unfinished';

export function createQuizPanel(services: Services): QuizPanel {
  const { workspaceState } = services.context;
  let session: QuizSession | undefined;

  const panel = createPagePanel<QuizPage, QuizRequest, never>(services, {
    viewType: panelType.quiz,
    bundle: 'quiz',
    async restore() {
      const { scope, quiz } = workspaceState.get<{ scope?: unknown; quiz?: unknown }>(
        storedKey,
        {},
      );
      return pageOf(await begin(readScope(scope) ?? { kind: 'due' }, quiz));
    },
    onActive: (shown, active) => shown.session.setActive(active),
    onClose: end,
  });

  async function begin(scope: QuizScope, stored: unknown): Promise<QuizSession> {
    const begun = await createQuizSession(services, scope, stored, async () => {
      await workspaceState.update(storedKey, { scope, quiz: begun.stored });
      if (session === begun) await panel.show(pageOf(begun));
    });
    session?.dispose();
    session = begun;
    return begun;
  }

  function end(): void {
    session?.dispose();
    session = undefined;
    void workspaceState.update(storedKey, undefined);
  }

  return {
    async start(scope) {
      panel.reveal({ title: vscode.l10n.t('Quiz') });
      await panel.show(pageOf(await begin(scope, undefined)));
    },
    restore: panel.restore,
    dispose() {
      session?.dispose();
      panel.dispose();
    },
  };
}

/** Each card is a page of its own, so that the focus goes to its heading. */
const pageOf = (session: QuizSession): QuizPage => ({
  session,
  key: session.key,
  source: undefined,
  contents: () => session.contents(),
  perform: (request) => session.perform(request),
});
