import { randomInt } from 'node:crypto';
import type * as vscode from 'vscode';
import type {
  News,
  PageRequest,
  PredictionOutcome,
  PredictMemento,
  PredictPageData,
} from '../../shared/predict.ts';
import type { CodePageData } from '../../shared/code-page.ts';
import type { BeginPage } from '../pages/code-page.ts';
import { createCodePanel } from '../pages/code-panel.ts';
import { panel as panelId } from '../services/ids.ts';
import { settings } from '../services/settings.ts';
import type { Services } from '../services/services.ts';
import { executable } from '../services/subject.ts';
import type { Subject } from '../services/subject.ts';
import { readMemento, restorePage } from './memento.ts';
import type { PageStart } from './memento.ts';
import { pageBody } from './page-body.ts';
import { emptyDraft, pageSnippet } from './page-snippet.ts';
import { performRequest } from './perform-request.ts';
import type { PanelActions } from './perform-request.ts';
import { createPredictSession } from './predict-session.ts';
import type { PredictSession } from './predict-session.ts';
import { sessionWorld } from './session-world.ts';

/** The one page on which snippets are predicted. */
export interface PredictPanel {
  /** What the page shows, active or not. */
  readonly subject: Subject | undefined;
  /** Shows a subject; one that is shown already is only brought to the front. */
  show(subject: Subject): PredictSession;
  /**
   * Shows a subject with the timeline of its last run in view; runs it if there is none.
   * Resolves with what came of that run.
   */
  showTimeline(subject: Subject): Promise<PredictionOutcome | undefined>;
  /** Takes over a page that VS Code restored; nothing runs. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  dispose(): void;
}

export function createPredictPanel(services: Services, actions: PanelActions): PredictPanel {
  /** Its page has to show the timeline as soon as it is ready. */
  let wantsTimeline: PredictSession | undefined;

  const panel = createCodePanel<PredictSession, PageRequest, News>(services, {
    viewType: panelId.predict,
    name: 'predict',
    /** The user's own code stays in sight beside the page. */
    opensBeside: (subject) => subject.kind === 'program' && subject.own,
    greet({ session, post }) {
      // The record first, so that the page never draws a run without it.
      post({ kind: 'recorded', ...session.record });
      if (wantsTimeline === session) post({ kind: 'showTimeline' });
      wantsTimeline = undefined;
      post({ kind: 'status', status: session.status });
    },
    perform: (session, request) => performRequest(session, request, actions),
  });

  /** @param memento of the page that this one continues */
  function begin(memento?: PredictMemento): BeginPage<PredictSession, News> {
    return (subject, post) => {
      const fresh = freshStart(subject);
      const { record, ...start } = memento
        ? restorePage(fresh.snippet, memento, fresh.draft)
        : fresh;
      const world = sessionWorld(services, {
        onRecord: (record) => post({ kind: 'recorded', ...record }),
        onStatus: (status) => post({ kind: 'status', status }),
      });
      return {
        session: createPredictSession(subject, world, { status: start.status, record }),
        title: executable(subject).title,
        body: (code) => pageBody(start.snippet, code),
        async data(): Promise<Omit<PredictPageData, keyof CodePageData>> {
          const { pageTexts, timelineTexts } = await import('./predict-texts.lazy.ts');
          return { ...start, texts: pageTexts(), timelineTexts: timelineTexts() };
        },
      };
    };
  }

  return {
    get subject() {
      return panel.page?.session.subject;
    },
    show: (subject) => panel.show(subject, begin()).session,
    async showTimeline(subject) {
      const { session, ready, post } = panel.show(subject, begin());
      if (ready) post({ kind: 'showTimeline' });
      else wantsTimeline = session;
      const { record, status } = session;
      if (status.kind === 'running') return undefined;
      if (record.recording && status.kind === 'finished') return status.outcome;
      return session.run();
    },
    restore(restored, state) {
      const memento = readMemento(state);
      return panel.restore(restored, memento && { source: memento.source, begin: begin(memento) });
    },
    dispose: () => panel.dispose(),
  };
}

function freshStart(subject: Subject): PageStart {
  const snippet = pageSnippet(subject, randomInt(2 ** 32));
  const draft = emptyDraft(snippet.cards.length === 0 ? 'typed' : settings.predictMode());
  return { snippet, draft, status: { kind: 'idle', run: 0 } };
}
