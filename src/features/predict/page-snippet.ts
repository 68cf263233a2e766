import { displayText } from '../../order/line-text.ts';
import { matchLines, startMatch } from '../../order/matcher.ts';
import type { MatchOptions } from '../../order/matcher.ts';
import type { OutputLine } from '../../order/output.ts';
import type { LineCard, Draft, Mode, PageSnippet } from '../../shared/predict.ts';
import { shuffle } from './shuffle.ts';
import { anyExpectation, decoys, executable, possibleLines } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';

/** What the page shows of a subject, with its cards shuffled. */
export function pageSnippet(subject: Subject, seed: number): PageSnippet {
  const { title, kind } = executable(subject);
  const order = anyExpectation(subject);
  const printed = possibleLines(subject).map(cardOf);
  const cards = [...printed, ...decoys(subject).map(cardOf)];
  const isRight = (shown: readonly LineCard[]): boolean => {
    const lines = shown.filter((card) => printed.includes(card));
    return order !== undefined && matchLines(order, lines, byText).kind === 'match';
  };
  return {
    title,
    kind,
    ...(subject.kind === 'snippet' && { bank: bankPart(subject) }),
    cards: shuffle(cards, seed, isRight),
    mayPrintNothing: order !== undefined && startMatch(order, byText).mayEnd(),
    ...(subject.kind === 'program' && subject.program.unfit !== undefined && { unfit: true }),
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

const cardOf = ({ stream, text }: OutputLine): LineCard => ({
  stream,
  text,
  typed: displayText({ stream, text }),
});

function bankPart(subject: Extract<Subject, { kind: 'snippet' }>): PageSnippet['bank'] & {} {
  const { snippet, questionTitle, verified } = subject;
  const { difficulty, teaches, race } = snippet;
  return {
    ...{ difficulty, teaches, questionTitle },
    ...(race !== undefined && { race }),
    ...(verified !== undefined && { verified }),
  };
}

const byText: MatchOptions = { comparison: 'text' };
