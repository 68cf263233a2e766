import fs from 'node:fs';
import path from 'node:path';
import url from 'node:url';
import type { Release } from '../protocol.ts';
import {
  withoutPrototype,
  deleteProperty,
  endsWith,
  exec,
  parseJson,
  startsWith,
} from './primordials.ts';

/** What `src/program` says of TypeScript. */
type Transformed =
  | { readonly kind: 'transformed'; readonly code: string; readonly isModule: boolean }
  | { readonly kind: 'types' }
  | { readonly kind: 'unsupported' | 'invalid'; readonly message: string; readonly line: number };

type Transform = (source: string, options: { always: boolean }) => Transformed;

// Saved before the program can replace them.
const { readFileSync } = fs;
const dirname: (path: string) => string = path.dirname.bind(path);
const join: (...parts: string[]) => string = path.join.bind(path);
const { fileURLToPath } = url;
const SyntaxErrorClass = SyntaxError;
const load = require;
const { cache } = require;
const transformerFile = join(__dirname, 'typescript.child.cjs');

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
 * @param address the file's URL, without query and fragment
 * @param text what stands in for the file's own
 * @param format what Node knows by now, if anything
 * @throws SyntaxError naming the file and the line, for what can't be transformed
 */
export function transformed(
  address: string,
  which: NonNullable<Release['typescript']>,
  text: string | undefined,
  format: string | null | undefined,
): { format: string; source: string; shortCircuit: true } | undefined {
  if (!startsWith(address, 'file:') || exec(typescriptFile, address) === null) return undefined;
  const file = fileURLToPath(address);
  // Node refuses TypeScript of packages, and says so.
  if (exec(inPackage, file) !== null) return undefined;
  const source = text ?? textOf(file);
  if (source === undefined) return undefined;
  if (which !== 'all' && !isSuspect(source)) return undefined;
  const transform = transformer();
  const result = transform(source, { always: which === 'all' });
  if (result.kind === 'types') return undefined;
  if (result.kind !== 'transformed') {
    throw new SyntaxErrorClass(`${result.message} (${file}:${result.line})`);
  }
  const isModule = isModuleByPlace(file, format) ?? result.isModule;
  return withoutPrototype({
    format: isModule ? 'module' : 'commonjs',
    source: result.code,
    shortCircuit: true as const,
  });
}

let loaded: Transform | undefined;

/** Read when it is first needed: it is large. */
function transformer(): Transform {
  if (loaded) return loaded;
  const { transformTypeScript } = load(transformerFile) as { transformTypeScript: Transform };
  deleteProperty(cache, transformerFile);
  loaded = transformTypeScript;
  return loaded;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** As Node decides: by ending, then by the nearest package.json; undefined when the syntax does. */
function isModuleByPlace(file: string, format: string | null | undefined): boolean | undefined {
  if (endsWith(file, '.mts')) return true;
  if (endsWith(file, '.cts')) return false;
  if (format !== undefined && format !== null) return startsWith(format, 'module');
  for (let folder = dirname(file); ; folder = dirname(folder)) {
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
