import { parse } from 'acorn';
import type { Options, Program } from 'acorn';
import type { ModuleKind } from '../bank/model.ts';
import { usesCommonJs, moduleSyntaxUsed } from './module-usage.ts';

/**
 * Whether code can only be an ES module: it does not parse as CommonJS, where a file is the body
 * of a function, and does as a module. Code that parses as neither is judged by its statements.
 */
export function isModuleSyntax(code: string): boolean {
  if (parseAs(code, 'script')) return false;
  return parseAs(code, 'module') !== undefined || code.split('\n').some(beginsAsModule);
}

const beginsAsModule = (line: string): boolean =>
  /^(?:import\s*(?:[\w{*'"]|$)|export(?:\s|$))/.test(line.trimStart());

/** Why code can't run as a kind of module: what it uses, as it stands in code. */
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

/** Undefined for code that isn't that. @param options `ranges`: nodes have a `range` too */
export function parseAs(
  code: string,
  sourceType: 'script' | 'module',
  options: Pick<Options, 'ranges'> = {},
): Program | undefined {
  try {
    return parse(code, {
      ...options,
      ecmaVersion: 'latest',
      sourceType,
      allowHashBang: true,
      allowReturnOutsideFunction: sourceType === 'script',
      allowAwaitOutsideFunction: sourceType === 'module',
    });
  } catch {
    return undefined;
  }
}
