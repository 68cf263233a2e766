import * as vscode from 'vscode';
import type { Problem } from '../../bank/material.ts';
import type { ReviewCard } from '../../study/review/review-card.ts';
import { cardTitle } from '../services/card-title.ts';
import type { LoadedBank, Services } from '../services/services.ts';
import type { LastReset } from '../../study/review/review-projection.lazy.ts';
import type { ResetCard, StudyService } from '../services/study.ts';
import { cardsText } from '../ui/amount-texts.ts';
import { pickOne } from '../ui/pick-one.ts';
import { inScope } from './cards-of-scope.ts';
import type { QuizScope } from './quiz-scope.ts';

interface Wanted {
  readonly title: string;
  readonly cards: readonly ReviewCard[];
}

/** The way back, for who has closed the message that offered it. */
interface TakeBack {
  readonly last: LastReset;
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
  if ('last' in wanted) {
    await takeBack(study, wanted.last.cards);
    await vscode.window.showInformationMessage(
      vscode.l10n.t('The reset was undone: its reviews count again.'),
    );
    return;
  }
  const reviewed = await studied(study, wanted.cards);
  if (reviewed.length === 0) {
    const text = scope
      ? vscode.l10n.t('Nothing to reset: none of these cards was reviewed.')
      : vscode.l10n.t('Nothing to reset: you have not reviewed anything yet.');
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
  await takeBack(study, made);
}

const takeBack = (study: StudyService, made: readonly ResetCard[]): Promise<unknown> =>
  Promise.all(made.map(({ card, event }) => study.undo(card, event)));

async function isConfirmed(title: string, count: number): Promise<boolean> {
  const reset = vscode.l10n.t('Reset');
  const message =
    count === 1 ? vscode.l10n.t('Reset 1 card?') : vscode.l10n.t('Reset {0} cards?', count);
  const effect =
    count === 1
      ? vscode.l10n.t(
          'Its reviews no longer count, and it is asked as a new card. Notes, bookmarks and ticks stay.',
        )
      : vscode.l10n.t(
          'Their reviews no longer count, and they are asked as new cards. Notes, bookmarks and ticks stay.',
        );
  const detail = `${title}\n\n${effect}`;
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

async function pickWhat(
  services: Services,
  study: StudyService,
): Promise<Wanted | TakeBack | undefined> {
  const loaded = await services.bank.loadAll();
  const shown = services.shownQuestion.current;
  const all = [...(await study.cards()).values()];
  const reviewed = await studied(study, all);
  const groups = [
    {
      label: vscode.l10n.t('The Open Question'),
      cards: reviewed.filter(({ question }) => question === shown),
    },
    { label: vscode.l10n.t('All Cards'), cards: reviewed },
    ...loaded.bank.topics.map(({ id, title }) => ({
      label: title,
      cards: reviewed.filter(({ topic }) => topic === id),
    })),
  ];
  const last = (await study.reviews()).lastReset();
  // A list without a row would say nothing.
  if (!last && reviewed.length === 0) return { title: vscode.l10n.t('All Cards'), cards: [] };
  const [whole, ...topics] = groups
    .filter(({ cards }) => cards.length > 0)
    .map(({ label, cards }) => ({
      ...{ label, cards, description: vscode.l10n.t('{0} reviewed', cards.length) },
    }));
  const oneCard = { label: vscode.l10n.t('One Card…'), cards: undefined };
  const chosen = await pickOne<vscode.QuickPickItem & Choice>(
    [...(last ? [undoItem(last)] : []), ...(whole ? [whole, oneCard, ...topics] : [])],
    {
      title: vscode.l10n.t('Reset Reviews'),
      placeHolder: vscode.l10n.t('Select the cards to reset'),
    },
  );
  if (!chosen) return undefined;
  if (chosen.last) return { last: chosen.last };
  return chosen.cards
    ? { title: chosen.label, cards: chosen.cards }
    : pickCard(loaded, (await services.material.loadOrNone())?.practice ?? [], reviewed);
}

interface Choice {
  readonly cards: readonly ReviewCard[] | undefined;
  readonly last?: LastReset;
}

function undoItem(last: LastReset): vscode.QuickPickItem & Choice {
  const when = new Date(last.at).toLocaleString(vscode.env.language, {
    ...{ dateStyle: 'medium', timeStyle: 'short' },
  });
  const description = `${cardsText(last.cards.length)}, ${when}`;
  return { label: vscode.l10n.t('Undo the Last Reset'), description, cards: [], last };
}

async function pickCard(
  bank: LoadedBank,
  problems: readonly Problem[],
  cards: readonly ReviewCard[],
): Promise<Wanted | undefined> {
  const chosen = await pickOne(
    cards.map((card) => ({ ...cardItem(bank, problems, card), card })),
    {
      title: vscode.l10n.t('Reset Reviews'),
      placeHolder: vscode.l10n.t('Select the card to reset'),
      matchOnDescription: true,
    },
  );
  return chosen && { title: chosen.label, cards: [chosen.card] };
}

/** As it is asked, with the question that it belongs to. */
function cardItem(
  bank: LoadedBank,
  problems: readonly Problem[],
  card: ReviewCard,
): vscode.QuickPickItem {
  const label = cardTitle(card, bank, problems);
  const title = bank.question(card.question)?.title ?? card.question;
  return card.kind === 'question' ? { label } : { label, description: title };
}
