import { l10n } from 'vscode';
import { beliefs } from '../../explain/beliefs.ts';
import type { Readiness } from '../../study/interview/readiness.ts';
import type { Interviewed } from '../../study/interview/interviewed.ts';
import { readinessBounds } from '../../study/interview/readiness.ts';
import type { Report } from '../../study/interview/report.ts';
import type { ReportTexts } from '../../study/interview/report-markdown.ts';
import type { ProgramRun } from '../../study/interview/interview-program.ts';
import { beliefClaim } from '../ui/drill-texts.ts';
import { clockText } from '../../shared/clock-text.ts';
import { levelNames } from '../ui/grade-names.ts';
import { dateText, gapText, rehearsalText, scoreText } from '../ui/interview-texts.ts';

/** Everything that a report says, on its page and in its document. */
export function reportTexts(report: Report): ReportTexts {
  const { interview, earlier } = report;
  return {
    title: l10n.t('Mock interview: {0}', rehearsalText(interview)),
    facts: factsOf(report),
    verdict: verdictOf(report),
    earlier: earlier.map(({ at, scores }) => {
      const told = [dateText(at), scoreText(scores.points), scoreText(scores.own)];
      return isJudged(interview)
        ? l10n.t('{0}: result {1}, confidence {2}', ...told)
        : l10n.t('{0}: {1} by the key points, {2} by your own rating', ...told);
    }),
    readiness: readinessText(report.readiness, levelNames()[interview.level]),
    headings: {
      topics: l10n.t('By topic'),
      answers: l10n.t('Answers'),
      review: l10n.t('What to review'),
      notes: l10n.t('Notes'),
      earlier: l10n.t('Earlier interviews of this kind'),
      readiness: l10n.t('Readiness'),
    },
    columns: {
      question: l10n.t('Question'),
      topic: l10n.t('Topic'),
      answers: l10n.t('Answers'),
      time: l10n.t('Time'),
      own: isJudged(interview) ? l10n.t('Confidence') : l10n.t('Your rating'),
      points: isJudged(interview) ? l10n.t('Result') : l10n.t('Key points'),
      gap: l10n.t('Gap'),
    },
    nothingMissed: l10n.t('You missed nothing in what you answered.'),
    yourAnswer: l10n.t('What you wrote:'),
    printed: l10n.t('What the run printed:'),
    believed: believedText,
    wrong: l10n.t('Your answer was wrong.'),
    score: scoreText,
    gap: gapText,
    time: clockText,
  };
}

/** Undefined for a belief that only another version knows. */
function believedText({ belief, isNamed }: ProgramRun): string | undefined {
  const says = beliefs.find(({ id }) => id === belief)?.says;
  return says === undefined ? undefined : `${beliefClaim(isNamed === true)} ${says}`;
}

function factsOf({ interview: { at, items, drawn, elapsedMs } }: Report): readonly string[] {
  const left = drawn - items.length;
  return [
    dateText(at),
    l10n.t('Time: {0}', clockText(elapsedMs)),
    left === 0
      ? l10n.t('Answered: {0}', items.length)
      : l10n.t('Answered: {0} of {1}', items.length, drawn),
  ];
}

/** Its answers are right or wrong; what one rates oneself is how sure one is. */
const isJudged = ({ format }: Interviewed): boolean => format === 'assessment';

function verdictOf({ scores, interview }: Report): readonly string[] {
  if (!scores) return [l10n.t('You answered nothing, so there is nothing to score.')];
  const { own, points, gap } = scores;
  if (points === undefined || gap === undefined) {
    return [l10n.t('Your rating: {0} of 4. Nothing could be judged.', scoreText(own))];
  }
  if (isJudged(interview)) return judgedVerdict(interview, { own, gap });
  const all = l10n.t(
    'Your rating: {0} of 4. By the key points: {1} of 4.',
    ...[scoreText(own), scoreText(points)],
  );
  const compared =
    gap >= gapToTell
      ? l10n.t('You rated yourself {0} higher than the key points do.', scoreText(gap))
      : gap <= -gapToTell
        ? l10n.t('You rated yourself {0} lower than the key points do.', scoreText(-gap))
        : l10n.t('Your rating and the key points agree.');
  return [all, compared];
}

function judgedVerdict(
  { items }: Interviewed,
  { own, gap }: { readonly own: number; readonly gap: number },
): readonly string[] {
  const judged = items.flatMap(({ points }) => points);
  const right = judged.filter(({ said }) => said).length;
  const all = l10n.t(
    'Right: {0} of {1}. Your confidence: {2} of 4.',
    ...[right, judged.length, scoreText(own)],
  );
  const compared =
    gap >= gapToTell
      ? l10n.t('Your confidence is higher than your results, by {0}.', scoreText(gap))
      : gap <= -gapToTell
        ? l10n.t('Your confidence is lower than your results, by {0}.', scoreText(-gap))
        : l10n.t('Your confidence and your results agree.');
  return [all, compared];
}

/** Smaller ones are a matter of rounding. */
const gapToTell = 0.35;

/** What the last interviews say, with the reasons. */
export function readinessText(readiness: Readiness, level: string): readonly string[] {
  const { count, average, least } = readinessBounds;
  if (readiness.kind === 'tooFew') {
    return [
      l10n.t(
        'Readiness is shown after {0} mock interviews at the {1} level in which you answered at least half. So far: {2}.',
        ...[count, level, readiness.count],
      ),
    ];
  }
  const scores = readiness.scores.map(scoreText).join(', ');
  const said =
    readiness.kind === 'ready'
      ? l10n.t(
          'Your last {0} mock interviews at the {1} level suggest that you are ready.',
          count,
          level,
        )
      : l10n.t(
          'Your last {0} mock interviews at the {1} level suggest that you need more practice.',
          ...[count, level],
        );
  return [
    said,
    l10n.t(
      'They scored {0}: {1} on average, with a lowest score of {2}. Ready means at least {3} on average and none below {4}.',
      ...[scores, scoreText(readiness.average), scoreText(readiness.lowest), average, least],
    ),
    l10n.t(
      "This is based on what you ticked and on the questions that were drawn. It isn't a promise: a real interview asks other questions.",
    ),
  ];
}
