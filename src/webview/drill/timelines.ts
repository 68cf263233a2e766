import * as l10n from '@vscode/l10n';
import type { DrillTimelines } from '../../shared/drill.ts';
import type { Trace } from '../../shared/timeline.ts';
import { createTimeline } from '../timeline/timeline.ts';

/** Draws the run, and what each belief makes of it, where the page has room for them. */
export function showTimelines({ recorded, imagined }: DrillTimelines, signal: AbortSignal): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-timeline]')];
  const handles = places.flatMap((place) => {
    const { belief } = place.dataset;
    const trace =
      belief === undefined ? recorded : imagined.find((one) => one.belief === belief)?.trace;
    return trace ? [draw(place, trace)] : [];
  });
  signal.addEventListener('abort', () => {
    for (const handle of handles) handle.dispose();
  });
}

function draw(place: HTMLElement, trace: Trace) {
  const label = trace.imagined
    ? l10n.t('Imagined timeline, not a recording')
    : l10n.t('Timeline of this run');
  return createTimeline(place, {
    recording: { run: 0, trace, explanations: { pairs: [] } },
    code: '',
    plain: { label },
  });
}
