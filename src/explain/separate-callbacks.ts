import type { Explanations } from '../trace/explanation.ts';
import type { Trace } from '../trace/model.ts';

/**
 * The pairs that say something of the event loop: those of lines that separate callbacks printed. Within one
 * callback, as in the lines of one table, the code itself is in that order, and the exit code is always last.
 */
export function betweenCallbacks(
  { lines }: Pick<Trace, 'lines'>,
  pairs: Explanations['pairs'],
): Explanations['pairs'] {
  return pairs.map((pair, at) => {
    const [earlier, later] = [lines[at], lines[at + 1]];
    if (later?.stream === 'exit') return undefined;
    const isOne = earlier?.callback !== undefined && earlier.callback === later?.callback;
    return isOne ? undefined : pair;
  });
}
