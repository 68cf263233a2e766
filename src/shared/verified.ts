/** What the runs before a release have shown, for people. */
export interface VerifiedText {
  /** On which Nodes, and when. */
  readonly text: string;
  /** Their exact versions, and how many runs. */
  readonly detail: string;
}
