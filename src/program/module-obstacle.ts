import type { ModuleKind } from '../bank/model.ts';
import { parseAs } from './module-syntax.ts';
import { moduleSyntaxUsed, usesCommonJs } from './module-usage.ts';

/** Why code can't run as a kind of module: what it uses, as written in the code. */
export type Obstacle =
  | { readonly kind: 'uses'; readonly what: string }
  /** It loads files, or asks where it is: only a copy of a file can be another kind than its own. */
  | { readonly kind: 'place' }
  /** Sloppy mode's own syntax, such as `with`, or a `return` outside of functions. */
  | { readonly kind: 'syntax' };

/** Undefined when it can run as that kind, or as none: then Node says what is wrong. */
export function obstacleAs(kind: ModuleKind, code: string): Obstacle | undefined {
  try {
    return findObstacle(kind, code);
  } catch (error) {
    // Nested deeper than the stack: Node says what it makes of it.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function findObstacle(kind: ModuleKind, code: string): Obstacle | undefined {
  const script = parseAs(code, 'script');
  const module = parseAs(code, 'module');
  if (kind === 'cjs') {
    return script || !module ? undefined : { kind: 'uses', what: moduleSyntaxUsed(module) };
  }
  if (!module) return script ? { kind: 'syntax' } : undefined;
  const what = usesCommonJs(module);
  return what === undefined ? undefined : { kind: 'uses', what };
}
