import { limits } from './limits.ts';
import type { Mistake } from './mistake.ts';
import { reportFor } from './mistake.ts';
import type { Pack } from './model.ts';
import { parseFrontMatter } from './parse-front-matter.ts';
import { packSchema } from './schema.ts';

export interface ParsedPack {
  /** Absent when there is a mistake. */
  readonly pack?: Pack;
  readonly mistakes: readonly Mistake[];
}

/** Reads a `pack.yml`; `text` has line feeds only. Never throws. */
export function parsePack(file: string, text: string): ParsedPack {
  const { report, mistakes } = reportFor(file);
  if (text.length > limits.fileLength) {
    const message = `The file is too long: at most ${limits.fileLength} characters are read`;
    report({ line: 1 }, message, 'Write `id`, `title` and `summary` only.');
    return { mistakes };
  }
  const { value } = parseFrontMatter(text, 1, packSchema, report);
  return { ...(value ? { pack: value } : {}), mistakes };
}
