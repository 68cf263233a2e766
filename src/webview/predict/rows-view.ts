import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparedRow, PredictionOutcome } from '../../shared/predict.ts';
import type { PredictTexts } from '../../shared/predict-texts.ts';
import { lineView } from '../common/line-view.ts';
import type { PageContext } from './page.ts';
import { icon } from '../common/parts.ts';
import { hiddenLines } from './run-view.ts';

type Judged = Extract<PredictionOutcome, { kind: 'judged' }>;

/** The prediction and this run side by side. */
export function rowsView({ rows, run }: Judged, { texts }: PageContext): TemplateResult {
  return html`<div class="rows" tabindex="0" role="region" aria-label=${texts.rowsCaption}>
      <table>
        <caption class="sr-only">
          ${texts.rowsCaption}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="number"><span class="sr-only">${texts.columnLine}</span></th>
            <th scope="col">${texts.columnPrediction}</th>
            <th scope="col">${texts.columnRun}</th>
            <th scope="col"><span class="sr-only">${texts.columnMark}</span></th>
          </tr>
        </thead>
        <tbody>
          ${numbered(rows).map(([row, number]) => rowView(row, number, texts))}
        </tbody>
      </table>
    </div>
    ${hiddenLines(run, texts)}`;
}

/**
 * Numbers are those of the predicted lines, which the verdict speaks of: also of the one that is
 * missing where a prediction ended too early.
 */
function numbered(rows: readonly ComparedRow[]): [ComparedRow, number | undefined][] {
  let last = 0;
  return rows.map((row) => [row, row.predicted || row.firstWrong ? ++last : undefined]);
}

function rowView(
  row: ComparedRow,
  number: number | undefined,
  texts: PredictTexts,
): TemplateResult {
  const { symbol, text } = mark(row, texts);
  const line = (side: ComparedRow['actual']) =>
    side
      ? lineView(side, texts)
      : html`<span class="absent" aria-hidden="true">–</span
          ><span class="sr-only">${texts.noLine}</span>`;
  return html`<tr class="row-${row.mark} ${row.firstWrong ? 'first-wrong' : ''}">
    <td class="number">${number ?? nothing}</td>
    <td>${line(row.predicted)}</td>
    <td>${row.mark === 'unknown' && !row.actual ? nothing : line(row.actual)}</td>
    <td class="mark" title=${text}>${icon(symbol)} <span>${text}</span></td>
  </tr>`;
}

function mark({ mark: kind, firstWrong }: ComparedRow, texts: PredictTexts) {
  if (firstWrong) {
    // It was printed, but only after lines that the prediction lacks.
    const text = kind === 'same' ? texts.markTooEarly : texts.markFirstWrong;
    return { symbol: 'error', text };
  }
  switch (kind) {
    case 'same':
      return { symbol: 'check', text: texts.markSame };
    case 'differs':
      return { symbol: 'arrow-swap', text: texts.markDiffers };
    case 'missing':
      return { symbol: 'add', text: texts.markMissing };
    case 'extra':
      return { symbol: 'remove', text: texts.markExtra };
    case 'unknown':
      return { symbol: 'question', text: texts.markUnknown };
  }
}
