import * as vscode from 'vscode';
import type { Highlighted, Highlighter, Piece } from '../services/highlighter.ts';
import { createThread } from '../threads/thread.ts';
import type { Thread } from '../threads/thread.ts';
import type { ColorAnswer, ColorRequest } from './color-messages.ts';
import type { CurrentTheme } from './current-theme.lazy.ts';
import { escapeHtml } from './escape-html.ts';

/** How long the grammars may work at a page, in milliseconds, and how long they are kept. */
const times = { patience: 10_000, idle: 300_000 };
/** How long a page that can't be seen yet is kept back for its colours, in milliseconds. */
const beforeSight = 200;
/** Pages that are opened again, or changed in part, find their colours here. */
const mostRemembered = 300;
const worthRemembering = 10_000;

/**
 * A thread does the work: what a grammar makes of a long line may take seconds.
 * @param extension where the thread's script is
 */
export function createHighlighter(extension: vscode.Uri): Highlighter {
  let thread: Thread<ColorRequest, ColorAnswer> | undefined;
  let warm = false;
  const remembered = new Map<string, Highlighted>();

  /** The oldest makes room. */
  const remember = (name: string, highlighted: Highlighted): void => {
    remembered.set(name, highlighted);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  };

  const highlight: Highlighter['highlight'] = async (pieces) => {
    const { key, read } = await themeNow();
    let theme: ReturnType<typeof read> | undefined;
    thread ??= createThread(
      vscode.Uri.joinPath(extension, 'dist/lazy/color.worker.js').fsPath,
      undefined,
      times,
    );
    const ask = thread.ask.bind(thread);
    const color = async (piece: Piece): Promise<Highlighted> => {
      const name = JSON.stringify([key, piece.language, piece.code]);
      const known = remembered.get(name);
      if (known) return known;
      try {
        const { code, language } = piece;
        let answer = await ask({ code, language, key });
        if (answer === 'theme?') {
          theme ??= read();
          answer = await ask({ code, language, key, theme: await theme });
        }
        if (answer === 'theme?') return plain(piece);
        warm = true;
        if (piece.code.length <= worthRemembering) remember(name, answer);
        return answer;
      } catch {
        return plain(piece);
      }
    };
    return { key, pieces: await Promise.all(pieces.map(color)) };
  };

  return {
    highlight,
    async highlightQuickly(pieces) {
      if (!warm) return undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), beforeSight);
      });
      return Promise.race([highlight(pieces), late]).finally(() => clearTimeout(timer));
    },
    dispose: () => thread?.dispose(),
  };
}

/** A theme that can't be found out is one that can't be read. */
async function themeNow(): Promise<CurrentTheme> {
  try {
    const { currentTheme } = await import('./current-theme.lazy.ts');
    return currentTheme();
  } catch {
    return { key: '', read: () => Promise.resolve(undefined) };
  }
}

const plain = ({ code }: Piece): Highlighted => ({ html: escapeHtml(code), css: '' });
