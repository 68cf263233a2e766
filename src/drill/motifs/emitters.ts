import { print, tick } from '../build.ts';
import type { Motif } from '../motif.ts';

/** What emits, and the event that it emits. */
const emitters = [
  ['door', 'open'],
  ['kettle', 'boil'],
  ['alarm', 'ring'],
  ['printer', 'jam'],
  ['sensor', 'change'],
  ['server', 'listening'],
  ['phone', 'call'],
] as const;

/** Listeners that are called where the event is emitted. */
export const emitterMotifs: readonly Motif[] = [
  {
    level: 1,
    against: ['emit-is-asynchronous'],
    make({ random, subjects, level }) {
      const [emitter, event] = random.pick(emitters);
      const listeners = [
        [
          ...(level > 2 && random.chance(0.4) ? [tick(print(subjects.next().noun))] : []),
          print(`${emitter} ${event}`),
        ],
        ...(level > 1 && random.chance(0.4) ? [[print(subjects.next().noun)]] : []),
      ];
      return {
        statements: [
          { do: 'listen', emitter, event, listeners },
          { do: 'emit', emitter, event },
          print(subjects.next().noun),
        ],
        isTopLevel: true,
      };
    },
  },
];
