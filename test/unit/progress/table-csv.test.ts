import assert from 'node:assert/strict';
import { none } from '../../../src/features/progress/section.ts';
import { tableCsv } from '../../../src/features/progress/table-csv.ts';

describe('A table of the progress page as CSV', () => {
  it('has a column for each number, and as many cells in each row', () => {
    const text = tableCsv({
      caption: 'True retention',
      heads: [
        { text: 'Week up to' },
        { text: '95% interval', csv: ['Lower', 'Upper'] },
        { text: 'Reviews', isNumber: true },
      ],
      rows: [
        [
          { text: 'Nov 29', csv: '2026-11-29' },
          { text: '81% to 89%', csv: [0.813, 0.89] },
          { text: '1,200', csv: 1200 },
        ],
        [{ text: 'Nov 22', csv: '2026-11-22' }, none, { text: '3' }],
      ],
    });
    assert.deepEqual(text.replace('\uFEFF', '').trimEnd().split('\r\n'), [
      '"Week up to","Lower","Upper","Reviews"',
      '"2026-11-29",0.813,0.89,1200',
      '"2026-11-22","",,"3"',
    ]);
  });
});
