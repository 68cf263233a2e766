import type { ReadPack } from '../../bank/pack-folder.ts';
import type { Mistake } from '../../bank/mistake.ts';

/** What the host asks the worker that reads packs; answered in any order, by `request`. */
export interface PackRequest {
  readonly request: number;
  /** `read` answers with the bank too, which for a large pack takes a while to hand over. */
  readonly kind: 'read' | 'check';
  readonly folder: string;
  /** What the editor holds and has not saved, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

export type PackAnswer =
  | { readonly request: number; readonly kind: 'read'; readonly pack: ReadPack }
  | { readonly request: number; readonly kind: 'checked'; readonly mistakes: readonly Mistake[] }
  | { readonly request: number; readonly kind: 'failed'; readonly message: string };

/** Ids of the questions that come with Loopwise. */
export interface PackWorkerData {
  readonly ownQuestions: readonly string[];
}
