import type { ModuleKind } from '../../bank/model.ts';
import { hasSeveralOrders } from '../../order/order-lines.ts';
import type { Order } from '../../order/order.ts';
import { outputKey, standingOf } from '../../order/tally.ts';
import type { Output, Standing } from '../../order/tally.ts';
import type { Refusal } from '../../runner/errors.ts';
import type { FoundRuntime } from '../../runner/find-node.ts';
import type { Cell, Column, EverywhereReport } from '../../shared/runs.ts';
import type { Explanation } from '../../trace/explanation.ts';
import { executable } from '../services/subject.ts';
import type { Subject } from '../services/subject.ts';
import { explainDifferences } from './differences.ts';
import type { Difference } from './differences.ts';
import type { Wording } from './runs-world.ts';
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
  readonly reordered: readonly Explanation[];
}

export function everywhereReport(state: EverywhereState, wording: Wording): EverywhereReport {
  const { columns, places, runtimes, refused, repeats, wanted, done } = state;
  const outputs = distinctOutputs(places, columns[0]?.kind);
  const [reference] = outputs;
  const over = places.filter(({ outputs: own }) => own.length > 0);
  const differences = state.going ? [] : differencesOf(state, over);
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
    outputs: outputs.map((output) => shownOutput(output, reference ?? output)),
    refused,
    notes: differences.map((difference) => wording.difference(difference)),
    words: wording.everywhere({
      going: state.going,
      nodes: runtimes.length,
      versions: new Set(runtimes.map(({ version }) => version)).size,
      outputs: outputs.length,
      failed: places.filter(({ failure }) => failure !== undefined).length,
      cut: outputs.some(({ cut }) => cut !== undefined),
      impossible: over.some((place) => standing(place) === 'impossible'),
      versionsAgree: columns.every(({ kind }) =>
        agree(over.filter((place) => place.kind === kind)),
      ),
      bothKinds: columns.every((column) => column.refused === undefined),
      cause: state.going ? undefined : causeOf(over, differences),
    }),
  };
}

/**
 * The most common first, counted in places; among equally common ones that of the code's own kind,
 * and then the one that came first.
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
    .sort((a, b) => b.count - a.count);
  return { kind: 'ran', outputs: counts, standing: standing(place) };
}

function standing({ outputs, expect }: NodeRuns): Standing {
  const all = outputs.map((output) => standingOf(output, expect));
  return (
    all.find((one) => one === 'impossible') ?? all.find((one) => one === 'unknown') ?? 'possible'
  );
}

function differencesOf(
  { subject, reordered }: EverywhereState,
  over: readonly NodeRuns[],
): Difference[] {
  return explainDifferences({
    reordered,
    code: executable(subject).code,
    hasVariants: subject.kind === 'snippet' && subject.snippet.variants.length > 0,
    mayRace: over.some(({ expect }) => expect !== undefined && hasSeveralOrders(expect)),
    places: over
      .filter(({ outputs }) => outputs.every(({ cut }) => cut === undefined))
      .map(({ kind, runtime, outputs }) => ({
        kind,
        major: Number.parseInt(runtime.version, 10),
        outputs: [...byKey(outputs).values()].map(({ lines }) => lines),
      })),
  });
}

/**
 * A race when every version allows the same orders, and more than one of them, or when each version was
 * seen to print every output there is.
 */
function causeOf(
  over: readonly NodeRuns[],
  differences: readonly Difference[],
): EverywhereSummary['cause'] {
  if (differences.length > 0 && differences.every(({ kind }) => kind === 'errorTexts')) {
    return 'errorTexts';
  }
  const kinds = (['cjs', 'mjs'] as const).map((kind) =>
    over.filter((place) => place.kind === kind),
  );
  const open = kinds.filter((places) => !agree(places));
  return open.length > 0 && open.every(isRace) ? 'race' : undefined;
}

function isRace(places: readonly NodeRuns[]): boolean {
  if (places.some(({ outputs }) => outputs.some(({ cut }) => cut !== undefined))) return false;
  const [expect] = places.map((place) => place.expect);
  const isAllowed =
    expect !== undefined &&
    hasSeveralOrders(expect) &&
    places.every(
      (place) =>
        JSON.stringify(place.expect) === JSON.stringify(expect) && standing(place) === 'possible',
    );
  const all = byKey(places.flatMap(({ outputs }) => outputs)).size;
  return isAllowed || places.every(({ outputs }) => byKey(outputs).size === all);
}

const byKey = (outputs: readonly Output[]): Map<string, Output> =>
  new Map(outputs.map((output) => [outputKey(output), output]));

const agree = (places: readonly NodeRuns[]): boolean =>
  byKey(places.flatMap(({ outputs }) => outputs)).size < 2;
