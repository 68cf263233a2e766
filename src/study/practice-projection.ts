import type { Projection } from './projection.ts';

/** What the log says of practice problems. */
export interface Practice {
  /** Whether its start code was ever opened, or its tests run. */
  met(problem: string): boolean;
  /** Whether its tests ever ran to their end, passed or failed. */
  tried(problem: string): boolean;
  /** Whether all its tests ever passed. */
  solved(problem: string): boolean;
  /** The problems that were met. */
  all(): ReadonlySet<string>;
}

export interface PracticeProjection extends Projection {
  readonly practice: Practice;
}

interface State {
  tried: boolean;
  solved: boolean;
}

const ofProblem = /^problem:/;

export function createPracticeProjection(): PracticeProjection {
  const problems = new Map<string, State>();
  const practice: Practice = {
    met: (problem) => problems.has(problem),
    tried: (problem) => problems.get(problem)?.tried === true,
    solved: (problem) => problems.get(problem)?.solved === true,
    all: () => new Set(problems.keys()),
  };
  return {
    name: 'practice',
    version: 1,
    practice,
    add({ card, kind, ...event }) {
      if (!ofProblem.test(card) || (kind !== 'opened' && kind !== 'practised')) return false;
      const problem = card.replace(ofProblem, '');
      const before = problems.get(problem);
      const state = before ?? { tried: false, solved: false };
      const { tried, solved } = state;
      problems.set(problem, state);
      if ('failed' in event) {
        state.tried = true;
        state.solved ||= event.failed === 0;
      }
      return !before || state.tried !== tried || state.solved !== solved;
    },
    save: () => problems.entries(),
    restore(saved) {
      const [problem, state] = saved as [string, State];
      problems.set(problem, state);
    },
    reset: () => problems.clear(),
  };
}
