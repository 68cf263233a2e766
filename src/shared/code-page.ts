// What the host and every page about a piece of code say to each other.

/** Page → host. A request is answered with `answered` or `failed` under its number. */
export type FromPage<Request> = Ready | (Request & { readonly id: number });

/** The page's script runs and wants to know what the host is doing. */
export interface Ready {
  readonly kind: 'ready';
}

/** Host → page: what became of a request. The message is for the user. */
export type Answer =
  | { readonly kind: 'answered'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** Host → page: the code in the colours of a theme that has just been chosen. */
export interface Colored {
  readonly kind: 'colored';
  readonly html: string;
  readonly css: string;
}

/** What each of these pages is given with its document, and stores. */
export interface CodePageData {
  /** A new one for each subject shown, so that a stored state is not taken for another's. */
  readonly page: string;
  /** Given back by the serializer; the page only keeps it. */
  readonly source: unknown;
}
