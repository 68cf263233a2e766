import { l10n } from 'vscode';
import type { BeliefProgress } from '../../drill/belief-progress.ts';
import { beliefOf } from '../../explain/beliefs.ts';
import type { KeptInterview } from '../../study/interview/interview-projection.ts';
import { scoresOf, type Scores } from '../../study/interview/scores.ts';
import { numberOfDay } from '../../study/study-day.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { dateText, gapText, rehearsalText, scoreText } from '../ui/interview-texts.ts';
import { interviewDots, interviewMarks } from './charts/interview-chart.ts';
import { inText, legend } from './charts/marks.ts';
import { chartLabel } from './review-sections.ts';
import { none, type Cell, type Section } from './section.ts';
import { countCell, dayFormat } from './words.ts';
import { withoutBackticks } from '../ui/without-backticks.ts';

/**
 * What became of the beliefs that answers of the drill fitted.
 * @param named how many the log has
 * @param beliefs undefined while they are worked out, and fewer than named where that fails
 */
export function beliefsSection(
  named: number,
  beliefs: readonly BeliefProgress[] | undefined,
): Section {
  const title = l10n.t('Beliefs About the Event Loop');
  const actions = [{ do: 'drill' as const, text: l10n.t('Drill') }];
  if (!beliefs || beliefs.length === 0) {
    const about = unknownBeliefs(named, beliefs !== undefined);
    return { id: 'beliefs', title, about: [about], actions };
  }
  const names = { held: l10n.t('Held'), shaken: l10n.t('Shaken'), gone: l10n.t('Gone') };
  const icons = { held: 'circle-filled', shaken: 'circle-large-outline', gone: 'pass' };
  return {
    ...{ id: 'beliefs', title, actions },
    about: [
      l10n.t(
        'Your answers in the drill matched these. Select one for five programs that contradict it. A right answer to such a program shakes the belief; after enough recent ones, it is gone. It returns when an answer matches it again.',
      ),
    ],
    table: {
      caption: l10n.t('Beliefs that your answers matched, most recent first'),
      heads: [
        { text: l10n.t('Belief') },
        { text: l10n.t('State') },
        { text: l10n.t('Wrong'), isNumber: true },
        { text: l10n.t('Solved since'), isNumber: true },
      ],
      rows: beliefs.map(({ belief, state, right, asked, wrong }) => {
        const { says } = beliefOf(belief);
        const text = withoutBackticks(says);
        const icon = `<span class="codicon codicon-${icons[state]}" aria-hidden="true"></span>`;
        return [
          { text, html: `<a href="#" data-belief="${escapeHtml(belief)}">${withCode(says)}</a>` },
          {
            text: names[state],
            html: `<span class="state ${state}">${icon}${escapeHtml(names[state])}</span>`,
          },
          asked === 0 ? none : { text: l10n.t('{0} of {1}', wrong, asked), csv: wrong },
          countCell(right),
        ];
      }),
    },
  };
}

function unknownBeliefs(named: number, isOver: boolean): string {
  if (named === 0) {
    return l10n.t(
      "A wrong prediction breaks a rule of the event loop. The drill names the belief behind it once your answers match one; so far, they haven't.",
    );
  }
  return isOver
    ? l10n.t("Couldn't work out the state of these beliefs.")
    : l10n.t('Your answers are being compared with the beliefs…');
}

/** Plain text with code in backticks. */
const withCode = (text: string): string =>
  escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** So many have room in the chart; the table has all. */
const mostInChart = 12;

/** The scores of mock interviews. @param interviews the oldest first */
export function interviewsSection(interviews: readonly KeptInterview[]): Section {
  const title = l10n.t('Mock Interviews');
  const actions = [{ do: 'interview' as const, text: l10n.t('Start Mock Interview…') }];
  const scored = interviews.flatMap((interview) => {
    const scores = scoresOf(interview.items);
    return scores ? [{ interview, scores }] : [];
  });
  if (scored.length === 0) {
    const about = l10n.t(
      'You rate each answer before you see its key points. Both scores, and the gap between them, are shown here after your first interview.',
    );
    return { id: 'interviews', title, about: [about], actions };
  }
  const day = dayFormat({ day: 'numeric', month: 'short' });
  const own = l10n.t('Your rating');
  const points = l10n.t('By the key points');
  return {
    ...{ id: 'interviews', title, actions },
    about: [
      scored.length === 1
        ? l10n.t('You have done 1 mock interview.')
        : l10n.t('You have done {0} mock interviews.', scored.length),
      l10n.t(
        'Scores are from 1 to 4. A gap above 0 means that you rated yourself higher than the key points do.',
      ),
    ],
    chart: `${interviewDots({
      label: chartLabel(title),
      scores: scored.slice(-mostInChart).map(({ interview, scores }) => ({
        ...{ own: scores.own, points: scores.points },
        date: day(numberOfDay(interview.at)),
        told: l10n.t(
          '{0}: your rating {1}, by the key points {2}',
          ...[rehearsalText(interview), scoreText(scores.own), scoreText(scores.points)],
        ),
      })),
    })}${legend([
      [inText(interviewMarks.own()), escapeHtml(own)],
      [inText(interviewMarks.points()), escapeHtml(points)],
    ])}`,
    table: {
      caption: l10n.t('Mock interviews, most recent first'),
      heads: [
        { text: l10n.t('Interview') },
        { text: l10n.t('Date') },
        { text: own, isNumber: true },
        { text: points, isNumber: true },
        { text: l10n.t('Gap'), isNumber: true },
      ],
      rows: scored.toReversed().map(({ interview, scores }) => interviewRow(interview, scores)),
    },
  };
}

function interviewRow(interview: KeptInterview, { own, points, gap }: Scores): readonly Cell[] {
  const text = rehearsalText(interview);
  const html = `<a href="#" data-report="${escapeHtml(interview.id)}">${escapeHtml(text)}</a>`;
  return [
    { text, html },
    { text: dateText(interview.at), csv: new Date(interview.at).toISOString() },
    { text: scoreText(own), csv: rounded(own) },
    points === undefined ? none : { text: scoreText(points), csv: rounded(points) },
    gap === undefined ? none : { text: gapText(gap), csv: rounded(gap) },
  ];
}

const rounded = (score: number): number => Math.round(score * 100) / 100;
