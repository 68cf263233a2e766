import * as vscode from 'vscode';
import { compareSteps, worst } from '../../inline/compared.ts';
import type { PlaceVerdict } from '../../inline/compared.ts';
import { createRunResults } from '../../inline/line-results.ts';
import type { LineResults, RunResults } from '../../inline/line-results.ts';
import { placeOfError } from '../../inline/printed.ts';
import type { SourceLine } from '../../inline/printed.ts';
import { readSteps, withPlaces } from '../../inline/predicted.ts';
import type { PredictedStep } from '../../inline/predicted.ts';
import { orderLines } from '../../order/order-lines.ts';
import type { Order } from '../../order/order.ts';
import type { OutputLine } from '../../order/output.ts';
import { readPrediction } from '../../order/read-prediction.ts';
import type { Verdict } from '../../order/verdict.ts';
import type { RunResult } from '../../runner/model.ts';
import type { Explanations } from '../../trace/explanation.ts';
import { explainWrong } from '../subject/explain-wrong.ts';
import type { Work } from '../threads/work.ts';
import type { Subject } from '../subject/subject.ts';
import { verdictOf } from '../subject/verdict-of.ts';
import { uriOfFile } from './uri-of-file.ts';
import { verdictText } from './verdict-text.ts';
import type { VerdictText } from './verdict-text.ts';

/** A prediction that was written beside lines, and what became of it. */
export interface JudgedPrediction {
  readonly verdict: Verdict;
  readonly text: VerdictText;
  /** The lines as they were judged. */
  readonly lines: readonly string[];
  /** Why the first pair of lines stands the other way round, where the prediction is wrong. */
  readonly wrong?: Explanations['wrong'];
  /** Places with a number that no line of the output stands at: calls through other files, and what printed nothing. */
  readonly beside: readonly LineResults[];
  /** Of what one place printed, or did not. */
  of(results: LineResults): PlaceVerdict | undefined;
}

/** What a prediction is judged by beside the run. */
export interface JudgedAgainst {
  readonly subject: Subject;
  readonly expect: Order | undefined;
  /** What runs printed that were not recorded. */
  readonly seen: readonly (readonly OutputLine[])[];
  readonly work: Pick<Work, 'do'>;
}

/** @param steps files are named by the URI of the real file */
export async function judgePrediction(
  steps: readonly PredictedStep[],
  result: RunResult,
  results: RunResults,
  { subject, expect, seen, work }: JudgedAgainst,
): Promise<JudgedPrediction> {
  const { trace, ended, error } = result;
  const truncated = ended !== 'exit';
  const thrown = error && placeOfError(error);
  const plain = trace && {
    ...{ lines: result.lines, trace, nameOf: uriOfFile },
    ...(thrown && { thrown }),
  };
  const isByPlace = expect === undefined && steps.some(({ text }) => text === undefined);
  const run = plain && isByPlace ? withPlaces(plain, markOf) : plain;
  const nothing = vscode.l10n.t('(nothing printed here)');
  const read = run
    ? readSteps(steps, run, nothing)
    : {
        texts: steps.map(({ text = nothing }) => text),
        meant: steps.map(() => []),
        from: [...steps.keys()],
        sizes: steps.map(() => 1),
      };
  const actual = run?.lines ?? result.lines;
  const lines = readPrediction(read.texts, {
    actual,
    ...(expect !== undefined && { expected: orderLines(expect) }),
  });
  const recorded = run && { lines: run.lines, trace: run.trace };
  const by = { actual, truncated, expect, seen, ...(recorded && { recorded }) };
  const isReadable = run !== undefined || steps.every(({ text }) => text !== undefined);
  const verdict: Verdict = isReadable
    ? await verdictOf(subject, by, lines, work)
    : { kind: 'unknown', reason: 'unrecorded', at: 0 };
  const rows = await work.do('alignLines', lines, actual, verdict, truncated);
  const compared = compareSteps(read, lines, rows, verdict, actual.length);
  const wrong =
    trace && verdict.kind === 'wrong'
      ? await explainWrong(
          trace,
          { lines: rows.flatMap(({ predicted }) => predicted ?? []), at: verdict.at, expect },
          work,
        )
      : undefined;

  const placed = placedSteps(steps, read.meant, results);
  const ofGroup = (group: LineResults): PlaceVerdict | undefined => {
    const written = placed.get(group) ?? [];
    const isUnwritten = group.printed
      .map(({ number }) => number - 1)
      .filter((line) => !read.meant.some((meant) => meant.includes(line)));
    const missed = isUnwritten.map((line) => compared.lines[line]);
    const known = [
      ...written.map((step) => compared.steps[step] ?? 'unknown'),
      ...missed.map((one) => (one === 'missed' || one === undefined ? 'unknown' : one)),
    ];
    if (written.length === 0 && missed.length === 0) return undefined;
    const isMissed = missed.includes('missed');
    const kind = worst(known);
    return {
      kind: isMissed && (written.length === 0 || kind !== 'wrong') ? missedKind(verdict) : kind,
      predicted: written.map((step) => {
        const text = steps[step]?.text;
        return { number: step + 1, ...(text !== undefined && { text }) };
      }),
      isFirstWrong: written.some((step) => step === compared.firstWrong),
    };
  };
  return {
    verdict,
    text: verdictText(
      verdict,
      compared.firstWrong === undefined ? undefined : compared.firstWrong + 1,
    ),
    lines,
    ...(wrong && { wrong }),
    beside: [...placed.keys()].filter((group) => !results.groups.includes(group)),
    of: ofGroup,
  };
}

/** A line that is not predicted is no mistake where another output without it is possible, or nobody knows. */
const missedKind = ({ kind }: Verdict): PlaceVerdict['kind'] =>
  kind === 'wrong' ? 'missed' : kind === 'unknown' ? 'unknown' : 'other';

const markOf = ({ file, line }: SourceLine): string => {
  const at = vscode.l10n.t('line {0}', line);
  if (file === undefined) return `  (${at})`;
  return `  (${vscode.workspace.asRelativePath(vscode.Uri.parse(file))}, ${at})`;
};

/** The steps of each place: those of the output where they are, and others with what was printed through them. */
function placedSteps(
  steps: readonly PredictedStep[],
  meant: readonly (readonly number[])[],
  results: RunResults,
): Map<LineResults, number[]> {
  const idOf = ({ file, line }: SourceLine) =>
    `${file === undefined ? '' : uriOfFile(file)} ${line}`;
  const known = new Map(results.groups.map((group) => [idOf(group.place), group]));
  const byPlace = new Map<string, number[]>();
  for (const [at, { place }] of steps.entries()) {
    const id = idOf(place);
    byPlace.set(id, [...(byPlace.get(id) ?? []), at]);
  }
  const placed = new Map<LineResults, number[]>();
  for (const [id, written] of byPlace) {
    const place = steps[written[0] ?? 0]?.place;
    const group = known.get(id) ?? (place && groupAt(place, written, meant, results));
    if (group) placed.set(group, written);
  }
  return placed;
}

function groupAt(
  place: SourceLine,
  written: readonly number[],
  meant: readonly (readonly number[])[],
  { all }: RunResults,
): LineResults {
  const lines = new Set(written.flatMap((step) => meant[step] ?? []));
  const through = [...lines].sort((one, other) => one - other).flatMap((line) => all[line] ?? []);
  const [group] = createRunResults(through.map((printed) => ({ ...printed, place }))).groups;
  return group ?? { place, printed: [], phases: new Set(), streams: new Set() };
}
