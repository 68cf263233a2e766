import { randomUUID } from 'node:crypto';
import type { StoredPage } from '../../shared/page.ts';
import { findSnippet } from '../services/find-subject.ts';
import type { Services } from '../services/services.ts';
import { isStoredSource, storedSource, subjectOfSource } from '../subject/stored-source.ts';
import { shownCode, subjectKey } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import { createCodeMarks } from './code-marks.ts';
import { codeSection } from './snippet-html.ts';
import type { PageName } from './message-check.lazy.ts';
import { createPagePanel } from './page-panel.ts';
import type { Page } from './page-panel.ts';
import type { Restorable } from './restore-panel.ts';
import { asLogged } from '../ui/error-text.ts';

/** What happens with a piece of code: the part of a page that knows nothing of panels. */
export interface PageSession {
  readonly subject: Subject;
  /** Ends what runs now, and tells nobody. */
  dispose(): void;
}

/** What a page shows of its subject. */
export interface CodePageContents<Session extends PageSession> {
  readonly session: Session;
  readonly title: string;
  /** The page's HTML; `code` is the section with the code. */
  html(code: string): string;
  /** For the page's script. */
  data(): object;
  /** Whether what the page kept of its own before a reload goes on; not asked of a new one. */
  readonly goesOn?: boolean;
}

/** Makes the contents of a page that begins. */
export type BeginPage<Session extends PageSession, HostMessage> = (
  subject: Subject,
  post: (message: HostMessage) => void,
) => CodePageContents<Session>;

/** What is particular to a kind of page about code. */
export interface CodePageKind<Session extends PageSession, Request, HostMessage> {
  readonly viewType: string;
  /** The name of its bundle in dist/webview. */
  readonly bundle: PageName;
  /** Whether a new panel leaves in sight what the user works at. */
  opensBeside(subject: Subject): boolean;
  /** Tells a page that has just been put in place what happened before. */
  readonly greet: (session: Session, post: (message: HostMessage) => void) => void;
  /** Does what a page asks for. What it rejects with has a message for the user. */
  perform(session: Session, request: Request): Promise<void>;
  /** How the page goes on that was shown before a reload, if it is known. */
  restore(stored: StoredPage<unknown>): BeginPage<Session, HostMessage> | undefined;
}

/** The one panel of a kind of page about a piece of code. */
export interface CodePanel<Session extends PageSession, HostMessage> extends Restorable {
  /** What the panel shows, active or not. */
  readonly session: Session | undefined;
  /** Begins a page about a subject; one that is shown already is only brought to the front. */
  show(subject: Subject, begin: BeginPage<Session, HostMessage>): Session;
  /** False when the session's page is not in place, or not in sight. */
  post(session: Session, message: HostMessage): boolean;
  dispose(): void;
}

interface CodePage<Session extends PageSession, Request> extends Page<Request> {
  readonly session: Session;
  readonly title: string;
}

export function createCodePanel<Session extends PageSession, Request, HostMessage>(
  services: Services,
  kind: CodePageKind<Session, Request, HostMessage>,
): CodePanel<Session, HostMessage> {
  const { activeSubject, log } = services;

  type Shown = CodePage<Session, Request>;
  const panel = createPagePanel<Shown, Request, HostMessage>(services, {
    ...{ viewType: kind.viewType, bundle: kind.bundle },
    async restore(stored) {
      if (!stored || !isStoredSource(stored.source)) return undefined;
      const begin = kind.restore(stored);
      const find = (id: string) => findSnippet(services, id);
      const subject = begin && (await subjectOfSource(stored.source, find));
      if (!subject) return undefined;
      try {
        return pageOf(subject, begin, stored.key);
      } catch (error) {
        // What is stored may be from anywhere.
        log.error(asLogged(error));
        return undefined;
      }
    },
    onActive(page, active) {
      if (active) activeSubject.enter(page, page.session.subject);
      else activeSubject.leave(page);
    },
  });

  /** @param key of the page that this one continues, if it can */
  function pageOf(subject: Subject, begin: BeginPage<Session, HostMessage>, key?: string): Shown {
    const post = (message: HostMessage): void => void panel.post(page, message);
    const contents = begin(subject, post);
    const { session, title, goesOn = false } = contents;
    const page: Shown = {
      key: key !== undefined && goesOn ? key : randomUUID(),
      source: storedSource(subject),
      session,
      title,
      contents() {
        const marks = createCodeMarks();
        const code = codeSection(marks.add({ ...shownCode(subject), lines: true }));
        const { code: pieces, mark } = marks;
        const data = contents.data();
        const html = contents.html(code);
        return Promise.resolve({ title, html, code: pieces, mark, data: () => data });
      },
      perform: (request) => kind.perform(session, request),
      greet: () => kind.greet(session, post),
      dispose: () => session.dispose(),
    };
    return page;
  }

  return {
    get session() {
      return panel.shown?.session;
    },
    show(subject, begin) {
      const beside = kind.opensBeside(subject);
      const { shown } = panel;
      if (shown && subjectKey(shown.session.subject) === subjectKey(subject)) {
        panel.reveal({ title: shown.title });
        return shown.session;
      }
      const page = pageOf(subject, begin);
      panel.reveal({ title: page.title, beside });
      panel.show(page).catch((error: unknown) => log.error(String(error)));
      return page.session;
    },
    post(session, message) {
      const { shown } = panel;
      return shown?.session === session && panel.post(shown, message);
    },
    restore: panel.restore,
    dispose: () => panel.dispose(),
  };
}
