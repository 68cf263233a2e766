import { isPermission } from '../../bank/permissions.ts';
import { isOrigin } from '../../program/origin.ts';
import type { Program } from './snippet-argument.ts';

/** What a command was given, whoever called it: a tree, a page, a menu, a keybinding. */
export type ReadArgument =
  | { readonly kind: 'none' }
  | { readonly kind: 'snippet'; readonly id: string }
  /** `own`: code of the user's workspace, unless a page that shows it says that it is not. */
  | { readonly kind: 'program'; readonly program: Program; readonly own: boolean }
  /** Editor menus name the file that they belong to. */
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'unusable' };

export function readArgument(argument: unknown): ReadArgument {
  if (argument === undefined || argument === null) return { kind: 'none' };
  if (typeof argument === 'string') return snippet(argument);
  if (typeof argument !== 'object') return { kind: 'unusable' };
  const given = argument as Readonly<Record<string, unknown>>;
  const {
    cardId,
    code,
    kind,
    title,
    expect,
    typescript,
    transformed,
    missing,
    unfit,
    permissions,
    origin,
  } = given;
  const { scheme, path } = given;
  if (typeof cardId === 'string') {
    return cardId.startsWith(prefix) ? snippet(cardId) : { kind: 'unusable' };
  }
  if (typeof code === 'string' && (kind === 'cjs' || kind === 'mjs')) {
    const program: Program = {
      code,
      kind,
      title: typeof title === 'string' ? title : '',
      ...(typeof typescript === 'string' && { typescript }),
      ...(transformed === true && { transformed }),
      ...(isListOfNames(missing) && { missing }),
      ...(typeof unfit === 'string' && { unfit }),
      ...(Array.isArray(permissions) && { permissions: permissions.filter(isPermission) }),
      ...(isOrigin(origin) && { origin }),
      ...(expect !== undefined && { expect: expect as Program['expect'] & {} }),
    };
    return { kind: 'program', own: given['own'] !== false, program };
  }
  if (typeof scheme === 'string' && typeof path === 'string') {
    return { kind: 'file', uri: (argument as { toString(): string }).toString() };
  }
  return { kind: 'unusable' };
}

const isListOfNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const prefix = 'snippet:';

function snippet(id: string): ReadArgument {
  return { kind: 'snippet', id: id.startsWith(prefix) ? id.slice(prefix.length) : id };
}
