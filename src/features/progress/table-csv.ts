import { csvOf } from '../../study/transfer/csv.ts';
import type { Cell, Table } from './section.ts';

/** The table of a section, for spreadsheets and programs: dates by ISO 8601, amounts in one unit. */
export function tableCsv({ heads, rows }: Table): string {
  const names = heads.map(({ text, csv = text }) => [csv].flat());
  const values = (
    { text, csv = text }: Cell,
    at: number,
  ): readonly (string | number | undefined)[] => {
    const known = [csv].flat();
    // Where nothing is known, each of its columns is empty.
    return (names[at] ?? []).map((_, column) => known[column]);
  };
  return csvOf([names.flat(), ...rows.map((row) => row.flatMap(values))]);
}
