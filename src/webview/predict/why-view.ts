import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownLine } from '../../shared/predict.ts';
import type { Explanation, Explanations, Misconception, Trace } from '../../shared/timeline.ts';
import { lineView } from '../common/line-view.ts';
import { button, icon } from '../common/parts.ts';
import { between, textWithCode } from '../common/sentence.ts';
import { imaginedView } from './imagined-view.ts';
import { ordersView } from './orders-view.ts';
import type { PageContext } from './page.ts';
import { shownReasons } from './shown-reasons.ts';
import { shownExplanations, shownRecording, shownStatus } from './state.ts';
import type { PageState } from './state.ts';

/** What the record of the shown run explains; absent without a record. */
export interface Why {
  readonly wrong: Explanations['wrong'];
  /** The reasons that stand between the lines. */
  readonly reasons: Explanations['pairs'];
  /** The run's lines, for the pair that a prediction has wrong. */
  readonly lines: readonly ShownLine[];
  /** What was predicted; nothing where nothing was. */
  readonly predicted: readonly ShownLine[];
  /** Of the run; absent once it is forgotten. */
  readonly trace?: Trace;
  /** Titles of the questions that can be opened. */
  readonly questions: Readonly<Record<string, string>>;
  /** Whether the reasons are wanted. */
  readonly shown: boolean;
}

export function whyOf(state: PageState): Why | undefined {
  const { record } = state;
  const status = shownStatus(state);
  const explanations = shownExplanations(state);
  if (!explanations || status.kind !== 'finished' || status.outcome.kind === 'notRun') {
    return undefined;
  }
  const { outcome } = status;
  const { lines, recordedLines } = outcome.run;
  const trace = shownRecording(state)?.trace;
  return {
    ...(trace && { trace }),
    wrong: explanations.wrong,
    // Reasons stand between the lines that they are about, or nowhere.
    reasons: recordedLines ? [] : shownReasons(explanations),
    lines: recordedLines ?? lines,
    predicted:
      outcome.kind === 'judged' ? outcome.rows.flatMap(({ predicted }) => predicted ?? []) : [],
    questions: record?.questions ?? {},
    shown: state.reasons,
  };
}

/** Shows and hides all reasons at once; nothing where there is none. */
export function reasonsSwitch(why: Why | undefined, { send }: PageContext): unknown {
  if (!why?.reasons.some(Boolean)) return nothing;
  return html`<label class="reasons">
    <input
      type="checkbox"
      .checked=${why.shown}
      @change=${({ target }: Event) =>
        send({ kind: 'reasons', on: (target as HTMLInputElement).checked })}
    />
    <span>${l10n.t('Show why between the lines')}</span>
  </label>`;
}

/** Why the line with this index comes after the one before it, as a line that opens. */
export function reasonView(why: Why | undefined, line: number, page: PageContext): unknown {
  const explanation = why?.shown ? why.reasons[line - 1] : undefined;
  if (!why || !explanation) return nothing;
  return html`<details class="why ${explanation.certainty}">
    <summary>
      ${icon(symbols[explanation.certainty])}<span class="rule"
        >${textWithCode(explanation.title)}</span
      >
      ${certaintyBadge(explanation)}
    </summary>
    <div class="why-more">
      <p class="rule">${textWithCode(explanation.text)}</p>
      ${linksView(explanation, explanation.question, why, page)}
    </div>
  </details>`;
}

const symbols = { certain: 'arrow-down', race: 'arrow-swap', unknown: 'question' } as const;

/** The first pair that the prediction has wrong, its rule, and what may have led to it. */
export function wrongPairView(why: Why | undefined, page: PageContext): unknown {
  const wrong = why?.wrong;
  const [earlier, later] = [why?.lines[wrong?.earlier ?? -1], why?.lines[wrong?.later ?? -1]];
  if (!why || !wrong || !earlier || !later) return nothing;
  const { explanation, misconception } = wrong;
  const quoted = (line: typeof earlier) => html`<code class="quoted">${lineView(line)}</code>`;
  const claim =
    explanation.certainty === 'certain'
      ? l10n.t('{0} is always printed before {1}.')
      : l10n.t('{0} was printed before {1} in this run.');
  return html`<aside class="callout wrong wrong-pair" aria-labelledby="wrong-pair">
    <h3 id="wrong-pair">${icon('lightbulb')} ${l10n.t('Where the order breaks')}</h3>
    <p>${between(claim, quoted(earlier), quoted(later))}</p>
    <p class="rule">
      <strong>${textWithCode(explanation.title)}</strong> ${textWithCode(explanation.text)}
    </p>
    ${misconception ? misconceptionView(misconception, why, page) : nothing}
    ${linksView(explanation, misconception?.question ?? explanation.question, why, page)}
  </aside>`;
}

function misconceptionView(
  { says, text, imagined }: Misconception,
  { lines, predicted, trace }: Why,
  page: PageContext,
): unknown {
  const correction = html`<p class="rule">${textWithCode(text)}</p>`;
  if (says === undefined) return correction;
  const claim = l10n.t('The callbacks of this run would print your order if this were true:');
  return html`<p class="rule">${claim} <strong>${textWithCode(says)}</strong></p>
    ${ordersView(lines, predicted)} ${correction}
    ${trace && imagined ? imaginedView(trace, imagined) : nothing}
    <p class="against">
      ${button(l10n.t('Drill This Belief'), {
        icon: 'flame',
        press: page.anotherLikeThis,
      })}
    </p>`;
}

function certaintyBadge({ certainty }: Explanation): unknown {
  if (certainty === 'certain') return nothing;
  const text = certainty === 'race' ? l10n.t('race') : l10n.t('not certain');
  return html`<span class="badge">${text}</span>`;
}

/** Where to look: the lines of the code, the question that teaches it, the document. */
function linksView(
  { sites, source }: Explanation,
  question: string,
  { questions }: Why,
  page: PageContext,
): TemplateResult {
  const title = questions[question];
  const lines = [...new Set(sites.map(({ line }) => line))];
  return html`<p class="why-links">
    ${
      title === undefined
        ? nothing
        : html`<button type="button" class="link" @click=${() => page.openQuestion(question)}>
            ${icon('book')}<span>${l10n.t('Learn: {0}', title)}</span>
          </button>`
    }
    ${lines.map(
      (line) =>
        html`<button
          type="button"
          class="link"
          aria-label=${l10n.t('Show line {0} in the code', line)}
          @click=${() => page.showLine(line)}
        >
          ${icon('go-to-file')}<span>${l10n.t('Line {0}', line)}</span>
        </button>`,
    )}
    <a href=${source.url}>${icon('link-external')}<span>${source.title}</span></a>
  </p>`;
}
