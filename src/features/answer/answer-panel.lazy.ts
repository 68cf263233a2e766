import { randomInt, randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { AnswerMessage, AnswerRequest } from '../../shared/answer.ts';
import { createPagePanel } from '../pages/page-panel.ts';
import type { Restorable } from '../pages/restore-panel.ts';
import { context as contextKey, panel as panelType } from '../settings/ids.ts';
import { isRecord } from '../../collections/is-record.ts';
import type { Services } from '../services/services.ts';
import { concerns, createAnswerPage, isCurrent } from './answer-page.ts';
import type { AnswerPage, AnswerPageDependencies } from './answer-page.ts';
import { createNoteDrafts } from './note-drafts.ts';
import { createRenderThread, type RenderThread } from './render-thread.ts';
import { pageStrings } from './strings.ts';
import { currentVisit, isVisit, moved, noVisits, readVisits, visited } from './visits.ts';
import type { Visit, Visits } from './visits.ts';

/** How a question is shown. */
export interface ShowOptions {
  readonly preserveFocus: boolean;
  /** Shown while the user is still choosing: nothing to go back to. */
  readonly preview: boolean;
}

/** The one panel that shows answers. */
export interface AnswerPanel extends Restorable {
  /**
   * Resolves when the question's page is rendered: true when it was not there before. A page that
   * shows the question already stays as it is.
   */
  show(questionId: string, options: ShowOptions): Promise<boolean>;
  /** To the question that was shown before or after this one, where the reader left it. */
  go(by: 1 | -1): Promise<void>;
  dispose(): void;
}

export function createAnswerPanel(services: Services): AnswerPanel {
  const { bank, progress, shownQuestion, log, context } = services;
  let visits: Visits = noVisits;
  let renderer: RenderThread | undefined;
  /** What is shown was not chosen yet. */
  let previewing = false;

  const panel = createPagePanel<AnswerPage, AnswerRequest, AnswerMessage>(services, {
    viewType: panelType.answer,
    bundle: 'answer',
    restore(stored) {
      const source = isRecord(stored?.source) ? stored.source : {};
      setVisits(readVisits(source['visits']));
      const visit = isVisit(source['visit']) ? source['visit'] : newVisit('');
      return Promise.resolve(createAnswerPage(visit, dependencies));
    },
    onActive(page, active) {
      if (active && page.question) shownQuestion.show(page.visit.question, previewing);
    },
    onClose() {
      setVisits(noVisits);
      renderer?.dispose();
      renderer = undefined;
      shownQuestion.show(undefined);
    },
  });

  const dependencies: AnswerPageDependencies = {
    ...{ bank, progress, log },
    strings: pageStrings(),
    drafts: createNoteDrafts(context.workspaceState),
    renderer() {
      const script = vscode.Uri.joinPath(context.extensionUri, 'dist/lazy/render.worker.js');
      renderer ??= createRenderThread(script.fsPath);
      return renderer;
    },
    visits: () => visits,
    post: (page, message) => void panel.post(page, message),
    reload: () => panel.refresh(),
  };

  const listeners = vscode.Disposable.from(
    progress.onDidChange((cards) => {
      const { shown } = panel;
      const { question } = shown ?? {};
      if (question && cards.some((card) => concerns(card, question))) void shown?.tellProgress();
    }),
    bank.onDidChange(() => void showAnew()),
  );

  /** A pack came, changed or went: the page follows, unless its question stayed the same. */
  async function showAnew(): Promise<void> {
    const { shown } = panel;
    if (!shown) return;
    const loaded = await bank.load();
    if (panel.shown === shown && !isCurrent(shown, loaded)) await panel.refresh();
  }

  async function put(visit: Visit): Promise<boolean> {
    const page = createAnswerPage(visit, dependencies);
    const isShown = (await panel.show(page)) && page.question !== undefined;
    if (isShown) shownQuestion.show(visit.question, previewing);
    return isShown;
  }

  async function titleOf(id: string): Promise<string> {
    const loaded = await bank.load().catch(() => undefined);
    return loaded?.question(id)?.title ?? vscode.l10n.t('Answer');
  }

  function setVisits(next: Visits): void {
    visits = next;
    const set = (key: string, by: 1 | -1): void =>
      void vscode.commands.executeCommand('setContext', key, moved(visits, by) !== undefined);
    set(contextKey.canGoBack, -1);
    set(contextKey.canGoForward, 1);
  }

  return {
    async show(id, { preserveFocus, preview }) {
      const title = panel.shown ? '' : await titleOf(id);
      const wasPreviewed = previewing;
      // Going back to the question that was open before the previews means that it was chosen earlier.
      previewing = preview && currentVisit(visits)?.question !== id;
      panel.reveal({ title, preserveFocus });
      const { shown } = panel;
      const isThere = shown?.visit.question === id && shown.question !== undefined;
      const last = currentVisit(visits);
      // Coming back after previews shows the page as it was left.
      const visit = isThere ? shown.visit : preview && last?.question === id ? last : newVisit(id);
      if (!preview && visit !== last) setVisits(visited(visits, visit));
      if (isThere) {
        if (wasPreviewed && !previewing) shownQuestion.show(id);
        return false;
      }
      return put(visit);
    },
    async go(by) {
      const next = moved(visits, by);
      const visit = next && currentVisit(next);
      if (!visit) return;
      setVisits(next);
      previewing = false;
      panel.reveal({ title: '' });
      await put(visit);
    },
    restore: panel.restore,
    dispose() {
      listeners.dispose();
      panel.dispose();
    },
  };
}

const newVisit = (question: string): Visit => ({
  question,
  seed: randomInt(2 ** 31),
  key: randomUUID(),
});
