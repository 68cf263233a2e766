import { randomInt } from 'node:crypto';
import * as vscode from 'vscode';
import type { Question, Snippet } from '../../bank/model.ts';
import type { AnswerData, AnswerHostMessage, AnswerPageMessage } from '../../shared/answer.ts';
import { acceptMessages } from '../pages/accept-messages.ts';
import { highlight, highlightQuickly } from '../pages/highlight.ts';
import { pageHtml } from '../pages/page-html.ts';
import { openPagePanel } from '../pages/page-panel.ts';
import { onDidChangeTheme } from '../pages/theme-change.ts';
import { watchPanel } from '../pages/watched-panel.ts';
import { errorText } from '../services/error-text.ts';
import { panel as panelType } from '../services/ids.ts';
import type { Services } from '../services/services.ts';
import { isTookTooLong } from '../services/thread.ts';
import { answerProgress } from './answer-progress.ts';
import { answerView, linksFrom } from './answer-view.ts';
import type { CodeBlock } from './code-block.ts';
import type { NoteDrafts } from './note-drafts.ts';
import { fillMarks, rulesOf } from './painter.ts';
import { performAction } from './perform-action.ts';
import { createRenderThread } from './render-thread.ts';
import { troubleHtml, type Trouble } from './render-trouble.ts';
import { pageStrings } from './strings.ts';

/** The one panel that shows answers. */
export interface AnswerPanel {
  readonly panel: vscode.WebviewPanel;
  /**
   * Resolves when the question's page has been handed to the webview: true when it was not there
   * before. A page that shows the question already stays as it is. A page from before a reload
   * names its seed, so that it looks the same.
   */
  show(questionId: string, seed?: number): Promise<boolean>;
}

/** What the panel shows now; replaced whole, so that late results are known as such. */
interface Shown {
  readonly page: number;
  readonly id: string;
  /** See `AnswerData.seed`. */
  readonly seed: number;
  readonly question?: Question;
  readonly blocks: readonly CodeBlock[];
}

export function openPanel({ context }: Services, preserveFocus: boolean): vscode.WebviewPanel {
  const place = { viewColumn: vscode.ViewColumn.Active, preserveFocus };
  return openPagePanel(context.extensionUri, panelType.answer, vscode.l10n.t('Answer'), place);
}

/** Fills a panel, new or restored, and keeps it filled. */
export function createAnswerPanel(
  services: Services,
  panel: vscode.WebviewPanel,
  drafts: NoteDrafts,
): AnswerPanel {
  const { bank, progress, shownQuestion, log, context } = services;
  const strings = pageStrings();
  let shown: Shown | undefined;
  let pages = 0;
  let coloring = 0;
  const watched = watchPanel(panel);
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/lazy/render.worker.js');
  const renderer = createRenderThread(script.fsPath);

  const listeners = vscode.Disposable.from(
    acceptMessages(
      panel.webview,
      'answer',
      log,
      (message: AnswerPageMessage) => void receive(message),
    ),
    panel.onDidChangeViewState(() => {
      if (panel.active && shown?.question) shownQuestion.show(shown.id);
    }),
    progress.onDidChange((cards) => {
      if (shown?.question && cards.some((card) => concerns(card, shown?.question))) {
        void sendProgress();
      }
    }),
    onDidChangeTheme(() => void sendColors()),
    bank.onDidChange(() => void showAnew()),
    panel.onDidDispose(() => {
      listeners.dispose();
      renderer.dispose();
      pages++;
      shown = undefined;
      shownQuestion.show(undefined);
    }),
  );

  return { panel, show };

  async function show(id: string, seed: number = newSeed()): Promise<boolean> {
    if (shown?.id === id && shown.question) return false;
    await render(id, seed);
    return shown?.id === id && shown.question !== undefined;
  }

  /** A pack came, changed or went: the page follows, unless its question stayed the same. */
  async function showAnew(): Promise<void> {
    if (!shown) return;
    const { id, seed, question } = shown;
    const loaded = await bank.load();
    const same = JSON.stringify(loaded.question(id)) === JSON.stringify(question);
    if (!same && shown.id === id) await render(id, seed);
  }

  async function render(id: string, seed: number): Promise<void> {
    const page = ++pages;
    const current = (): boolean => page === pages;
    shown = { page, id, seed, blocks: [] };
    watched.empty();
    try {
      const [loaded, folded] = await Promise.all([bank.load(), progress.load()]);
      if (!current()) return;
      const question = loaded.question(id) ?? (await bank.loadAll()).question(id);
      if (!current()) return;
      if (!question) {
        showTrouble('missing', shown);
        return;
      }
      const note = folded.note(id);
      const known = answerProgress(question, folded);
      const view = { ...answerView(question, loaded, strings), progress: known, note, seed };
      const rendered = await renderer.answer(view);
      if (!current()) return;
      const painted = await highlightQuickly(context.extensionUri, rendered.pieces);
      if (!current()) return;
      shown = { page, id, seed, question, blocks: rendered.blocks };
      fill(
        question.title,
        fillMarks(rendered.body, rendered, painted),
        { page, question: id, seed, colors: painted?.key ?? '', note, ...draftOf(id) },
        painted ? rulesOf(painted) : '',
      );
      shownQuestion.show(id);
    } catch (error) {
      if (!current()) return;
      log.error(error instanceof Error ? error : String(error));
      showTrouble(isTookTooLong(error) ? 'tooLong' : 'broken', shown);
    }
  }

  function showTrouble(trouble: Trouble, { page, id, seed }: Shown): void {
    fill(
      strings[`${trouble}Title`],
      troubleHtml(trouble, strings),
      { page, question: id, seed, colors: '', note: '' },
      '',
    );
  }

  function draftOf(id: string): Pick<AnswerData, 'draft'> {
    const draft = drafts.get(id);
    return draft ? { draft } : {};
  }

  function fill(title: string, body: string, data: Omit<AnswerData, 'texts'>, css: string): void {
    panel.title = title;
    watched.fill(() =>
      pageHtml(panel.webview, context.extensionUri, {
        ...{ name: 'answer', title, body, css },
        data: { ...data, texts: strings.texts } satisfies AnswerData,
      }),
    );
  }

  async function receive(message: AnswerPageMessage): Promise<void> {
    const { page } = message;
    if (page !== shown?.page) {
      // A page may get ready while the next one is on its way; what is clicked on is in sight.
      if ('request' in message && shown && message.page < shown.page) watched.stale();
      return;
    }
    if (message.kind === 'shown') {
      watched.shown();
      return;
    }
    if (message.kind === 'ready') {
      send({ kind: 'hello', page });
      await Promise.all([sendProgress(), sendColors(message.colors)]);
      return;
    }
    if (message.kind === 'draft') {
      drafts.set(shown.id, message.draft);
      return;
    }
    const { request } = message;
    try {
      if (message.kind === 'reload') await render(shown.id, shown.seed);
      else await performAction(services, message, shown);
      // What was saved is on the page before the form closes.
      if (message.kind === 'note') await sendProgress();
      send({ kind: 'done', page, request });
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      send({ kind: 'failed', page, request, message: errorText(error) });
      // What the log has may be the very reason.
      if (message.kind === 'note') await sendProgress();
    }
  }

  async function sendProgress(): Promise<void> {
    const { question, page } = shown ?? {};
    if (!question || page === undefined) return;
    const gone = (): boolean => page !== shown?.page;
    const [folded, loaded] = await Promise.all([progress.load(), bank.load()]);
    if (gone()) return;
    send({ kind: 'progress', page, progress: answerProgress(question, folded) });
    const text = folded.note(question.id);
    const html = await renderer.note(text, { strings, linked: linksFrom(question, loaded) });
    if (gone()) return;
    send({ kind: 'note', page, text, html });
  }

  /** @param known the colours that the page has already */
  async function sendColors(known?: string): Promise<void> {
    const { blocks = [], page } = shown ?? {};
    // A hidden page is told when it is shown again and says that it is ready.
    if (page === undefined || blocks.length === 0 || !panel.visible) return;
    const turn = ++coloring;
    const painted = await highlight(context.extensionUri, blocks);
    if (turn !== coloring || page !== shown?.page || painted.key === known) return;
    send({
      kind: 'colors',
      page,
      colors: painted.key,
      css: rulesOf(painted),
      blocks: painted.pieces.map(({ html }) => html),
    });
  }

  function send(message: AnswerHostMessage): void {
    void panel.webview.postMessage(message);
  }
}

/** Whether an event about a card changes what the page of a question shows. */
function concerns(card: string, question: Question | undefined): boolean {
  const snippets: readonly Snippet['id'][] = question?.snippets ?? [];
  return card === `question:${question?.id}` || snippets.some((id) => card === `snippet:${id}`);
}

/** For `AnswerData.seed`. */
const newSeed = (): number => randomInt(2 ** 31);
