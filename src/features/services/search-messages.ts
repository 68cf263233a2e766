import type { SearchDocument } from '../../bank/search-document.ts';

/** What the host asks the thread that searches; the answer is a list of hits, mostly empty. */
export type SearchRequest =
  | { readonly kind: 'add'; readonly documents: readonly SearchDocument[] }
  | { readonly kind: 'find'; readonly words: string };
