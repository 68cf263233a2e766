import type { Level } from '../../bank/model.ts';

/** A level that comes from anywhere. */
export function readLevel(value: unknown): Level | undefined {
  return value === 'junior' || value === 'mid' || value === 'senior' ? value : undefined;
}
