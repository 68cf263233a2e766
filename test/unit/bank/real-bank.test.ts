import assert from 'node:assert/strict';
import { realBank } from './real-bank.ts';

describe('the bank that ships', function () {
  this.timeout(60_000);

  it('has no mistakes', async () => {
    const { bank, mistakes } = await realBank();
    assert.equal(
      mistakes.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
      '',
    );
    assert.notEqual(bank.questions.length, 0);
  });
});
