/** One change to the good bank that makes exactly one mistake. */
export interface Broken {
  readonly name: string;
  readonly file: string;
  readonly edit: (text: string) => string;
  /** The first line that contains this text is where the mistake is; or the line's number. */
  readonly on: string | number;
  /** When the mistake is in another file than the change. */
  readonly inFile?: string;
  readonly column?: number;
  /** Message, full stop, advice. */
  readonly says: string;
}
