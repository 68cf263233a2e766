import type { Level } from '../bank/model.ts';

/** From the easiest to the hardest. */
export const levels: readonly Level[] = ['junior', 'mid', 'senior'];
