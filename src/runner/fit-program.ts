import { basename, extname } from 'node:path';
import { CannotRunError } from './errors.ts';
import type { RunnableProgram, Runtime } from './model.ts';
import type { Release, StandInText } from './protocol.ts';

/** A program as one Node can run it. */
export interface FittedProgram {
  readonly program: RunnableProgram;
  /** See `Release.texts`. */
  readonly texts: readonly StandInText[];
  /** See `Release.typescript`. */
  readonly typescript?: NonNullable<Release['typescript']>;
  /** The working folder, unless it is the private one. */
  readonly folder?: string;
}

type Version = Pick<Runtime, 'version' | 'electron'>;

/**
 * What has to be loaded in place of files, on a Node that can do so; a copy, on one that can't, of a
 * program to which its place makes no difference.
 * @throws CannotRunError with reason `unsaved`
 */
export function fitProgram(program: RunnableProgram, runtime: Version): FittedProgram {
  const { place } = program;
  if (!place) return { program, texts: [] };
  const { folder } = place;
  const texts = textsFor(program, runtime);
  if (hasLoaderHooks(runtime)) {
    const typescript = stripsTypes(runtime) ? 'transformed' : 'all';
    return { program, texts, folder, ...(loadsTypeScript(program) && { typescript }) };
  }
  if (texts.length === 0) return { program, texts, folder };
  const standsIn = texts.some(({ path }) => path === place.file);
  if (!place.movable) throw unsaved(texts, runtime);
  return { program: standsIn ? copyOf(program) : program, texts: [], folder };
}

/** Those of the editor, and JavaScript in place of TypeScript for a Node that can't read that. */
function textsFor(
  { code, kind, place }: RunnableProgram,
  runtime: Version,
): readonly StandInText[] {
  const { file = '', texts = [] } = place ?? {};
  if (!isTypeScript(file) || stripsTypes(runtime)) return texts;
  const others = texts.filter(({ path }) => path !== file);
  return [...others, { path: file, text: code, kind, compiled: true }];
}

/** The text alone, under the name that people know it by. */
function copyOf({ code, kind, place }: RunnableProgram): RunnableProgram {
  const { file = '' } = place ?? {};
  return { code, kind, entry: `${basename(file, extname(file))}.${kind}` };
}

/** Whether it is TypeScript, or names a file that is; a hook of the loader costs others a little time. */
const loadsTypeScript = ({ code, place }: RunnableProgram): boolean =>
  isTypeScript(place?.file ?? '') || /\.[cm]?ts\b/.test(code);

const isTypeScript = (file: string) => /\.[cm]?tsx?$/i.test(file);

/** `module.registerHooks` (https://nodejs.org/api/module.html#moduleregisterhooksoptions). */
export const hasLoaderHooks = ({ version }: Version): boolean =>
  isSince(version, [22, 15], [23, 5], [24, 0]);

/**
 * Whether it runs TypeScript by itself (https://nodejs.org/api/typescript.html#type-stripping); nobody
 * promises that for the one inside an editor.
 */
const stripsTypes = ({ version, electron }: Version): boolean =>
  !electron && isSince(version, [22, 18], [23, 6], [24, 0]);

/** @param lines for each release line that has it the first version; later lines have it, too */
function isSince(version: string, ...lines: readonly (readonly [number, number])[]): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [newest = 0] = lines.at(-1) ?? [];
  return major > newest || lines.some((line) => line[0] === major && minor >= line[1]);
}

function unsaved(texts: readonly StandInText[], { version }: Version): CannotRunError {
  const compiled = texts.find((text) => text.compiled === true);
  const names = (compiled ? [compiled] : texts).map(({ path }) => basename(path));
  const files = [...new Set(names)];
  const isCompiled = compiled !== undefined;
  return new CannotRunError({ reason: 'unsaved', version, files, compiled: isCompiled });
}
