import * as l10n from '@vscode/l10n';
import type {
  CodeColors,
  FromPage,
  Kept,
  ScrollPosition,
  Show,
  ToPage,
} from '../../shared/page.ts';
import { vscode } from './host.ts';
import { createKeptPages } from './kept.ts';
import { useReadableColors } from './readable-colors.ts';
import { createRequests } from './requests.ts';
import type { Requests } from './requests.ts';
import { captureScroll, restoreScroll, scrollToTop, stopRestoring } from './scroll.ts';

/** What is in place, as its script sees the rest of the world. */
export interface PageContext<Request, Own> {
  /** Aborted when something else is put in place: for all that listens outside of the page's HTML. */
  readonly signal: AbortSignal;
  /** Rejects when the host could not do it; the user has been shown why. */
  readonly ask: (request: Request) => Promise<void>;
  /** What this page kept before it was hidden, reloaded, or left. */
  readonly kept: Own | undefined;
  readonly keep: (own: Own) => void;
  /** Says something to those who do not see it. */
  readonly announce: (text: string) => void;
}

/** A page that is in place. */
export interface RunningPage<HostMessage> {
  /** The host tells something without being asked. */
  receive(message: HostMessage): void;
  /** Code has got other colors. */
  colored?(): void;
  /** Resolves once the page has all that it had before: there is nothing to scroll to until then. */
  readonly whole?: Promise<void>;
}

export interface PageKind<Data, Request, HostMessage, Own> {
  /** How many pages are remembered, for going back to them. */
  readonly remembers?: number;
  /** Brings the HTML that has been put in place to life. */
  show(data: Data, context: PageContext<Request, Own>): RunningPage<HostMessage>;
}

/** One thing that is shown, until another takes its place. */
interface Shown<Request, HostMessage> {
  readonly show: Show<unknown>;
  readonly leave: AbortController;
  readonly requests: Requests<Request>;
  readonly running: RunningPage<HostMessage>;
  keep(): void;
}

/** Runs a kind of page in this document: the host says what it shows, any number of times. */
export function startPage<Data, Request, HostMessage, Own>(
  kind: PageKind<Data, Request, HostMessage, Own>,
): void {
  const root = element('page');
  useReadableColors();
  const pages = createKeptPages<Own>(kind.remembers ?? 1);
  let shown: Shown<Request, HostMessage> | undefined;

  window.addEventListener(
    'message',
    ({ data: message }: MessageEvent<ToPage<Data, HostMessage>>) => {
      if (message.kind === 'translations') {
        l10n.config({ contents: message.contents });
        return;
      }
      if (message.kind === 'show') {
        if (message.page !== shown?.show.page) put(message);
        return;
      }
      if (message.page !== shown?.show.page) return;
      const { running, requests } = shown;
      switch (message.kind) {
        case 'message':
          running.receive(message.message);
          return;
        case 'colors':
          color(root, message);
          running.colored?.();
          return;
        case 'done':
          requests.done(message.id);
          return;
        case 'failed':
          requests.failed(message.id, message.message);
      }
    },
  );

  function put(show: Show<Data>): void {
    const before = shown;
    before?.keep();
    before?.leave.abort();
    before?.requests.drop();
    announce('');
    const focused = isNothingFocused() ? undefined : (document.activeElement ?? undefined);
    document.title = show.title;
    useCodeColors(show.css);
    const { key, source, page } = show;
    const known = pages.of(key);
    let { at, own, focus }: Kept<Own> = known ?? {};
    appear(root, !at);
    // The host escaped it, and the document's policy runs nothing that stands in it.
    root.innerHTML = show.html;
    const leave = new AbortController();
    const { signal } = leave;
    const requests = createRequests<Request>(page);
    let whole = false;
    const keep = (): void => {
      if (!whole || signal.aborted) return;
      at = captureScroll() ?? at;
      pages.keep(key, source, {
        ...(at && { at }),
        ...(own !== undefined && { own }),
        ...(focus !== undefined && { focus }),
      });
    };
    const running = kind.show(show.data, {
      signal,
      ask: (request) => requests.ask(request),
      kept: own,
      keep(next) {
        own = next;
        keep();
      },
      announce,
    });
    shown = { show, leave, requests, running, keep };
    let news: HTMLElement | undefined;
    if (before?.show.key === key) news = focusAgain(focused, root, signal);
    else if (before || !known) focusHeading(root, signal);
    else if (focus !== undefined) focusById(focus, signal);
    const goBack = (to: ScrollPosition): void => {
      restoreScroll(to);
      if (!news || isInSight(news)) return;
      stopRestoring();
      news.scrollIntoView({ behavior: 'instant' });
    };
    if (at) goBack(at);
    else scrollToTop();
    const settle = (): void => {
      if (signal.aborted) return;
      whole = true;
      if (at) goBack(at);
      keep();
    };
    if (running.whole) void running.whole.then(settle);
    else settle();
    keepScroll(keep, signal);
    followFocus(root, signal, (id) => {
      focus = id;
      keep();
    });
  }

  // What comes before the document has loaded would be scrolled by VS Code.
  const ready = (): void => vscode.postMessage({ kind: 'ready' } satisfies FromPage<Request>);
  if (document.readyState === 'complete') ready();
  // VS Code's own listener comes after this one, and only then has the frame its title.
  else window.addEventListener('load', () => setTimeout(ready), { once: true });
}

/** Of a page that begins at its top, styles may leave to the second frame what the first does not show. */
function appear(root: HTMLElement, atTop: boolean): void {
  root.classList.toggle('appears', atTop);
  requestAnimationFrame(() => setTimeout(() => root.classList.remove('appears')));
}

function announce(text: string): void {
  const live = element('live');
  if (live.textContent !== text) live.textContent = text;
}

/** Where another page begins, for the keyboard and for screen readers. */
function focusHeading(root: HTMLElement, signal: AbortSignal): void {
  const heading = root.querySelector<HTMLElement>('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  focusIfFree(heading, signal);
}

/**
 * What had the focus has it again. Where that is gone, such as a button of a step that is over, it goes to
 * what this step has to tell.
 * @returns what is to be in sight
 */
function focusAgain(
  had: Element | undefined,
  root: HTMLElement,
  signal: AbortSignal,
): HTMLElement | undefined {
  if (!had) return undefined;
  const same = had.id === '' ? null : document.getElementById(had.id);
  if (same) {
    focusIfFree(same, signal);
    return undefined;
  }
  const news = root.querySelector<HTMLElement>('[data-news]');
  if (!news) {
    focusHeading(root, signal);
    return undefined;
  }
  news.tabIndex = -1;
  focusIfFree(news, signal);
  return news;
}

/** With room for what is below it, and not below a header that stays in sight. */
function isInSight(element: HTMLElement): boolean {
  const { top } = element.getBoundingClientRect();
  const covered = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  return top >= (covered || 0) && top <= window.innerHeight * 0.7;
}

/** The focus may be elsewhere in the window, in the palette for example, and is not taken away from there. */
function focusIfFree(element: HTMLElement, signal: AbortSignal): void {
  const focus = (): void => {
    if (isNothingFocused()) element.focus({ preventScroll: true });
  };
  if (document.hasFocus()) focus();
  else window.addEventListener('focus', focus, { once: true, signal });
}

/** In a document that was loaded again. */
function focusById(id: string, signal: AbortSignal): void {
  const element = document.getElementById(id);
  if (element) focusIfFree(element, signal);
}

/** Tells the id of what has the focus, undefined for nothing that has one. A window that loses it changes nothing. */
function followFocus(
  root: HTMLElement,
  signal: AbortSignal,
  tell: (id: string | undefined) => void,
): void {
  const look = (): void => {
    if (!document.hasFocus() || signal.aborted) return;
    const id = document.activeElement?.id;
    tell(root.contains(document.activeElement) && id !== '' ? id : undefined);
  };
  root.addEventListener('focusin', look, { signal });
  // What comes next has the focus only after this event.
  root.addEventListener('focusout', () => setTimeout(look), { signal });
  look();
}

const isNothingFocused = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

function keepScroll(keep: () => void, signal: AbortSignal): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 100);
  };
  window.addEventListener('scroll', soon, { signal, passive: true });
  signal.addEventListener('abort', () => {
    clearTimeout(waiting);
    stopRestoring();
  });
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Takes rules for colored code in place of those that came before. */
function useCodeColors(css: string): void {
  sheet.replaceSync(css);
}

function color(root: HTMLElement, { css, code }: CodeColors): void {
  useCodeColors(css);
  for (const element of root.querySelectorAll<HTMLElement>('[data-code]')) {
    const html = code[Number(element.dataset['code'])];
    // As above.
    if (html !== undefined) element.innerHTML = html;
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}
