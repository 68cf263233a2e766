// What the host and every page say to each other. A page's document is loaded once for a panel;
// what it shows comes as a message and is put in place.

/** Page → host. */
export type FromPage<Request> =
  /** The document's script listens: at first, and again when the panel was hidden meanwhile. */
  | { readonly kind: 'ready' }
  /** Answered with `done` or `failed` under the same `id`. */
  | {
      readonly kind: 'request';
      readonly page: number;
      readonly id: number;
      readonly request: Request;
    };

/** Host → page. All but the first two are about the page of that number; a page that shows another one drops them. */
export type ToPage<Data, HostMessage> =
  /** Once for a document, before what it shows; English needs none. By the English text. */
  | { readonly kind: 'translations'; readonly contents: Readonly<Record<string, string>> }
  | Show<Data>
  | { readonly kind: 'message'; readonly page: number; readonly message: HostMessage }
  | ({ readonly kind: 'colors'; readonly page: number } & CodeColors)
  | { readonly kind: 'done'; readonly page: number; readonly id: number }
  | {
      readonly kind: 'failed';
      readonly page: number;
      readonly id: number;
      /** For the user. */
      readonly message: string;
    };

/** What a page shows from now on, whole. */
export interface Show<Data> {
  readonly kind: 'show';
  /** Counts what the panel has shown. */
  readonly page: number;
  /** What the page keeps is kept under it; the same key is the same thing, maybe rendered anew. */
  readonly key: string;
  readonly title: string;
  /** Escaped and complete: the script only brings it to life. */
  readonly html: string;
  /** Rules for the classes of colored code in `html`. */
  readonly css: string;
  /** For the page's script. */
  readonly data: Data;
  /** What the host needs to show the same after a reload; the page only keeps it. */
  readonly source: unknown;
}

/** The code on a page in the colors of the user's theme. */
export interface CodeColors {
  readonly css: string;
  /** The HTML of each element with `data-code`, by that number. */
  readonly code: readonly string[];
}

/** What VS Code stores for a page, and gives to the host after a reload. */
export interface StoredPage<Own> {
  /** See `Show`. */
  readonly key: string;
  readonly source: unknown;
  /** The oldest first; more than one where pages can be gone back to. */
  readonly kept: readonly (readonly [key: string, kept: Kept<Own>])[];
}

/** What a page keeps of its own. */
export interface Kept<Own> {
  /** Where the reader was: see `ScrollPosition`. */
  readonly at?: ScrollPosition;
  readonly own?: Own;
  /** The id of what had the focus: whoever was typing goes on typing, and no letter is taken for a key. */
  readonly focus?: string;
}

/**
 * Where a reader is on a page: the first block of text in sight, by its number, and how far below
 * the window's top it begins. Not in pixels from the top of the page: one that is restored may
 * first be laid out in another width.
 */
export interface ScrollPosition {
  readonly block: number;
  readonly offset: number;
}
