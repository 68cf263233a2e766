import * as vscode from 'vscode';
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

/** Records how they were recalled in the interview, so that they are due soon. @param undone they were taken back */
export async function addReviews(
  progress: Pick<ProgressService, 'record'>,
  study: StudyService,
  bank: LoadedBank,
  wanted: readonly Addable[],
  undone: () => Promise<void>,
): Promise<void> {
  if (wanted.length === 0) return;
  const made: { readonly card: CardId; readonly event: string }[] = [];
  for (const { card: id, item } of wanted) {
    if (!(await study.cards()).has(id)) await progress.record(id, { kind: 'found' });
    const card = (await study.cards()).get(id);
    // A pack may have been removed meanwhile.
    if (!card) continue;
    const event = await study.rate(card, reviewRating(item), {
      ...{ durationMs: item.durationMs, hints: 0, missed: missedIds(bank, card, item) },
    });
    made.push({ card: card.id, event });
  }
  if (made.length > 0) void offerUndo(study, made, undone);
}

async function offerUndo(
  study: StudyService,
  made: readonly { readonly card: CardId; readonly event: string }[],
  undone: () => Promise<void>,
): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const done =
    made.length === 1
      ? vscode.l10n.t('1 card was added to your reviews.')
      : vscode.l10n.t('{0} cards were added to your reviews.', made.length);
  if ((await vscode.window.showInformationMessage(done, undo)) !== undo) return;
  await Promise.all(made.map(({ card, event }) => study.undo(card, event)));
  await undone();
}

/** Ids of the key points that the question still has. */
function missedIds(bank: LoadedBank, card: ReviewCard, item: AnsweredItem): readonly string[] {
  if (card.kind !== 'question') return [];
  const missed = new Set(missedPoints(item));
  const points = bank.question(card.question)?.keyPoints ?? [];
  return points.filter((_, at) => missed.has(item.points[at]?.text ?? '')).map(({ id }) => id);
}
