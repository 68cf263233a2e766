import type { Trace } from '../../shared/timeline.ts';
import type { TimelineTexts } from '../../shared/timeline-texts.ts';
import { fill } from '../../shared/fill.ts';

/** What a recording leaves out or may have changed; an empty text where there is nothing to say. */
export function noteOf(
  { untraced, altered = [] }: Pick<Trace, 'untraced' | 'altered'>,
  texts: Pick<TimelineTexts, 'untracedWorker' | 'untracedProcess' | 'altered'>,
): string {
  const notes = { worker: texts.untracedWorker, process: texts.untracedProcess };
  return [
    ...untraced.map((kind) => notes[kind]),
    ...(altered.length > 0 ? [fill(texts.altered, altered.join(', '))] : []),
  ].join(' ');
}
