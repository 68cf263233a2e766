import type { Level } from '../../../src/bank/levels.ts';
import type { Check } from '../../../src/bank/model.ts';

/** A question has at least as many quick checks. */
export const leastChecks = 4;
/** A right choice may be longer than the next longest by this factor, or by a word. */
const factor = 1.3;
const word = 8;

/** What makes a quick check easy to guess, in words. */
export function complaintsAboutCheck(check: Check, level: Level): string[] {
  const complaints: string[] = [];
  const count = check.choices.length;
  const wanted = level === 'senior' ? [4] : [3, 4];
  if (!wanted.includes(count)) {
    complaints.push(`#${check.id} has ${count} choices; write ${wanted.join(' or ')}`);
  }
  const { right, others } = lengthsOf(check);
  const next = Math.max(...others);
  if (right > next * factor && right - next > word) {
    const much = `${right} letters, the next one has ${next}`;
    complaints.push(`#${check.id}: the right choice is much longer than the others (${much})`);
  }
  const texts = check.choices.map(({ text }) => text.toLowerCase());
  if (new Set(texts).size < count) complaints.push(`#${check.id} has the same choice twice`);
  return complaints;
}

export const isLongest = (check: Check): boolean => {
  const { right, others } = lengthsOf(check);
  return others.every((length) => right > length);
};

export const isShortest = (check: Check): boolean => {
  const { right, others } = lengthsOf(check);
  return others.every((length) => right < length);
};

function lengthsOf({ choices }: Check): { readonly right: number; readonly others: number[] } {
  const right = choices.find(({ correct }) => correct)?.text.length ?? 0;
  return {
    right,
    others: choices.filter(({ correct }) => !correct).map(({ text }) => text.length),
  };
}
