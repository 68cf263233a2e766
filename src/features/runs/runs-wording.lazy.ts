import { l10n } from 'vscode';
import type { ModuleKind } from '../../bank/model.ts';
import type { Note, ReportText } from '../../shared/runs.ts';
import type { Obstacle } from '../../program/module-obstacle.ts';
import { nodeProblemText, noNodeText } from '../ui/node-problem-texts.ts';
import type { Difference } from './differences.ts';
import { manyWords } from './many-words.ts';
import type { Wording } from './runs-dependencies.ts';
import type { EverywhereSummary } from './summaries.ts';

/** Results in the user's language. */
export const wording: Wording = {
  many: manyWords,
  everywhere: everywhereWords,
  obstacle: obstacleWords,
  difference,
  problem: nodeProblemText,
  noNode: noNodeText,
};

/** A rule speaks for itself: its words come with it. */
function difference(found: Difference): Note {
  if (found.kind !== 'rule') return { text: differenceWords()[found.kind] };
  const { title, text, source } = found.explanation;
  return { text, rule: { title, source } };
}

function everywhereWords(summary: EverywhereSummary): ReportText {
  return { ...verdict(summary), details: everywhereDetails(summary) };
}

function verdict(summary: EverywhereSummary): Pick<ReportText, 'look' | 'title'> {
  const { versions, outputs, impossible, going, versionsAgree, bothKinds } = summary;
  if (outputs === 0) return { look: going ? 'neutral' : 'warning', title: l10n.t('No output yet') };
  if (impossible) return { look: 'wrong', title: l10n.t('An output that should be impossible') };
  if (outputs === 1 && summary.worded && !going) {
    return { look: 'neutral', title: l10n.t('Only the wording of errors differs') };
  }
  if (outputs === 1 && summary.open) {
    const title =
      versions === 1
        ? l10n.t('A race that went the same way each time')
        : l10n.t('A race that went the same way everywhere');
    return { look: 'neutral', title };
  }
  if (outputs === 1) {
    const title = sameEverywhere(versions);
    return { look: 'right', title: going ? l10n.t('The same output so far') : title };
  }
  if (versionsAgree && bothKinds) {
    return {
      look: 'neutral',
      title: l10n.t('The module type decides'),
    };
  }
  return { look: 'neutral', title: causeTitle(summary) };
}

function causeTitle({ cause, versions, outputs }: EverywhereSummary): string {
  if (cause === 'race') {
    return versions === 1 ? l10n.t('A race') : l10n.t('A race, not the version');
  }
  if (cause === 'errorTexts') return l10n.t('Only the wording of errors differs');
  return l10n.t('{0} different outputs', outputs);
}

function sameEverywhere(versions: number): string {
  if (versions === 1) return l10n.t('The same output every time');
  return versions === 2
    ? l10n.t('The same output on both versions of Node.js')
    : l10n.t('The same output on all {0} versions of Node.js', versions);
}

function everywhereDetails(summary: EverywhereSummary): string[] {
  const { nodes, outputs, impossible, going, versionsAgree, bothKinds, cut, failed, cause } =
    summary;
  if (going) return [];
  const details: string[] = [];
  if (impossible) {
    details.push(
      l10n.t(
        "The snippet's author didn't expect what it printed. The mistake is in the snippet or in Loopwise, not in your reading of it.",
      ),
    );
  } else if (outputs > 1 && versionsAgree && bothKinds) {
    details.push(
      l10n.t('Every version of Node.js prints the same here, but CommonJS and ES module differ.'),
    );
  } else if (outputs === 1 && summary.open) {
    details.push(
      l10n.t("It's still a race: Node.js doesn't guarantee this order."),
      l10n.t('Run it many times on one Node.js to see how often each order occurs.'),
    );
  } else if (outputs === 1 && !summary.worded && nodes > 1 && bothKinds) {
    details.push(l10n.t('Neither the version nor the module type makes a difference here.'));
  }
  if (!impossible && cause === 'race') {
    details.push(
      l10n.t('{0} different outputs were printed.', outputs),
      l10n.t(
        'More than one output is possible on the same Node.js: which one is printed varies from run to run.',
      ),
    );
  }
  if (!impossible && summary.worded && outputs > 1) {
    details.push(l10n.t('Outputs that differ only in how errors are worded are counted as one.'));
  }
  if (!impossible && outputs === 1 && summary.worded) {
    details.push(l10n.t('The order, and what the program itself prints, are the same everywhere.'));
  }
  if (nodes === 1) {
    details.push(
      l10n.t(
        'Only one Node.js was found. Install another version, for example with nvm, fnm or Volta, to compare.',
      ),
    );
  }
  if (cut) {
    details.push(
      l10n.t('Some runs were stopped by a limit. What they would have printed next is unknown.'),
    );
  }
  if (failed > 0) details.push(l10n.t("Some of the Node.js installations couldn't be started."));
  return details;
}

function obstacleWords(kind: ModuleKind, obstacle: Obstacle): string {
  if (obstacle.kind === 'syntax') {
    return l10n.t(
      'Not run as an ES module: the code uses syntax that ES modules don\'t allow, such as a "return" outside of functions.',
    );
  }
  if (obstacle.kind === 'place') {
    return kind === 'mjs'
      ? l10n.t(
          'Not run as an ES module: the code loads other files or asks for its path, so it runs only in place, and as CommonJS like its file.',
        )
      : l10n.t(
          'Not run as CommonJS: the code loads other files or asks for its path, so it runs only in place, and as an ES module like its file.',
        );
  }
  if (kind === 'mjs') {
    return l10n.t(
      'Not run as an ES module: the code uses "{0}", which only CommonJS has.',
      obstacle.what,
    );
  }
  return obstacle.what === 'await'
    ? l10n.t(
        'Not run as CommonJS: the code uses "await" outside of functions, which only ES modules allow.',
      )
    : l10n.t(
        'Not run as CommonJS: the code uses "{0}", which only ES modules have.',
        obstacle.what,
      );
}

function differenceWords(): Readonly<Record<Exclude<Difference['kind'], 'rule'>, string>> {
  return {
    race: l10n.t(
      'More than one order is possible on the same Node.js, so part of the difference may be chance. Run it many times on one Node.js to see how often each order occurs.',
    ),
    moduleBody: l10n.t(
      'CommonJS or ES module: the body of an ES module itself runs as a microtask. When it finishes, the microtasks that are queued run first, and process.nextTick callbacks after them. After a CommonJS script, process.nextTick callbacks run first.',
    ),
    strictMode: l10n.t(
      'CommonJS or ES module: an ES module is always in strict mode, and "this" outside of functions is undefined there instead of module.exports.',
    ),
    variants: l10n.t(
      'Between versions: the author of this snippet knows that versions of Node.js differ here.',
    ),
    errorTexts: l10n.t(
      "Between versions: errors and warnings are worded differently. Most of these texts are V8's and Node.js's own, which reword them from time to time.",
    ),
    unsettledAwait: l10n.t(
      'Between versions: when a top-level await never settles, exit handlers see the exit code 13 in Node.js 22 and later, and 0 in older versions.',
    ),
    negativeDelay: l10n.t(
      'Between versions: Node.js 24 and later print a warning to stderr about a negative delay.',
    ),
    streamChunks: l10n.t(
      'Between versions: in Node.js 26 and later, "for await" over a readable stream gets each pushed chunk, where older versions join them.',
    ),
    maybeRace: l10n.t(
      "The lines are the same, and the recording of a run doesn't show what decides their order. It may be a race that went the same way in each of the few runs: run it many times on one Node.js to see.",
    ),
    unexplained: l10n.t(
      "Loopwise doesn't know a rule that explains the difference. The outputs below are what these programs actually printed.",
    ),
  };
}
