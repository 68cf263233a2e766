import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MarkedLine, ShownOutput } from '../../shared/runs.ts';
import { count } from '../../shared/fill.ts';
import { lineView } from '../common/line-view.ts';
import { icon } from '../common/parts.ts';

/** The lines of an output in their order; those that moved or are new stand out. */
export function outputView(output: ShownOutput): TemplateResult {
  const { lines, missing, lineCount, cut } = output;
  const hidden = lineCount - lines.length;
  return html`
    ${
      lines.length === 0
        ? html`<p class="blank">${l10n.t('no output')}</p>`
        : html`<ol class="lines ${isCompact(lines) ? 'compact' : ''}">
            ${lines.map((line, at) => markedView(line, at + 1))}
          </ol>`
    }
    ${hidden > 0 ? html`<p class="aside">${count(l10n.t('One more line is not shown.'), l10n.t('{0} more lines are not shown.'), hidden)}</p>` : nothing}
    ${
      missing.length === 0
        ? nothing
        : html`<p class="aside">${l10n.t('Not printed here:')}</p>
            <ul class="lines compact gone">
              ${missing.map((line) => html`<li>${lineView(line)}</li>`)}
            </ul>`
    }
    ${cut === undefined ? nothing : html`<p class="aside cut-by">${icon('watch')} ${cutText(cut)}</p>`}
  `;
}

function markedView({ line, mark, from }: MarkedLine, at: number) {
  const hint =
    mark === 'moved'
      ? l10n.t('here line {0}, in the most frequent order line {1}', at, from ?? at)
      : mark === 'new'
        ? l10n.t('not in the most frequent order')
        : '';
  const symbol = mark === 'new' ? 'add' : (from ?? at) > at ? 'arrow-up' : 'arrow-down';
  return html`<li class="line-${mark}" title=${hint || nothing}>
    ${lineView(line)}
    ${mark === 'same' ? nothing : html`${icon(symbol)}<span class="sr-only"> (${hint})</span>`}
  </li>`;
}

/** A few short lines read best side by side, as one says an order. */
function isCompact(lines: readonly MarkedLine[]): boolean {
  return lines.length <= 12 && lines.every(({ line }) => line.text.length <= 32);
}

const cutText = (cut: NonNullable<ShownOutput['cut']>): string =>
  ({
    time: l10n.t('stopped by the time limit'),
    lines: l10n.t('stopped by the line limit'),
    bytes: l10n.t('stopped after 1 MB of output'),
    memory: l10n.t('stopped by the memory limit'),
  })[cut];
