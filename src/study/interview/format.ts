import type { Level } from '../../bank/levels.ts';

/** The rounds of interviews that can be rehearsed; what each is like is told in `questions/prepare/interview-formats.md`. */
export type Format = (typeof formats)[number];

export const formats = [
  'screening',
  'assessment',
  'deepDive',
  'coding',
  'design',
  'behavioural',
] as const;

/** What is rehearsed: minutes from `shortest` to `longest`. */
export interface Rehearsal {
  readonly format: Format;
  readonly level: Level;
  readonly minutes: number;
}

export const [shortest, longest] = [15, 60];

export const isFormat = (value: unknown): value is Format =>
  formats.some((format) => format === value);

export const isMinutes = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= shortest && value <= longest;
