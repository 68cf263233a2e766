import type { Explanation } from '../../shared/timeline.ts';
import type { TimelineTexts } from '../../shared/timeline-texts.ts';

/** Whether another run may have another order, in words. */
export function certaintyText(certainty: Explanation['certainty'], texts: TimelineTexts): string {
  return { certain: texts.orderCertain, race: texts.orderRace, unknown: texts.orderUnknown }[
    certainty
  ];
}
