// What is the newest today is not the newest next year: a page that names a version as the newest says
// when that was checked, and `npm run verify` lists the places that nobody has looked at for long.

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const product = String.raw`(?:npm|Node(?:\.js)?|TypeScript|Express|NestJS|Nest|Fastify|Koa|Hono|Prisma|ESLint|pnpm|Yarn|PostgreSQL|Redis|undici|Vitest)`;
const version = new RegExp(String.raw`\b${product} v?\d+(?:\.\d+)*`);
const newest =
  /\bnewest\b|\blatest\b|\bcurrent\b(?! (?:callback|directory|run|turn|user|working))|\bsupported today\b/;
const checked = new RegExp(
  String.raw`\bchecked\s+(?:in\s+)?(${months.join('|')})\s+(\d{4})\b`,
  'g',
);

/** Days after which somebody should look again. */
export const freshDays = 180;

/**
 * Sentences that name a version as the newest while the page does not say when that was checked.
 * @param text a page
 */
export function undatedClaims(text: string): { line: number; sentence: string }[] {
  if (text.search(checked) >= 0) return [];
  const prose = text.replace(/^---\n[^]*?\n---\n/, (matter) => matter.replace(/[^\n]/g, ' '));
  return sentencesOf(prose)
    .filter(({ sentence }) => newest.test(sentence) && version.test(sentence))
    .map(({ sentence, index }) => ({ line: lineAt(prose, index), sentence: sentence.trim() }));
}

/**
 * Places that say "checked Month Year" and whose month is long over.
 * @param text a page
 */
export function staleClaims(
  text: string,
  now: Date,
): { line: number; checked: string; days: number }[] {
  return [...text.matchAll(checked)].flatMap(({ index, 1: month = '', 2: year = '' }) => {
    const end = Date.UTC(Number(year), months.indexOf(month) + 1, 0);
    const days = Math.floor((now.getTime() - end) / 86_400_000);
    return days > freshDays
      ? [{ line: lineAt(text, index), checked: `${month} ${year}`, days }]
      : [];
  });
}

function sentencesOf(text: string) {
  return [...text.matchAll(/[^.|\n](?:[^.|\n]|\.(?=\S)|\n(?!\n|[-#|>]))*/g)].map((match) => ({
    sentence: match[0].replace(/\s+/g, ' '),
    index: match.index,
  }));
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;
