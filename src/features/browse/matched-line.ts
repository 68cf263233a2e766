import type { Question } from '../../bank/model.ts';

/** The line of a question, or of the user's note to it, that holds the most of the words that matched, as plain text. */
export function matchedLine(
  question: Question,
  terms: readonly string[],
  note: string,
): string | undefined {
  let best: { readonly line: string; readonly count: number } | undefined;
  for (const line of [...note.split('\n'), ...linesOf(question)]) {
    const lower = line.toLowerCase();
    const count = terms.filter((term) => lower.includes(term)).length;
    if (count > (best?.count ?? 0)) best = { line, count };
  }
  return best && excerpt(plain(best.line), terms);
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

function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/^\s*(#+|>|[-*]|\d+\.)\s/u, '')
    .replace(/`|\*\*|^\s*\||\|\s*$/gu, '')
    .replace(/\s*\|\s*/gu, ' · ')
    .replace(/\s+/gu, ' ')
    .trim();
}

const before = 40;
const longest = 140;

/** Cut so that the first match can be seen. */
function excerpt(text: string, terms: readonly string[]): string {
  if (text.length <= longest) return text;
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...places) - before);
  const cut = text.slice(start, start + longest).trim();
  return `${start > 0 ? '… ' : ''}${cut}${start + longest < text.length ? ' …' : ''}`;
}
