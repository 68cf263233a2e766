import type { ModuleKind } from '../../bank/model.ts';
import { hasSeveralOrders } from '../../order/order-lines.ts';
import type { Order } from '../../order/order.ts';
import { outputKey, standingOf } from '../../order/tally.ts';
import type { Output, Standing } from '../../order/tally.ts';
import { wordless } from '../../order/wordless.ts';
import type { Refusal } from '../../runner/errors.ts';
import type { FoundRuntime } from '../../runner/find-node.ts';
import type { Cell, Column, ComparedOutput, EverywhereReport } from '../../shared/runs.ts';
import type { Explanation } from '../../trace/explanation.ts';
import { executable } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import { explainDifferences } from './differences.ts';
import type { Difference } from './differences.ts';
import type { Wording } from './runs-dependencies.ts';
import { shownOutput } from './shown-output.ts';
import type { EverywhereSummary } from './summaries.ts';

/** One Node and one kind of module, and what came of it so far. */
export interface NodeRuns {
  readonly runtime: FoundRuntime;
  readonly kind: ModuleKind;
  readonly expect: Order | undefined;
  state: 'waiting' | 'running' | 'over';
  readonly outputs: Output[];
  failure?: string;
}

export interface EverywhereState {
  readonly subject: Subject;
  readonly columns: readonly Column[];
  readonly chosen: string;
  readonly runtimes: readonly FoundRuntime[];
  readonly refused: readonly Refusal[];
  readonly places: readonly NodeRuns[];
  readonly repeats: number;
  readonly wanted: number;
  readonly done: number;
  readonly going: boolean;
  /** See `Compared`. */
  readonly reordered?: readonly Explanation[];
  /** Of code that nobody wrote an expectation for: the outputs that races leave possible, by one recorded run. */
  readonly possible?: ReadonlyMap<ModuleKind, Order>;
  /** Where every run printed the same: the rules that leave its order open all the same. */
  readonly open?: readonly Explanation[];
}

export function everywhereReport(state: EverywhereState, wording: Wording): EverywhereReport {
  const { columns, places, runtimes, refused, repeats, wanted, done } = state;
  const orders = distinctOrders(places, columns[0]?.kind);
  const outputs = orders.flat();
  const over = places.filter(({ outputs: own }) => own.length > 0);
  const differences = state.going ? [] : differencesOf(state, over);
  const { open = [] } = state;
  return {
    kind: 'everywhere',
    wanted,
    done,
    repeats,
    columns,
    rows: runtimes.map((runtime) => ({
      node: { path: runtime.path, version: runtime.version, origins: runtime.origins },
      chosen: runtime.path === state.chosen,
      cells: Object.fromEntries(
        places
          .filter((place) => place.runtime === runtime)
          .map((place) => [place.kind, cellOf(place, outputs)]),
      ),
    })),
    outputs: comparedOutputs(orders),
    refused: refused.map(({ path, problem }) => ({ path, text: wording.problem(problem) })),
    notes: [
      ...differences,
      ...open.map((explanation) => ({ kind: 'rule', explanation }) as const),
    ].map((difference) => wording.difference(difference)),
    words: wording.everywhere({
      going: state.going,
      nodes: runtimes.length,
      versions: new Set(over.map(({ runtime }) => runtime.version)).size,
      outputs: orders.length,
      worded: outputs.length > orders.length,
      failed: places.filter(({ failure }) => failure !== undefined).length,
      cut: outputs.some(({ cut }) => cut !== undefined),
      impossible: over.some((place) => standing(place) === 'impossible'),
      versionsAgree: columns.every(({ kind }) =>
        agree(over.filter((place) => place.kind === kind)),
      ),
      bothKinds: columns.every((column) => column.refused === undefined),
      open:
        !state.going &&
        orders.length === 1 &&
        outputs.length === 1 &&
        (open.length > 0 || mayRace(over)),
      cause: state.going ? undefined : causeOf(over, differences, state.possible),
    }),
  };
}

/** The distinct outputs by what they show; those that only word errors in different ways are one order. */
function distinctOrders(places: readonly NodeRuns[], ownKind: ModuleKind | undefined): Output[][] {
  const outputs = distinctOutputs(places, ownKind);
  const known = wordingsOf(outputs);
  const place = (output: Output): number => known.indexOf(wordsOf(output));
  const orders = new Map<string, Output[]>();
  for (const output of outputs) {
    const key = orderKey(output);
    orders.set(key, [...(orders.get(key) ?? []), output]);
  }
  return [...orders.values()].map((order) => order.toSorted((a, b) => place(a) - place(b)));
}

/**
 * An order is held against the first one, and another wording against the first of its order. Where
 * there are several wordings, the same one has the same number in every order.
 */
function comparedOutputs(orders: readonly (readonly Output[])[]): ComparedOutput[] {
  const known = orders.some(({ length }) => length > 1) ? wordingsOf(orders.flat()) : [];
  return orders.flatMap((wordings, order) =>
    wordings.map((output, at) => {
      const reference = at === 0 ? orders[0]?.[0] : wordings[0];
      const wording = known.indexOf(wordsOf(output)) + 1;
      return {
        ...shownOutput(output, reference ?? output),
        order,
        ...(wording > 0 && { wording }),
      };
    }),
  );
}

const wordingsOf = (outputs: readonly Output[]): string[] => [
  ...new Set(outputs.map(wordsOf).filter((words) => words !== noWords)),
];

/** What V8 and Node.js say in an output, wherever in it. */
const wordsOf = ({ lines }: Output): string =>
  JSON.stringify(
    lines
      .filter((line) => wordless([line])[0]?.text !== line.text)
      .map(({ text }) => text)
      .sort(),
  );
const noWords = JSON.stringify([]);

/**
 * Those of the code's own kind first, and the most common ones, counted in places; among equally
 * common ones the one that came first.
 */
function distinctOutputs(places: readonly NodeRuns[], ownKind: ModuleKind | undefined): Output[] {
  const found = new Map<string, { output: Output; own: number; all: number }>();
  for (const { kind, outputs } of places) {
    for (const [key, output] of byKey(outputs)) {
      const entry = found.get(key) ?? { output, own: 0, all: 0 };
      entry.all += 1;
      if (kind === ownKind) entry.own += 1;
      found.set(key, entry);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.own - a.own || b.all - a.all)
    .map(({ output }) => output);
}

function cellOf(place: NodeRuns, all: readonly Output[]): Cell {
  const { state, outputs, failure } = place;
  if (failure !== undefined) return { kind: 'failed', message: failure };
  if (outputs.length === 0) return { kind: state === 'running' ? 'running' : 'waiting' };
  const keys = all.map(outputKey);
  const counts = [...byKey(outputs)]
    .map(([key]) => ({
      output: keys.indexOf(key),
      count: outputs.filter((output) => outputKey(output) === key).length,
    }))
    .sort((a, b) => a.output - b.output);
  return { kind: 'ran', outputs: counts, standing: standing(place) };
}

function standing({ outputs, expect }: NodeRuns): Standing {
  const all = outputs.map((output) => standingOf(output, expect));
  return (
    all.find((one) => one === 'impossible') ?? all.find((one) => one === 'unknown') ?? 'possible'
  );
}

function differencesOf(
  { subject, reordered = [] }: EverywhereState,
  over: readonly NodeRuns[],
): Difference[] {
  const whole = over.filter(({ outputs }) => outputs.every(({ cut }) => cut === undefined));
  // How errors are worded is a difference of its own, beside one of order.
  const isWorded = (['cjs', 'mjs'] as const).some((kind) => {
    const outputs = whole.filter((place) => place.kind === kind).flatMap((place) => place.outputs);
    return byKey(outputs).size > byOrder(outputs).size;
  });
  const found = explainDifferences({
    reordered,
    code: executable(subject).code,
    hasVariants: subject.kind === 'snippet' && subject.snippet.variants.length > 0,
    mayRace: mayRace(over),
    places: whole.map(({ kind, runtime, outputs }) => ({
      kind,
      major: Number.parseInt(runtime.version, 10),
      outputs: [...byOrder(outputs).values()].map(({ lines }) => wordless(lines)),
    })),
  });
  const isTold = found.some(({ kind }) => kind === 'errorTexts');
  return isWorded && !isTold ? [...found, { kind: 'errorTexts' }] : found;
}

/**
 * A race when every version allows the same orders, and more than one of them, when races of the program
 * leave all that was printed possible, or when each version was seen to print every output there is.
 */
function causeOf(
  over: readonly NodeRuns[],
  differences: readonly Difference[],
  possible: EverywhereState['possible'],
): EverywhereSummary['cause'] {
  if (differences.length > 0 && differences.every(({ kind }) => kind === 'errorTexts')) {
    return 'errorTexts';
  }
  const open = (['cjs', 'mjs'] as const)
    .map((kind) => ({ kind, places: over.filter((place) => place.kind === kind) }))
    .filter(({ places }) => !agree(places));
  const areRaces = open.every(({ kind, places }) => isRace(places, possible?.get(kind)));
  return open.length > 0 && areRaces ? 'race' : undefined;
}

function isRace(places: readonly NodeRuns[], possible: Order | undefined): boolean {
  if (places.some(({ outputs }) => outputs.some(({ cut }) => cut !== undefined))) return false;
  const [expect] = places.map((place) => place.expect);
  const isAllowed =
    expect !== undefined &&
    hasSeveralOrders(expect) &&
    places.every(
      (place) =>
        JSON.stringify(place.expect) === JSON.stringify(expect) && standing(place) === 'possible',
    );
  const outputs = places.flatMap((place) => place.outputs);
  const isLeftOpen =
    possible !== undefined &&
    outputs.every((output) => standingOf(output, possible) === 'possible');
  const all = byOrder(outputs).size;
  return isAllowed || isLeftOpen || places.every(({ outputs }) => byOrder(outputs).size === all);
}

/** The snippet's author says so. */
const mayRace = (places: readonly NodeRuns[]): boolean =>
  places.some(({ expect }) => expect !== undefined && hasSeveralOrders(expect));

const byKey = (outputs: readonly Output[]): Map<string, Output> =>
  new Map(outputs.map((output) => [outputKey(output), output]));

/** The same for outputs that differ in nothing but how errors are worded. */
const orderKey = ({ lines, ...rest }: Output): string =>
  outputKey({ ...rest, lines: wordless(lines) });

const byOrder = (outputs: readonly Output[]): Map<string, Output> =>
  new Map(outputs.map((output) => [orderKey(output), output]));

const agree = (places: readonly NodeRuns[]): boolean =>
  byOrder(places.flatMap(({ outputs }) => outputs)).size < 2;
