import { isRecord } from '../../collections/is-record.ts';

/** From scripts that one reads at a glance (1) to those for which one takes notes (4). */
export type DrillLevel = 1 | 2 | 3 | 4;

/** A drill from its first program until somebody stops; plain JSON, so that it goes on after a restart. */
export interface DrillRun {
  /** Of the programs that come next. */
  readonly level: DrillLevel;
  /** The level rises and falls with success, or stays as it was chosen. */
  readonly adaptive: boolean;
  /** The recipe of the program that is on the page; absent until one is ready. */
  readonly program?: string;
  /** What was predicted of it, once its output is shown; absent for who wanted to see it. */
  readonly told?: { readonly prediction?: Predicted };
  /** Right answers in a row, up to now. */
  readonly streak: number;
  readonly best: number;
  readonly done: readonly DrilledProgram[];
  /** So many programs more against one belief. */
  readonly against?: { readonly belief: string; readonly left: number };
  readonly stopped: boolean;
}

export interface Predicted {
  readonly mode: 'cards' | 'typed';
  readonly lines: readonly string[];
}

export interface DrilledProgram {
  readonly level: DrillLevel;
  readonly right: boolean;
}

export type DrillAction =
  | { readonly kind: 'shown'; readonly program: string }
  | { readonly kind: 'answered'; readonly prediction: Predicted; readonly right: boolean }
  /** The output is wanted without a prediction. */
  | { readonly kind: 'gaveUp' }
  | { readonly kind: 'next' }
  | { readonly kind: 'level'; readonly level: DrillLevel | 'adaptive' }
  | { readonly kind: 'against'; readonly belief: string }
  | { readonly kind: 'stop' };

/** Where a drill begins that finds the level by itself. */
const firstLevel = 2;
/** The level rises after so many right answers in a row of that level. */
const risesAfter = 3;
/** It falls after so many wrong ones. */
const fallsAfter = 2;
/** *Three More Like This*. */
const more = 3;
/** A drill that begins with a belief: so many programs tell it from the rule. */
export const programsAgainst = 5;

export function startDrill(level: DrillLevel | 'adaptive'): DrillRun {
  const adaptive = level === 'adaptive';
  return {
    ...{ level: adaptive ? firstLevel : level, adaptive, streak: 0, best: 0, done: [] },
    stopped: false,
  };
}

/** The drill after an action; the same one where the action means nothing. */
export function reduceDrill(run: DrillRun, action: DrillAction): DrillRun {
  if (run.stopped) return run;
  switch (action.kind) {
    case 'shown':
      return run.program === undefined ? { ...run, program: action.program } : run;
    case 'answered':
      return answered(run, action.right, action.prediction);
    case 'gaveUp':
      return answered(run, false);
    case 'next':
      return run.told ? withoutProgram(run) : run;
    case 'level': {
      const adaptive = action.level === 'adaptive';
      const chosen = {
        ...run,
        adaptive,
        level: action.level === 'adaptive' ? run.level : action.level,
      };
      // What is on the page, and not answered yet, is of the level before.
      return run.told || chosen.level === run.level ? chosen : withoutProgram(chosen);
    }
    case 'against':
      return run.told
        ? { ...withoutProgram(run), against: { belief: action.belief, left: more } }
        : run;
    case 'stop':
      return { ...withoutProgram(run), stopped: true };
  }
}

function answered(run: DrillRun, right: boolean, prediction?: Predicted): DrillRun {
  if (run.program === undefined || run.told) return run;
  const streak = right ? run.streak + 1 : 0;
  const done = [...run.done, { level: run.level, right }];
  const { against, ...rest } = run;
  const left = (against?.left ?? 0) - 1;
  return {
    ...rest,
    ...{ streak, done, best: Math.max(run.best, streak) },
    level: run.adaptive ? levelAfter(run.level, done) : run.level,
    told: prediction ? { prediction } : {},
    ...(against && left > 0 && { against: { ...against, left } }),
  };
}

/** Until answers differ each one moves the level: whoever knows the event loop soon gets what is hard. */
function levelAfter(level: DrillLevel, done: readonly DrilledProgram[]): DrillLevel {
  const isFinding = done.every(({ right }) => right === done[0]?.right);
  const last = (count: number, right: boolean): boolean =>
    done.length >= count &&
    done.slice(-count).every((one) => one.level === level && one.right === right);
  if (level < 4 && last(isFinding ? 1 : risesAfter, true)) return (level + 1) as DrillLevel;
  if (level > 1 && last(isFinding ? 1 : fallsAfter, false)) return (level - 1) as DrillLevel;
  return level;
}

/** The drill between two programs. */
export function withoutProgram({ program: _, told: __, ...run }: DrillRun): DrillRun {
  return run;
}

/** A drill that was stored, from anywhere: undefined when it is none. */
export function readDrillRun(value: unknown): DrillRun | undefined {
  if (!isRecord(value)) return undefined;
  const { level, adaptive, program, told, streak, best, done, against, stopped } = value;
  const isWhole =
    isLevel(level) &&
    typeof adaptive === 'boolean' &&
    (program === undefined || typeof program === 'string') &&
    (told === undefined || isTold(told)) &&
    isCount(streak) &&
    isCount(best) &&
    Array.isArray(done) &&
    done.every(isDone) &&
    (against === undefined || isAgainst(against)) &&
    typeof stopped === 'boolean';
  return isWhole ? (value as unknown as DrillRun) : undefined;
}

export const isLevel = (value: unknown): value is DrillLevel =>
  value === 1 || value === 2 || value === 3 || value === 4;

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isDone = (value: unknown): boolean =>
  isRecord(value) && isLevel(value['level']) && typeof value['right'] === 'boolean';

const isAgainst = (value: unknown): boolean =>
  isRecord(value) && typeof value['belief'] === 'string' && isCount(value['left']);

function isTold(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { prediction } = value;
  if (prediction === undefined) return true;
  if (!isRecord(prediction)) return false;
  const { mode, lines } = prediction;
  return (
    (mode === 'cards' || mode === 'typed') &&
    Array.isArray(lines) &&
    lines.every((line) => typeof line === 'string')
  );
}
