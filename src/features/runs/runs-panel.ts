import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { HostMessage, PageMessage, RunsPageData, RunsStatus } from '../../shared/runs.ts';
import { codeLines } from '../pages/code-lines.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { createHighlighter, onDidChangeTheme, warmHighlighter } from '../pages/highlight.ts';
import { pageHtml, resourceRoots } from '../pages/page-html.ts';
import { findSnippet } from '../services/find-subject.ts';
import { panel as panelId } from '../services/ids.ts';
import type { Services } from '../services/services.ts';
import { storedSource, subjectOfSource } from '../services/stored-source.ts';
import { executable, shownCode, subjectKey } from '../services/subject.ts';
import type { Subject } from '../services/subject.ts';
import { readMemento, restoredStatus } from './memento.ts';
import { pageBody } from './page-body.ts';
import { performRequest } from './perform-request.ts';
import { offeredCounts, runCount, validCount } from './run-count.ts';
import { createRunsSession } from './runs-session.ts';
import type { RunsSession, Series } from './runs-session.ts';
import { pageTexts } from './texts.ts';
import { showProgress } from './window-progress.ts';
import { runsWorld } from './world.ts';

/** The one page that shows many runs, of one Node or of all. */
export interface RunsPanel {
  /** Shows a subject and starts a series; resolves with what came of it when it is over. */
  start(subject: Subject, series: Series): Promise<RunsStatus>;
  /** Takes over a page that VS Code restored; nothing runs. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
  dispose(): void;
}

interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly session: RunsSession;
  /** When a status went to the page last, in milliseconds; many come in a second. */
  posted: number;
  colored?: Extract<HostMessage, { kind: 'colored' }>;
}

/** Faster than that, nobody sees the bars grow. */
const postEveryMs = 80;

export function createRunsPanel(services: Services): RunsPanel {
  const { activeSubject } = services;
  const { extensionUri } = services.context;
  let shown: Shown | undefined;
  const media = (name: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', name);
  const themeListener = onDidChangeTheme(() => shown && void color(shown));

  function post(page: Shown, message: HostMessage): void {
    if (shown === page) void page.panel.webview.postMessage(message);
  }

  function postStatus(page: Shown, status: RunsStatus): void {
    const now = performance.now();
    if (status.kind === 'running' && status.report && now - page.posted < postEveryMs) return;
    page.posted = now;
    post(page, { kind: 'status', status });
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
  function begin(panel: vscode.WebviewPanel, subject: Subject, status: RunsStatus): Shown {
    shown?.session.dispose();
    const world = runsWorld(services, (next) => postStatus(page, next));
    const page: Shown = { panel, session: createRunsSession(subject, world, status), posted: 0 };
    shown = page;
    paint(page).catch((error: unknown) => services.log.error(String(error)));
    return page;
  }

  async function paint(page: Shown): Promise<void> {
    const { panel, session } = page;
    const { title } = executable(session.subject);
    const { code, language } = shownCode(session.subject);
    panel.title = vscode.l10n.t('Runs: {0}', title);
    const warm = await warmHighlighter();
    if (shown !== page) return;
    const { html, css } = warm?.highlight(code, language) ?? { html: escapeHtml(code), css: '' };
    const count = runCount();
    const data: RunsPageData = {
      page: randomUUID(),
      isSnippet: session.subject.kind === 'snippet',
      status: session.status,
      counts: offeredCounts(count),
      count,
      texts: pageTexts(),
      source: storedSource(session.subject),
    };
    const body = pageBody(session.subject, html);
    const document = { name: 'runs', title: panel.title, body, data, css };
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

  function receive(page: Shown, message: PageMessage): void {
    if (message.kind === 'ready') {
      post(page, { kind: 'status', status: page.session.status });
      if (page.colored) post(page, page.colored);
      return;
    }
    const { id } = message;
    performRequest(page.session, message, (series) => void run(page, series)).then(
      () => post(page, { kind: 'answered', id }),
      (error: unknown) => {
        services.log.error(error instanceof Error ? error : String(error));
        const text = error instanceof Error ? error.message : String(error);
        post(page, { kind: 'failed', id, message: text });
      },
    );
  }

  function run({ session }: Shown, series: Series): Promise<RunsStatus> {
    const valid = series.mode === 'many' ? { ...series, count: validCount(series.count) } : series;
    const over = session.start(valid);
    showProgress(executable(session.subject).title, over, () => session.status);
    return over;
  }

  return {
    start(subject, series) {
      if (shown && subjectKey(shown.session.subject) === subjectKey(subject)) {
        shown.panel.reveal();
        return run(shown, series);
      }
      const panel = shown?.panel ?? createPanel(extensionUri, subject);
      if (shown) panel.reveal();
      else adopt(panel);
      activeSubject.enter(panel, subject);
      return run(begin(panel, subject, { kind: 'idle', series: 0, mode: series.mode }), series);
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
      begin(panel, subject, restoredStatus(memento.status));
      if (panel.active) activeSubject.enter(panel, subject);
    },
    dispose() {
      themeListener.dispose();
      shown?.panel.dispose();
    },
  };
}

/** An editor with the user's own code stays in sight beside the page. */
function createPanel(extension: vscode.Uri, subject: Subject): vscode.WebviewPanel {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  const beside =
    subject.kind === 'program' && subject.own && activeTab?.input instanceof vscode.TabInputText;
  return vscode.window.createWebviewPanel(
    panelId.runs,
    executable(subject).title,
    beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
    { ...webviewOptions(extension), enableFindWidget: true },
  );
}

function webviewOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: resourceRoots(extension) };
}
