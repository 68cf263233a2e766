import * as l10n from '@vscode/l10n';
import type { Trace } from '../../shared/timeline.ts';
import { createTimeline, type TimelineHandle } from './timeline.ts';

/** Draws a run as a whole, to be compared with another one; one that is imagined says so. */
export function drawPlain(place: HTMLElement, trace: Trace): TimelineHandle {
  const label = trace.imagined
    ? l10n.t('Imagined timeline, not a recording')
    : l10n.t('Timeline of this run');
  return createTimeline(place, {
    recording: { run: 0, trace, explanations: { pairs: [] } },
    code: '',
    plain: { label },
  });
}
