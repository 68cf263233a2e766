import { basename, dirname, extname, join, resolve } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { ModuleKind } from '../../src/bank/model.ts';
import type { Compiled } from '../../src/program/compile-typescript.ts';
import { moduleKind, typeOfPackage } from '../../src/program/module-kind.ts';
import type { PackageType } from '../../src/program/module-kind.ts';
import { isModuleSyntax } from '../../src/program/module-syntax.ts';
import { workHere } from '../../src/features/threads/work-here.ts';
import { readText, UsageError } from './explain-program.mts';

/** What is run of a file: JavaScript, with every line where it is in the file. */
export interface ProgramOfFile {
  readonly code: string;
  readonly kind: ModuleKind;
}

/**
 * Reads a program as the pages do: types are taken out of TypeScript, and Node's rules say which kind of
 * module it is.
 * @throws UsageError when the file can't be read or run
 */
export async function programOfFile(file: string): Promise<ProgramOfFile> {
  const extension = extname(file);
  if (!/^\.[cm]?[jt]s$/.test(extension)) {
    throw new UsageError(
      `${file} is neither JavaScript nor TypeScript: its name has to end in .js, .cjs, .mjs, .ts, .cts or .mts.`,
    );
  }
  const text = await readText(file);
  const compiled: Compiled = extension.endsWith('ts')
    ? await workHere.do('compileTypeScript', text)
    : { kind: 'compiled', code: text, transformed: false };
  if (compiled.kind !== 'compiled') {
    const { line, message } = compiled;
    throw new UsageError(`${file} could not be run: ${message} (line ${line}).`);
  }
  const { code, isModule } = compiled;
  const kind = await moduleKind(
    basename(file),
    () => packageType(dirname(resolve(file))),
    () => Promise.resolve(isModule ?? isModuleSyntax(code)),
  );
  return { code, kind };
}

/** Of the nearest package.json, as Node looks for it. */
async function packageType(folder: string): Promise<PackageType> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
  if (text !== undefined) return typeOfPackage(text);
  const parent = dirname(folder);
  return parent === folder ? undefined : packageType(parent);
}
