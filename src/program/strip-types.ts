import * as nodeModule from 'node:module';

/** TypeScript without its types, every line and column where it was; or why that can't be. */
export type Stripped =
  | { readonly kind: 'stripped'; readonly code: string }
  /** The Node.js of the editor is too old, or was built without this. */
  | { readonly kind: 'unavailable' }
  /** Syntax that is more than types (an enum, a namespace, a parameter property), or none at all. */
  | { readonly kind: 'unsupported' | 'invalid'; readonly message: string; readonly line: number };

/** From Node 22.13 on, where `@types/node` of the oldest supported version does not have it. */
type StripTypes = (code: string, options: { readonly mode: 'strip' }) => string;

/**
 * Blanks out the types of TypeScript with the editor's own Node.js
 * (https://nodejs.org/api/module.html#modulestriptypescripttypescode-options).
 */
export function stripTypes(
  code: string,
  strip = (nodeModule as { stripTypeScriptTypes?: StripTypes }).stripTypeScriptTypes,
): Stripped {
  if (!strip) return { kind: 'unavailable' };
  try {
    return { kind: 'stripped', code: quietly(() => strip(code, { mode: 'strip' })) };
  } catch (error) {
    const { code: reason, message, stack } = error as NodeJS.ErrnoException;
    if (reason === 'ERR_NO_TYPESCRIPT') return { kind: 'unavailable' };
    return {
      kind: reason === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX' ? 'unsupported' : 'invalid',
      message,
      line: lineOf(stack),
    };
  }
}

/** The stack begins with the place: `:3`, then the line, then a mark below it. */
function lineOf(stack: string | undefined): number {
  return Number(/^[^\n]*:(\d+)\n/.exec(stack ?? '')?.[1] ?? 1);
}

/** The function is experimental, and Node says so the first time; that is nothing for the user. */
function quietly<Result>(work: () => Result): Result {
  const before = Object.getOwnPropertyDescriptor(process, 'emitWarning');
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    if (before) Object.defineProperty(process, 'emitWarning', before);
  }
}
