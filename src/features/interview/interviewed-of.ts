import type { Material } from '../../bank/material.ts';
import { elapsedAt } from '../../study/interview/clock.ts';
import type { Interviewed } from '../../study/interview/interviewed.ts';
import type { MockInterview } from '../../study/interview/mock-interview.ts';
import type { LoadedBank } from '../services/services.ts';
import { interviewItem } from './interview-item.ts';
import { outlineParts } from './texts.ts';

/** An interview that is over, as the log keeps it. @param now see `Clock` */
export function interviewedOf(
  over: MockInterview,
  bank: LoadedBank,
  material: Material | undefined,
  now: number,
): Interviewed {
  const { format, level, minutes, clock, items, done, notes } = over;
  const parts = outlineParts();
  return {
    ...{ kind: 'interviewed', format, level, minutes, drawn: items.length, notes },
    elapsedMs: Math.round(elapsedAt(clock, now)),
    items: done.map(({ id, own, points, followUps, durationMs, typed }) => {
      const item = interviewItem(bank, material, id);
      const isDesign = item?.kind === 'design';
      const written = typed.flatMap((text, at) => {
        if (text.trim() === '') return [];
        return isDesign ? [`${parts[at]?.title ?? ''}: ${text}`] : [text];
      });
      return {
        ...{ id, own, points, followUps, durationMs },
        ...{ title: item?.title ?? id, topic: item?.topic ?? '' },
        typed: written.join('\n'),
      };
    }),
  };
}
