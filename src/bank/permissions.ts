import type { Permission } from './model.ts';

/** What a snippet, or a program of an answer, can say that it needs beyond computing. */
export const permissions = ['net', 'child', 'worker', 'fs-read', 'fs-write'] as const;

export const isPermission = (word: unknown): word is Permission =>
  permissions.some((permission) => permission === word);
