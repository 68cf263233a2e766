import { parse } from 'acorn';
import type { Options, Program } from 'acorn';

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

/** The program that was read last: whatever looks at a run asks for the same one, one after the other. */
let last:
  { readonly code: string; readonly as: SourceType; readonly tree: WeakRef<Program> } | undefined;

type SourceType = 'script' | 'module';

/**
 * Undefined for code that isn't that. Who asks again may be given the same tree, which nobody may change.
 * @param options `ranges`: nodes have a `range` too
 */
export function parseAs(
  code: string,
  as: SourceType,
  options: Pick<Options, 'ranges'> = {},
): Program | undefined {
  const isPlain = options.ranges !== true;
  const known = isPlain && last?.code === code && last.as === as ? last.tree.deref() : undefined;
  const tree = known ?? parsed(code, as, options);
  if (isPlain && tree && !known) last = { code, as, tree: new WeakRef(tree) };
  return tree;
}

function parsed(
  code: string,
  sourceType: SourceType,
  options: Pick<Options, 'ranges'>,
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
