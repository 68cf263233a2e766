import { elapsedAt } from '../../study/clock.ts';
import type { ProgramRun } from '../../study/interview/interview-program.ts';
import type { AnsweredProgram, Interviewed } from '../../study/interview/interviewed.ts';
import type { MockInterview } from '../../study/interview/mock-interview.ts';
import type { Content } from './draw-interview.ts';
import { interviewItem, type InterviewItem } from './interview-item.ts';
import { outlineParts } from './texts.ts';

/** An interview that is over, as the log keeps it. @param now see `Clock` */
export function interviewedOf(over: MockInterview, content: Content, now: number): Interviewed {
  const { format, level, minutes, clock, items, programs, done, notes } = over;
  const parts = outlineParts();
  return {
    ...{ kind: 'interviewed', format, level, minutes, drawn: items.length, notes },
    elapsedMs: Math.round(elapsedAt(clock, now)),
    items: done.map(({ id, own, points, followUps, durationMs, typed, ran }) => {
      const item = interviewItem(content, programs, id);
      const isDesign = item?.kind === 'design';
      const written = typed.flatMap((text, at) => {
        if (text.trim() === '') return [];
        return isDesign ? [`${parts[at]?.title ?? ''}: ${text}`] : [text];
      });
      return {
        ...{ id, own, points, followUps, durationMs },
        ...{ title: item?.title ?? id, topic: item?.topic ?? '' },
        typed: written.join('\n'),
        ...(item?.kind === 'drill' && { program: programOf(item, ran) }),
      };
    }),
  };
}

function programOf(
  { program: { kind, code } }: Extract<InterviewItem, { kind: 'drill' }>,
  ran: ProgramRun | undefined,
): AnsweredProgram {
  return { kind, code, ...(ran && { ran }) };
}
