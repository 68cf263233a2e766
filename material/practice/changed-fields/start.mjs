/**
 * @param {Record<string, unknown>} before
 * @param {Record<string, unknown>} after
 * @returns {{ field: string, kind: 'added' | 'removed' | 'changed' }[]}
 */
export function changes(before, after) {
  throw new Error('Write this.');
}
