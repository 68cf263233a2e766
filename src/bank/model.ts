import type { Level } from './levels.ts';
import type { Order } from '../order/order.ts';
import type { OutputLine } from '../order/output.ts';

/** The compiled bank: what the build writes to one file and the extension reads at run time. */
export interface Bank {
  readonly format: 1;
  readonly topics: readonly Topic[];
  readonly questions: readonly Question[];
  readonly snippets: readonly Snippet[];
  /** Absent for packs, and until `npm run verify` has been run. */
  readonly verified?: Verified;
}

/** What `npm run verify` has shown. */
export interface Verified {
  /** Versions of Node.js that ran them: `24.1.0`. */
  readonly nodes: readonly string[];
  /** Of a snippet with a race and of any other, on each Node: idle, and as many again under load. */
  readonly runs: { readonly race: number; readonly steady: number };
  /** The day, `2026-11-23`, by the id of each snippet that hasn't changed since. */
  readonly snippets: Readonly<Record<string, string>>;
}

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Heading that several topics share in the tree, plain text. */
  readonly group?: string;
  /** Absent for the topics that come with Loopwise. */
  readonly pack?: Pack;
}

/**
 * A folder of questions from anyone. In a bank, the ids of its topics, questions and snippets
 * begin with the pack's id and a slash, so that they never meet those of others.
 */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

/** Texts are Markdown without raw HTML, unless a field says otherwise. */
export interface Question {
  readonly id: string;
  readonly topic: string;
  /** Id of the pack that it comes from, if it is not Loopwise's own. */
  readonly pack?: string;
  /** Plain text. */
  readonly title: string;
  /** A short name for the tree, plain text too. */
  readonly label?: string;
  readonly level: Level;
  readonly tags: readonly string[];
  readonly related: readonly string[];
  readonly sources: readonly Source[];
  /** Identifiers in a user's code that make this question relevant, e.g. `fs.readFileSync`. */
  readonly relevantTo: readonly string[];
  readonly answer: string;
  readonly example?: string;
  readonly sayIt: string;
  readonly keyPoints: readonly KeyPoint[];
  readonly commonMistake: string;
  readonly inProduction: string;
  readonly followUps: readonly FollowUp[];
  readonly checks: readonly Check[];
  /** `Snippet.id` of the snippets in the question's folder, from easy to hard. */
  readonly snippets: readonly string[];
  /** Drawings that its texts show, by the name that a fence `diagram` gives. */
  readonly diagrams: readonly Diagram[];
}

/** A drawing in the colours of the reader's theme; see docs/authoring.md for its classes. */
export interface Diagram {
  readonly name: string;
  /** Plain text; `desc` is the whole content in words. */
  readonly title: string;
  readonly desc: string;
  readonly viewBox: string;
  /** What is inside `svg`, written by the reader of the bank from what is allowed there. */
  readonly body: string;
}

export interface Source {
  readonly title: string;
  readonly url: string;
}

export interface KeyPoint {
  /** Unique within its question; progress is stored under it. */
  readonly id: string;
  readonly text: string;
}

export interface FollowUp {
  readonly question: string;
  readonly answer: string;
}

/** A quick multiple-choice item; exactly one choice is right. */
export interface Check {
  readonly id: string;
  readonly question: string;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly text: string;
  readonly correct: boolean;
  /** Why it is right or wrong, shown when it is chosen. */
  readonly reason: string;
}

export type Difficulty = 'easy' | 'medium' | 'hard' | 'devilish';
export type ModuleKind = 'cjs' | 'mjs';

export interface Snippet {
  /** `<question>/<file name without ending>`; unique in the bank, progress is stored under it. */
  readonly id: string;
  readonly question: string;
  readonly title: string;
  readonly difficulty: Difficulty;
  readonly kind: ModuleKind;
  /** The code as shown and as run: the file without its front matter. */
  readonly code: string;
  /** All possible outputs. */
  readonly expect: Order;
  /** Outputs on Node versions that differ; the first range that fits wins over `expect`. */
  readonly variants: readonly Variant[];
  /** The one thing it teaches, shown after the verdict. */
  readonly teaches: string;
  /** Why more than one order is possible; present exactly when it is. */
  readonly race?: string;
  readonly permissions: readonly Permission[];
  /** Lines that are cards too and that no output has; absent where there is none. */
  readonly decoys?: readonly OutputLine[];
  /** `Snippet.id` of the same program as the other module kind; both name each other. */
  readonly twin?: string;
}

export interface Variant {
  /** Node majors, inclusive: `{ from: 22 }`, `{ to: 24 }`. */
  readonly from?: number;
  readonly to?: number;
  readonly expect: Order;
}

/** What a snippet needs beyond plain computing. */
export type Permission = 'net' | 'child' | 'worker' | 'fs-read' | 'fs-write';
