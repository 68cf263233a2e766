/** One line of JSON that the harness writes to the file that `resultsVariable` names. */
export type HarnessEvent =
  | { readonly kind: 'began'; readonly name: string }
  | { readonly kind: 'passed'; readonly name: string; readonly ms: number }
  | ({ readonly kind: 'failed'; readonly name: string; readonly ms: number } & Failure)
  /** Of the console, by the test that began last. */
  | { readonly kind: 'printed'; readonly text: string }
  /** Nothing was left to do: whatever still waits then waits forever. A process that exits or is killed never gets here. */
  | { readonly kind: 'drained' }
  /** The tests could not even be loaded: mostly a mistake of syntax in the code under test. */
  | ({ readonly kind: 'broken' } & Failure);

/** What was thrown. */
export interface Failure {
  readonly message: string;
  /** As Node.js gives it, with the addresses of files; empty for what is no error. */
  readonly stack: string;
  /** Both values of a comparison as text, one field a line. */
  readonly expected?: string;
  readonly actual?: string;
}

/** The environment variables that the harness and the tests read. */
export const resultsVariable = 'LOOPWISE_RESULTS';
/** The only test that runs; all of them without it. */
export const onlyVariable = 'LOOPWISE_ONLY';
export const codeVariable = 'LOOPWISE_PRACTICE';

/** The name of the file with the tests, beside the entry. */
export const testsFile = 'tests.mjs';
