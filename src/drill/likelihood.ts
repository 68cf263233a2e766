/** How often somebody slips: predicts something else than what they believe leads to. */
const slips = 0.15;
/** The share of slips that only move one line. */
const smallSlips = 0.6;

type Lines = readonly string[];

/** How a prediction stands to what a set of beliefs predicts. */
export type Fit = 'exact' | 'one line moved' | 'other';

export function fitOf(prediction: Lines, believed: Lines): Fit {
  if (prediction.length !== believed.length) return 'other';
  const from = prediction.findIndex((line, at) => line !== believed[at]);
  if (from < 0) return 'exact';
  const to = prediction.findLastIndex((line, at) => line !== believed[at]);
  const [one, other] = [prediction.slice(from, to + 1), believed.slice(from, to + 1)];
  const isMoved =
    isSame([...one.slice(1), ...one.slice(0, 1)], other) ||
    isSame([...one.slice(-1), ...one.slice(0, -1)], other);
  return isMoved ? 'one line moved' : 'other';
}

/** The probability of a prediction by somebody whose beliefs predict `believed`. */
export function likelihood(prediction: Lines, believed: Lines): number {
  const places = prediction.length * Math.max(1, prediction.length - 1);
  switch (fitOf(prediction, believed)) {
    case 'exact':
      return 1 - slips;
    case 'one line moved':
      return (slips * smallSlips) / places;
    case 'other':
      return (slips * (1 - smallSlips)) / (places * 20);
  }
}

const isSame = (one: Lines, other: Lines): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);
