import { randomUUID } from 'node:crypto';
import { inSlices } from '../../collections/in-slices.ts';
import type { CardId, Rating, Reviewed } from '../../study/event.ts';
import { drilledBeliefs } from '../../drill/drilled-beliefs.ts';
import { beliefs } from '../../explain/beliefs.ts';
import type { DrillLog } from '../../study/drill/drill-projection.ts';
import { afterReview, memoryNote } from '../../study/review/memory.ts';
import { interviewProgress } from '../../study/review/interview-progress.ts';
import { askedAt, dueAt, type Policy } from '../../study/review/policy.ts';
import {
  cardOfBelief,
  cardOfProblem,
  cardsOfQuestion,
  type ReviewCard,
} from '../../study/review/review-card.ts';
import { reviewQueue } from '../../study/review/review-queue.ts';
import { streakOf } from '../../study/review/streak.ts';
import { noonOf, numberOfDay, studyDay } from '../../study/study-day.ts';
import { settings } from '../settings/settings.ts';
import type { BankService, LoadedBank, ProgressService } from './services.ts';
import type { MaterialService } from './material-service.ts';
import type { StudyService } from './study.ts';

/** Milliseconds. */
const quarter = 15 * 60_000;

export function createStudyService(
  bank: Pick<BankService, 'loadAll'>,
  progress: Pick<
    ProgressService,
    'load' | 'loadReviews' | 'loadDrills' | 'loadPractice' | 'record'
  >,
  material: MaterialService,
): StudyService {
  let known: { of: LoadedBank; made: string; cards: ReadonlyMap<CardId, ReviewCard> } | undefined;

  async function cards(): Promise<ReadonlyMap<CardId, ReviewCard>> {
    const [loaded, drills, practice] = await Promise.all([
      bank.loadAll(),
      progress.loadDrills(),
      progress.loadPractice(),
    ]);
    const [held, met] = [heldBeliefs(drills), practice.all()];
    // Problems that were opened never get fewer.
    const made = [...held, met.size].join();
    if (known?.of === loaded && known.made === made) return known.cards;
    const cards = new Map<CardId, ReviewCard>();
    await inSlices(loaded.questions, (question) => {
      for (const card of cardsOfQuestion(question, (id) => loaded.snippet(id))) {
        cards.set(card.id, card);
      }
    });
    for (const belief of beliefs) {
      const question = loaded.question(belief.question);
      if (!question || !held.has(belief.id)) continue;
      const card = cardOfBelief(belief, question);
      cards.set(card.id, card);
    }
    const read = met.size > 0 ? await material.loadOrNone() : undefined;
    for (const problem of read?.practice ?? []) {
      const question = loaded.question(problem.questions[0] ?? '');
      if (!question || !met.has(problem.id)) continue;
      const card = cardOfProblem(problem, question);
      cards.set(card.id, card);
    }
    // Without those of problems, they are not all.
    if (read || met.size === 0) known = { of: loaded, made, cards };
    return cards;
  }

  return {
    cards,
    policy: () => policy(),
    reviews: () => progress.loadReviews(),
    async queue() {
      const [all, reviews, seen, drills] = await Promise.all([
        cards(),
        progress.loadReviews(),
        progress.load(),
        progress.loadDrills(),
      ]);
      const now = Date.now();
      return reviewQueue([...all.values()], {
        ...{ reviews, policy: policy(), now, today: studyDay(now) },
        tomorrow: studyDay(studyDay(now).end),
        knows: (question) => seen.lastSeen(question) > 0,
        predictedWrong: (snippet) => seen.predictedWrong(snippet),
        suspected: (belief) => drills.suspected().get(belief),
      });
    },
    async intervals(card) {
      const before = (await progress.loadReviews()).memory(card.id);
      const now = Date.now();
      const after = (rating: Rating): number =>
        askedAt(afterReview(before, { at: now, rating }), policy(), card.level, studyDay(now)) -
        now;
      return {
        ...{ again: after('again'), hard: after('hard') },
        ...{ good: after('good'), easy: after('easy') },
      };
    },
    async rate(card, rating, { durationMs, hints, missed = [] }) {
      const before = (await progress.loadReviews()).memory(card.id);
      const after = afterReview(before, { at: Date.now(), rating });
      const due = (memory: typeof after): number => dueAt(memory, policy(), card.level);
      const id = randomUUID();
      const reviewed: Reviewed = {
        ...{ kind: 'reviewed' as const, rating, durationMs: Math.round(durationMs), hints },
        ...(missed.length > 0 && { missed }),
        content: card.content(),
        ...(before && { before: memoryNote(before, due(before)) }),
        after: memoryNote(after, due(after)),
      };
      await progress.record(card.id, reviewed, id);
      return id;
    },
    async reset(wanted) {
      const batch = randomUUID();
      const made = wanted.map(({ id: card }) => ({ card, event: randomUUID() }));
      await Promise.all(
        made.map(({ card, event }) => progress.record(card, { kind: 'reset', batch }, event)),
      );
      return made;
    },
    async undo(card, event) {
      await progress.record(card, { kind: 'undone', event });
    },
    async streak() {
      return streakOf(await this.days(), numberOfDay(Date.now()));
    },
    async days() {
      const reviews = await progress.loadReviews();
      // Days begin at a quarter of an hour wherever one is; there are fewer of them than of reviews.
      const quarters = new Set<number>();
      for (const card of reviews.cards()) {
        for (const { at } of reviews.history(card)) quarters.add(Math.floor(at / quarter));
      }
      return new Set([...quarters].map((number) => numberOfDay(number * quarter)));
    },
    async interview() {
      const { interview } = policy();
      if (!interview) return undefined;
      const [all, reviews] = await Promise.all([cards(), progress.loadReviews()]);
      const days = numberOfDay(noonOf(interview.at)) - numberOfDay(Date.now());
      return interviewProgress(all.values(), reviews, interview, days);
    },
  };
}

/** Those that the drill found, and those that wrong predictions gave away and that programs can be made against. */
function heldBeliefs(drills: DrillLog): ReadonlySet<string> {
  const drilled: ReadonlySet<string> = new Set(drilledBeliefs);
  const suspected = [...drills.suspected().keys()].filter((id) => drilled.has(id));
  return new Set([...drills.found().keys(), ...suspected]);
}

function policy(): Policy {
  const [date, level] = [settings.interviewDate(), settings.interviewLevel()];
  return {
    retention: settings.retention(),
    newPerDay: settings.newPerDay(),
    reviewsPerDay: settings.reviewsPerDay(),
    opensAll: !settings.prerequisites(),
    ...(date !== undefined && { interview: { at: date, level } }),
  };
}
