import type { BeliefId } from '../explain/beliefs.ts';
import { nominal } from './chance.ts';
import type { Drill } from './drill.ts';
import { runProgram } from './run-program.ts';

/** What sets of beliefs predict of one drill, computed when it is first asked for. */
export interface Predictions {
  of(beliefs: readonly BeliefId[]): readonly string[];
}

const known = new WeakMap<Drill, Predictions>();

/** Those of a drill; kept as long as the drill is. */
export function predictionsOf(drill: Drill): Predictions {
  const before = known.get(drill);
  if (before) return before;
  const outputs = new Map<string, readonly string[]>();
  const predictions: Predictions = {
    of(beliefs) {
      // A belief that changes nothing on its own hardly ever does beside others.
      const telling = beliefs.filter((id) => drill.believed.has(id));
      const [only] = telling;
      if (only === undefined) return drill.outputs[0] ?? [];
      if (telling.length === 1) return drill.believed.get(only) ?? [];
      const key = telling.toSorted().join(' ');
      const lines = outputs.get(key) ?? runProgram(drill.program, new Set(telling), nominal).lines;
      outputs.set(key, lines);
      return lines;
    },
  };
  known.set(drill, predictions);
  return predictions;
}
