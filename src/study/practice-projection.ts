import type { Projection } from './projection.ts';
import { isLater, stampOf, type Stamp } from './stamp.ts';

/** What the log says of practice problems. */
export interface Practice {
  /** Whether its start code was ever opened, or its tests run. */
  met(problem: string): boolean;
  /** Whether its tests ever ran to their end, passed or failed. */
  tried(problem: string): boolean;
  /** Whether all its tests ever passed. */
  solved(problem: string): boolean;
  /** Its last run: when, in milliseconds since 1970, and how many tests passed and failed. */
  lastRun(problem: string): LastRun | undefined;
  /** The problems that were met. */
  all(): ReadonlySet<string>;
}

export interface LastRun {
  readonly at: number;
  readonly passed: number;
  readonly failed: number;
}

export interface PracticeProjection extends Projection {
  readonly practice: Practice;
}

interface State {
  solved: boolean;
  last?: Stamp & LastRun;
}

const ofProblem = /^problem:/;

export function createPracticeProjection(): PracticeProjection {
  const problems = new Map<string, State>();
  const practice: Practice = {
    met: (problem) => problems.has(problem),
    tried: (problem) => problems.get(problem)?.last !== undefined,
    solved: (problem) => problems.get(problem)?.solved === true,
    lastRun: (problem) => problems.get(problem)?.last,
    all: () => new Set(problems.keys()),
  };
  return {
    name: 'practice',
    version: 1,
    practice,
    add(event) {
      const { card, kind } = event;
      if (!ofProblem.test(card) || (kind !== 'opened' && kind !== 'practised')) return false;
      const problem = card.replace(ofProblem, '');
      const before = problems.get(problem);
      const state = before ?? { solved: false };
      problems.set(problem, state);
      if (kind === 'opened') return !before;
      const stamp = stampOf(event);
      const { passed, failed } = event;
      const changed = state.last === undefined || (failed === 0 && !state.solved);
      state.solved ||= failed === 0;
      if (!isLater(stamp, state.last)) return changed;
      state.last = { ...stamp, passed, failed };
      return true;
    },
    save: () => problems.entries(),
    restore(saved) {
      const [problem, state] = saved as [string, State];
      problems.set(problem, state);
    },
    reset: () => problems.clear(),
  };
}
