import { fencesIn } from './code-fences.ts';
import type { CodeFence } from './code-fences.ts';
import { limits } from './limits.ts';
import { allBlocks } from './markdown-blocks.ts';
import type { Block } from './markdown-blocks.ts';
import type { Position, Report } from './mistake.ts';

/** What a question's texts point at; whether it exists is known once the whole bank is read. */
export interface References {
  readonly questions: readonly Reference[];
  readonly snippets: readonly Reference[];
  readonly diagrams: readonly Reference[];
}

export interface Reference {
  readonly id: string;
  readonly at: Position;
}

/** Checks what holds in every text of a question: no HTML, no pictures, links, code fences. */
export function checkTexts(
  blocks: readonly Block[],
  lines: readonly string[],
  report: Report,
): References {
  const all = allBlocks(blocks);
  for (const block of all) {
    if (block.type === 'html_block') reportHtml(block.text, { line: block.line }, report);
    if (block.type === 'code_block') {
      report(
        { line: block.line },
        'This is read as code because it is indented by four spaces',
        'Indent less, or put the code between lines of ``` with a language.',
      );
    }
  }
  const questions = all.flatMap((block) => checkInlines(block, report));
  const fences = fencesIn(blocks);
  checkFences(fences, lines, report);
  return { questions, snippets: named('snippet', fences), diagrams: named('diagram', fences) };
}

const named = (kind: 'snippet' | 'diagram', fences: readonly CodeFence[]): Reference[] =>
  fences.flatMap((fence) =>
    fence.kind === kind ? [{ id: fence.name, at: { line: fence.line } }] : [],
  );

function reportHtml(html: string, at: Position, report: Report): void {
  const tag = html.trim().split(/[\s\n]/)[0] ?? '';
  report(
    at,
    `There is HTML in the text: \`${tag.slice(0, 40)}\``,
    'Write Markdown only; put code such as `Promise<T>` between backticks.',
  );
}

/** Links, pictures and HTML all begin with one of these. */
const mayHold = /[[<]/;

function checkInlines(block: Block, report: Report): Reference[] {
  if (!mayHold.test(block.text)) return [];
  const questions: Reference[] = [];
  let line = block.line;
  for (const token of block.inlines()) {
    const at = { line: Math.min(line, Math.max(block.end - 1, block.line)) };
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
    if (token.type === 'html_inline') reportHtml(token.content, at, report);
    if (token.type === 'image') {
      report(
        at,
        'Pictures are not shown',
        'Draw it as an SVG file and show it with a fence `diagram`, or as a table.',
      );
    }
    if (token.type !== 'link_open') continue;
    const href = String(token.attrGet('href') ?? '');
    if (href.startsWith('question:')) {
      questions.push({ id: href.slice('question:'.length), at });
    } else if (!/^https:\/\/[^/]/.test(href)) {
      report(
        at,
        `The link to \`${href}\` cannot be opened`,
        'Link to an address with `https://`, or to a question with `[its title](question:its-id)`.',
      );
    }
  }
  return questions;
}

const uses = 'Write `cjs run`, `mjs run` or `js fragment` after the marks.';
const ambiguous = new Set(['js', 'cjs', 'mjs', 'javascript', 'node']);

function checkFences(fences: readonly CodeFence[], lines: readonly string[], report: Report): void {
  for (const [index, fence] of fences.entries()) {
    const at = { line: fence.line };
    const opening = lines[fence.line - 1] ?? '';
    const info = infoOf(opening);
    if (!isClosed(fence, opening, lines)) {
      report(
        at,
        'This code fence is never closed',
        'Write a line with the same marks after the code.',
      );
    }
    if (fence.kind === 'run') {
      for (const word of fence.unknown) {
        report(
          at,
          `\`${word}\` is not something that a program can declare`,
          'Write what it needs after `run`: `net`, `child`, `worker`, `fs-read` or `fs-write`.',
        );
      }
    } else if (fence.kind === 'output') {
      const { length } = fence.code.split('\n');
      if (length > limits.lines + 1) {
        report(
          at,
          `This output has ${length - 1} lines; at most ${limits.lines} are read`,
          'Let the program print fewer lines: nobody predicts so many.',
        );
      }
      const before = fences[index - 1];
      if (before?.kind !== 'run' || before.output === undefined || before.end > fence.line) {
        report(
          at,
          'This output follows no program',
          'Put it right after a fence `cjs run` or `mjs run`, or write `text` alone.',
        );
      }
    } else if ((fence.kind === 'snippet' || fence.kind === 'diagram') && info !== fence.kind) {
      report(
        at,
        `A fence \`${info}\` shows nothing`,
        `Write \`${fence.kind}\` alone, and the name as its content.`,
      );
    } else if (fence.kind === 'fragment' && fence.language !== 'js') {
      report(
        at,
        `Only \`js\` can be a fragment, not \`${fence.language}\``,
        'Write `js fragment`.',
      );
    } else if (fence.kind === 'plain' && (ambiguous.has(fence.language) || / run$/.test(info))) {
      report(at, `The fence \`${info}\` does not say what to do with the code`, uses);
    } else if (fence.kind === 'plain' && fence.language === '') {
      report(
        at,
        'This code fence has no language',
        'Write its language after the marks, or `text`.',
      );
    }
  }
}

/** What follows the marks of a fence's first line, which may stand in a list or a quote. */
const infoOf = (opening: string): string =>
  opening
    .slice(Math.max(0, opening.search(/[`~]/)))
    .replace(/^[`~]+/, '')
    .trim();

function isClosed(fence: CodeFence, opening: string, lines: readonly string[]): boolean {
  const marks = /`{3,}|~{3,}/.exec(opening)?.[0];
  const last = lines[fence.end - 2];
  return marks === undefined || (fence.end - 1 > fence.line && last?.includes(marks) === true);
}
