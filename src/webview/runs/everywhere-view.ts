import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Cell, Column, ComparedOutput, EverywhereReport, NodeRow } from '../../shared/runs.ts';
import type { RunsTexts } from '../../shared/runs-texts.ts';
import { fill } from '../../shared/fill.ts';
import { icon } from '../common/parts.ts';
import { standingView } from './many-view.ts';
import { notesView } from './notes-view.ts';
import { nameOf, outputsView } from './outputs-view.ts';
import type { PageContext } from './page.ts';

/** Which Node printed which output, as a table of letters; then the outputs, side by side. */
export function everywhereView(report: EverywhereReport, { texts }: PageContext): unknown {
  const { columns, rows, refused, notes } = report;
  const shown = columns.filter((column) => column.refused === undefined);
  return html`<div class="nodes" tabindex="0" role="region" aria-label=${texts.nodesCaption}>
      <table>
        <caption class="sr-only">
          ${texts.nodesCaption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${texts.columnNode}</th>
            ${shown.map(({ kind }) => html`<th scope="col">${texts.kinds[kind]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => rowView(row, shown, report, texts))}
        </tbody>
      </table>
    </div>
    ${columns.map((column) =>
      column.refused === undefined
        ? nothing
        : html`<p class="aside">${icon('info')} ${column.refused}</p>`,
    )}
    ${outputsView(report, texts)} ${notesView(texts.notesHeading, notes)}
    ${
      refused.length === 0
        ? nothing
        : html`<section class="refused">
            <h3>${texts.refusedHeading}</h3>
            <ul>
              ${refused.map(({ path, reason }) => html`<li><code>${path}</code> ${reason}</li>`)}
            </ul>
          </section>`
    }`;
}

function rowView(
  { node, chosen, cells }: NodeRow,
  columns: readonly Column[],
  report: EverywhereReport,
  texts: RunsTexts,
): TemplateResult {
  const origins = node.origins.map((origin) => texts.origins[origin]).join(', ');
  return html`<tr>
    <th scope="row" title=${node.path}>
      <span class="version">${node.version}</span>
      ${chosen ? html`<span class="badge">${texts.chosen}</span>` : nothing}
      <span class="origins">${origins}</span>
    </th>
    ${columns.map(({ kind }) => html`<td>${cellView(cells[kind], report, texts)}</td>`)}
  </tr>`;
}

function cellView(
  cell: Cell | undefined,
  { outputs: all, repeats }: EverywhereReport,
  texts: RunsTexts,
): unknown {
  switch (cell?.kind) {
    case undefined:
      return nothing;
    case 'waiting':
    case 'running':
      return html`<span class="pending">${texts[cell.kind]}</span>`;
    case 'failed':
      return html`<span class="failed" title=${cell.message}
        >${icon('circle-slash')} ${texts.failed}</span
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
              >${letterView(output, texts)}${
                outputs.length > 1
                  ? html`<span class="times">${fill(texts.outputTimes, count, times)}</span>`
                  : nothing
              }</span
            >`;
          })}
        </span>
        ${outputs.length > 1 && repeats > 1 ? html`<span class="varies">${texts.varies}</span>` : nothing}
        ${standing === 'impossible' ? standingView(standing, texts) : nothing}`;
    }
  }
}

function letterView(output: ComparedOutput, texts: RunsTexts): TemplateResult {
  const name = fill(texts.output, nameOf(output));
  return html`<span class="letter ${output.order === 0 ? '' : 'other'}" title=${name}
    ><span aria-hidden="true">${nameOf(output)}</span><span class="sr-only">${name}</span></span
  >`;
}
