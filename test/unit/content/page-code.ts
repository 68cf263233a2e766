import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { codeFences } from '../../../src/bank/code-fences.ts';
import { realFolder } from '../bank/real-bank.ts';

/** The code of a page's runnable example. */
export const exampleOf = (page: string): string => onlyCode(page, 'run', '');

/** The code of the page's one fragment that holds this text. */
export const fragmentOf = (page: string, holds: string): string =>
  onlyCode(page, 'fragment', holds);

/** The code of a snippet without its front matter. */
export const snippetCode = (path: string): string =>
  readFileSync(join(realFolder, path), 'utf8').replace(/^\/\* ---[^]*?--- \*\/\n/, '');

/** The part of a code between two texts: from the first one on, up to the second. */
export function part(code: string, from: string, to: string): string {
  const start = code.indexOf(from);
  const end = code.indexOf(to, start + 1);
  if (start < 0 || end < 0) throw new Error(`No code from ${from} to ${to}`);
  return code.slice(start, end);
}

/**
 * Runs code of a page as the body of a function and returns one of its values.
 * @param names what the code uses and does not declare; its imports are left out, so they belong here
 */
export function valueOf(
  code: string,
  value: string,
  names: Readonly<Record<string, unknown>> = {},
): unknown {
  const body = code.replace(/^import .*;$|^const .* = require\(.*\);$/gm, '');
  const source = `(function (${Object.keys(names).join(', ')}) { "use strict";\n${body}\nreturn ${value};\n})`;
  const make = runInThisContext(source) as (...values: unknown[]) => unknown;
  return make(...Object.values(names));
}

function onlyCode(page: string, kind: 'run' | 'fragment', holds: string): string {
  const text = readFileSync(join(realFolder, `${page}.md`), 'utf8');
  const found = codeFences(text).filter((one) => one.kind === kind && one.code.includes(holds));
  const [one] = found;
  if (!one || found.length > 1) throw new Error(`${found.length} fences of ${page} hold ${holds}`);
  return one.code;
}
