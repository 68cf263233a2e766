import { nameOfCard } from '../event-line.ts';
import type { ProgressEvent } from '../event.ts';
import type { Projection } from '../projection.ts';
import { isLater, stampOf, type Stamp } from '../stamp.ts';

/** What the answers of the drill add up to. What they say of beliefs is made from them, and never stored. */
export interface DrillProjection extends Projection {
  readonly drills: DrillLog;
}

export interface DrillLog {
  /** The latest answers, the oldest first. */
  answers(): readonly DrillAnswer[];
  /** The beliefs that answers fitted so well that they were told, each with when that was first: milliseconds since 1970. */
  found(): ReadonlyMap<string, number>;
  /** The beliefs that wrong predictions of snippets gave away, each with when that was last: milliseconds since 1970. */
  suspected(): ReadonlyMap<string, number>;
}

export interface DrillAnswer extends Stamp {
  /** See `recipeText` of the drill. */
  readonly recipe: string;
  readonly prediction: readonly string[];
  readonly right: boolean;
}

/** Answers before these say nothing of what somebody believes now. */
const mostAnswers = 100;

export function createDrillProjection(): DrillProjection {
  /** By the id of the event: the latest ones, in no order. */
  const answers = new Map<string, DrillAnswer>();
  const found = createFound();
  const suspected = new Map<string, number>();
  let inOrder: readonly DrillAnswer[] | undefined;

  function addAnswer(answer: DrillAnswer): boolean {
    if (answers.has(answer.id)) return false;
    answers.set(answer.id, answer);
    inOrder = undefined;
    if (answers.size <= mostAnswers) return true;
    const oldest = earliest(answers.values());
    answers.delete(oldest.id);
    return oldest.id !== answer.id;
  }

  return {
    name: 'drills',
    version: 3,
    drills: {
      answers: () =>
        (inOrder ??= [...answers.values()].toSorted((one, other) =>
          isLater(one, other) ? 1 : -1,
        )),
      found: () => found.beliefs(),
      suspected: () => suspected,
    },
    add(event: ProgressEvent) {
      const { at, id } = stampOf(event);
      if (event.kind === 'drilled') {
        const { prediction, verdict } = event;
        const right = verdict === 'exact' || verdict === 'possible';
        return addAnswer({ at, id, recipe: nameOfCard(event.card), prediction, right });
      }
      if (event.kind === 'suspected') {
        const belief = nameOfCard(event.card);
        if ((suspected.get(belief) ?? -1) >= at) return false;
        suspected.set(belief, at);
        return true;
      }
      if (event.kind === 'found') return found.add({ id, at, belief: nameOfCard(event.card) });
      // Those of other cards take reviews back.
      if (event.kind === 'undone' && event.card.startsWith('belief:')) {
        return found.takeBack(event.event);
      }
      return false;
    },
    *save() {
      for (const answer of answers.values()) yield { answer };
      for (const one of found.all()) yield { found: one };
      for (const undone of found.undone()) yield { undone };
      for (const [belief, at] of suspected) yield { suspected: belief, at };
    },
    restore(value) {
      const saved = value as
        | { answer: DrillAnswer }
        | { found: Found }
        | { undone: string }
        | { suspected: string; at: number };
      if ('answer' in saved) addAnswer(saved.answer);
      else if ('suspected' in saved) suspected.set(saved.suspected, saved.at);
      else if ('found' in saved) found.add(saved.found);
      else found.takeBack(saved.undone);
    },
    reset() {
      answers.clear();
      found.clear();
      suspected.clear();
      inOrder = undefined;
    },
  };
}

interface Found extends Stamp {
  readonly belief: string;
}

/** The beliefs that were found, and what of that was taken back, in whatever order it is read. */
function createFound() {
  const all = new Map<string, Found>();
  const undone = new Set<string>();
  let counted: ReadonlyMap<string, number> | undefined;

  function beliefs(): ReadonlyMap<string, number> {
    if (counted) return counted;
    const first = new Map<string, number>();
    for (const { id, belief, at } of all.values()) {
      if (!undone.has(id)) first.set(belief, Math.min(at, first.get(belief) ?? at));
    }
    return (counted = first);
  }

  /** Returns whether other beliefs are there now. */
  function changedBy(change: () => void): boolean {
    const before = beliefs();
    change();
    counted = undefined;
    const after = beliefs();
    return before.size !== after.size || [...before.keys()].some((belief) => !after.has(belief));
  }

  return {
    beliefs,
    all: () => all.values(),
    undone: () => undone.values(),
    add: (one: Found) => changedBy(() => all.set(one.id, all.get(one.id) ?? one)),
    takeBack: (id: string) => changedBy(() => undone.add(id)),
    clear() {
      all.clear();
      undone.clear();
      counted = undefined;
    },
  };
}

function earliest(answers: Iterable<DrillAnswer>): DrillAnswer {
  let [first] = answers;
  for (const answer of answers) if (first && isLater(first, answer)) first = answer;
  if (!first) throw new RangeError('There is no answer');
  return first;
}
