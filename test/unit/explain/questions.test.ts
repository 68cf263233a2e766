import assert from 'node:assert/strict';
import { beliefs } from '../../../src/explain/beliefs.ts';
import { rules } from '../../../src/explain/rules.ts';
import { realBank } from '../bank/real-bank.ts';

describe('What teaches a rule, or about a belief', function () {
  this.timeout(60_000);

  it('is a question of the bank', async () => {
    const { bank } = await realBank();
    const ids = new Set(bank.questions.map(({ id }) => id));
    const named = [...rules, ...beliefs].map(({ id, question }) => `${id}: ${question}`);
    const missing = named.filter((entry) => !ids.has(entry.split(': ')[1] ?? ''));
    assert.deepEqual(missing, []);
  });
});
