import type { Order } from '../../order/order.ts';
import { createTally, neverSeen } from '../../order/tally.ts';
import type { OrderCount } from '../../order/tally.ts';
import { mapAtMost } from '../../collections/map-at-most.ts';
import type { ManyReport } from '../../shared/runs.ts';
import { runRequest } from '../subject/run-request.ts';
import { executable, expectation, seenKey } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import { manyReport } from './many-report.ts';
import { recordedReasons } from './recorded-reasons.ts';
import type { RecordedReasons } from './recorded-reasons.ts';
import { runsAtOnce } from './runs-dependencies.ts';
import type { RunsDependencies } from './runs-dependencies.ts';
import { outputOf } from './shown-output.ts';

/** After so many runs that a limit ended, and no other, no more are made. */
const hopeless = 4;

/**
 * Runs code many times on the chosen Node and counts what came. The runs are not recorded, since
 * recording shifts the odds of races; one more that is tells what a rule leaves open.
 * @param onReport is told after each run
 * @returns what came until all runs were over, or `signal` ended them
 */
export async function runMany(
  subject: Subject,
  count: number,
  dependencies: RunsDependencies,
  signal: AbortSignal,
  onReport: (report: ManyReport) => void,
): Promise<ManyReport> {
  const [runtime, wording] = await Promise.all([dependencies.runtime(), dependencies.wording()]);
  const expect = expectation(subject, runtime.version);
  const tally = createTally(expect);
  let gaveUp = false;
  const report = (going: boolean, reasons?: RecordedReasons): ManyReport =>
    manyReport({ wanted: count, runtime, expect, tally, going, gaveUp, reasons }, wording);

  onReport(report(true));
  await mapAtMost(Array.from({ length: count }), runsAtOnce, async () => {
    if (signal.aborted || gaveUp) return;
    const result = await dependencies.run(
      { ...runRequest(subject, signal), trace: false },
      runtime,
    );
    const output = outputOf(result);
    if (!output) return;
    tally.add(output);
    if (output.cut === undefined) dependencies.seen.add(seenKey(subject, runtime), output.lines);
    gaveUp = tally.total >= hopeless && tally.orders.every(({ cut }) => cut !== undefined);
    onReport(report(true));
  });
  const outputs = tally.orders.flatMap(({ cut, lines }) => (cut === undefined ? [lines] : []));
  if (!leavesOpen(expect, tally.orders, outputs)) return report(false);
  const once = { program: subject, kind: executable(subject).kind, runtime, expect };
  return report(false, await recordedReasons(once, outputs, dependencies, signal));
}

/** Whether there is an order to explain, and not known already that no other is possible. */
function leavesOpen(
  expect: Order | undefined,
  orders: readonly OrderCount[],
  outputs: readonly (readonly unknown[])[],
): boolean {
  if (!outputs.some(({ length }) => length > 1)) return false;
  return expect === undefined || outputs.length > 1 || neverSeen(expect, orders)?.length !== 0;
}
