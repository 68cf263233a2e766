import assert from 'node:assert/strict';
import { proposeTicks } from '../../../src/study/quiz/propose-ticks.ts';
import { realBank } from '../bank/real-bank.ts';

const points = [
  { id: 'order', text: 'Microtasks run before timers and I/O.' },
  { id: 'delay', text: '`setTimeout(f, 0)` means a delay of 1 ms, with no upper bound.' },
  {
    id: 'pool',
    text: 'Callbacks run on the thread that runs your JavaScript, never on a pool thread.',
  },
  { id: 'losers', text: 'The losers are not cancelled; they keep running.' },
];
const proposed = (answer: string): readonly string[] => proposeTicks(points, answer);

describe('Ticks that are proposed for a typed answer', () => {
  it('are of points that it makes in its own words, in a sentence or two', () => {
    assert.deepEqual(proposed('All the microtasks will run before any timer.'), ['order']);
    assert.deepEqual(proposed('A setTimeout of 0 is a delay of 1 ms. It has no upper bound.'), [
      'delay',
    ]);
    assert.deepEqual(proposed("The losers keep running, they aren't cancelled"), ['losers']);
    assert.deepEqual(
      proposed('Callbacks never run on a pool thread, but on the thread of your JavaScript!'),
      ['pool'],
    );
  });

  it('are none of what it leaves out, denies, turns around or takes back', () => {
    for (const answer of [
      ...['', 'Microtasks and timers.', 'It depends on the event loop.'],
      "Microtasks don't run before timers and I/O.",
      'Timers and I/O run before microtasks.',
      'Microtasks run after timers and I/O.',
      'Microtasks run before timers and I/O. That is wrong.',
      'setTimeout(f, 0) means a delay of 4 ms, with no upper bound.',
      'Callbacks run on the thread of a pool.',
      'The losers are cancelled, they stop running.',
    ]) {
      assert.deepEqual(proposed(answer), [], answer);
    }
  });

  it('are found in the answers of the bank, and hardly ever in those of another question', async () => {
    const { questions } = (await realBank()).bank;
    let [own, all, others, denied] = [0, 0, 0, 0];
    for (const question of questions) {
      const { keyPoints } = question;
      all += keyPoints.length;
      own += proposeTicks(keyPoints, question.sayIt).length;
      denied += keyPoints.filter(
        (point) => proposeTicks([point], `It is not true that ${point.text}`).length > 0,
      ).length;
      // A sample, for the whole square takes seconds.
      for (const other of questions.filter((one, at) => one !== question && at % 15 === 0)) {
        others += proposeTicks(keyPoints, other.sayIt).length;
      }
    }
    assert.ok(own > all / 5, `${own} of ${all} are said`);
    // Those that are found do say it: questions on one subject have points in common.
    assert.ok(others < all / 100, `${others} are said elsewhere`);
    assert.equal(denied, 0);
  });
});
