import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ranLines } from './coverage.ts';
import type { Coverage, CoverageRequest, ScriptCoverage } from './coverage.ts';

const most = { files: 20, bytes: 32 * 2 ** 20, scripts: 200, text: 2 ** 20 } as const;

/**
 * Reads what Node.js wrote of its scripts: those of the program, without packages and Node.js itself.
 * @returns undefined where Node.js wrote nothing, as when a program was stopped
 */
export async function readCoverage(request: CoverageRequest): Promise<Coverage | undefined> {
  const scripts = await scriptsIn(request.folder);
  if (scripts.length === 0) return undefined;
  const byPath = new Map<string, ScriptCoverage[]>();
  for (const script of scripts) {
    const path = pathOf(script.url);
    if (path === undefined || path.startsWith(request.without)) continue;
    if (/[\\/]node_modules[\\/]/.test(path)) continue;
    byPath.set(path, [...(byPath.get(path) ?? []), script]);
  }
  const files: Coverage['files'][number][] = [];
  const unknown: string[] = [];
  for (const [path, runs] of [...byPath].slice(0, most.scripts)) {
    const isEntry = path === request.entry.path;
    const text = await textOf(path, request);
    const lines = text === undefined ? undefined : ranLines(text, runs);
    if (lines) files.push({ ...lines, ...(!isEntry && { file: path }) });
    else unknown.push(path);
  }
  return { files, unknown };
}

async function scriptsIn(folder: string): Promise<ScriptCoverage[]> {
  const names = await readdir(folder).catch(() => []);
  const scripts: ScriptCoverage[] = [];
  let left: number = most.bytes;
  for (const name of names.slice(0, most.files)) {
    const file = join(folder, name);
    left -= (await stat(file)).size;
    if (left < 0) break;
    const { result } = parsed(await readFile(file, 'utf8'));
    for (const one of Array.isArray(result) ? result : []) if (isScript(one)) scripts.push(one);
  }
  return scripts;
}

/** A process that was ended leaves half a file. */
function parsed(text: string): { readonly result?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as { readonly result?: unknown };
  } catch {
    return {};
  }
}

/** The program could have written into the folder, too. */
function isScript(value: unknown): value is ScriptCoverage {
  const { url, functions } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    typeof url === 'string' &&
    Array.isArray(functions) &&
    functions.every((one: unknown) => {
      const { ranges } = (one ?? {}) as { readonly ranges?: unknown };
      return Array.isArray(ranges) && ranges.every(isRange);
    })
  );
}

function isRange(value: unknown): boolean {
  const { startOffset, endOffset, count } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return [startOffset, endOffset, count].every((number) => Number.isSafeInteger(number));
}

function pathOf(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

async function textOf(path: string, { entry, texts }: CoverageRequest) {
  if (path === entry.path && entry.text !== undefined) return entry.text;
  const known = texts.find((one) => one.path === path);
  if (known) return known.text;
  try {
    if ((await stat(path)).size > most.text) return undefined;
    // Node.js takes off the mark at the beginning.
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
