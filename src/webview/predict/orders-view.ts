import * as l10n from '@vscode/l10n';
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownLine } from '../../shared/predict.ts';
import { orderLinks, orderRow } from '../../shared/order-links.ts';
import { lineView } from '../common/line-view.ts';
import { icon } from '../common/parts.ts';

/** The order of a run, and beside it the one that a belief would make of it; drawn as the drill draws them. */
export function ordersView(
  printed: readonly ShownLine[],
  imagined: readonly ShownLine[],
): TemplateResult {
  const links = orderLinks(textsOf(printed), textsOf(imagined));
  const height = Math.max(printed.length, imagined.length) * orderRow;
  return html`<div class="orders">
    ${listView(l10n.t('This run'), printed)}
    <svg
      class="links imagined"
      viewBox="0 0 100 ${height}"
      width="100"
      height=${height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      ${links.map(({ path, isMoved }) => svg`<path class=${isMoved ? 'moved' : 'kept'} d=${path} />`)}
    </svg>
    ${listView(l10n.t('Imagined'), imagined, printed)}
  </div>`;
}

const textsOf = (lines: readonly ShownLine[]): string[] => lines.map(({ text }) => text);

/** @param beside the order of the run; absent for that one */
function listView(
  title: string,
  lines: readonly ShownLine[],
  beside?: readonly ShownLine[],
): TemplateResult {
  return html`<div class="order-list ${beside ? 'imagined' : ''}">
    <p class="order-title" aria-hidden="true">${title}</p>
    <ol aria-label=${title}>
      ${lines.map((line, at) => {
        const isOther = beside !== undefined && beside[at]?.text !== line.text;
        return html`<li class=${isOther ? 'moved' : nothing}>
          <code>${lineView(line)}</code>${
            isOther
              ? html`${icon('close')}<span class="sr-only">${l10n.t('(not here)')}</span>`
              : nothing
          }
        </li>`;
      })}
    </ol>
  </div>`;
}
