/** How long somebody spoke, held against how long it should take. */
export type Spoken = 'short' | 'right' | 'long';

/** @param ms milliseconds @param target from and to how many minutes */
export function judgeSpoken(ms: number, [least, most]: readonly [number, number]): Spoken {
  // What is shown are whole seconds: 3:00 is not too long.
  const seconds = Math.floor(ms / 1000);
  if (seconds < least * 60) return 'short';
  return seconds > most * 60 ? 'long' : 'right';
}

/** Such as `2:05`. @param ms milliseconds */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
