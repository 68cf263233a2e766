import * as vscode from 'vscode';
import type { InterviewRequest } from '../../shared/interview.ts';
import { createPagePanel, type Page } from '../pages/page-panel.ts';
import type { Restorable } from '../pages/restore-panel.ts';
import type { Services } from '../services/services.ts';
import { panel as panelType } from '../settings/ids.ts';
import { createInterviewSession, type InterviewSession } from './interview-session.ts';
import { finishDetail } from './texts.ts';

/** The one panel of mock interviews: an interview, or the report of one that is over. */
export interface InterviewPanel extends Restorable {
  /** Asks what is to be rehearsed; an interview that is not over can be gone on with. */
  start(): Promise<void>;
  /** Asks which report is to be shown. */
  pickReport(): Promise<void>;
  /** Shows a report by the id of its event; asks for another one where there is none of that id. */
  report(id: string): Promise<void>;
  dispose(): void;
}

interface InterviewPage extends Page<InterviewRequest> {
  readonly session: InterviewSession;
}

export function createInterviewPanel(services: Services): InterviewPanel {
  let session: InterviewSession | undefined;

  const panel = createPagePanel<InterviewPage, InterviewRequest, never>(services, {
    viewType: panelType.interview,
    bundle: 'interview',
    async restore(stored) {
      const { report } = (stored?.source ?? {}) as { report?: unknown };
      const restored = createInterviewSession(services, changed, another);
      const isThere = typeof report === 'string' ? await restored.report(report) : restored.goOn();
      if (!isThere) {
        restored.dispose();
        return undefined;
      }
      return pageOf(take(restored), focus);
    },
    onClose: leave,
  });

  /** What is not over is kept, paused. */
  function leave(): void {
    void session?.keep();
    session?.dispose();
    session = undefined;
  }

  function take(next: InterviewSession): InterviewSession {
    session?.dispose();
    session = next;
    return next;
  }

  async function changed(of: InterviewSession): Promise<void> {
    if (session === of) await panel.show(pageOf(of, focus));
  }

  const another = (): Promise<void> => start();

  async function start(): Promise<void> {
    // It can be gone on with as it is, and its clock may run while that is decided.
    await session?.keep();
    const next = createInterviewSession(services, changed, another);
    try {
      const wish = await next.choose();
      if (!wish) return;
      if (wish === 'goOn') {
        await session?.keep();
        next.goOn();
      } else await next.begin(wish);
      await show(next);
      await next.keep();
    } finally {
      if (session !== next) next.dispose();
    }
  }

  const focus = (): void => panel.reveal({ title: vscode.l10n.t('Mock Interview') });

  async function show(next: InterviewSession): Promise<void> {
    take(next);
    focus();
    await panel.show(pageOf(next, focus));
  }

  async function report(id: string): Promise<boolean> {
    // An interview that is not over can be gone on with.
    await session?.keep();
    const next = createInterviewSession(services, changed, another);
    const isThere = await next.report(id);
    if (isThere) await show(next);
    else next.dispose();
    return isThere;
  }

  async function pickReport(): Promise<void> {
    const { pickReport } = await import('./pick-report.lazy.ts');
    const id = await pickReport(services);
    if (id === 'start') await start();
    else if (id !== undefined) await report(id);
  }

  return {
    start,
    pickReport,
    async report(id) {
      if (!(await report(id))) await pickReport();
    },
    restore: panel.restore,
    dispose() {
      leave();
      panel.dispose();
    },
  };
}

/** Each item is a page of its own, so that the focus goes to its heading. */
const pageOf = (session: InterviewSession, focus: () => void): InterviewPage => ({
  session,
  key: session.key,
  source: session.source,
  contents: () => session.contents(),
  async perform(request) {
    if (request.kind === 'finish') {
      const { rated } = session;
      const finishes = await wantsToFinish(session);
      // The dialog took the focus, and the page's keys are to work again.
      if (rated && rated.count < rated.of) focus();
      if (!finishes) return;
    }
    await session.perform(request);
  },
});

/** Asks, unless each task has a rating: an interview that is over can't be continued. */
async function wantsToFinish({ rated }: InterviewSession): Promise<boolean> {
  if (!rated || rated.count === rated.of) return true;
  const finish = vscode.l10n.t('Finish');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Finish this mock interview?'),
    { modal: true, detail: finishDetail(rated) },
    finish,
  );
  return chosen === finish;
}
