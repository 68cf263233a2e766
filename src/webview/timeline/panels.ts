import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { Explanation } from '../../shared/timeline.ts';
import { count } from '../../shared/fill.ts';
import { icon } from '../common/parts.ts';
import { laneName } from './lane-name.ts';
import { certaintyText } from './certainty-text.ts';
import { lineText, rounded } from './names.ts';
import { queueNames, type QueueName, type Queues } from './queues-at.ts';
import type { RunView } from './run-view.ts';
import { orderBefore, stepWords, turnText } from './step-words.ts';
import type { Step } from './steps.ts';

export interface PanelState {
  readonly view: RunView;
  readonly step: Step;
  readonly queues: Queues;
  /** The queues that are ever used in this run. */
  readonly usedQueues: ReadonlySet<QueueName>;
  readonly pairs: readonly (Explanation | undefined)[];
  readonly codeLines: readonly string[];
}

/** What waits after a step, and what has been printed. */
export function panelsView(state: PanelState) {
  return [queuesView(state), outputView(state)];
}

/** What happens in a step. */
export function stepView(state: PanelState) {
  const { view, step, codeLines } = state;
  const item = view.items[step.item];
  if (!item) return nothing;
  const words = stepWords(view, step);
  const line = words.site?.line ?? 0;
  const source = codeLines[line - 1]?.trim();
  const ends = step.event.kind === 'ends';
  return html`<p class="tl-where tl-lane-${item.lane}">
      ${
        ends
          ? nothing
          : html`<span class="tl-phase"><span class="tl-dot"></span>${laneName(item.lane)}</span
              ><span>${turnText(item.turn, view.trace)}</span>`
      }
    </p>
    <h3 class="tl-title">${titleView(words.title, step)}</h3>
    ${source ? html`<p class="tl-source"><span>${line}</span><code>${source}</code></p>` : nothing}
    <p class="tl-why">${words.why}${words.why && words.origin ? ' ' : ''}${words.origin}</p>
    ${orderView(state)}`;
}

const titleView = (title: string, { event }: Step) =>
  html`${icon(
      {
        starts: 'debug-start',
        prints: 'output',
        schedules: 'add',
        cancels: 'close',
        ends: 'pass',
      }[event.kind],
    )}<span>${title}</span>`;

function orderView({ view, step, pairs }: PanelState) {
  const pair = orderBefore(pairs, step);
  if (!pair || step.event.kind !== 'prints') return nothing;
  const { lines } = view.trace;
  const later = lines[step.event.line];
  const earlier = lines[step.event.line - 1];
  if (!later || !earlier) return nothing;
  const race = pair.certainty === 'race';
  return html`<div class="tl-order ${race ? 'tl-race' : ''}">
    <h4>
      ${textWithCode(
        l10n.t(
          'Why {0} is printed after {1}',
          `\`${lineText(later, 60)}\``,
          `\`${lineText(earlier, 60)}\``,
        ),
      )}
      <span class="badge">${certaintyText(pair.certainty)}</span>
    </h4>
    <p><strong>${textWithCode(pair.title)}</strong> ${textWithCode(pair.text)}</p>
    <p class="tl-cite">
      <a href=${pair.source.url}>${l10n.t('Source: {0}', pair.source.title)}</a>
    </p>
  </div>`;
}

/** Explanations are plain text with code in backticks. */
function textWithCode(text: string) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

/** More tasks than these are counted. */
const MOST_CHIPS = 6;

function queuesView({ view, queues, usedQueues }: PanelState) {
  return html`<section class="tl-panel tl-queues">
    <h3>${l10n.t('Waiting now')}</h3>
    <dl>
      ${queueNames
        .filter((name) => usedQueues.has(name))
        .map((name) => {
          const tasks = queues[name];
          const lane = name === 'promises' ? 'microtask' : name;
          return html`<div
            class="tl-queue tl-lane-${lane} ${name === 'promises' ? 'tl-pending' : ''}"
          >
            <dt
              title=${name === 'promises' ? l10n.t('Reactions to promises that are not settled yet') : nothing}
            >
              <span class="tl-dot"></span
              >${name === 'promises' ? l10n.t('promises') : laneName(name)}
            </dt>
            <dd>
              ${tasks.length === 0 ? html`<span class="tl-empty">${l10n.t('empty')}</span>` : nothing}
              ${tasks.slice(0, MOST_CHIPS).map((id) => chipView(view, id))}
              ${
                tasks.length > MOST_CHIPS
                  ? html`<span class="tl-empty"
                      >${l10n.t('+{0} more', tasks.length - MOST_CHIPS)}</span
                    >`
                  : nothing
              }
            </dd>
          </div>`;
        })}
    </dl>
  </section>`;
}

function chipView({ trace }: RunView, id: number) {
  const task = trace.tasks[id];
  if (!task) return nothing;
  return html`<span class="tl-chip"
    >${task.api}${
      task.delayMs === undefined
        ? nothing
        : html` <b
            title=${task.delayMs === 1 ? l10n.t('Node.js treats every delay under 1 ms as 1 ms.') : nothing}
            >${l10n.t('{0} ms', rounded(task.delayMs))}</b
          >`
    }${task.site ? html`<i title=${l10n.t('line {0}', task.site.line)}>:${task.site.line}</i>` : nothing}</span
  >`;
}

/** Only the last lines are kept in the document. */
const MOST_LINES = 60;

function outputView({ view, step }: PanelState) {
  const { lines } = view.trace;
  const until = printedUntil(view, step);
  const first = Math.max(0, until - MOST_LINES);
  const newest = step.event.kind === 'prints' ? step.event.line : -1;
  return html`<section class="tl-panel tl-output">
    <h3>${l10n.t('Printed so far')}</h3>
    ${first > 0 ? html`<p class="tl-empty">${count(l10n.t('One earlier line is not shown.'), l10n.t('{0} earlier lines are not shown.'), first)}</p>` : nothing}
    <ol class="tl-lines" start=${first + 1} tabindex="0" aria-label=${l10n.t('Printed so far')}>
      ${until === 0 ? html`<li class="tl-nothing">${l10n.t('nothing yet')}</li>` : nothing}
      ${lines.slice(first, until).map(
        (line, index) =>
          html`<li
            class="tl-line-${line.stream} ${first + index === newest ? 'tl-newest' : ''}"
            value=${first + index + 1}
          >
            <bdi>${lineText(line, 400)}</bdi>
          </li>`,
      )}
    </ol>
  </section>`;
}

/** Lines are in the order of their moments. */
function printedUntil({ trace: { lines } }: RunView, { at }: Step): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
