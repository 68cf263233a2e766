import { reduceQuiz, type Quiz } from '../../study/quiz/quiz.ts';
import type { Piece } from '../services/highlighter.ts';
import type { ReadyDrill } from '../services/drills.ts';
import { findSnippet } from '../services/find-subject.ts';
import { predictTyped } from '../services/predict-typed.ts';
import type { Services } from '../services/services.ts';
import type { StudyService } from '../services/study.ts';
import { runUnrecorded } from '../subject/judge-snippet.ts';
import { createBeliefPrograms, type BeliefCard } from './belief-programs.ts';
import { outcomeView, type OutcomeView } from './outcome-view.ts';
import type { QuizCard } from './quiz-card.ts';

/** The quiz whose cards are predicted, as its session has it. */
export interface AskedQuiz {
  readonly quiz: Quiz;
  /** Identifies the card that is asked. */
  readonly key: string;
  /** Notes something that the page does not show. */
  note(next: Quiz): void;
  /** Shows the card at another stage. */
  change(next: Quiz): Promise<void>;
}

/** The code of cards: what they show, and runs that judge what somebody predicts of it. */
export interface CardPrograms {
  /** The code that the card shows at its stage; undefined for one that has none. */
  codeOf(card: QuizCard): Promise<Piece | undefined>;
  /** What became of the card on the page. */
  readonly outcome: OutcomeView;
  /** @param lines undefined for who gives up and wants to see */
  predict(card: QuizCard | undefined, lines: readonly string[] | undefined): Promise<void>;
  /** Another card is asked: what still runs is of no interest any more. */
  leave(): void;
  dispose(): void;
}

export function createCardPrograms(
  services: Services,
  study: StudyService,
  asked: AskedQuiz,
): CardPrograms {
  const end = new AbortController();
  const programs = createBeliefPrograms(() => services.drills.load(), study, end.signal);
  let outcome: OutcomeView = {};
  let running: AbortController | undefined;

  const isAsking = (): boolean => asked.quiz.asked.stage === 'ask';

  async function programOf(card: BeliefCard): Promise<ReadyDrill> {
    const { key } = asked;
    const program = await programs.of(card, key, asked.quiz.asked.program);
    if (asked.key === key) {
      asked.note(reduceQuiz(asked.quiz, { kind: 'made', program: program.recipe }));
    }
    return program;
  }

  /** Runs the snippet, unrecorded. */
  async function predictSnippet(id: string, lines: readonly string[] | undefined): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    /** Neither another card nor another run of this one has been asked for meanwhile. */
    const isWanted = (): boolean => running === controller;
    const { signal } = controller;
    if (lines === undefined) {
      const subject = await findSnippet(services, id);
      const run =
        subject && (await runUnrecorded((one) => services.runner.run(one), subject, signal));
      if (!run || !isWanted()) return;
      outcome = outcomeView(run.lines, undefined);
      return asked.change(reduceQuiz(asked.quiz, { kind: 'giveUp' }));
    }
    const { wrong } = asked.quiz.asked;
    const attempt = { number: wrong + 1, seen: wrong > 0 ? 'line' : 'nothing' } as const;
    const lives = { card: signal, session: end.signal };
    const predicted = await predictTyped(services, id, { lines, attempt }, lives);
    if (!predicted || !isWanted()) return;
    const { verdict, run } = predicted;
    outcome = outcomeView(run.lines, verdict);
    await asked.change(
      reduceQuiz(asked.quiz, { kind: 'predicted', right: verdict.kind !== 'wrong' }),
    );
  }

  /** For the card of a belief, whose program ran before it was shown. */
  async function predictProgram(
    card: BeliefCard,
    lines: readonly string[] | undefined,
  ): Promise<void> {
    const program = await programOf(card);
    if (lines === undefined) {
      outcome = outcomeView(program.run.lines, undefined);
      return asked.change(reduceQuiz(asked.quiz, { kind: 'giveUp' }));
    }
    const drills = await services.drills.load();
    const isFirst = asked.quiz.asked.wrong === 0;
    const verdict = await drills.judge(program, { mode: 'typed', lines }, isFirst);
    if (asked.quiz.asked.program !== program.recipe || !isAsking()) return;
    outcome = outcomeView(program.run.lines, verdict);
    await asked.change(
      reduceQuiz(asked.quiz, { kind: 'predicted', right: verdict.kind !== 'wrong' }),
    );
  }

  return {
    async codeOf(card) {
      if (card.kind === 'snippet') return { code: card.snippet.code, language: 'javascript' };
      if (card.kind === 'problem') {
        const { solution } = card.problem;
        return asked.quiz.asked.stage === 'answer'
          ? { code: solution, language: 'mjs' }
          : undefined;
      }
      if (card.kind !== 'belief') return undefined;
      const { code, kind } = await programOf(card);
      return { code, language: kind };
    },
    get outcome() {
      return outcome;
    },
    async predict(card, lines) {
      if (!isAsking()) return;
      if (card?.kind === 'belief') await predictProgram(card, lines);
      else if (card?.kind === 'snippet') await predictSnippet(card.snippet.id, lines);
    },
    leave() {
      running?.abort();
      running = undefined;
      outcome = {};
    },
    dispose() {
      running?.abort();
      end.abort();
    },
  };
}
