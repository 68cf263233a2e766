import type { Question } from '../../bank/model.ts';

export interface MatchedLine {
  /** Plain text. */
  readonly text: string;
  readonly isNote: boolean;
}

/**
 * The line of a question, or of the user's note to it, that holds the most of the words that
 * matched; its first key point when the title, which is shown anyway, holds as many.
 * @param terms the beginnings of words, in lower case
 */
export function matchedLine(
  question: Question,
  terms: readonly string[],
  note: string,
): MatchedLine | undefined {
  const countIn = (line: string): number => {
    const lower = line.toLowerCase();
    return terms.filter((term) => lower.includes(term)).length;
  };
  const best = (lines: readonly string[]) =>
    lines
      .map((line) => ({ line, count: countIn(line) }))
      .reduce((one, other) => (other.count > one.count ? other : one), { line: '', count: 0 });
  const inNote = best(note.split('\n'));
  const inTexts = best(linesOf(question));
  if (inNote.count > 0 && inNote.count >= inTexts.count) {
    return { text: excerpt(plainText(inNote.line), terms), isNote: true };
  }
  const [point] = question.keyPoints;
  const line = point && countIn(question.title) >= inTexts.count ? point.text : inTexts.line;
  return line === '' ? undefined : { text: excerpt(plainText(line), terms), isNote: false };
}

/** The line of code that holds the most of the words that matched, if any holds one. */
export function matchedCode(code: string, terms: readonly string[]): string | undefined {
  const counted = code.split('\n').map((line) => {
    const lower = line.toLowerCase();
    return { line: line.trim(), count: terms.filter((term) => lower.includes(term)).length };
  });
  const best = counted.reduce((one, other) => (other.count > one.count ? other : one));
  return best.count > 0 ? excerpt(best.line, terms) : undefined;
}

/** Where a reader would look first comes first. */
function linesOf(question: Question): string[] {
  const { tags, keyPoints, relevantTo, followUps, checks } = question;
  const long = [question.answer, question.sayIt, question.commonMistake, question.inProduction];
  return [
    tags.join(', '),
    relevantTo.join(', '),
    ...keyPoints.map(({ text }) => text),
    ...followUps.flatMap((followUp) => [followUp.question, followUp.answer]),
    ...checks.map((check) => check.question),
    ...long.flatMap((text) => text.split('\n')),
  ];
}

/** Markdown of one line without its signs. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^[\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/^\s*(#+|>|[-*]|\d+\.)\s/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/`|\*\*|^ ?\|| ?\| ?$/gu, '')
    .replace(/ ?\| ?/gu, ' · ')
    .trim();
}

const before = 40;
const longest = 140;

/** Cut so that the first match can be seen. */
function excerpt(text: string, terms: readonly string[]): string {
  if (text.length <= longest) return text;
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0);
  const start = Math.max(0, (places.toSorted((one, other) => one - other)[0] ?? 0) - before);
  const cut = text.slice(start, start + longest).trim();
  return `${start > 0 ? '… ' : ''}${cut}${start + longest < text.length ? ' …' : ''}`;
}
