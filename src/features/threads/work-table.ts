import { beliefsPrinting } from '../../drill/replay.ts';
import { explainRun } from '../../explain/explain-run.ts';
import { explainReordered } from '../../explain/explain-reordered.ts';
import { judgeProgram } from '../../explain/judge-program.ts';
import { orderByRaces } from '../../explain/possible-orders.ts';
import { mayRunTwice } from '../../explain/runs-twice.ts';
import { alignLines } from '../../order/align-lines.ts';
import { judge } from '../../order/judge.ts';
import { buildTrace } from '../../trace/build-trace.ts';
import { isMovable } from '../../program/is-movable.ts';
import { jsxLine } from '../../program/jsx-line.ts';
import { readCoverage } from '../../program/read-coverage.ts';
import { missingNames } from '../../program/missing-names.ts';
import { obstacleAs } from '../../program/module-obstacle.ts';
import { isModuleSyntax } from '../../program/module-syntax.ts';
import { readCode } from '../../code-topics/read-code.ts';
import { compileTypeScript } from '../../program/compile-typescript.ts';

/**
 * What may take long when somebody else wrote the code or the output: functions of plain data, done
 * in a thread (see `work.ts`).
 */
export const workTable = {
  alignLines,
  beliefsPrinting,
  buildTrace,
  explainRun,
  explainReordered,
  isModuleSyntax,
  isMovable,
  jsxLine,
  judge,
  judgeProgram,
  mayRunTwice,
  missingNames,
  obstacleAs,
  orderByRaces,
  readCoverage,
  readCode,
  /** With the thread's own Node.js, which is the editor's. */
  compileTypeScript: (code: string) => compileTypeScript(code),
} satisfies Record<string, (...args: never[]) => unknown>;

export type WorkTable = typeof workTable;
