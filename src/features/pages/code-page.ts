import type { PageName } from './message-check.lazy.ts';
import type { Subject } from '../services/subject.ts';

/** What happens with a piece of code: the part of a page that knows nothing of panels. */
export interface PageSession {
  readonly subject: Subject;
  /** Ends what runs now, and tells nobody. */
  dispose(): void;
}

/** A page about a piece of code: from when it is shown until another is, or its panel is closed. */
export interface CodePage<Session extends PageSession, News> {
  readonly session: Session;
  /** Its script runs and listens. */
  readonly ready: boolean;
  /** Reaches the page while it is shown; before it is ready, nobody hears. */
  readonly post: (news: News) => void;
}

/** What a page shows of its subject. */
export interface CodePageContents<Session extends PageSession> {
  readonly session: Session;
  readonly title: string;
  /** The document's body; `code` is the section with the code. */
  body(code: string): string;
  /** What the page's script is given with the document, beside what all these pages are. */
  data(): Promise<object>;
}

/** Makes the contents of a page that begins. */
export type BeginPage<Session extends PageSession, News> = (
  subject: Subject,
  post: CodePage<Session, News>['post'],
) => CodePageContents<Session>;

/** What is particular to a kind of page. */
export interface CodePageKind<Session extends PageSession, Request, News> {
  /** The type of its panel. */
  readonly viewType: string;
  /** The name of its bundle in dist/webview. */
  readonly name: PageName;
  /** Whether a new panel leaves in sight what the user works at. */
  opensBeside(subject: Subject): boolean;
  /** Tells a page that has just got ready what happened before. */
  greet(page: CodePage<Session, News>): void;
  /** Does what a page asks for. What it rejects with has a message for the user. */
  perform(session: Session, request: Request): Promise<void>;
}
