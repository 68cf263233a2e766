import type { AnkiSource, AnkiTexts } from './anki-cards.ts';

/** What the thread that writes exports and compares logs is asked. */
export type TransferRequest =
  | {
      readonly kind: 'anki';
      readonly sources: readonly AnkiSource[];
      readonly texts: AnkiTexts;
      readonly deck: string;
    }
  | SyncRequest;

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
  /** Cards that no slot has room for: of this machine, and of those that said so. */
  readonly left: number;
}
