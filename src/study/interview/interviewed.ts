import { isLevel, type Level } from '../../bank/levels.ts';
import type { ModuleKind } from '../../bank/model.ts';
import { isRecord } from '../../collections/is-record.ts';
import { isFormat, isMinutes, type Format } from './format.ts';
import { programRunOf, type ProgramRun } from './interview-program.ts';

/** A mock interview that is over, as the log keeps it: whole, so that its report stays as it is when the bank changes. */
export interface Interviewed {
  readonly kind: 'interviewed';
  readonly format: Format;
  readonly level: Level;
  /** How long it was to be, and how long it took, in milliseconds. */
  readonly minutes: number;
  readonly elapsedMs: number;
  /** How many items were drawn; those that were not answered are not among `items`. */
  readonly drawn: number;
  readonly items: readonly AnsweredItem[];
  readonly notes: readonly TimedNote[];
}

export interface AnsweredItem {
  /** See `ItemId`. */
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  readonly topic: string;
  /** Before any key point was shown. */
  readonly own: Score;
  /** What a good answer says; none where nobody could judge it. */
  readonly points: readonly Point[];
  /** How many follow-up questions were asked. */
  readonly followUps: number;
  readonly durationMs: number;
  /** What was typed; empty when it was said aloud. */
  readonly typed: string;
  /** A program of the drill, which no later version may be able to make again. */
  readonly program?: AnsweredProgram;
}

export interface AnsweredProgram {
  readonly kind: ModuleKind;
  readonly code: string;
  /** Absent where it couldn't be run. */
  readonly ran?: ProgramRun;
}

export interface Point {
  /** Inline Markdown. */
  readonly text: string;
  readonly said: boolean;
}

export interface TimedNote {
  /** Milliseconds of the interview's clock. */
  readonly at: number;
  /** Plain text on one line. */
  readonly text: string;
}

/** 1: no answer. 2: parts are missing or wrong. 3: right, with small gaps. 4: complete and clear. */
export type Score = 1 | 2 | 3 | 4;

export const isScore = (value: unknown): value is Score =>
  value === 1 || value === 2 || value === 3 || value === 4;

/** Of a line of the log; undefined for what only a later version understands. */
export function interviewedOf(fields: Readonly<Record<string, unknown>>): Interviewed | undefined {
  const { format, level, minutes, elapsedMs, drawn, items, notes } = fields;
  if (!isFormat(format) || !isLevel(level) || !isMinutes(minutes)) return undefined;
  if (!isCount(elapsedMs) || !isCount(drawn)) return undefined;
  const [answered, noted] = [listOf(items, itemOf), listOf(notes, noteOf)];
  if (!answered || !noted) return undefined;
  return {
    ...{ kind: 'interviewed', format, level, minutes, elapsedMs, drawn },
    ...{ items: answered, notes: noted },
  };
}

function itemOf(value: unknown): AnsweredItem | undefined {
  if (!isRecord(value)) return undefined;
  const { id, title, topic, own, points, followUps, durationMs, typed } = value;
  const told = listOf(points, pointOf);
  if (!isText(id) || !isText(title) || !isText(topic) || !isText(typed)) return undefined;
  if (!isScore(own) || !told || !isCount(followUps) || !isCount(durationMs)) return undefined;
  const program = answeredProgramOf(value['program']);
  return {
    ...{ id, title, topic, own, points: told, followUps, durationMs, typed },
    ...(program && { program }),
  };
}

function answeredProgramOf(value: unknown): AnsweredProgram | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, code } = value;
  const ran = programRunOf(value['ran']);
  if ((kind !== 'cjs' && kind !== 'mjs') || !isText(code)) return undefined;
  return { kind, code, ...(ran && { ran }) };
}

export function pointOf(value: unknown): Point | undefined {
  if (!isRecord(value)) return undefined;
  const { text, said } = value;
  return isText(text) && typeof said === 'boolean' ? { text, said } : undefined;
}

export function noteOf(value: unknown): TimedNote | undefined {
  if (!isRecord(value)) return undefined;
  const { at, text } = value;
  return isCount(at) && isText(text) ? { at, text } : undefined;
}

/** All of a list, or nothing. */
export function listOf<T>(
  value: unknown,
  read: (one: unknown) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = value.map(read);
  return all.every((one) => one !== undefined) ? all : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
