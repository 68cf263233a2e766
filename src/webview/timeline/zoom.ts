import { fittingZoom, LARGEST_ZOOM, type Layout, type Measures } from './layout.ts';
import type { RunView } from './run-view.ts';

/** How close the picture is looked at. */
export interface Zoom {
  /** The zoom for a picture that is about to be laid out. */
  level(view: RunView, measures: Measures): number;
  /** Brings back what was in sight before the zoom changed. */
  restore(layout: Layout, item: number): void;
  change(direction: 'in' | 'out' | 'fit'): void;
  dispose(): void;
}

const STEP = 1.5;
/** A run that nearly fits is fitted; others begin in full width. */
const NEARLY = 0.93;
/** Two of them are compared as wholes, even if a name loses its end. */
const NEARLY_PLAIN = 0.7;
const COMFORTABLE = 1.25;
/** Names that are spread over more screens are not read: such a run is fitted as a whole, without them. */
const MOST_SCREENS = 4;

/**
 * @param redraw lays the picture out anew
 * @param isPlain see `PlainTimeline`
 */
export function createZoom(scroller: HTMLElement, redraw: () => void, isPlain: boolean): Zoom {
  const nearly = isPlain ? NEARLY_PLAIN : NEARLY;
  /** `fit`: as much as fits with names that can be read; `all`: everything, as far out as it goes. */
  let chosen: number | 'fit' | 'all' | undefined;
  let current = 1;
  let smallest = 0;
  let width = scroller.clientWidth;
  let anchor: { readonly share: number; readonly offset: number } | undefined;

  function set(level: number, offset?: number): void {
    const next = Math.max(Math.min(1, smallest), Math.min(LARGEST_ZOOM, level));
    if (next === current) return;
    chosen = next <= smallest ? 'all' : next;
    if (offset !== undefined) {
      anchor = { share: (scroller.scrollLeft + offset) / scroller.scrollWidth, offset };
    }
    redraw();
  }

  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const offset = event.clientX - scroller.getBoundingClientRect().left;
    set(current * Math.exp(-event.deltaY / 300), offset);
  };
  scroller.addEventListener('wheel', onWheel, { passive: false });
  const resized = new ResizeObserver(() => {
    if (scroller.clientWidth === width || scroller.clientWidth === 0) return;
    width = scroller.clientWidth;
    if (typeof chosen !== 'number') redraw();
  });
  resized.observe(scroller);

  return {
    level(view, measures) {
      const fitting = fittingZoom(view, measures, Math.max(1, scroller.clientWidth - 2));
      smallest = fitting;
      const { readable } = measures;
      const isLong = fitting < readable / MOST_SCREENS;
      if (chosen === 'all' || (chosen === 'fit' && isLong)) {
        current = Math.min(fitting, COMFORTABLE);
      } else if (chosen === 'fit') {
        current = Math.max(Math.min(fitting, COMFORTABLE), readable);
      } else current = chosen ?? (fitting >= nearly ? Math.min(fitting, COMFORTABLE) : 1);
      return current;
    },
    restore(layout, item) {
      const box = layout.boxes[item];
      if (anchor) {
        scroller.scrollLeft = anchor.share * layout.width - anchor.offset;
        anchor = undefined;
      } else if (box) {
        const { scrollLeft, clientWidth } = scroller;
        const seen = box.x >= scrollLeft && box.x + box.width <= scrollLeft + clientWidth;
        if (!seen) scroller.scrollLeft = box.x - clientWidth / 4;
      }
    },
    change(direction) {
      if (direction === 'fit') {
        chosen = 'fit';
        redraw();
      } else {
        set(direction === 'in' ? current * STEP : current / STEP);
      }
    },
    dispose() {
      resized.disconnect();
      scroller.removeEventListener('wheel', onWheel);
    },
  };
}
