import type { ReadPack } from '../../bank/pack-folder.ts';
import type { Mistake } from '../../bank/mistake.ts';

/** What the host asks the thread that reads packs. */
export interface PackRequest {
  /** `read` answers with the bank too, which for a large pack takes a while to hand over. */
  readonly kind: 'read' | 'check';
  readonly folder: string;
  /** What the editor holds and has not saved, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

export type PackAnswer =
  | { readonly kind: 'read'; readonly pack: ReadPack }
  | { readonly kind: 'checked'; readonly mistakes: readonly Mistake[] };

/** Ids of the questions that come with Loopwise. */
export interface PackWorkerData {
  readonly ownQuestions: readonly string[];
}
