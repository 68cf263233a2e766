import type { CodeReading } from './read-code.ts';
import { questionOfRule } from './findings/findings.ts';
import type { QuestionIndex } from './question-index.ts';

/** A question that a file touches. */
export interface FileQuestion {
  readonly id: string;
  /** Offsets where it is touched, in the order of the text; one at least. */
  readonly places: readonly FilePlace[];
}

export interface FilePlace {
  readonly start: number;
  readonly end: number;
}

/** An API may belong to many questions; those that it is most about count. */
const mostOfOneApi = 2;

/**
 * The questions that a file touches: by what it uses, and by what is found in it. Where an API is only imported
 * counts where nothing else does.
 * @param mastery of a question, from 0 to 1; those that are mastered least come first, and of these,
 *   those that know a better form of something in the file, then those that it touches first
 */
export function questionsInFile(
  { uses, findings }: CodeReading,
  index: QuestionIndex,
  mastery: (id: string) => number,
): FileQuestion[] {
  const used = new Map<string, FilePlace[]>();
  const imported = new Map<string, FilePlace[]>();
  const add = (to: Map<string, FilePlace[]>, id: string, { start, end }: FilePlace): void => {
    to.set(id, [...(to.get(id) ?? []), { start, end }]);
  };
  for (const use of uses) {
    for (const id of index.find(use.names).slice(0, mostOfOneApi)) {
      add(use.imported ? imported : used, id, use);
    }
  }
  for (const finding of findings) add(used, questionOfRule[finding.rule], finding);
  const better = new Set(findings.map(({ rule }) => questionOfRule[rule]));
  const ids = [...new Set([...used.keys(), ...imported.keys()])];
  return ids
    .map((id) => ({ id, places: sorted(used.get(id) ?? imported.get(id) ?? []) }))
    .map((one) => ({
      one,
      mastered: mastery(one.id),
      first: better.has(one.id) ? -1 : (one.places[0]?.start ?? 0),
    }))
    .sort((a, b) => a.mastered - b.mastered || a.first - b.first)
    .map(({ one }) => one);
}

const sorted = (places: readonly FilePlace[]): FilePlace[] =>
  [...places].sort((a, b) => a.start - b.start);
