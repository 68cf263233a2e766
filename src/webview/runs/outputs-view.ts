import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparedOutput, EverywhereReport } from '../../shared/runs.ts';
import type { RunsTexts } from '../../shared/runs-texts.ts';
import { fill } from '../../shared/fill.ts';
import { outputView } from './output-view.ts';

/** All distinct outputs, under the letters that the table gives them. */
export function outputsView(report: EverywhereReport, texts: RunsTexts): unknown {
  const { outputs } = report;
  if (outputs.length === 0) return nothing;
  const mostCommon = mostCommonOf(report);
  return html`<section class="outputs" aria-label=${texts.outputsHeading}>
    ${outputs.map(
      (output, at) =>
        html`<article class="output-card">
          <h3>
            ${fill(texts.output, nameOf(output))}
            ${at === mostCommon ? html`<span class="badge">${texts.mostCommon}</span>` : nothing}
          </h3>
          ${placesView(report, at, texts)} ${outputView(output, texts)}
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
