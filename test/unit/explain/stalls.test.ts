import assert from 'node:assert/strict';
import fc from 'fast-check';
import { callbackCertainty, explainOrder } from '../../../src/explain/explain-order.ts';
import type { Trace } from '../../../src/trace/model.ts';
import { named, runStalled } from './stalled-loop.ts';
import type { Item } from './stalled-loop.ts';

/** For so long a busy machine may hold up the whole process. */
const longestStallMs = 200;

const delays = [1, 5, 10, 20, 20, 35, 50, 100, 120, 120, 180, 300, 500];

const { items: anyItems } = fc.letrec<{ items: Item[]; item: Item }>((tie) => ({
  items: fc.array(tie('item'), { maxLength: 3, depthIdentifier: 'made' }),
  item: fc.record(
    {
      delay: fc.constantFrom(...delays),
      computes: fc.constantFrom(30, 150),
      sleeps: fc.constantFrom(10, 60),
      makes: fc.oneof(
        { depthIdentifier: 'made', maxDepth: 2 },
        fc.constant([]),
        tie('items'),
      ) as fc.Arbitrary<Item[]>,
    },
    { requiredKeys: ['makes'] },
  ),
}));

/** A run in which nothing happens, and such that are held up once or twice. */
const anyStalls = fc.array(
  fc.tuple(fc.nat(40), fc.nat(longestStallMs)).map(([before, ms]) => {
    const stalls = Array<number>(before + 1).fill(0);
    stalls[before] = ms;
    return stalls;
  }),
  { minLength: 9, maxLength: 9 },
);

const textsOf = ({ lines }: Trace): string[] => lines.map(({ text }) => text);

describe('Certainty on a machine that stands still for up to 200 ms', function () {
  this.timeout(60_000);

  it('calls no pair of timers and immediates certain that a stall turns', () => {
    let certain = 0;
    fc.assert(
      fc.property(
        fc.array(anyItems, { minLength: 1, maxLength: 2 }),
        anyStalls,
        (parts, stalls) => {
          const program = named(parts.flat());
          const runs = [[], ...stalls].map((held) => runStalled(program, held));
          const places = runs.map((run) => new Map(textsOf(run).map((text, at) => [text, at])));
          for (const run of runs) {
            const certaintyOf = callbackCertainty(run);
            const texts = textsOf(run);
            for (const [later, other] of texts.entries()) {
              for (const [earlier, one] of texts.slice(0, later).entries()) {
                const isTurned = places.some((at) => (at.get(one) ?? 0) > (at.get(other) ?? 0));
                const is = certaintyOf(callbackOf(run, earlier), callbackOf(run, later));
                if (is === 'certain') certain += 1;
                if (is !== 'certain' || !isTurned) continue;
                const said = explainOrder(run, earlier, later);
                assert.fail(`${one}, ${other}: ${said?.rule}, in ${JSON.stringify(parts)}`);
              }
            }
          }
        },
      ),
      { numRuns: 150, seed: 5 },
    );
    assert.ok(certain > 5000, String(certain));
  });
});

const callbackOf = ({ lines }: Trace, line: number): number => lines[line]?.callback ?? 0;
