import * as l10n from '@vscode/l10n';
import type { Trace } from '../../shared/timeline.ts';

/** What a recording leaves out or may have changed; an empty text where there is nothing to say. */
export function noteOf({ untraced, altered = [] }: Pick<Trace, 'untraced' | 'altered'>): string {
  const notes = {
    worker: l10n.t('What happens inside worker threads is not recorded, only what they print.'),
    process: l10n.t('What happens inside child processes is not recorded, only what they print.'),
  };
  return [
    ...untraced.map((kind) => notes[kind]),
    ...(altered.length > 0 ? [alteredText(altered.join(', '))] : []),
  ].join(' ');
}

const alteredText = (names: string): string =>
  l10n.t(
    "Recording can change the results of {0}: a run that isn't recorded may print other values.",
    names,
  );
