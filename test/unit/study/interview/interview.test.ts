import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawItems } from '../../../../src/study/interview/draw.ts';
import { candidatesOf, type Candidate } from '../../../../src/study/interview/candidates.ts';
import { elapsedAt } from '../../../../src/study/clock.ts';
import { formats } from '../../../../src/study/interview/format.ts';
import type { Interviewed, Point, Score } from '../../../../src/study/interview/interviewed.ts';
import { createInterviewProjection } from '../../../../src/study/interview/interview-projection.ts';
import {
  newInterview,
  readInterview,
  reduceInterview,
  storedInterview,
  type InterviewAction,
} from '../../../../src/study/interview/mock-interview.ts';
import { readiness } from '../../../../src/study/interview/readiness.ts';
import { reportOf, reviewRating } from '../../../../src/study/interview/report.ts';
import { scoresOf } from '../../../../src/study/interview/scores.ts';
import { weaknessOf } from '../../../../src/study/interview/weakness.ts';
import { formatLine, parseLine } from '../../../../src/study/event-line.ts';
import { randomNumbers } from '../../../../src/collections/shuffled.ts';
import { event } from '../events.ts';

const minute = 60_000;
const rehearsal = { format: 'screening', level: 'mid', minutes: 15 } as const;
const start = () => newInterview(rehearsal, 'an-id', ['question:a', 'question:b']);
const points = [
  { text: 'one', said: false },
  { text: 'two', said: false },
];

const actions: fc.Arbitrary<InterviewAction> = fc.oneof(
  fc
    .constantFrom(
      ...(['begin', 'pause', 'resume', 'followUp', 'answer', 'next', 'finish', 'drop'] as const),
    )
    .map((kind) => ({ kind })),
  fc.constantFrom<InterviewAction>(
    { kind: 'submit', typed: ['an answer'] },
    { kind: 'draft', typed: ['an ans'] },
  ),
  fc.record({
    kind: fc.constant('score' as const),
    own: fc.constantFrom<Score>(1, 2, 3, 4),
    points: fc.constantFrom<readonly Point[]>([], points),
    known: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('tick' as const), point: fc.nat({ max: 2 }), on: fc.boolean() }),
  fc.record({ kind: fc.constant('note' as const), text: fc.string() }),
);

/** Steps with the milliseconds before each. */
const steps = fc.array(fc.tuple(fc.nat({ max: 5 * minute }), actions), { maxLength: 40 });

function play(all: readonly (readonly [number, InterviewAction])[]) {
  let [interview, now] = [start(), 1000];
  for (const [ms, action] of all) {
    now += ms;
    interview = reduceInterview(interview, action, now);
  }
  return { interview, now };
}

describe('A mock interview', () => {
  it('shows key points only after the own score, whatever is done', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { asked, done } = play(all).interview;
        if (asked.own === undefined) assert.ok(asked.points.length === 0, asked.stage);
        if (asked.stage === 'ask' || asked.stage === 'score') assert.equal(asked.own, undefined);
        assert.ok(done.every(({ own }) => own >= 1));
      }),
    );
  });

  it('counts the time in which something is to be answered, and no other', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let [interview, now, expected] = [start(), 1000, 0];
        for (const [ms, action] of all) {
          const { stage, paused, asked } = interview;
          if (stage === 'asking' && !paused && asked.stage === 'ask') expected += ms;
          now += ms;
          interview = reduceInterview(interview, action, now);
        }
        assert.equal(elapsedAt(interview.clock, now), expected);
      }),
    );
  });

  it('goes on after it was stored, paused and with the time that had passed', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { interview, now } = play(all);
        const stored: unknown = JSON.parse(JSON.stringify(storedInterview(interview, now)));
        const read = readInterview(stored);
        assert.ok(read);
        // A clock of another process begins anywhere.
        assert.equal(elapsedAt(read.clock, 7), elapsedAt(interview.clock, now));
        assert.equal(read.paused, interview.paused || interview.clock.since !== undefined);
        assert.deepEqual(read.done, JSON.parse(JSON.stringify(interview.done)));
      }),
    );
    for (const other of [
      undefined,
      7,
      {},
      { ...start(), minutes: 14 },
      { ...start(), items: [1] },
    ]) {
      assert.equal(readInterview(other), undefined);
    }
  });

  it('ends after the answer during which the time is up', () => {
    const answered: readonly (readonly [number, InterviewAction])[] = [
      [0, { kind: 'begin' }],
      [15 * minute, { kind: 'submit', typed: [] }],
      [0, { kind: 'score', own: 3, points, known: false }],
      [0, { kind: 'answer' }],
      [0, { kind: 'next' }],
    ];
    const { interview } = play(answered);
    assert.equal(interview.stage, 'over');
    assert.equal(interview.done[0]?.durationMs, 15 * minute);
  });

  it('keeps what is written so far, while it may still be written', () => {
    const { interview } = play([
      [0, { kind: 'begin' }],
      [0, { kind: 'draft', typed: ['half'], choice: 1 }],
    ]);
    const read = readInterview(JSON.parse(JSON.stringify(storedInterview(interview, 1000))));
    assert.deepEqual([read?.asked.typed, read?.asked.choice], [['half'], 1]);
    const given = reduceInterview(interview, { kind: 'submit', typed: ['whole'] }, 1000);
    assert.deepEqual([given.asked.stage, given.asked.typed], ['score', ['whole']]);
    assert.equal(reduceInterview(given, { kind: 'draft', typed: ['half'] }, 1000), given);
  });

  it('has its notes at the time of its own clock', () => {
    const { interview } = play([
      [5000, { kind: 'begin' }],
      [61_000, { kind: 'note', text: ' one\n two ' }],
      [0, { kind: 'note', text: ' ' }],
    ]);
    assert.deepEqual(interview.notes, [{ at: 61_000, text: 'one two' }]);
  });
});

describe('What a mock interview asks', () => {
  const candidates = Array.from({ length: 12 }, (_, at): Candidate => ({
    ...{ id: `question:q${at}`, topic: `t${at % 3}`, near: [`q${at}`], weight: 1, minutes: 3 },
  }));
  const drawn = (seed: number, from: Partial<Parameters<typeof drawItems>[2]> = {}) =>
    drawItems(rehearsal, candidates, {
      ...{ weakness: () => 0.5, recent: new Set<string>(), random: randomNumbers(seed) },
      ...from,
    });

  it('is drawn once each, and fits into the time', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...formats), (seed, format) => {
        const from = { weakness: () => 0, recent: new Set<string>(), random: randomNumbers(seed) };
        const ids = drawItems({ format, minutes: 15 }, candidates, from);
        assert.equal(new Set(ids).size, ids.length);
        assert.ok(ids.length <= 5 && (ids.length === 5 || format === 'assessment'));
      }),
    );
    const long = candidates.map((one) => ({ ...one, minutes: 40 }));
    const from = { weakness: () => 0, recent: new Set<string>(), random: () => 0 };
    assert.equal(drawItems(rehearsal, long, from).length, 1, 'something is always asked');
  });

  it('is more often what is weak, and less often what was asked lately', () => {
    const counts = { weak: 0, strong: 0, recent: 0 };
    for (let seed = 0; seed < 400; seed++) {
      const ids = drawn(seed, {
        weakness: (id) => (id === 'question:q0' ? 1 : 0),
        recent: new Set(['question:q2']),
      });
      if (ids.includes('question:q0')) counts.weak++;
      if (ids.includes('question:q1')) counts.strong++;
      if (ids.includes('question:q2')) counts.recent++;
    }
    assert.ok(counts.weak > 1.5 * counts.strong, JSON.stringify(counts));
    assert.ok(counts.recent * 3 < counts.strong, JSON.stringify(counts));
  });

  it('needs something to ask: a format without it is not offered', () => {
    const nothing = { questions: [], snippets: [], problems: [], stories: [] };
    for (const format of formats) {
      assert.deepEqual(candidatesOf({ format, level: 'senior' }, nothing), []);
    }
  });

  it('takes the worst of what is known for a weakness', () => {
    assert.equal(weaknessOf({}), 0.5);
    assert.equal(weaknessOf({ last: 'easy', recall: 0.9, score: 4 }).toFixed(2), '0.10');
    assert.equal(weaknessOf({ last: 'easy', predictedWrong: true }), 1);
    assert.equal(weaknessOf({ score: 1 }), 1);
  });
});

const item = (own: Score, said: number, all = 4, topic = 'loop') => ({
  ...{ id: 'question:a', title: 'A', topic, own, followUps: 0, durationMs: 1000, typed: '' },
  points: Array.from({ length: all }, (_, at) => ({ text: `point ${at}`, said: at < said })),
});
const over = (items: Interviewed['items'], change: Partial<Interviewed> = {}): Interviewed => ({
  ...{ kind: 'interviewed', ...rehearsal, elapsedMs: 1000, drawn: items.length, items, notes: [] },
  ...change,
});

describe('The scores of a mock interview', () => {
  it('are the own ones, those of the key points, and the gap', () => {
    assert.deepEqual(scoresOf([item(4, 2), item(2, 4)]), { own: 3, points: 3.25, gap: -0.25 });
    assert.deepEqual(scoresOf([item(2, 0, 0)]), { own: 2, points: undefined, gap: undefined });
    assert.equal(scoresOf([]), undefined);
  });

  it('say nothing of readiness before three, and then with their reasons', () => {
    const [good, fair, bad] = [over([item(4, 4)]), over([item(3, 2)]), over([item(4, 1)])];
    assert.deepEqual(readiness([good, good], 'mid'), { kind: 'tooFew', count: 2, wanted: 3 });
    assert.equal(readiness([bad, good, good, fair], 'mid').kind, 'ready');
    assert.deepEqual(readiness([good, good, bad], 'mid'), {
      ...{ kind: 'notYet', average: (4 + 4 + 1.75) / 3, lowest: 1.75, scores: [4, 4, 1.75] },
    });
    // Broken off, or of another level.
    const brokenOff = over([item(4, 4)], { drawn: 3 });
    const junior = over([item(4, 4)], { level: 'junior' });
    assert.equal(readiness([good, good, brokenOff, junior], 'mid').kind, 'tooFew');
  });
});

describe('The report of a mock interview', () => {
  const made = (payload: Interviewed, id: string, at: string) =>
    event(`interview:${id}`, payload, { id, at });
  const first = made(
    over([item(3, 3), item(1, 0, 4, 'streams')]),
    'i-1',
    '2026-01-01T10:00:00.000Z',
  );
  const second = made(over([item(4, 4)]), 'i-2', '2026-01-02T10:00:00.000Z');

  it('is the same after it was written to the log and read again', () => {
    assert.deepEqual(parseLine(formatLine(first)), { kind: 'event', event: first });
    const later = formatLine(first).replace('"screening"', '"quantum"');
    assert.equal(parseLine(later).kind, 'later');
  });

  it('is kept in the order of time, whatever comes first, and can be taken back', () => {
    const undone = event('interview:i-1', { kind: 'undone', event: 'i-1' });
    const projection = createInterviewProjection();
    assert.equal(projection.add(second), true);
    assert.equal(projection.add(first), true);
    assert.equal(projection.add(first), false);
    const copy = createInterviewProjection();
    for (const saved of projection.save()) copy.restore(JSON.parse(JSON.stringify(saved)));
    assert.deepEqual(copy.interviews(), projection.interviews());
    assert.deepEqual(
      projection.interviews().map(({ id }) => id),
      ['i-1', 'i-2'],
    );
    assert.equal(projection.add(undone), true);
    assert.deepEqual(
      projection.interviews().map(({ id }) => id),
      ['i-2'],
    );
  });

  it('says what was missed, the weakest first, beside earlier ones', () => {
    const projection = createInterviewProjection();
    for (const one of [first, second]) projection.add(one);
    const [one, other] = projection.interviews();
    assert.ok(one && other);
    const { review, topics, earlier } = reportOf(one, projection.interviews());
    assert.deepEqual(
      review.map(({ topic }) => topic),
      ['streams', 'loop'],
    );
    assert.deepEqual(review.map(reviewRating), ['again', 'hard']);
    assert.deepEqual(
      topics.map(({ topic }) => topic),
      ['streams', 'loop'],
    );
    assert.deepEqual(earlier, []);
    const next = reportOf(other, projection.interviews());
    assert.deepEqual(next.review, []);
    assert.equal(next.earlier[0]?.scores.points, (3.25 + 1) / 2);
  });
});
