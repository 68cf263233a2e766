import { randomUUID } from 'node:crypto';
import type { CodeColors } from '../../shared/page.ts';
import { escapeHtml } from './escape-html.ts';
import type { Painted, Piece } from '../services/highlighter.ts';

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

/**
 * Each line an element of its own, for its number and its mark. Empty lines at the beginning stand for
 * what a document has before the code: they are counted and not shown.
 */
export function codeLines(code: string): string {
  const lines = code.replace(/\n$/, '').split('\n');
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const shown = lines
    .slice(first)
    .map((line) => `<span class="line${indentClass(line)}">${line}</span>`);
  return passedLines(first) + shown.join('');
}

/** Moves the counter of lines on, one step for each binary digit: the pages' policy allows no style of its own. */
function passedLines(count: number): string {
  if (count === 0) return '';
  const steps = Array.from({ length: 17 }, (_, digit) => 2 ** digit)
    .filter((step) => (count & step) !== 0)
    .map((step) => `<span class="pass-${step}"></span>`);
  return `<span class="passed" data-count="${count}">${steps.join('')}</span>`;
}

/** The class of a line that is indented, by even steps up to the widest that the style sheet knows. */
function indentClass(line: string): string {
  // Thousands of lines begin at the margin.
  if (!/^(?:<[^>]*>)*[ \t]/.test(line)) return '';
  const start = /^(?:<[^>]*>|[ \t])*/.exec(line)?.[0] ?? '';
  const width = start.replace(/<[^<>]*>/g, '').replaceAll('\t', '  ').length;
  const indent = Math.min(16, width - (width % 2));
  return indent === 0 ? '' : ` in-${indent}`;
}
