import { chain, immediate, microtask, print, settled, then, tick, timeout } from '../build.ts';
import type { Making, Motif } from '../motif.ts';
import type { Statement } from '../program.ts';

/** Listeners that are called where the event is emitted. */
export const emitterMotifs: readonly Motif[] = [
  {
    level: 1,
    highest: 2,
    against: ['emit-is-asynchronous'],
    make({ random, subjects, level }) {
      const { emitter, event, happens } = random.pick(subjects.setting.emitters);
      const others = level > 1 && random.chance(0.4) ? [[print(subjects.next().noun)]] : [];
      return {
        statements: [
          { do: 'listen', emitter, event, listeners: [[print(happens)], ...others] },
          { do: 'emit', emitter, event },
          print(subjects.next().noun),
        ],
        isTopLevel: true,
      };
    },
  },
  {
    level: 3,
    against: ['emit-is-asynchronous', 'tick-before-each-job', 'nested-waits-for-turn'],
    make(making) {
      const { random, subjects } = making;
      const { emitter, event, happens } = random.pick(subjects.setting.emitters);
      const listeners = [
        random.shuffled([print(happens), queued(making)]),
        ...(random.chance(0.4) ? [[print(subjects.next().noun)]] : []),
      ];
      const [one, other] = [print(subjects.next().noun), print(subjects.next().noun)];
      const emit: Statement = { do: 'emit', emitter, event };
      const later = random.pick([microtask, tick, immediate, inTimer, inHandler]);
      return {
        statements: [
          { do: 'listen', emitter, event, listeners },
          ...(random.chance(0.6)
            ? [
                later(
                  ...random.pick([
                    [one, emit, other],
                    [emit, other],
                  ]),
                ),
              ]
            : [queued(making), emit, other]),
        ],
        isTopLevel: true,
      };
    },
  },
];

/** Something that runs as soon as the code around it is through. */
function queued({ random, subjects }: Making): Statement {
  return random.pick([tick, microtask, inHandler])(print(subjects.next().noun));
}

const inTimer = (...body: Statement[]): Statement => timeout(0, ...body);
const inHandler = (...body: Statement[]): Statement => chain(settled, then(...body));
