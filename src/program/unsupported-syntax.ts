/** What of TypeScript can't be run; in plain English in the error's message, for programs that have no other words. */
export type UnsupportedReason =
  | { readonly what: 'decorator' | 'movedLines' | 'exportedAlias' | 'exportedPattern' }
  | { readonly what: 'hiddenNamespace'; readonly namespace: string };

/** TypeScript that can't be run, and on which line it is. */
export class UnsupportedSyntax extends Error {
  readonly reason: UnsupportedReason;
  readonly line: number;

  constructor(reason: UnsupportedReason, line: number) {
    super(textOf(reason));
    this.reason = reason;
    this.line = line;
  }
}

function textOf(reason: UnsupportedReason): string {
  switch (reason.what) {
    case 'decorator':
      return 'Node.js does not run decorators';
    case 'movedLines':
      return "This file can't be transformed without moving its lines";
    case 'exportedAlias':
      return 'A namespace that exports an alias';
    case 'exportedPattern':
      return 'A namespace that exports variables of a destructuring pattern';
    case 'hiddenNamespace':
      return `The namespace "${reason.namespace}" declares something of the same name`;
  }
}
