import type { Kept, StoredPage } from '../../shared/page.ts';
import { isRecord } from '../../collections/is-record.ts';

/** What VS Code kept for a page, if it has the outer shape; what is inside may be anything. */
export function readStoredPage(state: unknown): StoredPage<unknown> | undefined {
  if (!isRecord(state) || typeof state['key'] !== 'string') return undefined;
  const { key, source, kept } = state;
  if (!Array.isArray(kept) || !kept.every(isKept)) return undefined;
  return { key, source, kept };
}

/** What the page that was shown last kept of its own. */
export function ownOf({ key, kept }: StoredPage<unknown>): unknown {
  return new Map(kept).get(key)?.own;
}

const isKept = (entry: unknown): entry is readonly [string, Kept<unknown>] =>
  Array.isArray(entry) && typeof entry[0] === 'string' && isRecord(entry[1]);
