import { isLevel } from '../../bank/levels.ts';
import { isRecord } from '../../collections/is-record.ts';
import type { ItemId } from './candidates.ts';
import { elapsedAt, newClock, readClock, run, type Clock } from '../clock.ts';
import { isFormat, isMinutes, type Rehearsal } from './format.ts';
import {
  programOf,
  programRunOf,
  type InterviewProgram,
  type ProgramRun,
} from './interview-program.ts';
import {
  isScore,
  listOf,
  noteOf,
  pointOf,
  type Point,
  type Score,
  type TimedNote,
} from './interviewed.ts';

/** A mock interview from its first page to its report; plain JSON, so that it goes on after a restart. */
export interface MockInterview extends Rehearsal {
  /** A UUID; its report in the log has it too. */
  readonly id: string;
  /** `ready`: the clock has not begun. `asking`: an item is on the page. `over`: the report is. */
  readonly stage: 'ready' | 'asking' | 'over';
  readonly paused: boolean;
  readonly clock: Clock;
  /** Everything that was drawn; `done.length` of it are answered, and the next one is on the page. */
  readonly items: readonly ItemId[];
  /** The programs of the drill among them. */
  readonly programs: readonly InterviewProgram[];
  readonly asked: AskedItem;
  readonly done: readonly ScoredItem[];
  readonly notes: readonly TimedNote[];
}

/** What has happened to the item on the page. */
export interface AskedItem {
  /**
   * `ask`: the clock runs. `score`: the answer is given, and nothing of the right one is shown. `points`: what a
   * good answer says is shown, to be ticked. `answer`: all is shown.
   */
  readonly stage: 'ask' | 'score' | 'points' | 'answer';
  /** How many follow-up questions, or hints of a problem, are shown. */
  readonly followUps: number;
  /** What was typed, by field: one text, the parts of an outline, or predicted lines. */
  readonly typed: readonly string[];
  /** Of a quick check, by its place in the bank. */
  readonly choice?: number;
  readonly own?: Score;
  /** What is to be ticked, from when it is shown. */
  readonly points: readonly Point[];
  /** Of a program of the drill, once it was judged. */
  readonly ran?: ProgramRun;
  /** Of the clock, when it was first shown. */
  readonly from: number;
}

export interface ScoredItem extends AskedItem {
  readonly id: ItemId;
  readonly own: Score;
  readonly durationMs: number;
}

export type InterviewAction =
  | { readonly kind: 'begin' | 'pause' | 'resume' | 'followUp' | 'answer' | 'next' | 'finish' }
  /** `draft`: what is written so far, so that nothing of it is lost. */
  | {
      readonly kind: 'draft' | 'submit';
      readonly typed: readonly string[];
      readonly choice?: number;
    }
  | {
      readonly kind: 'score';
      readonly own: Score;
      readonly points: readonly Point[];
      /** Whether they were said is known, as of a quick check: nothing is left to tick. */
      readonly known: boolean;
      readonly ran?: ProgramRun;
    }
  | { readonly kind: 'tick'; readonly point: number; readonly on: boolean }
  | { readonly kind: 'note'; readonly text: string }
  /** The item can't be asked any more, as when a pack was removed. */
  | { readonly kind: 'drop' };

const untouched = (from: number): AskedItem => ({
  ...{ stage: 'ask', followUps: 0, typed: [], points: [], from },
});

export function newInterview(
  { format, level, minutes }: Rehearsal,
  id: string,
  items: readonly ItemId[],
  programs: readonly InterviewProgram[] = [],
): MockInterview {
  return {
    ...{ id, format, level, minutes, items, programs, stage: 'ready', paused: false },
    ...{ clock: newClock, asked: untouched(0), done: [], notes: [] },
  };
}

export const currentItem = ({ stage, items, done }: MockInterview): ItemId | undefined =>
  stage === 'over' ? undefined : items[done.length];

/** Milliseconds that are left; below 0 when it takes longer. @param now see `Clock` */
export const leftAt = ({ minutes, clock }: MockInterview, now: number): number =>
  minutes * 60_000 - elapsedAt(clock, now);

/**
 * The interview after an action; the same one where the action means nothing at its stage. The clock runs only
 * while something is to be answered.
 * @param now see `Clock`
 */
export function reduceInterview(
  interview: MockInterview,
  action: InterviewAction,
  now: number,
): MockInterview {
  const next = reduced(interview, action, now);
  if (next === interview) return interview;
  const runs = next.stage === 'asking' && !next.paused && next.asked.stage === 'ask';
  return { ...next, clock: run(next.clock, runs, now) };
}

function reduced(interview: MockInterview, action: InterviewAction, now: number): MockInterview {
  const { stage, paused, asked, clock, items } = interview;
  if (action.kind === 'note') {
    const text = action.text.replace(/\s+/g, ' ').trim();
    if (text === '' || stage !== 'asking') return interview;
    const at = Math.round(elapsedAt(clock, now));
    return { ...interview, notes: [...interview.notes, { at, text }] };
  }
  if (action.kind === 'begin') {
    return stage === 'ready' && items.length > 0 ? { ...interview, stage: 'asking' } : interview;
  }
  if (action.kind === 'drop') return without(interview, now);
  if (stage !== 'asking') return interview;
  const at = (change: Partial<AskedItem>): MockInterview => ({
    ...interview,
    asked: { ...asked, ...change },
  });
  switch (action.kind) {
    case 'pause':
      return asked.stage === 'ask' && !paused ? { ...interview, paused: true } : interview;
    case 'resume':
      return paused ? { ...interview, paused: false } : interview;
    case 'followUp':
      return asked.stage === 'ask' && !paused ? at({ followUps: asked.followUps + 1 }) : interview;
    case 'draft':
    case 'submit': {
      if (asked.stage !== 'ask' || paused) return interview;
      const { typed, choice } = action;
      const stage = action.kind === 'submit' ? 'score' : 'ask';
      return at({ stage, typed, ...(choice !== undefined && { choice }) });
    }
    case 'score': {
      if (asked.stage !== 'score') return interview;
      const { own, points, known, ran } = action;
      const stage = known || points.length === 0 ? 'answer' : 'points';
      return at({ own, points, stage, ...(ran && { ran }) });
    }
    case 'tick': {
      if (asked.stage !== 'points' && asked.stage !== 'answer') return interview;
      const { point, on } = action;
      return at({
        points: asked.points.map((one, index) => (index === point ? { ...one, said: on } : one)),
      });
    }
    case 'answer':
      return asked.stage === 'points' ? at({ stage: 'answer' }) : interview;
    case 'next': {
      if (asked.stage !== 'answer') return interview;
      const kept = withScored(interview, now);
      const isOver = kept.done.length === items.length || leftAt(interview, now) <= 0;
      return { ...kept, stage: isOver ? 'over' : 'asking' };
    }
    // What is scored counts, even if its answer was not read.
    case 'finish':
      return { ...withScored(interview, now), stage: 'over', paused: false };
  }
}

/** The item on the page is done, if it has been scored. */
function withScored(interview: MockInterview, now: number): MockInterview {
  const { asked, items, done, clock } = interview;
  const id = items[done.length];
  const { own } = asked;
  if (id === undefined || own === undefined) return interview;
  const durationMs = Math.round(elapsedAt(clock, now) - asked.from);
  return {
    ...interview,
    done: [...done, { ...asked, own, id, durationMs }],
    asked: untouched(elapsedAt(clock, now)),
  };
}

function without(interview: MockInterview, now: number): MockInterview {
  const { items, done, clock, stage } = interview;
  const left = items.filter((_, index) => index !== done.length);
  const isOver = stage === 'asking' && left.length === done.length;
  return {
    ...{ ...interview, items: left, asked: untouched(elapsedAt(clock, now)) },
    ...(isOver && { stage: 'over' as const }),
  };
}

/** For storing: what is stored while the clock runs goes on from there, paused. @param now see `Clock` */
export function storedInterview(interview: MockInterview, now: number): MockInterview {
  const { clock, paused } = interview;
  const isRunning = clock.since !== undefined;
  return { ...interview, clock: run(clock, false, now), paused: paused || isRunning };
}

/** An interview that was stored, from anywhere: undefined when it is none. */
export function readInterview(value: unknown): MockInterview | undefined {
  if (!isRecord(value)) return undefined;
  const { id, stage, format, level, minutes, items, done, paused } = value;
  const [clock, asked, notes] = [
    readClock(value['clock']),
    askedOf(value['asked']),
    listOf(value['notes'], noteOf),
  ];
  if (typeof id !== 'string' || !isFormat(format) || !isLevel(level)) return undefined;
  if (stage !== 'ready' && stage !== 'asking' && stage !== 'over') return undefined;
  const [drawn, scored] = [listOf(items, itemIdOf), listOf(done, scoredOf)];
  // Those of an older version have none.
  const programs = listOf(value['programs'] ?? [], programOf);
  if (!isMinutes(minutes) || typeof paused !== 'boolean') return undefined;
  if (!clock || !asked || !notes || !drawn || !programs) return undefined;
  if (!scored || scored.length > drawn.length) return undefined;
  return {
    ...{ id, format, level, minutes, stage, paused },
    ...{ clock, asked, notes, items: drawn, programs, done: scored },
  };
}

function askedOf(value: unknown): AskedItem | undefined {
  if (!isRecord(value)) return undefined;
  const { stage, followUps, from, choice, own } = value;
  const ran = programRunOf(value['ran']);
  const [typed, points] = [listOf(value['typed'], textOf), listOf(value['points'], pointOf)];
  if (stage !== 'ask' && stage !== 'score' && stage !== 'points' && stage !== 'answer') {
    return undefined;
  }
  if (!Number.isSafeInteger(followUps) || typeof from !== 'number' || !typed || !points) {
    return undefined;
  }
  // Whatever is shown after the own score needs it.
  if ((stage === 'points' || stage === 'answer') && !isScore(own)) return undefined;
  return {
    ...{ stage, followUps: followUps as number, typed, points, from },
    ...(Number.isSafeInteger(choice) && { choice: choice as number }),
    ...(isScore(own) && { own }),
    ...(ran && { ran }),
  };
}

function scoredOf(value: unknown): ScoredItem | undefined {
  const asked = askedOf(value);
  if (!asked || !isRecord(value)) return undefined;
  const id = itemIdOf(value['id']);
  const { durationMs } = value;
  const { own } = asked;
  return id !== undefined && own !== undefined && typeof durationMs === 'number'
    ? { ...asked, own, id, durationMs }
    : undefined;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const itemIdOf = (value: unknown): ItemId | undefined =>
  typeof value === 'string' && /^(question|snippet|check|drill|problem|story):./su.test(value)
    ? (value as ItemId)
    : undefined;
