import type { Candidate, ItemId } from './candidates.ts';
import type { Rehearsal } from './format.ts';
import { isProgramItem } from './interview-program.ts';

export interface DrawnFrom {
  /** 0 to 1: see `weaknessOf`. */
  readonly weakness: (id: ItemId) => number;
  /** What one of the last interviews asked. */
  readonly recent: ReadonlySet<string>;
  /** Numbers from 0 to 1, without 1. */
  readonly random: () => number;
}

/** What is asked, in its order: drawn by weight and weakness, each once, within the time. Empty only without candidates. */
export function drawItems(
  { format, minutes }: Pick<Rehearsal, 'format' | 'minutes'>,
  candidates: readonly Candidate[],
  { weakness, recent, random }: DrawnFrom,
): readonly ItemId[] {
  const drawn: Candidate[] = [];
  let left = minutes;
  for (;;) {
    const open = candidates.filter((one) => !drawn.includes(one) && isInTurn(one, drawn, format));
    const program = open.find(({ id }) => isProgramItem(id));
    const fitting = open.filter((one) => one.minutes <= left);
    // Something is asked even if it takes longer than there is time for: what takes the least time.
    const usual = drawn.length === 0 && fitting.length === 0 ? shortestOf(open) : fitting;
    // The first one is the easiest.
    const from = program && fitting.includes(program) ? [program] : usual;
    const next = pick(
      from,
      (one) =>
        one.weight *
        (1 + weakFactor * weakness(one.id)) *
        (recent.has(one.id) ? recentFactor : 1) *
        (format === 'deepDive' ? nearness(one, drawn) : 1),
      random,
    );
    if (!next) return drawn.map(({ id }) => id);
    drawn.push(next);
    left -= next.minutes;
  }
}

/** What is weakest is asked four times as often as what is known best. */
const weakFactor = 3;

const recentFactor = 0.1;

/**
 * In an assessment, in every third task an output is predicted: of a snippet first, then come checks of other
 * questions, then a program of the drill where there is one.
 */
function isInTurn({ id, near }: Candidate, drawn: readonly Candidate[], format: string): boolean {
  if (format !== 'assessment') return true;
  if (isProgramItem(id)) return drawn.length % 6 === 3;
  const isSnippet = id.startsWith('snippet:');
  if (isSnippet !== (drawn.length % 3 === 0)) return false;
  return !drawn.some((one) => one.near.some((question) => near.includes(question)));
}

/** A deep dive goes on with what the last answer leads to, else within its topic. */
function nearness({ near: [own], topic }: Candidate, drawn: readonly Candidate[]): number {
  const last = drawn.at(-1);
  if (!last) return 1;
  if (own !== undefined && last.near.includes(own)) return 20;
  return topic === last.topic ? 5 : 1;
}

function shortestOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const least = candidates.reduce((less, { minutes }) => Math.min(less, minutes), Infinity);
  return candidates.filter(({ minutes }) => minutes === least);
}

function pick(
  from: readonly Candidate[],
  weightOf: (one: Candidate) => number,
  random: () => number,
): Candidate | undefined {
  const weights = from.map(weightOf);
  let at = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    at -= weight;
    if (at < 0) return from[index];
  }
  // Sums of fractions are not exact.
  return from.at(-1);
}
