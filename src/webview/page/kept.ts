import type { Kept, StoredPage } from '../../shared/page.ts';
import { vscode } from './host.ts';

/** What pages keep over being hidden, a reload of the window, and being gone back to. */
export interface KeptPages<Own> {
  of(key: string): Kept<Own> | undefined;
  /** Keeps something of the page that is shown now. */
  keep(key: string, source: unknown, kept: Kept<Own>): void;
}

/** @param most of how many pages, before the oldest is forgotten */
export function createKeptPages<Own>(most: number): KeptPages<Own> {
  const stored = vscode.getState() as Partial<StoredPage<Own>> | undefined;
  const pages = new Map<string, Kept<Own>>(stored?.kept ?? []);
  return {
    of: (key) => pages.get(key),
    keep(key, source, kept) {
      pages.delete(key);
      pages.set(key, kept);
      const [oldest] = pages.keys();
      if (pages.size > most && oldest !== undefined) pages.delete(oldest);
      vscode.setState({ key, source, kept: [...pages] } satisfies StoredPage<Own>);
    },
  };
}
