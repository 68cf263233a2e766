import * as vscode from 'vscode';
import type { PlaceVerdict } from '../../inline/compared.ts';
import type { LineResults } from '../../inline/line-results.ts';
import type { Printed } from '../../inline/printed.ts';
import { isDeeper, valueText } from '../../inline/value-text.ts';
import { numbersOf, writesOf } from '../../inline/writes.ts';
import type { Write } from '../../inline/writes.ts';
import { displayText } from '../../order/line-text.ts';
import type { Explanation, Explanations } from '../../trace/explanation.ts';
import { command } from '../settings/ids.ts';
import type { InlineRun } from './inline-run.ts';
import type { JudgedPrediction } from './judged-prediction.ts';
import { moreText } from './value-document.ts';
import { causesText, headOf, placeVerdictText, runText, withoutFileText } from './words.ts';
import { plainMarkdown } from '../ui/plain-markdown.ts';

/** More are in the list of all results. */
const mostWrites = 20;
const mostReasons = 5;
const longest = 2000;
/** Of an object in a hover, which is opened as deep as its lines allow. */
const deepest = 8;
const widest = 56;
const mostLinesOfValue = 24;

export interface HoverContext {
  /** Of what was predicted there. */
  readonly verdict: PlaceVerdict | undefined;
  /** Whether the line ran, where that is known. */
  readonly ran: string | undefined;
  /** Why line `i` of the output came before line `i + 1`. */
  readonly explanations: (run: InlineRun) => Promise<Explanations['pairs']>;
}

/** All that a line printed: when, what scheduled it, and the rule that put it there. */
export async function hoverText(
  run: InlineRun,
  { printed }: LineResults,
  { explanations, verdict, ran }: HoverContext,
): Promise<vscode.MarkdownString> {
  const pairs = await explanations(run);
  const text = new vscode.MarkdownString();
  text.isTrusted = {
    enabledCommands: [command.inlineTimeline, command.showInline, command.inlineValue],
  };
  text.appendMarkdown(`**Loopwise** · `).appendMarkdown(plainMarkdown(runText(run)));
  if (verdict && run.judged) appendVerdict(text, run.judged, verdict, printed);
  const writes = writesOf(printed);
  const shown = writes.slice(0, mostWrites);
  const detailed = writes.length <= mostReasons;
  for (const write of shown) appendWrite(text, run, write, detailed, pairs[write[0].number - 2]);
  if (ran !== undefined) text.appendMarkdown('\n\n').appendMarkdown(plainMarkdown(ran));
  const all = `[${vscode.l10n.t('Show All Results')}](${link(command.showInline, [run.uri])})`;
  text.appendMarkdown('\n\n');
  const left = printed.length - shown.flat().length;
  if (left > 0) {
    text.appendMarkdown(plainMarkdown(vscode.l10n.t('{0} more lines', left)));
    text.appendMarkdown(' · ');
  }
  text.appendMarkdown(all);
  return text;
}

/** What was predicted there; at the first wrong number, why it is wrong. */
function appendVerdict(
  text: vscode.MarkdownString,
  { text: { detail }, wrong }: JudgedPrediction,
  verdict: PlaceVerdict,
  printed: readonly Printed[],
): void {
  text.appendMarkdown('\n\n').appendMarkdown(plainMarkdown(placeVerdictText(verdict, printed)));
  if (!verdict.isFirstWrong) return;
  if (detail !== '') text.appendMarkdown('\n\n').appendMarkdown(plainMarkdown(detail));
  for (const why of [wrong?.explanation.title, wrong?.misconception?.text]) {
    if (why === undefined) continue;
    text.appendMarkdown('\n\n');
    appendWithCode(text, why);
  }
}

function appendWrite(
  text: vscode.MarkdownString,
  run: InlineRun,
  write: Write,
  detailed: boolean,
  why: Explanation | undefined,
): void {
  const [line] = write;
  const [, ...about] = headOf(line);
  const head = [numbersOf(write), ...about].join(' · ');
  text.appendMarkdown('\n\n').appendMarkdown(plainMarkdown(head));
  const trace = run.status.kind === 'over' ? run.status.result.trace : undefined;
  const traced = trace?.lines[line.number - 1];
  if (traced) {
    const step = link(command.inlineTimeline, [run.uri, line.number]);
    text.appendMarkdown(` · [${vscode.l10n.t('Timeline')}](${step})`);
  }
  text.appendCodeblock(write.map(displayText).join('\n').slice(0, longest), 'text');
  if (detailed) appendValues(text, run, line);
  const cannot =
    line.stream === 'uncaught' && run.status.kind === 'over'
      ? withoutFileText(run.status.result)
      : undefined;
  if (cannot !== undefined) text.appendMarkdown('\n\n').appendMarkdown(plainMarkdown(cannot));
  if (!detailed || !trace) return;
  const causes = causesText(run, line);
  if (causes !== undefined) {
    text.appendMarkdown('\n\n');
    appendWithCode(text, causes);
  }
  if (why) {
    text.appendMarkdown('\n\n');
    appendWithCode(
      text,
      vscode.l10n.t('After line {0} of the output: {1}', line.number - 1, why.title),
    );
    if (why.certainty === 'race') {
      text.appendMarkdown(
        plainMarkdown(` ${vscode.l10n.t('This is a race: another run may differ.')}`),
      );
    }
  }
}

/** The objects that a call printed, opened: what was printed is what is left of them on few lines. */
function appendValues(text: vscode.MarkdownString, run: InlineRun, line: Printed): void {
  const { values = [] } = line;
  if (values.length === 0) return;
  const linesAt = (depth: number) =>
    values
      .map((value) => valueText(value, { depth, width: widest, more: moreText }))
      .join('\n')
      .split('\n');
  let depth = deepest;
  while (depth > 1 && linesAt(depth).length > mostLinesOfValue) depth -= 1;
  const lines = linesAt(depth);
  // What was printed says it all: `util.inspect` goes no deeper.
  if (lines.length === 1 && !values.some((value) => isDeeper(value, 3))) return;
  const shown = lines.slice(0, mostLinesOfValue);
  text.appendCodeblock([...shown, ...(lines.length > shown.length ? ['…'] : [])].join('\n'), 'js');
  const open = link(command.inlineValue, [run.uri, line.number]);
  text.appendMarkdown(`[${vscode.l10n.t('Open Whole Value')}](${open})`);
}

/** Text whose code is in backticks; everything else in it is only text. */
function appendWithCode(text: vscode.MarkdownString, withCode: string): void {
  withCode.split(/(`[^`\n]+`)/).forEach((part, at) => {
    if (at % 2 === 1) text.appendMarkdown(part);
    else if (part !== '') text.appendMarkdown(plainMarkdown(part));
  });
}

const link = (id: string, args: readonly unknown[]) =>
  `command:${id}?${encodeURIComponent(JSON.stringify(args))}`;
