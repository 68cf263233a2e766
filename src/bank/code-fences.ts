import { allBlocks, markdownBlocks } from './markdown-blocks.ts';
import type { Block } from './markdown-blocks.ts';
import type { ModuleKind, Permission } from './model.ts';
import { isPermission } from './permissions.ts';

/** A code fence of a question's text, by what its first line says. */
export type CodeFence = {
  readonly code: string;
  /** Its lines in the text, from 1: of the opening marks, and the line after the closing ones. */
  readonly line: number;
  readonly end: number;
} & FenceKind;

export type FenceKind =
  /** A whole program; `output` is what the fence after it states. */
  | {
      readonly kind: 'run';
      readonly module: ModuleKind;
      readonly output?: string;
      /** What it declares that it needs beyond computing. */
      readonly permissions: readonly Permission[];
      /** What stands after `run` and is not a permission. */
      readonly unknown: readonly string[];
    }
  /** The stated output of the fence before it. */
  | { readonly kind: 'output' }
  /** Part of a program, only shown. */
  | { readonly kind: 'fragment'; readonly language: string }
  /** Shows one of the question's snippets; the name is the fence's content. */
  | { readonly kind: 'snippet'; readonly name: string }
  /** Shows one of the question's drawings; the name is the fence's content. */
  | { readonly kind: 'diagram'; readonly name: string }
  /** Shown as it is. */
  | { readonly kind: 'plain'; readonly language: string };

/** What a fence is; its content names the snippet or the drawing. */
export function fenceKind(info: string, content: string): FenceKind {
  const [language = '', use, ...words] = info.trim().split(/\s+/);
  if ((language === 'cjs' || language === 'mjs') && use === 'run') {
    const permissions = words.filter(isPermission);
    const unknown = words.filter((word) => !isPermission(word));
    return { kind: 'run', module: language, permissions, unknown };
  }
  if (language === 'text' && use === 'output') return { kind: 'output' };
  if (use === 'fragment') return { kind: 'fragment', language };
  if (language === 'snippet') return { kind: 'snippet', name: content.trim() };
  if (language === 'diagram') return { kind: 'diagram', name: content.trim() };
  return { kind: 'plain', language };
}

/** All code fences of a Markdown text, in order. */
export function codeFences(text: string, firstLine = 1): CodeFence[] {
  return fencesIn(markdownBlocks(text, firstLine));
}

/** The code fences among blocks, nested ones too; a stated output must be the very next block. */
export function fencesIn(blocks: readonly Block[]): CodeFence[] {
  const all = allBlocks(blocks);
  return all.flatMap((block, index): CodeFence[] => {
    if (block.type !== 'fence') return [];
    const fence = { ...fenceKind(block.info, block.text), ...placeOf(block) };
    const next = all[index + 1];
    if (fence.kind !== 'run' || next?.type !== 'fence') return [fence];
    const stated = fenceKind(next.info, next.text).kind === 'output';
    return [stated ? { ...fence, output: next.text } : fence];
  });
}

const placeOf = ({ text, line, end }: Block) => ({ code: text, line, end });
