import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Cell, Column, ComparedOutput, EverywhereReport, NodeRow } from '../../shared/runs.ts';
import { originName } from '../common/origin-name.ts';
import { icon } from '../common/parts.ts';
import { standingView } from './many-view.ts';
import { notesView } from './notes-view.ts';
import { moduleKindName, nameOf, outputsView } from './outputs-view.ts';

/** Which Node printed which output, as a table of letters; then the outputs, side by side. */
export function everywhereView(report: EverywhereReport): unknown {
  const { columns, rows, refused, notes } = report;
  const shown = columns.filter((column) => column.refused === undefined);
  return html`<div
      class="nodes"
      tabindex="0"
      role="region"
      aria-label=${l10n.t('Output by Node.js version. The same letter means the same output.')}
    >
      <table>
        <caption class="sr-only">
          ${l10n.t('Output by Node.js version. The same letter means the same output.')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${l10n.t('Node.js')}</th>
            ${shown.map(({ kind }) => html`<th scope="col">${moduleKindName(kind)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => rowView(row, shown, report))}
        </tbody>
      </table>
    </div>
    ${columns.map((column) =>
      column.refused === undefined
        ? nothing
        : html`<p class="aside">${icon('info')} ${column.refused}</p>`,
    )}
    ${outputsView(report)}
    ${notesView(report.outputs.length > 1 ? l10n.t('Why they differ') : l10n.t('Why another order is possible'), notes)}
    ${
      refused.length === 0
        ? nothing
        : html`<section class="refused">
            <h3>${l10n.t('Found, but not usable')}</h3>
            <ul>
              ${refused.map(({ path, text }) => html`<li><code>${path}</code><br />${text}</li>`)}
            </ul>
          </section>`
    }`;
}

function rowView(
  { node, chosen, cells }: NodeRow,
  columns: readonly Column[],
  report: EverywhereReport,
): TemplateResult {
  const origins = node.origins.map(originName).join(', ');
  return html`<tr>
    <th scope="row" title=${node.path}>
      <span class="version">${node.version}</span>
      ${chosen ? html`<span class="badge">${l10n.t('in use')}</span>` : nothing}
      <span class="origins">${origins}</span>
    </th>
    ${columns.map(({ kind }) => html`<td>${cellView(cells[kind], report)}</td>`)}
  </tr>`;
}

function cellView(cell: Cell | undefined, { outputs: all, repeats }: EverywhereReport): unknown {
  switch (cell?.kind) {
    case undefined:
      return nothing;
    case 'waiting':
    case 'running':
      return html`<span class="pending"
        >${cell.kind === 'waiting' ? l10n.t('waiting') : l10n.t('running')}</span
      >`;
    case 'failed':
      return html`<span class="failed" title=${cell.message}
        >${icon('circle-slash')} ${l10n.t("couldn't be started")}</span
      >`;
    case 'ran': {
      const { outputs, standing } = cell;
      const times = outputs.reduce((sum, { count }) => sum + count, 0);
      return html`<span class="letters ${all.length <= 3 ? 'aligned' : ''}">
          ${all.map((output, at) => {
            const count = outputs.find((one) => one.output === at)?.count;
            // The same letter has the same place in every row.
            if (count === undefined)
              return html`<span class="letter-share" aria-hidden="true"></span>`;
            return html`<span class="letter-share"
              >${letterView(output)}${
                outputs.length > 1
                  ? html`<span class="times">${l10n.t('{0} of {1} runs', count, times)}</span>`
                  : nothing
              }</span
            >`;
          })}
        </span>
        ${outputs.length > 1 && repeats > 1 ? html`<span class="varies">${l10n.t('varies from run to run')}</span>` : nothing}
        ${standing === 'impossible' ? standingView(standing) : nothing}`;
    }
  }
}

function letterView(output: ComparedOutput): TemplateResult {
  const name = l10n.t('Output {0}', nameOf(output));
  return html`<span class="letter ${output.order === 0 ? '' : 'other'}" title=${name}
    ><span aria-hidden="true">${nameOf(output)}</span><span class="sr-only">${name}</span></span
  >`;
}
