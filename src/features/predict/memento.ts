import type { Card, Draft, PageSnippet, PredictMemento, RunStatus } from '../../shared/predict.ts';
import type { Program } from '../services/snippet-argument.ts';
import type { Subject } from './subject.ts';

/** What of a subject is stored: snippets are looked up again, since the bank may be newer. */
export type StoredSource =
  { readonly snippet: string } | { readonly program: Program; readonly own: boolean };

export function storedSource(subject: Subject): StoredSource {
  return subject.kind === 'snippet'
    ? { snippet: subject.snippet.id }
    : { program: subject.program, own: subject.own };
}

/** What VS Code kept for a page, if it is what this version of Loopwise can read. */
export function readMemento(
  state: unknown,
): (PredictMemento & { source: StoredSource }) | undefined {
  if (!isRecord(state) || state['version'] !== 1 || !isRecord(state['draft'])) return undefined;
  const { source, cards, status } = state;
  if (!Array.isArray(cards) || !isRecord(status) || !isSource(source)) return undefined;
  return state as unknown as PredictMemento & { source: StoredSource };
}

/**
 * The draft and the result go on only when the snippet still has the same lines. Nothing runs by
 * being restored: what was running is over.
 */
export function restorePage(
  fresh: PageSnippet,
  stored: PredictMemento,
  empty: Draft,
): { readonly snippet: PageSnippet; readonly draft: Draft; readonly status: RunStatus } {
  const idle: RunStatus = { kind: 'idle', run: stored.status.run };
  if (!sameCards(fresh.cards, stored.cards)) return { snippet: fresh, draft: empty, status: idle };
  return {
    snippet: { ...fresh, cards: stored.cards },
    draft: stored.draft,
    status: stored.status.kind === 'running' ? idle : stored.status,
  };
}

function isSource(source: unknown): source is StoredSource {
  if (!isRecord(source)) return false;
  if (typeof source['snippet'] === 'string') return true;
  const { program } = source;
  return (
    isRecord(program) &&
    typeof program['code'] === 'string' &&
    typeof program['title'] === 'string' &&
    (program['kind'] === 'cjs' || program['kind'] === 'mjs')
  );
}

function sameCards(a: readonly Card[], b: readonly Card[]): boolean {
  const key = (cards: readonly Card[]): string =>
    cards
      .map(({ stream, text }) => `${stream} ${text}`)
      .toSorted()
      .join('\n');
  return key(a) === key(b);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
