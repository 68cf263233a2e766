import { escapeHtml } from './escape-html.ts';
import type { Highlighted } from './highlighted.ts';

export type { Highlighted };

/** Colours code in the theme that was the user's when it was made. */
export interface Highlighter {
  /** Differs when the colours differ. */
  readonly key: string;
  /** Languages it does not know are returned as they are. */
  highlight(code: string, language: string): Highlighted;
}

let warm = false;

/** Colours code in the user's current theme. Never rejects: what cannot be coloured stays plain. */
export async function highlight(code: string, language: string): Promise<Highlighted> {
  return (await createHighlighter()).highlight(code, language);
}

/** Reads the current theme and, the first time, the grammars: some hundred milliseconds of work. */
export async function createHighlighter(): Promise<Highlighter> {
  const { colorCode, currentTheme } = await import('./highlight.lazy.ts');
  const { key, theme } = await currentTheme();
  return {
    key,
    highlight(code, language) {
      try {
        const highlighted = colorCode(code, language, key, theme);
        warm = true;
        return highlighted;
      } catch {
        return { html: escapeHtml(code), css: '' };
      }
    },
  };
}

/** The highlighter if it costs next to nothing, for what must be on screen at once. */
export async function warmHighlighter(): Promise<Highlighter | undefined> {
  return warm ? createHighlighter() : undefined;
}
