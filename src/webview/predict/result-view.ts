import * as l10n from '@vscode/l10n';
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
import { count } from '../../shared/fill.ts';
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
    ${recordedView(run)} ${buttons(result, page)} ${runtimeView(run)}
  `;
}

/** The answer in big plain words. */
function verdictView(result: Result, page: PageContext, tries: Tries): TemplateResult {
  const { look, symbol, title, detail } = words(result, page);
  return html`<header class="verdict ${look}">
    ${icon(symbol)}
    <div>
      <h2 id="result" tabindex="-1">${title}</h2>
      ${detail === nothing ? nothing : html`<p>${detail}</p>`} ${shortNote(result)}
      ${isSolved(result) ? tryNote(tries) : nothing}
    </div>
  </header>`;
}

/** The prediction was right about what Node words itself, and did not have to quote it. */
function shortNote(result: Result): unknown {
  if (result.kind !== 'judged' || !result.rows.some(({ typed }) => typed)) return nothing;
  return html`<p>
    ${l10n.t('You typed a short form of what Node.js prints itself. Its full text is longer and shown under "This run".')}
  </p>`;
}

/** Which try was right, unless it only repeats what had been shown. */
function tryNote({ last }: Tries): unknown {
  if (!last || last.number === 1 || last.seen === 'output') return nothing;
  return html`<p>${l10n.t('You got it on try {0}.', last.number)}</p>`;
}

interface ShownVerdict {
  readonly look: 'right' | 'wrong' | 'neutral' | 'warning';
  readonly symbol: string;
  readonly title: string;
  readonly detail: unknown;
}

function words(result: Result, page: PageContext): ShownVerdict {
  const { run } = result;
  if (run.error?.syntax) {
    const { line, message } = run.error;
    const detail = line === undefined ? message : l10n.t('{0} (line {1})', message, line);
    return {
      look: 'wrong',
      symbol: 'error',
      title: l10n.t('This code has a syntax error'),
      detail,
    };
  }
  if (result.kind === 'judged') return verdictWords(result, page);
  const title =
    run.lineCount === 0 ? l10n.t('This run printed nothing') : l10n.t('What this run printed');
  return { look: 'neutral', symbol: 'output', title, detail: nothing };
}

function verdictWords({ verdict, run, rows }: Judged, { snippet }: PageContext): ShownVerdict {
  switch (verdict.kind) {
    case 'exact':
      return {
        look: 'right',
        symbol: 'pass',
        title: l10n.t('Exactly right'),
        detail: l10n.t('Node.js printed what you predicted, line by line.'),
      };
    case 'possible':
      return {
        look: 'right',
        symbol: 'pass',
        title: l10n.t('Possible'),
        detail: possibleDetail(verdict),
      };
    case 'wrong': {
      const title = l10n.t('Wrong from line {0}', verdict.at + 1);
      const { near, never } = rows.find(({ firstWrong }) => firstWrong) ?? {};
      const detail = html`${wrongDetail(verdict, snippet.bank === undefined, never)}
      ${near ? nearText(near) : nothing}`;
      return { look: 'wrong', symbol: 'error', title, detail };
    }
    case 'unknown':
      return { look: 'warning', symbol: 'question', ...unknownWords(verdict, run, rows) };
  }
}

function possibleDetail({ because }: Extract<Verdict, { kind: 'possible' }>): unknown {
  if (!because)
    return l10n.t(
      'Your order is possible, though this run printed another one. That counts as solved.',
    );
  if (because.kind === 'seen')
    return l10n.t('This run printed another order, and another run printed yours.');
  const { earlier, later } = because.pair;
  return between(
    l10n.t('This run printed another order. {0} and {1} race, so yours is possible too.'),
    quoted(earlier),
    quoted(later),
  );
}

function unknownWords(
  verdict: Extract<Verdict, { kind: 'unknown' }>,
  run: FinishedRun,
  rows: Judged['rows'],
): Pick<ShownVerdict, 'title' | 'detail'> {
  switch (verdict.reason) {
    case 'truncated': {
      const detail = count(
        l10n.t('The run was cut short after one line. What it would have printed next is unknown.'),
        l10n.t(
          'The run was cut short after {0} lines. What it would have printed next is unknown.',
        ),
        run.lineCount,
      );
      return { title: l10n.t("Couldn't be judged"), detail };
    }
    case 'tooManyOrders':
      return {
        title: l10n.t("Couldn't be judged"),
        detail: l10n.t(
          'This snippet has so many possible orders that checking yours would take too long. Below is what this run printed.',
        ),
      };
    case 'outsideExpectation':
      return {
        title: l10n.t("Couldn't be judged"),
        detail: l10n.t(
          "This run printed something that the snippet's author didn't expect. The mistake is in the snippet, not in your prediction.",
        ),
      };
    case 'unrecorded':
      return {
        title: l10n.t('Not what this run printed'),
        detail: l10n.t(
          "This run couldn't be recorded completely, so it's unknown whether another run can print what you predicted.",
        ),
      };
    case 'undecided': {
      const near = rows.find((row) => row.near)?.near;
      const detail = html`${near ? nearText(near) : nothing} ${openDetail(verdict.pair)}
      ${l10n.t('Run it many times: an order that was printed once counts as possible.')}`;
      return { title: l10n.t('Not what this run printed'), detail };
    }
  }
}

function openDetail(pair: OpenPair | undefined): unknown {
  if (!pair)
    return l10n.t(
      "Parts of this program race, so another run may print other lines or another order. One run can't tell whether yours is possible.",
    );
  const text =
    pair.relation === 'race'
      ? l10n.t(
          'This run printed {0} before {1}, and these two race. What the program prints in another order can depend on more than a recording shows.',
        )
      : l10n.t(
          "This run printed {0} before {1}, but its recording doesn't show that every run does. Another run may print them in the other order.",
        );
  return between(text, quoted(pair.earlier), quoted(pair.later));
}

export function nearText(near: NearMiss): string {
  return {
    case: l10n.t('Only the case of letters differs.'),
    quotes: l10n.t('Only the quotes differ.'),
    blanks: l10n.t('Only the spaces differ.'),
    spelling: l10n.t('Only case, spaces or quotes differ.'),
    exitCode: l10n.t('The exit code differs.'),
  }[near];
}

function wrongDetail(
  { predicted, possible, mayEnd, byRun, before }: Extract<Verdict, { kind: 'wrong' }>,
  /** What is derived for own code may hold more than can be printed, and never less. */
  isOwn: boolean,
  never: true | undefined,
) {
  const claim =
    predicted === undefined
      ? l10n.t('Your prediction ends here, and the program prints more.')
      : around(
          never
            ? l10n.t('You predicted {0} here, which is never printed.')
            : l10n.t('You predicted {0} here.'),
          quoted(predicted),
        );
  if (possible.length === 0) return html`${claim} ${l10n.t('Nothing more can be printed here.')}`;
  const heading = before
    ? l10n.t('Every run prints {0} first.')
    : byRun
      ? l10n.t('The program printed {0} here.')
      : possible.length === 1 || isOwn
        ? l10n.t('Only {0} can be printed here.')
        : l10n.t('{0} can be printed here.');
  return html`${claim} ${around(heading, alternatives(possible))}
  ${mayEnd ? l10n.t('The program could also have stopped printing here.') : nothing}`;
}

/** As the language lists them: `a, b, or c`. */
function alternatives(lines: readonly OutputLine[]) {
  const list = new Intl.ListFormat(document.documentElement.lang || 'en', { type: 'disjunction' });
  return list.formatToParts(lines.map((_, at) => String(at))).map(({ type, value }) => {
    const line = type === 'element' ? lines[Number(value)] : undefined;
    return line ? quoted(line) : value;
  });
}

export const quoted = (line: OutputLine) => html`<code class="quoted">${lineView(line)}</code>`;

/** Shown after every verdict: the one thing to remember, and why a race is one. */
function lesson({ snippet: { bank } }: PageContext): unknown {
  if (!bank) return nothing;
  return html`<aside class="callout info lesson">
    <h3>${icon('lightbulb')} ${l10n.t('What it teaches')}</h3>
    <p>${bank.teaches}</p>
    ${bank.race ? html`<p><strong>${l10n.t('Why more than one order is possible:')}</strong> ${bank.race}</p>` : nothing}
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
  const { snippet } = page;
  const solved = isSolved(result);
  // What comes next after the user's own code is the user's to say.
  const goesOn = solved && snippet.bank !== undefined;
  const again = button(result.kind === 'judged' ? l10n.t('Try Again') : l10n.t('Predict It'), {
    icon: result.kind === 'judged' ? 'discard' : 'symbol-event',
    look: goesOn ? 'secondary' : 'primary',
    press: () => page.send({ kind: 'tryAgain' }),
  });
  const next =
    snippet.bank === undefined
      ? nothing
      : button(l10n.t('Next Unsolved'), {
          icon: 'arrow-right',
          look: solved ? 'primary' : 'secondary',
          press: page.nextUnsolved,
        });
  const rerun =
    result.kind === 'ran'
      ? button(l10n.t('Run Again'), { icon: 'play', press: page.run })
      : nothing;
  return html`<div class="actions">
    ${goesOn ? html`${next} ${again}` : html`${again} ${rerun} ${next}`}
    ${button(l10n.t('Run Many Times'), {
      icon: 'graph',
      look: isOpen(result) ? 'secondary' : 'quiet',
      press: page.runManyTimes,
    })}
    ${button(l10n.t('Run on Every Node.js'), { icon: 'versions', look: 'quiet', press: page.runEverywhere })}
    ${button(l10n.t('Make Another Like This'), { icon: 'flame', look: 'quiet', press: page.anotherLikeThis })}
    ${
      snippet.bank
        ? button(l10n.t('Open Question'), {
            icon: 'book',
            look: 'quiet',
            press: () => page.openQuestion(),
          })
        : nothing
    }
  </div>`;
}
