/**
 * Rows as CSV (RFC 4180) that spreadsheets open as it is: UTF-8 with a byte order mark, and no cell that a spreadsheet
 * takes for a formula. Text that begins like one is given an apostrophe
 * (https://owasp.org/www-community/attacks/CSV_Injection); texts come from packs, which may be anybody's.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map(csvRow).join('')}`;
}

/** One more row, for a table that is too long to be made in one go. */
export const csvRow = (row: readonly Cell[]): string => `${row.map(cellText).join(',')}\r\n`;

export type Cell = string | number | undefined;

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
