import { randomUUID } from 'node:crypto';
import type { Bank } from '../../src/bank/model.ts';
import { randomNumbers } from '../../src/collections/shuffled.ts';
import type { CardId, EventPayload, ProgressEvent, Rating } from '../../src/study/event.ts';
import {
  afterReview,
  day,
  intervalAt,
  memoryNote,
  retrievability,
  type Memory,
} from '../../src/study/review/memory.ts';

/**
 * The log of somebody who has studied for a while, up to now, and skipped some days: each card is asked when FSRS
 * says so, and forgotten by its model. The same for the same bank and day.
 */
export function studiedFor(
  questions: Bank['questions'],
  days: number,
  newPerDay = 3,
): readonly ProgressEvent[] {
  const random = randomNumbers(7);
  const cards = questions.flatMap(({ id, checks }): CardId[] => [
    `question:${id}`,
    ...checks.slice(0, 2).map((check): CardId => `check:${id}/${check.id}`),
  ]);
  const events: ProgressEvent[] = [];
  const known = new Map<CardId, { memory: Memory; due: number }>();
  const begin = Date.now() - days * day;

  function review(card: CardId, rating: Rating, time: number): Memory {
    const before = known.get(card)?.memory;
    const memory = afterReview(before, { at: time, rating });
    known.set(card, { memory, due: Infinity });
    const after = memoryNote(memory, memory.due);
    const payload = {
      kind: 'reviewed',
      rating,
      durationMs: 9000,
      hints: 0,
      content: '',
      after,
    } as const;
    events.push(event(card, payload, time));
    return memory;
  }

  for (let today = 0; today < days; today++) {
    // A week off, and now and then a day.
    if (random() < 0.2 || (today > days * 0.6 && today < days * 0.6 + 7)) continue;
    const due = [...known].filter(([, { due }]) => due <= today).map(([card]) => card);
    const fresh = cards.splice(0, newPerDay);
    for (const [at, card] of [...due, ...fresh].entries()) {
      const time = begin + today * day + at * 60_000;
      const before = known.get(card)?.memory;
      const recalls = before && random() < retrievability(before, time) ** 1.3;
      let memory = review(card, recalls ? 'good' : 'again', time);
      for (let step = 1; memory.stage !== 'review'; step++) {
        memory = review(card, 'good', time + step * 11 * 60_000);
      }
      known.set(card, { memory, due: today + intervalAt(memory, 0.9) });
    }
  }
  return events;
}

/** Mock interviews of the last weeks, and a belief that the drill has named. */
export function rehearsed(): readonly ProgressEvent[] {
  const scores = [
    [2, 1],
    [3, 2],
    [3, 3],
    [3, 4],
  ] as const;
  const interviews = scores.map(([own, said], at) => {
    const item = {
      ...{ id: `question:event-loop-phases`, title: 'What are the phases?', topic: 'Event loop' },
      ...{ own, followUps: 0, durationMs: 200_000, typed: '' },
      points: [1, 2, 3, 4].map((point) => ({ text: `Point ${point}`, said: point <= said })),
    };
    const payload: EventPayload = {
      ...{ kind: 'interviewed', format: 'screening', level: 'mid', minutes: 15 },
      ...{ elapsedMs: 600_000, drawn: 1, items: [item], notes: [] },
    };
    return event(`interview:${randomUUID()}`, payload, Date.now() - (20 - 5 * at) * day);
  });
  const found = event('belief:await-blocks', { kind: 'found' }, Date.now() - 9 * day);
  return [...interviews, found];
}

const event = (card: CardId, payload: EventPayload, at: number): ProgressEvent => ({
  ...{ v: 1, id: randomUUID(), at: new Date(at).toISOString(), card },
  ...payload,
});
