import type { ProgressSection } from '../../shared/progress.ts';

/** A part of the page: what it says, a chart of it, and all of it as a table. */
export interface Section {
  readonly id: ProgressSection;
  /** Plain text, as all here that is not said to be HTML. */
  readonly title: string;
  readonly about: readonly string[];
  /** HTML; absent where there is too little to draw. */
  readonly chart?: string;
  readonly table?: Table;
  /** What can be done about it. */
  readonly actions?: readonly Action[];
}

export interface Action {
  readonly do: 'study' | 'drill' | 'interview' | 'quizHardest';
  readonly text: string;
}

export interface Table {
  readonly caption: string;
  readonly heads: readonly Head[];
  /** Each has a cell for each head; the first one names the row. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Head {
  readonly text: string;
  /** In a CSV file, where values have another form: `Known for (days)`; more than one where each value has a column. */
  readonly csv?: string | readonly string[];
  readonly isNumber?: boolean;
}

export interface Cell {
  readonly text: string;
  /** What a program reads, in a CSV file: a value for each column of its head, or one alone. */
  readonly csv?: string | number | readonly number[];
  /** Shown on the page instead. */
  readonly html?: string;
}

/** What is written where nothing is known. */
export const none: Cell = { text: '–', csv: '' };
