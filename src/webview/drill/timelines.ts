import type { DrillTimelines } from '../../shared/drill.ts';
import { drawPlain } from '../timeline/draw-plain.ts';

/** Draws the run, and what each belief makes of it, where the page has room for them. */
export function showTimelines({ recorded, imagined }: DrillTimelines, signal: AbortSignal): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-timeline]')];
  const handles = places.flatMap((place) => {
    const { belief } = place.dataset;
    const trace =
      belief === undefined ? recorded : imagined.find((one) => one.belief === belief)?.trace;
    return trace ? [drawPlain(place, trace)] : [];
  });
  signal.addEventListener('abort', () => {
    for (const handle of handles) handle.dispose();
  });
}
