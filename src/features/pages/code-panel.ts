import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type {
  Answer,
  CodePageData,
  Colored,
  FromPage,
  FromScript,
  ToPage,
} from '../../shared/code-page.ts';
import { errorText } from '../services/error-text.ts';
import { findSnippet } from '../services/find-subject.ts';
import type { Services } from '../services/services.ts';
import { storedSource, subjectOfSource } from '../services/stored-source.ts';
import type { StoredSource } from '../services/stored-source.ts';
import { executable, shownCode, subjectKey } from '../services/subject.ts';
import type { Subject } from '../services/subject.ts';
import type {
  BeginPage,
  CodePage,
  CodePageContents,
  CodePageKind,
  PageSession,
} from './code-page.ts';
import { acceptMessages } from './accept-messages.ts';
import { codeLines } from './code-lines.ts';
import { codeSection } from './code-section.ts';
import { escapeHtml } from './escape-html.ts';
import { highlight, highlightQuickly } from './highlight.ts';
import { pageHtml } from './page-html.ts';
import { adoptPagePanel, openPagePanel } from './page-panel.ts';
import { onDidChangeTheme } from './theme-change.ts';
import { watchPanel } from './watched-panel.ts';
import type { WatchedPanel } from './watched-panel.ts';

/**
 * The one panel of a kind of page about a piece of code: the code is on screen at once, gets the
 * colours of the user's theme and keeps to them.
 */
export interface CodePanel<Session extends PageSession, News> {
  /** What the panel shows, active or not. */
  readonly page: CodePage<Session, News> | undefined;
  /** Begins a page about a subject; one that is shown already is only brought to the front. */
  show(subject: Subject, begin: BeginPage<Session, News>): CodePage<Session, News>;
  /** Takes over a panel that VS Code restored, if it is known what its page goes on with. */
  restore(
    panel: vscode.WebviewPanel,
    stored: { readonly source: StoredSource; readonly begin: BeginPage<Session, News> } | undefined,
  ): Promise<void>;
  dispose(): void;
}

interface Shown<Session extends PageSession, News> extends CodePage<Session, News> {
  readonly place: WatchedPanel;
  /** Said with each message, so that an older page, still in sight, is not taken for this one. */
  readonly id: string;
  ready: boolean;
  /** Kept for when the page's script starts, late or again. */
  colored?: Colored;
}

export function createCodePanel<
  Session extends PageSession,
  Request extends { readonly kind: string },
  News,
>(services: Services, kind: CodePageKind<Session, Request, News>): CodePanel<Session, News> {
  const { activeSubject, log } = services;
  const { extensionUri } = services.context;
  let shown: Shown<Session, News> | undefined;
  let coloring = 0;
  const themeListener = onDidChangeTheme(() => shown && void color(shown));

  function post(page: Shown<Session, News>, message: News | Answer | Colored): void {
    const named: ToPage<News> = { ...message, page: page.id };
    if (shown === page) void page.place.panel.webview.postMessage(named);
  }

  /** Takes a panel that is new here: what it needs to hear stays connected until it is closed. */
  function take(panel: vscode.WebviewPanel): WatchedPanel {
    const listeners = [
      acceptMessages(
        panel.webview,
        kind.name,
        log,
        (message: FromPage<Request>) => {
          if (shown?.place.panel === panel) receive(shown, message);
        },
        (message, { message: reason }) => {
          if (shown?.place.panel !== panel || isOfScript(message)) return;
          post(shown, { kind: 'failed', id: message.id, message: reason });
        },
      ),
      panel.onDidChangeViewState(() => {
        if (panel.active && shown?.place.panel === panel) {
          activeSubject.enter(panel, shown.session.subject);
        } else activeSubject.leave(panel);
      }),
    ];
    panel.onDidDispose(() => {
      for (const listener of listeners) listener.dispose();
      activeSubject.leave(panel);
      if (shown?.place.panel !== panel) return;
      shown.session.dispose();
      shown = undefined;
    });
    return watchPanel(panel);
  }

  /** What the panel shows from now on; what it showed before is over. */
  function start(
    place: WatchedPanel,
    subject: Subject,
    begin: BeginPage<Session, News>,
  ): Shown<Session, News> {
    shown?.session.dispose();
    const contents = begin(subject, (news) => post(page, news));
    const { session } = contents;
    const page: Shown<Session, News> = {
      place,
      id: randomUUID(),
      session,
      ready: false,
      post: (news) => post(page, news),
    };
    shown = page;
    place.empty();
    paint(page, contents).catch((error: unknown) => log.error(String(error)));
    return page;
  }

  async function paint(
    page: Shown<Session, News>,
    contents: CodePageContents<Session>,
  ): Promise<void> {
    const { session, place } = page;
    const { panel } = place;
    const { title } = contents;
    const { code, language } = shownCode(session.subject);
    panel.title = title;
    const [painted, data] = await Promise.all([
      highlightQuickly(extensionUri, [{ code, language }]),
      contents.data(),
    ]);
    if (shown !== page) return;
    const { html, css } = painted?.pieces[0] ?? { html: escapeHtml(code), css: '' };
    const common: CodePageData = { page: page.id, source: storedSource(session.subject) };
    const body = contents.body(codeSection(html));
    place.fill(() =>
      pageHtml(panel.webview, extensionUri, {
        ...{ name: kind.name, title, css, body },
        data: { ...data, ...common },
      }),
    );
    if (!painted) await color(page);
  }

  async function color(page: Shown<Session, News>): Promise<void> {
    const { code, language } = shownCode(page.session.subject);
    const turn = ++coloring;
    const { pieces } = await highlight(extensionUri, [{ code, language }]);
    const { html = escapeHtml(code), css = '' } = pieces[0] ?? {};
    // A theme that came later may have been read sooner.
    if (turn !== coloring) return;
    page.colored = { kind: 'colored', html: codeLines(html), css };
    post(page, page.colored);
  }

  function receive(page: Shown<Session, News>, message: FromPage<Request>): void {
    if (message.page !== page.id) {
      // A page may get ready while the next one is on its way; what is clicked on is in sight.
      if (!isOfScript(message)) page.place.stale();
      return;
    }
    if (isOfScript(message)) {
      if (message.kind === 'shown') page.place.shown();
      else greet(page);
      return;
    }
    const { id } = message;
    kind.perform(page.session, message).then(
      () => post(page, { kind: 'answered', id }),
      (error: unknown) => {
        log.error(error instanceof Error ? error : String(error));
        post(page, { kind: 'failed', id, message: errorText(error) });
      },
    );
  }

  function greet(page: Shown<Session, News>): void {
    page.ready = true;
    if (page.colored) post(page, page.colored);
    kind.greet(page);
  }

  return {
    get page() {
      return shown;
    },
    show(subject, begin) {
      if (shown && subjectKey(shown.session.subject) === subjectKey(subject)) {
        shown.place.panel.reveal();
        return shown;
      }
      shown?.place.panel.reveal();
      const place = shown?.place ?? take(open(subject));
      activeSubject.enter(place.panel, subject);
      return start(place, subject, begin);
    },
    async restore(panel, stored) {
      adoptPagePanel(extensionUri, panel);
      const find = (id: string) => findSnippet(services, id);
      const subject = stored && (await subjectOfSource(stored.source, find));
      // A page that shows nothing any more is no use, and there is only ever one.
      if (!subject || shown) {
        panel.dispose();
        return;
      }
      try {
        start(take(panel), subject, stored.begin);
      } catch (error) {
        // What is stored may be from anywhere; an empty tab is no use.
        log.error(error instanceof Error ? error : String(error));
        panel.dispose();
        return;
      }
      if (panel.active) activeSubject.enter(panel, subject);
    },
    dispose() {
      themeListener.dispose();
      shown?.place.panel.dispose();
    },
  };

  function open(subject: Subject): vscode.WebviewPanel {
    const { Beside, Active } = vscode.ViewColumn;
    const column = kind.opensBeside(subject) ? Beside : Active;
    return openPagePanel(extensionUri, kind.viewType, executable(subject).title, column);
  }
}

function isOfScript(message: { readonly kind: string }): message is FromScript {
  return message.kind === 'ready' || message.kind === 'shown';
}
