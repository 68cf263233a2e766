import type { Highlighted, Piece } from '../services/highlighter.ts';
import type { CodeTheme } from './theme.ts';

/** What the host asks the thread that colours code. */
export interface ColorRequest extends Piece {
  /** See `CurrentTheme`. */
  readonly key: string;
  /** Only once the thread asked for it; missing when the theme cannot be read. */
  readonly theme?: CodeTheme | undefined;
}

/** `theme?`: a theme of that key was not seen yet. */
export type ColorAnswer = Highlighted | 'theme?';
