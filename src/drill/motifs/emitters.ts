import { print, tick } from '../build.ts';
import type { Motif } from '../motif.ts';

/** Listeners and functions that are called where they are written. */
export const emitterMotifs: readonly Motif[] = [
  {
    level: 1,
    against: ['emit-is-asynchronous'],
    make({ random, subjects, level }) {
      const emitter = subjects.next();
      const event = random.pick(['ready', 'done', 'open', 'change']);
      const listeners = [
        [
          ...(level > 2 && random.chance(0.4) ? [tick(print(subjects.next().noun))] : []),
          print(subjects.next().noun),
        ],
        ...(level > 1 && random.chance(0.4) ? [[print(subjects.next().noun)]] : []),
      ];
      return {
        statements: [
          {
            do: 'listen',
            emitter: emitter.variable,
            event,
            listeners,
          },
          { do: 'emit', emitter: emitter.variable, event },
          print(subjects.next().noun),
        ],
        isTopLevel: true,
      };
    },
  },
];
