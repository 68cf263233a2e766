/** Everything the answer page and its host say to each other. */

/** In the document, for the page's script. */
export interface AnswerData {
  /** Counts the documents of a panel: messages of an older one are dropped on both sides. */
  readonly page: number;
  readonly question: string;
  /** Any integer: what the order of the choices follows from. */
  readonly seed: number;
  /** The colours that the document's code already has; empty when it has none. */
  readonly colors: string;
  /** The user's note as the log has it. */
  readonly note: string;
  /** What was being written when the page was closed or left. */
  readonly draft?: NoteDraft;
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
  /** By whether it is set. */
  readonly bookmark: Readonly<Record<'on' | 'off', string>>;
  readonly linkCopied: string;
  readonly noteWrite: string;
  readonly noteEdit: string;
  readonly noteSave: string;
  readonly noteSaveMine: string;
  readonly noteSaved: string;
  /** With `{0}` characters and `{1}` that are allowed. */
  readonly noteTooLong: string;
}

/** A note that is being written. */
export interface NoteDraft {
  readonly text: string;
  /** The note of the log that it began with, or that the writer has dealt with since. */
  readonly base: string;
}

/** What a page keeps of its own: enough to look the same after a reload. */
export interface AnswerState {
  readonly question: string;
  /** The first block of text in sight, by its number, and how far below the window's top it begins. */
  readonly at: { readonly block: number; readonly offset: number };
  /** Ids of the parts that were revealed. */
  readonly open: readonly string[];
  /** See `AnswerData.seed`. */
  readonly seed: number;
  readonly draft?: NoteDraft;
}

/** What the progress log says about the question that is shown. */
export interface AnswerProgress {
  readonly state: 'new' | 'started' | 'done';
  readonly ticked: readonly string[];
  /** The latest choice for each check. */
  readonly answers: Readonly<Record<string, number>>;
  readonly snippets: Readonly<Record<string, 'new' | 'tried' | 'solved'>>;
  readonly bookmarked: boolean;
}

// Page → host.

export type AnswerPageMessage = ReadyMessage | ShownMessage | DraftMessage | AnswerRequest;

/** The page is on screen; it is told what changed since its document was made. */
export interface ReadyMessage {
  readonly kind: 'ready';
  readonly page: number;
  /** See `AnswerData.colors`. */
  readonly colors: string;
}

/** The page has heard `hello`: what it is told arrives. */
export interface ShownMessage {
  readonly kind: 'shown';
  readonly page: number;
}

/** Kept by the host, since a page that is closed takes all it holds with it. */
export interface DraftMessage {
  readonly kind: 'draft';
  readonly page: number;
  /** Missing when nothing is being written any more. */
  readonly draft?: NoteDraft;
}

/** Answered by `done` or `failed` with the same `request`. Code is named by its number, never sent. */
export type AnswerRequest = { readonly page: number; readonly request: number } & AnswerAction;

export type AnswerAction =
  | { readonly kind: 'tick'; readonly point: string; readonly on: boolean }
  | { readonly kind: 'answer'; readonly check: string; readonly choice: number }
  | { readonly kind: 'bookmark'; readonly on: boolean }
  /** `base` is what the writer knows the log to have: anything else there is not overwritten. */
  | { readonly kind: 'note'; readonly text: string; readonly base: string }
  | { readonly kind: 'copyLink' }
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
  /** Answers `ready`. VS Code gives messages only to the page that is in sight. */
  | { readonly kind: 'hello'; readonly page: number }
  | { readonly kind: 'progress'; readonly page: number; readonly progress: AnswerProgress }
  | {
      readonly kind: 'note';
      readonly page: number;
      /** As the log has it, and as HTML. */
      readonly text: string;
      readonly html: string;
    }
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
