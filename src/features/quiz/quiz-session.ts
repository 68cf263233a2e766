import { randomInt } from 'node:crypto';
import * as vscode from 'vscode';
import type { QuizRequest } from '../../shared/quiz.ts';
import type { CardId, EventPayload, Rating } from '../../study/event.ts';
import { proposeTicks } from '../../study/quiz/propose-ticks.ts';
import { proposeRating } from '../../study/review/propose-rating.ts';
import { readQuiz, reduceQuiz, startQuiz, type Quiz } from '../../study/quiz/quiz.ts';
import { createCodeMarks, withoutCode } from '../pages/code-marks.ts';
import { renderedMarkdown, type MarkdownTexts } from '../pages/rendered-markdown.ts';
import type { Contents } from '../pages/page-panel.ts';
import type { Services } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { createThread, type ThreadTimes } from '../threads/thread.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
import { intervalText } from '../ui/amount-texts.ts';
import { createCardPrograms } from './card-programs.ts';
import { createCardClock } from './card-clock.ts';
import { encounterOf } from './encounter-of.ts';
import { quizCard, type QuizCard } from './quiz-card.ts';
import { cardsOf } from './cards-of-scope.ts';
import {
  blocksOf,
  cardHtml,
  markdownOf,
  pausedHtml,
  troubleHtml,
  type CardView,
} from './quiz-html.ts';
import { isOfToday, type QuizScope } from './quiz-scope.ts';
import { summaryHtml } from './summary-html.ts';

/** One quiz, from its first card to its summary. Knows nothing of the panel that shows it. */
export interface QuizSession {
  /** Identifies what is shown: the same key is the same card. */
  readonly key: string;
  contents(): Promise<Contents>;
  /** Does what the page asks for; what it rejects with has a message for the user. */
  perform(request: QuizRequest): Promise<void>;
  /** What has to be stored, for the quiz to go on after a restart. */
  readonly stored: unknown;
  /** Time in which another editor is active does not count. */
  setActive(active: boolean): void;
  dispose(): void;
}

/** How long Markdown may take, in milliseconds, and how long the thread is kept. */
const usualTimes = { patience: 10_000, idle: 5 * 60_000 };

/**
 * @param scope what is asked
 * @param stored a quiz to go on with, from anywhere
 * @param changed something else is to be shown
 * @param times of the thread that renders Markdown
 */
export async function createQuizSession(
  services: Services,
  scope: QuizScope,
  stored: unknown,
  changed: () => Promise<void>,
  times: ThreadTimes = usualTimes,
): Promise<QuizSession> {
  const { context, log, progress } = services;
  const study = await services.study.load();
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/lazy/quiz.worker.js').fsPath;
  const markdown = createThread<MarkdownTexts, readonly string[]>(script, undefined, times);
  const restored = readQuiz(stored);
  let quiz = restored ?? startQuiz([], 0);
  const programs = createCardPrograms(services, study, {
    get quiz() {
      return quiz;
    },
    get key() {
      return keyOf(quiz);
    },
    note: (next) => (quiz = next),
    change,
  });
  let recording = false;
  /** Why there is nothing to ask; undefined when there is, or when all has been asked. */
  let failure: unknown;
  const clock = createCardClock(restored);

  const nextCards = (): Promise<readonly CardId[]> => cardsOf(services, study, scope);

  async function begin(): Promise<void> {
    try {
      failure = undefined;
      quiz = startQuiz(await nextCards(), randomInt(2 ** 31));
      clock.restart();
    } catch (error) {
      failure = error;
    }
  }

  /** A key that is pressed twice, or another one meanwhile, records nothing more. */
  async function once(work: () => Promise<void>): Promise<void> {
    if (recording) return;
    recording = true;
    try {
      await work();
    } finally {
      recording = false;
    }
  }

  async function current(): Promise<QuizCard | undefined> {
    const [bank, cards] = await Promise.all([services.bank.loadAll(), study.cards()]);
    // A pack may have been removed since the quiz began.
    for (;;) {
      const [id] = quiz.left;
      const isProblem = id?.startsWith('problem:') === true;
      const problems = isProblem ? (await services.material.loadOrNone())?.practice : undefined;
      const card = id && quizCard(bank, problems ?? [], cards, id);
      if (card || id === undefined) return card;
      quiz = reduceQuiz(quiz, { kind: 'drop' });
    }
  }

  /** Shows another card, or the same at another stage. */
  async function change(next: Quiz): Promise<void> {
    const isOther = keyOf(next) !== keyOf(quiz);
    const isAnswered = quiz.asked.stage === 'ask' && next.asked.stage !== 'ask' && !isOther;
    quiz = isAnswered ? reduceQuiz(next, { kind: 'took', ms: clock.elapsed() }) : next;
    clock.setPaused(quiz.paused === true);
    if (isOther) {
      programs.leave();
      clock.restart();
      if (quiz.left.length === 0 && isOfToday(scope) && scope.kind !== 'one') {
        quiz = reduceQuiz(quiz, { kind: 'refill', cards: await nextCards() });
      }
    }
    await changed();
  }

  async function cardContents(card: QuizCard): Promise<Contents> {
    const bank = await services.bank.loadAll();
    const texts = { inline: markdownOf(card), blocks: blocksOf(card) };
    const html = await renderedMarkdown(texts, () => markdown.ask(texts));
    const marks = createCodeMarks();
    const shown = await programs.codeOf(card);
    const code = shown === undefined ? '' : marks.add({ ...shown, lines: true });
    const view: CardView = {
      ...{ card, quiz, code, asked: quiz.asked, ...programs.outcome, ...html },
      topic: bank.topic(card.topic)?.title ?? card.topic,
      ran: await ranSince(card),
      ...(quiz.asked.stage === 'answer' && { ratings: await ratings(card) }),
    };
    return { title: title(), html: cardHtml(view), code: marks.code, mark: marks.mark, data };
  }

  async function ratings(card: QuizCard): Promise<NonNullable<CardView['ratings']>> {
    return {
      after: await study.intervals(card),
      proposed: proposeRating(encounterOf(card, quiz.asked, await ranSince(card))),
    };
  }

  async function summary(): Promise<Contents> {
    const { cards, due, redo, fresh, nextAt } = await study.queue();
    const { done, skipped = [] } = quiz;
    const ofToday = cards.slice(0, due + redo + fresh);
    const view = {
      ...{ done, skipped: skipped.length, isOfToday: isOfToday(scope) },
      waiting: ofToday.filter(({ id }) => !skipped.includes(id)).length,
      next: nextAt === undefined ? undefined : intervalText(nextAt - Date.now()),
      streak: await study.streak(),
    };
    return { title: title(), ...withoutCode(summaryHtml(view)), data };
  }

  async function shownContents(): Promise<Contents> {
    const card = await current();
    if (!card) return summary();
    if (quiz.paused === true) {
      return { title: title(), ...withoutCode(pausedHtml(quiz)), data };
    }
    try {
      return await cardContents(card);
    } catch (error) {
      if (card.kind !== 'belief') throw error;
      // Without a Node.js that runs it there is no program: the other cards can be asked.
      log.error(asLogged(error));
      void vscode.window.showWarningMessage(errorText(error));
      quiz = reduceQuiz(quiz, { kind: 'skip' });
      return shownContents();
    }
  }

  function trouble(error: unknown): Contents {
    log.error(asLogged(error));
    return { title: title(), ...withoutCode(troubleHtml()), data };
  }

  async function rate(rating: Rating): Promise<void> {
    const card = await current();
    if (!card || quiz.asked.stage !== 'answer') return;
    const { hints, ticks } = quiz.asked;
    const points = card.kind === 'question' ? card.of.keyPoints : [];
    const missed = points.filter(({ id }) => !ticks.includes(id)).map(({ id }) => id);
    const encountered = { durationMs: clock.elapsed(), hints, missed };
    const event = await study.rate(card, rating, encountered);
    await change(reduceQuiz(quiz, { kind: 'rated', rating, event }));
  }

  async function undo(): Promise<void> {
    const last = quiz.done.at(-1);
    if (!last) return;
    await study.undo(last.card, last.event);
    await change(reduceQuiz(quiz, { kind: 'undo' }));
  }

  async function choose(choice: number): Promise<void> {
    const card = await current();
    if (card?.kind !== 'check' || quiz.asked.stage !== 'ask') return;
    const chosen = card.check.choices[choice];
    if (!chosen) return;
    const answered: EventPayload = {
      ...{ kind: 'answered', check: card.check.id, choice },
      correct: chosen.correct,
    };
    await progress.record(`question:${card.of.id}`, answered);
    await change(reduceQuiz(quiz, { kind: 'choose', choice }));
  }

  async function explain(): Promise<void> {
    const card = await current();
    if (!card) return;
    if (card.kind !== 'snippet') {
      await vscode.commands.executeCommand(command.openQuestion, card.of.id);
    } else await vscode.commands.executeCommand(command.predictSnippet, card.snippet.id);
  }

  /** The last run of a problem's tests, if it came after the card was shown. */
  async function ranSince({ id, kind }: QuizCard): Promise<CardView['ran']> {
    if (kind !== 'problem') return undefined;
    const ran = (await progress.loadPractice()).lastRun(id.slice('problem:'.length));
    return ran && ran.at >= clock.shownAt ? ran : undefined;
  }

  async function openProblem(): Promise<void> {
    const card = await current();
    if (card?.kind !== 'problem') return;
    const how = { beside: true, fresh: true };
    await vscode.commands.executeCommand(command.openProblem, card.problem.id, how);
  }

  async function next({ typed = '', spokenMs }: NextRequest): Promise<void> {
    const card = await current();
    const { stage } = quiz.asked;
    if (stage === 'answer') return;
    if (card?.kind === 'problem') return change(reduceQuiz(quiz, { kind: 'showAnswer' }));
    if (card?.kind !== 'question') return;
    const { keyPoints } = card.of;
    if (stage !== 'ask' || keyPoints.length === 0) {
      return change(reduceQuiz(quiz, { kind: 'showAnswer' }));
    }
    const said = {
      proposed: proposeTicks(keyPoints, typed),
      ...(spokenMs !== undefined && { spokenMs }),
    };
    await change(reduceQuiz(quiz, { kind: 'showPoints', ...said }));
  }

  if (!restored) await begin();
  else clock.setPaused(quiz.paused === true);

  return {
    get key() {
      return keyOf(quiz);
    },
    get stored() {
      return { ...quiz, shownAt: clock.shownAt, clock: { elapsed: clock.elapsed() } };
    },
    async contents() {
      try {
        if (failure !== undefined) return trouble(failure);
        return await shownContents();
      } catch (error) {
        return trouble(error);
      }
    },
    async perform(request) {
      // A key that was pressed before the card was hidden rates nothing.
      if (quiz.paused === true && request.kind !== 'resume') return;
      switch (request.kind) {
        case 'pause':
        case 'resume':
          return change(reduceQuiz(quiz, { kind: request.kind }));
        case 'hint':
          return change(reduceQuiz(quiz, { kind: 'hint' }));
        case 'next':
          return next(request);
        case 'tick':
          // The page shows it already.
          quiz = reduceQuiz(quiz, request);
          return;
        case 'choose':
          return once(() => choose(request.choice));
        case 'predict':
          return programs.predict(await current(), request.lines);
        case 'giveUp':
          return programs.predict(await current(), undefined);
        case 'rate':
          return once(() => rate(request.rating));
        case 'skip':
        case 'askSkipped':
          return change(reduceQuiz(quiz, { kind: request.kind }));
        case 'undo':
          return once(undo);
        case 'openProblem':
          return openProblem();
        case 'explain':
          return explain();
        case 'again':
          if (failure !== undefined || quiz.left.length === 0) await begin();
          return changed();
        case 'today':
        case 'more':
        case 'progress':
        case 'drill':
          await vscode.commands.executeCommand(opens[request.kind]);
          return;
        case 'showLog':
          log.show();
      }
    },
    setActive: (active) => clock.setActive(active),
    dispose() {
      programs.dispose();
      markdown.dispose();
    },
  };
}

const opens = {
  // Without a scope, it asks for all of today.
  today: command.quiz,
  more: command.quizFrom,
  progress: command.showProgress,
  drill: command.drill,
};

type NextRequest = Extract<QuizRequest, { kind: 'next' }>;

/** Identifies the card that is asked. */
const keyOf = ({ left, done }: Quiz): string => `${left[0] ?? 'summary'}#${done.length}`;

const title = (): string => vscode.l10n.t('Quiz');
const data = (): object => ({});
