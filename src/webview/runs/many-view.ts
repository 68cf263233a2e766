import * as l10n from '@vscode/l10n';
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { ManyReport, ShownOrder, Standing } from '../../shared/runs.ts';
import { originName } from '../common/origin-name.ts';
import { icon } from '../common/parts.ts';
import { notesView } from './notes-view.ts';
import { outputView } from './output-view.ts';

/** The orders that came, each with a bar as long as its share: a table that is a chart too. */
export function manyView(report: ManyReport): unknown {
  const { orders, hidden, done, notes } = report;
  if (orders.length === 0) return nothing;
  const isKnown = orders.some(({ standing }) => standing !== 'unknown');
  return html`<div class="orders">
      <table>
        <caption class="sr-only">
          ${l10n.t('The observed orders, most frequent first')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${l10n.t('Runs')}</th>
            <th scope="col">${l10n.t('Printed lines')}</th>
          </tr>
        </thead>
        <tbody>
          ${orders.map((order) => orderView(order, done, isKnown))}
        </tbody>
      </table>
    </div>
    ${
      hidden
        ? html`<p class="aside">
            ${l10n.t('{0} more orders, printed by {1} runs, are not shown.', hidden.orders, hidden.runs)}
          </p>`
        : nothing
    }
    ${isKnown || notes.length > 0 ? nothing : html`<p class="aside">${l10n.t("It's unknown which outputs of this code are possible.")}</p>`}
    ${notesView(l10n.t('Why more than one order is possible'), notes)} ${footer(report)}`;
}

function orderView(order: ShownOrder, done: number, isKnown: boolean): TemplateResult {
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
            ? l10n.t('not observed')
            : html`<strong>${percent(share)}</strong> ${l10n.t('{0} of {1}', count, done)}`
        }
      </span>
      ${isKnown ? standingView(standing) : nothing}
    </td>
    <td class="printed">${outputView(order)}</td>
  </tr>`;
}

/** One of 200 is not nothing. */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 ? '<1%' : rounded === 100 && share < 1 ? '>99%' : `${rounded}%`;
}

export function standingView(standing: Standing): TemplateResult {
  const [symbol, text, hint] = {
    possible: ['pass', l10n.t('possible'), ''],
    impossible: [
      'error',
      l10n.t('impossible'),
      l10n.t("The snippet's author didn't expect this output."),
    ],
    unknown: [
      'question',
      l10n.t('not known'),
      l10n.t("It's unknown which outputs of this code are possible."),
    ],
  }[standing];
  return html`<span class="standing ${standing}" title=${hint || nothing}
    >${icon(symbol ?? '')} ${text}</span
  >`;
}

/** Where the numbers come from: nothing here is simulated. */
function footer({ node }: ManyReport): unknown {
  if (!node) return nothing;
  const origins = node.origins.map(originName).join(', ');
  return html`<p class="runtime">
    <span title=${node.path}>${l10n.t('Ran on Node.js {0} ({1})', node.version, origins)}</span>
    <span>${l10n.t('Not recorded, since recording shifts the odds of races')}</span>
  </p>`;
}
