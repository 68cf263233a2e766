import * as vscode from 'vscode';
import type { FromPage, StoredPage, ToPage } from '../../shared/page.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
import type { Services } from '../services/services.ts';
import { acceptMessages } from './accept-messages.ts';
import { codeColors, fillMarks } from './code-marks.ts';
import type { MarkedHtml } from './code-marks.ts';
import type { PageName } from './message-check.lazy.ts';
import { pageHtml, resourceRoots } from './page-html.ts';
import type { Restorable } from './restore-panel.ts';
import { readStoredPage } from './stored-page.ts';
import { onDidChangeTheme } from './theme-change.ts';

/** Something that a panel shows: a question, a snippet, the cheat sheet. */
export interface Page<Request> {
  /** What the page keeps of its own is kept under it: the same key is the same thing. */
  readonly key: string;
  /** What `restore` needs to show the same after a reload of the window. */
  readonly source: unknown;
  /** Renders it. Must not reject: what can't be shown says so itself. */
  contents(): Promise<Contents>;
  /** Does what the page asks for. What it rejects with has a message for the user. */
  perform(request: Request): Promise<void>;
  /** Tells the page, which has just been put in place, what has happened since it was rendered. */
  greet?(): void;
  /** Another one takes its place, or the panel is closed. */
  dispose?(): void;
}

export interface Contents extends MarkedHtml {
  /** The title of the tab and of the document. */
  readonly title: string;
  /** For the page's script, as it is when the page is put in place. */
  data(): object;
}

export interface PageKind<Shown extends Page<Request>, Request> {
  readonly viewType: string;
  /** The name of its bundle in dist/webview. */
  readonly bundle: PageName;
  /**
   * The page that was shown before a reload; nothing when it can't be.
   * @param stored what that page kept, from anywhere: to be checked
   */
  restore(stored: StoredPage<unknown> | undefined): Promise<Shown | undefined>;
  /** The page has come to the front, or is the active editor no more. */
  onActive?(shown: Shown, active: boolean): void;
  /** Nothing is shown any more. */
  onClose?(): void;
}

/** Where a panel opens that is not open yet, and under which title. */
export interface OpenOptions {
  readonly title: string;
  readonly preserveFocus?: boolean;
  readonly beside?: boolean;
}

/**
 * The one panel of a kind of page: its life, what survives a reload, its messages, its colors. Its
 * document is loaded once; each page that is shown in it is sent there and put in place. It is made by
 * `lazyPanel`, when it is first shown or restored.
 */
export interface PagePanel<Shown, HostMessage> extends Restorable {
  /** What the panel shows, active or not. */
  readonly shown: Shown | undefined;
  /** Opens the panel or brings it to the front. */
  reveal(options: OpenOptions): void;
  /** Resolves when the page is rendered: false when another page has been asked for since. */
  show(page: Shown): Promise<boolean>;
  /** Renders what is shown anew. */
  refresh(): Promise<boolean>;
  /** False when the page is not in place, or not in sight: `greet` tells it what it missed. */
  post(page: Shown, message: HostMessage): boolean;
  dispose(): void;
}

/** A page in the panel; another one for each rendering. */
interface InPanel<Shown> {
  readonly page: Shown;
  readonly number: number;
  contents?: Contents;
  /** The colors of the page that the document has; see `Painted`. Missing while it has not got the page. */
  colors?: string | undefined;
}

type PanelServices = Pick<Services, 'log' | 'context' | 'highlighter'>;

export function createPagePanel<Shown extends Page<Request>, Request, HostMessage>(
  { log, context: { extensionUri }, highlighter }: PanelServices,
  kind: PageKind<Shown, Request>,
): PagePanel<Shown, HostMessage> {
  let panel: vscode.WebviewPanel | undefined;
  let current: InPanel<Shown> | undefined;
  let lastNumber = 0;
  let coloring = 0;
  /** The document has said that it listens, and has been in sight since. */
  let listening = false;
  /** The document is being loaded, or is about to be. */
  let loading = false;

  const theme = onDidChangeTheme(() => void color());

  async function restore(restored: vscode.WebviewPanel, state: unknown): Promise<void> {
    const closed = new AbortController();
    const closing = restored.onDidDispose(() => closed.abort());
    const page = panel ? undefined : await kind.restore(readStoredPage(state));
    closing.dispose();
    // There is only ever one, and an empty tab is of no use.
    if (!page || panel || closed.signal.aborted) {
      restored.dispose();
      page?.dispose?.();
      if (!panel) kind.onClose?.();
      return;
    }
    restored.webview.options = webviewOptions(extensionUri);
    take(restored);
    await show(page);
  }

  function reveal({ title, preserveFocus = false, beside = false }: OpenOptions): void {
    if (panel) {
      loading = !listening;
      panel.reveal(undefined, preserveFocus);
      return;
    }
    const { Beside, Active } = vscode.ViewColumn;
    take(
      vscode.window.createWebviewPanel(
        kind.viewType,
        title,
        { viewColumn: beside ? Beside : Active, preserveFocus },
        { ...webviewOptions(extensionUri), enableFindWidget: true },
      ),
    );
  }

  function take(taken: vscode.WebviewPanel): void {
    panel = taken;
    loading = true;
    taken.iconPath = tabIcon(extensionUri);
    const listeners = vscode.Disposable.from(
      acceptMessages(taken.webview, kind.bundle, log, receive, refuse),
      taken.onDidChangeViewState(() => {
        // A document that is not in sight is thrown away, and loaded again when it is.
        if (!taken.visible) {
          listening = false;
          loading = false;
          if (current) current.colors = undefined;
        } else if (!listening) loading = true;
        if (current) kind.onActive?.(current.page, taken.active);
      }),
      taken.onDidDispose(() => {
        listeners.dispose();
        panel = undefined;
        listening = false;
        leave();
        kind.onClose?.();
      }),
    );
    taken.webview.html = pageHtml(taken.webview, extensionUri, kind.bundle);
  }

  function leave(): void {
    const left = current?.page;
    current = undefined;
    if (!left) return;
    kind.onActive?.(left, false);
    left.dispose?.();
  }

  async function show(page: Shown): Promise<boolean> {
    if (current?.page !== page) leave();
    const next: InPanel<Shown> = { page, number: ++lastNumber };
    current = next;
    if (panel?.active) kind.onActive?.(page, true);
    const contents = await page.contents();
    // A page that is rendered anew meanwhile, as when a pack has joined the bank, is shown all the same.
    if (current !== next) return isShown(page);
    next.contents = contents;
    void send(next);
    return true;
  }

  const isShown = (page: Shown): boolean => current?.page === page;

  /** Puts a page in place, once its document listens. */
  async function send(next: InPanel<Shown>): Promise<void> {
    const { page, number, contents } = next;
    if (!panel || !contents) return;
    // A title that is set while the document loads does not reach its frame, also when set once more.
    if (!loading) panel.title = contents.title;
    if (!listening) return;
    const painted = await highlighter.highlightQuickly(contents.code);
    if (current !== next) return;
    next.colors = painted?.key ?? '';
    const { title } = contents;
    const { key, source } = page;
    post({
      ...{ kind: 'show', page: number, key, source, title, data: contents.data() },
      ...fillMarks(contents, painted),
    });
    page.greet?.();
    if (!painted) void color();
  }

  async function color(): Promise<void> {
    const shown = current;
    // A page that is not in sight gets them when it is.
    if (!shown?.contents || shown.contents.code.length === 0 || !isInPlace(shown)) return;
    const { code } = shown.contents;
    const turn = ++coloring;
    const painted = await highlighter.highlight(code);
    // A theme that came later may have been read sooner.
    if (turn !== coloring || current !== shown || !isInPlace(shown)) return;
    if (painted.key === shown.colors) return;
    shown.colors = painted.key;
    post({ kind: 'colors', page: shown.number, ...codeColors(code, painted) });
  }

  function receive(message: FromPage<Request>): void {
    if (message.kind === 'ready') {
      listening = true;
      loading = false;
      const translations = vscode.l10n.bundle;
      if (translations) post({ kind: 'translations', contents: translations });
      if (current) void send(current);
      return;
    }
    const { page: number, id, request } = message;
    if (current?.number === number) {
      current.page.perform(request).then(
        () => post({ kind: 'done', page: number, id }),
        (error: unknown) => {
          log.error(asLogged(error));
          post({ kind: 'failed', page: number, id, message: errorText(error) });
        },
      );
    } else {
      const message = vscode.l10n.t('Another page is about to open.');
      post({ kind: 'failed', page: number, id, message });
    }
  }

  /** A request of the right shape that can't be granted. */
  function refuse(message: FromPage<Request>, { message: reason }: Error): void {
    if (message.kind === 'request') {
      post({ kind: 'failed', page: message.page, id: message.id, message: reason });
    }
  }

  function post(message: ToPage<object, HostMessage>): void {
    void panel?.webview.postMessage(message);
  }

  return {
    get shown() {
      return current?.page;
    },
    reveal,
    show,
    restore,
    refresh: () => (current ? show(current.page) : Promise.resolve(false)),
    post(page, message) {
      if (!current || !isShown(page) || !isInPlace(current)) return false;
      post({ kind: 'message', page: current.number, message });
      return true;
    },
    dispose() {
      theme.dispose();
      panel?.dispose();
    },
  };
}

const isInPlace = ({ colors }: InPanel<unknown>): boolean => colors !== undefined;

function webviewOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: resourceRoots(extension) };
}

function tabIcon(extension: vscode.Uri): NonNullable<vscode.WebviewPanel['iconPath']> {
  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(extension, 'media', name);
  return { light: file('tab-light.svg'), dark: file('tab-dark.svg') };
}
