import type { Node } from 'acorn';
import type { ModuleKind } from '../bank/model.ts';
import { parseAs } from '../program/module-syntax.ts';
import { childrenOf } from '../program/syntax-tree.ts';
import type { SyntaxNode } from '../program/syntax-tree.ts';

/**
 * Whether the callbacks of a program share nothing that changes: no variable that one function
 * sets and another one reads, no promise that several settle, no call of something that may
 * remember. Then each callback prints the same lines in whatever order callbacks run, and another
 * order only moves them. `false` also where this reading of the code can't tell.
 *
 * Names are compared without scopes, and every call that is not known to be harmless counts as
 * sharing: a mistake makes a verdict more careful, never wrong.
 */
export function sharesNothing(code: string, kind: ModuleKind): boolean {
  const program = parseAs(code, kind === 'mjs' ? 'module' : 'script');
  if (!program) return false;
  const found: Findings = { writes: [], names: [], declared: new Set(), shares: false };
  try {
    read(program, { found, scope: program, module: program });
  } catch (error) {
    // Nested deeper than the stack: nothing is known of it.
    if (error instanceof RangeError) return false;
    throw error;
  }
  if (found.shares) return false;
  const awaitsAtTop = found.names.some(
    ({ name, scope }) => name === awaitAtTop && scope === program,
  );
  return found.writes.every(
    ({ name, scope }) =>
      (scope === program && !awaitsAtTop) ||
      found.names.every((used) => used.name !== name || used.scope === scope),
  );
}

interface Findings {
  /** Which names are set, apart from where they are declared, and in which function. */
  readonly writes: Used[];
  readonly names: Used[];
  readonly declared: Set<string>;
  shares: boolean;
}

interface Used {
  readonly name: string;
  readonly scope: Node;
}

interface ReadContext {
  readonly found: Findings;
  /** The innermost function, or the program. */
  readonly scope: Node;
  readonly module: Node;
}

type Parts = Readonly<Record<string, unknown>> & { readonly type: string };

const awaitAtTop = 'await';

function read(node: Node, place: ReadContext): void {
  const parts = node as unknown as Parts;
  const { found, scope } = place;
  switch (parts.type) {
    case 'Identifier':
      found.names.push({ name: parts['name'] as string, scope });
      return;
    case 'AwaitExpression':
      found.names.push({ name: awaitAtTop, scope });
      break;
    case 'ForOfStatement':
      if (parts['await'] === true) found.names.push({ name: awaitAtTop, scope });
      break;
    case 'ForStatement':
      readFor(parts, place);
      return;
    case 'UpdateExpression':
      readTarget(parts['argument'] as Node, place);
      break;
    case 'AssignmentExpression':
      readTarget(parts['left'] as Node, place);
      break;
    case 'CallExpression':
      if (!isHarmlessCall(parts, place)) found.shares = true;
      break;
    case 'NewExpression':
      if (!isHarmlessNew(parts)) found.shares = true;
      break;
    case 'WithStatement':
    case 'TaggedTemplateExpression':
    case 'ImportExpression':
    case 'YieldExpression':
      found.shares = true;
      return;
    case 'UnaryExpression':
      if (parts['operator'] === 'delete') found.shares = true;
      break;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      for (const part of partsOf(node)) read(part, { ...place, scope: node });
      return;
    case 'MemberExpression':
      read(parts['object'] as Node, place);
      if (parts['computed'] === true) read(parts['property'] as Node, place);
      return;
    case 'Property':
      if (parts['computed'] === true) read(parts['key'] as Node, place);
      read(parts['value'] as Node, place);
      return;
  }
  for (const part of partsOf(node)) read(part, place);
}

/** Each round of a `for` with `let` has a variable of its own; what steps it is not seen elsewhere. */
function readFor(parts: Parts, place: ReadContext): void {
  const { init, test, update, body } = parts as unknown as Record<string, Node | null>;
  const declared = (init as unknown as Parts | null)?.['kind'] === 'let';
  for (const part of [init, test, body]) if (part) read(part, place);
  if (update && !(declared && update.type === 'UpdateExpression')) read(update, place);
}

function readTarget(target: Node, { found, scope, module }: ReadContext): void {
  const parts = target as unknown as Parts;
  if (parts.type === 'Identifier') found.writes.push({ name: parts['name'] as string, scope });
  // The script itself runs before everything else, and may prepare what it likes.
  else if (parts.type !== 'MemberExpression' || scope !== module) found.shares = true;
}

const functions = new Set([
  ...['setTimeout', 'setImmediate', 'queueMicrotask', 'require', 'String', 'Number', 'Boolean'],
  ...['BigInt', 'Symbol', 'parseInt', 'parseFloat', 'structuredClone'],
]);

/** Methods of objects that are named; `*` for all of them. */
const methods: Readonly<Record<string, readonly string[]>> = {
  console: ['log', 'error', 'warn', 'info', 'debug'],
  process: ['nextTick', 'on', 'once', 'cwd'],
  Promise: ['resolve', 'reject'],
  JSON: ['*'],
  String: ['*'],
  Math: ['max', 'min', 'floor', 'ceil', 'round', 'abs', 'pow', 'sqrt'],
  Object: ['keys', 'values', 'entries', 'freeze', 'fromEntries'],
  Array: ['from', 'isArray', 'of'],
  Atomics: ['wait'],
  fs: ['readFile', 'readFileSync', 'stat', 'statSync', 'lstat', 'access', 'readdir', 'realpath'],
  fsp: ['readFile', 'stat', 'access', 'readdir'],
  crypto: ['pbkdf2', 'pbkdf2Sync', 'scrypt', 'scryptSync', 'createHash'],
  path: ['*'],
  stdout: ['write'],
  stderr: ['write'],
};

/** Methods that change nothing, whatever they are called on. */
const pure = new Set([
  ...['then', 'catch', 'finally', 'map', 'filter', 'forEach', 'slice', 'join', 'split', 'some'],
  ...['toString', 'trim', 'includes', 'concat', 'padStart', 'padEnd', 'repeat', 'toUpperCase'],
  ...['toLowerCase', 'replace', 'replaceAll', 'at', 'indexOf', 'flat', 'flatMap', 'reduce'],
  ...['every', 'find', 'keys', 'entries', 'values', 'bind', 'startsWith', 'endsWith', 'toFixed'],
]);

function isHarmlessCall(parts: Parts, { module }: ReadContext): boolean {
  const callee = parts['callee'] as Parts;
  if (callee.type === 'Identifier') {
    const name = callee['name'] as string;
    return functions.has(name) || isDeclared(name, module);
  }
  // A function that is called where it stands.
  if (/Function/.test(callee.type)) return true;
  if (callee.type !== 'MemberExpression' || callee['computed'] === true) return false;
  const method = (callee['property'] as Parts)['name'] as string;
  const object = callee['object'] as Parts;
  if (isClock(object, method)) return true;
  const name = nameOf(object);
  const known = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (known) return known.includes('*') || known.includes(method);
  return pure.has(method);
}

/** `fs` of `fs.stat`, `stdout` of `process.stdout.write`, `fs` of `require('node:fs').stat`. */
function nameOf(object: Parts): string {
  switch (object.type) {
    case 'Identifier':
      return object['name'] as string;
    case 'MemberExpression':
      return nameOf(object['property'] as Parts);
    case 'CallExpression': {
      const [argument] = object['arguments'] as readonly Parts[];
      const isRequire = nameOf(object['callee'] as Parts) === 'require';
      return isRequire ? String(argument?.['value']).replace(/^node:/, '') : '';
    }
    default:
      return '';
  }
}

/** Reading the clock is harmless as long as nothing but how long a loop spins depends on it. */
const isClock = (object: Parts, method: string): boolean =>
  object.type === 'Identifier' &&
  (object['name'] === 'Date' || object['name'] === 'performance') &&
  method === 'now';

const constructors = new Set([
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'AggregateError', 'Array', 'Int32Array'],
  ...['SharedArrayBuffer', 'Uint8Array', 'Date', 'Map', 'Set', 'WeakMap', 'WeakSet', 'URL'],
]);

function isHarmlessNew(parts: Parts): boolean {
  const callee = parts['callee'] as Parts;
  if (callee.type !== 'Identifier') return false;
  if (callee['name'] === 'Promise') return settlesInOnePlace(parts);
  return constructors.has(callee['name'] as string);
}

/** Whether no two callbacks can both settle the promise: whichever came first would. */
function settlesInOnePlace(parts: Parts): boolean {
  const [executor] = parts['arguments'] as readonly Node[];
  if (!executor || !/Function/.test(executor.type)) return false;
  const { params } = executor as unknown as { readonly params: readonly Node[] };
  const names = params.map((param) => (param as unknown as Parts)['name']);
  const places = new Set<Node>();
  let uses = 0;
  const visit = (node: Node, scope: Node): void => {
    const { type, name } = node as unknown as Parts;
    if (type === 'Identifier' && names.includes(name)) {
      places.add(scope);
      uses += 1;
    }
    const inner = /Function/.test(type) ? node : scope;
    for (const part of partsOf(node)) visit(part, inner);
  };
  for (const part of partsOf(executor)) if (!params.includes(part)) visit(part, executor);
  return uses <= 1 || places.size === 1;
}

/** Whether the program itself makes what has this name: a function, or a parameter that holds one. */
function isDeclared(name: string, module: Node): boolean {
  let found = false;
  const visit = (node: Node): void => {
    const { type, id, params } = node as unknown as Parts & {
      readonly id?: Parts | null;
      readonly params?: readonly Parts[];
    };
    if (/Declarat|Function|Class/.test(type) && id?.['name'] === name) found = true;
    if (params?.some((param) => param['name'] === name)) found = true;
    if (/^Import.*Specifier$/.test(type)) {
      const { local } = node as unknown as { readonly local: Parts };
      if (local['name'] === name) found = harmlessImports.has(name);
    }
    for (const part of partsOf(node)) visit(part);
  };
  visit(module);
  return found;
}

const harmlessImports = new Set([
  ...['setTimeout', 'setImmediate', 'nextTick'],
  ...['readFile', 'stat', 'lstat', 'access', 'readdir', 'realpath'],
]);

const partsOf = (node: Node): readonly Node[] => childrenOf(node as unknown as SyntaxNode);
