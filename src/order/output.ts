/**
 * What a program shows, one line at a time. A run, an expectation and a prediction all speak in
 * these lines, so that they can be compared without knowing where they came from.
 */
export interface OutputLine {
  readonly stream: OutputStream;
  /** Without the line break. For `exit`: the exit code as digits, or the signal's name. */
  readonly text: string;
}

/**
 * `uncaught` is the error that ended the program (`TypeError: x is not a function`, its first
 * line only); `exit` ends the output of a program whose exit code is not 0.
 */
export type OutputStream = 'stdout' | 'stderr' | 'uncaught' | 'exit';
