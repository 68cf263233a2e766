// What the host and every page about a piece of code say to each other.

/** Page → host. A request is answered with `answered` or `failed` under its number. */
export type FromPage<Request> = OfPage<FromScript | (Request & { readonly id: number })>;

/** Host → page: what a kind of page is told, and what it is told of its requests and its code. */
export type ToPage<News> = OfPage<News | Answer | Colored>;

/** A message of or for one page: an older one may still be in sight, and is not meant. */
type OfPage<Message> = Message & Pick<CodePageData, 'page'>;

/** A page's script runs and wants to know what the host is doing; and then: it hears the host. */
export interface FromScript {
  readonly kind: 'ready' | 'shown';
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
