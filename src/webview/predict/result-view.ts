import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type {
  FinishedRun,
  NearMiss,
  OpenPair,
  OutputLine,
  PredictionOutcome,
  Tries,
  Verdict,
} from '../../shared/predict.ts';
import type { PredictTexts } from '../../shared/predict-texts.ts';
import { count, fill } from '../../shared/fill.ts';
import { lineView } from '../common/line-view.ts';
import type { PageContext } from './page.ts';
import { around, between } from '../common/sentence.ts';
import { button, icon } from '../common/parts.ts';
import { rowsView } from './rows-view.ts';
import { reasonsSwitch, wrongPairView } from './why-view.ts';
import type { Why } from './why-view.ts';
import { errorView, limitView, outputView, recordedView, runtimeView } from './run-view.ts';

type Result = Exclude<PredictionOutcome, { kind: 'notRun' }>;
type Judged = Extract<PredictionOutcome, { kind: 'judged' }>;

/** What became of the prediction, or what the program printed. */
export function resultView(
  result: Result,
  why: Why | undefined,
  page: PageContext,
  tries: Tries,
): TemplateResult {
  const { run } = result;
  return html`
    ${verdictView(result, page, tries)} ${wrongPairView(why, page)} ${limitView(run, page)}
    ${reasonsSwitch(why, page)}
    ${
      result.kind === 'judged' && !run.error?.syntax
        ? html`${rowsView(result, why, page)} ${errorView(run, page)} ${lesson(page)}`
        : html`${outputView(run, why, page)} ${errorView(run, page)}`
    }
    ${recordedView(run, page)} ${buttons(result, page)} ${runtimeView(run, page)}
  `;
}

/** The answer in big plain words. */
function verdictView(result: Result, page: PageContext, tries: Tries): TemplateResult {
  const { texts } = page;
  const { look, symbol, title, detail } = words(result, page);
  return html`<header class="verdict ${look}">
    ${icon(symbol)}
    <div>
      <h2 id="result" tabindex="-1">${title}</h2>
      ${detail === nothing ? nothing : html`<p>${detail}</p>`} ${shortNote(result, texts)}
      ${isSolved(result) ? tryNote(tries, texts) : nothing}
    </div>
  </header>`;
}

/** The prediction was right about what Node words itself, and did not have to quote it. */
function shortNote(result: Result, texts: PredictTexts): unknown {
  if (result.kind !== 'judged' || !result.rows.some(({ typed }) => typed)) return nothing;
  return html`<p>${texts.shortNote}</p>`;
}

/** Which try was right, unless it only repeats what had been shown. */
function tryNote({ last }: Tries, texts: PredictTexts): unknown {
  if (!last || last.number === 1 || last.seen === 'output') return nothing;
  return html`<p>${fill(texts.rightTry, last.number)}</p>`;
}

interface ShownVerdict {
  readonly look: 'right' | 'wrong' | 'neutral' | 'warning';
  readonly symbol: string;
  readonly title: string;
  readonly detail: unknown;
}

function words(result: Result, page: PageContext): ShownVerdict {
  const { texts } = page;
  const { run } = result;
  if (run.error?.syntax) {
    const { line, message } = run.error;
    const detail = line === undefined ? message : fill(texts.syntaxDetail, message, line);
    return { look: 'wrong', symbol: 'error', title: texts.syntax, detail };
  }
  if (result.kind === 'judged') return verdictWords(result, page);
  const title = run.lineCount === 0 ? texts.outputNone : texts.output;
  return { look: 'neutral', symbol: 'output', title, detail: nothing };
}

function verdictWords(
  { verdict, run, rows }: Judged,
  { texts, snippet }: PageContext,
): ShownVerdict {
  switch (verdict.kind) {
    case 'exact':
      return { look: 'right', symbol: 'pass', title: texts.exact, detail: texts.exactDetail };
    case 'possible':
      return {
        look: 'right',
        symbol: 'pass',
        title: texts.possible,
        detail: possibleDetail(verdict, texts),
      };
    case 'wrong': {
      const title = fill(texts.wrong, verdict.at + 1);
      const { near, never } = rows.find(({ firstWrong }) => firstWrong) ?? {};
      const detail = html`${wrongDetail(verdict, texts, snippet.bank === undefined, never)}
      ${near ? nearText(near, texts) : nothing}`;
      return { look: 'wrong', symbol: 'error', title, detail };
    }
    case 'unknown':
      return { look: 'warning', symbol: 'question', ...unknownWords(verdict, run, rows, texts) };
  }
}

function possibleDetail(
  { because }: Extract<Verdict, { kind: 'possible' }>,
  texts: PredictTexts,
): unknown {
  if (!because) return texts.possibleDetail;
  if (because.kind === 'seen') return texts.possibleSeen;
  const { earlier, later } = because.pair;
  return between(texts.possibleRace, quoted(earlier, texts), quoted(later, texts));
}

function unknownWords(
  verdict: Extract<Verdict, { kind: 'unknown' }>,
  run: FinishedRun,
  rows: Judged['rows'],
  texts: PredictTexts,
): Pick<ShownVerdict, 'title' | 'detail'> {
  switch (verdict.reason) {
    case 'truncated': {
      const detail = count(texts.unknownTruncatedOne, texts.unknownTruncated, run.lineCount);
      return { title: texts.unknown, detail };
    }
    case 'tooManyOrders':
      return { title: texts.unknown, detail: texts.unknownOrders };
    case 'outsideExpectation':
      return { title: texts.unknown, detail: texts.unknownOutside };
    case 'unrecorded':
      return { title: texts.unknownOther, detail: texts.unknownUnrecorded };
    case 'undecided': {
      const near = rows.find((row) => row.near)?.near;
      const detail = html`${near ? nearText(near, texts) : nothing}
      ${openDetail(verdict.pair, texts)} ${texts.unknownTry}`;
      return { title: texts.unknownOther, detail };
    }
  }
}

function openDetail(pair: OpenPair | undefined, texts: PredictTexts): unknown {
  if (!pair) return texts.unknownLines;
  const text = pair.relation === 'race' ? texts.unknownRace : texts.unknownPair;
  return between(text, quoted(pair.earlier, texts), quoted(pair.later, texts));
}

export function nearText(near: NearMiss, texts: PredictTexts): string {
  return {
    case: texts.nearCase,
    quotes: texts.nearQuotes,
    blanks: texts.nearBlanks,
    spelling: texts.nearSpelling,
    exitCode: texts.nearExit,
  }[near];
}

function wrongDetail(
  { predicted, possible, mayEnd, byRun, before }: Extract<Verdict, { kind: 'wrong' }>,
  texts: PredictTexts,
  /** What is derived for own code may hold more than can be printed, and never less. */
  isOwn: boolean,
  never: true | undefined,
) {
  const claim =
    predicted === undefined
      ? texts.wrongEnd
      : around(never ? texts.wrongNever : texts.wrongDetail, quoted(predicted, texts));
  if (possible.length === 0) return html`${claim} ${texts.onlyEnd}`;
  const heading = before
    ? texts.printedBefore
    : byRun
      ? texts.printedHere
      : possible.length === 1 || isOwn
        ? texts.possibleHereOne
        : texts.possibleHere;
  return html`${claim} ${around(heading, alternatives(possible, texts))}
  ${mayEnd ? texts.orEnd : nothing}`;
}

function alternatives(lines: readonly OutputLine[], texts: PredictTexts) {
  return lines.map((line, at) => {
    const separator = at === 0 ? '' : at === lines.length - 1 ? ` ${texts.or} ` : ', ';
    return html`${separator}${quoted(line, texts)}`;
  });
}

export const quoted = (line: OutputLine, texts: PredictTexts) =>
  html`<code class="quoted">${lineView(line, texts)}</code>`;

/** Shown after every verdict: the one thing to remember, and why a race is one. */
function lesson({ snippet: { bank }, texts }: PageContext): unknown {
  if (!bank) return nothing;
  return html`<aside class="callout info lesson">
    <h3>${icon('lightbulb')} ${texts.teaches}</h3>
    <p>${bank.teaches}</p>
    ${bank.race ? html`<p><strong>${texts.race}</strong> ${bank.race}</p>` : nothing}
  </aside>`;
}

/** Whether more runs could settle what this one left open. */
const isOpen = (result: Result): boolean =>
  result.kind === 'judged' &&
  result.verdict.kind === 'unknown' &&
  (result.verdict.reason === 'undecided' || result.verdict.reason === 'unrecorded');

const isSolved = (result: Result): boolean =>
  result.kind === 'judged' &&
  (result.verdict.kind === 'exact' || result.verdict.kind === 'possible');

function buttons(result: Result, page: PageContext): TemplateResult {
  const { texts, snippet } = page;
  const solved = isSolved(result);
  // What comes next after the user's own code is the user's to say.
  const goesOn = solved && snippet.bank !== undefined;
  const again = button(result.kind === 'judged' ? texts.tryAgain : texts.predict, {
    icon: result.kind === 'judged' ? 'discard' : 'symbol-event',
    look: goesOn ? 'secondary' : 'primary',
    press: () => page.send({ kind: 'tryAgain' }),
  });
  const next =
    snippet.bank === undefined
      ? nothing
      : button(texts.nextUnsolved, {
          icon: 'arrow-right',
          look: solved ? 'primary' : 'secondary',
          press: page.nextUnsolved,
        });
  const rerun =
    result.kind === 'ran' ? button(texts.runAgain, { icon: 'play', press: page.run }) : nothing;
  return html`<div class="actions">
    ${goesOn ? html`${next} ${again}` : html`${again} ${rerun} ${next}`}
    ${button(texts.runManyTimes, {
      icon: 'graph',
      look: isOpen(result) ? 'secondary' : 'quiet',
      press: page.runManyTimes,
    })}
    ${button(texts.runEverywhere, { icon: 'versions', look: 'quiet', press: page.runEverywhere })}
    ${button(texts.anotherLikeThis, { icon: 'flame', look: 'quiet', press: page.anotherLikeThis })}
    ${
      snippet.bank
        ? button(texts.openQuestion, {
            icon: 'book',
            look: 'quiet',
            press: () => page.openQuestion(),
          })
        : nothing
    }
  </div>`;
}
