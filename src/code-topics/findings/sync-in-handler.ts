import type { TextEdit } from '../../program/text-edits.ts';
import type { SyntaxNode } from '../../program/syntax-tree.ts';
import { unwrapped, part, parts, word } from '../nodes.ts';
import { lookUp } from '../scopes.ts';
import type { Scope } from '../scopes.ts';
import { functionAround, handlerAround, isInside } from '../walk.ts';
import type { Code, NodePath } from '../walk.ts';
import type { Rule } from './finding.ts';

/**
 * A synchronous call in a handler of requests: the thread serves nobody meanwhile. What is kept outside of the
 * handler is read once, so nothing is said of it.
 */
export const syncInHandler: Rule = {
  types: ['CallExpression'],
  look(place, code) {
    const { node, scope } = place;
    const callee = node.type === 'CallExpression' ? part(node, 'callee') : undefined;
    const name = callee && code.values.of(callee, scope)?.names[0];
    if (!callee || name === undefined || !blocks(name)) return undefined;
    const handler = handlerAround(code, place);
    if (!handler || isKept(place, code, handler)) return undefined;
    const inner = unwrapped(callee);
    const { start, end } = part(inner, 'property') ?? inner;
    const edits = asPromise(place, inner, name, code);
    return { start, end, ...(edits && { edits }) };
  },
};

const blocks = (name: string): boolean =>
  /^fs\.\w+Sync$/.test(name) ||
  /^child_process\.(?:exec|execFile|spawn)Sync$/.test(name) ||
  /^crypto\.(?:pbkdf2|scrypt|generateKeyPair)Sync$/.test(name) ||
  /^zlib\.\w+Sync$/.test(name);

/** Its result goes into a variable of the code around the handler. */
function isKept({ around, scope }: NodePath, { scopes }: Code, handler: SyntaxNode): boolean {
  const inside = scopes.opened(handler);
  return around.some((node) => {
    const left = node.type === 'AssignmentExpression' ? part(node, 'left') : undefined;
    if (!left || !isWithin(node, handler)) return false;
    const root = rootOf(left);
    const binding = root && lookUp(word(root, 'name') ?? '', scope);
    return !binding || !inside || !isInside(binding.scope, inside);
  });
}

const isWithin = (node: SyntaxNode, outer: SyntaxNode) =>
  node.start >= outer.start && node.end <= outer.end;

function rootOf(target: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = unwrapped(target);
  while (at?.type === 'MemberExpression') at = part(at, 'object');
  return at?.type === 'Identifier' ? at : undefined;
}

/** `await fs.promises.readFile(…)`, in an async function that has `fs` as a whole. */
function asPromise(
  place: NodePath,
  callee: SyntaxNode,
  name: string,
  { values }: Code,
): TextEdit[] | undefined {
  const { node, around, scope } = place;
  const fn = functionAround(place);
  const body = fn && part(fn, 'body');
  if (fn?.['async'] !== true || !body || !around.includes(body)) return undefined;
  const object = callee.type === 'MemberExpression' ? part(callee, 'object') : undefined;
  const property = part(callee, 'property');
  if (!object || !property || callee['computed'] === true || callee['optional'] === true)
    return undefined;
  if (object.type !== 'Identifier' || !isWholeModule(object, scope, values)) return undefined;
  const method = name.slice('fs.'.length, -'Sync'.length);
  if (!isSame(method, parts(node, 'arguments').length)) return undefined;
  const parent = around.at(-1);
  const needsParentheses =
    (parent?.type === 'MemberExpression' && parent['object'] === node) ||
    (parent?.type === 'CallExpression' && parent['callee'] === node) ||
    (parent?.type === 'BinaryExpression' && parent['operator'] === '**');
  // A statement that begins with a bracket may belong to the line before it.
  const statement = around.findLast(({ type }) => type === 'ExpressionStatement');
  if (needsParentheses && statement?.start === node.start) return undefined;
  const edits = [
    { start: node.start, end: node.start, text: needsParentheses ? '(await ' : 'await ' },
    { start: property.start, end: property.end, text: `promises.${method}` },
  ];
  return needsParentheses ? [...edits, { start: node.end, end: node.end, text: ')' }] : edits;
}

const isWholeModule = (object: SyntaxNode, scope: Scope, values: Code['values']): boolean =>
  values.of(object, scope)?.names[0] === 'fs';

/** Whether the promise of a method is given the same arguments and yields the same. */
const isSame = (method: string, given: number): boolean =>
  sameForAll.has(method) || ((method === 'stat' || method === 'lstat') && given === 1);

const sameForAll = new Set([
  ...['readFile', 'writeFile', 'appendFile', 'readdir', 'unlink', 'rename', 'copyFile'],
  ...['mkdir', 'rm', 'access', 'realpath', 'mkdtemp'],
]);
