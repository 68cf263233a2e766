import type { Mistake } from '../../bank/mistake.ts';
import type { Bank, Pack, Question, Snippet } from '../../bank/model.ts';

/** What the host asks the thread that reads a pack. */
export interface PackRequest {
  /** `read` answers with the bank without its contents; `part` brings these, piece by piece. */
  readonly kind: 'read' | 'part' | 'check';
  readonly folder: string;
  /** What the editor holds and has not saved, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Of `part`: which one, from 0. */
  readonly part?: number;
  /** Files that an earlier thread did not get through, by path. */
  readonly leftOut: ReadonlyMap<string, LeftOut>;
}

/** A file of that many characters: one of another length was changed, and is tried again. */
export interface LeftOut {
  readonly file: string;
  readonly length: number;
}

export type PackAnswer =
  | {
      readonly kind: 'read';
      readonly pack?: Pack;
      /** Without questions and snippets, which are in the parts. */
      readonly bank?: Bank;
      readonly parts: number;
      readonly mistakes: readonly Mistake[];
    }
  | {
      readonly kind: 'part';
      readonly questions: readonly Question[];
      readonly snippets: readonly Snippet[];
    }
  | { readonly kind: 'checked'; readonly mistakes: readonly Mistake[] };

/** Ids of the questions that come with Loopwise. */
export interface PackWorkerData {
  readonly ownQuestions: readonly string[];
}
