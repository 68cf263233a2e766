/** How long somebody spoke, held against how long it should take. */
export type Spoken = 'short' | 'right' | 'long';

/** @param ms milliseconds @param target from and to how many minutes */
export function judgeSpoken(ms: number, [least, most]: readonly [number, number]): Spoken {
  // What is shown are whole seconds: 3:00 is not too long.
  const seconds = Math.floor(ms / 1000);
  if (seconds < least * 60) return 'short';
  return seconds > most * 60 ? 'long' : 'right';
}
