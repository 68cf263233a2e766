import { simple } from 'acorn-walk';
import { analyze } from 'eslint-scope';
import type { Reference } from 'eslint-scope';
import type { Program } from 'acorn';
import type { ModuleKind } from '../bank/model.ts';
import { parseAs } from './module-syntax.ts';

/**
 * Names that code uses and nothing defines: neither the code itself, nor Node.js. In the order of their
 * first use. None of code that can't be parsed, or in which `with` decides what names mean.
 */
export function missingNames(code: string, kind: ModuleKind): string[] {
  // The analysis asks for ranges in ESLint's form.
  const program = parseAs(code, kind === 'mjs' ? 'module' : 'script', { ranges: true });
  if (!program) return [];
  let through: readonly Reference[];
  try {
    const { scopes } = analyze(program as Parameters<typeof analyze>[0], {
      ecmaVersion: 2022,
      sourceType: kind === 'mjs' ? 'module' : 'script',
      // A script is the body of a function, which has a `return` and names of its own.
      nodejsScope: kind === 'cjs',
    });
    if (scopes.some(({ type }) => type === 'with')) return [];
    ({ through } = scopes[0] ?? { through: [] });
  } catch (error) {
    // Nested deeper than the stack.
    if (error instanceof RangeError) return [];
    throw error;
  }
  const asked = typeofOperands(program);
  /** What is only assigned to becomes a global variable of a sloppy script. */
  const assigned = new Set(
    kind === 'cjs' ? through.filter((each) => each.isWriteOnly()).map(nameOf) : [],
  );
  const names = [...through]
    .filter(({ identifier }) => !asked.has(identifier))
    .sort((a, b) => startOf(a) - startOf(b))
    .map(nameOf);
  return [...new Set(names)].filter((name) => !isGlobal(name, kind) && !assigned.has(name));
}

const nameOf = ({ identifier }: Reference) => identifier.name;
const startOf = ({ identifier }: Reference) => (identifier as unknown as { start: number }).start;

/** `typeof a` is how code asks whether there is an `a`. */
function typeofOperands(program: Program): ReadonlySet<unknown> {
  const operands = new Set<unknown>();
  simple(program, {
    UnaryExpression({ operator, argument }) {
      if (operator === 'typeof') operands.add(argument);
    },
  });
  return operands;
}

const isGlobal = (name: string, kind: ModuleKind): boolean =>
  name in globalThis || laterGlobals.has(name) || (kind === 'cjs' && moduleNames.has(name));

const moduleNames = new Set(['require', 'module', 'exports', '__filename', '__dirname']);

/** Of Node.js versions or flags that the editor's own may lack (https://nodejs.org/api/globals.html). */
const laterGlobals = new Set([
  ...['global', 'globalThis', 'process', 'Buffer', 'console', 'fetch', 'navigator', 'crypto'],
  ...['CloseEvent', 'CustomEvent', 'EventSource', 'WebSocket', 'Navigator', 'URLPattern'],
  ...[
    'Storage',
    'localStorage',
    'sessionStorage',
    'ErrorEvent',
    'Iterator',
    'AsyncDisposableStack',
  ],
  ...['DisposableStack', 'SuppressedError', 'Float16Array', 'Temporal', 'gc', 'QuotaExceededError'],
  ...['arguments', 'undefined', 'NaN', 'Infinity'],
]);
