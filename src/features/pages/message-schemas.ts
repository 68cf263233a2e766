import * as z from 'zod/mini';
import type { AnswerPageMessage } from '../../shared/answer.ts';
import type { CheatSheetMessage } from '../../shared/cheat-sheet.ts';
import type { FromPage } from '../../shared/code-page.ts';
import { noteLimit } from '../../shared/note-limit.ts';
import type { PageRequest as PredictRequest } from '../../shared/predict.ts';
import type { PageRequest as RunsRequest } from '../../shared/runs.ts';

/** Characters of a prediction: each is one line of the log that every window reads. */
export const predictionLimit = 200_000;

/** Names, ids and addresses. */
const short = z.string().check(z.maxLength(2000));
const place = z.int().check(z.minimum(0));
const kind = <Kind extends string>(name: Kind) => z.literal(name);

/** Long enough to be refused by what is asked for, with a message for the user. */
const note = z.string().check(z.maxLength(50 * noteLimit));
const draft = z.object({ text: note, base: note });

const answerActions = [
  z.object({ kind: kind('tick'), point: short, on: z.boolean() }),
  z.object({ kind: kind('answer'), check: short, choice: place }),
  z.object({ kind: kind('bookmark'), on: z.boolean() }),
  z.object({ kind: kind('note'), ...draft.shape }),
  z.object({ kind: kind('openQuestion'), question: short }),
  z.object({ kind: kind('openLink'), url: short }),
  z.object({ kind: z.enum(['copy', 'run', 'predict']), block: place }),
  z.object({ kind: z.enum(['runSnippet', 'predictSnippet']), snippet: short }),
  z.object({ kind: z.enum(['copyLink', 'showList', 'showLog', 'reload']) }),
] as const;

const numbered = z.object({ page: place, request: place });
const answer = z.union([
  z.object({ kind: kind('ready'), page: place, colors: z.string() }),
  z.object({ kind: kind('shown'), page: place }),
  z.object({ kind: kind('draft'), page: place, draft: z.optional(draft) }),
  ...answerActions.map((action) => z.intersection(numbered, action)),
]);

const cheatSheet = z.union([
  z.object({ kind: kind('ready') }),
  z.object({ kind: kind('level'), level: z.enum(['junior', 'mid', 'senior']) }),
  z.object({ kind: kind('openQuestion'), question: short }),
  z.object({ kind: kind('openLink'), url: short }),
  z.object({ kind: kind('export'), format: z.enum(['markdown', 'html', 'print']) }),
]);

const limits = ['run.timeLimit', 'run.memoryLimit', 'run.lineLimit'] as const;

const predictRequest = z.union([
  z.object({
    kind: kind('predict'),
    prediction: z.object({ mode: z.enum(['cards', 'typed']), lines: z.array(z.string()) }),
  }),
  z.object({ kind: kind('openQuestion'), question: z.optional(short) }),
  z.object({
    kind: kind('saveTimeline'),
    timeline: z.object({ format: z.enum(['svg', 'markdown']), text: z.string() }),
  }),
  z.object({ kind: kind('openSetting'), setting: z.enum(['node.path', ...limits]) }),
  z.object({
    kind: z.enum(['run', 'cancel', 'nextUnsolved', 'runManyTimes', 'runEverywhere', 'manageTrust']),
  }),
]);

const runsRequest = z.union([
  z.object({ kind: kind('start'), mode: kind('many'), count: z.int().check(z.minimum(1)) }),
  z.object({ kind: kind('start'), mode: kind('everywhere') }),
  z.object({ kind: kind('openSetting'), setting: z.enum(['runs.count', ...limits]) }),
  z.object({
    kind: z.enum(['cancel', 'predict', 'openQuestion', 'selectRuntime', 'manageTrust']),
  }),
]);

const ofPage = z.object({ page: short });
const ofScript = z.object({ kind: z.enum(['ready', 'shown']) });
const fromCodePage = <Request extends z.ZodMiniType>(request: Request) =>
  z.intersection(ofPage, z.union([ofScript, z.intersection(z.object({ id: place }), request)]));

/** What each page may say, by the name of its bundle. */
export const pageMessages = {
  answer,
  'cheat-sheet': cheatSheet,
  predict: fromCodePage(predictRequest),
  runs: fromCodePage(runsRequest),
} as const satisfies Record<string, z.ZodMiniType>;

// A kind of message that is added must be known here, or the page's wish would be refused.
type Says<Page extends keyof typeof pageMessages> = z.infer<(typeof pageMessages)[Page]>['kind'];
type Covers<Kinds, Page extends keyof typeof pageMessages> =
  Kinds extends Says<Page> ? true : never;
export const covered: readonly true[] = [
  true satisfies Covers<AnswerPageMessage['kind'], 'answer'>,
  true satisfies Covers<CheatSheetMessage['kind'], 'cheat-sheet'>,
  true satisfies Covers<FromPage<PredictRequest>['kind'], 'predict'>,
  true satisfies Covers<FromPage<RunsRequest>['kind'], 'runs'>,
];

/** How many characters the longest message that is right may hold as a prediction. */
export function predictionLength(message: unknown): number {
  const { prediction } = message as { prediction?: { lines: readonly string[] } };
  return prediction?.lines.reduce((sum, line) => sum + line.length + 1, 0) ?? 0;
}
