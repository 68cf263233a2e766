import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { drawInterview, type Content } from '../../../src/features/interview/draw-interview.ts';
import type { DrillWish } from '../../../src/features/services/drills.ts';

type Services = Parameters<typeof drawInterview>[0];

const ids = ['a', 'b', 'c', 'd'];
const questions = ids.map((id) => ({
  ...{ id, topic: 'loop', level: 'mid', tags: [], related: [], followUps: [] },
  checks: [{ id: 'one' }],
}));
const snippets = ids.map((id) => ({ id: `${id}/one`, question: id, difficulty: 'medium' }));
const content = { bank: { questions, bank: { snippets } }, material: undefined };

describe('What is drawn for an online assessment', () => {
  const warned: string[] = [];

  function draw(next: (wish: DrillWish, signal: AbortSignal) => Promise<object>) {
    const services = {
      progress: {
        load: () => Promise.resolve({ predictedWrong: () => undefined }),
        loadInterviews: () => Promise.resolve([]),
      },
      study: {
        load: () =>
          Promise.resolve({
            reviews: () => Promise.resolve({ memory: () => undefined, history: () => [] }),
          }),
      },
      drills: { load: () => Promise.resolve({ next }) },
      log: { warn: (text: string) => warned.push(text) },
    };
    const rehearsal = { format: 'assessment', level: 'mid', minutes: 15 } as const;
    return drawInterview(services as unknown as Services, content as unknown as Content, rehearsal);
  }

  it('is a snippet first, and a program that is kept with its text', async () => {
    const made = (level: number) => ({
      ...{ recipe: `4/${level}/7`, kind: 'cjs', code: 'console.log(1)', outputs: [['1']] },
      ...{ run: {}, subject: {} },
    });
    const wishes: DrillWish[] = [];
    const { items, programs } = await draw((wish) => {
      wishes.push(wish);
      return Promise.resolve(made(wish.level));
    });
    assert.ok(items[0]?.startsWith('snippet:'));
    assert.equal(items[3], 'drill:4/2/7');
    const { recipe, kind, code, outputs } = made(2);
    // The second one finds no time in 15 minutes, and is not kept.
    assert.deepEqual(programs, [{ recipe, kind, code, outputs }]);
    assert.ok(wishes.every(({ quick }) => quick));
  });

  it('is snippets alone where the drill has no Node.js, and the log says why', async () => {
    const { items, programs } = await draw(() => Promise.reject(new Error('No Node.js.')));
    assert.deepEqual(programs, []);
    assert.deepEqual(
      items.map((id) => id.split(':')[0]),
      ['snippet', 'check', 'check', 'snippet'],
    );
    assert.match(warned.join(), /No Node\.js\./);
  });

  const made = { recipe: '4/2/7', kind: 'cjs', code: 'console.log(1)', outputs: [['1']] };

  it('keeps the program that is there when the other one fails', async () => {
    let first = true;
    const { items } = await draw(() => {
      if (!first) return Promise.resolve(made);
      first = false;
      return Promise.reject(new Error('No fit.'));
    });
    assert.equal(items[3], 'drill:4/2/7');
  });

  it('waits five seconds and no longer for what never comes, and tells it to stop', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const signals: AbortSignal[] = [];
      const drawn = draw((_, signal) => {
        signals.push(signal);
        return signals.length === 1 ? Promise.resolve(made) : new Promise(() => undefined);
      });
      await new Promise((resolve) => setImmediate(resolve));
      mock.timers.tick(5000);
      // The one that is there in time is kept.
      assert.equal((await drawn).items[3], 'drill:4/2/7');
      assert.ok(signals.length > 1 && signals.every(({ aborted }) => aborted));
    } finally {
      mock.timers.reset();
    }
  });
});
