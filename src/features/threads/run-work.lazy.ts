import { beliefsPrinting, imaginedReplay } from '../../drill/replay.ts';
import { explainReordered } from '../../explain/explain-reordered.ts';
import { explainRun } from '../../explain/explain-run.ts';
import { judgeProgram } from '../../explain/judge-program.ts';
import { orderByRaces } from '../../explain/possible-orders.ts';
import { mayRunTwice } from '../../explain/runs-twice.ts';
import { alignLines } from '../../order/align-lines.ts';
import { judge } from '../../order/judge.ts';
import { buildTrace } from '../../trace/build-trace.ts';

/** Judges and explains what a program printed. */
export const runWork = {
  alignLines,
  beliefsPrinting,
  buildTrace,
  explainRun,
  explainReordered,
  imaginedReplay,
  judge,
  judgeProgram,
  mayRunTwice,
  orderByRaces,
};
