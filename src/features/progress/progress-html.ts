import { l10n } from 'vscode';
import { button } from '../pages/button.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import type { Action, Section, Table } from './section.ts';

/** What the page shows above its sections. */
export interface Overview {
  /** The first one says what to do next. */
  readonly facts: readonly string[];
  readonly actions: readonly Action[];
}

/** The page, whole before any script runs. */
export function progressHtml({ facts, actions }: Overview, sections: readonly Section[]): string {
  const canExport = sections.some(({ table }) => table !== undefined);
  const exportPage = `<button type="button" class="button secondary" id="export-page" data-do="exportPage" title="${escapeHtml(l10n.t('The HTML file opens in any browser and prints well.'))}">${escapeHtml(l10n.t('Export as HTML…'))}</button>`;
  const done = actions.map((one, at) => actionHtml(one, at === 0));
  return `<main class="progress-page">
<header class="head">
<h1>${escapeHtml(l10n.t('Progress'))}</h1>
${facts.map((fact) => `<p>${escapeHtml(fact)}</p>`).join('\n')}
<div class="actions">${done.join('')}${canExport ? exportPage : ''}</div>
</header>
<div class="sections">
${sections.map(sectionHtml).join('\n')}
</div>
</main>`;
}

/** What is shown when bank or log can't be read. */
export function troubleHtml(): string {
  const title = l10n.t("Couldn't Show Your Progress");
  const text = l10n.t("Couldn't read the questions or your progress. See the log for details.");
  return `<main class="trouble"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>
<p class="trouble-actions">${button('reload', l10n.t('Try Again'), { primary: true })}${button('showLog', l10n.t('Show Log'))}</p></main>`;
}

function sectionHtml({ id, title, about, chart, table, actions = [] }: Section): string {
  const done = actions.map((action) => actionHtml(action, false));
  const rows = table ? tableHtml(table, chart === undefined) : '';
  // What has no chart is a table that needs no opening.
  const told = chart ? `<details id="table-${id}">${summaryHtml(title)}${rows}</details>` : rows;
  return `<section class="section" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escapeHtml(title)}</h2>
${aboutHtml(about)}
${chart ?? ''}
<div class="foot">${told}${done.join('')}${table ? exportHtml(id, title) : ''}</div>
</section>`;
}

export const summaryHtml = (title: string): string =>
  `<summary>${escapeHtml(l10n.t('Table'))}<span class="sr-only">: ${escapeHtml(title)}</span></summary>`;

const aboutHtml = (about: readonly string[]): string =>
  about.map((one, at) => `<p${at > 0 ? ' class="note"' : ''}>${escapeHtml(one)}</p>`).join('\n');

const actionHtml = ({ do: name, text }: Action, primary: boolean): string =>
  button(name, text, { primary });

function exportHtml(id: Section['id'], title: string): string {
  const text = l10n.t('Export as CSV…');
  const label = l10n.t('Export as CSV… ({0})', title);
  return `<button type="button" class="button quiet" id="export-${id}" data-export="${id}" aria-label="${escapeHtml(label)}">${escapeHtml(text)}</button>`;
}

/**
 * A table; the first cell of a row is its header. Where it has no room it is scrolled sideways.
 * @param listed narrow pages show it as a list instead: its roles are told for that
 */
export function tableHtml({ caption, heads, rows }: Table, listed = false): string {
  const style = (at: number): string => (heads[at]?.isNumber ? ' class="number"' : '');
  const head = heads.map(
    ({ text }, at) => `<th scope="col" role="columnheader"${style(at)}>${escapeHtml(text)}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map(({ text, html = escapeHtml(text) }, at) =>
      at === 0
        ? `<th scope="row" role="rowheader">${html}</th>`
        : `<td role="cell"${style(at)} data-label="${escapeHtml(heads[at]?.text ?? '')}">${html}</td>`,
    );
    return `<tr role="row">${cells.join('')}</tr>`;
  });
  const name = escapeHtml(caption);
  return `<div class="table" tabindex="0" role="group" aria-label="${name}"><table role="table"${listed ? ' class="listed"' : ''}><caption>${name}</caption><thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead><tbody role="rowgroup">${body.join('')}</tbody></table></div>`;
}
