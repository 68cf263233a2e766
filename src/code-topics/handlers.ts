import type { SyntaxNode } from '../program/syntax-tree.ts';
import type { Kind } from './kinds.ts';
import { parts, part, word } from './nodes.ts';

/**
 * The kinds of a function's parameters when their names say that it handles requests: `(req, res)`,
 * `(error, req, res, next)`, `(request, reply)` and `(ctx, next)`, as everybody writes them.
 */
export function handlerParameters(fn: SyntaxNode): readonly (Kind | undefined)[] | undefined {
  const names = parts(fn, 'params').map(nameOf);
  const from = isError(names[0]) ? 1 : 0;
  if (names.length > from + 3) return undefined;
  const [first, second] = names.slice(from);
  const before = from === 1 ? [undefined] : [];
  if (first === undefined || second === undefined) return undefined;
  if (/^_?(?:req|request)$/.test(first) && /^_?(?:res|response|reply)$/.test(second)) {
    return [...before, 'req', 'res'];
  }
  return /^(?:ctx|context)$/.test(first) && second === 'next' ? [...before, 'ctx'] : undefined;
}

const isError = (name: string | undefined) => name !== undefined && /^_?err(?:or)?$/.test(name);

/** Of a parameter, with or without a default; undefined for a pattern. */
function nameOf(parameter: SyntaxNode): string | undefined {
  const named = parameter.type === 'AssignmentPattern' ? part(parameter, 'left') : parameter;
  return named?.type === 'Identifier' ? word(named, 'name') : undefined;
}

/** Calls of these take a handler of requests, or what runs before one. */
export function takesHandlers(names: readonly string[]): boolean {
  return names.some(
    (name) =>
      /^(?:app|router)\.(?:get|post|put|patch|delete|all|head|options|use)$/.test(name) ||
      /^(?:https?\.createServer|http2\.create(?:Secure)?Server|server\.on\('request'\))$/.test(
        name,
      ),
  );
}
