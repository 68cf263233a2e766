import * as l10n from '@vscode/l10n';
import type { Difficulty, ModuleKind, Permission, Snippet } from '../../bank/model.ts';
import { parseDisplayText } from '../../order/line-text.ts';
import type { Order } from '../../order/order.ts';
import type { SnippetArgument } from '../subject/command-argument.ts';
import { escapeHtml } from '../pages/escape-html.ts';

/** A block of code on the page; its place in the list is its number in messages. */
export interface CodeBlock {
  readonly code: string;
  readonly language: string;
  /** What the commands are given that run and predict it; missing when it does not run. */
  readonly program?: SnippetArgument;
}

/** Colours code, or escapes it: whatever is quick enough for the first sight of the page. */
export type Paint = (code: string, language: string) => string;

export interface BlockContext {
  readonly difficultyName: (difficulty: Difficulty) => string;
  readonly paint: Paint;
  /** Filled while the page is rendered. */
  readonly blocks: CodeBlock[];
}

export interface ProgramFence {
  readonly code: string;
  readonly kind: ModuleKind;
  /** Of the question, for the page that runs it. */
  readonly title: string;
  /** What the fence says it needs beyond computing. */
  readonly permissions: readonly Permission[];
  /** What the fence after it says it prints. */
  readonly output?: string;
}

/** A whole program of the answer: it can be run and, when its output is stated, predicted. */
export function programHtml(program: ProgramFence, context: BlockContext): string {
  const { code, kind, title, permissions, output } = program;
  const expect = output === undefined ? {} : { expect: outputOrder(output) };
  const number = addBlock(context, {
    code,
    language: kind,
    program: { code, kind, title, permissions, own: false, ...expect },
  });
  const bar = `<span class="code-kind">${escapeHtml(kindNames()[kind])}</span>`;
  return blockHtml(context, number, bar, output);
}

/** A snippet of the bank with its title and buttons. */
export function snippetHtml(snippet: Snippet, context: BlockContext): string {
  const number = addBlock(context, {
    code: snippet.code,
    language: snippet.kind,
    program: snippet.id,
  });
  const bar =
    `<strong>${escapeHtml(snippet.title)}</strong>` +
    `<span class="code-kind">${escapeHtml(context.difficultyName(snippet.difficulty))} · ${escapeHtml(kindNames()[snippet.kind])}</span>`;
  return blockHtml(context, number, bar);
}

/** Code that is only shown: a fragment, a command line, a drawing. */
export function shownHtml(code: string, language: string, context: BlockContext): string {
  const number = addBlock(context, { code, language });
  if (language === 'text' || language === '') {
    return `<div class="code plain">${preHtml(context, number)}</div>\n`;
  }
  return blockHtml(
    context,
    number,
    `<span class="code-kind">${escapeHtml(languageName(language))}</span>`,
  );
}

function blockHtml(context: BlockContext, number: number, bar: string, output?: string): string {
  const { blocks } = context;
  const program = blocks[number]?.program;
  const runs = program
    ? actionHtml('predict', 'symbol-event', l10n.t('Predict'), number) +
      actionHtml('run', 'play', l10n.t('Run'), number)
    : '';
  const copy = `<button type="button" class="button quiet icon" data-do="copy" data-block="${number}" title="${escapeHtml(l10n.t('Copy code'))}"><span class="codicon codicon-copy" aria-hidden="true"></span><span class="sr-only">${escapeHtml(l10n.t('Copy code'))}</span></button>`;
  return `<div class="code">
<div class="code-bar"><span class="code-title">${bar}</span><span class="code-actions">${runs}${copy}</span></div>
${preHtml(context, number)}${output === undefined ? '' : outputHtml(output, number)}</div>
`;
}

function actionHtml(action: string, icon: string, label: string, number: number): string {
  return `<button type="button" class="button quiet" data-do="${action}" data-block="${number}"><span class="codicon codicon-${icon}" aria-hidden="true"></span>${escapeHtml(label)}</button>`;
}

/** Wide code scrolls, so it must be reachable with the keyboard. */
function preHtml({ blocks, paint }: BlockContext, number: number): string {
  const { code = '', language = '' } = blocks[number] ?? {};
  return `<pre tabindex="0" role="group" aria-label="${escapeHtml(l10n.t('Code'))}"><code data-code="${number}">${paint(code, language)}</code></pre>`;
}

/** Behind a click, so that it can be predicted first. */
function outputHtml(output: string, number: number): string {
  return `<details id="output-${number}"><summary>${escapeHtml(l10n.t('Show what it prints'))}</summary><pre tabindex="0" role="group" aria-label="${escapeHtml(l10n.t('Show what it prints'))}"><code>${escapeHtml(output)}</code></pre></details>`;
}

function addBlock({ blocks }: BlockContext, block: CodeBlock): number {
  return blocks.push({ ...block, code: withoutLastBreak(block.code) }) - 1;
}

/** A stated output is written as it is shown: `Uncaught …` and `exit code 1` included. */
function outputOrder(output: string): Order {
  if (output === '') return [];
  return output.split('\n').map((shown): Order => {
    const { stream, text } = parseDisplayText(shown);
    if (stream === 'uncaught') return { uncaught: text };
    if (stream === 'exit') return { exit: /^-?\d+$/.test(text) ? Number(text) : text };
    return text;
  });
}

/** What the kinds of modules are called. */
export const kindNames = (): Readonly<Record<ModuleKind, string>> => ({
  cjs: l10n.t('CommonJS'),
  mjs: l10n.t('ES module'),
});

const withoutLastBreak = (code: string): string => code.replace(/\n$/, '');

const languageNames: Readonly<Record<string, string>> = {
  js: 'JavaScript',
  ts: 'TypeScript',
  json: 'JSON',
  sh: 'Shell',
};

const languageName = (language: string): string => languageNames[language] ?? language;
