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
