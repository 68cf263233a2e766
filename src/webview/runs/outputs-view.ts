import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { EverywhereReport } from '../../shared/runs.ts';
import type { RunsTexts } from '../../shared/runs-texts.ts';
import { fill } from '../../shared/fill.ts';
import { outputView } from './output-view.ts';

/** All distinct outputs, under the letters that the table gives them. */
export function outputsView(report: EverywhereReport, texts: RunsTexts): unknown {
  const { outputs } = report;
  if (outputs.length === 0) return nothing;
  return html`<section class="outputs" aria-label=${texts.outputsHeading}>
    ${outputs.map(
      (output, at) =>
        html`<article class="output-card">
          <h3>
            ${fill(texts.output, letter(at))}
            ${at === 0 && outputs.length > 1 ? html`<span class="badge">${texts.mostCommon}</span>` : nothing}
          </h3>
          ${placesView(report, at, texts)} ${outputView(output, texts)}
        </article>`,
    )}
  </section>`;
}

/** `A`, `B` … `Z`, `AA`. */
export function letter(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letter(Math.floor(at / 26) - 1) + last;
}

function placesView(
  { columns, rows }: EverywhereReport,
  output: number,
  texts: RunsTexts,
): TemplateResult {
  const places = columns.flatMap(({ kind }) => {
    const versions = rows
      .filter(({ cells }) => {
        const cell = cells[kind];
        return cell?.kind === 'ran' && cell.outputs.some((one) => one.output === output);
      })
      .map(({ node }) => node.version);
    return versions.length === 0
      ? []
      : [`${texts.kinds[kind]}: ${[...new Set(versions)].join(', ')}`];
  });
  return html`<ul class="places">
    ${places.map((place) => html`<li>${place}</li>`)}
  </ul>`;
}
