import type { Highlighted } from './highlighted.ts';
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
