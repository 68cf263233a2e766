import type { ProgramRun } from './interview-program.ts';
import type { AnsweredItem } from './interviewed.ts';
import { isJudged, missedPoints, type Report } from './report.ts';
import { pointScore } from './scores.ts';

/** The sentences and names of a report, in the reader's language. */
export interface ReportTexts {
  /** Such as `Screening, mid, 30 minutes`. */
  readonly title: string;
  /** When, how long, how many. */
  readonly facts: readonly string[];
  /** How the own score and that of the key points differ, or how sure one was and how often right. */
  readonly verdict: readonly string[];
  readonly earlier: readonly string[];
  readonly readiness: readonly string[];
  readonly headings: Readonly<
    Record<'topics' | 'answers' | 'review' | 'notes' | 'earlier' | 'readiness', string>
  >;
  readonly columns: Readonly<
    Record<'question' | 'topic' | 'answers' | 'time' | 'own' | 'points' | 'gap', string>
  >;
  readonly nothingMissed: string;
  readonly yourAnswer: string;
  /** Above the output of a program. */
  readonly printed: string;
  /** What a wrong prediction of a program fits, with code in backticks. */
  readonly believed: (ran: ProgramRun) => string | undefined;
  readonly wrong: string;
  readonly score: (score: number | undefined) => string;
  readonly gap: (gap: number | undefined) => string;
  /** Minutes and seconds of the clock. @param ms milliseconds */
  readonly time: (ms: number) => string;
}

/** The report as a Markdown document that stands for itself. */
export function reportMarkdown(report: Report, texts: ReportTexts): string {
  const { interview, topics, review, earlier } = report;
  const { headings, columns, score, gap, time } = texts;
  const answers = interview.items.map((item) => {
    const points = pointScore(item.points);
    const between = points === undefined ? undefined : item.own - points;
    return [plain(item.title), time(item.durationMs), score(item.own), score(points), gap(between)];
  });
  const ofTopics = topics.map(({ topic, count, scores }) => [
    ...[plain(topic), String(count), score(scores.own), score(scores.points), gap(scores.gap)],
  ]);
  const { question, topic, answers: count, own, points } = columns;
  return [
    `# ${plain(texts.title)}`,
    texts.facts.map(plain).join(' · '),
    ...texts.verdict.map(plain),
    ...(answers.length > 0
      ? [
          `## ${headings.answers}`,
          table([question, columns.time, own, points, columns.gap], answers),
        ]
      : []),
    ...(ofTopics.length > 0
      ? [`## ${headings.topics}`, table([topic, count, own, points, columns.gap], ofTopics)]
      : []),
    `## ${headings.review}`,
    ...(review.length > 0
      ? review.map((item) => toReview(item, texts))
      : [plain(texts.nothingMissed)]),
    ...(interview.notes.length > 0
      ? [
          `## ${headings.notes}`,
          interview.notes.map(({ at, text }) => `- \`${time(at)}\` ${plain(text)}`).join('\n'),
        ]
      : []),
    ...(earlier.length > 0 ? [`## ${headings.earlier}`, list(texts.earlier)] : []),
    `## ${headings.readiness}`,
    ...texts.readiness.map(plain),
  ]
    .join('\n\n')
    .concat('\n');
}

function toReview(item: AnsweredItem, texts: ReportTexts): string {
  const { yourAnswer, printed, believed, wrong } = texts;
  const missed = missedPoints(item);
  const told = isJudged(item) && missed.length > 0 ? [plain(wrong)] : missed.map(oneLine);
  const typed = item.typed.trim();
  const { code, ran } = item.program ?? {};
  const belief = ran && believed(ran);
  return [
    `### ${plain(item.title)}`,
    ...(told.length > 0 ? [told.map((text) => `- [ ] ${text}`).join('\n')] : []),
    ...(code === undefined ? [] : [fenced(code.trimEnd(), 'js')]),
    ...(ran ? [plain(printed), fenced(ran.printed.join('\n'))] : []),
    ...(typed === '' ? [] : [plain(yourAnswer), fenced(typed)]),
    ...(belief === undefined ? [] : [plain(belief)]),
  ].join('\n\n');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = line(heads.map((_, at) => (at === 0 ? '---' : '---:')));
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

const list = (texts: readonly string[]): string =>
  texts.map((text) => `- ${plain(text)}`).join('\n');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Nothing of a text that is not Markdown has a meaning there, but for code in backticks. */
const plain = (text: string): string =>
  oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, at) => (at % 2 === 1 ? part.replaceAll('|', '\\|') : part.replace(meant, '\\$&')))
    .join('');

const meant = /[\\`*_[\]<>|~]|^#+|^[-+](?=\s)/g;

/** A fence that no line of the text can end. */
function fenced(text: string, language = 'text'): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
