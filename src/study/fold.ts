import type { Question } from '../bank/model.ts';
import type { CardId, ProgressEvent } from './event.ts';
import type { Progress } from './progress.ts';
import type { QuestionState, SnippetState } from './state.ts';

/**
 * Adds events up to what they mean. The result is the same in whatever order they are added and
 * however often each of them: where only the latest counts, `at` decides and then the id.
 */
export interface Fold {
  /** Grows with each event that is added. */
  readonly progress: Progress;
  /** Returns whether anything that `progress` tells has changed. */
  add(event: ProgressEvent): boolean;
  /** Milliseconds since 1970 of the latest event of a card. */
  latest(card: CardId): number | undefined;
}

interface Stamp {
  readonly at: number;
  readonly id: string;
}

interface Card {
  latest: number;
  opened: boolean;
  tried: boolean;
  solved: boolean;
  bookmark: Stamp & { readonly on: boolean };
  note: Stamp & { readonly text: string };
  readonly ticked: Set<string>;
  readonly ticks: Map<string, Stamp>;
  readonly choices: Map<string, number>;
  readonly answers: Map<string, Stamp & { readonly correct: boolean }>;
}

export function createFold(): Fold {
  const cards = new Map<CardId, Card>();
  return {
    progress: progressOver(cards),
    add(event) {
      const card = cards.get(event.card) ?? newCard();
      cards.set(event.card, card);
      const stamp = { at: timeOf(event), id: event.id };
      card.latest = Math.max(card.latest, stamp.at);
      return apply(card, event, stamp);
    },
    latest: (id) => cards.get(id)?.latest,
  };
}

/**
 * A time that no clock shows says nothing about what came first, and counts as the earliest: nothing
 * could ever come after it.
 */
function timeOf({ at }: ProgressEvent): number {
  const time = Date.parse(at);
  return time < firstImpossible ? time : 0;
}

const firstImpossible = Date.UTC(9999, 0);

function apply(card: Card, event: ProgressEvent, stamp: Stamp): boolean {
  switch (event.kind) {
    case 'opened': {
      const changed = isUntouched(card);
      card.opened = true;
      return changed;
    }
    case 'bookmarked': {
      if (!isLater(stamp, card.bookmark)) return false;
      const changed = card.bookmark.on !== event.on;
      card.bookmark = { ...stamp, on: event.on };
      return changed;
    }
    case 'noted': {
      if (!isLater(stamp, card.note)) return false;
      const changed = card.note.text !== event.text;
      card.note = { ...stamp, text: event.text };
      return changed;
    }
    case 'ticked': {
      if (!isLater(stamp, card.ticks.get(event.point))) return false;
      const changed = card.ticked.has(event.point) !== event.on || !card.ticks.has(event.point);
      card.ticks.set(event.point, stamp);
      if (event.on) card.ticked.add(event.point);
      else card.ticked.delete(event.point);
      return changed;
    }
    case 'answered': {
      const before = card.answers.get(event.check);
      if (!isLater(stamp, before)) return false;
      const changed =
        card.choices.get(event.check) !== event.choice || before?.correct !== event.correct;
      card.answers.set(event.check, { ...stamp, correct: event.correct });
      card.choices.set(event.check, event.choice);
      return changed;
    }
    case 'predicted': {
      const solves = event.verdict === 'exact' || event.verdict === 'possible';
      const changed = !card.tried || (solves && !card.solved);
      card.tried = true;
      card.solved ||= solves;
      return changed;
    }
  }
}

function isLater(stamp: Stamp, other: Stamp | undefined): boolean {
  if (!other || stamp.at > other.at) return true;
  return stamp.at === other.at && stamp.id > other.id;
}

function progressOver(cards: ReadonlyMap<CardId, Card>): Progress {
  const nothing: Card = newCard();
  const questionCard = (id: string): Card => cards.get(`question:${id}`) ?? nothing;
  return {
    question: (question) => questionState(question, questionCard(question.id)),
    snippet: (id) => snippetState(cards.get(`snippet:${id}`) ?? nothing),
    ticked: (id) => questionCard(id).ticked,
    answers: (id) => questionCard(id).choices,
    bookmarked: (id) => questionCard(id).bookmark.on,
    note: (id) => questionCard(id).note.text,
    lastSeen: (id) => questionCard(id).latest,
  };
}

function questionState({ keyPoints, checks }: Question, card: Card): QuestionState {
  if (isUntouched(card)) return 'new';
  const done =
    keyPoints.every(({ id }) => card.ticked.has(id)) &&
    checks.every(({ id }) => card.answers.get(id)?.correct);
  return done ? 'done' : 'started';
}

function isUntouched({ opened, ticks, answers }: Card): boolean {
  return !opened && ticks.size === 0 && answers.size === 0;
}

function snippetState({ tried, solved }: Card): SnippetState {
  if (solved) return 'solved';
  return tried ? 'tried' : 'new';
}

const never: Stamp = { at: -Infinity, id: '' };

function newCard(): Card {
  return {
    latest: 0,
    opened: false,
    tried: false,
    solved: false,
    bookmark: { ...never, on: false },
    note: { ...never, text: '' },
    ticked: new Set(),
    ticks: new Map(),
    choices: new Map(),
    answers: new Map(),
  };
}
