import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { InterviewData, InterviewKept, InterviewRequest } from '../../shared/interview.ts';
import type { Score } from '../../study/interview/interviewed.ts';
import {
  currentItem,
  leftAt,
  newInterview,
  readInterview,
  reduceInterview,
  storedInterview,
  type AskedItem,
  type InterviewAction,
  type MockInterview,
} from '../../study/interview/mock-interview.ts';
import type { Rehearsal } from '../../study/interview/format.ts';
import { isJudged } from '../../study/interview/report.ts';
import { createCodeMarks, withoutCode } from '../pages/code-marks.ts';
import {
  renderedMarkdown,
  type MarkdownTexts,
  type RenderedMarkdown,
} from '../pages/rendered-markdown.ts';
import type { Contents } from '../pages/page-panel.ts';
import type { Services } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { createThread, type ThreadTimes } from '../threads/thread.ts';
import { asLogged } from '../ui/error-text.ts';
import { drawable, drawInterview, type Content } from './draw-interview.ts';
import { interviewedOf } from './interviewed-of.ts';
import { judgeItem } from './judge-item.ts';
import { saveHintSheet } from './save-hint-sheet.ts';
import { followUpsOf, interviewItem, pointsOf, type InterviewItem } from './interview-item.ts';
import {
  itemHtml,
  markdownOf,
  nothingRatedHtml,
  troubleHtml,
  type ItemView,
} from './interview-html.ts';
import { readyHtml } from './ready-html.ts';
import type { InterviewWork } from './interview.worker.ts';
import type { Asked } from './model-opinion.ts';
import { createOpinions } from './opinions.ts';
import { pickRehearsal, wantsToGoOn } from './pick-rehearsal.ts';
import { createShownReport } from './shown-report.ts';
import { createStartCode } from './start-code.ts';
import { hasTasks, type Rated } from './texts.ts';

/** What the panel shows: an interview from its first page to its report, or a report alone. */
export interface InterviewSession {
  /** Identifies what is shown: the same key is the same item. */
  readonly key: string;
  /** What is needed to show the same after a reload of the window. */
  readonly source: unknown;
  /** Asks what is to be rehearsed, or whether to go on with what is stored; undefined when nobody wants to say. */
  choose(): Promise<Rehearsal | 'goOn' | undefined>;
  /** Draws an interview. */
  begin(rehearsal: Rehearsal): Promise<void>;
  /** Goes on with the interview that is stored; false when there is none. */
  goOn(): boolean;
  /** Shows the report of an interview of the log; false when it has none of this id. */
  report(id: string): Promise<boolean>;
  contents(): Promise<Contents>;
  /** Does what the page asks for; what it rejects with has a message for the user. */
  perform(request: InterviewRequest): Promise<void>;
  /** How many of its answers have a rating; undefined while nothing is asked. */
  readonly rated: Rated | undefined;
  /** Stores an interview that is not over, paused, in place of the one that was stored. */
  keep(): Promise<void>;
  dispose(): void;
}

/** Where an interview that is not over is kept: in a window, and so in one workspace. */
const storedKey = 'interview.unfinished';

/** How often the clock is stored while it runs, in milliseconds: so much of it a crash forgets at most. */
const storeEvery = 5000;

/** How long Markdown may take, in milliseconds, and how long the thread is kept. */
const usualTimes = { patience: 10_000, idle: 5 * 60_000 };

const now = (): number => performance.now();

/**
 * @param changed something else is to be shown
 * @param another starts another interview
 */
export function createInterviewSession(
  services: Services,
  changed: (of: InterviewSession) => Promise<void>,
  another: () => Promise<void>,
  times: ThreadTimes = usualTimes,
): InterviewSession {
  const { context, log, progress } = services;
  const { workspaceState } = context;
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/lazy/interview.worker.js').fsPath;
  const thread = createThread<InterviewWork, readonly string[]>(script, undefined, times);
  const opinions = createOpinions(log, async () => {
    if (interview?.stage === 'asking') await changed(session);
  });
  let interview: MockInterview | undefined;
  /** Shown once the interview is over. */
  const report = createShownReport(services, rendered);
  let told: ItemView['told'];
  let running: AbortController | undefined;
  const startCode = createStartCode();
  let busy = false;
  const end = new AbortController();
  const storing = setInterval(() => {
    if (interview?.clock.since !== undefined) void keep();
  }, storeEvery);

  async function keep(): Promise<void> {
    if (!interview || end.signal.aborted) return;
    const kept = interview.stage === 'over' ? undefined : storedInterview(interview, now());
    await workspaceState.update(storedKey, kept);
  }

  async function all(): Promise<Content> {
    const [bank, material] = await Promise.all([services.bank.loadAll(), services.material.load()]);
    return { bank, material };
  }

  async function act(action: InterviewAction): Promise<void> {
    if (!interview) return;
    const before = interview;
    interview = reduceInterview(before, action, now());
    if (interview === before) return;
    const { done, stage, asked } = interview;
    if (stage === 'over') await conclude(interview, before);
    if (done.length !== before.done.length || stage !== before.stage) forget();
    if (asked.stage !== before.asked.stage) opinions.stop();
    await keep();
    await changed(session);
  }

  /** What is known of the item on the page alone. */
  function forget(): void {
    running?.abort();
    opinions.forget();
    told = undefined;
    startCode.forget();
  }

  /** Keeps the report in the log, once, if there is anything to report. @param before what it is again when that fails, so that nothing is lost */
  async function conclude(over: MockInterview, before: MockInterview): Promise<void> {
    if (over.done.length === 0) return;
    try {
      const event = interviewedOf(over, await all(), now());
      await progress.record(`interview:${over.id}`, event, over.id);
      report.id = over.id;
    } catch (error) {
      interview = before;
      throw error;
    }
  }

  async function begin(rehearsal: Rehearsal): Promise<void> {
    const { items, programs } = await drawInterview(services, await all(), rehearsal);
    interview = newInterview(rehearsal, randomUUID(), items, programs);
    report.id = undefined;
    forget();
  }

  function rendered(texts: MarkdownTexts): Promise<RenderedMarkdown> {
    return renderedMarkdown(texts, () => {
      const drawing = vscode.l10n.t('The full answer has a diagram here.');
      return thread.ask({ kind: 'texts', ...texts, drawing });
    });
  }

  async function current(): Promise<InterviewItem | undefined> {
    const content = await all();
    for (;;) {
      const id = interview && currentItem(interview);
      if (!interview || id === undefined) return undefined;
      const item = interviewItem(content, interview.programs, id);
      if (item) return item;
      // A pack may have been removed since it was drawn.
      const before = interview;
      interview = reduceInterview(before, { kind: 'drop' }, now());
      if (interview.stage === 'over') await conclude(interview, before);
    }
  }

  const isReport = (): boolean => report.id !== undefined;

  async function itemContents(item: InterviewItem, of: MockInterview): Promise<Contents> {
    const model = opinions.view;
    const texts = markdownOf(item, of, model);
    const marks = createCodeMarks();
    const asked =
      item.kind === 'snippet' ? item.snippet : item.kind === 'drill' ? item.program : undefined;
    const code = asked ? marks.add({ code: asked.code, language: 'javascript', lines: true }) : '';
    const html = await rendered(texts);
    const view = { item, interview: of, code, told, model, ...html };
    return {
      ...{ title: title(), html: itemHtml(view), code: marks.code, mark: marks.mark },
      data: (): InterviewData => ({
        ...(of.asked.stage === 'ask' && { draft: draftOf((interview ?? of).asked) }),
        clock: {
          left: leftAt(interview ?? of, now()),
          runs: (interview ?? of).clock.since !== undefined,
        },
      }),
    };
  }

  async function submit(typed: readonly string[], choice: number | undefined): Promise<void> {
    // The code is where the user wrote it.
    const own = startCode.texts();
    const written = [...own, ...typed];
    await act({ kind: 'submit', typed: written, ...(choice !== undefined && { choice }) });
  }

  async function score(own: Score): Promise<void> {
    const item = await current();
    if (!item || interview?.asked.stage !== 'score') return;
    if (!isJudged(item)) {
      return act({ kind: 'score', own, points: pointsOf(item), known: false });
    }
    const controller = new AbortController();
    running?.abort();
    running = controller;
    const { asked } = interview;
    const { signal } = controller;
    const judged = await judgeItem(services, item, asked, { card: signal, session: end.signal });
    if (signal.aborted) return;
    const { points, ran } = judged;
    told = judged.told;
    await act({ kind: 'score', own, points, known: true, ...(ran && { ran }) });
  }

  async function askModel(wanted: Asked['wanted'], typed: readonly string[]): Promise<void> {
    const item = await current();
    if (!item || !interview) return;
    await opinions.ask({
      ...{ wanted, question: item.title, answer: typed.join('\n\n').trim() },
      keyPoints: pointsOf(item).map(({ text }) => text),
      followUps: followUpsOf(item).slice(0, interview.asked.followUps),
    });
  }

  async function openStart(): Promise<void> {
    const item = await current();
    if (item?.kind !== 'problem') return;
    await startCode.open(item.problem);
  }

  async function perform(request: InterviewRequest): Promise<void> {
    switch (request.kind) {
      case 'draft':
      case 'tick':
        // The page shows it already.
        if (interview) interview = reduceInterview(interview, request, now());
        return keep();
      case 'submit':
        return submit(request.typed, request.choice);
      case 'score':
        return score(request.own);
      case 'modelFollowUp':
        return askModel('followUp', request.typed);
      case 'feedback':
        return askModel('feedback', interview?.asked.typed ?? []);
      case 'stopModel':
        opinions.stop();
        return changed(session);
      case 'openQuestion':
        await vscode.commands.executeCommand(command.openQuestion, request.question);
        return;
      case 'hintSheet': {
        if (!interview) return;
        const { items, programs } = interview;
        const content = await all();
        const asked = items.flatMap((id) => interviewItem(content, programs, id) ?? []);
        return saveHintSheet(interview, asked, thread);
      }
      case 'openStart':
        return openStart();
      case 'openReport':
        return report.open();
      case 'addReviews':
        await report.addReviews(() => changed(session));
        return changed(session);
      case 'another':
        return another();
      case 'again':
        return changed(session);
      case 'showLog':
        log.show();
        return;
      case 'begin':
      case 'pause':
      case 'resume':
      case 'followUp':
      case 'answer':
      case 'next':
      case 'finish':
      case 'note':
        return act(request);
    }
  }

  const session: InterviewSession = {
    get key() {
      return (
        report.id ??
        `${interview?.id ?? ''}#${interview?.stage ?? ''}#${interview?.done.length ?? 0}`
      );
    },
    get source() {
      return report.id === undefined ? {} : { report: report.id };
    },
    get rated() {
      if (interview?.stage !== 'asking') return undefined;
      const { done, asked, items } = interview;
      const count = done.length + (asked.own === undefined ? 0 : 1);
      return { count, of: items.length, areTasks: hasTasks(interview) };
    },
    async choose() {
      const stored = readInterview(workspaceState.get(storedKey));
      const goesOn = stored ? await wantsToGoOn(stored, leftAt(stored, now())) : false;
      if (goesOn === undefined) return undefined;
      return goesOn ? 'goOn' : pickRehearsal(drawable(await all()));
    },
    begin,
    goOn() {
      interview = readInterview(workspaceState.get(storedKey));
      return interview !== undefined;
    },
    async report(id) {
      report.id = id;
      return report.isKept();
    },
    async contents() {
      try {
        // A report has no item, and an interview of which nothing is left ends with its report.
        const item = report.id === undefined ? await current() : undefined;
        if (isReport()) return { title: title(), ...(await report.html()), data: () => ({}) };
        if (interview?.stage === 'over') {
          return { title: title(), ...withoutCode(nothingRatedHtml()), data: () => ({}) };
        }
        if (!interview || !item) throw new Error('Nothing was drawn.');
        if (interview.stage === 'asking') return await itemContents(item, interview);
        const html = readyHtml(interview, interview.format !== 'assessment');
        return { title: title(), ...withoutCode(html), data: () => ({}) };
      } catch (error) {
        log.error(asLogged(error));
        return { title: title(), ...withoutCode(troubleHtml()), data: () => ({}) };
      }
    },
    async perform(request) {
      // A key that is pressed twice does once what it means.
      const isOnce = request.kind === 'score' || request.kind === 'addReviews';
      if (isOnce && busy) return;
      busy ||= isOnce;
      try {
        await perform(request);
      } finally {
        if (isOnce) busy = false;
      }
    },
    keep,
    dispose() {
      if (end.signal.aborted) return;
      end.abort();
      clearInterval(storing);
      forget();
      opinions.dispose();
      thread.dispose();
    },
  };

  return session;
}

const draftOf = ({ typed, choice }: AskedItem): InterviewKept => ({
  ...{ typed, ...(choice !== undefined && { choice }) },
});

const title = (): string => vscode.l10n.t('Mock Interview');
