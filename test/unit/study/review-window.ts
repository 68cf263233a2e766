// A window whose clock shows another time, or that is in another time zone: `review-window.ts FOLDER MS_AHEAD [RATING]`. It
// rates one card if it is told a rating, and says what the log adds up to for it.
import { createLogStore } from '../../../src/study/disk/log-store.ts';
import type { Rating } from '../../../src/study/event.ts';
import { afterReview, memoryNote } from '../../../src/study/review/memory.ts';
import type { Policy } from '../../../src/study/review/policy.ts';
import type { ReviewCard } from '../../../src/study/review/review-card.ts';
import { createReviewProjection } from '../../../src/study/review/review-projection.lazy.ts';
import { reviewQueue } from '../../../src/study/review/review-queue.ts';
import { streakOf } from '../../../src/study/review/streak.ts';
import { numberOfDay, studyDay } from '../../../src/study/study-day.ts';

const [folder = '', ahead = '0', rating] = process.argv.slice(2);
const policy: Policy = { retention: 0.9, newPerDay: 10, reviewsPerDay: 100, opensAll: false };
const card: ReviewCard = {
  ...{ id: 'question:q', kind: 'question', question: 'q', topic: 't', level: 'mid' },
  content: () => '',
};

/** What a window does once somebody rates, by the clock that it sees. */
async function rate(store: ReturnType<typeof createLogStore>, given: Rating): Promise<void> {
  const reviews = createReviewProjection();
  await store.reader.read((one) => reviews.add(one));
  const now = Date.now();
  const after = afterReview(reviews.reviews.memory(card.id), { at: now, rating: given });
  const result = await store.append({
    ...{ v: 1, id: `${given} ${process.pid}`, at: new Date(now).toISOString(), card: card.id },
    ...{ kind: 'reviewed', rating: given, durationMs: 1, hints: 0, content: '' },
    after: memoryNote(after, after.due),
  });
  if (result.kind !== 'written') throw new Error('Not written.');
}

async function tell(): Promise<void> {
  shiftClock(Number(ahead));
  const store = createLogStore(folder);
  if (rating !== undefined) await rate(store, rating as Rating);
  const projection = createReviewProjection();
  await createLogStore(folder).reader.read((one) => projection.add(one));
  const { reviews } = projection;
  const now = Date.now();
  const queue = reviewQueue([card], {
    ...{ reviews, policy, now, today: studyDay(now), tomorrow: studyDay(studyDay(now).end) },
    ...{ knows: () => true, predictedWrong: () => undefined, suspected: () => undefined },
  });
  const history = reviews.history(card.id);
  process.stdout.write(
    JSON.stringify({
      ratings: history.map((one) => one.rating),
      memory: reviews.memory(card.id),
      due: queue.due,
      nextIn: queue.nextAt === undefined ? undefined : queue.nextAt - now,
      today: numberOfDay(now),
      streak: streakOf(
        history.map(({ at }) => numberOfDay(at)),
        numberOfDay(now),
      ),
    }),
  );
}

/** All of the process sees another time from now on. */
function shiftClock(ms: number): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...args: readonly unknown[]) {
      super(...((args.length > 0 ? args : [Real.now() + ms]) as [number]));
    }
    static override now(): number {
      return Real.now() + ms;
    }
  } as DateConstructor;
}

void tell();
