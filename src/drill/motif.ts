import type { BeliefId } from '../explain/beliefs.ts';
import type { ModuleKind } from '../bank/model.ts';
import type { Subjects } from './labels.ts';
import type { DrillFunction, Statement } from './program.ts';
import type { Random } from './random.ts';

/** From scripts that one reads at a glance (1) to those for which one takes notes (4). */
export type Level = 1 | 2 | 3 | 4;

/** What a motif is made with. */
export interface Making {
  readonly random: Random;
  readonly subjects: Subjects;
  readonly kind: ModuleKind;
  readonly level: Level;
}

/** A part of a program. Its statements keep their order; those of other parts may come in between. */
export interface Part {
  readonly functions?: readonly DrillFunction[];
  readonly statements: readonly Statement[];
  /** Has to be written at the top level, and after all other parts. */
  readonly isLast?: true;
  /** Has to be written at the top level. */
  readonly isTopLevel?: true;
}

/**
 * A small contest between callbacks that somebody with a certain belief gets wrong. Programs are
 * made of these: statements that are put together at random rarely teach anything.
 */
export interface Motif {
  /** The lowest level that it is for. */
  readonly level: Level;
  /** The highest one, but for programs against a belief: above, it only adds lines. Absent for all. */
  readonly highest?: Level;
  /**
   * It has two outputs, so it is for programs that race alone. What races in the script itself is for
   * CommonJS: on Node.js 20 the body of an ES module runs in the poll phase, so immediates come first.
   */
  readonly races?: 'script' | 'callback';
  /** The reader has to count microtasks; a program with two of these is tedious. */
  readonly counts?: true;
  /** Its callbacks run in later turns of the loop, so its lines may all come after those of other parts. */
  readonly isLate?: true;
  /** It keeps the thread busy. */
  readonly blocks?: true;
  /** What it can show to be wrong, on its own or beside others. */
  readonly against: readonly BeliefId[];
  readonly kind?: ModuleKind;
  make(making: Making): Part;
}
