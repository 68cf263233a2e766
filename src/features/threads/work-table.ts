import type { codeWork } from './code-work.lazy.ts';
import type { runWork } from './run-work.lazy.ts';

type CodeWork = typeof codeWork;
type RunWork = typeof runWork;

/**
 * What may take long when somebody else wrote the code or the output: functions of plain data, done
 * in a thread (see `work.ts`).
 */
export type WorkTable = CodeWork & RunWork;

// Whoever rests the pointer on a name waits for the thread to begin, and needs nothing that runs need.
const ofCode = async () => (await import('./code-work.lazy.ts')).codeWork;
const ofRuns = async () => (await import('./run-work.lazy.ts')).runWork;

const tables: Readonly<
  Record<keyof CodeWork, typeof ofCode> & Record<keyof RunWork, typeof ofRuns>
> = {
  isModuleSyntax: ofCode,
  isMovable: ofCode,
  jsxLine: ofCode,
  missingNames: ofCode,
  obstacleAs: ofCode,
  readCode: ofCode,
  readCoverage: ofCode,
  compileTypeScript: ofCode,
  alignLines: ofRuns,
  beliefsPrinting: ofRuns,
  buildTrace: ofRuns,
  explainRun: ofRuns,
  explainReordered: ofRuns,
  imaginedReplay: ofRuns,
  judge: ofRuns,
  judgeProgram: ofRuns,
  mayRunTwice: ofRuns,
  orderByRaces: ofRuns,
};

/** Does a piece of work in this thread; what it needs is read when it is first asked for. */
export async function doWork(name: keyof WorkTable, args: readonly unknown[]): Promise<unknown> {
  const table = (await tables[name]()) as Readonly<
    Record<string, (...args: readonly unknown[]) => unknown>
  >;
  return table[name]?.(...args);
}
