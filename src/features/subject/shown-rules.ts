import { isRecord } from '../../collections/is-record.ts';
import type { Explanations } from '../../trace/explanation.ts';

/** What a run of a program showed: an argument of commands. */
export interface ShownRules {
  /** Ids of the table of rules: those that decided the order for certain. */
  readonly rules: readonly string[];
  /** How many lines were printed. */
  readonly lines: number;
}

export function rulesShownBy({ pairs }: Explanations): ShownRules {
  const rules = pairs.flatMap((pair) => (pair?.certainty === 'certain' ? [pair.rule] : []));
  return { rules: [...new Set(rules)], lines: pairs.length + 1 };
}

export function isShownRules(value: unknown): value is ShownRules {
  if (!isRecord(value)) return false;
  const { rules, lines } = value;
  return (
    Array.isArray(rules) &&
    rules.every((rule) => typeof rule === 'string') &&
    typeof lines === 'number'
  );
}
