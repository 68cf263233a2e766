import type { Pair, Rule } from '../rule.ts';

/** The engine ran a task of its own, and nothing that was recorded tells why then. */
export const outsideRules: readonly Rule[] = [
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

const isOutside = ({ record, first, second }: Pair): boolean =>
  record.callback(first).outside === true || record.callback(second).outside === true;

/** An error that ends the program, and its exit code, are told by rules of their own. */
const isLineOfTheEnd = ({ lines }: Pair): boolean =>
  lines?.later.stream === 'uncaught' || lines?.later.stream === 'exit';

/** What comes before all tasks, after all, or only because of the other one. */
function isFixed({ record, earlier, later, first, second }: Pair): boolean {
  const outer = record.outermost(later);
  return (
    first === 0 ||
    record.callback(outer).event === 'exit' ||
    record.callback(later).event === 'exit' ||
    record.isCauseOf(earlier, later) ||
    (first === second ? outer !== second : record.isCauseOf(first, second))
  );
}
