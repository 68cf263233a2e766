/** Everything the answer page and its host say to each other. */

/** In the document, for the page's script. */
export interface AnswerData {
  /** Counts the documents of a panel: messages of an older one are dropped on both sides. */
  readonly page: number;
  readonly question: string;
  /** The colours that the document's code already has; empty when it has none. */
  readonly colors: string;
  readonly texts: AnswerTexts;
}

/** Texts that the page's script needs, in the user's language. */
export interface AnswerTexts {
  readonly right: string;
  readonly wrong: string;
  readonly copied: string;
  /** With `{0}` ticked of `{1}`. */
  readonly ticked: string;
  readonly questionStates: Readonly<Record<'new' | 'started' | 'done', string>>;
  readonly snippetStates: Readonly<Record<'new' | 'tried' | 'solved', string>>;
}

/** What a page keeps of its own: enough to look the same after a reload. */
export interface AnswerState {
  readonly question: string;
  /** The first block of text in sight, by its number, and how far below the window's top it begins. */
  readonly at: { readonly block: number; readonly offset: number };
  /** Ids of the parts that were revealed. */
  readonly open: readonly string[];
}

/** What the progress log says about the question that is shown. */
export interface AnswerProgress {
  readonly state: 'new' | 'started' | 'done';
  readonly ticked: readonly string[];
  /** The latest choice for each check. */
  readonly answers: Readonly<Record<string, number>>;
  readonly snippets: Readonly<Record<string, 'new' | 'tried' | 'solved'>>;
}

// Page → host.

export type AnswerPageMessage = ReadyMessage | AnswerRequest;

/** The page is on screen; it is told what changed since its document was made. */
export interface ReadyMessage {
  readonly kind: 'ready';
  readonly page: number;
  /** See `AnswerData.colors`. */
  readonly colors: string;
}

/** Answered by `done` or `failed` with the same `request`. Code is named by its number, never sent. */
export type AnswerRequest = { readonly page: number; readonly request: number } & AnswerAction;

export type AnswerAction =
  | { readonly kind: 'tick'; readonly point: string; readonly on: boolean }
  | { readonly kind: 'answer'; readonly check: string; readonly choice: number }
  | { readonly kind: 'openQuestion'; readonly question: string }
  | { readonly kind: 'openLink'; readonly url: string }
  | { readonly kind: 'copy'; readonly block: number }
  | { readonly kind: 'run' | 'predict'; readonly block: number }
  | { readonly kind: 'runSnippet' | 'predictSnippet'; readonly snippet: string }
  | { readonly kind: 'showList' }
  | { readonly kind: 'showLog' }
  | { readonly kind: 'reload' };

// Host → page.

export type AnswerHostMessage =
  | { readonly kind: 'progress'; readonly page: number; readonly progress: AnswerProgress }
  | {
      readonly kind: 'colors';
      readonly page: number;
      readonly colors: string;
      readonly css: string;
      /** The HTML of each block of code, by its number. */
      readonly blocks: readonly string[];
    }
  | { readonly kind: 'done'; readonly page: number; readonly request: number }
  | {
      readonly kind: 'failed';
      readonly page: number;
      readonly request: number;
      readonly message: string;
    };
