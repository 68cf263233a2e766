import { realpathSync } from 'node:fs';

/** Node follows links to the file that it loads; what it was told stays in `process.argv`. @early */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
