/** How much experience a question asks for, from the least to the most. */
export const levels = ['junior', 'mid', 'senior'] as const;

export type Level = (typeof levels)[number];

/** Whether a value of unknown origin is a level. */
export const isLevel = (value: unknown): value is Level => levels.some((level) => level === value);
