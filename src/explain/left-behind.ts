import type { TracedLine } from '../trace/model.ts';
import type { Judge } from './rule.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * Two lines that come in one order because of the callbacks that print them, and that other callbacks decide: those
 * that left the functions which print them, or the values that they print.
 */
export interface LeftBehind {
  readonly what: 'functions' | 'values';
  /** Callbacks of which one came before the other in this run, which need not be so in every run. */
  readonly one: number;
  readonly other: number;
  /** What the functions were left with, or the variable that both lines print something of. */
  readonly name: string;
}

type CertaintyOf = Judge['certaintyOf'];

interface Lines {
  readonly earlier: TracedLine;
  readonly later: TracedLine;
}

/** Undefined where nothing in the record or in the text says that the two lines could change places. */
export function leftBehind(
  record: TraceIndex,
  { earlier, later }: Lines,
  certaintyOf: CertaintyOf,
): LeftBehind | undefined {
  if (earlier.text === later.text) return undefined;
  if (earlier.from !== undefined || later.from !== undefined) return undefined;
  const races = (one: number, other: number): boolean =>
    certaintyOf(record.host(one), record.host(other)) !== 'certain';
  return functionsLeft(earlier, later, races) ?? valuesLeft(earlier, later, races);
}

function functionsLeft(
  { left: earlier }: TracedLine,
  { left: later }: TracedLine,
  races: (one: number, other: number) => boolean,
): LeftBehind | undefined {
  const name = earlier?.with.find((it) => later?.with.includes(it));
  if (!earlier || !later || name === undefined) return undefined;
  for (const one of earlier.by) {
    if (later.by.includes(one)) continue;
    const other = later.by.find((it) => it > one && !earlier.by.includes(it) && races(one, it));
    if (other !== undefined) return { what: 'functions', one, other, name };
  }
  return undefined;
}

function valuesLeft(
  { printed: earlier }: TracedLine,
  { printed: later }: TracedLine,
  races: (one: number, other: number) => boolean,
): LeftBehind | undefined {
  if (!earlier || !later || !mayBeAlike(earlier.lead, later.lead)) return undefined;
  for (const { name, by } of earlier.variables) {
    if (!later.variables.some((variable) => variable.name === name)) continue;
    for (const [at, one] of by.entries()) {
      const other = by.slice(at + 1).find((it) => races(one, it));
      if (other !== undefined) return { what: 'values', one, other, name };
    }
  }
  return undefined;
}

/** Lines that begin with different words of their own never print each other's text. */
const mayBeAlike = (one: string, other: string): boolean =>
  one.startsWith(other) || other.startsWith(one);
