import type { Level } from './levels.ts';

/** Study material beside the bank: what the build writes to `dist/material.json`. */
export interface Material {
  readonly format: 1;
  readonly plan: Plan;
  readonly finalWeek: FinalWeek;
  readonly cheatSheet: SheetOutline;
  readonly templates: readonly StoryTemplate[];
  readonly practice: readonly Problem[];
}

/** One line to tick; its id is unique among all items, and progress is stored under it. */
export interface Item {
  readonly id: string;
  /** Plain text. */
  readonly text: string;
  /** How long it takes, roughly. */
  readonly minutes: number;
  /** Ids of the questions, snippets and practice problems that it leads to. */
  readonly questions: readonly string[];
  readonly snippets: readonly string[];
  readonly problems: readonly string[];
  /** The template of the story that it asks for. */
  readonly story?: string | undefined;
}

export interface Plan {
  readonly weeks: readonly Week[];
}

export interface Week {
  readonly title: string;
  readonly goal: string;
  readonly items: readonly Item[];
}

export interface FinalWeek {
  /** What to be able to explain. */
  readonly items: readonly Item[];
  readonly coding: readonly Item[];
  readonly design: readonly Item[];
  readonly star: readonly Item[];
  /** For the two days before the interview, which bring nothing new. */
  readonly lastDays: readonly Item[];
}

export interface SheetOutline {
  /** From junior to senior within each title. */
  readonly sections: readonly SheetSection[];
}

export interface SheetSection {
  readonly title: string;
  readonly level: Level;
  readonly questions: readonly string[];
}

/** A document to be written from: a STAR story, or how one presents a project. */
export interface StoryTemplate {
  /** The file's name without its ending. */
  readonly id: string;
  readonly title: string;
  /** From and to how many minutes it takes to tell. */
  readonly minutes: readonly [least: number, most: number];
  readonly parts: readonly StoryPart[];
  /** Markdown to start from; each part is a heading `##` with the part's title. */
  readonly body: string;
}

export interface StoryPart {
  readonly id: string;
  readonly title: string;
  /** What belongs there, as one sentence. */
  readonly asks: string;
  /** How many words it has at least. */
  readonly least: number;
  /** Whether it needs a number, as a result does. */
  readonly number: boolean;
}

export type ProblemKind =
  'arrays' | 'strings' | 'objects' | 'maps' | 'async' | 'repair' | 'endpoint' | 'blocking';

/** A live-coding problem. */
export interface Problem {
  /** The name of its folder. */
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly kind: ProblemKind;
  /** How long it may take in an interview. */
  readonly minutes: number;
  readonly questions: readonly string[];
  /** To be shown one by one. */
  readonly hints: readonly string[];
  /** How many tests, from the first, are shown with their code; the others are hidden. */
  readonly visible: number;
  readonly mistakes: readonly KnownMistake[];
  /** The task, as Markdown. */
  readonly task: string;
  /** ES modules: what one begins with, one good answer, and the tests for both. */
  readonly start: string;
  readonly solution: string;
  readonly tests: string;
}

/** A weak solution that people hand in, and what is said of it. */
export type KnownMistake = {
  /** The name that it has among the wrong solutions that the tests of Loopwise keep. */
  readonly id: string;
  /** Plain text, one or two sentences. */
  readonly says: string;
} & (
  | /** It fails exactly these tests. */ { readonly fails: readonly string[] }
    /** It passes all tests, and its code matches this regular expression. */
  | { readonly uses: string }
);
