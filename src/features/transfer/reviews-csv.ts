import * as vscode from 'vscode';
import type { Question } from '../../bank/model.ts';
import { inSlices } from '../../collections/in-slices.ts';
import { nameOfCard } from '../../study/event-line.ts';
import type { CardId, ProgressEvent, Rating } from '../../study/event.ts';
import { csvOf, csvRow, type Cell } from '../../study/transfer/csv.ts';
import type { LoadedBank, Services } from '../services/services.ts';

type ReviewEvent = Extract<ProgressEvent, { kind: 'reviewed' }>;

/** Every review of the log as a row, the oldest first. Rejects when the log can't be read. */
export async function reviewsCsv({
  bank,
  progress,
  study,
}: Pick<Services, 'bank' | 'progress' | 'study'>): Promise<{
  readonly text: string;
  readonly count: number;
}> {
  const reviewed = new Map<string, ReviewEvent>();
  await progress.readLog((event) => {
    if (event.kind === 'reviewed') reviewed.set(event.id, event);
  });
  const [loaded, reviews, service] = await Promise.all([
    bank.loadAll(),
    progress.loadReviews(),
    study.load(),
  ]);
  const cards = await service.cards();
  const counted = new Set<string>();
  await inSlices([...reviews.cards()], (card) => {
    for (const { id } of reviews.history(card)) counted.add(id);
  });
  const inTime = [...reviewed.values()].sort(byTime);
  let text = csvOf([headings()]);
  const ratings = ratingNames();
  await inSlices(inTime, (event) => {
    const of = loaded.question(cards.get(event.card)?.question ?? '');
    const question = of ?? questionOf(event.card, loaded);
    text += csvRow(row(event, question, loaded, ratings[event.rating], counted.has(event.id)));
  });
  return { text, count: inTime.length };
}

/** Times of one form, so that nobody's collation is asked about each of a hundred thousand. */
function byTime({ at: one }: ReviewEvent, { at: other }: ReviewEvent): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const headings = (): readonly string[] => [
  vscode.l10n.t('Reviewed at (UTC)'),
  vscode.l10n.t('Card'),
  vscode.l10n.t('Question'),
  vscode.l10n.t('Topic'),
  vscode.l10n.t('Rating'),
  vscode.l10n.t('Seconds'),
  vscode.l10n.t('Hints'),
  vscode.l10n.t('Key points missed'),
  vscode.l10n.t('Stability in days'),
  vscode.l10n.t('Difficulty'),
  vscode.l10n.t('Due (UTC)'),
  vscode.l10n.t('Counts'),
];

/** The question of a card that is no longer asked; the card is named after it. */
function questionOf(card: CardId, bank: LoadedBank): Question | undefined {
  const name = nameOfCard(card);
  return (
    bank.question(name) ??
    bank.question(bank.snippet(name)?.question ?? name.slice(0, name.lastIndexOf('/')))
  );
}

function row(
  { at, card, durationMs, hints, missed = [], after }: ReviewEvent,
  question: Question | undefined,
  bank: LoadedBank,
  rating: string,
  counts: boolean,
): readonly Cell[] {
  return [
    ...[timeText(at), card, question?.title, question && bank.topic(question.topic)?.title],
    ...[rating, Math.round(durationMs / 100) / 10, hints, missed.length],
    ...[after.stability, after.difficulty, timeText(after.due)],
    counts ? vscode.l10n.t('yes') : vscode.l10n.t('no'),
  ];
}

/** As every spreadsheet reads it. */
const timeText = (at: string): string => at.replace('T', ' ').replace(/(\.\d+)?Z$/, '');

const ratingNames = (): Readonly<Record<Rating, string>> => ({
  again: vscode.l10n.t('Again'),
  hard: vscode.l10n.t('Hard'),
  good: vscode.l10n.t('Good'),
  easy: vscode.l10n.t('Easy'),
});
