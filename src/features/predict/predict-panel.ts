import { randomInt, randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type {
  Draft,
  HostMessage,
  PageMessage,
  PageSnippet,
  PredictionOutcome,
  PredictPageData,
  RunStatus,
} from '../../shared/predict.ts';
import { codeLines } from '../pages/code-lines.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { createHighlighter, onDidChangeTheme, warmHighlighter } from '../pages/highlight.ts';
import { pageHtml, resourceRoots } from '../pages/page-html.ts';
import { findSnippet } from '../services/find-subject.ts';
import { panel as panelId, setting } from '../services/ids.ts';
import type { Services } from '../services/services.ts';
import { storedSource, subjectOfSource } from '../services/stored-source.ts';
import { readMemento, restorePage } from './memento.ts';
import { pageBody } from './page-body.ts';
import { emptyDraft, pageSnippet } from './page-snippet.ts';
import { performRequest } from './perform-request.ts';
import type { PanelActions } from './perform-request.ts';
import { createPredictSession } from './predict-session.ts';
import type { PredictSession } from './predict-session.ts';
import { sessionWorld } from './session-world.ts';
import { executable, shownCode, subjectKey } from '../services/subject.ts';
import type { Subject } from '../services/subject.ts';
import { pageTexts } from './texts.ts';
import { timelineTexts } from './timeline-texts.ts';

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

interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly session: PredictSession;
  /** The page's script runs and listens. */
  ready: boolean;
  /** It has to be told to show the timeline as soon as it listens. */
  wantsTimeline: boolean;
  colored?: Extract<HostMessage, { kind: 'colored' }>;
}

interface Start {
  readonly snippet: PageSnippet;
  readonly draft: Draft;
  readonly status: RunStatus;
}

export function createPredictPanel(services: Services, actions: PanelActions): PredictPanel {
  const { activeSubject } = services;
  const { extensionUri } = services.context;
  let shown: Shown | undefined;
  const media = (name: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', name);
  const themeListener = onDidChangeTheme(() => shown && void color(shown));

  function post(page: Shown, message: HostMessage): void {
    if (shown === page) void page.panel.webview.postMessage(message);
  }

  /** Takes a panel that is new here: what it needs to hear stays connected until it is closed. */
  function adopt(panel: vscode.WebviewPanel): void {
    panel.iconPath = { light: media('tab-light.svg'), dark: media('tab-dark.svg') };
    const listeners = [
      panel.webview.onDidReceiveMessage((message: PageMessage) => {
        if (shown?.panel === panel) receive(shown, message);
      }),
      panel.onDidChangeViewState(() => {
        if (panel.active && shown?.panel === panel) {
          activeSubject.enter(panel, shown.session.subject);
        } else activeSubject.leave(panel);
      }),
    ];
    panel.onDidDispose(() => {
      for (const listener of listeners) listener.dispose();
      activeSubject.leave(panel);
      if (shown?.panel !== panel) return;
      shown.session.dispose();
      shown = undefined;
    });
  }

  /** What the panel shows from now on; what it showed before is over. */
  function begin(panel: vscode.WebviewPanel, subject: Subject, start: Start): Shown {
    shown?.session.dispose();
    const session = createPredictSession(
      subject,
      sessionWorld(services, {
        onRecord: (record) => post(page, { kind: 'recorded', ...record }),
        onStatus: (status) => post(page, { kind: 'status', status }),
      }),
      start.status,
    );
    const page: Shown = { panel, session, ready: false, wantsTimeline: false };
    shown = page;
    paint(page, start).catch((error: unknown) => services.log.error(String(error)));
    return page;
  }

  async function paint(page: Shown, start: Start): Promise<void> {
    const { panel, session } = page;
    const { title } = executable(session.subject);
    const { code, language } = shownCode(session.subject);
    panel.title = title;
    const warm = await warmHighlighter();
    if (shown !== page) return;
    const { html, css } = warm?.highlight(code, language) ?? { html: escapeHtml(code), css: '' };
    const data: PredictPageData = {
      ...start,
      page: randomUUID(),
      texts: pageTexts(),
      timelineTexts: timelineTexts(),
      source: storedSource(session.subject),
    };
    const body = pageBody(start.snippet, html);
    const document = { name: 'predict', title, body, data, css };
    panel.webview.html = pageHtml(panel.webview, extensionUri, document);
    if (!warm) await color(page);
  }

  /** Sends the code in the colours of the theme; kept for when the page's script starts (again). */
  async function color(page: Shown): Promise<void> {
    const { code, language } = shownCode(page.session.subject);
    const { html, css } = (await createHighlighter()).highlight(code, language);
    page.colored = { kind: 'colored', html: codeLines(html), css };
    post(page, page.colored);
  }

  /** Tells a page that has just begun all that happened before. */
  function greet(page: Shown): void {
    page.ready = true;
    if (page.colored) post(page, page.colored);
    // The record first, so that the page never draws a run without it.
    post(page, { kind: 'recorded', ...page.session.record });
    if (page.wantsTimeline) post(page, { kind: 'showTimeline' });
    page.wantsTimeline = false;
    post(page, { kind: 'status', status: page.session.status });
  }

  function receive(page: Shown, message: PageMessage): void {
    if (message.kind === 'ready') {
      greet(page);
      return;
    }
    const { id } = message;
    performRequest(page.session, message, actions).then(
      () => post(page, { kind: 'answered', id }),
      (error: unknown) => {
        services.log.error(error instanceof Error ? error : String(error));
        const text = error instanceof Error ? error.message : String(error);
        post(page, { kind: 'failed', id, message: text });
      },
    );
  }

  function show(subject: Subject): Shown {
    if (shown && subjectKey(shown.session.subject) === subjectKey(subject)) {
      shown.panel.reveal();
      return shown;
    }
    const panel = shown?.panel ?? createPanel(extensionUri, subject);
    if (shown) panel.reveal();
    else adopt(panel);
    activeSubject.enter(panel, subject);
    return begin(panel, subject, freshStart(subject));
  }

  return {
    get subject() {
      return shown?.session.subject;
    },
    show: (subject) => show(subject).session,
    async showTimeline(subject) {
      const page = show(subject);
      if (page.ready) post(page, { kind: 'showTimeline' });
      else page.wantsTimeline = true;
      const { record, status } = page.session;
      if (status.kind === 'running') return undefined;
      if (record.recording && status.kind === 'finished') return status.outcome;
      return page.session.run();
    },
    async restore(panel, state) {
      panel.webview.options = webviewOptions(extensionUri);
      const memento = readMemento(state);
      const find = (id: string) => findSnippet(services, id);
      const subject = memento && (await subjectOfSource(memento.source, find));
      // A page that shows nothing any more is no use, and there is only ever one.
      if (!subject || shown) {
        panel.dispose();
        return;
      }
      adopt(panel);
      const fresh = freshStart(subject);
      begin(panel, subject, restorePage(fresh.snippet, memento, fresh.draft));
      if (panel.active) activeSubject.enter(panel, subject);
    },
    dispose() {
      themeListener.dispose();
      shown?.panel.dispose();
    },
  };
}

function freshStart(subject: Subject): Start {
  const snippet = pageSnippet(subject, randomInt(2 ** 32));
  const mode = vscode.workspace.getConfiguration('loopwise').get(setting.predictMode);
  const draft = emptyDraft(mode === 'typed' || snippet.cards.length === 0 ? 'typed' : 'cards');
  return { snippet, draft, status: { kind: 'idle', run: 0 } };
}

/** The user's own code stays in sight beside the page. */
function createPanel(extension: vscode.Uri, subject: Subject): vscode.WebviewPanel {
  const beside = subject.kind === 'program' && subject.own;
  return vscode.window.createWebviewPanel(
    panelId.predict,
    executable(subject).title,
    beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
    { ...webviewOptions(extension), enableFindWidget: true },
  );
}

function webviewOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: resourceRoots(extension) };
}
