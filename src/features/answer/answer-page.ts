import type { Question, Snippet } from '../../bank/model.ts';
import type { AnswerData, AnswerMessage, AnswerRequest } from '../../shared/answer.ts';
import { withoutCode } from '../pages/code-marks.ts';
import type { Contents, Page } from '../pages/page-panel.ts';
import type { LoadedBank, Services } from '../services/services.ts';
import { isTookTooLong } from '../threads/thread.ts';
import { answerProgress } from './answer-progress.ts';
import { answerView, linksFrom } from './answer-view.ts';
import type { CodeBlock } from './code-block.ts';
import type { NoteDrafts } from './note-drafts.ts';
import { performAction } from './perform-action.ts';
import type { RenderThread } from './render-thread.ts';
import { troubleHtml, type Trouble } from './render-trouble.ts';
import type { PageStrings } from './strings.ts';
import type { Visit, Visits } from './visits.ts';
import { asLogged } from '../ui/error-text.ts';

/** What is stored with a page: the visit that it shows, which may be a mere preview, and all others. */
export interface AnswerSource {
  readonly visit: Visit;
  readonly visits: Visits;
}

/** The page of one question, or of the reason why it can't be shown. */
export interface AnswerPage extends Page<AnswerRequest> {
  readonly visit: Visit;
  /** Once it is rendered. */
  readonly question: Question | undefined;
  /** Tells the page what the log says of its question. */
  tellProgress(): Promise<void>;
}

/** What a page needs of its surroundings. */
export interface AnswerPageDependencies extends Pick<Services, 'bank' | 'progress' | 'log'> {
  readonly strings: PageStrings;
  readonly drafts: NoteDrafts;
  renderer(): RenderThread;
  visits(): Visits;
  post(page: AnswerPage, message: AnswerMessage): void;
  /** Renders what is shown anew. */
  reload(): Promise<unknown>;
}

export function createAnswerPage(visit: Visit, dependencies: AnswerPageDependencies): AnswerPage {
  const { bank, progress, log, strings, drafts } = dependencies;
  const id = visit.question;
  let question: Question | undefined;
  let blocks: readonly CodeBlock[] = [];

  const page: AnswerPage = {
    key: visit.key,
    visit,
    get source(): AnswerSource {
      return { visit, visits: dependencies.visits() };
    },
    get question() {
      return question;
    },
    async contents() {
      try {
        const [loaded, recorded] = await Promise.all([bank.load(), progress.load()]);
        const found = loaded.question(id) ?? (await bank.loadAll()).question(id);
        if (!found) return trouble('missing');
        const note = recorded.note(id);
        const known = answerProgress(found, recorded);
        const view = { ...answerView(found, loaded, strings), progress: known, note };
        const rendered = await dependencies.renderer().answer({ ...view, seed: visit.seed });
        question = found;
        blocks = rendered.blocks;
        const { html, code, mark } = rendered;
        return { title: found.title, html, code, mark, data: () => dataOf(note) };
      } catch (error) {
        log.error(asLogged(error));
        return trouble(isTookTooLong(error) ? 'tooLong' : 'broken');
      }
    },
    async perform(request) {
      if (request.kind === 'reload') {
        await dependencies.reload();
        return;
      }
      if (request.kind === 'draft') {
        drafts.set(id, request.draft);
        return;
      }
      try {
        await performAction(dependencies, request, { id, question, blocks });
      } finally {
        // What was saved is on the page before the form closes; what the log has may be why it was not.
        if (request.kind === 'note') await tellProgress();
      }
    },
    greet: () => void tellProgress(),
    tellProgress,
  };
  return page;

  function trouble(kind: Trouble): Contents {
    question = undefined;
    const title = strings[`${kind}Title`];
    return { title, ...withoutCode(troubleHtml(kind, strings)), data: () => dataOf('') };
  }

  function dataOf(note: string): AnswerData {
    const draft = drafts.get(id);
    return { note, ...(draft && { draft }) };
  }

  async function tellProgress(): Promise<void> {
    if (!question) return;
    const [recorded, loaded] = await Promise.all([progress.load(), bank.load()]);
    dependencies.post(page, { kind: 'progress', progress: answerProgress(question, recorded) });
    const text = recorded.note(id);
    const linked = linksFrom(question, loaded);
    const html = await dependencies.renderer().note(text, { strings, linked });
    dependencies.post(page, { kind: 'note', text, html });
  }
}

/** Whether an event about a card changes what the page of a question shows. */
export function concerns(card: string, question: Question): boolean {
  const snippets: readonly Snippet['id'][] = question.snippets;
  return card === `question:${question.id}` || snippets.some((id) => card === `snippet:${id}`);
}

/** Whether a page shows what the bank has now. */
export function isCurrent({ visit, question }: AnswerPage, loaded: LoadedBank): boolean {
  return JSON.stringify(loaded.question(visit.question)) === JSON.stringify(question);
}
