/** What is said of printed lines, on every page that shows some. */
export interface LineTexts {
  readonly blankLine: string;
  readonly lineCut: string;
  readonly streamStderr: string;
  readonly streamUncaught: string;
  readonly streamExitCode: string;
  readonly streamExitSignal: string;
}
