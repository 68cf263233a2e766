import * as vscode from 'vscode';
import type { ReviewCard } from '../../study/review/review-card.ts';
import type { Services } from '../services/services.ts';
import type { StudyService } from '../services/study.ts';
import { pickOne } from '../ui/pick-one.ts';
import { inScope } from './cards-of-scope.ts';
import type { QuizScope } from './quiz-scope.ts';

interface Wanted {
  readonly title: string;
  readonly cards: readonly ReviewCard[];
}

/**
 * Has cards be new again, after a confirmation and with a way back; what was recorded stays in the log.
 * @param scope the topic or the question whose cards are meant; asks without one
 */
export async function resetReviews(
  services: Services,
  scope: QuizScope | undefined,
): Promise<void> {
  const study = await services.study.load();
  const wanted = scope
    ? { title: await titleOf(services, scope), cards: await inScope(services, study, scope) }
    : await pickWhat(services, study);
  if (!wanted) return;
  const reviewed = await studied(study, wanted.cards);
  if (reviewed.length === 0) {
    const text = vscode.l10n.t('Nothing to reset: none of these cards was reviewed.');
    await vscode.window.showInformationMessage(text);
    return;
  }
  if (!(await isConfirmed(wanted.title, reviewed.length))) return;
  const made = await study.reset(reviewed);
  const undo = vscode.l10n.t('Undo');
  const done =
    made.length === 1
      ? vscode.l10n.t('1 card is new again.')
      : vscode.l10n.t('{0} cards are new again.', made.length);
  if ((await vscode.window.showInformationMessage(done, undo)) !== undo) return;
  await Promise.all(made.map(({ card, event }) => study.undo(card, event)));
}

async function isConfirmed(title: string, count: number): Promise<boolean> {
  const reset = vscode.l10n.t('Reset');
  const message =
    count === 1
      ? vscode.l10n.t('{0}: reset 1 card?', title)
      : vscode.l10n.t('{0}: reset {1} cards?', title, count);
  const detail =
    count === 1
      ? vscode.l10n.t(
          'Its reviews no longer count, and it is asked as a new card. Notes, bookmarks and ticks stay.',
        )
      : vscode.l10n.t(
          'Their reviews no longer count, and they are asked as new cards. Notes, bookmarks and ticks stay.',
        );
  return (
    (await vscode.window.showWarningMessage(message, { modal: true, detail }, reset)) === reset
  );
}

async function studied(
  study: StudyService,
  cards: readonly ReviewCard[],
): Promise<readonly ReviewCard[]> {
  const reviews = await study.reviews();
  return cards.filter(({ id }) => reviews.memory(id) !== undefined);
}

async function titleOf({ bank }: Services, scope: QuizScope): Promise<string> {
  const loaded = await bank.loadAll();
  if (scope.kind === 'topic') return loaded.topic(scope.id)?.title ?? scope.id;
  if (scope.kind !== 'question') return vscode.l10n.t('Cards');
  const question = loaded.question(scope.id);
  return question?.label ?? question?.title ?? scope.id;
}

async function pickWhat(services: Services, study: StudyService): Promise<Wanted | undefined> {
  const { bank } = await services.bank.loadAll();
  const shown = services.shownQuestion.current;
  const all = [...(await study.cards()).values()];
  const ofShown = all.filter(({ question }) => question === shown);
  const items = [
    ...(ofShown.length > 0 ? [{ label: vscode.l10n.t('The Open Question'), cards: ofShown }] : []),
    { label: vscode.l10n.t('All Cards'), cards: all },
    ...bank.topics.map(({ id, title }) => ({
      label: title,
      cards: all.filter(({ topic }) => topic === id),
    })),
  ];
  const choices = await Promise.all(
    items.map(async ({ label, cards }) => {
      const { length } = await studied(study, cards);
      return { label, cards, length, description: vscode.l10n.t('{0} reviewed', length) };
    }),
  );
  const chosen = await pickOne(
    choices.filter(({ length }) => length > 0),
    {
      title: vscode.l10n.t('Reset Reviews'),
      placeHolder: vscode.l10n.t('Which cards should be new again?'),
    },
  );
  return chosen && { title: chosen.label, cards: chosen.cards };
}
