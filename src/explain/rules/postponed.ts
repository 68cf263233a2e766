import { postponed } from '../postponed.ts';
import type { Rule } from '../rule.ts';

/** The later callback was due to be called already when the earlier one ran, and then put off. */
export const postponedRules: readonly Rule[] = [
  {
    id: 'put-off-in-time',
    title: 'What is put off may be called before somebody puts it off.',
    applies: (pair) => postponed(pair) !== undefined,
    certainty: (pair) => postponed(pair)?.certainty ?? 'certain',
    byClock: true,
    saysDoubt: true,
    text: (pair, say) => {
      const { task = 0, isRefreshed = false, certainty = 'unknown' } = postponed(pair) ?? {};
      const [first, second] = [say.callback(pair.first), say.callback(pair.second)];
      const waited = isRefreshed ? second : say.pending(task);
      const isAnother = waited !== second;
      const fact = isRefreshed
        ? `When ${first} ran, ${second} was already waiting. Its delay was restarted only later.`
        : isAnother
          ? `When ${first} ran, ${waited} was already waiting. It was cleared later, and ${second} was scheduled in its place.`
          : `When ${first} ran, ${second} was already waiting. It was cleared later and scheduled again.`;
      if (pair.isFixed === true) return fact;
      if (certainty === 'race') {
        return isAnother
          ? `${fact} In another run, ${waited} may be called before ${first} and do what ${second} does in this one.`
          : `${fact} In another run, it may be called before ${first}.`;
      }
      return isAnother
        ? `${fact} Whether ${waited} can be called before ${first} in another run, and do what ${second} does in this one, is not in the record.`
        : `${fact} Whether it can be called before ${first} in another run is not in the record.`;
    },
    source: 'timers',
    question: 'scheduling-apis',
  },
];
