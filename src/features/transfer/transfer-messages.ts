import type { AnkiSource, AnkiTexts } from './anki-cards.ts';

/** What the thread that writes exports and compares logs is asked. */
export type TransferRequest =
  | {
      readonly kind: 'anki';
      readonly sources: readonly AnkiSource[];
      readonly texts: AnkiTexts;
      readonly deck: string;
    }
  | SyncRequest
  /** Which slot a machine wrote to. */
  | ({ readonly kind: 'own' } & Pick<SyncRequest, 'slots' | 'machine'>)
  /** Takes an export apart that another program has formatted. */
  | { readonly kind: 'formatted'; readonly text: string };

export interface SyncRequest {
  readonly kind: 'sync';
  /** Of the log. */
  readonly file: string;
  /** What each slot holds, as it is stored. */
  readonly slots: readonly unknown[];
  readonly machine: string;
  readonly preferred: number;
}

export interface SyncAnswer {
  /** Events of other machines that the log lacks, as lines. */
  readonly missing: readonly string[];
  /** What is to be written, and where; absent when a later Loopwise holds all slots, or there is nothing to write. */
  readonly own?: { readonly at: number; readonly text: string };
  /** Cards of this machine that its slot has no room for: others tell of their own. */
  readonly left: number;
}
