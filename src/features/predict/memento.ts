import type {
  LineCard,
  Draft,
  PageSnippet,
  PredictMemento,
  RunRecord,
  RunStatus,
} from '../../shared/predict.ts';
import { isRecord } from '../../collections/is-record.ts';
import { areCards, areTries, isDraft, isWithheld } from './stored-shapes.ts';

export type { PredictMemento };

/** What a page kept of its own, if it is what this version of Loopwise can read. */
export function readMemento(own: unknown): PredictMemento | undefined {
  if (!isRecord(own) || own['version'] !== 2) return undefined;
  const { cards, status, draft } = own;
  if (!areCards(cards) || !isDraft(draft, cards.length)) return undefined;
  if (!isRecord(status) || typeof status['run'] !== 'number') return undefined;
  if (!areTries(own['tries']) || !isWithheld(own['withheld'])) return undefined;
  return own as unknown as PredictMemento;
}

/** What a page begins with. */
export interface PageStart {
  readonly snippet: PageSnippet;
  readonly draft: Draft;
  readonly status: RunStatus;
  /** Of the run that the status tells of. */
  readonly record?: RunRecord;
}

/**
 * The draft and the result go on only when the snippet still has the same lines. Nothing runs by
 * being restored: what was running is over.
 */
export function restorePage(
  fresh: PageSnippet,
  stored: PredictMemento,
  empty: Draft,
): PageStart & { readonly goesOn: boolean } {
  const idle: RunStatus = { kind: 'idle', run: stored.status.run };
  if (!sameCards(fresh.cards, stored.cards)) {
    return { snippet: fresh, draft: empty, status: idle, goesOn: false };
  }
  return {
    snippet: { ...fresh, cards: stored.cards },
    draft: stored.draft,
    status: stored.status.kind === 'running' ? idle : stored.status,
    ...(stored.record && isOf(stored.status, stored.record) && { record: stored.record }),
    goesOn: true,
  };
}

function isOf({ kind, run }: RunStatus, { recording, explained }: RunRecord): boolean {
  return kind === 'finished' && (recording ?? explained)?.run === run;
}

function sameCards(a: readonly LineCard[], b: readonly LineCard[]): boolean {
  const key = (cards: readonly LineCard[]): string =>
    cards
      .map(({ stream, text }) => `${stream} ${text}`)
      .toSorted()
      .join('\n');
  return key(a) === key(b);
}
