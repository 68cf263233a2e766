import type { Stamp } from './stamp.ts';

/** What the events of one question or snippet add up to. */
export interface CardState {
  /** Milliseconds since 1970 of the latest event; 0 for none. */
  latest: number;
  opened: boolean;
  tried: boolean;
  solved: boolean;
  /** The latest one that said whether it was right. */
  prediction?: Stamp & { readonly wrong: boolean };
  bookmark?: Stamp & { readonly on: boolean };
  askLater?: Stamp & { readonly on: boolean };
  note?: Stamp & { readonly text: string };
  /** By the key point's id. */
  readonly ticks: Map<string, Stamp & { readonly on: boolean }>;
  /** By the check's id. */
  readonly answers: Map<string, Stamp & { readonly choice: number; readonly correct: boolean }>;
}

export function emptyCard(): CardState {
  return {
    latest: 0,
    opened: false,
    tried: false,
    solved: false,
    ticks: new Map(),
    answers: new Map(),
  };
}

type SavedCard = Omit<CardState, 'ticks' | 'answers'> & {
  readonly ticks: [string, Stamp & { on: boolean }][];
  readonly answers: [string, Stamp & { choice: number; correct: boolean }][];
};

/** As JSON, for a snapshot. */
export function saveCard({ ticks, answers, ...rest }: CardState): SavedCard {
  return { ...rest, ticks: [...ticks], answers: [...answers] };
}

/** Of what `saveCard` made; throws on anything else that is no card at all. */
export function restoreCard(saved: unknown): CardState {
  const { ticks, answers, ...rest } = saved as SavedCard;
  return { ...rest, ticks: new Map(ticks), answers: new Map(answers) };
}
