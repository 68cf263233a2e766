import type { Question } from '../bank/model.ts';
import type { CardId, ProgressEvent } from './event.ts';
import { emptyCard, restoreCard, saveCard, type CardState } from './card-state.ts';
import type { Progress, QuestionState, SnippetState } from './progress.ts';
import type { Projection } from './projection.ts';
import { isLater, stampOf, type Stamp } from './stamp.ts';

/** What the trees and the pages show: where only the latest event counts, `isLater` decides. */
export interface ProgressProjection extends Projection {
  /** Grows with each event that is added. */
  readonly progress: Progress;
  /** Milliseconds since 1970 of the latest event of a card. */
  latest(card: CardId): number | undefined;
}

export function createProgressProjection(): ProgressProjection {
  const cards = new Map<string, CardState>();
  return {
    name: 'progress',
    version: 3,
    progress: progressOver(cards),
    add(event) {
      // A program of the drill is seen once: see `drill/drill-projection.ts`.
      if (event.kind === 'drilled') return false;
      const card = cards.get(event.card) ?? emptyCard();
      cards.set(event.card, card);
      const stamp = stampOf(event);
      card.latest = Math.max(card.latest, stamp.at);
      return apply(card, event, stamp);
    },
    latest: (id) => cards.get(id)?.latest,
    *save() {
      for (const [id, card] of cards) yield [id, saveCard(card)];
    },
    restore(saved) {
      const [id, card] = saved as [string, unknown];
      cards.set(id, restoreCard(card));
    },
    reset: () => cards.clear(),
  };
}

function apply(
  card: CardState,
  event: Exclude<ProgressEvent, { kind: 'drilled' }>,
  stamp: Stamp,
): boolean {
  switch (event.kind) {
    case 'opened': {
      const changed = isUntouched(card);
      card.opened = true;
      return changed;
    }
    case 'bookmarked': {
      if (!isLater(stamp, card.bookmark)) return false;
      const changed = (card.bookmark?.on ?? false) !== event.on;
      card.bookmark = { ...stamp, on: event.on };
      return changed;
    }
    case 'askLater': {
      if (!isLater(stamp, card.askLater)) return false;
      const changed = (card.askLater?.on ?? false) !== event.on;
      card.askLater = { ...stamp, on: event.on };
      return changed;
    }
    case 'noted': {
      if (!isLater(stamp, card.note)) return false;
      const changed = (card.note?.text ?? '') !== event.text;
      card.note = { ...stamp, text: event.text };
      return changed;
    }
    case 'ticked': {
      const before = card.ticks.get(event.point);
      if (!isLater(stamp, before)) return false;
      card.ticks.set(event.point, { ...stamp, on: event.on });
      return before?.on !== event.on;
    }
    case 'answered': {
      const before = card.answers.get(event.check);
      if (!isLater(stamp, before)) return false;
      card.answers.set(event.check, { ...stamp, choice: event.choice, correct: event.correct });
      return before?.choice !== event.choice || before.correct !== event.correct;
    }
    case 'predicted': {
      const solves = event.verdict === 'exact' || event.verdict === 'possible';
      const changed = !card.tried || (solves && !card.solved);
      card.tried = true;
      card.solved ||= solves;
      if (event.verdict === 'unknown' || !isLater(stamp, card.prediction)) return changed;
      const before = wrongSince(card);
      card.prediction = { ...stamp, wrong: !solves };
      return changed || wrongSince(card) !== before;
    }
    // Of memory, practice, interviews and the plan, which have projections of their own; and of programs of the user's own.
    case 'copyPredicted':
    case 'practised':
    case 'reviewed':
    case 'interviewed':
    case 'planTicked':
    case 'undone':
    case 'reset':
    case 'found':
    case 'suspected':
      return false;
  }
}

function progressOver(cards: ReadonlyMap<string, CardState>): Progress {
  const nothing = emptyCard();
  const questionCard = (id: string): CardState => cards.get(`question:${id}`) ?? nothing;
  return {
    question: (question) => questionState(question, questionCard(question.id)),
    snippet: (id) => snippetState(cards.get(`snippet:${id}`) ?? nothing),
    predictedWrong: (id) => wrongSince(cards.get(`snippet:${id}`) ?? nothing),
    ticked: (id) => tickedIn(questionCard(id)),
    answers: (id) =>
      new Map([...questionCard(id).answers].map(([check, { choice }]) => [check, choice])),
    bookmarked: (id) => questionCard(id).bookmark?.on ?? false,
    askLater: (id) => questionCard(id).askLater?.on ?? false,
    note: (id) => questionCard(id).note?.text ?? '',
    lastSeen: (id) => questionCard(id).latest,
  };
}

const wrongSince = ({ prediction }: CardState): number | undefined =>
  prediction?.wrong === true ? prediction.at : undefined;

function tickedIn({ ticks }: CardState): ReadonlySet<string> {
  return new Set([...ticks].filter(([, { on }]) => on).map(([point]) => point));
}

function questionState({ keyPoints, checks }: Question, card: CardState): QuestionState {
  if (isUntouched(card)) return 'new';
  const done =
    keyPoints.every(({ id }) => card.ticks.get(id)?.on) &&
    checks.every(({ id }) => card.answers.get(id)?.correct);
  return done ? 'done' : 'started';
}

function isUntouched({ opened, ticks, answers }: CardState): boolean {
  return !opened && ticks.size === 0 && answers.size === 0;
}

function snippetState({ tried, solved }: CardState): SnippetState {
  if (solved) return 'solved';
  return tried ? 'tried' : 'new';
}
