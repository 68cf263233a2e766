import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FinishedRun, OutputLine, PredictionOutcome, Verdict } from '../../shared/predict.ts';
import type { PredictTexts } from '../../shared/predict-texts.ts';
import { count, fill } from '../common/fill.ts';
import { lineView } from '../common/line-view.ts';
import type { PageContext } from './page.ts';
import { button, icon } from '../common/parts.ts';
import { rowsView } from './rows-view.ts';
import { reasonsSwitch, wrongPairView } from './why-view.ts';
import type { Why } from './why-view.ts';
import { errorView, limitView, outputView, runtimeView } from './run-view.ts';

type Result = Exclude<PredictionOutcome, { kind: 'notRun' }>;

/** What became of the prediction, or what the program printed. */
export function resultView(
  result: Result,
  why: Why | undefined,
  page: PageContext,
): TemplateResult {
  const { run } = result;
  return html`
    ${verdictView(result, page)} ${wrongPairView(why, page)} ${limitView(run, page)}
    ${reasonsSwitch(why, page)}
    ${
      result.kind === 'judged' && !run.error?.syntax
        ? html`${rowsView(result, why, page)} ${errorView(run, page)} ${lesson(page)}`
        : html`${outputView(run, why, page)} ${errorView(run, page)}`
    }
    ${buttons(result, page)} ${runtimeView(run, page)}
  `;
}

/** The answer in big plain words. */
function verdictView(result: Result, { texts }: PageContext): TemplateResult {
  const { look, symbol, title, detail } = words(result, texts);
  return html`<header class="verdict ${look}">
    ${icon(symbol)}
    <div>
      <h2 id="result" tabindex="-1">${title}</h2>
      ${detail === nothing ? nothing : html`<p>${detail}</p>`}
    </div>
  </header>`;
}

interface Words {
  readonly look: 'right' | 'wrong' | 'neutral' | 'warning';
  readonly symbol: string;
  readonly title: string;
  readonly detail: unknown;
}

function words(result: Result, texts: PredictTexts): Words {
  const { run } = result;
  if (run.error?.syntax) {
    const { line, message } = run.error;
    const detail = line === undefined ? message : fill(texts.syntaxDetail, message, line);
    return { look: 'wrong', symbol: 'error', title: texts.syntax, detail };
  }
  if (result.kind === 'judged') return verdictWords(result.verdict, run, texts);
  const title = run.lineCount === 0 ? texts.outputNone : texts.output;
  return { look: 'neutral', symbol: 'output', title, detail: nothing };
}

function verdictWords(verdict: Verdict, run: FinishedRun, texts: PredictTexts): Words {
  switch (verdict.kind) {
    case 'exact':
      return { look: 'right', symbol: 'pass', title: texts.exact, detail: texts.exactDetail };
    case 'possible':
      return { look: 'right', symbol: 'pass', title: texts.possible, detail: texts.possibleDetail };
    case 'wrong': {
      const title = fill(texts.wrong, verdict.at + 1);
      return { look: 'wrong', symbol: 'error', title, detail: wrongDetail(verdict, texts) };
    }
    case 'unknown': {
      const detail = {
        truncated: count(texts.unknownTruncatedOne, texts.unknownTruncated, run.lineCount),
        tooManyOrders: texts.unknownOrders,
        outsideExpectation: texts.unknownOutside,
      }[verdict.reason];
      return { look: 'warning', symbol: 'question', title: texts.unknown, detail };
    }
  }
}

function wrongDetail(verdict: Extract<Verdict, { kind: 'wrong' }>, texts: PredictTexts) {
  const { predicted, possible, mayEnd } = verdict;
  const claim =
    predicted === undefined ? texts.wrongEnd : around(texts.wrongDetail, quoted(predicted, texts));
  if (possible.length === 0) return html`${claim} ${texts.onlyEnd}`;
  const heading = possible.length === 1 ? texts.possibleHereOne : texts.possibleHere;
  return html`${claim} ${around(heading, alternatives(possible, texts))}
  ${mayEnd ? texts.orEnd : nothing}`;
}

function alternatives(lines: readonly OutputLine[], texts: PredictTexts) {
  return lines.map((line, at) => {
    const separator = at === 0 ? '' : at === lines.length - 1 ? ` ${texts.or} ` : ', ';
    return html`${separator}${quoted(line, texts)}`;
  });
}

const quoted = (line: OutputLine, texts: PredictTexts) =>
  html`<code class="quoted">${lineView(line, texts)}</code>`;

/** A text with something that is not text in its place `{0}`. */
function around(text: string, inside: unknown): TemplateResult {
  const [before = '', after = ''] = text.split('{0}');
  return html`${before}${inside}${after}`;
}

/** Shown after every verdict: the one thing to remember, and why a race is one. */
function lesson({ snippet: { bank }, texts }: PageContext): unknown {
  if (!bank) return nothing;
  return html`<aside class="callout info lesson">
    <h3>${icon('lightbulb')} ${texts.teaches}</h3>
    <p>${bank.teaches}</p>
    ${bank.race ? html`<p><strong>${texts.race}</strong> ${bank.race}</p>` : nothing}
  </aside>`;
}

function buttons(result: Result, page: PageContext): TemplateResult {
  const { texts, snippet } = page;
  const solved =
    result.kind === 'judged' &&
    (result.verdict.kind === 'exact' || result.verdict.kind === 'possible');
  const again = button(result.kind === 'judged' ? texts.tryAgain : texts.predict, {
    icon: result.kind === 'judged' ? 'discard' : 'symbol-event',
    look: solved ? 'secondary' : 'primary',
    press: () => page.send({ kind: 'tryAgain' }),
  });
  const next = button(texts.nextUnsolved, {
    icon: 'arrow-right',
    look: solved ? 'primary' : 'secondary',
    press: page.nextUnsolved,
  });
  const rerun =
    result.kind === 'ran' ? button(texts.runAgain, { icon: 'play', press: page.run }) : nothing;
  return html`<div class="actions">
    ${solved ? html`${next} ${again}` : html`${again} ${rerun} ${next}`}
    ${button(texts.runManyTimes, { icon: 'graph', look: 'quiet', press: page.runManyTimes })}
    ${button(texts.runEverywhere, { icon: 'versions', look: 'quiet', press: page.runEverywhere })}
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
