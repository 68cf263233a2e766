import type { BeliefSet } from './belief-set.ts';
import type { Chance } from './chance.ts';
import { Interpreter } from './interpreter.ts';
import { Machine } from './machine.ts';
import type { Program } from './program.ts';
import type { Watcher } from './watcher.ts';

/** What the model says that a program prints. */
export interface Outcome {
  readonly lines: readonly string[];
  /**
   * Why the program is unfit for a drill: an error that nobody handles, or no end in sight.
   * Absent for one that runs through.
   */
  readonly fault?: 'unhandled' | 'endless';
}

/**
 * What a program prints if the beliefs were true; with none of them what Node.js prints, where
 * `chance` decides what is open.
 *
 * @param watcher is told of each step
 */
export function runProgram(
  program: Program,
  beliefs: BeliefSet,
  chance: Chance,
  watcher?: Watcher,
): Outcome {
  const machine = new Machine(beliefs, chance, watcher);
  const interpreter = new Interpreter(machine, program);
  const isOver = machine.run(() => interpreter.start(), program.kind);
  const { lines } = machine;
  if (!isOver) return { lines, fault: 'endless' };
  return interpreter.hasUnhandled() ? { lines, fault: 'unhandled' } : { lines };
}
