import { randomInt } from 'node:crypto';
import * as vscode from 'vscode';
import type {
  PredictMessage,
  PredictRequest,
  PredictionOutcome,
  PredictPageData,
} from '../../shared/predict.ts';
import type { RunResult } from '../../runner/model.ts';
import type { Moment } from '../../trace/model.ts';
import type { BeginPage } from '../pages/code-panel.ts';
import { createCodePanel } from '../pages/code-panel.ts';
import { programNotice } from '../pages/program-notice.ts';
import type { Restorable } from '../pages/restore-panel.ts';
import { ownOf } from '../pages/stored-page.ts';
import { panel as panelId } from '../settings/ids.ts';
import { settings } from '../settings/settings.ts';
import type { Services } from '../services/services.ts';
import { executable } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import { watchProgram } from '../subject/watch-program.ts';
import { readMemento, restorePage } from './memento.ts';
import type { PageStart, PredictMemento } from './memento.ts';
import { pageBody } from './page-body.ts';
import { emptyDraft, firstMode, pageSnippet } from './page-snippet.ts';
import { performRequest } from './perform-request.ts';
import type { PanelActions } from './perform-request.ts';
import { createPredictSession } from './predict-session.ts';
import type { PredictSession } from './predict-session.ts';
import { sessionDependencies } from './session-dependencies.ts';

/** The one page on which snippets are predicted. */
export interface PredictPanel extends Restorable {
  /** What the page shows, active or not. */
  readonly subject: Subject | undefined;
  /** Shows a subject; one that is shown already is only brought to the front. */
  show(subject: Subject): PredictSession;
  /**
   * Shows a subject with the timeline of its last run in view; runs it if there is none.
   * Resolves with what came of that run.
   */
  showTimeline(subject: Subject): Promise<PredictionOutcome | undefined>;
  /** Shows a run that was made elsewhere, with its timeline in view, at a moment if one is given. */
  showRun(subject: Subject, run: RunResult, moment?: Moment): Promise<void>;
  dispose(): void;
}

export function createPredictPanel(services: Services, actions: PanelActions): PredictPanel {
  /** Its page has to show the timeline as soon as it is in place. */
  let wantsTimeline: { readonly session: PredictSession; readonly moment?: Moment } | undefined;

  const panel = createCodePanel<PredictSession, PredictRequest, PredictMessage>(services, {
    viewType: panelId.predict,
    bundle: 'predict',
    /** The user's own code stays in sight beside the page. */
    opensBeside: (subject) => subject.kind === 'program' && subject.own,
    greet(session, post) {
      // The record first, so that the page never draws a run without it.
      post({ kind: 'recorded', ...session.record });
      if (wantsTimeline?.session === session) post(timelineMessage(wantsTimeline.moment));
      wantsTimeline = undefined;
      post({ kind: 'status', status: session.status });
      if (session.typing) post({ kind: 'typing', typing: session.typing });
      void session.watch.isChanged().then((changed) => post({ kind: 'changed', changed }));
    },
    perform: (session, request) => performRequest(session, request, { ...actions, refresh }),
    restore(stored) {
      const memento = readMemento(ownOf(stored));
      return memento && begin(memento);
    },
  });

  /** @param memento of the page that this one continues */
  function begin(
    memento?: PredictMemento,
    typed?: string,
  ): BeginPage<PredictSession, PredictMessage> {
    return (subject, post) => {
      const fresh = freshStart(subject, typed);
      const { record, status, goesOn, ...start } = memento
        ? restorePage(fresh.snippet, memento, fresh.draft)
        : { ...fresh, goesOn: false };
      const watch = watchProgram(subject, services.work, (changed) =>
        post({ kind: 'changed', changed }),
      );
      const world = sessionDependencies(services, {
        watch,
        onRecord: (record) => post({ kind: 'recorded', ...record }),
        onStatus: (status) => post({ kind: 'status', status }),
        onTyping: (typing) => post({ kind: 'typing', typing }),
      });
      return {
        session: createPredictSession(subject, world, { status, record }),
        title: tabTitle(subject),
        html: (code) => pageBody(start.snippet, code, programNotice(subject)),
        goesOn,
        data: (): PredictPageData => ({ ...start, status }),
      };
    };
  }

  /** Shows what the document has by now, in place of the older text. */
  async function refresh(
    { watch }: PredictSession,
    { run, typed }: Extract<PredictRequest, { kind: 'refresh' }>,
  ): Promise<void> {
    const read = await watch.read();
    if (read.kind === 'refused') throw new Error(read.message);
    const session = panel.show(read.subject, begin(undefined, typed));
    if (run) void session.run();
  }

  return {
    get subject() {
      return panel.session?.subject;
    },
    show: (subject) => panel.show(subject, begin()),
    async showTimeline(subject) {
      const session = panel.show(subject, begin());
      if (!panel.post(session, timelineMessage())) wantsTimeline = { session };
      const { record, status } = session;
      if (status.kind === 'running') return undefined;
      if (record.recording && status.kind === 'finished') return status.outcome;
      return session.run();
    },
    async showRun(subject, run, moment) {
      const session = panel.show(subject, begin());
      await session.adopt(run);
      if (panel.post(session, timelineMessage(moment))) return;
      wantsTimeline = { session, ...(moment !== undefined && { moment }) };
    },
    restore: panel.restore,
    dispose: () => panel.dispose(),
  };
}

const timelineMessage = (moment?: Moment): PredictMessage => ({
  kind: 'showTimeline',
  ...(moment !== undefined && { moment }),
});

/** A file's own tab has its name already. */
function tabTitle(subject: Subject): string {
  const { title } = executable(subject);
  return subject.kind === 'program' ? vscode.l10n.t('Predict: {0}', title) : title;
}

/** @param typed the prediction so far */
function freshStart(subject: Subject, typed = ''): PageStart {
  const snippet = pageSnippet(subject, randomInt(2 ** 32));
  const draft = emptyDraft(firstMode(snippet, settings.predictMode()));
  return { snippet, draft: { ...draft, typed }, status: { kind: 'idle', run: 0 } };
}
