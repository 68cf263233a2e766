// Lists the snippets whose cards alone solve them, and how: `npm run verify:cards`; with `--all` also what
// each snippet has as decoys. The tests fail for one that is not listed in test/unit/content/cards.ts.
import { parseArgs } from 'node:util';
import { givenAway } from '../src/bank/given-away.ts';
import { displayText } from '../src/order/line-text.ts';
import { realBank, realPacks } from '../test/unit/bank/real-bank.ts';
import { givenAwayOnPurpose } from '../test/unit/content/cards.ts';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
const packs = await realPacks();
const banks = [(await realBank()).bank, ...packs.flatMap(({ bank }) => bank ?? [])];
const snippets = banks.flatMap((bank) => bank.snippets);

let solved = 0;
for (const snippet of snippets) {
  const how = givenAway(snippet);
  const reason = givenAwayOnPurpose[snippet.id];
  if (how) {
    solved += 1;
    console.log(`${snippet.id}: ${how}${reason ? ` (on purpose: ${reason})` : ''}`);
    if (!reason) process.exitCode = 1;
  } else if (values.all) {
    console.log(`${snippet.id}: decoys ${JSON.stringify((snippet.decoys ?? []).map(displayText))}`);
  }
}
const without = snippets.filter(({ decoys }) => !decoys).length;
console.log(
  `${solved} of ${snippets.length} snippets are solved by their cards; ${without} have no decoys.`,
);
