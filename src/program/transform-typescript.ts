import { parse } from '@babel/parser';
import { transform } from 'sucrase';
import { isModuleSyntax } from './module-syntax.ts';
import { applyEdits } from './text-edits.ts';
import type { TextEdit } from './text-edits.ts';
import { qualifyExports, unwrapNamespaces } from './typescript-namespaces.ts';
import { childrenOf, isParts } from './syntax-tree.ts';
import type { Parts } from './syntax-tree.ts';
import { UnsupportedSyntax } from './unsupported-syntax.ts';
import type { UnsupportedReason } from './unsupported-syntax.ts';

/** JavaScript made of TypeScript, each statement on the line where it was; or why that can't be. */
export type Transformed =
  | { readonly kind: 'transformed'; readonly code: string; readonly isModule: boolean }
  /** Nothing but types, which Node takes out by itself; not after `always`. */
  | { readonly kind: 'types' }
  | NotTransformed;

/** `reason` is there where it isn't a library that says why. */
export type NotTransformed = { readonly message: string; readonly line: number } & (
  | { readonly kind: 'unsupported'; readonly reason?: UnsupportedReason }
  | { readonly kind: 'invalid' }
);

/**
 * Turns TypeScript into JavaScript, with enums, namespaces, parameter properties and imports of values as
 * the compiler emits them for each file on its own (`isolatedModules`), without moving a line.
 * @param always also where blanking out types would be enough
 */
export function transformTypeScript(source: string, { always = false } = {}): Transformed {
  let program: Parts;
  try {
    program = parseTypeScript(source);
  } catch (error) {
    const { message, loc } = error as SyntaxError & { loc?: { line: number } };
    const plain = message.replace(/ \(\d+:\d+\)$/, '').split('\n', 1)[0] ?? message;
    return { kind: 'invalid', message: plain, line: loc?.line ?? 1 };
  }
  try {
    const found = look(program);
    if (!found.emits && !always) return { kind: 'types' };
    const { edits, namespaces } = unwrapNamespaces(program, source);
    const unwrapped = applyEdits(source, [...edits, ...found.edits]);
    const { code } = transform(unwrapped, {
      transforms: ['typescript'],
      disableESTransforms: true,
    });
    const result = qualifyExports(code, namespaces);
    if (countLines(result) !== countLines(source)) {
      throw new UnsupportedSyntax({ what: 'movedLines' }, 1);
    }
    return {
      kind: 'transformed',
      code: result,
      isModule: isModule(program) || isModuleSyntax(result),
    };
  } catch (error) {
    if (error instanceof UnsupportedSyntax) {
      const { message, line, reason } = error;
      return { kind: 'unsupported', message, line, reason };
    }
    if (!(error instanceof SyntaxError)) throw error;
    const line = /\((\d+):\d+\)/.exec(error.message)?.[1];
    return { kind: 'unsupported', message: error.message, line: Number(line ?? 1) };
  }
}

function parseTypeScript(source: string): Parts {
  const options = {
    plugins: ['typescript', 'decorators', 'explicitResourceManagement'] as const,
    attachComment: false,
    allowReturnOutsideFunction: true,
    allowNewTargetOutsideFunction: true,
  };
  const parseAs = (sourceType: 'module' | 'script') =>
    parse(source, { ...options, plugins: [...options.plugins], sourceType })
      .program as unknown as Parts;
  try {
    return parseAs('module');
  } catch (error) {
    try {
      return parseAs('script');
    } catch {
      throw error;
    }
  }
}

/** As Node sees it before unused imports are left out: what they are of types alone counts for nothing. */
const isModule = ({ body }: Parts): boolean =>
  (body as readonly Parts[]).some(
    ({ type, importKind, exportKind }) =>
      /^(?:Import|Export(?:Named|Default|All))Declaration$/.test(type) &&
      importKind !== 'type' &&
      exportKind !== 'type',
  );

const countLines = (text: string) => text.split('\n').length;

interface EmittedSyntax {
  /** It has syntax that leaves more behind than blanks. */
  emits: boolean;
  readonly edits: TextEdit[];
}

function look(program: Parts): EmittedSyntax {
  const found: EmittedSyntax = { emits: false, edits: [] };
  visit(program, found);
  return found;
}

function visit(node: Parts, found: EmittedSyntax): void {
  // What is only declared leaves nothing.
  if (node['declare'] === true) return;
  switch (node.type) {
    case 'Decorator':
      throw new UnsupportedSyntax({ what: 'decorator' }, node.loc.start.line);
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSParameterProperty':
    case 'TSImportEqualsDeclaration':
    case 'TSExportAssignment':
      found.emits = true;
      break;
    case 'ClassBody':
      found.edits.push(fieldsOfParameters(node));
      break;
  }
  for (const child of childrenOf(node)) visit(child, found);
}

/** Parameter properties are fields, before the others: objects list them in that order. */
function fieldsOfParameters(body: Parts): TextEdit {
  const constructor = childrenOf(body).find(({ type, ...rest }) => {
    const { kind, body } = rest as { kind?: unknown; body?: unknown };
    return type === 'ClassMethod' && kind === 'constructor' && isParts(body);
  });
  const parameters = constructor ? childrenOf(constructor) : [];
  const names = parameters
    .filter(({ type }) => type === 'TSParameterProperty')
    .map(({ parameter }) => {
      const inner = parameter as Parts;
      const name = inner.type === 'AssignmentPattern' ? (inner['left'] as Parts) : inner;
      return name['name'] as string;
    });
  const at = body.start + 1;
  return { start: at, end: at, text: names.map((name) => ` ${name};`).join('') };
}
