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
      const isSame = waited === second;
      const put = isRefreshed
        ? 'and its delay was restarted later'
        : isSame
          ? 'but it was cleared and scheduled anew later'
          : `but it was cleared later and ${second} was scheduled instead`;
      const fact = `When ${first} ran, ${waited} was waiting already, ${put}.`;
      if (pair.isFixed === true) return fact;
      const result = isSame ? '' : `, and do what ${second} does in this one`;
      return certainty === 'race'
        ? `${fact} In another run, it may be called before ${first}${result}.`
        : `${fact} Whether it can be called before ${first} in another run${result} is not in the record.`;
    },
    source: 'timers',
    question: 'scheduling-apis',
  },
];
