import { levels } from '../../bank/levels.ts';
import * as z from 'zod/mini';
import type { AnswerRequest } from '../../shared/answer.ts';
import type { CheatSheetRequest } from '../../shared/cheat-sheet.ts';
import { drillActions, type DrillRequest } from '../../shared/drill.ts';
import { noteLimit, inputLimit } from '../../shared/limits.ts';
import type { PredictRequest } from '../../shared/predict.ts';
import { interviewActions, interviewSteps, type InterviewRequest } from '../../shared/interview.ts';
import { progressSections, type ProgressRequest } from '../../shared/progress.ts';
import { quizActions, type QuizRequest } from '../../shared/quiz.ts';
import type { RunsRequest } from '../../shared/runs.ts';

/** Characters of a prediction: each is one line of the log that every window reads. */
export const predictionLimit = 200_000;

/** Names, ids and addresses. */
const short = z.string().check(z.maxLength(2000));
const place = z.int().check(z.minimum(0));
const kind = <Kind extends string>(name: Kind) => z.literal(name);

/** Long enough to be refused by what is asked for, with a message for the user. */
const note = z.string().check(z.maxLength(50 * noteLimit));
const draft = z.object({ text: note, base: note });

const answer = z.union([
  z.object({ kind: kind('tick'), point: short, on: z.boolean() }),
  z.object({ kind: kind('answer'), check: short, choice: place }),
  z.object({ kind: kind('bookmark'), on: z.boolean() }),
  z.object({ kind: kind('note'), ...draft.shape }),
  z.object({ kind: kind('draft'), draft: z.optional(draft) }),
  z.object({ kind: kind('openQuestion'), question: short }),
  z.object({ kind: kind('openLink'), url: short }),
  z.object({ kind: z.enum(['copy', 'run', 'predict']), block: place }),
  z.object({ kind: z.enum(['runSnippet', 'predictSnippet']), snippet: short }),
  z.object({ kind: z.enum(['copyLink', 'showDifference', 'showList', 'showLog', 'reload']) }),
]);

const cheatSheet = z.union([
  z.object({ kind: kind('level'), level: z.enum(levels) }),
  z.object({ kind: kind('openQuestion'), question: short }),
  z.object({ kind: kind('openLink'), url: short }),
  z.object({ kind: kind('export'), format: z.enum(['markdown', 'html', 'print']) }),
  z.object({ kind: z.enum(['showLog', 'reload']) }),
]);

const limits = ['run.timeLimit', 'run.memoryLimit', 'run.lineLimit'] as const;

const predict = z.union([
  z.object({
    kind: kind('predict'),
    prediction: z.object({ mode: z.enum(['cards', 'typed']), lines: z.array(z.string()) }),
    attempt: z.object({
      number: z.int().check(z.minimum(1)),
      seen: z.enum(['nothing', 'line', 'output']),
    }),
  }),
  z.object({
    kind: kind('input'),
    run: place,
    text: z.string().check(z.maxLength(inputLimit)),
  }),
  z.object({ kind: kind('endInput'), run: place }),
  z.object({ kind: kind('refresh'), run: z.boolean(), typed: z.string() }),
  z.object({ kind: kind('openQuestion'), question: z.optional(short) }),
  z.object({
    kind: kind('saveTimeline'),
    timeline: z.object({ format: z.enum(['svg', 'markdown']), text: z.string() }),
  }),
  z.object({ kind: kind('openSetting'), setting: z.enum(['node.path', ...limits]) }),
  z.object({
    kind: z.enum([
      ...(['run', 'cancel', 'nextUnsolved', 'runManyTimes', 'runEverywhere'] as const),
      ...(['anotherLikeThis', 'manageTrust'] as const),
    ]),
  }),
]);

const runs = z.union([
  z.object({ kind: kind('start'), mode: kind('many'), count: z.int().check(z.minimum(1)) }),
  z.object({ kind: kind('start'), mode: kind('everywhere') }),
  z.object({ kind: kind('openSetting'), setting: z.enum(['runs.count', ...limits]) }),
  z.object({
    kind: z.enum(['cancel', 'predict', 'openQuestion', 'selectRuntime', 'manageTrust']),
  }),
]);

const quiz = z.union([
  z.object({ kind: z.enum(quizActions) }),
  z.object({ kind: kind('next'), typed: z.optional(note), spokenMs: z.optional(place) }),
  z.object({ kind: kind('tick'), point: short, on: z.boolean() }),
  z.object({ kind: kind('choose'), choice: place }),
  z.object({ kind: kind('predict'), lines: z.array(short).check(z.maxLength(2000)) }),
  z.object({ kind: kind('rate'), rating: z.enum(['again', 'hard', 'good', 'easy']) }),
]);

const drill = z.union([
  z.object({
    kind: kind('predict'),
    prediction: z.object({
      mode: z.enum(['cards', 'typed']),
      lines: z.array(short).check(z.maxLength(200)),
    }),
  }),
  z.object({
    kind: kind('level'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), kind('adaptive')]),
  }),
  z.object({ kind: z.enum(['against', 'smallest']), belief: short }),
  z.object({ kind: kind('openQuestion'), question: short }),
  z.object({ kind: z.enum(drillActions) }),
]);

/** As long as anybody types within an hour. */
const typed = z.array(z.string().check(z.maxLength(100_000))).check(z.maxLength(2000));

const interview = z.union([
  z.object({ kind: z.enum([...interviewSteps, ...interviewActions]) }),
  z.object({ kind: z.enum(['draft', 'submit']), typed, choice: z.optional(place) }),
  z.object({ kind: kind('modelFollowUp'), typed }),
  z.object({ kind: kind('score'), own: z.literal([1, 2, 3, 4]) }),
  z.object({ kind: kind('tick'), point: place, on: z.boolean() }),
  z.object({ kind: kind('note'), text: short }),
  z.object({ kind: kind('openQuestion'), question: short }),
]);

const progress = z.union([
  z.object({ kind: z.enum(['study', 'drill', 'interview', 'quizHardest']) }),
  z.object({ kind: z.enum(['openCard', 'drillAgainst', 'openReport']), id: short }),
  z.object({ kind: kind('exportTable'), section: z.enum(progressSections) }),
  z.object({ kind: z.enum(['exportPage', 'showLog', 'reload']) }),
]);

/** What each page may ask for, by the name of its bundle. */
const requests = {
  answer,
  'cheat-sheet': cheatSheet,
  drill,
  interview,
  predict,
  progress,
  quiz,
  runs,
} as const satisfies Record<string, z.ZodMiniType>;

export type PageName = keyof typeof requests;

const ready = z.object({ kind: kind('ready') });
const fromPage = (request: z.ZodMiniType) =>
  z.union([ready, z.object({ kind: kind('request'), page: place, id: place, request })]);

/** What each page may say. */
export const pageMessages: Readonly<Record<PageName, z.ZodMiniType>> = {
  answer: fromPage(requests.answer),
  'cheat-sheet': fromPage(requests['cheat-sheet']),
  drill: fromPage(requests.drill),
  interview: fromPage(requests.interview),
  predict: fromPage(requests.predict),
  progress: fromPage(requests.progress),
  quiz: fromPage(requests.quiz),
  runs: fromPage(requests.runs),
};

// A kind of request that is added must be known here, or the page's wish would be refused.
type Covers<Kinds, Name extends PageName> = Kinds extends z.infer<(typeof requests)[Name]>['kind']
  ? true
  : never;
export const covered: readonly true[] = [
  true satisfies Covers<AnswerRequest['kind'], 'answer'>,
  true satisfies Covers<CheatSheetRequest['kind'], 'cheat-sheet'>,
  true satisfies Covers<DrillRequest['kind'], 'drill'>,
  true satisfies Covers<InterviewRequest['kind'], 'interview'>,
  true satisfies Covers<PredictRequest['kind'], 'predict'>,
  true satisfies Covers<ProgressRequest['kind'], 'progress'>,
  true satisfies Covers<QuizRequest['kind'], 'quiz'>,
  true satisfies Covers<RunsRequest['kind'], 'runs'>,
];

/** How many characters the longest message that is right may hold as a prediction. */
export function predictionLength(message: unknown): number {
  const { request } = message as { request?: { prediction?: { lines: readonly string[] } } };
  return request?.prediction?.lines.reduce((sum, line) => sum + line.length + 1, 0) ?? 0;
}
