import type { References } from './check-texts.ts';
import { checkTexts } from './check-texts.ts';
import { didYouMean } from './closest.ts';
import { allBlocks, markdownBlocks } from './markdown-blocks.ts';
import type { Block } from './markdown-blocks.ts';
import { sectionsOf } from './markdown-sections.ts';
import type { Section } from './markdown-sections.ts';
import type { Mistake, Position, Report } from './mistake.ts';
import { reportFor } from './mistake.ts';
import type { Question } from './model.ts';
import { parseFrontMatter } from './parse-front-matter.ts';
import { parseChecks, parseFollowUps, parseKeyPoints } from './parse-parts.ts';
import type { QuestionMatter } from './schema.ts';
import { questionSchema } from './schema.ts';
import { segmentSentences } from './sentences.ts';
import { splitFrontMatter } from './split-front-matter.ts';

export interface QuestionFile {
  readonly file: string;
  /** The name of the folder it stands in. */
  readonly topic: string;
  /** The file's name without its ending. */
  readonly id: string;
  readonly text: string;
}

/** Drawings are files of their own, added when the bank is put together. */
export type QuestionText = Omit<Question, 'diagrams'>;

export interface ParsedQuestion {
  readonly id: string;
  readonly topic: string;
  readonly file: string;
  /** Absent when there is a mistake. */
  readonly question?: QuestionText;
  /** Absent when the front matter has a mistake. */
  readonly matter?: QuestionMatter;
  readonly references: References;
  readonly mistakes: readonly Mistake[];
  /** Where a field of the front matter stands. */
  readonly at: (path: readonly PropertyKey[]) => Position;
}

const names = {
  answer: 'Answer',
  example: 'Example',
  sayIt: 'Say it in the interview',
  keyPoints: 'Key points',
  commonMistake: 'Common mistake',
  inProduction: 'In production',
  followUps: 'Follow-ups',
  checks: 'Quick checks',
} as const;

type Part = keyof typeof names;
type Parts = Readonly<Partial<Record<Part, Section>>>;

const order = Object.keys(names) as Part[];
const titles = Object.values(names);

/** Reads a question's file; `text` has line feeds only. Never throws. */
export function parseQuestion({ file, topic, id, text }: QuestionFile): ParsedQuestion {
  const { report, mistakes } = reportFor(file);
  const lines = text.split('\n');
  const { yaml, bodyLine } = splitFrontMatter(lines, report);
  const matter =
    yaml === undefined
      ? { at: (): Position => ({ line: 1 }) }
      : parseFrontMatter(yaml, 2, questionSchema, report);
  const blocks = markdownBlocks(lines.slice(bodyLine - 1).join('\n'), bodyLine);
  const references = checkTexts(blocks, lines, report);
  const body = parseBody(blocks, lines, bodyLine, report);
  const value = 'value' in matter ? matter.value : undefined;
  const good = value && mistakes.length === 0;
  return {
    id,
    topic,
    file,
    ...(good ? { question: { id, topic, ...value, ...body } } : {}),
    ...(value ? { matter: value } : {}),
    references,
    mistakes,
    at: matter.at,
  };
}

type Body = Omit<QuestionText, 'id' | 'topic' | keyof QuestionMatter>;

function parseBody(
  blocks: readonly Block[],
  lines: readonly string[],
  bodyLine: number,
  report: Report,
): Body {
  const lastLine = Math.min(bodyLine, lines.length);
  const parts = findParts(blocks, lines, lastLine, report);
  const { answer, example, sayIt, keyPoints, followUps, checks } = parts;
  if (answer) checkAnswer(answer, report);
  if (sayIt) checkSayIt(sayIt, report);
  return {
    answer: answer?.text ?? '',
    ...(example ? { example: example.text } : {}),
    sayIt: sayIt?.text ?? '',
    keyPoints: keyPoints ? parseKeyPoints(keyPoints, report) : [],
    commonMistake: parts.commonMistake?.text ?? '',
    inProduction: parts.inProduction?.text ?? '',
    followUps: followUps ? parseFollowUps(followUps, lines, report) : [],
    checks: checks ? parseChecks(checks, lines, report) : [],
  };
}

function findParts(
  blocks: readonly Block[],
  lines: readonly string[],
  bodyLine: number,
  report: Report,
): Parts {
  const { before, sections } = sectionsOf(blocks, 'h2', lines);
  const [stray] = before;
  if (stray) {
    report({ line: stray.line }, 'This stands before the first part', 'Put it below `## Answer`.');
  }
  for (const block of blocks) {
    if (block.tag !== 'h1') continue;
    const advice =
      'Use `##` for parts and `###` inside them; the title stands in the front matter.';
    report({ line: block.line }, 'There is a heading with one `#`', advice);
  }
  const parts: Partial<Record<Part, Section>> = {};
  let last: Part | undefined;
  for (const section of sections) {
    const { title, line, text } = section;
    const part = order.find((name) => names[name] === title);
    if (!part) {
      const advice = didYouMean(title, titles, `The parts are ${titles.join(', ')}.`);
      report({ line }, `There is no part \`${title}\``, advice);
      continue;
    }
    if (parts[part]) report({ line }, `The part \`${title}\` is here twice`, 'Make them one.');
    else if (last && order.indexOf(part) < order.indexOf(last)) {
      const advice = `Put it before \`## ${names[last]}\`.`;
      report({ line }, `The part \`${title}\` comes too late`, advice);
    }
    if (text === '') report({ line }, `The part \`${title}\` is empty`, 'Write its text below it.');
    parts[part] ??= section;
    if (!last || order.indexOf(part) > order.indexOf(last)) last = part;
  }
  reportMissing(parts, bodyLine, report);
  return parts;
}

function reportMissing(parts: Parts, bodyLine: number, report: Report): void {
  for (const part of order) {
    if (parts[part] || part === 'example') continue;
    const before = order.slice(0, order.indexOf(part)).findLast((name) => parts[name]);
    const line = (before && parts[before]?.line) ?? bodyLine;
    const where = before ? `after \`## ${names[before]}\`` : 'first';
    report(
      { line },
      `The part \`${names[part]}\` is missing`,
      `Write \`## ${names[part]}\` ${where}.`,
    );
  }
}

function checkAnswer({ line, blocks }: Section, report: Report): void {
  if (blocks.length === 0) return;
  if (!blocks.some(({ tag }) => tag === 'h3')) {
    report({ line }, 'The answer has no sections', 'Start each section with a `###` heading.');
  }
  const drawn = new Set(['table', 'bullet_list', 'ordered_list']);
  const isDiagram = ({ type, info }: Block) =>
    type === 'fence' && (info === 'text' || info === 'diagram');
  if (!allBlocks(blocks).some((block) => drawn.has(block.type) || isDiagram(block))) {
    const advice = 'Show the main point as one of these; a diagram is a fence `diagram` or `text`.';
    report({ line }, 'The answer has no table, list or diagram', advice);
  }
}

function checkSayIt({ line, blocks }: Section, report: Report): void {
  const spoken = allBlocks(blocks)
    .flatMap(({ inlines }) => inlines())
    .map(({ type, content }) => (type === 'code_inline' ? 'code' : type === 'text' ? content : ' '))
    .join('');
  const count = [...segmentSentences(spoken)].filter(({ segment }) => /\w/.test(segment)).length;
  if (spoken !== '' && (count < 2 || count > 9)) {
    const found = count === 1 ? 'one sentence' : `${count} sentences`;
    report(
      { line },
      `The part \`${names.sayIt}\` has ${found}`,
      'Write two to nine sentences, to be spoken.',
    );
  }
}
