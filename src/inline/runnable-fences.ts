import { codeFences } from '../bank/code-fences.ts';

/** A code fence of a Markdown document that can be run. */
export interface RunnableFence {
  readonly language: 'javascript' | 'typescript';
  /** How Node loads it, where the fence says so. */
  readonly kind?: 'cjs' | 'mjs';
  /** The lines of its code, from 0: the first one, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

const languages: Readonly<Partial<Record<string, Pick<RunnableFence, 'language' | 'kind'>>>> = {
  js: { language: 'javascript' },
  javascript: { language: 'javascript' },
  mjs: { language: 'javascript', kind: 'mjs' },
  cjs: { language: 'javascript', kind: 'cjs' },
  ts: { language: 'typescript' },
  typescript: { language: 'typescript' },
};

/** The fences of JavaScript and TypeScript in a Markdown text, those with nothing in them left out. */
export function runnableFences(text: string): RunnableFence[] {
  return codeFences(text).flatMap((fence) => {
    const written = fence.kind === 'run' ? fence.module : 'language' in fence ? fence.language : '';
    const known = languages[written.toLowerCase()];
    if (!known || fence.code.trim() === '') return [];
    const from = fence.line;
    return [{ ...known, from, to: from + fence.code.replace(/\n$/, '').split('\n').length }];
  });
}
