// `npm run verify:learners`: how well the diagnosis of the drill tells simulated learners apart, who each hold
// one belief and slip in one of ten answers; programs as the product chooses them, out of a large pool, and at random.
//   npm run verify:learners -- [--learners 70] [--pool 300] [--candidates 60] [--answers 12] [--seed 1]
import { parseArgs } from 'node:util';
import { simulateLearners } from '../bench/drill-learners.ts';
import { simulateProductLearners } from '../bench/product-learners.ts';
import { judged } from '../bench/targets.ts';

const { values } = parseArgs({
  options: {
    learners: { type: 'string', default: '70' },
    pool: { type: 'string', default: '300' },
    candidates: { type: 'string', default: '60' },
    answers: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
  },
});
const options = {
  learners: Number(values.learners),
  pool: Number(values.pool),
  answers: Number(values.answers),
  seed: Number(values.seed),
};

console.log('As the product chooses them, adaptive');
tell(simulateProductLearners(options), true);
for (const candidates of [Number(values.candidates), 1]) {
  console.log(candidates === 1 ? 'At random' : `The most telling of ${candidates}`);
  tell(simulateLearners({ ...options, candidates }), candidates > 1);
}

function tell(result: object, isJudged: boolean): void {
  for (const [key, share] of Object.entries(result) as [string, number][]) {
    const target = isJudged ? judged(key, share) : '';
    console.log(`  ${key.padEnd(28)}${(100 * share).toFixed(0).padStart(4)} %  ${target}`);
  }
}
