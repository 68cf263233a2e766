import { pathToFileURL } from 'node:url';
import type { Problem } from '../bank/material.ts';
import { codeVariable, onlyVariable, resultsVariable, testsFile } from './protocol.ts';

/** The files and the environment of a run of a problem's tests. */
export interface PracticeProgram {
  readonly entry: string;
  readonly code: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * @param file the absolute path of the code under test, which is loaded from where it is
 * @param harness the absolute path of the built `harness.child.ts`
 * @param results the absolute path of the file that events are appended to
 * @param only the name of the only test that runs; all of them without it
 */
export function practiceProgram(
  { tests }: Problem,
  { file, harness, results }: Readonly<Record<'file' | 'harness' | 'results', string>>,
  only?: string,
): PracticeProgram {
  return {
    entry: 'run.mjs',
    code: entryCode(harness),
    files: [{ path: testsFile, text: tests }],
    env: {
      ...{ [codeVariable]: pathToFileURL(file).href, [resultsVariable]: results },
      ...(only !== undefined && { [onlyVariable]: only }),
    },
  };
}

/** What can't be loaded is told, and ends the run as Node.js ends it. */
export const entryCode = (
  harness: string,
): string => `import ${JSON.stringify(pathToFileURL(harness).href)};

try {
  await import('./${testsFile}');
} catch (error) {
  globalThis.loopwiseBroken(error);
  throw error;
}
`;
