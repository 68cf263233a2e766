import type { ModuleKind } from '../../bank/model.ts';
import { distinctBy } from '../../runner/distinct-by.ts';
import type { FoundRuntime } from '../../runner/find-node.ts';
import type { Order } from '../../order/order.ts';
import { hasSeveralOrders } from '../../order/order-lines.ts';
import { outputKey } from '../../order/tally.ts';
import { isCannotRunError, NoNodeError } from '../../runner/errors.ts';
import { mapAtMost } from '../../collections/map-at-most.ts';
import type { Column, EverywhereReport } from '../../shared/runs.ts';
import type { Explanation } from '../../trace/explanation.ts';
import { runRequest } from '../subject/run-request.ts';
import { executable, expectation } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import { everywhereReport } from './everywhere-report.ts';
import type { EverywhereState, NodeRuns } from './everywhere-report.ts';
import { racesIn, recordedReasons } from './recorded-reasons.ts';
import type { RecordedReasons } from './recorded-reasons.ts';
import { runsAtOnce } from './runs-dependencies.ts';
import type { RunsDependencies, Wording } from './runs-dependencies.ts';
import { outputOf } from './shown-output.ts';

/** Enough to tell most races from a difference between versions. */
const repeats = 3;

/** Runs that take longer are not repeated. */
const slowMs = 1000;

/**
 * Runs code on every Node that was found, as CommonJS and as an ES module where it can be both.
 * @param onReport is told after each run
 * @throws NoNodeError when no Node was found that works
 */
export async function runEverywhere(
  subject: Subject,
  dependencies: RunsDependencies,
  signal: AbortSignal,
  onReport: (report: EverywhereReport) => void,
): Promise<EverywhereReport> {
  const wording = await dependencies.wording();
  const [{ runtimes: found, refused }, chosen, programs] = await Promise.all([
    dependencies.findRuntimes(),
    dependencies.runtime().catch(() => undefined),
    programsOf(subject, dependencies, wording),
  ]);
  if (found.length === 0) throw new NoNodeError(refused, false, wording.noNode(refused));
  const runtimes = found.toSorted(newestFirst);
  const columns = programs.map(({ column }) => column);
  const places = runtimes.flatMap((runtime) =>
    programs.flatMap(({ column: { kind }, program }): (NodeRuns & { program: Subject })[] => {
      if (!program) return [];
      const expect =
        executable(program).kind === kind ? expectation(program, runtime.version) : undefined;
      return [{ runtime, kind, program, expect, state: 'waiting', outputs: [] }];
    }),
  );
  let done = 0;
  let wanted = places.length * repeats;
  const report = (going: boolean, recorded: RecordedRaces = {}): EverywhereReport => {
    const fixed = { subject, columns, chosen: chosen?.path ?? '', runtimes, refused, places };
    const state: EverywhereState = { ...fixed, repeats, wanted, done, going, ...recorded };
    return everywhereReport(state, wording);
  };

  onReport(report(true));
  await mapAtMost(places, runsAtOnce, async (place) => {
    for (let left = repeats; left > 0 && !signal.aborted; left -= 1) {
      place.state = 'running';
      const next = await runOnce(place, place.program, dependencies, signal);
      if (next === 'cancelled') return;
      done += 1;
      if (next === 'enough') {
        wanted -= left - 1;
        left = 0;
      }
      if (left <= 1) place.state = 'over';
      onReport(report(true));
    }
  });
  return report(false, await recordRaces(places, chosen?.path, dependencies, signal));
}

type RecordedRaces = Pick<EverywhereState, 'reordered' | 'open' | 'possible'>;

/**
 * Records one run as each kind of module when the outputs differ, to explain the difference. When they don't, one as
 * the code's own kind: a race may go the same way each time.
 */
async function recordRaces(
  places: readonly (NodeRuns & { readonly program: Subject })[],
  chosen: string | undefined,
  dependencies: RunsDependencies,
  signal: AbortSignal,
): Promise<RecordedRaces> {
  const whole = places.filter(
    ({ outputs }) => outputs.length > 0 && outputs.every(({ cut }) => cut === undefined),
  );
  const all = whole.flatMap(({ outputs }) => outputs);
  const distinct = [...new Map(all.map((output) => [outputKey(output), output.lines])).values()];
  const record = (kind: ModuleKind): Promise<RecordedReasons | undefined> | undefined => {
    const ofKind = whole.filter((place) => place.kind === kind);
    const place = ofKind.find(({ runtime }) => runtime.path === chosen) ?? ofKind[0];
    return place && recordedReasons(place, distinct, dependencies, signal);
  };
  if (distinct.length < 2) {
    const [first] = whole;
    const isFixed = first?.expect !== undefined && !hasSeveralOrders(first.expect);
    if (!first || isFixed || distinct.every((lines) => lines.length < 2)) return {};
    const reasons = await record(first.kind);
    // Texts that are the same can race and leave one output.
    const possible = reasons?.possible;
    const isOpen = possible === undefined || hasSeveralOrders(possible);
    return { open: reasons && isOpen ? racesIn(reasons, true) : [] };
  }
  const reordered: Explanation[] = [];
  const possible = new Map<ModuleKind, Order>();
  for (const kind of new Set(whole.map((place) => place.kind))) {
    const reasons = await record(kind);
    for (const explanation of reasons?.reordered ?? []) reordered.push(explanation);
    if (reasons?.possible !== undefined) possible.set(kind, reasons.possible);
  }
  const distinctRules = distinctBy(reordered, ({ rule, certainty }) => `${rule} ${certainty}`);
  return { reordered: distinctRules, possible };
}

/** Adds what one run printed to its place; says whether it is worth to run there again. */
async function runOnce(
  place: NodeRuns,
  program: Subject,
  dependencies: RunsDependencies,
  signal: AbortSignal,
): Promise<'again' | 'enough' | 'cancelled'> {
  const own = runRequest(program, signal);
  const { code, permissions } = own;
  // A file says itself which kind it is: as the other one, a copy runs of what does the same anywhere.
  const copy = { code, kind: place.kind, signal, ...(permissions && { permissions }) };
  const request = { ...(place.kind === own.kind ? own : copy), trace: false };
  try {
    const result = await dependencies.run(request, place.runtime);
    const output = outputOf(result);
    if (!output) return 'cancelled';
    place.outputs.push(output);
    return output.cut === undefined && result.durationMs < slowMs ? 'again' : 'enough';
  } catch (error) {
    // One Node that does not start is news about that Node; a full disk stops everything.
    if (!isCannotRunError(error) || error.reason === 'folder') throw error;
    place.failure = error.message;
    return 'enough';
  }
}

interface ProgramColumn {
  readonly column: Column;
  /** Absent when the code can't run as that kind. */
  readonly program?: Subject;
}

/** The code as its own kind, then as the other one: by its twin, or as it is. */
async function programsOf(
  subject: Subject,
  dependencies: RunsDependencies,
  wording: Wording,
): Promise<ProgramColumn[]> {
  const { code, kind: own } = executable(subject);
  const other: ModuleKind = own === 'cjs' ? 'mjs' : 'cjs';
  const first = { column: { kind: own }, program: subject };
  const twin = await dependencies.twin(subject);
  if (twin) return [first, { column: { kind: other }, program: twin }];
  const obstacle = await dependencies.obstacle(other, code, isFromFile(subject));
  if (!obstacle) return [first, { column: { kind: other }, program: subject }];
  return [first, { column: { kind: other, refused: wording.obstacle(other, obstacle) } }];
}

const isFromFile = (subject: Subject): boolean =>
  subject.kind === 'program' &&
  subject.own &&
  subject.program.origin?.uri.startsWith('file:') === true;

function newestFirst(a: FoundRuntime, b: FoundRuntime): number {
  return b.version.localeCompare(a.version, 'en', { numeric: true });
}
