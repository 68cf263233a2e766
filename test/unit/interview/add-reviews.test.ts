import assert from 'node:assert/strict';
import { addReviews } from '../../../src/features/interview/add-reviews.ts';

type Arguments = Parameters<typeof addReviews>;

const answered = { own: 1, points: [], typed: [], durationMs: 1000, followUps: 0 };
const program = (ran: object) => ({ ...answered, id: 'drill:4/2/7', program: { ran } });

describe('Cards that an interview adds to the reviews', () => {
  /** What is recorded and rated, when one of the cards is gone. */
  async function add(card: string, item: object) {
    const happened: string[] = [];
    const recorded: unknown[] = [];
    const cards = new Map<string, object>();
    const progress = {
      record(id: string, { kind }: { kind: string }, event?: string) {
        happened.push(`${kind} ${id}`);
        recorded.push(event);
        cards.set(id, { id, kind: 'belief' });
        return Promise.resolve();
      },
    };
    const study = {
      cards: () => Promise.resolve(cards),
      rate(one: { id: string }) {
        happened.push(`rated ${one.id}`);
        return Promise.resolve('event');
      },
    };
    const wanted = [{ card, item }] as unknown as Arguments[3];
    const made = await addReviews(
      progress,
      study as unknown as Arguments[1],
      {} as Arguments[2],
      wanted,
    );
    return { happened, made, recorded };
  }

  it('are those of a removed pack never: nothing is found there', async () => {
    for (const id of ['question:pack/one', 'check:pack/one/a', 'snippet:pack/one']) {
      const { happened, made } = await add(id, { ...answered, id });
      assert.deepEqual([happened, made], [[], []]);
    }
  });

  it('are a belief that all answers fit, once it counts as found, which is taken back with its review', async () => {
    const belief = 'promises-before-ticks';
    const { happened, made, recorded } = await add(
      `belief:${belief}`,
      program({ belief, isNamed: true }),
    );
    assert.deepEqual(happened, [`found belief:${belief}`, `rated belief:${belief}`]);
    const [found] = recorded;
    assert.ok(typeof found === 'string');
    assert.deepEqual(made, [{ card: `belief:${belief}`, events: ['event', found] }]);
    const once = await add(`belief:${belief}`, program({ belief }));
    assert.deepEqual(once.happened, []);
  });
});
