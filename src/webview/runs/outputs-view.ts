import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparedOutput, EverywhereReport, ModuleKind } from '../../shared/runs.ts';
import { outputView } from './output-view.ts';

/** All distinct outputs, under the letters that the table gives them. */
export function outputsView(report: EverywhereReport): unknown {
  const { outputs } = report;
  if (outputs.length === 0) return nothing;
  const mostCommon = mostCommonOf(report);
  return html`<section class="outputs" aria-label=${l10n.t('The outputs')}>
    ${outputs.map(
      (output, at) =>
        html`<article class="output-card">
          <h3>
            ${l10n.t('Output {0}', nameOf(output))}
            ${at === mostCommon ? html`<span class="badge">${l10n.t('the most common')}</span>` : nothing}
          </h3>
          ${placesView(report, at)} ${outputView(output)}
        </article>`,
    )}
  </section>`;
}

/** A letter for each order, with a number where errors are worded in several ways: `A`, `B1`, `B2`. */
export const nameOf = ({ order, wording }: ComparedOutput): string =>
  `${letter(order)}${wording ?? ''}`;

/** The output that most runs printed; undefined where it is the only one, or as many printed another one. */
function mostCommonOf({ outputs, rows }: EverywhereReport): number | undefined {
  if (outputs.length < 2) return undefined;
  const counts = outputs.map(() => 0);
  for (const cell of rows.flatMap(({ cells }) => Object.values(cells))) {
    if (cell.kind !== 'ran') continue;
    for (const { output, count } of cell.outputs) counts[output] = (counts[output] ?? 0) + count;
  }
  const [most, next] = counts.toSorted((a, b) => b - a);
  return most === next ? undefined : counts.indexOf(most ?? 0);
}

/** `A`, `B` … `Z`, `AA`. */
function letter(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letter(Math.floor(at / 26) - 1) + last;
}

function placesView({ columns, rows }: EverywhereReport, output: number): TemplateResult {
  const places = columns.flatMap(({ kind }) => {
    const versions = rows
      .filter(({ cells }) => {
        const cell = cells[kind];
        return cell?.kind === 'ran' && cell.outputs.some((one) => one.output === output);
      })
      .map(({ node }) => node.version);
    return versions.length === 0
      ? []
      : [`${moduleKindName(kind)}: ${[...new Set(versions)].join(', ')}`];
  });
  return html`<ul class="places">
    ${places.map((place) => html`<li>${place}</li>`)}
  </ul>`;
}

export const moduleKindName = (kind: ModuleKind): string =>
  kind === 'cjs' ? 'CommonJS' : l10n.t('ES module');
