import * as vscode from 'vscode';
import type {
  ExplainedRun,
  Explanation,
  JudgedPrediction,
  Line,
  Run,
} from '../../../docs/loopwise-api.d.ts';
import { displayText } from '../../order/line-text.ts';
import { cut } from './as-data.ts';

/** More than anybody asks about, and less than fills a model's memory. */
const mostLines = 200;
const mostPairs = 60;
const longestText = 500;

const textOf = (line: Line): string => cut(displayText(line), longestText);

/** What a model is told of a run whose order is explained. Lines are numbered from 1. */
export function factsOfRun(run: ExplainedRun): object {
  const { lines, pairs, notKnown } = run;
  const isCut = lines.length > mostLines || pairs.length > mostPairs;
  return {
    ...factsOfEnd(run),
    lines: lines.slice(0, mostLines).map(({ site, phase, ...line }, at) => ({
      ...{ number: at + 1, stream: line.stream, text: textOf(line) },
      ...(site && { printedAtLine: site.line }),
      ...(phase && { phase }),
    })),
    pairs: pairs.slice(0, mostPairs).map(({ earlier, later, explanation }) => ({
      ...{ earlier: earlier + 1, later: later + 1 },
      ...factsOfExplanation(explanation),
    })),
    notKnown: [
      ...notKnown,
      ...(isCut
        ? [
            vscode.l10n.t(
              'Only the beginning of the output is listed: it has {0} lines.',
              lines.length,
            ),
          ]
        : []),
    ],
  };
}

/**
 * What a model is told of a prediction: only where a wrong one goes wrong, so that the user can think again.
 * @param predicted as it was typed
 */
export function factsOfPrediction(
  { verdict, wrongPair, run, notKnown }: JudgedPrediction,
  predicted: readonly string[],
): object {
  const showsOutput = verdict.kind === 'exact' || verdict.kind === 'possible';
  return {
    verdict: verdict.kind,
    ...(verdict.kind === 'possible' && { thisRunDiffersFromLine: verdict.at + 1 }),
    ...(verdict.kind === 'wrong' && {
      firstWrongLine: verdict.at + 1,
      predictedThere: cut(predicted[verdict.at] ?? '', longestText),
      possibleThere: verdict.possible.slice(0, mostLines).map(textOf),
    }),
    ...(wrongPair && {
      wrongPair: {
        printedFirst: textOf(wrongPair.earlier),
        printedLater: textOf(wrongPair.later),
        ...factsOfExplanation(wrongPair.explanation),
        ...(wrongPair.misconception && { theUserMayBelieve: wrongPair.misconception }),
      },
    }),
    ...factsOfEnd(run),
    ...(showsOutput && { lines: run.lines.slice(0, mostLines).map(textOf) }),
    notKnown,
  };
}

function factsOfEnd({ node, ended, exitCode, signal, error }: Run): object {
  return {
    node: node.version,
    ended,
    ...(exitCode !== null && { exitCode }),
    ...(signal !== null && { signal }),
    ...(error && { error: { ...error, message: cut(error.message, longestText) } }),
  };
}

const factsOfExplanation = ({ certainty, title, text, source, question }: Explanation): object => ({
  ...{ certainty, rule: title, why: text, source: source.url, question },
});
