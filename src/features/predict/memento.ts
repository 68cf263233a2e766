import type {
  Card,
  Draft,
  PageSnippet,
  PageView,
  PredictMemento,
  RunRecord,
  RunStatus,
} from '../../shared/predict.ts';
import { isRecord } from '../services/is-record.ts';
import { isStoredSource } from '../services/stored-source.ts';
import type { StoredSource } from '../services/stored-source.ts';

/** What VS Code kept for a page, if it is what this version of Loopwise can read. */
export function readMemento(
  state: unknown,
): (PredictMemento & { source: StoredSource }) | undefined {
  if (!isRecord(state) || state['version'] !== 1 || !isRecord(state['draft'])) return undefined;
  const { source, cards, status } = state;
  if (
    !Array.isArray(cards) ||
    !cards.every(isRecord) ||
    !isRecord(status) ||
    !isStoredSource(source)
  )
    return undefined;
  return state as unknown as PredictMemento & { source: StoredSource };
}

/** What a page begins with. */
export interface PageStart {
  readonly snippet: PageSnippet;
  readonly draft: Draft;
  readonly status: RunStatus;
  /** Of the run that the status tells of. */
  readonly record?: RunRecord;
  readonly view?: PageView;
}

/**
 * The draft and the result go on only when the snippet still has the same lines. Nothing runs by
 * being restored: what was running is over.
 */
export function restorePage(fresh: PageSnippet, stored: PredictMemento, empty: Draft): PageStart {
  const idle: RunStatus = { kind: 'idle', run: stored.status.run };
  if (!sameCards(fresh.cards, stored.cards)) return { snippet: fresh, draft: empty, status: idle };
  return {
    snippet: { ...fresh, cards: stored.cards },
    draft: stored.draft,
    status: stored.status.kind === 'running' ? idle : stored.status,
    ...(stored.record && isOf(stored.status, stored.record) && { record: stored.record }),
    ...(stored.view && { view: stored.view }),
  };
}

function isOf({ kind, run }: RunStatus, { recording, explained }: RunRecord): boolean {
  return kind === 'finished' && (recording ?? explained)?.run === run;
}

function sameCards(a: readonly Card[], b: readonly Card[]): boolean {
  const key = (cards: readonly Card[]): string =>
    cards
      .map(({ stream, text }) => `${stream} ${text}`)
      .toSorted()
      .join('\n');
  return key(a) === key(b);
}
