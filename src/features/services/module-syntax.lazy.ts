import { parse } from 'acorn';

/**
 * Whether code can only be an ES module: it does not parse as CommonJS, where a file is the body
 * of a function, and does as a module. Code that parses as neither is judged by its statements.
 */
export function isModuleSyntax(code: string): boolean {
  if (parses(code, 'script')) return false;
  return parses(code, 'module') || /^\s*(import\s*[\w{*'"]|export\s)/m.test(code);
}

function parses(code: string, sourceType: 'script' | 'module'): boolean {
  try {
    parse(code, {
      ecmaVersion: 'latest',
      sourceType,
      allowHashBang: true,
      allowReturnOutsideFunction: sourceType === 'script',
      allowAwaitOutsideFunction: sourceType === 'module',
    });
    return true;
  } catch {
    return false;
  }
}
