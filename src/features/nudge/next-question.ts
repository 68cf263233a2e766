import * as vscode from 'vscode';
import { checkCard, type ReviewCard } from '../../study/review/review-card.ts';
import type { LoadedBank, Services } from '../services/services.ts';

/** A card as one sentence, and what the quiz is told to ask it. */
export interface NextQuestion {
  readonly text: string;
  readonly scope: object;
}

/** The first card of today; undefined when there is none. */
export async function nextQuestion({
  bank,
  study,
}: Pick<Services, 'bank' | 'study'>): Promise<NextQuestion | undefined> {
  const [loaded, service] = await Promise.all([bank.loadAll(), study.load()]);
  const [card] = (await service.queue()).cards;
  const text = card && textOf(card, loaded);
  return text === undefined ? undefined : { text, scope: { kind: 'card', id: card?.id } };
}

function textOf({ id, kind, question: name }: ReviewCard, bank: LoadedBank): string | undefined {
  const question = bank.question(name);
  if (!question) return undefined;
  const { title, label = title, checks } = question;
  switch (kind) {
    case 'question':
      return title;
    case 'check':
      return checks.find((check) => checkCard(name, check.id) === id)?.question ?? title;
    case 'snippet': {
      const snippet = bank.snippet(id.slice('snippet:'.length));
      return snippet && vscode.l10n.t('What does the snippet "{0}" print?', snippet.title);
    }
    // Not the belief itself: it would tell what is wrong.
    case 'belief':
      return vscode.l10n.t('Can you predict a new program? Topic: "{0}".', label);
    case 'problem':
      return vscode.l10n.t('Can you solve a practice problem from memory? Topic: "{0}".', label);
  }
}
