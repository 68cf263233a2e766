import type { Misconception, WrongPair } from '../trace/explanation.ts';
import type { Trace } from '../trace/model.ts';

/** What somebody may believe who predicted the later line of a pair first. */
export function misconceptionOf(
  _trace: Trace,
  _pair: Pick<WrongPair, 'earlier' | 'later' | 'explanation'>,
): Misconception | undefined {
  return undefined;
}
