import type { CodeTheme } from './theme.ts';

export interface Piece {
  readonly code: string;
  /** Languages that nobody knows are returned as they are. */
  readonly language: string;
}

/** What the host asks the thread that colours code. */
export interface ColorRequest extends Piece {
  /** See `CurrentTheme`. */
  readonly key: string;
  /** Only once the thread asked for it; missing when the theme cannot be read. */
  readonly theme?: CodeTheme | undefined;
}

/** `theme?`: a theme of that key was not seen yet. */
export type ColorAnswer = Highlighted | 'theme?';

/** Code as HTML for a `<code>`, and the rules for its classes: for `Page.css` or a message. */
export interface Highlighted {
  readonly html: string;
  readonly css: string;
}
