import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { ManyReport, ShownOrder, Standing } from '../../shared/runs.ts';
import type { RunsTexts } from '../../shared/runs-texts.ts';
import { fill } from '../../shared/fill.ts';
import { icon } from '../common/parts.ts';
import { notesView } from './notes-view.ts';
import { outputView } from './output-view.ts';
import type { PageContext } from './page.ts';

/** The orders that came, each with a bar as long as its share: a table that is a chart too. */
export function manyView(report: ManyReport, { texts }: PageContext): unknown {
  const { orders, hidden, done, notes } = report;
  if (orders.length === 0) return nothing;
  const isKnown = orders.some(({ standing }) => standing !== 'unknown');
  return html`<div class="orders">
      <table>
        <caption class="sr-only">
          ${texts.ordersCaption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${texts.columnRuns}</th>
            <th scope="col">${texts.columnOrder}</th>
          </tr>
        </thead>
        <tbody>
          ${orders.map((order) => orderView(order, done, isKnown, texts))}
        </tbody>
      </table>
    </div>
    ${
      hidden
        ? html`<p class="aside">${fill(texts.ordersHidden, hidden.orders, hidden.runs)}</p>`
        : nothing
    }
    ${isKnown || notes.length > 0 ? nothing : html`<p class="aside">${texts.unknownHint}</p>`}
    ${notesView(texts.openHeading, notes)} ${footer(report, texts)}`;
}

function orderView(
  order: ShownOrder,
  done: number,
  isKnown: boolean,
  texts: RunsTexts,
): TemplateResult {
  const { count, standing } = order;
  const share = done === 0 ? 0 : count / done;
  return html`<tr class="standing-${standing} ${count === 0 ? 'never' : ''}">
    <td class="runs">
      <svg class="bar" aria-hidden="true" height="10">
        <rect class="track" width="100%" height="10" rx="2"></rect>
        ${svg`<rect class="share" width="${share * 100}%" height="10" rx="2"></rect>`}
      </svg>
      <span class="numbers">
        ${
          count === 0
            ? texts.never
            : html`<strong>${percent(share)}</strong> ${fill(texts.share, count, done)}`
        }
      </span>
      ${isKnown ? standingView(standing, texts) : nothing}
    </td>
    <td class="printed">${outputView(order, texts)}</td>
  </tr>`;
}

/** One of 200 is not nothing. */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 ? '<1%' : rounded === 100 && share < 1 ? '>99%' : `${rounded}%`;
}

export function standingView(standing: Standing, texts: RunsTexts): TemplateResult {
  const [symbol, text, hint] = {
    possible: ['pass', texts.possible, ''],
    impossible: ['error', texts.impossible, texts.impossibleHint],
    unknown: ['question', texts.unknownStanding, texts.unknownHint],
  }[standing];
  return html`<span class="standing ${standing}" title=${hint || nothing}
    >${icon(symbol ?? '')} ${text}</span
  >`;
}

/** Where the numbers come from: nothing here is simulated. */
function footer({ node }: ManyReport, texts: RunsTexts): unknown {
  if (!node) return nothing;
  const origins = node.origins.map((origin) => texts.origins[origin]).join(', ');
  return html`<p class="runtime">
    <span title=${node.path}>${fill(texts.ranOn, node.version, origins)}</span>
    <span>${texts.untraced}</span>
  </p>`;
}
