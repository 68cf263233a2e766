import type { Level } from '../bank/levels.ts';

/** Everything the cheat sheet and its host say to each other. */

export type CheatSheetLevel = Level;

/** For the page's script. */
export interface CheatSheetData {
  readonly level: CheatSheetLevel;
  /** What each level says about itself: which questions it has, and how many. */
  readonly about: Readonly<Record<CheatSheetLevel, string>>;
}

/** Page → host. */
export type CheatSheetRequest =
  /** The level was switched on the page. */
  | { readonly kind: 'level'; readonly level: CheatSheetLevel }
  | { readonly kind: 'openQuestion'; readonly question: string }
  | { readonly kind: 'openLink'; readonly url: string }
  | { readonly kind: 'export'; readonly format: 'markdown' | 'html' | 'print' }
  | { readonly kind: 'showLog' }
  | { readonly kind: 'reload' };

/** Host → page: the level was switched by the command. */
export interface CheatSheetMessage {
  readonly kind: 'level';
  readonly level: CheatSheetLevel;
}
