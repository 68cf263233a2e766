/** Minutes and seconds, such as `2:05`; nothing below `0:00`. @param ms milliseconds */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
