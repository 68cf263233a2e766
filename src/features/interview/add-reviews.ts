import { randomUUID } from 'node:crypto';
import { isDrilled } from '../../drill/recipe-text.ts';
import { isCardId } from '../../study/event-line.ts';
import type { CardId } from '../../study/event.ts';
import type { KeptInterview } from '../../study/interview/interview-projection.ts';
import type { AnsweredItem } from '../../study/interview/interviewed.ts';
import { missedPoints, reviewRating } from '../../study/interview/report.ts';
import type { LoadedBank, ProgressService } from '../services/services.ts';
import type { StudyService } from '../services/study.ts';
import type { ReviewCard } from '../../study/review/review-card.ts';

/** What of an interview can be added to the reviews: cards that were not reviewed since it was over. */
export async function addable(
  study: StudyService,
  interview: KeptInterview,
  items: readonly AnsweredItem[],
): Promise<readonly Addable[]> {
  const [cards, reviews] = await Promise.all([study.cards(), study.reviews()]);
  const taken = new Set<CardId>();
  return items.flatMap((item) => {
    const id = cardOf(item);
    // Two programs may fit one belief.
    if (id === undefined || taken.has(id)) return [];
    const last = reviews.history(id).at(-1)?.at;
    if (!(cards.has(id) || isToFind(item)) || (last ?? 0) >= interview.at) return [];
    taken.add(id);
    return [{ card: id, item }];
  });
}

interface Addable {
  /** That of a belief may not be there until it counts as found. */
  readonly card: CardId;
  readonly item: AnsweredItem;
}

/** A belief that has no card yet, but may have one: all answers fit it. */
function isToFind({ program }: AnsweredItem): boolean {
  const { belief = '', isNamed } = program?.ran ?? {};
  return isNamed === true && isDrilled(belief);
}

/** A program is asked once: what comes again is the belief that its answer fits. */
function cardOf({ id, program }: AnsweredItem): CardId | undefined {
  if (program)
    return program.ran?.belief === undefined ? undefined : `belief:${program.ran.belief}`;
  return isCardId(id) ? id : undefined;
}

/** What was recorded of an interview: reviews, and that beliefs were found. */
export interface MadeReview {
  readonly card: CardId;
  /** The ids of its events, for `undo`. */
  readonly events: readonly string[];
}

/** Records how they were recalled in the interview, so that they are due soon. */
export async function addReviews(
  progress: Pick<ProgressService, 'record'>,
  study: Pick<StudyService, 'cards' | 'rate'>,
  bank: LoadedBank,
  wanted: readonly Addable[],
): Promise<readonly MadeReview[]> {
  const made: MadeReview[] = [];
  for (const { card: id, item } of wanted) {
    const isThere = (await study.cards()).has(id);
    const found = !isThere && isToFind(item) ? randomUUID() : undefined;
    if (found) await progress.record(id, { kind: 'found' }, found);
    const card = (await study.cards()).get(id);
    // A pack may have been removed meanwhile.
    if (!card) continue;
    const event = await study.rate(card, reviewRating(item), {
      ...{ durationMs: item.durationMs, hints: 0, missed: missedIds(bank, card, item) },
    });
    made.push({ card: card.id, events: found ? [event, found] : [event] });
  }
  return made;
}

/** Ids of the key points that the question still has. */
function missedIds(bank: LoadedBank, card: ReviewCard, item: AnsweredItem): readonly string[] {
  if (card.kind !== 'question') return [];
  const missed = new Set(missedPoints(item));
  const points = bank.question(card.question)?.keyPoints ?? [];
  return points.filter((_, at) => missed.has(item.points[at]?.text ?? '')).map(({ id }) => id);
}
