/** TypeScript that can't be run, and on which line it is. */
export class UnsupportedSyntax extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}
