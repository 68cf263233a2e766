import type { Misconception, WrongPair } from '../trace/explanation.ts';
import type { Trace } from '../trace/model.ts';
import { beliefs } from './beliefs.ts';

/**
 * What somebody may believe who predicted the later line of a pair first. Undefined for a race,
 * where nobody is wrong, and where nothing typical is known.
 */
export function misconceptionOf(
  trace: Trace,
  { later, explanation }: Pick<WrongPair, 'later' | 'explanation'>,
): Misconception | undefined {
  if (explanation.certainty !== 'certain') return undefined;
  const callback = trace.callbacks[trace.lines[later]?.callback ?? -1];
  const api = trace.tasks[callback?.task ?? -1]?.api ?? '';
  const row = beliefs.find(({ seenIn }) => {
    if (!seenIn?.rules.includes(explanation.rule)) return false;
    const { predicted } = seenIn;
    if (predicted?.phase !== undefined && predicted.phase !== callback?.phase) return false;
    return predicted?.api?.test(api) ?? true;
  });
  return row && { id: row.id, text: row.text, question: row.question };
}
