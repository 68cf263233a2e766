import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparedRow, PredictionOutcome } from '../../shared/predict.ts';
import { fill } from '../../shared/fill.ts';
import { lineView } from '../common/line-view.ts';
import type { PageContext } from './page.ts';
import { icon } from '../common/parts.ts';
import { hiddenLines } from './run-view.ts';
import { reasonView } from './why-view.ts';
import type { Why } from './why-view.ts';

type Judged = Extract<PredictionOutcome, { kind: 'judged' }>;

/**
 * The prediction and this run side by side. Roles are spelled out: on a narrow page the table is laid
 * out as a grid, which would take them away.
 */
export function rowsView(
  { rows, run }: Judged,
  why: Why | undefined,
  page: PageContext,
): TemplateResult {
  return html`<div
      class="rows"
      tabindex="0"
      role="region"
      aria-label=${l10n.t('Your prediction and this run, line by line')}
    >
      <table role="table">
        <caption class="sr-only">
          ${l10n.t('Your prediction and this run, line by line')}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="number">
              <span class="sr-only">${l10n.t('Line')}</span>
            </th>
            <th role="columnheader" scope="col">${l10n.t('Your prediction')}</th>
            <th role="columnheader" scope="col">${l10n.t('This run')}</th>
            <th role="columnheader" scope="col">
              <span class="sr-only">${l10n.t('Comparison')}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${numbered(rows).map(
            ({ row, number, printed }) =>
              html`${reasonRow(why, printed, page)}${rowView(row, number)}`,
          )}
        </tbody>
      </table>
    </div>
    ${hiddenLines(run)}`;
}

/**
 * Numbers are those of the predicted lines, which the verdict speaks of: also of the one that is
 * missing where a prediction ended too early. `printed` counts the lines of the run from 0.
 */
function numbered(rows: readonly ComparedRow[]) {
  let last = 0;
  let printed = 0;
  return rows.map((row) => ({
    row,
    number: row.predicted || row.firstWrong ? ++last : undefined,
    printed: row.actual ? printed++ : undefined,
  }));
}

/** Stands above the line that it explains. */
function reasonRow(why: Why | undefined, printed: number | undefined, page: PageContext): unknown {
  const reason = printed === undefined ? nothing : reasonView(why, printed, page);
  if (reason === nothing) return nothing;
  return html`<tr role="row" class="why-row">
    <td role="cell"></td>
    <td role="cell" colspan="3">${reason}</td>
  </tr>`;
}

function rowView(row: ComparedRow, number: number | undefined): TemplateResult {
  const { symbol, text, more } = mark(row);
  const line = (side: ComparedRow['actual']) =>
    side
      ? lineView(side)
      : html`<span class="absent" aria-hidden="true">–</span
          ><span class="sr-only">${l10n.t('no line')}</span>`;
  return html`<tr role="row" class="row-${row.mark} ${row.firstWrong ? 'first-wrong' : ''}">
    <td role="cell" class="number">${number ?? nothing}</td>
    <td role="cell">${line(row.typed ?? row.predicted)}</td>
    <td role="cell">${row.mark === 'unknown' && !row.actual ? nothing : line(row.actual)}</td>
    <td role="cell" class="mark" title=${text}>
      <div>
        ${icon(symbol)}
        <span
          >${text}${more === undefined ? nothing : html` <span class="more">(${more})</span>`}</span
        >
      </div>
    </td>
  </tr>`;
}

function mark(row: ComparedRow) {
  const { mark: kind, firstWrong } = row;
  const place = nearWords(row) ?? placeWords(row) ?? (row.never && l10n.t('never printed'));
  if (firstWrong) {
    // It was printed, but only after lines that the prediction lacks.
    const text = kind === 'same' ? l10n.t('wrong: too early') : l10n.t('first wrong line');
    return { symbol: 'error', text, ...(place !== undefined && { more: place }) };
  }
  switch (kind) {
    case 'same':
      return { symbol: 'check', text: row.typed ? l10n.t('same, in short') : l10n.t('same') };
    case 'differs':
      return { symbol: 'arrow-swap', text: place ?? l10n.t('differs') };
    case 'missing':
      return { symbol: 'add', text: place ?? l10n.t('not predicted') };
    case 'extra':
      return { symbol: 'remove', text: place ?? l10n.t('not printed') };
    case 'unknown':
      return { symbol: 'question', text: l10n.t('not known') };
  }
}

function nearWords({ near }: ComparedRow): string | undefined {
  if (!near) return undefined;
  return {
    case: l10n.t('same except for case'),
    quotes: l10n.t('same except for quotes'),
    blanks: l10n.t('same except for spaces'),
    spelling: l10n.t('nearly the same text'),
    exitCode: l10n.t('different exit code'),
  }[near];
}

/** Where the line of a row stands in the other column. */
function placeWords(row: ComparedRow): string | undefined {
  const { predicted, printedAt, predictedAt } = row;
  if (predicted && printedAt) {
    return placesText(l10n.t('printed as line {0}'), l10n.t('printed as lines {0}'), printedAt);
  }
  if (predicted || !predictedAt) return undefined;
  return placesText(l10n.t('predicted as line {0}'), l10n.t('predicted as lines {0}'), predictedAt);
}

const placesText = (one: string, many: string, places: readonly number[]): string =>
  fill(places.length === 1 ? one : many, places.map((at) => at + 1).join(', '));
