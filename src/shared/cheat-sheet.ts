/** Everything the cheat sheet and its host say to each other. */

export type CheatSheetLevel = 'junior' | 'mid' | 'senior';

/** In the document, for the page's script. */
export interface CheatSheetData {
  readonly level: CheatSheetLevel;
  /** What each level says about itself: which questions it has, and how many. */
  readonly about: Readonly<Record<CheatSheetLevel, string>>;
}

/** What a page keeps of its own: enough to look the same after a reload. */
export interface CheatSheetState {
  readonly level: CheatSheetLevel;
  /** The question at the window's top and how far above it begins, in pixels. */
  readonly at?: { readonly question: string; readonly offset: number };
}

export type CheatSheetMessage =
  /** The page is on screen, maybe again: it is told the level, should it have changed meanwhile. */
  | { readonly kind: 'ready' }
  /** The level was switched on the page. */
  | { readonly kind: 'level'; readonly level: CheatSheetLevel }
  | { readonly kind: 'openQuestion'; readonly question: string }
  | { readonly kind: 'openLink'; readonly url: string }
  | { readonly kind: 'export'; readonly format: 'markdown' | 'html' | 'print' };

/** The level of a running page is changed by the command. */
export interface CheatSheetHostMessage {
  readonly kind: 'level';
  readonly level: CheatSheetLevel;
}
