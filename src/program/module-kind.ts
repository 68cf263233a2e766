import type { ModuleKind } from '../bank/model.ts';

/** `module` and `commonjs` from the nearest package.json; undefined when it names none. */
export type PackageType = 'module' | 'commonjs' | undefined;

/**
 * How Node would load a file: by its ending, else by the nearest package.json, else by its syntax
 * (https://nodejs.org/api/packages.html#determining-module-system).
 * @param name the file's name
 * @param isModuleSyntax asked only when nothing else decides
 */
export async function moduleKind(
  name: string,
  packageType: () => Promise<PackageType>,
  isModuleSyntax: () => Promise<boolean>,
): Promise<ModuleKind> {
  if (/\.m[jt]s$/i.test(name)) return 'mjs';
  if (/\.c[jt]s$/i.test(name)) return 'cjs';
  const type = await packageType();
  if (type !== undefined) return type === 'module' ? 'mjs' : 'cjs';
  return (await isModuleSyntax()) ? 'mjs' : 'cjs';
}

/** The `type` of a package.json's text; a file that is not JSON names none. */
export function typeOfPackage(text: string): PackageType {
  try {
    const { type } = JSON.parse(text) as { type?: unknown };
    return type === 'module' || type === 'commonjs' ? type : undefined;
  } catch {
    return undefined;
  }
}
