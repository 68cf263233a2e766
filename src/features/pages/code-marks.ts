import { randomUUID } from 'node:crypto';
import type { CodeColors } from '../../shared/page.ts';
import { codeLines } from './code-lines.ts';
import { escapeHtml } from './escape-html.ts';
import type { Painted, Piece } from './highlight.ts';

/** A piece of code on a page; its place in the list is the number of its element's `data-code`. */
export interface CodePiece extends Piece {
  /** Each line is an element of its own. */
  readonly lines?: true;
}

/** HTML whose code is put in later, in colors: a mark stands in its place. */
export interface MarkedHtml {
  readonly html: string;
  readonly code: readonly CodePiece[];
  readonly mark: string;
}

/** Gathers the code of a page while this is rendered; its colors are put in by `fillMarks`. */
export function createCodeMarks() {
  const code: CodePiece[] = [];
  // Nothing in a text can be taken for a mark.
  const mark = randomUUID();
  return {
    code,
    mark,
    /** @returns what stands for the piece in the page's HTML */
    add: (piece: CodePiece): string => `<!--${mark}:${code.push(piece) - 1}-->`,
  };
}

export const withoutCode = (html: string): MarkedHtml => ({ html, code: [], mark: randomUUID() });

/** The page with its code in colors, or without them when there are none yet. */
export function fillMarks(
  { html, mark, code }: MarkedHtml,
  painted: Painted | undefined,
): { readonly html: string; readonly css: string } {
  const { code: filled, css } = codeColors(code, painted);
  const marks = new RegExp(`<!--${mark}:(\\d+)-->`, 'g');
  return { html: html.replace(marks, (_, index: string) => filled[Number(index)] ?? ''), css };
}

/** The HTML of each piece, and the rules for the classes of all, each once. */
export function codeColors(code: readonly CodePiece[], painted: Painted | undefined): CodeColors {
  const html = code.map((piece, at) => {
    const one = painted?.pieces[at]?.html ?? escapeHtml(piece.code);
    return piece.lines ? codeLines(one) : one;
  });
  const css = [...new Set(painted?.pieces.map((piece) => piece.css))].join('');
  return { css, code: html };
}
