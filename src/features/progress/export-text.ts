import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { escapeHtml } from '../pages/escape-html.ts';
import { printableHtml } from '../pages/printable-html.ts';
import { summaryHtml, tableHtml } from './progress-html.ts';
import type { Cell, Section, Table } from './section.ts';

/** The whole page for paper. @param facts see `Overview` */
export function printedPage(facts: readonly string[], sections: readonly Section[]): string {
  const title = l10n.t('Progress');
  const parts = sections.map(({ title, about, chart, table }) => {
    const rows = table ? tableHtml(withoutLinks(table)) : '';
    // On paper a chart is enough: a year has hundreds of rows.
    const shown = chart ? `${chart}<details>${summaryHtml(title)}${rows}</details>` : rows;
    const told = [...about.map(paragraph), shown];
    return `<section><h2>${escapeHtml(title)}</h2>\n${told.join('\n')}</section>`;
  });
  const date = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'long' }).format(
    Date.now(),
  );
  const body = `<header><h1>${escapeHtml(title)}</h1>
${[date, ...facts].map(paragraph).join('\n')}</header>
<main>${parts.join('\n')}</main>`;
  return printableHtml({ title, language: vscode.env.language, body, style });
}

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

/** They lead into the editor. */
const withoutLinks = (table: Table): Table => ({
  ...table,
  rows: table.rows.map((row) => row.map(({ text }): Cell => ({ text }))),
});

/** The classes of charts: see `webview/progress/charts.css`, which has the colors of the theme instead. */
const style = `
:root { --series-1: light-dark(#0b61a4, #6cb6ff); --series-2: var(--ink); --series-3: light-dark(#3b7a1a, #8ccf6a); }
body { max-width: 60rem; }
section { break-inside: avoid-page; }
.chart { display: block; width: 100%; margin: 0.8rem 0; overflow: visible; }
.with-axis { display: flex; }
.with-axis .chart { flex: 1; min-width: 0; }
.axis { flex: none; width: 36px; margin: 0.8rem 8px 0.8rem 0; overflow: visible; }
.heatmap { display: flex; margin: 0.8rem 0; }
.weekdays { flex: none; width: 2.4rem; overflow: visible; }
.cells { width: 546px; margin: 0; overflow: hidden; }
.cells.has-18 { width: 252px; }
.cells.has-26 { width: 364px; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
summary { cursor: pointer; }
text { fill: var(--ink); font: 11px system-ui, sans-serif; }
text.name { font-size: 13px; }
.grid, .track { stroke: var(--line); }
.desired { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 6 4; }
.line { fill: none; stroke-width: 2; }
.gap { stroke: var(--muted); stroke-width: 2; }
.bar, .day { fill: var(--series-1); }
.day.level-0 { fill: var(--line); }
.hit { fill: none; }
.today { fill: none; stroke: var(--muted); }
.mark { stroke: var(--ground); }
.series-1 { fill: var(--series-1); } .series-2 { fill: var(--series-2); } .series-3 { fill: var(--series-3); }
.line.series-1 { fill: none; stroke: var(--series-1); }
.hollow { fill: var(--ground); stroke: var(--series-2); stroke-width: 2; }
.legend { display: flex; flex-wrap: wrap; gap: 0 1.4em; padding: 0; list-style: none; font-size: 0.9em; }
.key { margin-right: 0.4em; overflow: visible; vertical-align: -0.2em; }
table { margin-top: 0.8rem; border-collapse: collapse; font-size: 0.92em; }
caption { padding-bottom: 0.3rem; color: var(--muted); text-align: start; }
th, td { padding: 0.15rem 1.2rem 0.15rem 0; border-bottom: 1px solid var(--line); text-align: start; font-weight: inherit; vertical-align: baseline; }
thead th { color: var(--muted); }
.number { text-align: end; font-variant-numeric: tabular-nums; }
@media print { section { break-inside: auto; } details { display: none; } tr, .chart, .heatmap { break-inside: avoid; } }
`;
