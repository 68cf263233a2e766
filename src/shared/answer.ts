/** Everything the answer page and its host say to each other. */

/** For the page's script. */
export interface AnswerData {
  /** The user's note as the log has it. */
  readonly note: string;
  /** What was being written when the page was closed or left. */
  readonly draft?: NoteDraft;
}

/** A note that is being written. */
export interface NoteDraft {
  readonly text: string;
  /** The note of the log that it began with, or that the writer has dealt with since. */
  readonly base: string;
}

/** What a page keeps of its own: the ids of the parts that were revealed. */
export interface AnswerKept {
  readonly open: readonly string[];
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

/** Page → host. Code is named by its number, never sent. */
export type AnswerRequest =
  | { readonly kind: 'tick'; readonly point: string; readonly on: boolean }
  | { readonly kind: 'answer'; readonly check: string; readonly choice: number }
  | { readonly kind: 'bookmark'; readonly on: boolean }
  /** `base` is what the writer knows the log to have: anything else there is not overwritten. */
  | { readonly kind: 'note'; readonly text: string; readonly base: string }
  /** Kept by the host, since a page that is closed takes all it holds with it; missing when there is none any more. */
  | { readonly kind: 'draft'; readonly draft?: NoteDraft }
  | { readonly kind: 'copyLink' }
  | { readonly kind: 'openQuestion'; readonly question: string }
  | { readonly kind: 'openLink'; readonly url: string }
  | { readonly kind: 'copy'; readonly block: number }
  | { readonly kind: 'run' | 'predict'; readonly block: number }
  | { readonly kind: 'runSnippet' | 'predictSnippet'; readonly snippet: string }
  | { readonly kind: 'showDifference' }
  | { readonly kind: 'showList' }
  | { readonly kind: 'showLog' }
  | { readonly kind: 'reload' };

/** Host → page. */
export type AnswerMessage =
  | { readonly kind: 'progress'; readonly progress: AnswerProgress }
  | {
      readonly kind: 'note';
      /** As the log has it, and as HTML. */
      readonly text: string;
      readonly html: string;
    };
