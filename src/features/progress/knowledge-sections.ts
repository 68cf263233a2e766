import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { levels, type Level } from '../../bank/levels.ts';
import { fewestForHardest, mostHardest, type HardCard } from '../../study/statistics/hardest.ts';
import type { Known, Mastery } from '../../study/statistics/mastery.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { levelNames } from '../ui/grade-names.ts';
import { inText, legend, mark, type Mark } from './charts/marks.ts';
import { masteryDots } from './charts/mastery-chart.ts';
import { chartLabel } from './review-sections.ts';
import { none, type Cell, type Section } from './section.ts';
import { countCell, knownCell, knownText, percentText, shareCell } from './words.ts';

/** What a level looks like in the chart. */
const looks: Readonly<Record<Level, readonly [mark: Mark, series: string]>> = {
  junior: ['circle', 'series-1'],
  mid: ['square', 'series-2'],
  senior: ['triangle', 'series-3'],
};

/** How long each topic would be remembered. @param topicTitle of an id */
export function masterySection(
  mastery: readonly Mastery[],
  topicTitle: (id: string) => string,
): Section {
  const title = l10n.t('How Long You Would Remember');
  const names = levelNames();
  const begun = mastery.filter(({ cards }) => cards > 0);
  const fresh = mastery.filter(({ cards }) => cards === 0).map(({ topic }) => topicTitle(topic));
  const dots = ({ levels }: Mastery) =>
    levels.flatMap(({ level, stability, cards }) => {
      if (stability === undefined) return [];
      const [shape, series] = looks[level];
      const told =
        cards === 1
          ? l10n.t('{0}, 1 card: {1}', names[level], knownText(stability))
          : l10n.t('{0}, {1} cards: {2}', names[level], cards, knownText(stability));
      return [{ days: stability, mark: shape, series, told }];
    });
  const list = new Intl.ListFormat(vscode.env.language, { type: 'unit' });
  return {
    ...{ id: 'mastery', title },
    about: [
      l10n.t(
        'Each mark shows how long after its last review you would still recall a typical card with a probability of {0}: its stability in FSRS. It grows each time you recall the card.',
        percentText(0.9),
      ),
      ...(fresh.length > 0 ? [l10n.t('Not started yet: {0}.', list.format(fresh))] : []),
    ],
    ...(begun.length > 0 && {
      chart: `${legend(
        levels.map((level) => {
          const [shape, series] = looks[level];
          return [inText(mark(shape, series)), escapeHtml(names[level])] as const;
        }),
      )}${masteryDots({
        label: chartLabel(title),
        rows: begun.map((one) => ({
          name: topicTitle(one.topic),
          typical: knownText(one.stability ?? 0),
          dots: dots(one),
        })),
        dayLabel: knownText,
      })}`,
    }),
    table: {
      caption: l10n.t('How long cards would be remembered, by topic and level'),
      heads: [
        { text: l10n.t('Topic') },
        { text: l10n.t('Level') },
        { text: l10n.t('Reviewed'), isNumber: true },
        { text: l10n.t('New'), isNumber: true },
        { text: l10n.t('Known for'), csv: l10n.t('Known for (days)'), isNumber: true },
        {
          text: l10n.t('Chance of recall today'),
          csv: l10n.t('Chance of recall today (0 to 1)'),
          isNumber: true,
        },
      ],
      rows: mastery.flatMap((topic) =>
        topic.levels.map((one) => [
          { text: topicTitle(topic.topic) },
          { text: names[one.level] },
          ...knownCells(one),
        ]),
      ),
    },
  };
}

const knownCells = ({ cards, fresh, stability, recall }: Known): readonly Cell[] => [
  ...[countCell(cards), countCell(fresh)],
  stability === undefined ? none : knownCell(stability),
  recall === undefined ? none : shareCell(recall),
];

/** The cards that are hardest to remember, each a link. */
export function hardestSection(
  hardest: readonly HardCard[],
  cardTitle: (card: HardCard['card']) => string,
  topicTitle: (id: string) => string,
): Section {
  const title = l10n.t('Hardest Cards');
  if (hardest.length === 0) {
    const about = l10n.t(
      'A card is listed here once you have reviewed it {0} times and forgotten it at least once.',
      fewestForHardest,
    );
    return { id: 'hardest', title, about: [about] };
  }
  return {
    ...{ id: 'hardest', title },
    about: [
      l10n.t(
        'Up to {0} cards that you forgot at least once, those with the highest difficulty in FSRS. Read the answer again, and say it in your own words.',
        mostHardest,
      ),
    ],
    table: {
      caption: l10n.t('Hardest cards, the most difficult first'),
      heads: [
        { text: l10n.t('Card') },
        { text: l10n.t('Topic') },
        { text: l10n.t('Reviews'), isNumber: true },
        { text: l10n.t('Forgotten'), isNumber: true },
        { text: l10n.t('Known for'), csv: l10n.t('Known for (days)'), isNumber: true },
      ],
      rows: hardest.map(({ card, reviews, again, stability }) => {
        const text = cardTitle(card);
        return [
          { text, html: `<a href="#" data-card="${escapeHtml(card.id)}">${escapeHtml(text)}</a>` },
          { text: topicTitle(card.topic) },
          ...[countCell(reviews), countCell(again), knownCell(stability)],
        ];
      }),
    },
    actions: [{ do: 'quizHardest', text: l10n.t('Quiz These Questions') }],
  };
}
