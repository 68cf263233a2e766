import { fstatSync } from './primordials.ts';

/** Which file an open number leads to; nothing for one that is not open. */
export function identity(fd: number): string | undefined {
  try {
    const { dev, ino } = fstatSync(fd);
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
