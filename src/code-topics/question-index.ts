import type { Question } from '../bank/model.ts';

/** Which questions an API belongs to. */
export interface QuestionIndex {
  /** Every name that a question lists. */
  readonly names: readonly string[];
  /**
   * Ids of the questions of the first of these names that has any: first the one that lists it earliest,
   * which is the one that it is most about.
   * @param names of one API, the most exact first
   */
  find(names: readonly string[]): readonly string[];
}

/** @param questions in the order of the tree */
export function indexQuestions(
  questions: readonly Pick<Question, 'id' | 'relevantTo'>[],
): QuestionIndex {
  const byName = new Map<string, { id: string; place: number }[]>();
  for (const { id, relevantTo } of questions) {
    for (const [place, name] of relevantTo.entries()) {
      byName.set(name, [...(byName.get(name) ?? []), { id, place }]);
    }
  }
  // Sorting is stable: where the places are the same, the order of the tree decides.
  for (const entries of byName.values()) entries.sort((a, b) => a.place - b.place);
  return {
    names: [...byName.keys()],
    find(names) {
      const first = names.find((name) => byName.has(name));
      return first === undefined ? [] : (byName.get(first) ?? []).map(({ id }) => id);
    },
  };
}
