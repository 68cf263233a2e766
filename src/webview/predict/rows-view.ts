import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparedRow, PredictionOutcome } from '../../shared/predict.ts';
import type { PredictTexts } from '../../shared/predict-texts.ts';
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
  const { texts } = page;
  return html`<div class="rows" tabindex="0" role="region" aria-label=${texts.rowsCaption}>
      <table role="table">
        <caption class="sr-only">
          ${texts.rowsCaption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="number">
              <span class="sr-only">${texts.columnLine}</span>
            </th>
            <th role="columnheader" scope="col">${texts.columnPrediction}</th>
            <th role="columnheader" scope="col">${texts.columnRun}</th>
            <th role="columnheader" scope="col">
              <span class="sr-only">${texts.columnMark}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${numbered(rows).map(
            ({ row, number, printed }) =>
              html`${reasonRow(why, printed, page)}${rowView(row, number, texts)}`,
          )}
        </tbody>
      </table>
    </div>
    ${hiddenLines(run, texts)}`;
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

function rowView(
  row: ComparedRow,
  number: number | undefined,
  texts: PredictTexts,
): TemplateResult {
  const { symbol, text, more } = mark(row, texts);
  const line = (side: ComparedRow['actual']) =>
    side
      ? lineView(side, texts)
      : html`<span class="absent" aria-hidden="true">–</span
          ><span class="sr-only">${texts.noLine}</span>`;
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

function mark(row: ComparedRow, texts: PredictTexts) {
  const { mark: kind, firstWrong } = row;
  const place = nearWords(row, texts) ?? placeWords(row, texts) ?? (row.never && texts.markNever);
  if (firstWrong) {
    // It was printed, but only after lines that the prediction lacks.
    const text = kind === 'same' ? texts.markTooEarly : texts.markFirstWrong;
    return { symbol: 'error', text, ...(place !== undefined && { more: place }) };
  }
  switch (kind) {
    case 'same':
      return { symbol: 'check', text: row.typed ? texts.markShort : texts.markSame };
    case 'differs':
      return { symbol: 'arrow-swap', text: place ?? texts.markDiffers };
    case 'missing':
      return { symbol: 'add', text: place ?? texts.markMissing };
    case 'extra':
      return { symbol: 'remove', text: place ?? texts.markExtra };
    case 'unknown':
      return { symbol: 'question', text: texts.markUnknown };
  }
}

function nearWords({ near }: ComparedRow, texts: PredictTexts): string | undefined {
  if (!near) return undefined;
  return {
    case: texts.markCase,
    quotes: texts.markQuotes,
    blanks: texts.markBlanks,
    spelling: texts.markSpelling,
    exitCode: texts.markExit,
  }[near];
}

/** Where the line of a row stands in the other column. */
function placeWords(row: ComparedRow, texts: PredictTexts): string | undefined {
  const { predicted, printedAt, predictedAt } = row;
  if (predicted && printedAt) {
    return placesText(texts.markPrintedAt, texts.markPrintedAtMany, printedAt);
  }
  if (predicted || !predictedAt) return undefined;
  return placesText(texts.markPredictedAt, texts.markPredictedAtMany, predictedAt);
}

const placesText = (one: string, many: string, places: readonly number[]): string =>
  fill(places.length === 1 ? one : many, places.map((at) => at + 1).join(', '));
