import type { NotTransformed, Transformed } from './transform-typescript.ts';
import { stripTypes } from './strip-types.ts';
import type { Stripped } from './strip-types.ts';

/** JavaScript of TypeScript, every line where it was; or why that can't be. */
export type Compiled =
  | {
      readonly kind: 'compiled';
      readonly code: string;
      /** It is more than blanks in place of types, so Node.js can't run the file by itself. */
      readonly transformed: boolean;
      /** Whether its syntax makes it an ES module, where it is known. */
      readonly isModule?: boolean;
    }
  | NotTransformed;

/**
 * Takes types out with the editor's own Node, which keeps columns too; what it refuses, or all where it
 * can't, is transformed.
 */
export async function compileTypeScript(
  source: string,
  strip: (source: string) => Stripped = stripTypes,
): Promise<Compiled> {
  const stripped = strip(source);
  if (stripped.kind === 'stripped') {
    return { kind: 'compiled', code: stripped.code, transformed: false };
  }
  if (stripped.kind === 'invalid') return stripped;
  const { transformTypeScript } = await import('./typescript.child.ts');
  const first: Transformed = transformTypeScript(source);
  const isOnlyTypes = first.kind === 'types';
  const result = isOnlyTypes ? transformTypeScript(source, { always: true }) : first;
  if (result.kind === 'types') throw new Error('TypeScript that was to be transformed was not.');
  if (result.kind !== 'transformed') return result;
  const transformed = !isOnlyTypes || stripped.kind === 'unsupported';
  return { kind: 'compiled', code: result.code, transformed, isModule: result.isModule };
}
