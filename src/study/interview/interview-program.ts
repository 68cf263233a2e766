import type { Level } from '../../bank/levels.ts';
import type { ModuleKind } from '../../bank/model.ts';
import { isRecord } from '../../collections/is-record.ts';
import type { DrillLevel } from '../drill/drill-run.ts';

/**
 * A program that was made for one interview. All of it is kept, not its recipe alone: another version makes
 * another program of the same recipe, and an interview goes on with what it has drawn.
 */
export interface InterviewProgram {
  /** See `recipeText` of the drill. */
  readonly recipe: string;
  readonly kind: ModuleKind;
  readonly code: string;
  /** What it may print; two for a race. */
  readonly outputs: readonly (readonly string[])[];
}

/** What the run printed by which a prediction was judged, and what its author may believe. */
export interface ProgramRun {
  readonly printed: readonly string[];
  /** Id of the belief that predicts exactly this. */
  readonly belief?: string;
  /** All answers fit it so well that it may be named. */
  readonly isNamed?: true;
}

/**
 * So many tasks of an interview are programs of the drill, at most. They are all about one thing, the order of
 * callbacks, while the snippets of the bank are about everything; and of the bank it is known what somebody
 * predicted wrong before. Two are enough to meet something that nobody can know by heart, and with them not more
 * than every second predicted output is one of them.
 */
export const mostPrograms = 2;

/** The levels of these programs, the easier one first: like snippets, each level of interview shares one with the level next to it. */
export const programLevels: Readonly<Record<Level, readonly DrillLevel[]>> = {
  junior: [1, 2],
  mid: [2, 3],
  senior: [3, 4],
};

/** @param id see `ItemId` */
export const isProgramItem = (id: string): boolean => id.startsWith('drill:');

export function programOf(value: unknown): InterviewProgram | undefined {
  if (!isRecord(value)) return undefined;
  const { recipe, kind, code, outputs } = value;
  if (typeof recipe !== 'string' || typeof code !== 'string') return undefined;
  if (kind !== 'cjs' && kind !== 'mjs') return undefined;
  if (!Array.isArray(outputs) || outputs.length === 0 || !outputs.every(isTexts)) return undefined;
  return { recipe, kind, code, outputs };
}

export function programRunOf(value: unknown): ProgramRun | undefined {
  if (!isRecord(value)) return undefined;
  const { printed, belief, isNamed } = value;
  if (!isTexts(printed)) return undefined;
  return {
    printed,
    ...(typeof belief === 'string' && { belief }),
    ...(isNamed === true && { isNamed }),
  };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');
