import type { TextEdit } from '../../program/text-edits.ts';
import type { Code, NodePath } from '../walk.ts';

/** Code for which a question knows a better form. */
export interface Finding {
  readonly rule: RuleId;
  /** Offsets of what is marked. */
  readonly start: number;
  readonly end: number;
  /** What replaces it, where nothing else has to be decided; in the order of the text. */
  readonly edits?: readonly TextEdit[];
}

export type RuleId =
  | 'syncInHandler'
  | 'awaitInLoop'
  | 'forEachAsync'
  | 'returnAwait'
  | 'asyncExecutor'
  | 'listenerPerRequest';

export interface Rule {
  /** The types of the nodes that it looks at. */
  readonly types: readonly string[];
  /** What it says of a node must hold for all code that looks like this. */
  readonly look: (place: NodePath, code: Code) => Omit<Finding, 'rule'> | undefined;
}
