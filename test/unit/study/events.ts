import fc from 'fast-check';
import type { CardId, EventPayload, ProgressEvent } from '../../../src/study/event.ts';

let count = 0;

/** An event as a window would write it; each has an id of its own unless it is given. */
export function event(
  card: CardId,
  payload: EventPayload,
  head: { at?: string; id?: string } = {},
) {
  count += 1;
  const { at = '2026-01-01T10:00:00.000Z', id = `event-${count}` } = head;
  return { v: 1, id, at, card, ...payload } satisfies ProgressEvent;
}

const names = fc.constantFrom('a', 'b');

const payloads: fc.Arbitrary<EventPayload> = fc.oneof(
  fc.constant<EventPayload>({ kind: 'opened' }),
  fc.record({ kind: fc.constant('bookmarked'), on: fc.boolean() }),
  fc.record({ kind: fc.constant('planTicked'), on: fc.boolean() }),
  fc.record({ kind: fc.constant('suspected'), snippet: names }),
  fc.record({ kind: fc.constant('askLater'), on: fc.boolean() }),
  fc.record({ kind: fc.constant('noted'), text: fc.string({ unit: 'binary' }) }),
  fc.record({ kind: fc.constant('ticked'), point: names, on: fc.boolean() }),
  fc.record({
    kind: fc.constant('answered'),
    check: names,
    choice: fc.nat({ max: 2 }),
    correct: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('predicted'),
    verdict: fc.constantFrom('exact', 'possible', 'wrong', 'unknown'),
    mode: fc.constantFrom('cards', 'typed'),
    prediction: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
    node: fc.string(),
  }),
  fc.record({
    kind: fc.constant('predicted'),
    verdict: fc.constant('exact'),
    mode: fc.constant('cards'),
    prediction: fc.constant([]),
    node: fc.string(),
    attempt: fc.record(
      { number: fc.integer({ min: 1 }), seen: fc.constantFrom('nothing', 'line', 'output') },
      { noNullPrototype: true },
    ),
  }),
  fc.record({
    kind: fc.constant('copyPredicted'),
    verdict: fc.constantFrom('exact', 'possible', 'wrong', 'unknown'),
    code: fc.string({ unit: 'binary' }),
    prediction: fc.array(fc.string(), { maxLength: 2 }),
    output: fc.array(fc.string(), { maxLength: 2 }),
    node: fc.string(),
  }),
  fc.record({
    kind: fc.constant('practised'),
    passed: fc.nat({ max: 9 }),
    failed: fc.nat({ max: 9 }),
    hints: fc.nat({ max: 3 }),
    node: fc.string(),
  }),
  fc.record({
    kind: fc.constant('reviewed'),
    rating: fc.constantFrom('again', 'hard', 'good', 'easy'),
    durationMs: fc.nat(),
    hints: fc.nat({ max: 3 }),
    content: fc.string(),
    missed: fc.array(names, { maxLength: 2 }),
    after: fc.constant({ stability: 1, difficulty: 5, due: '2026-01-02T10:00:00.000Z' }),
  }),
  // Of events that exist, and of some that do not.
  fc.record({ kind: fc.constant('undone'), event: fc.nat({ max: 12 }).map((id) => `id-${id}`) }),
  fc.constant<EventPayload>({ kind: 'reset' }),
);

/** Few cards and few moments, so that events meet. Equal ids are equal events. */
export const someEvents: fc.Arbitrary<ProgressEvent[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom<CardId>('question:q', 'question:ü\n', 'snippet:q/s', 'problem:p'),
      fc.nat({ max: 3 }),
      payloads,
    ),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(([card, second, payload], index) =>
      event(card, payload, { id: `id-${index}`, at: `2026-01-01T10:00:0${second}.000Z` }),
    ),
  );
