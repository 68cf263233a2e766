import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Release } from '../protocol.ts';
import { bare, endsWith, exec, parseJson, startsWith } from './originals.ts';

/** What `src/program` says of TypeScript. */
type Transformed =
  | { readonly kind: 'transformed'; readonly code: string; readonly isModule: boolean }
  | { readonly kind: 'types' }
  | { readonly kind: 'unsupported' | 'invalid'; readonly message: string; readonly line: number };

interface Transformer {
  transformTypeScript(source: string, options: { always: boolean }): Transformed;
}

const typescriptFile = /\.[cm]?ts$/;
const inPackage = /[\\/]node_modules[\\/]/;

/** What only TypeScript with more than types has. Most files have none of it, and are Node's. */
const suspect = /\b(?:enum|namespace|module)\s|\bimport\s+(?:type\s+)?\w+\s*=|\bexport\s*=/;
const hasConstructor = /\bconstructor\s*\(/;
const hasModifier = /\b(?:private|public|protected|readonly|override)\s/;

const isSuspect = (source: string): boolean =>
  exec(suspect, source) !== null ||
  (exec(hasConstructor, source) !== null && exec(hasModifier, source) !== null);

/**
 * JavaScript of a TypeScript file, with its lines, if Node can't make it by itself.
 * @param url without query and fragment
 * @param text what stands in for the file's own
 * @param format what Node knows by now, if anything
 * @throws SyntaxError naming the file and the line, for what can't be transformed
 */
export function transformed(
  url: string,
  which: NonNullable<Release['typescript']>,
  text: string | undefined,
  format: string | null | undefined,
): { format: string; source: string; shortCircuit: true } | undefined {
  if (!startsWith(url, 'file:') || exec(typescriptFile, url) === null) return undefined;
  const path = fileURLToPath(url);
  // Node refuses TypeScript of packages, and says so.
  if (exec(inPackage, path) !== null) return undefined;
  const source = text ?? textOf(path);
  if (source === undefined) return undefined;
  if (which !== 'all' && !isSuspect(source)) return undefined;
  const result = transformer().transformTypeScript(source, { always: which === 'all' });
  if (result.kind === 'types') return undefined;
  if (result.kind !== 'transformed') {
    throw new SyntaxError(`${result.message} (${path}:${result.line})`);
  }
  const isModule = isModuleByPlace(path, format) ?? result.isModule;
  return bare({
    format: isModule ? 'module' : 'commonjs',
    source: result.code,
    shortCircuit: true as const,
  });
}

let loaded: Transformer | undefined;

/** Read when it is first needed: it is large. */
function transformer(): Transformer {
  if (loaded) return loaded;
  const file = join(__dirname, 'typescript.child.cjs');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- known when it is needed
  loaded = require(file) as Transformer;
  Reflect.deleteProperty(require.cache, file);
  return loaded;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** As Node decides: by ending, then by the nearest package.json; undefined when the syntax does. */
function isModuleByPlace(path: string, format: string | null | undefined): boolean | undefined {
  if (endsWith(path, '.mts')) return true;
  if (endsWith(path, '.cts')) return false;
  if (format !== undefined && format !== null) return startsWith(format, 'module');
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const text = textOf(join(folder, 'package.json'));
    if (text !== undefined) return isModuleByPackage(text);
    if (dirname(folder) === folder) return undefined;
  }
}

function isModuleByPackage(text: string): boolean | undefined {
  try {
    const { type } = parseJson(text) as { type?: unknown };
    return type === 'module' ? true : type === 'commonjs' ? false : undefined;
  } catch {
    return undefined;
  }
}
