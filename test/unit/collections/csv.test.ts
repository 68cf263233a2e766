import assert from 'node:assert/strict';
import { csvText } from '../../../src/collections/csv.ts';

describe('A table as CSV', () => {
  it('quotes what would end a field, and says that it is UTF-8', () => {
    const rows = [
      ['Topic', 'a "b", c', 'two\nlines'],
      ['ü', -1.5, 'plain'],
    ];
    assert.equal(csvText(rows), '\ufeffTopic,"a ""b"", c","two\nlines"\r\nü,-1.5,plain\r\n');
  });

  it('has no text that a spreadsheet runs', () => {
    const [row = ''] = csvText([['=1+1', '+x', '-x', '@x', '\tx', 'a=b']]).split('\r\n');
    assert.equal(row, "\ufeff'=1+1,'+x,'-x,'@x,'\tx,a=b");
  });
});
