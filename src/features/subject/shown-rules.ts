import { isRecord } from '../../collections/is-record.ts';
import type { Explanations } from '../../trace/explanation.ts';

/** What a run of a program showed: an argument of commands. */
export interface ShownRules {
  /** Ids of the table of rules: those that decided the order for certain. */
  readonly rules: readonly string[];
  /** How many lines were printed. */
  readonly lines: number;
  /** The id of the belief that a wrong prediction of it gave away. */
  readonly belief?: string;
}

export function rulesShownBy({ pairs, wrong }: Explanations): ShownRules {
  const rules = pairs.flatMap((pair) => (pair?.certainty === 'certain' ? [pair.rule] : []));
  const belief = wrong?.misconception?.id;
  return {
    ...{ rules: [...new Set(rules)], lines: pairs.length + 1 },
    ...(belief !== undefined && { belief }),
  };
}

export function isShownRules(value: unknown): value is ShownRules {
  if (!isRecord(value)) return false;
  const { rules, lines, belief } = value;
  return (
    Array.isArray(rules) &&
    rules.every((rule) => typeof rule === 'string') &&
    typeof lines === 'number' &&
    (belief === undefined || typeof belief === 'string')
  );
}
