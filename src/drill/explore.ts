import { noBeliefs } from './belief-set.ts';
import type { Chance } from './chance.ts';
import type { Program } from './program.ts';
import { runProgram } from './run-program.ts';

/** All outputs that a program may have, whatever the machine is busy with. */
export interface Exploration {
  /** Distinct ones; the first is that of an idle machine. */
  readonly outputs: readonly (readonly string[])[];
  /** False when it was given up, so that there may be more. */
  readonly isWhole: boolean;
  /** Of one of the runs. */
  readonly fault?: 'unhandled' | 'endless';
}

export interface ExploreLimits {
  /** It is given up with one more. */
  readonly outputs: number;
  /** Runs of the model. */
  readonly runs: number;
  /** Only what happens on a machine in use: short stops, and operations that take a while. */
  readonly isUsual?: boolean;
  /** With `isUsual`: the body of an ES module runs in the poll phase, as on Node.js 20. */
  readonly startsInPoll?: boolean;
}

/**
 * Follows every way in which the clock and the operations may turn out: any timer that waits may
 * be due whenever the loop looks, and an operation may be done in any poll phase. A program with
 * one output in all of them prints it on an idle and on a busy machine.
 */
export function explore(program: Program, limits: ExploreLimits): Exploration {
  const found = new Map<string, readonly string[]>();
  let path: Choice[] = [];
  for (let run = 0; run < limits.runs; run++) {
    const followed = new FollowedPath(path, limits.isUsual === true, limits.startsInPoll === true);
    const { lines, fault } = runProgram(program, noBeliefs, followed);
    if (fault) return { outputs: [...found.values()], isWhole: false, fault };
    const key = lines.join('\n');
    if (!found.has(key)) found.set(key, lines);
    if (found.size > limits.outputs) break;
    path = nextPath(followed.choices);
    if (path.length === 0) return { outputs: [...found.values()], isWhole: true };
  }
  return { outputs: [...found.values()], isWhole: false };
}

interface Choice {
  readonly ways: number;
  readonly way: number;
}

/** Chooses as a path says, and beyond its end always the first way. */
class FollowedPath implements Chance {
  readonly timePasses = true;
  readonly choices: Choice[] = [];

  constructor(
    private readonly path: readonly Choice[],
    readonly isUsual: boolean,
    readonly startsInPoll: boolean,
  ) {}

  choose(ways: number): number {
    if (ways < 2) return 0;
    const way = this.path[this.choices.length]?.way ?? 0;
    this.choices.push({ ways, way });
    return way;
  }
}

/** The next one in the order of a depth-first search; empty when there is none. */
function nextPath(choices: readonly Choice[]): Choice[] {
  const last = choices.findLastIndex(({ ways, way }) => way + 1 < ways);
  const turned = choices[last];
  return turned ? [...choices.slice(0, last), { ...turned, way: turned.way + 1 }] : [];
}
