import type { Pair, Rule } from '../rule.ts';
import { backFrom } from '../back-from.ts';
import type { TraceIndex } from '../trace-index.ts';

/** The engine ran a task of its own, and nothing that was recorded tells why then. */
export const outsideRules: readonly Rule[] = [
  {
    id: 'steps-of-from-async',
    title: '`Array.fromAsync` takes one value after the other, in microtasks of its own.',
    applies: (pair) =>
      !isLineOfTheEnd(pair) &&
      !isAlwaysSo(pair) &&
      (takesSteps(pair.record, pair.earlier) || takesSteps(pair.record, pair.later)),
    certainty: () => 'unknown',
    saysDoubt: true,
    text: ({ record, earlier, later }, say) => {
      const index = takesSteps(record, later) ? later : earlier;
      return `${say.Callback(index)} comes with a call of \`Array.fromAsync\` or goes back to one, which takes one value after the other and waits for each. V8 does this in microtasks of its own and does not tell what they waited for, so the record can't tell whether these lines come in this order in every run.`;
    },
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'called-by-the-engine',
    title: 'The engine itself decides when it calls some functions.',
    applies: (pair) => isOutside(pair) && !isLineOfTheEnd(pair) && !isFixed(pair),
    certainty: () => 'unknown',
    saysDoubt: true,
    text: ({ record, earlier, later, first, second }, say) => {
      if (first === second) {
        return 'Both lines were printed by what the engine called on its own, such as the callbacks of a `FinalizationRegistry`. Whether that was one call or several is not in the record.';
      }
      const index = record.callback(first).outside === true ? earlier : later;
      const who =
        record.callback(index).outside === true
          ? 'One of these lines was printed by a callback that the engine called on its own.'
          : `${say.Callback(index)} goes back to work of the engine.`;
      return `${who} Such calls come from garbage collection (\`FinalizationRegistry\`), compiled WebAssembly and \`Atomics.waitAsync\`. Nothing that was recorded decides when they happen, so don't rely on this order.`;
    },
    source: 'finalization',
    question: 'garbage-collection',
  },
];

const stepsIn = new WeakMap<TraceIndex, boolean>();

function hasSteps(record: TraceIndex): boolean {
  const known = stepsIn.get(record);
  if (known !== undefined) return known;
  const found = record.trace.callbacks.some(({ step }) => step === true);
  stepsIn.set(record, found);
  return found;
}

/** Whether it goes back to a step that the queues of the call, or of the step before, did not reach: the loop had to come first. */
function takesSteps(record: TraceIndex, index: number): boolean {
  if (!hasSteps(record)) return false;
  for (const at of backFrom(record, index)) {
    const { by = 0 } = record.task(at);
    const isStep = record.callback(at).step === true;
    if (isStep && record.macrotask(at) !== record.macrotask(by)) return true;
  }
  return false;
}

const isOutside = ({ record, first, second }: Pair): boolean =>
  record.callback(first).outside === true || record.callback(second).outside === true;

/** An error that ends the program, and its exit code, are told by rules of their own. */
const isLineOfTheEnd = ({ lines }: Pair): boolean =>
  lines?.later.stream === 'uncaught' || lines?.later.stream === 'exit';

/** What comes before all tasks, after all, or only because of the other one. */
const isFixed = (pair: Pair): boolean => isAlwaysSo(pair) || isInOneCall(pair);

function isInOneCall({ record, later, first, second }: Pair): boolean {
  return first === second ? record.outermost(later) !== second : record.isCauseOf(first, second);
}

function isAlwaysSo({ record, earlier, later, first }: Pair): boolean {
  return (
    first === 0 ||
    record.callback(record.outermost(later)).event === 'exit' ||
    record.callback(later).event === 'exit' ||
    record.isCauseOf(earlier, later)
  );
}
