import { displayText } from '../../order/line-text.ts';
import { matchLines, startMatch } from '../../order/matcher.ts';
import type { MatchOptions } from '../../order/matcher.ts';
import { partOf } from '../../order/order-part.ts';
import type { Order } from '../../order/order.ts';
import type { Card, Draft, Mode, PageSnippet } from '../../shared/predict.ts';
import { shuffle } from './shuffle.ts';
import { anyExpectation, executable, possibleLines } from '../services/subject.ts';
import type { Subject } from '../services/subject.ts';

/** What the page shows of a subject, with its cards shuffled. */
export function pageSnippet(subject: Subject, seed: number): PageSnippet {
  const { title, kind } = executable(subject);
  const order = anyExpectation(subject);
  const cards = possibleLines(subject).map(({ stream, text }): Card => ({
    stream,
    text,
    typed: displayText({ stream, text }),
  }));
  const isRight = (lines: readonly Card[]): boolean =>
    order !== undefined && matchLines(order, lines, byText).kind === 'match';
  return {
    title,
    kind,
    ...(subject.kind === 'snippet' && { bank: bankPart(subject) }),
    cards: shuffle(cards, seed, isRight),
    mayLeaveOut: order !== undefined && hasChoice(order),
    mayPrintNothing: order !== undefined && startMatch(order, byText).mayEnd(),
  };
}

/** How a prediction is entered at first: cards say which lines are printed, which is half of a hard snippet. */
export function firstMode(
  { cards, bank }: Pick<PageSnippet, 'cards' | 'bank'>,
  wanted: Mode | 'byDifficulty',
): Mode {
  if (cards.length === 0) return 'typed';
  if (wanted !== 'byDifficulty') return wanted;
  return bank?.difficulty === 'hard' || bank?.difficulty === 'devilish' ? 'typed' : 'cards';
}

export function emptyDraft(mode: Mode): Draft {
  return { mode, placed: [], typed: '', nothing: false };
}

function bankPart(subject: Extract<Subject, { kind: 'snippet' }>): PageSnippet['bank'] & {} {
  const { snippet, questionTitle, verified } = subject;
  const { difficulty, teaches, race } = snippet;
  return {
    ...{ difficulty, teaches, questionTitle },
    ...(race !== undefined && { race }),
    ...(verified !== undefined && { verified }),
  };
}

function hasChoice(order: Order): boolean {
  const part = partOf(order);
  switch (part.kind) {
    case 'line':
      return false;
    case 'opt':
    case 'alt':
      return true;
    case 'sequence':
    case 'any':
      return part.items.some(hasChoice);
    case 'block':
      return hasChoice(part.body);
  }
}

const byText: MatchOptions = { comparison: 'text' };
