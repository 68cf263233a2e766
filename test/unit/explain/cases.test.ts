import assert from 'node:assert/strict';
import { explainOrder } from '../../../src/explain/explain-order.ts';
import { explainRun } from '../../../src/explain/explain-run.ts';
import { someMajors, useRunWorld } from '../runner/run-world.ts';
import { feederCases } from './cases-feeders.ts';
import { casesInsideNode } from './cases-inside-node.ts';
import { casesOfClocks } from './cases-of-clocks.ts';
import { casesLeftBehind } from './cases-left-behind.ts';
import { casesOfNames } from './cases-of-names.ts';
import { casesOfPieces } from './cases-pieces.ts';
import { casesPutOff } from './cases-put-off.ts';
import { casesOfExchanges } from './cases-exchanges.ts';
import { casesOfFirstCome } from './cases-first-come.ts';
import { casesOfFromAsync } from './cases-from-async.ts';
import { casesTaken } from './cases-taken.ts';
import { otherWaitsCases } from './cases-other-waits.ts';
import { cases } from './cases.ts';

describe('What is said of programs that were explained wrongly once', function () {
  this.timeout(120_000);
  const world = useRunWorld();

  for (const { name, kind = 'cjs', majors, code, lines, pairs, apart, says, never } of [
    ...cases,
    ...casesInsideNode,
    ...casesOfClocks,
    ...feederCases,
    ...otherWaitsCases,
    ...casesLeftBehind,
    ...casesOfNames,
    ...casesOfPieces,
    ...casesPutOff,
    ...casesOfExchanges,
    ...casesOfFromAsync,
    ...casesTaken,
    ...casesOfFirstCome,
  ]) {
    it(name, async () => {
      for (const major of someMajors(name, majors)) {
        const { trace } = await world.run(code, { kind, major });
        assert.ok(trace, `no trace on Node ${major}`);
        const told = trace.lines.map(
          ({ text, callback }) => `${text}: ${trace.callbacks[callback ?? -1]?.phase ?? '-'}`,
        );
        assert.deepEqual(told, lines, `on Node ${major}`);
        const found = explainRun(trace).pairs.map((pair) => `${pair?.rule} ${pair?.certainty}`);
        assert.equal(found.length, pairs.length);
        found.forEach((rule, index) =>
          assert.match(rule, new RegExp(`^${pairs[index]}$`), `pair ${index} on Node ${major}`),
        );
        for (const [earlier, later, rule] of apart ?? []) {
          const pair = explainOrder(trace, earlier, later);
          assert.match(`${pair?.rule} ${pair?.certainty}`, new RegExp(`^${rule}$`), pair?.text);
        }
        const texts = explainRun(trace)
          .pairs.map((pair) => `${pair?.title} ${pair?.text}`)
          .join('\n');
        if (says) assert.match(texts, says, `on Node ${major}`);
        if (never) assert.doesNotMatch(texts, never, `on Node ${major}`);
      }
    });
  }
});
