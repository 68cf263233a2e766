import type { AnswerDiagnosis, DrillProgram } from '../../drill/drill-work.ts';
import type { BeliefProgress } from '../../drill/belief-progress.ts';
import type { BeliefId } from '../../explain/beliefs.ts';
import type { RunResult } from '../../runner/model.ts';
import type { DrillLevel, Predicted } from '../../study/drill/drill-run.ts';
import type { Trace } from '../../trace/model.ts';
import type { Verdict } from '../../order/verdict.ts';
import type { Subject } from '../subject/subject.ts';

/** Programs that are made on the spot. What makes them is loaded when somebody asks. */
export interface Drills {
  load(): Promise<DrillService>;
}

/** All programs that it hands out ran on the user's Node, and printed what the model says. */
export interface DrillService {
  /**
   * The next program for somebody with these answers in the log.
   * @throws NoDrillError, NoNodeError, CannotRunError
   */
  next(wish: DrillWish, signal: AbortSignal): Promise<ReadyDrill>;
  /** The program of a recipe; undefined for text that isn't a recipe of this version. @throws like `next` */
  ofRecipe(recipe: string, signal: AbortSignal): Promise<ReadyDrill | undefined>;
  /** Runs a program that was kept; undefined where the run prints something else than it may. @throws NoNodeError, CannotRunError */
  ready(program: DrillProgram, signal: AbortSignal): Promise<ReadyDrill | undefined>;
  /** The shortest program that the belief gets wrong. @throws like `next` */
  smallest(belief: BeliefId, signal: AbortSignal): Promise<ReadyDrill>;
  /** What the answer says of its author, after those in the log. Never rejects: an answer counts without it. */
  diagnose(drill: ReadyDrill, lines: readonly string[]): Promise<AnswerDiagnosis>;
  /**
   * What the program would do if the belief were true, as the model has it: nothing that ran. Undefined where that is
   * the same, or where it can't be said.
   */
  imagine(drill: ReadyDrill, belief: BeliefId): Promise<Trace | undefined>;
  /** What the prediction is worth. @param isNew it is recorded in the log */
  judge(drill: ReadyDrill, prediction: Predicted, isNew: boolean): Promise<Verdict>;
  /** A belief was told to the user for the first time: from now on it is a card that is reviewed. */
  found(belief: BeliefId): Promise<void>;
  /** What became of the beliefs that were told, the last one first. Never rejects: none where it can't be said. */
  beliefs(): Promise<readonly BeliefProgress[]>;
}

/** With the thread that makes the programs. */
export interface DisposableDrillService extends DrillService {
  dispose(): void;
}

export interface DrillWish {
  readonly level: DrillLevel;
  /** The program has to show this belief to be wrong. */
  readonly against?: BeliefId;
  /** The program has to show the difference between two constructs. @see contrastName */
  readonly contrast?: string;
  /** Nobody has waited for it yet: any program of the level, rather than the most telling one. */
  readonly quick?: boolean;
}

/** A program that may be shown. */
export interface ReadyDrill extends DrillProgram {
  readonly subject: Subject;
  /** The real run, not recorded: what users are shown as the truth. */
  readonly run: RunResult;
}

/** Crosses bundles, so tell it by `name`. Its message is a sentence for the user. */
export class NoDrillError extends Error {
  override readonly name = 'NoDrillError';
}
