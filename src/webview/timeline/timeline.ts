import type { Recording, Site, TimelineExport } from '../../shared/timeline.ts';
import type { TimelineTexts } from '../../shared/timeline-texts.ts';

export interface TimelineOptions {
  readonly recording: Recording;
  /** The snippet's text, for the lines that steps point at. */
  readonly code: string;
  readonly texts: TimelineTexts;
  /** The place in the source that the shown step is about; undefined when there is none. */
  readonly onSite: (site: Site | undefined) => void;
  readonly onExport: (timeline: TimelineExport) => void;
}

export interface TimelineHandle {
  dispose(): void;
}

/** Draws a recorded run into a container. */
export function createTimeline(container: HTMLElement, _options: TimelineOptions): TimelineHandle {
  return { dispose: () => container.replaceChildren() };
}
