import { l10n } from 'vscode';
import type { ReportText } from '../../shared/runs.ts';
import type { ManySummary } from './summaries.ts';

/** What many runs of one program mean. */
export function manyWords(summary: ManySummary): ReportText {
  const { look, title } = verdict(summary);
  return { look, title, details: summary.going ? [] : details(summary) };
}

function verdict(summary: ManySummary): Pick<ReportText, 'look' | 'title'> {
  const { going, done, distinct, meaning, impossible } = summary;
  if (done === 0) return { look: 'neutral', title: l10n.t('No run has finished yet') };
  if (impossible > 0) {
    return { look: 'wrong', title: l10n.t('An output that should be impossible') };
  }
  if (going) {
    const title =
      distinct === 1 ? l10n.t('One order so far') : l10n.t('{0} orders so far', distinct);
    return { look: 'neutral', title };
  }
  switch (meaning.kind) {
    case 'cut':
      return { look: 'warning', title: l10n.t('No run finished') };
    case 'same':
      return {
        look: summary.never === 0 && summary.expected ? 'right' : 'neutral',
        title:
          done === 1
            ? l10n.t('One run, one order')
            : l10n.t('The same order in all {0} runs', done - summary.cut),
      };
    case 'orders':
      return { look: 'neutral', title: l10n.t('A race: {0} orders', meaning.orders) };
    case 'texts':
      return { look: 'neutral', title: l10n.t('{0} different outputs', meaning.outputs) };
  }
}

function details(summary: ManySummary): string[] {
  const { done, wanted, cut, impossible, meaning, gaveUp } = summary;
  const sentences: string[] = [];
  if (impossible > 0) {
    const text =
      impossible === 1
        ? l10n.t("One run printed what the snippet's author didn't expect.")
        : l10n.t("{0} runs printed what the snippet's author didn't expect.", impossible);
    sentences.push(
      `${text} ${l10n.t('The mistake is in the snippet or in Loopwise, not in your reading of it.')}`,
    );
  } else for (const detail of meaningDetails(summary)) sentences.push(detail);
  if (meaning.kind !== 'cut' && cut > 0) {
    sentences.push(
      cut === 1
        ? l10n.t('One run was stopped by a limit and is listed last.')
        : l10n.t('{0} runs were stopped by a limit and are listed last.', cut),
    );
  }
  if (gaveUp) {
    sentences.push(
      l10n.t(
        'The first {0} runs were all stopped by a limit, so the other {1} were not started.',
        done,
        wanted - done,
      ),
    );
  }
  return sentences;
}

function meaningDetails(summary: ManySummary): string[] {
  switch (summary.meaning.kind) {
    case 'cut':
      return [
        l10n.t(
          'What is shown was printed until then. What would have been printed next is unknown.',
        ),
      ];
    case 'same':
      return [sameDetail(summary)];
    case 'orders':
      return [
        l10n.t(
          'The lines are the same, but their order differs: nothing in the code decides it. Code that relies on one of these orders works only some of the time.',
        ),
        ...neverDetail(summary),
      ];
    case 'texts':
      return [
        l10n.t(
          "Not only the order differs, but also what is printed: a time, a random number, an address, or a line that isn't always printed.",
        ),
        ...neverDetail(summary),
      ];
  }
}

function sameDetail(summary: ManySummary): string {
  const { expected, derived, never, byRule } = summary;
  if (derived && never !== 0) return `${derivedNever(never)} ${favourite()}`;
  if (!expected) {
    if (byRule === 'fixed') {
      return l10n.t(
        'Node.js guarantees this order: in a recorded run, its rules put each line after the one before it.',
      );
    }
    if (byRule === 'open') {
      return l10n.t("It's still a race: the rules of Node.js don't guarantee this order.");
    }
    return l10n.t(
      "That doesn't prove that the order is guaranteed: a race may nearly always go the same way.",
    );
  }
  if (never === 0) return l10n.t('No other order is possible.');
  const race =
    never === 1
      ? l10n.t("It's still a race: one more order is possible and was not observed.")
      : l10n.t(
          "It's still a race: {0} more orders are possible and were not observed.",
          never ?? '100+',
        );
  return `${race} ${favourite()}`;
}

const favourite = (): string =>
  l10n.t(
    'On this Node.js and this machine it nearly always goes the same way; on a busy machine it may not.',
  );

/** By rules, for code that nobody wrote an expectation for. */
function derivedNever(never: number | undefined): string {
  if (never === undefined) {
    return l10n.t('By the rules of Node.js, many more orders are possible and were not observed.');
  }
  return never === 1
    ? l10n.t('By the rules of Node.js, one more order is possible and was not observed.')
    : l10n.t('By the rules of Node.js, {0} more orders are possible and were not observed.', never);
}

function neverDetail({ expected, derived, never }: ManySummary): string[] {
  if (derived && never !== 0) return [derivedNever(never)];
  if (!expected) return [];
  if (never === undefined) return [l10n.t('Many more orders are possible and were not observed.')];
  if (never === 0) return [l10n.t('Every possible order was observed at least once.')];
  return [
    never === 1
      ? l10n.t('One more order is possible and was not observed.')
      : l10n.t('{0} more orders are possible and were not observed.', never),
  ];
}
