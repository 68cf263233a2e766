import type { Material } from '../../bank/material.ts';
import { candidatesOf, type Drawable, type ItemId } from '../../study/interview/candidates.ts';
import { drawItems } from '../../study/interview/draw.ts';
import type { Rehearsal } from '../../study/interview/format.ts';
import { pointScore } from '../../study/interview/scores.ts';
import { weaknessOf } from '../../study/interview/weakness.ts';
import { isCardId } from '../../study/event-line.ts';
import { retrievability } from '../../study/review/memory.ts';
import type { LoadedBank, Services } from '../services/services.ts';

/** What questions, snippets, problems and stories there are. */
export interface Content {
  readonly bank: LoadedBank;
  /** Undefined where a bank was built without it. */
  readonly material: Material | undefined;
}

export const drawable = ({ bank, material }: Content): Drawable => ({
  ...{ questions: bank.questions, snippets: bank.bank.snippets },
  ...{ problems: material?.practice ?? [], stories: material?.templates ?? [] },
});

/** Draws what is asked, by what is known of the user: reviews, predictions, earlier interviews. */
export async function drawInterview(
  services: Pick<Services, 'progress' | 'study'>,
  content: Content,
  rehearsal: Rehearsal,
): Promise<readonly ItemId[]> {
  const { progress } = services;
  const [study, seen, earlier] = await Promise.all([
    services.study.load(),
    progress.load(),
    progress.loadInterviews(),
  ]);
  const reviews = await study.reviews();
  const answered = new Map(earlier.flatMap(({ items }) => items).map((item) => [item.id, item]));
  const now = Date.now();
  return drawItems(rehearsal, candidatesOf(rehearsal, drawable(content)), {
    recent: new Set(earlier.slice(-2).flatMap(({ items }) => items.map(({ id }) => id))),
    random: Math.random,
    weakness(id) {
      const card = isCardId(id) ? id : undefined;
      const memory = card && reviews.memory(card);
      const points = answered.get(id)?.points;
      const snippet = id.startsWith('snippet:') ? id.slice('snippet:'.length) : undefined;
      return weaknessOf({
        last: card && reviews.history(card).at(-1)?.rating,
        recall: memory && retrievability(memory, now),
        predictedWrong: snippet !== undefined && seen.predictedWrong(snippet) !== undefined,
        score: points && pointScore(points),
      });
    },
  });
}
