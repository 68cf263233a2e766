import { randomInt } from 'node:crypto';
import * as vscode from 'vscode';
import { displayText } from '../../order/line-text.ts';
import type { QuizRequest } from '../../shared/quiz.ts';
import type { CardId, EventPayload, Rating } from '../../study/event.ts';
import { elapsedAt, newClock, run } from '../../study/clock.ts';
import { proposeTicks } from '../../study/quiz/propose-ticks.ts';
import { proposeRating } from '../../study/review/propose-rating.ts';
import { readQuiz, reduceQuiz, startQuiz, type Quiz } from '../../study/quiz/quiz.ts';
import { createCodeMarks, withoutCode } from '../pages/code-marks.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import type { Piece } from '../services/highlighter.ts';
import type { Contents } from '../pages/page-panel.ts';
import type { ReadyDrill } from '../services/drills.ts';
import { findSnippet } from '../services/find-subject.ts';
import { predictTyped } from '../services/predict-typed.ts';
import type { Services } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { runUnrecorded } from '../subject/judge-snippet.ts';
import { createThread, isTookTooLong, type ThreadTimes } from '../threads/thread.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
import { intervalText } from '../ui/amount-texts.ts';
import { encounterOf } from './encounter-of.ts';
import { levelAfter } from './level-after.ts';
import { quizCard, type QuizCard } from './quiz-card.ts';
import { cardsOf } from './cards-of-scope.ts';
import {
  blocksOf,
  cardHtml,
  markdownOf,
  pausedHtml,
  summaryHtml,
  troubleHtml,
  type CardView,
} from './quiz-html.ts';
import { isOfToday, type QuizScope } from './quiz-scope.ts';
import type { QuizSession } from './session.ts';
import { verdictText } from './verdict-text.ts';
import type { QuizTexts } from './quiz.worker.ts';

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
  const { context, log, progress, runner } = services;
  const study = await services.study.load();
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/lazy/quiz.worker.js').fsPath;
  const markdown = createThread<QuizTexts, readonly string[]>(script, undefined, times);
  const restored = readQuiz(stored);
  let quiz = restored ?? startQuiz([], 0);
  let told: Pick<CardView, 'verdict' | 'printed'> = {};
  let running: AbortController | undefined;
  /** The program that was made for the card of a belief. */
  let made: ReadyDrill | undefined;
  let making: { readonly key: string; readonly program: Promise<ReadyDrill> } | undefined;
  const end = new AbortController();
  let recording = false;
  /** Why there is nothing to ask; undefined when there is, or when all has been asked. */
  let failure: unknown;
  /** How long the card was looked at: pauses don't count, nor does time in which another editor is active. */
  let clock = restored?.clock ?? newClock;
  let isActive = true;
  /** When the card was shown, wherever its time went. */
  let began = restored?.shownAt ?? Date.now();

  const elapsed = (): number => elapsedAt(clock, performance.now());

  function runClock(): void {
    clock = run(clock, isActive && quiz.paused !== true, performance.now());
  }

  function showFirst(): void {
    began = Date.now();
    clock = newClock;
    runClock();
  }

  const nextCards = (): Promise<readonly CardId[]> => cardsOf(services, study, scope);

  async function begin(): Promise<void> {
    try {
      failure = undefined;
      quiz = startQuiz(await nextCards(), randomInt(2 ** 31));
      showFirst();
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

  /** Texts that take too long to render are shown as they are. */
  async function rendered(texts: QuizTexts): Promise<ReadonlyMap<string, string>> {
    const all = [...texts.inline, ...texts.blocks];
    const html = await markdown.ask(texts).catch((error: unknown) => {
      if (!isTookTooLong(error)) throw error;
      return all.map(escapeHtml);
    });
    return new Map(all.map((text, at) => [text, html[at] ?? '']));
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
      quiz = reduceQuiz(quiz, { kind: 'skip' });
    }
  }

  /** Shows another card, or the same at another stage. */
  async function change(next: Quiz): Promise<void> {
    const isOther = next.left[0] !== quiz.left[0] || next.done.length !== quiz.done.length;
    const isAnswered = quiz.asked.stage === 'ask' && next.asked.stage !== 'ask' && !isOther;
    quiz = isAnswered ? reduceQuiz(next, { kind: 'took', ms: elapsed() }) : next;
    runClock();
    if (isOther) {
      running?.abort();
      running = undefined;
      told = {};
      showFirst();
      if (quiz.left.length === 0 && isOfToday(scope) && scope.kind !== 'one') {
        quiz = reduceQuiz(quiz, { kind: 'refill', cards: await nextCards() });
      }
    }
    await changed();
  }

  async function cardContents(card: QuizCard): Promise<Contents> {
    const bank = await services.bank.loadAll();
    const html = await rendered({ inline: markdownOf(card), blocks: blocksOf(card) });
    const marks = createCodeMarks();
    const shown = await shownCode(card);
    const code = shown === undefined ? '' : marks.add({ ...shown, lines: true });
    const view: CardView = {
      ...{ card, quiz, code, asked: quiz.asked, ...told },
      topic: bank.topic(card.topic)?.title ?? card.topic,
      inline: (text) => html.get(text) ?? '',
      blocks: (text) => html.get(text) ?? '',
      ran: await ranSince(card),
      ...(quiz.asked.stage === 'answer' && { ratings: await ratings(card) }),
    };
    return { title: title(), html: cardHtml(view), code: marks.code, mark: marks.mark, data };
  }

  /** The code that a card asks about. */
  async function shownCode(card: QuizCard): Promise<Piece | undefined> {
    if (card.kind === 'snippet') return { code: card.snippet.code, language: 'javascript' };
    if (card.kind === 'problem') {
      const { solution } = card.problem;
      return quiz.asked.stage === 'answer' ? { code: solution, language: 'mjs' } : undefined;
    }
    if (card.kind !== 'belief') return undefined;
    const { code, kind } = await programOf(card);
    return { code, language: kind };
  }

  /** A program that the belief gets wrong: another one whenever its card is asked. */
  async function programOf(card: QuizCard & { kind: 'belief' }): Promise<ReadyDrill> {
    if (made && made.recipe === quiz.asked.program) return made;
    const key = keyOf(quiz);
    // A page that is drawn twice meanwhile has one program.
    if (making?.key !== key) making = { key, program: makeProgram(card, quiz.asked.program) };
    const program = await making.program.finally(() => {
      if (making?.key === key) making = undefined;
    });
    if (keyOf(quiz) === key) {
      made = program;
      quiz = reduceQuiz(quiz, { kind: 'made', program: program.recipe });
    }
    return program;
  }

  /** @param recipe of a program that was asked before a restart */
  async function makeProgram(
    { id, belief }: QuizCard & { kind: 'belief' },
    recipe: string | undefined,
  ): Promise<ReadyDrill> {
    const drills = await services.drills.load();
    const known = recipe === undefined ? undefined : await drills.ofRecipe(recipe, end.signal);
    const level = levelAfter((await study.reviews()).history(id));
    return known ?? drills.next({ level, against: belief.id }, end.signal);
  }

  async function ratings(card: QuizCard): Promise<NonNullable<CardView['ratings']>> {
    return {
      after: await study.intervals(card),
      proposed: proposeRating(encounterOf(card, quiz.asked, await ranSince(card))),
    };
  }

  async function summary(): Promise<Contents> {
    const { nextAt } = await study.queue();
    const next = nextAt === undefined ? undefined : intervalText(nextAt - Date.now());
    const { done } = quiz;
    const view = {
      done,
      next,
      streak: await study.streak(),
      canUndo: done.length > 0,
      isDue: isOfToday(scope),
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
    const event = await study.rate(card, rating, {
      ...{ durationMs: elapsed(), hints, missed },
    });
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

  /** Runs the snippet, unrecorded. @param lines undefined for who gives up and wants to see */
  async function runSnippet(lines: readonly string[] | undefined): Promise<void> {
    const card = await current();
    if (card?.kind === 'belief') return predictProgram(card, lines);
    if (card?.kind !== 'snippet' || quiz.asked.stage !== 'ask') return;
    running?.abort();
    const controller = new AbortController();
    running = controller;
    /** Neither another card nor another run of this one has been asked for meanwhile. */
    const isWanted = (): boolean => running === controller;
    const { signal } = controller;
    const { id } = card.snippet;
    if (lines === undefined) {
      const subject = await findSnippet(services, id);
      const run = subject && (await runUnrecorded((one) => runner.run(one), subject, signal));
      if (!run || !isWanted()) return;
      told = { printed: run.lines.map(displayText) };
      return change(reduceQuiz(quiz, { kind: 'giveUp' }));
    }
    const { wrong } = quiz.asked;
    const attempt = { number: wrong + 1, seen: wrong > 0 ? 'line' : 'nothing' } as const;
    const lives = { card: signal, session: end.signal };
    const predicted = await predictTyped(services, id, { lines, attempt }, lives);
    if (!predicted || !isWanted()) return;
    const { verdict, run } = predicted;
    const printed = run.lines.map(displayText);
    told = { verdict: verdictText(verdict), ...(verdict.kind !== 'wrong' && { printed }) };
    await change(reduceQuiz(quiz, { kind: 'predicted', right: verdict.kind !== 'wrong' }));
  }

  /** Of the card of a belief: its program ran before it was shown. */
  async function predictProgram(
    card: QuizCard & { kind: 'belief' },
    lines: readonly string[] | undefined,
  ): Promise<void> {
    if (quiz.asked.stage !== 'ask') return;
    const program = await programOf(card);
    const printed = program.run.lines.map(displayText);
    if (lines === undefined) {
      told = { printed };
      return change(reduceQuiz(quiz, { kind: 'giveUp' }));
    }
    const drills = await services.drills.load();
    const isFirst = quiz.asked.wrong === 0;
    const verdict = await drills.judge(program, { mode: 'typed', lines }, isFirst);
    if (quiz.asked.program !== program.recipe || !isAsking()) return;
    told = { verdict: verdictText(verdict), ...(verdict.kind !== 'wrong' && { printed }) };
    await change(reduceQuiz(quiz, { kind: 'predicted', right: verdict.kind !== 'wrong' }));
  }

  const isAsking = (): boolean => quiz.asked.stage === 'ask';

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
    return ran && ran.at >= began ? ran : undefined;
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
  else runClock();

  return {
    get key() {
      return keyOf(quiz);
    },
    get stored() {
      return { ...quiz, shownAt: began, clock: { elapsed: elapsed() } };
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
          return runSnippet(request.lines);
        case 'giveUp':
          return runSnippet(undefined);
        case 'rate':
          return once(() => rate(request.rating));
        case 'skip':
          return change(reduceQuiz(quiz, { kind: 'skip' }));
        case 'undo':
          return once(undo);
        case 'openProblem':
          return openProblem();
        case 'explain':
          return explain();
        case 'again':
          if (failure !== undefined || quiz.left.length === 0) await begin();
          return changed();
        case 'more':
        case 'progress':
        case 'drill':
          await vscode.commands.executeCommand(opens[request.kind]);
          return;
        case 'showLog':
          log.show();
      }
    },
    setActive(active) {
      isActive = active;
      runClock();
    },
    dispose() {
      running?.abort();
      end.abort();
      markdown.dispose();
    },
  };
}

const opens = { more: command.quizFrom, progress: command.showProgress, drill: command.drill };

type NextRequest = Extract<QuizRequest, { kind: 'next' }>;

/** Of the card that is asked. */
const keyOf = ({ left, done }: Quiz): string => `${left[0] ?? 'summary'}#${done.length}`;

const title = (): string => vscode.l10n.t('Quiz');
const data = (): object => ({});
