import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MarkedLine, ShownOutput } from '../../shared/runs.ts';
import type { RunsTexts } from '../../shared/runs-texts.ts';
import { count, fill } from '../../shared/fill.ts';
import { lineView } from '../common/line-view.ts';
import { icon } from '../common/parts.ts';

/** The lines of an output in their order; those that moved or are new stand out. */
export function outputView(output: ShownOutput, texts: RunsTexts): TemplateResult {
  const { lines, missing, lineCount, cut } = output;
  const hidden = lineCount - lines.length;
  return html`
    ${
      lines.length === 0
        ? html`<p class="blank">${texts.noOutput}</p>`
        : html`<ol class="lines ${isCompact(lines) ? 'compact' : ''}">
            ${lines.map((line, at) => markedView(line, at + 1, texts))}
          </ol>`
    }
    ${hidden > 0 ? html`<p class="aside">${count(texts.linesHiddenOne, texts.linesHidden, hidden)}</p>` : nothing}
    ${
      missing.length === 0
        ? nothing
        : html`<p class="aside">${texts.missing}</p>
            <ul class="lines compact gone">
              ${missing.map((line) => html`<li>${lineView(line, texts)}</li>`)}
            </ul>`
    }
    ${cut === undefined ? nothing : html`<p class="aside cut-by">${icon('watch')} ${texts.cut[cut]}</p>`}
  `;
}

function markedView({ line, mark, from }: MarkedLine, at: number, texts: RunsTexts) {
  const hint =
    mark === 'moved' ? fill(texts.moved, at, from ?? at) : mark === 'new' ? texts.newLine : '';
  const symbol = mark === 'new' ? 'add' : (from ?? at) > at ? 'arrow-up' : 'arrow-down';
  return html`<li class="line-${mark}" title=${hint || nothing}>
    ${lineView(line, texts)}
    ${mark === 'same' ? nothing : html`${icon(symbol)}<span class="sr-only"> (${hint})</span>`}
  </li>`;
}

/** A few short lines read best side by side, as one says an order. */
function isCompact(lines: readonly MarkedLine[]): boolean {
  return lines.length <= 12 && lines.every(({ line }) => line.text.length <= 32);
}
